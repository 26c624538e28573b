"""Lines for one user alone: in their language, set as it wants, in as many messages as they need."""

from __future__ import annotations

from typing import Any

import discord

from bot.doors.discord.drawing import pages
from bot.doors.discord.replying import respond
from bot.doors.discord.translator import spoken


async def whisper(interaction: discord.Interaction[Any], *lines: str) -> None:
    """Says lines to the user, as the first response or after it."""
    await respond(interaction, pages("\n".join(lines), spoken(interaction.locale)), private=True)
