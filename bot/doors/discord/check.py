"""The message menu “Check against the article”: what a message claims, held against the facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import discord
from discord import app_commands, ui

from bot.answering.facts import Language
from bot.answering.statements import Checked, Statement
from bot.answering.typography import typeset
from bot.answering.wording import say
from bot.doors.discord.drawing import Drawing, bare, plain, short, split
from bot.doors.discord.parts import Parts
from bot.doors.discord.pressing import pressed
from bot.doors.discord.replying import may_be_public, respond
from bot.doors.discord.translator import text, wish
from bot.service import Asked, Service

CheckCommand = app_commands.ContextMenu
_QUOTED = 150


def check_command(parts: Parts) -> CheckCommand:
    """The menu's command: private first, with a button that shows the result to everybody."""

    async def check(interaction: discord.Interaction[Any], message: discord.Message) -> None:
        locale = wish(parts.settings, interaction.locale)
        checked = parts.service.check(Asked(message.content, locale))
        pieces = split(typeset("\n".join(_lines(checked, parts.service)), checked.language))
        view = bare()
        if checked.statements and may_be_public(interaction):
            view.add_item(_post_button(checked.language))
        drawings = [plain(piece, checked.language) for piece in pieces]
        await respond(interaction, [*drawings[:-1], Drawing(content=pieces[-1], view=view)], private=True)

    return app_commands.ContextMenu(name=text("command-check"), callback=check)


def _post_button(language: Language) -> ui.Button[ui.View]:
    return ui.Button(
        style=discord.ButtonStyle.primary,
        label=say(language, "check-post"),
        custom_id=f"post:{language}:check",
    )


async def _post(_: Parts, interaction: discord.Interaction[Any], language: Language) -> None:
    """Shows a private result to everybody here, as far as Discord lets."""
    content = interaction.message.content if interaction.message else ""
    await interaction.response.edit_message(content=content, view=None)
    await interaction.followup.send(content, allowed_mentions=discord.AllowedMentions.none())


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


post_buttons = pressed(r"post:(?P<language>fr|en):check", _post)
