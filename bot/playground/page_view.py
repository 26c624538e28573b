"""What one person sees of the world, as the JSON that the page draws."""

from collections import defaultdict
from heapq import nlargest
from itertools import islice
from operator import attrgetter

from bot.playground.errors import Json
from bot.playground.flags import ChannelKind, CommandKind, InteractionKind
from bot.playground.model import Channel, Guild, Message, User
from bot.playground.page_commands import command_views, used_path
from bot.playground.people import Person
from bot.playground.typed import as_typed
from bot.playground.world import World

# How much of a channel's past the page keeps.
NEWEST = 100
# What the page draws otherwise than a text channel.
KINDS = {
    ChannelKind.DM: "direct", ChannelKind.GROUP: "direct",
    ChannelKind.THREAD: "thread", ChannelKind.PRIVATE_THREAD: "thread",
}  # fmt: skip

# What somebody calls the commands, by id and real name.
Names = dict[tuple[str, str], str]


def surroundings(world: World, person: Person, online: bool) -> Json:
    """What stands around the messages: who there is, where one may go, whether the bot is connected."""
    return {
        "me": str(person.id),
        "bot": str(world.bot.id),
        "owner": str(world.application.owner.id),
        "people": {str(user.id): _user(user) for user in world.users.values()},
        "players": [str(user.id) for user in players(world)],
        "places": _places(world, person),
        "online": online,
    }


def players(world: World) -> list[User]:
    """Whom the page can act as; the bot's owner stands last, for most visitors are members."""
    people = [user for user in world.users.values() if not user.bot]
    return sorted(people, key=lambda user: user is world.application.owner)


def _user(user: User) -> Json:
    return {"name": user.shown_name, "username": user.name, "bot": user.bot, "locale": user.locale}


def _places(world: World, person: Person) -> list[Json]:
    seen = person.channels
    guilds = [guild for guild in world.guilds.values() if person.id in guild.members]
    places = [_place(guild, [c for c in seen if c.guild is guild], person) for guild in guilds]
    direct = [channel for channel in seen if channel.guild is None]
    return [*places, {"name": None, "channels": [_channel(c, person) for c in direct]}]


def _place(guild: Guild, channels: list[Channel], person: Person) -> Json:
    # A thread stands below its parent.
    ordered = sorted(channels, key=lambda c: (c.parent.id if c.parent else c.id, c.id))
    return {"name": guild.name, "channels": [_channel(c, person) for c in ordered]}


def _channel(channel: Channel, person: Person) -> Json:
    others = [user.shown_name for user in channel.people if user is not person.user]
    members = channel.guild.members if channel.guild else [user.id for user in channel.people]
    return {
        "id": str(channel.id),
        "guild": str(channel.guild.id) if channel.guild else None,
        "name": channel.name if channel.guild else ", ".join(others),
        "kind": KINDS.get(channel.kind, "text"),
        "type": channel.kind,
        "parent": str(channel.parent.id) if channel.parent else None,
        "members": [str(user_id) for user_id in members],
        "writable": person.may_write(channel),
    }


def messages(world: World, person: Person) -> dict[str, Json]:
    """The newest messages of every channel that the person sees, with those that they alone see."""
    mentions = typed_names(world)
    commands = {
        (command["id"], view["path"]): view["name"]
        for command in world.commands
        for view in command_views([command], person.user.locale)
    }
    private: defaultdict[Channel, list[Message]] = defaultdict(list)
    for message in filter(person.sees, world.ephemeral.values()):
        private[message.channel].append(message)
    seen = (message for channel in person.channels for message in _newest(channel, private[channel]))
    return {str(message.id): _message(message, person, mentions, commands) for message in seen}


def _newest(channel: Channel, private: list[Message]) -> list[Message]:
    public = islice(reversed(channel.messages.values()), NEWEST)
    return nlargest(NEWEST, (*public, *private), key=attrgetter("id"))


def typed_names(world: World) -> dict[str, str]:
    """What people type for a mention, and the mention."""
    named = {f"@{user.name}": user.mention for user in world.users.values()}
    named |= {f"@{user.shown_name}": user.mention for user in world.users.values()}
    channels = (channel for channel in world.channels.values() if channel.guild)
    return named | {f"#{channel.name}": f"<#{channel.id}>" for channel in channels}


def _message(message: Message, person: Person, mentions: dict[str, str], commands: Names) -> Json:
    mine = message.author is person.user
    return {
        "id": str(message.id),
        "channel": str(message.channel.id),
        "author": str(message.author.id),
        "asker": str(message.interaction.user.id) if message.interaction else None,
        "content": message.content,
        "typed": as_typed(message.content, mentions) if mine else None,
        "sent": message.sent_at.isoformat(),
        "edited": message.edited_at.isoformat() if message.edited_at else None,
        "reply": _replied(message.reference) if message.reference else None,
        "command": _command(message, commands),
        "reactions": _reactions(message, person.user),
        "components": message.components,
        "embeds": message.embeds,
        "private": message.ephemeral,
        "thinking": message.loading,
        "pings": message.pings(person.user),
        "deletable": person.may_delete(message),
    }


def _replied(message: Message) -> Json:
    if message.deleted:
        return {"id": None}
    return {"id": str(message.id), "author": str(message.author.id), "content": message.content}


def _command(message: Message, names: Names) -> Json | None:
    interaction = message.interaction
    if interaction is None or interaction.kind is not InteractionKind.COMMAND:
        return None
    slash = interaction.data["type"] == CommandKind.CHAT_INPUT
    path = used_path(interaction.data)
    name = names.get((interaction.data["id"], path), path)
    return {"user": str(interaction.user.id), "name": name, "slash": slash}


def _reactions(message: Message, person: User) -> list[Json]:
    return [
        {
            "emoji": emoji.partition(":")[0],
            "path": emoji,
            "mine": person in users,
            "people": [str(user.id) for user in users],
        }
        for emoji, users in message.reactions.items()
        if users
    ]
