"""Where something is said: the language of a public place, and the channel whose settings hold there."""

from __future__ import annotations

from typing import Any

import discord

from bot.answering.facts import Language
from bot.doors.discord.parts import Parts
from bot.doors.discord.translator import wish


async def public_wish(
    parts: Parts, guild_id: int | None, locale: discord.Locale | None, channel: Any
) -> Language | None:
    """The language for texts that tell none: the channel's, else the server's, else its locale's."""
    if guild_id is None:  # a group of people, which nobody can set up
        return wish(parts.settings, None)
    of_channel = await parts.preferences.of_channel(home(channel))
    of_guild = await parts.preferences.of_guild(guild_id)
    return of_channel.language or of_guild.language or wish(parts.settings, locale)


def home(channel: Any) -> int:
    """The id of the channel, or of the one that a thread is in."""
    return int(channel.parent_id if isinstance(channel, discord.Thread) else channel.id)
