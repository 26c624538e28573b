"""The command `/reload`, for those who run the bot: what would change, then *Apply* or *Cancel*."""

from __future__ import annotations

from typing import Any

import discord
from discord import ButtonStyle, app_commands, ui

from bot.answering.facts import Language
from bot.answering.typography import typeset
from bot.answering.wording import say
from bot.doors.discord.drawing import bare
from bot.doors.discord.parts import Parts
from bot.doors.discord.pressing import pressed
from bot.doors.discord.previewing import describe
from bot.doors.discord.translator import spoken, text
from bot.doors.discord.whispering import whisper
from bot.service import Preview


def reload_command(parts: Parts) -> app_commands.Command[Any, ..., None]:
    """The command that reads the facts again and shows what would change."""

    @app_commands.command(name=text("command-reload"), description=text("command-reload-description"))
    @app_commands.default_permissions()
    async def reload(interaction: discord.Interaction[discord.Client]) -> None:
        # Reading takes some seconds: ask for time first.
        await interaction.response.defer(ephemeral=True, thinking=True)
        language = spoken(interaction.locale)
        # `default_permissions` is a default that any administrator can change: the check here decides.
        if not await parts.operators.confirm(interaction):
            await whisper(interaction, say(language, "reload-refused"))
            return
        preview = await parts.service.prepare()
        buttons = _buttons(preview, language)
        await interaction.followup.send(describe(preview, language), view=buttons, ephemeral=True)

    return reload


async def _press(parts: Parts, interaction: discord.Interaction[Any], act: str, digest: str) -> None:
    """Does it, if an operator pressed; the digest tells which base was seen."""
    await interaction.response.defer()
    language = spoken(interaction.locale)
    if not await parts.operators.confirm(interaction):
        await whisper(interaction, say(language, "reload-refused"))
        return
    if act == "cancel":
        parts.service.discard(digest)
        outcome = "cancelled"
    else:
        outcome = await parts.service.apply(digest, forced=act == "force")
    facts = str(len(parts.service.base.facts))
    line = typeset(say(language, f"reload-{outcome}", facts=facts), language)
    await interaction.edit_original_response(content=line, view=None)


def _buttons(preview: Preview, language: Language) -> ui.View:
    view = bare()
    if preview.is_other:
        act, style = ("apply", ButtonStyle.success) if preview.is_fit else ("force", ButtonStyle.danger)
        for name, colour in ((act, style), ("cancel", ButtonStyle.secondary)):
            custom_id = f"reload:{name}:{preview.digest}"
            view.add_item(ui.Button(style=colour, label=say(language, f"reload-{name}"), custom_id=custom_id))
    return view


reload_buttons = pressed(r"reload:(?P<act>apply|force|cancel):(?P<digest>sha256:[0-9a-f]{64})", _press)
