"""The world in memory: makes its things, changes them, and tells whoever listens (the gateway)."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import reduce
from itertools import takewhile
from typing import Any

from bot.playground import mentions
from bot.playground.errors import Json, unknown
from bot.playground.flags import USUAL, ChannelKind, InteractionKind, MessageFlag, Permission
from bot.playground.ids import Clock, Snowflakes
from bot.playground.installs import Owners
from bot.playground.interactions import FIRST_RESPONSE_SECONDS, Interaction
from bot.playground.model import Application, Channel, Guild, Member, Message, Team, User
from bot.playground.waiting import Changes

# Discord's own client forgets its ephemeral messages sooner.
KEPT_EPHEMERAL = 1_000


@dataclass(frozen=True)
class Reaction:
    """A reaction that somebody put on a message, or took away."""

    message: Message
    user: User
    emoji: str


@dataclass(frozen=True)
class Role:
    """The role of one member."""

    guild: Guild
    member: Member


@dataclass(frozen=True)
class Deleted:
    """Messages of one channel that were deleted together."""

    channel: Channel
    messages: tuple[Message, ...]


Subject = Guild | Channel | Message | Interaction | Reaction | Role | Deleted


@dataclass(frozen=True)
class Event:
    """Something that happened, by the gateway's name for it."""

    name: str
    subject: Subject


