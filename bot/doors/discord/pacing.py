"""Who asks faster than anybody reads is asked to wait, kindly and where nobody else is disturbed."""

from __future__ import annotations

import logging
import math
from typing import Any

import discord

from bot.answering.facts import Language
from bot.answering.wording import say
from bot.cooldown import A_CHANNEL, A_USER
from bot.doors.discord.drawing import plain
from bot.doors.discord.parts import Parts
from bot.doors.discord.replying import permissions, reply_to

log = logging.getLogger(__name__)

PATIENCE = "⏳"


def seconds_to_wait(parts: Parts, user_id: int, channel_id: int | None) -> int:
    """How long this user must wait here, 0 where they may ask: then it counts. Operators never wait."""
    if user_id in parts.operators:
        return 0
    limits = (("user", user_id), A_USER), (("channel", channel_id), A_CHANNEL)
    return math.ceil(parts.cooldown.wait(*limits))


def wait_line(seconds: int, language: Language) -> str:
    """The line that asks to wait."""
    return say(language, "cooldown", seconds=str(seconds))


async def is_too_fast(interaction: discord.Interaction[Any], parts: Parts, language: Language) -> bool:
    """Whether a user must wait, which they are then told alone."""
    seconds = seconds_to_wait(parts, interaction.user.id, interaction.channel_id)
    if seconds:
        await interaction.response.send_message(wait_line(seconds, language), ephemeral=True)
    return bool(seconds)


async def is_message_too_fast(message: discord.Message, parts: Parts, language: Language) -> bool:
    """Whether an author must wait: a line tells it in private, a reaction elsewhere."""
    seconds = seconds_to_wait(parts, message.author.id, message.channel.id)
    if seconds and message.guild is None:
        await reply_to(message, [plain(wait_line(seconds, language), language)])
    elif seconds:
        await _react(message)
    return bool(seconds)


async def _react(message: discord.Message) -> None:
    """Asked beforehand, for Discord bans addresses that collect refusals."""
    allowed = permissions(message)
    if allowed.add_reactions and allowed.read_message_history:
        try:
            await message.add_reaction(PATIENCE)
        except (discord.Forbidden, discord.NotFound) as error:
            log.info("channel %d: refused to react (%d)", message.channel.id, error.code)
