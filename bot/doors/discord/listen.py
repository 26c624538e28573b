"""Answers people who speak to the bot: in private, by a mention, or in a reply to it."""

from __future__ import annotations

import re

import discord

from bot.doors.discord.drawing import draw
from bot.doors.discord.errors import reporting_message
from bot.doors.discord.pacing import is_message_too_fast
from bot.doors.discord.parts import Parts
from bot.doors.discord.places import public_wish
from bot.doors.discord.replying import reply_to
from bot.doors.discord.translator import FOR_OTHERS, wish
from bot.service import Asked

_SPOKEN = (discord.MessageType.default, discord.MessageType.reply)


async def hear(message: discord.Message, me: discord.ClientUser, parts: Parts) -> None:
    """Answers a message if it is for the bot."""
    if not is_for(me, message):
        return
    language = wish(parts.settings, None)
    if guild := message.guild:
        language = await public_wish(parts, guild.id, guild.preferred_locale, message.channel)
    async with reporting_message(message, language or FOR_OTHERS):
        if await is_message_too_fast(message, parts, language or FOR_OTHERS):
            return
        reply = await parts.service.serve(Asked(without_mention(message.content, me), language))
        await reply_to(message, draw(reply))


def is_for(me: discord.ClientUser, message: discord.Message) -> bool:
    """Whether a person speaks to the bot, in words that Discord lets it read.

    A reply to the bot mentions it as long as its ping is on; without, the content is hidden from us.
    """
    if message.author.bot or message.webhook_id or message.type not in _SPOKEN or not message.content:
        return False
    return message.guild is None or me in message.mentions


def without_mention(content: str, me: discord.ClientUser) -> str:
    """The text of a message but for its mention of the bot."""
    return re.sub(rf"<@!?{me.id}>", " ", content).strip()
