"""The form that tells that an answer is wrong or poor: those who run the bot read it in the log."""

from __future__ import annotations

import logging
import re
from typing import Any

import discord
from discord import ui

from bot.answering.facts import Language
from bot.answering.typography import typeset
from bot.answering.wording import say
from bot.doors.discord.errors import reporting
from bot.doors.discord.pacing import is_too_fast
from bot.doors.discord.parts import Parts
from bot.doors.discord.questions import key
from bot.doors.discord.translator import spoken
from bot.doors.discord.whispering import whisper

log = logging.getLogger(__name__)

REASON = 500
_SHOWN = 200
_FORM = re.compile(r"flagged:(?P<mark>.{1,90})", re.DOTALL)


class FlagForm(ui.Modal):
    """Asks what is wrong; what is sent is answered by the form's custom_id, also after a restart."""

    def __init__(self, language: Language, question: str) -> None:
        super().__init__(
            title=typeset(say(language, "flag-title"), language), custom_id=f"flagged:{key(question)}"
        )
        reason: ui.TextInput[FlagForm] = ui.TextInput(
            label=typeset(say(language, "flag-reason"), language),
            style=discord.TextStyle.paragraph,
            min_length=3,
            max_length=REASON,
            placeholder=typeset(say(language, "flag-hint"), language),
        )
        self.add_item(reason)
        # A stopped form is not kept in memory, whether or not it is ever sent.
        self.stop()


async def receive(interaction: discord.Interaction[Any], parts: Parts) -> None:
    """Notes what a form tells; nobody's name goes with it."""
    data: Any = interaction.data or {}
    form = _FORM.fullmatch(data.get("custom_id", ""))
    if interaction.type is not discord.InteractionType.modal_submit or form is None:
        return
    async with reporting(interaction):
        if await is_too_fast(interaction, parts):
            return
        question = parts.questions.text(form["mark"]) or form["mark"]
        log.warning("flagged: %r, asked: %r", _reason(data), question[:_SHOWN])
        await whisper(interaction, say(spoken(interaction.locale), "flag-thanks"))


def _reason(data: Any) -> str:
    """What was written into the form's only field."""
    return str(data["components"][0]["components"][0]["value"])
