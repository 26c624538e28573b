"""The command `/reload`, for those who run the bot."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.answering.facts import Language
from bot.answering.wording import say
from bot.doors.discord.drawing import CONTENT
from bot.doors.discord.parts import Parts
from bot.doors.discord.translator import spoken, text
from bot.service import Reloaded
from bot.settings import Settings

_LINE = 400
_MARGIN = 60
"""Room for the fence, and for the line that counts what did not fit."""


def reload_command(parts: Parts) -> app_commands.Command[Any, ..., None]:
    """The command that reads the facts again."""

    @app_commands.command(name=text("command-reload"), description=text("command-reload-description"))
    @app_commands.default_permissions()
    async def reload(interaction: discord.Interaction[discord.Client]) -> None:
        # Reading takes a second or two: ask for time first.
        await interaction.response.defer(ephemeral=True, thinking=True)
        language = spoken(interaction.locale)
        # `default_permissions` is a default that any administrator can change: the check here decides.
        if not await _is_operator(interaction, parts.settings):
            await interaction.followup.send(say(language, "reload-refused"), ephemeral=True)
            return
        await interaction.followup.send(describe(await parts.service.reload(), language), ephemeral=True)

    return reload


async def _is_operator(interaction: discord.Interaction[discord.Client], settings: Settings) -> bool:
    if interaction.user.id in settings.operators:
        return True
    return interaction.user.id in _owners(await interaction.client.application_info())


def _owners(application: discord.AppInfo) -> set[int]:
    if application.team is None:
        return {application.owner.id}
    joined = discord.TeamMembershipState.accepted
    return {member.id for member in application.team.members if member.membership_state is joined}


def describe(report: Reloaded, language: Language) -> str:
    """What a reload did, in one message."""
    if report.faults:
        return _block(say(language, "reload-faults"), [str(fault) for fault in report.faults], language)
    signs = {"+": report.added, "!": report.changed, "-": report.removed}
    lines = [f"{sign} {fact_id}" for sign, ids in signs.items() for fact_id in ids]
    if not lines:
        return say(language, "reload-elsewhere" if report.is_other else "reload-unchanged")
    return _block(say(language, "reload-done"), lines, language, colours="diff")


def _block(heading: str, lines: list[str], language: Language, colours: str = "") -> str:
    """A heading and as many lines as fit into a message, then the count of the others."""
    room = CONTENT - len(heading) - _MARGIN
    kept: list[str] = []
    for line in (line.replace("```", "'''")[:_LINE] for line in lines):
        room -= len(line) + 1
        if room < 0:
            break
        kept.append(line)
    if len(kept) < len(lines):
        kept.append(say(language, "reload-more", count=str(len(lines) - len(kept))))
    return "\n".join([heading, f"```{colours}", *kept, "```"])
