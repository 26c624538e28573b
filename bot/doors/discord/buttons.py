"""The buttons with a question on them: all they need stands in their custom_id."""

from __future__ import annotations

import re
from typing import Any, Self, cast

import discord
from discord import ui

from bot.answering.facts import Language
from bot.answering.wording import say
from bot.doors.discord.drawing import draw, plain
from bot.doors.discord.errors import reporting
from bot.doors.discord.pacing import is_too_fast
from bot.doors.discord.parts import Parts
from bot.doors.discord.translator import spoken

_TEMPLATE = re.compile(r"ask:(?P<language>fr|en):(?P<fact>[a-z0-9.-]{1,60})")


def offer_buttons(parts: Parts) -> type[ui.DynamicItem[ui.Button[ui.View]]]:
    """What answers every such button, of this run of the bot and of those before."""

    class OfferButton(ui.DynamicItem[ui.Button[ui.View]], template=_TEMPLATE):
        """One pressed button."""

        def __init__(self, button: ui.Button[ui.View], language: Language, fact_id: str) -> None:
            super().__init__(button)
            self.language = language
            self.fact_id = fact_id

        @classmethod
        async def from_custom_id(
            cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
        ) -> Self:
            """Built from what was pressed."""
            button = cast("ui.Button[ui.View]", item)
            return cls(button, "fr" if match["language"] == "fr" else "en", match["fact"])

        async def callback(self, interaction: discord.Interaction[Any]) -> None:
            """Answers the presser."""
            async with reporting(interaction):
                await _press(parts, interaction, self.language, self.fact_id)

    return OfferButton


async def _press(
    parts: Parts, interaction: discord.Interaction[Any], language: Language, fact_id: str
) -> None:
    if await is_too_fast(interaction, parts, spoken(interaction.locale)):
        return
    reply = parts.service.recall(fact_id, language)
    drawing = draw(reply) if reply else plain(say(language, "button-outdated"))
    # In a server the presser alone sees it, so that channels stay quiet.
    await interaction.response.send_message(**drawing, ephemeral=interaction.guild_id is not None)
