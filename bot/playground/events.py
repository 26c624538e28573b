"""Which session is told of what, and with how much of it: intents, shards, hidden content."""

from typing import Any

from bot.playground.errors import Json
from bot.playground.flags import ChannelKind, Intent, Permission
from bot.playground.interactions import Interaction
from bot.playground.message_payloads import emoji_json, gateway_message_json, interaction_json
from bot.playground.model import Channel, Guild, Message, User
from bot.playground.payloads import channel_json, full_member_json, guild_create_json
from bot.playground.world import Event, Reaction, World


def guild_id_of(event: Event) -> int | None:
    """The guild that decides on the shard."""
    subject = event.subject
    if isinstance(subject, Guild):
        return subject.id
    if isinstance(subject, Channel):
        return subject.guild_id
    return _channel_of(subject).guild_id


def data_for(event: Event, intents: Intent, world: World) -> Json | None:
    """The event's data for a session with these intents; None if it is not told."""
    subject = event.subject
    if isinstance(subject, Interaction):
        return interaction_json(subject, world.application)
    if isinstance(subject, Guild):
        told = Intent.GUILDS in intents and world.bot.id in subject.members
        return guild_data(subject, intents, world.bot) if told else None
    if isinstance(subject, Channel):
        return _new_channel(subject) if Intent.GUILDS in intents and _sees(world.bot, subject) else None
    if _wanted(subject) not in intents or not _sees(world.bot, _channel_of(subject)):
        return None
    return _about_message(event.name, subject, intents, world)


def guild_data(guild: Guild, intents: Intent, bot: User) -> Json:
    """A guild's GUILD_CREATE; only with the members intent it names others than the bot."""
    everybody = Intent.GUILD_MEMBERS in intents
    members = [m for m in guild.members.values() if everybody or m.user is bot]
    return guild_create_json(guild, members, bot)


def _new_channel(channel: Channel) -> Json:
    fresh = {"newly_created": True} if channel.kind is ChannelKind.THREAD else {}
    return channel_json(channel) | fresh


def _about_message(name: str, subject: Message | Reaction, intents: Intent, world: World) -> Json:
    if isinstance(subject, Reaction):
        return _reaction(name, subject)
    if name == "MESSAGE_DELETE":
        return _place(subject, "id")
    return gateway_message_json(subject, world.application, Intent.MESSAGE_CONTENT in intents)


def _reaction(name: str, subject: Reaction) -> Json:
    message = subject.message
    told = _place(message, "message_id") | {
        "user_id": str(subject.user.id), "emoji": emoji_json(subject.emoji), "burst": False, "type": 0,
    }  # fmt: skip
    if name == "MESSAGE_REACTION_ADD":
        told["message_author_id"] = str(message.author.id)
        if guild := message.channel.guild:
            told["member"] = full_member_json(guild.members[subject.user.id])
    return told


def _place(message: Message, key: str) -> Json:
    place: dict[str, Any] = {key: str(message.id), "channel_id": str(message.channel.id)}
    if message.channel.guild_id:
        place["guild_id"] = str(message.channel.guild_id)
    return place


def _channel_of(subject: Message | Interaction | Reaction) -> Channel:
    return subject.message.channel if isinstance(subject, Reaction) else subject.channel


def _wanted(subject: Message | Reaction) -> Intent:
    direct = _channel_of(subject).kind is ChannelKind.DM
    if isinstance(subject, Reaction):
        return Intent.DIRECT_MESSAGE_REACTIONS if direct else Intent.GUILD_MESSAGE_REACTIONS
    return Intent.DIRECT_MESSAGES if direct else Intent.GUILD_MESSAGES


def _sees(bot: User, channel: Channel) -> bool:
    return Permission.VIEW_CHANNEL in channel.permissions(bot)
