"""The one way in which buttons and selects are answered: by their custom_id alone, also after a restart."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Any, Self

import discord
from discord import ui

from bot.doors.discord.errors import reporting
from bot.doors.discord.pacing import is_too_fast
from bot.doors.discord.parts import Parts

Item = type[ui.DynamicItem[ui.Item[Any]]]
Answer = Callable[[discord.Interaction[Any], dict[str, str]], Awaitable[None]]


def pressed(
    template: str, press: Callable[..., Awaitable[None]], *, asks: bool = False
) -> Callable[[Parts], Item]:
    """What answers every item whose custom_id fits a pattern.

    `press(parts, interaction, **named)` is given what the pattern's named groups hold. An item that `asks`
    a question counts as one: who presses it faster than anybody reads is asked to wait.
    """
    pattern = re.compile(template, re.DOTALL)

    def item(parts: Parts) -> Item:
        async def answer(interaction: discord.Interaction[Any], named: dict[str, str]) -> None:
            async with reporting(interaction):
                if not (asks and await is_too_fast(interaction, parts)):
                    await press(parts, interaction, **named)

        return _item(pattern, answer)

    return item


def _item(pattern: re.Pattern[str], answer: Answer) -> Item:
    class Pressed(ui.DynamicItem[ui.Item[Any]], template=pattern):
        """One pressed button or select."""

        def __init__(self, item: ui.Item[Any], named: dict[str, str]) -> None:
            super().__init__(item)
            self.named = named

        @classmethod
        async def from_custom_id(
            cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
        ) -> Self:
            """Built from what was pressed."""
            return cls(item, match.groupdict())

        async def callback(self, interaction: discord.Interaction[Any]) -> None:
            """Answers the presser."""
            await answer(interaction, self.named)

    return Pressed
