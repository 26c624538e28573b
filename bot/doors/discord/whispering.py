"""Lines for one user alone: in their language, set as it wants, in as many messages as they need."""

from __future__ import annotations

from typing import Any

import discord

from bot.answering.typography import typeset
from bot.doors.discord.drawing import split
from bot.doors.discord.translator import spoken


async def whisper(interaction: discord.Interaction[Any], *lines: str) -> None:
    """Says lines to the user, as the first response or after it."""
    for piece in split(typeset("\n".join(lines), spoken(interaction.locale))):
        if interaction.response.is_done():
            await interaction.followup.send(piece, ephemeral=True)
        else:
            await interaction.response.send_message(piece, ephemeral=True)