class World:
    """Everything that exists. Methods change it at once; waiting is done on `changes`.

    `lateness` is how many seconds ago an interaction happened when the bot is told of it.
    """

    def __init__(self) -> None:
        self.clock = Clock()
        self.ids = Snowflakes(self.clock)
        self.changes = Changes()
        self.listeners: list[Callable[[Event], None]] = []
        self.first_response_seconds = FIRST_RESPONSE_SECONDS
        self.lateness = 0.0
        self.users: dict[int, User] = {}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.interactions: dict[str, Interaction] = {}
        self.ephemeral: dict[int, Message] = {}
        self.commands: list[Json] = []
        owner, bot = self.add_user("owner"), self.add_user("depeche", bot=True)
        self.application = Application(bot.id, "Dépêche", owner, bot)

    @property
    def bot(self) -> User:
        """The bot's own user."""
        return self.application.bot

    def add_user(self, name: str, locale: str = "en-US", bot: bool = False) -> User:
        """A new user, in no guild yet."""
        user = User(self.ids.next(), name, locale, bot)
        self.users[user.id] = user
        return user

    def add_team(self, name: str, *members: User) -> Team:
        """Give the application to a team."""
        self.application.team = Team(self.ids.next(), name, list(members))
        return self.application.team

    def add_guild(
        self,
        name: str,
        locale: str = "en-US",
        owner: User | None = None,
        bot_permissions: Permission = USUAL,
        with_bot: bool = True,
    ) -> Guild:
        """A new guild, with no channel yet; without the bot, only who installed the app can use it there."""
        guild = Guild(self.ids.next(), name, owner or self.application.owner, locale)
        self.guilds[guild.id] = guild
        self.join(guild, guild.owner)
        if with_bot:
            self.join(guild, self.bot, bot_permissions)
        self._tell("GUILD_CREATE", guild)
        return guild

    def join(self, guild: Guild, user: User, permissions: Permission = USUAL) -> Member:
        """Make a user a member."""
        member = Member(user, permissions, self.ids.next(), datetime.now(UTC))
        guild.members[user.id] = member
        return member

    def forbid(self, channel: Channel, *permissions: Permission) -> None:
        """Take permissions of the bot away in one channel."""
        self._override(channel, lambda allowed, permission: allowed & ~permission, permissions)

    def allow(self, channel: Channel, *permissions: Permission) -> None:
        """Give the bot permissions in one channel."""
        self._override(channel, lambda allowed, permission: allowed | permission, permissions)

    def set_role(self, guild: Guild, user: User, permissions: Permission) -> None:
        """Change what a member may do wherever a channel says nothing else."""
        member = guild.members[user.id]
        member.permissions = permissions
        self._tell("GUILD_ROLE_UPDATE", Role(guild, member))

    def add_channel(self, guild: Guild, name: str, kind: ChannelKind = ChannelKind.TEXT) -> Channel:
        """A new channel, of text unless told otherwise."""
        channel = Channel(self.ids.next(), name, kind, self.changes, guild)
        return self._open(channel, "CHANNEL_CREATE")

    def add_thread(self, parent: Channel, name: str, *joined: User) -> Channel:
        """A new thread of a channel: a private one where it is said who is in it."""
        kind = ChannelKind.PRIVATE_THREAD if joined else ChannelKind.THREAD
        thread = Channel(self.ids.next(), name, kind, self.changes, parent.guild, parent, joined=joined)
        return self._open(thread, "THREAD_CREATE")

    def direct_channel(self, user: User) -> Channel:
        """The direct channel between a user and the bot, made at first use."""
        for channel in self.channels.values():
            if channel.recipient is user:
                return channel
        return self._private(ChannelKind.DM, user.name, user, self.bot)

    def add_private_channel(self, *people: User) -> Channel:
        """A channel of people that the bot is not in: a direct one between two, a group of more."""
        kind = ChannelKind.GROUP if len(people) > 2 else ChannelKind.DM
        return self._private(kind, ", ".join(user.name for user in people), *people)

    def install(self, user: User) -> None:
        """Have a person install the application for themselves."""
        self.application.installed_by.add(user)

    def channel(self, channel_id: int) -> Channel:
        """A channel by identifier; ApiError 10003 if there is none."""
        if channel_id not in self.channels:
            raise unknown("Channel")
        return self.channels[channel_id]

    def post(
        self, channel: Channel, author: User, allowed_mentions: Json | None = None, **details: Any
    ) -> Message:
        """Write a message; `details` are the fields of `Message`. An ephemeral one is in no channel."""
        details.setdefault("content", "")
        message = Message(self.ids.next(), channel, author, **details)
        message.mentions = mentions.resolve(message, self.users, allowed_mentions)
        if message.ephemeral:
            self.ephemeral[message.id] = message
            if len(self.ephemeral) > KEPT_EPHEMERAL:
                del self.ephemeral[next(iter(self.ephemeral))]
            self.changes.happened()
        else:
            channel.messages[message.id] = message
            self._tell("MESSAGE_CREATE", message)
        return message

    def edit(self, message: Message, allowed_mentions: Json | None = None, **changed: Any) -> Message:
        """Change fields of a message; its mentions are read again where its text is among them."""
        for name, value in changed.items():
            setattr(message, name, value)
        message.flags &= ~MessageFlag.LOADING
        message.edited_at = datetime.fromtimestamp(self.clock.now(), UTC)
        if mentions.text_fields(message) & changed.keys():
            message.mentions = mentions.resolve(message, self.users, allowed_mentions)
        self._tell_visible("MESSAGE_UPDATE", message)
        return message

    def remove(self, message: Message) -> None:
        """Delete a message."""
        message.deleted = True
        message.channel.messages.pop(message.id, None)
        self.ephemeral.pop(message.id, None)
        self._tell_visible("MESSAGE_DELETE", message)

    def dismiss(self, message: Message) -> None:
        """Take an ephemeral message off the screen; for the bot it is still there."""
        self.ephemeral.pop(message.id, None)
        self.changes.happened()

    def remove_many(self, channel: Channel, messages: list[Message]) -> None:
        """Delete several messages of a guild's channel at once."""
        for message in messages:
            message.deleted = True
            channel.messages.pop(message.id, None)
        self._tell("MESSAGE_DELETE_BULK", Deleted(channel, tuple(messages)))

    def react(self, message: Message, user: User, emoji: str, added: bool = True) -> None:
        """Put a reaction on a message, or take it away."""
        reacting = message.reactions.setdefault(emoji, [])
        if added == (user in reacting):
            return
        if added:
            reacting.append(user)
        else:
            reacting.remove(user)
        self._tell(f"MESSAGE_REACTION_{'ADD' if added else 'REMOVE'}", Reaction(message, user, emoji))

    def type(self, channel: Channel, user: User) -> None:
        """Show that somebody is typing."""
        channel.typing[user] += 1
        self.changes.happened()

    def interact(
        self, kind: InteractionKind, user: User, channel: Channel, data: Json, owners: Owners, **details: Any
    ) -> Interaction:
        """Send a person's act to the bot."""
        interaction = Interaction(
            self.ids.next(), secrets.token_urlsafe(32), kind, user, channel, data, owners, self.clock,
            first_response_seconds=self.first_response_seconds, lateness=self.lateness, **details,
        )  # fmt: skip
        self._forget_interactions()
        self.interactions[interaction.token] = interaction
        self._tell("INTERACTION_CREATE", interaction)
        return interaction

    def _forget_interactions(self) -> None:
        for interaction in list(takewhile(lambda one: one.over, self.interactions.values())):
            del self.interactions[interaction.token]

    def _override(
        self,
        channel: Channel,
        change: Callable[[Permission, Permission], Permission],
        permissions: tuple[Permission, ...],
    ) -> None:
        channel.overrides[self.bot.id] = reduce(change, permissions, channel.permissions(self.bot))
        self._tell("CHANNEL_UPDATE", channel)

    def _private(self, kind: ChannelKind, name: str, *people: User) -> Channel:
        channel = Channel(self.ids.next(), name, kind, self.changes, people=people)
        self.channels[channel.id] = channel
        return channel

    def _open(self, channel: Channel, name: str) -> Channel:
        self.channels[channel.id] = channel
        if channel.guild:
            channel.guild.channels[channel.id] = channel
        self._tell(name, channel)
        return channel

    def _tell_visible(self, name: str, message: Message) -> None:
        if message.ephemeral:
            self.changes.happened()
        else:
            self._tell(name, message)

    def _tell(self, name: str, subject: Subject) -> None:
        for listener in self.listeners:
            listener(Event(name, subject))
        self.changes.happened()
