"""The buttons under a reply: all they need stands in their custom_id, so they outlive a restart."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Any, Self

import discord
from discord import ui

from bot.answering.facts import Language
from bot.answering.wording import say
from bot.doors.discord.drawing import Drawing, draw, plain
from bot.doors.discord.errors import reporting
from bot.doors.discord.flagging import FlagForm
from bot.doors.discord.pacing import is_too_fast
from bot.doors.discord.parts import Parts
from bot.doors.discord.reasons import reasons
from bot.doors.discord.replying import is_shared, respond
from bot.doors.discord.translator import spoken
from bot.service import Asked

Interaction = discord.Interaction[Any]
Press = Callable[[Parts, Interaction, Language, str], Awaitable[None]]
Item = type[ui.DynamicItem[ui.Item[Any]]]


def pressed(name: str, argument: str, press: Press) -> Callable[[Parts], Item]:
    """What answers every button named `name:language:argument`, also those from before a restart."""

    def item(parts: Parts) -> Item:
        template = re.compile(rf"{name}:(?P<language>fr|en):(?P<argument>{argument})", re.DOTALL)

        class Pressed(ui.DynamicItem[ui.Item[Any]], template=template):
            """One pressed button or select."""

            def __init__(self, item: ui.Item[Any], language: Language, argument: str) -> None:
                super().__init__(item)
                self.language = language
                self.argument = argument

            @classmethod
            async def from_custom_id(
                cls, interaction: Interaction, item: ui.Item[Any], match: re.Match[str], /
            ) -> Self:
                """Built from what was pressed."""
                return cls(item, "fr" if match["language"] == "fr" else "en", match["argument"])

            async def callback(self, interaction: Interaction) -> None:
                """Answers the presser."""
                async with reporting(interaction):
                    await press(parts, interaction, self.language, self.argument)

        return Pressed

    return item


async def _ask(parts: Parts, interaction: Interaction, language: Language, fact_id: str) -> None:
    if await is_too_fast(interaction, parts, spoken(interaction.locale)):
        return
    reply = parts.service.recall(fact_id, language)
    drawings = draw(reply) if reply else [plain(say(language, "button-outdated"), language)]
    # Among others the presser alone sees it, so that channels stay quiet.
    await respond(interaction, drawings, private=is_shared(interaction))


async def _in(parts: Parts, interaction: Interaction, language: Language, mark: str) -> None:
    text = _question(parts, interaction, mark)
    drawings = [_forgotten(language)]
    if text is not None:
        drawings = draw(parts.service.answer_in(Asked(text), language))
    await respond(interaction, drawings, private=True)


async def _why(parts: Parts, interaction: Interaction, language: Language, mark: str) -> None:
    text, reader = _question(parts, interaction, mark), spoken(interaction.locale)
    if text is None:
        await respond(interaction, [_forgotten(reader)], private=True)
        return
    reply = parts.service.answer_in(Asked(text, language), reader)
    await respond(interaction, reasons(reply, parts.service), private=True)


async def _flag(parts: Parts, interaction: Interaction, language: Language, mark: str) -> None:
    text = _question(parts, interaction, mark) or mark
    await interaction.response.send_modal(FlagForm(spoken(interaction.locale), text))


def _question(parts: Parts, interaction: Interaction, mark: str) -> str | None:
    """The question above a button: from the button, from memory, or from the message it replies to."""
    if (text := parts.questions.text(mark)) is not None:
        return text
    reference = interaction.message.reference if interaction.message else None
    asked = reference.resolved if reference else None
    return asked.content or None if isinstance(asked, discord.Message) else None


def _forgotten(language: Language) -> Drawing:
    return plain(say(language, "button-forgotten"), language)


offer_buttons = pressed("ask", r"[a-z0-9.-]{1,60}", _ask)
language_buttons = pressed("in", r".{1,90}", _in)
why_buttons = pressed("why", r".{1,90}", _why)
flag_buttons = pressed("flag", r".{1,90}", _flag)
