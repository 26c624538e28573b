"""The things of the world: users, guilds, channels, messages, the application.

`world.World` makes and changes them; `interactions` has the interaction, `payloads` their JSON.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from bot.playground.errors import Json
from bot.playground.flags import (
    EVERY,
    NO_FLAGS,
    NO_INTENTS,
    ChannelKind,
    Context,
    Intent,
    MessageFlag,
    Permission,
)
from bot.playground.ids import moment
from bot.playground.waiting import Changes

if TYPE_CHECKING:
    from bot.playground.interactions import Interaction


@dataclass(eq=False)
class User:
    """A person or a bot, with the locale that their client shows."""

    id: int
    name: str
    locale: str = "en-US"
    bot: bool = False
    global_name: str | None = None

    @property
    def shown_name(self) -> str:
        """The name that others read."""
        return self.global_name or self.name

    @property
    def mention(self) -> str:
        """The text that mentions them."""
        return f"<@{self.id}>"


@dataclass(eq=False)
class Team:
    """The team that owns the application, if one does."""

    id: int
    name: str
    members: list[User]


@dataclass(eq=False)
class Application:
    """The application behind the bot.

    `privileged` are the intents switched on in the developer portal, `installed_by` the people who
    installed it for themselves.
    """

    id: int
    name: str
    owner: User
    bot: User
    team: Team | None = None
    privileged: Intent = NO_INTENTS
    installed_by: set[User] = field(default_factory=set)


@dataclass(eq=False)
class Member:
    """A user in a guild. Their permissions come from a role of their own."""

    user: User
    permissions: Permission
    role_id: int
    joined_at: datetime


@dataclass(eq=False)
class Guild:
    """A server."""

    id: int
    name: str
    owner: User
    locale: str = "en-US"
    members: dict[int, Member] = field(default_factory=dict, repr=False)
    channels: "dict[int, Channel]" = field(default_factory=dict, repr=False)


@dataclass(eq=False)
class Channel:
    """A channel or a thread (with `parent`) of a guild; or, among `people` alone, a DM or a group.

    `joined` are the members of a private thread.
    """

    id: int
    name: str
    kind: ChannelKind
    changes: Changes = field(repr=False)
    guild: Guild | None = None
    parent: "Channel | None" = field(default=None, repr=False)
    people: tuple[User, ...] = ()
    joined: tuple[User, ...] = ()
    overrides: dict[int, Permission] = field(default_factory=dict)
    messages: "dict[int, Message]" = field(default_factory=dict, repr=False)
    typing: Counter[User] = field(default_factory=Counter, repr=False)

    @property
    def guild_id(self) -> int | None:
        """The guild's identifier, or None in a direct channel."""
        return self.guild.id if self.guild else None

    @property
    def context(self) -> Context:
        """Which kind of place this is to the bot."""
        if self.guild:
            return Context.GUILD
        return Context.BOT_DM if any(user.bot for user in self.people) else Context.PRIVATE_CHANNEL

    @property
    def recipient(self) -> User | None:
        """Whom the bot talks to, if this is a direct channel with it."""
        others = [user for user in self.people if not user.bot]
        return others[0] if self.context is Context.BOT_DM else None

    def permissions(self, user: User) -> Permission:
        """What a user may do here; a thread takes its parent's overrides."""
        if self.guild is None:
            return EVERY & ~Permission.ADMINISTRATOR if user in self.people else Permission(0)
        member = self.guild.members.get(user.id)
        if member is None:
            return Permission(0)
        if Permission.ADMINISTRATOR in member.permissions or user is self.guild.owner:
            return EVERY
        allowed = (self.parent or self).overrides.get(user.id, member.permissions)
        shut_out = self.kind is ChannelKind.PRIVATE_THREAD and user not in self.joined
        return Permission(0) if shut_out and Permission.MANAGE_THREADS not in allowed else allowed

    def after(self, message: "Message | None", by: User | None = None) -> "list[Message]":
        """The messages that everybody sees, later than `message`, of one author if given."""
        since = message.id if message else 0
        return [m for m in self.messages.values() if m.id > since and by in (None, m.author)]

    async def next_message(
        self, after: "Message | None" = None, by: User | None = None, timeout: float = 3.0
    ) -> "Message":
        """The first message later than `after` (than now, without it); TimeoutError if none comes."""
        start = after or next(reversed(self.messages.values()), None)
        return (await self.changes.until(lambda: self.after(start, by), timeout))[0]

    async def stays_silent(self, after: "Message", seconds: float = 0.2) -> bool:
        """Whether nobody writes anything after a message for so long."""
        try:
            await self.changes.until(lambda: self.after(after), seconds)
        except TimeoutError:
            return True
        return False


@dataclass(frozen=True)
class Button:
    """A button as a person sees it; `custom_id` is None on a link."""

    label: str
    custom_id: str | None
    url: str | None
    disabled: bool
    style: int


@dataclass(frozen=True)
class Mentions:
    """Whom a message pinged, after allowed_mentions."""

    users: tuple[User, ...] = ()
    roles: tuple[int, ...] = ()
    everyone: bool = False


@dataclass(eq=False)
class Message:
    """A message. `reference` is what it replies to, `interaction` what it answers."""

    id: int
    channel: Channel = field(repr=False)
    author: User
    content: str
    flags: MessageFlag = NO_FLAGS
    components: list[Json] = field(default_factory=list, repr=False)
    embeds: list[Json] = field(default_factory=list, repr=False)
    mentions: Mentions = Mentions()
    reference: "Message | None" = field(default=None, repr=False)
    interaction: "Interaction | None" = field(default=None, repr=False)
    nonce: str | int | None = None
    edited_at: datetime | None = None
    reactions: dict[str, list[User]] = field(default_factory=dict)
    deleted: bool = False

    @property
    def sent_at(self) -> datetime:
        """When it was written."""
        return moment(self.id)

    @property
    def ephemeral(self) -> bool:
        """Whether only the person who asked sees it."""
        return MessageFlag.EPHEMERAL in self.flags

    @property
    def loading(self) -> bool:
        """Whether it still says that the bot is thinking."""
        return MessageFlag.LOADING in self.flags

    @property
    def buttons(self) -> list[Button]:
        """Its buttons in reading order."""
        parts = (part for part in walk(self.components) if part["type"] == 2)
        return [
            Button(p.get("label", ""), p.get("custom_id"), p.get("url"), p.get("disabled", False), p["style"])
            for p in parts
        ]

    def pings(self, user: User) -> bool:
        """Whether it notified this user."""
        return self.mentions.everyone or user in self.mentions.users

    async def until(self, holds: "Callable[[Message], bool]", timeout: float = 3.0) -> "Message":
        """Itself once `holds` says yes, for edits, reactions and deletion; TimeoutError otherwise."""
        await self.channel.changes.until(lambda: holds(self), timeout)
        return self


def walk(components: list[Json]) -> Iterator[Json]:
    """Every component of a tree, parents first."""
    for part in components:
        yield part
        inner = [part[key] for key in ("accessory", "component") if key in part]
        yield from walk([*part.get("components", []), *inner])
