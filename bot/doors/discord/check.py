"""The message menu “Check against the article”: what a message claims, held against the facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import discord
from discord import app_commands, ui

from bot.answering.facts import Language
from bot.answering.statements import Checked, Statement
from bot.answering.wording import say
from bot.cooldown import Limit
from bot.doors.discord.drawing import Drawing, pages, short
from bot.doors.discord.parts import Parts
from bot.doors.discord.places import public_wish
from bot.doors.discord.pressing import pressed
from bot.doors.discord.questions import key
from bot.doors.discord.replying import is_shared, may_be_public, respond
from bot.doors.discord.translator import spoken, text, wish
from bot.doors.discord.whispering import whisper
from bot.service import Asked, Service

CheckCommand = app_commands.ContextMenu
_QUOTED = 150

ONCE = Limit(1, 3600.0)
"""How often a private result can be shown: its button goes with the first press, not before a second one."""


def check_command(parts: Parts) -> CheckCommand:
    """The menu's command: private first, with a button that shows the result to everybody."""

    async def check(interaction: discord.Interaction[Any], message: discord.Message) -> None:
        checked = parts.service.check(Asked(message.content, wish(parts.settings, interaction.locale)))
        drawings = _draw(checked, parts.service)
        if checked.statements and is_shared(interaction) and may_be_public(interaction):
            parts.questions.keep(message.content)
            drawings[-1]["view"].add_item(_show_button(message.content, checked.language))
        await respond(interaction, drawings, private=True)

    return app_commands.ContextMenu(name=text("command-check"), callback=check)


def _show_button(claim: str, language: Language) -> ui.Button[ui.View]:
    return ui.Button(
        style=discord.ButtonStyle.primary, label=say(language, "check-post"), custom_id=f"show:{key(claim)}"
    )


async def _show(parts: Parts, interaction: discord.Interaction[Any], mark: str) -> None:
    """Checks the claim again for everybody here, as far as Discord lets: in the language of the place."""
    claim = parts.questions.text(mark)
    if claim is None:
        await whisper(interaction, say(spoken(interaction.locale), "check-forgotten"))
        return
    await interaction.response.edit_message(view=None)
    if interaction.message and parts.cooldown.wait((("shown", interaction.message.id), ONCE)):
        return
    place = interaction.channel
    wished = await public_wish(parts, interaction.guild_id, interaction.guild_locale, place)
    for drawing in _draw(parts.service.check(Asked(claim, wished)), parts.service):
        await interaction.followup.send(**drawing)


def _draw(checked: Checked, service: Service) -> list[Drawing]:
    return pages("\n".join(_lines(checked, service)), checked.language)


def _lines(checked: Checked, service: Service) -> Iterator[str]:
    """The result in a line, then each claim with what the article has on it."""
    language = checked.language
    yield f"**{say(language, f'check-{checked.overall}' if checked.statements else 'check-nothing')}**"
    for statement in checked.statements:
        yield f"> {_quoted(statement)}"
        yield _found(statement, language, service)


def _quoted(statement: Statement) -> str:
    line = " ".join(statement.verdict.question.text.split())
    return discord.utils.escape_markdown(discord.utils.escape_mentions(short(line, _QUOTED)))


def _found(statement: Statement, language: Language, service: Service) -> str:
    fact_id = statement.fact_id
    reply = service.recall(fact_id, language) if fact_id else None
    sign = say(language, f"check-sign-{statement.finding}")
    return f"{sign} {reply.text}\n-# {reply.paragraph}" if reply else sign


show_buttons = pressed(r"show:(?P<mark>.{1,90})", _show)
