"""Who asks faster than anybody reads is asked to wait, kindly and where nobody else is disturbed."""

from __future__ import annotations

import math
from typing import Any

import discord

from bot.answering.facts import Language
from bot.answering.wording import say
from bot.cooldown import A_CHANNEL, A_USER
from bot.doors.discord.drawing import plain
from bot.doors.discord.following import Exchange
from bot.doors.discord.parts import Parts
from bot.doors.discord.replying import react, reply_to
from bot.doors.discord.translator import spoken
from bot.doors.discord.whispering import whisper
from bot.service import Asked

PATIENCE = "⏳"


def seconds_to_wait(parts: Parts, message: discord.Message) -> int:
    """How long an author must wait here, 0 where they may ask: then it counts. Operators never wait."""
    return _seconds(parts, message.author.id, message.channel.id)


def wait_line(seconds: int, language: Language) -> str:
    """The line that asks to wait."""
    return say(language, "cooldown", seconds=str(seconds))


async def is_too_fast(interaction: discord.Interaction[Any], parts: Parts) -> bool:
    """Whether a user must wait, which they are then told alone."""
    seconds = _seconds(parts, interaction.user.id, interaction.channel_id)
    if seconds:
        await whisper(interaction, wait_line(seconds, spoken(interaction.locale)))
    return bool(seconds)


async def is_message_too_fast(exchange: Exchange, parts: Parts, wish: Language | None) -> bool:
    """Whether an author must wait: a line tells it in private, in their language, a reaction elsewhere."""
    message = exchange.message
    seconds = seconds_to_wait(parts, message)
    if seconds and message.guild is None:
        language = parts.service.language_of(Asked(message.content, wish))
        await reply_to(exchange, [plain(wait_line(seconds, language), language)])
    elif seconds:
        await react(message, PATIENCE)
    return bool(seconds)


def _seconds(parts: Parts, user_id: int, channel_id: int | None) -> int:
    if user_id in parts.operators:
        return 0
    limits = (("user", user_id), A_USER), (("channel", channel_id), A_CHANNEL)
    return math.ceil(parts.cooldown.wait(*limits))
