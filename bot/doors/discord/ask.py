"""The command `/ask`."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.answering.facts import Language
from bot.doors.discord.errors import reporting
from bot.doors.discord.parts import Parts
from bot.doors.discord.places import public_wish
from bot.doors.discord.replying import is_shared, respond
from bot.doors.discord.translator import spoken, text, wish
from bot.service import Asked

QUESTION = 2000
"""The longest question, as long as a message may be."""

CHOICES = 25
CHOICE = 100

AskCommand = app_commands.Command[Any, ..., None]


def ask_command(parts: Parts) -> AskCommand:
    """The command that answers a question, for all to see or for the asker alone."""

    @app_commands.command(name=text("command-ask"), description=text("command-ask-description"))
    @app_commands.rename(question=text("option-question"), private=text("option-private"))
    @app_commands.describe(
        question=text("option-question-description"), private=text("option-private-description")
    )
    async def ask(
        interaction: discord.Interaction[Any],
        question: app_commands.Range[str, 1, QUESTION],
        private: bool = False,
    ) -> None:
        language = await _wish(parts, interaction, private=private)
        if parts.turns.are_many:
            await interaction.response.defer(ephemeral=private, thinking=True)
        reply = await parts.reply(Asked(question, language))
        await respond(interaction, parts.draw(reply), private=private)

    @ask.autocomplete("question")
    async def complete(interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        async with reporting(interaction):
            questions = parts.service.complete(typed, spoken(interaction.locale), CHOICES)
            return [_choice(question) for question in questions]
        return []

    return ask


async def _wish(parts: Parts, interaction: discord.Interaction[Any], *, private: bool) -> Language | None:
    if private or not is_shared(interaction):
        return wish(parts.settings, interaction.locale)
    # In public, the asker's own locale would tell others how their Discord is set.
    return await public_wish(parts, interaction.guild_id, interaction.guild_locale, interaction.channel)


def _choice(question: str) -> app_commands.Choice[str]:
    return app_commands.Choice(name=question[:CHOICE], value=question[:CHOICE])
