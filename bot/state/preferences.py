"""What the people of a server have set: its language, and how the bot behaves in a channel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from bot.answering.facts import Language

Mode = Literal["called", "answers", "hint"]
"""When the bot speaks up in a channel: when called, to any question it is sure of, or by a hint alone."""


@dataclass(frozen=True, slots=True)
class GuildPreferences:
    """Those of a server; without a language, its locale counts."""

    language: Language | None = None


@dataclass(frozen=True, slots=True)
class ChannelPreferences:
    """Those of a channel; without a language, its server's counts."""

    language: Language | None = None
    mode: Mode = "called"


class Preferences(Protocol):
    """Where they are kept."""

    async def of_guild(self, guild_id: int) -> GuildPreferences:
        """Those of a server, or what holds where nothing was set."""

    async def of_channel(self, channel_id: int) -> ChannelPreferences:
        """Those of a channel, or what holds where nothing was set."""

    async def keep_guild(self, guild_id: int, chosen: GuildPreferences) -> None:
        """Replaces those of a server."""

    async def keep_channel(self, channel_id: int, chosen: ChannelPreferences) -> None:
        """Replaces those of a channel."""


class PreferencesInMemory:
    """Keeps them until the bot stops."""

    def __init__(self) -> None:
        self._guilds: dict[int, GuildPreferences] = {}
        self._channels: dict[int, ChannelPreferences] = {}

    async def of_guild(self, guild_id: int) -> GuildPreferences:
        """Those of a server."""
        return self._guilds.get(guild_id, GuildPreferences())

    async def of_channel(self, channel_id: int) -> ChannelPreferences:
        """Those of a channel."""
        return self._channels.get(channel_id, ChannelPreferences())

    async def keep_guild(self, guild_id: int, chosen: GuildPreferences) -> None:
        """Replaces those of a server."""
        self._guilds[guild_id] = chosen

    async def keep_channel(self, channel_id: int, chosen: ChannelPreferences) -> None:
        """Replaces those of a channel."""
        self._channels[channel_id] = chosen
