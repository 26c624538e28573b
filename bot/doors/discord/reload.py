"""The command `/reload`, for those who run the bot: what would change, then *Apply* or *Cancel*."""

from __future__ import annotations

import re
from typing import Any, Self, cast

import discord
from discord import ButtonStyle, app_commands, ui

from bot.answering.facts import Language
from bot.answering.wording import say
from bot.doors.discord.errors import reporting
from bot.doors.discord.parts import Parts
from bot.doors.discord.previewing import describe
from bot.doors.discord.translator import spoken, text
from bot.service import Preview

_TEMPLATE = re.compile(r"reload:(?P<act>apply|force|cancel):(?P<digest>sha256:[0-9a-f]{64})")


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
            await interaction.followup.send(say(language, "reload-refused"), ephemeral=True)
            return
        preview = await parts.service.prepare()
        buttons = _buttons(preview, language)
        await interaction.followup.send(describe(preview, language), view=buttons, ephemeral=True)

    return reload


def reload_buttons(parts: Parts) -> type[ui.DynamicItem[ui.Button[ui.View]]]:
    """What answers *Apply* and *Cancel*; the digest in them tells which base was seen."""

    class ReloadButton(ui.DynamicItem[ui.Button[ui.View]], template=_TEMPLATE):
        """One pressed button."""

        def __init__(self, button: ui.Button[ui.View], act: str, digest: str) -> None:
            super().__init__(button)
            self.act = act
            self.digest = digest

        @classmethod
        async def from_custom_id(
            cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
        ) -> Self:
            """Built from what was pressed."""
            return cls(cast("ui.Button[ui.View]", item), match["act"], match["digest"])

        async def callback(self, interaction: discord.Interaction[Any]) -> None:
            """Does it, if an operator pressed."""
            async with reporting(interaction):
                await _press(parts, interaction, self.act, self.digest)

    return ReloadButton


async def _press(parts: Parts, interaction: discord.Interaction[Any], act: str, digest: str) -> None:
    await interaction.response.defer()
    language = spoken(interaction.locale)
    if not await parts.operators.confirm(interaction):
        await interaction.followup.send(say(language, "reload-refused"), ephemeral=True)
        return
    if act == "cancel":
        parts.service.discard(digest)
        outcome = "cancelled"
    else:
        outcome = await parts.service.apply(digest, forced=act == "force")
    facts = str(len(parts.service.base.facts))
    line = say(language, f"reload-{outcome}", facts=facts)
    await interaction.edit_original_response(content=line, view=None)


def _buttons(preview: Preview, language: Language) -> ui.View:
    view = ui.View(timeout=None)
    if preview.is_other:
        act, style = ("apply", ButtonStyle.success) if preview.is_fit else ("force", ButtonStyle.danger)
        for name, colour in ((act, style), ("cancel", ButtonStyle.secondary)):
            custom_id = f"reload:{name}:{preview.digest}"
            view.add_item(ui.Button(style=colour, label=say(language, f"reload-{name}"), custom_id=custom_id))
    # A stopped view is not kept in memory: the custom_id alone says it all.
    view.stop()
    return view
