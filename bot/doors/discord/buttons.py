"""The buttons under a reply: all they need stands in their custom_id, so they outlive a restart."""

from __future__ import annotations

from typing import Any

import discord

from bot.answering.facts import Language
from bot.answering.wording import say
from bot.doors.discord.drawing import Drawing, other, plain
from bot.doors.discord.flagging import FlagForm
from bot.doors.discord.listen import without_mention
from bot.doors.discord.parts import Parts
from bot.doors.discord.pressing import pressed
from bot.doors.discord.reasons import reasons
from bot.doors.discord.replying import is_shared, respond
from bot.doors.discord.translator import spoken
from bot.service import Asked

Interaction = discord.Interaction[Any]


async def _ask(parts: Parts, interaction: Interaction, language: Language, fact_id: str) -> None:
    reply = parts.service.recall(fact_id, language)
    drawings = parts.draw(reply) if reply else [plain(say(language, "button-outdated"), language)]
    # Among others the presser alone sees it, so that channels stay quiet.
    await respond(interaction, drawings, private=is_shared(interaction))


async def _in(parts: Parts, interaction: Interaction, language: Language, mark: str) -> None:
    text = _question(parts, interaction, mark)
    drawings = [_forgotten(language)]
    if text is not None:
        drawings = parts.draw(parts.service.answer_in(Asked(text, other(language)), language))
    await respond(interaction, drawings, private=True)


async def _why(parts: Parts, interaction: Interaction, language: Language, mark: str) -> None:
    text, reader = _question(parts, interaction, mark), spoken(interaction.locale)
    if text is None:
        await respond(interaction, [_forgotten(reader)], private=True)
        return
    reply = parts.service.answer_in(Asked(text, language), reader)
    await respond(interaction, reasons(reply, parts.service), private=True)


async def _passage(parts: Parts, interaction: Interaction, language: Language, fact_id: str) -> None:
    lines = [f"> {sentence}" for sentence in parts.service.passages(fact_id)]
    heading = say(language, "passage" if lines else "passage-gone")
    await respond(interaction, [plain("\n".join([heading, *lines]), language)], private=True)


async def _flag(parts: Parts, interaction: Interaction, language: Language, mark: str) -> None:
    text = _question(parts, interaction, mark) or mark
    await interaction.response.send_modal(FlagForm(spoken(interaction.locale), text))


def _question(parts: Parts, interaction: Interaction, mark: str) -> str | None:
    """The question above a button: from the button, from memory, or from the message it replies to."""
    if (text := parts.questions.text(mark)) is not None:
        return text
    reference = interaction.message.reference if interaction.message else None
    asked = reference.resolved if reference else None
    if not isinstance(asked, discord.Message) or interaction.client.user is None:
        return None
    return without_mention(asked.content, interaction.client.user) or None


def _forgotten(language: Language) -> Drawing:
    return plain(say(language, "button-forgotten"), language)


_LANGUAGE = r"(?P<language>fr|en)"
_MARK = r"(?P<mark>.{1,90})"

offer_buttons = pressed(rf"ask:{_LANGUAGE}:(?P<fact_id>[a-z0-9.-]{{1,60}})", _ask, asks=True)
language_buttons = pressed(rf"in:{_LANGUAGE}:{_MARK}", _in, asks=True)
why_buttons = pressed(rf"why:{_LANGUAGE}:{_MARK}", _why, asks=True)
passage_buttons = pressed(rf"passage:{_LANGUAGE}:(?P<fact_id>[a-z0-9.-]{{1,60}})", _passage)
flag_buttons = pressed(rf"flag:{_LANGUAGE}:{_MARK}", _flag)
