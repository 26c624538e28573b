"""The form that tells that an answer is wrong or poor: those who run the bot read it in the log."""

from __future__ import annotations

import logging
from typing import Any

import discord
from discord import ui

from bot.answering.facts import Language
from bot.answering.wording import say
from bot.doors.discord.errors import reporting

log = logging.getLogger(__name__)

REASON = 500
_SHOWN = 200


class FlagForm(ui.Modal):
    """Asks what is wrong, and thanks for it."""

    def __init__(self, language: Language, question: str) -> None:
        super().__init__(title=say(language, "flag-title"), timeout=600)
        self._language = language
        self._question = question
        self._reason: ui.TextInput[FlagForm] = ui.TextInput(
            label=say(language, "flag-reason"),
            style=discord.TextStyle.paragraph,
            min_length=3,
            max_length=REASON,
            placeholder=say(language, "flag-hint"),
        )
        self.add_item(self._reason)

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Notes it; nobody's name goes with it."""
        async with reporting(interaction):
            log.warning("flagged: %r, asked: %r", self._reason.value, self._question[:_SHOWN])
            await interaction.response.send_message(say(self._language, "flag-thanks"), ephemeral=True)
