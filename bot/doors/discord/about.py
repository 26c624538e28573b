"""The commands `/about` and `/help`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import discord
from discord import app_commands

from bot.answering.facts import Language
from bot.answering.wording import say
from bot.doors.discord.drawing import plain
from bot.doors.discord.parts import Parts
from bot.doors.discord.replying import respond
from bot.doors.discord.translator import spoken, text
from bot.service import Service

Lines = Callable[[Service, Language], Iterator[str]]


def _private(name: str, lines: Lines) -> Callable[[Parts], app_commands.Command[Any, ..., None]]:
    """A command that says some lines, to the asker alone."""

    def command(parts: Parts) -> app_commands.Command[Any, ..., None]:
        @app_commands.command(name=text(f"command-{name}"), description=text(f"command-{name}-description"))
        async def tell(interaction: discord.Interaction[Any]) -> None:
            language = spoken(interaction.locale)
            content = "\n".join(lines(parts.service, language))
            await respond(interaction, [plain(content, language)], private=True)

        return tell

    return command


def _about(service: Service, language: Language) -> Iterator[str]:
    base = service.base
    yield say(language, "about-what", title=base.article.title.in_(language), source=base.article.source)
    yield say(language, "about-facts", facts=len(base.facts), absences=len(base.absences))
    if measured := service.measured:
        shares = {name: measured.percent(name, language) for name in ("right", "refused", "wrong")}
        date = measured.date.strftime("%d/%m/%Y" if language == "fr" else "%d %B %Y")
        yield say(language, "about-measured", questions=measured.questions, date=date, **shares)
        if measured.base != base.digest:
            yield say(language, "about-measured-before")
    yield say(language, "about-privacy")
    yield say(language, "about-languages")


def _help(service: Service, language: Language) -> Iterator[str]:
    example = next(iter(service.base.facts.values())).question.in_(language)
    yield say(language, "help-ask", example=example)
    yield say(language, "help-buttons")
    yield say(language, "help-more")


about_command = _private("about", _about)
help_command = _private("help", _help)
