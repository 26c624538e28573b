"""Which session is told of what, and with how much of it: intents, shards, hidden content."""

from typing import Any

from bot.playground.errors import Json
from bot.playground.flags import ChannelKind, Intent, Permission
from bot.playground.interactions import Interaction
from bot.playground.message_payloads import emoji_json, gateway_message_json, interaction_json
from bot.playground.model import Channel, Guild, Message, User
from bot.playground.payloads import channel_json, full_member_json, guild_create_json, roles_json
from bot.playground.world import Deleted, Event, Reaction, Role, World

AboutMessage = Message | Reaction | Deleted


def guild_id_of(event: Event) -> int | None:
    """The guild that decides on the shard."""
    subject = event.subject
    if isinstance(subject, Guild):
        return subject.id
    return subject.guild.id if isinstance(subject, Role) else _channel_of(subject).guild_id


def data_for(event: Event, intents: Intent, world: World) -> Json | None:
    """The event's data for a session with these intents; None if it is not told."""
    subject = event.subject
    if isinstance(subject, Interaction):
        return interaction_json(subject, world.application)
    if isinstance(subject, Guild | Role | Channel):
        return _about_guild(event.name, subject, intents, world) if Intent.GUILDS in intents else None
    if _wanted(subject) not in intents or not _sees(world.bot, _channel_of(subject)):
        return None
    return _about_message(event.name, subject, intents, world)


def _about_guild(name: str, subject: Guild | Role | Channel, intents: Intent, world: World) -> Json | None:
    guild = subject if isinstance(subject, Guild) else subject.guild
    if guild is None or world.bot.id not in guild.members:
        return None
    if isinstance(subject, Guild):
        return guild_data(subject, intents, world.bot)
    if isinstance(subject, Role):
        role = next(role for role in roles_json(guild) if role["id"] == str(subject.member.role_id))
        return {"guild_id": str(guild.id), "role": role}
    if name == "CHANNEL_UPDATE":  # told even where it says that the bot sees the channel no longer
        return channel_json(subject)
    return _new_channel(subject) if _sees(world.bot, subject) else None


def guild_data(guild: Guild, intents: Intent, bot: User) -> Json:
    """A guild's GUILD_CREATE; only with the members intent it names others than the bot."""
    everybody = Intent.GUILD_MEMBERS in intents
    members = [m for m in guild.members.values() if everybody or m.user is bot]
    return guild_create_json(guild, members, bot)


def _new_channel(channel: Channel) -> Json:
    fresh = {"newly_created": True} if channel.parent else {}
    return channel_json(channel) | fresh


def _about_message(name: str, subject: AboutMessage, intents: Intent, world: World) -> Json:
    if isinstance(subject, Reaction):
        return _reaction(name, subject)
    if isinstance(subject, Deleted):
        ids = [str(message.id) for message in subject.messages]
        return {"ids": ids, "channel_id": str(subject.channel.id), "guild_id": str(subject.channel.guild_id)}
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


def _channel_of(subject: AboutMessage | Interaction | Channel) -> Channel:
    if isinstance(subject, Channel):
        return subject
    return subject.message.channel if isinstance(subject, Reaction) else subject.channel


def _wanted(subject: AboutMessage) -> Intent:
    direct = _channel_of(subject).kind is ChannelKind.DM
    if isinstance(subject, Reaction):
        return Intent.DIRECT_MESSAGE_REACTIONS if direct else Intent.GUILD_MESSAGE_REACTIONS
    return Intent.DIRECT_MESSAGES if direct else Intent.GUILD_MESSAGES


def _sees(bot: User, channel: Channel) -> bool:
    return Permission.VIEW_CHANNEL in channel.permissions(bot)
