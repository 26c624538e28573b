"""Answers people who speak to the bot: in private, by a mention, or in a reply to it.

An edited question has its answer edited, a deleted one has it deleted.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable

import discord

from bot.answering.facts import Language
from bot.doors.discord.drawing import Drawing
from bot.doors.discord.errors import noting, reporting_message
from bot.doors.discord.following import Exchange
from bot.doors.discord.overhear import overhear, overheard
from bot.doors.discord.pacing import is_message_too_fast, seconds_to_wait
from bot.doors.discord.parts import Parts
from bot.doors.discord.places import public_wish
from bot.doors.discord.replying import reply_to
from bot.doors.discord.translator import wish
from bot.service import Asked

_SPOKEN = (discord.MessageType.default, discord.MessageType.reply)


async def hear(message: discord.Message, me: discord.ClientUser, parts: Parts) -> None:
    """Answers a message if it is for the bot."""
    if not is_for(me, message):
        return
    wished = await _wish(message, parts)
    async with parts.followed.answering(message) as exchange, reporting_message(exchange, parts, wished):
        if not await is_message_too_fast(exchange, parts, wished):
            await reply_to(exchange, await _drawings(message, me, wished, parts))


async def hear_again(message: discord.Message, me: discord.ClientUser, parts: Parts) -> None:
    """Edits the answer to a message that was edited; takes it away if the message asks the bot no more.

    A message that had no answer is heard as if it were new: a mention may have been forgotten in it.
    """
    exchange = parts.followed.of(message.id)
    if message.edited_at is None or (exchange and message.content == exchange.message.content):
        return  # only a link was unfolded
    async with noting("editing an answer"):
        if exchange and await _has_followed(exchange, message, me, parts):
            return
        if parts.followed.is_known(message):
            await hear(message, me, parts)
            await overhear(message, parts)


async def _has_followed(
    exchange: Exchange, message: discord.Message, me: discord.ClientUser, parts: Parts
) -> bool:
    """Whether nothing is left to do about an edit: its answer has followed, or another edit has come."""
    exchange.change(message)
    while exchange.answers and (seconds := seconds_to_wait(parts, message)):
        await exchange.rest(seconds)
        if not exchange.stands(message):
            return True
    async with exchange.turn:
        if exchange.stands(message) and exchange.answers:
            await _answer_again(exchange, me, parts)
            return True
    return not exchange.stands(message)


async def unsay(questions: Iterable[int], parts: Parts) -> None:
    """Deletes the answers to messages that are gone."""
    for exchange in filter(None, map(parts.followed.forget, questions)):
        async with noting("deleting an answer"), exchange.turn:
            await _withdraw(exchange)


async def _answer_again(exchange: Exchange, me: discord.ClientUser, parts: Parts) -> None:
    message = exchange.message
    if is_for(me, message):
        drawings = await _drawings(message, me, await _wish(message, parts), parts)
    else:
        drawings = await overheard(message, parts)
    if not drawings:
        parts.followed.forget(message.id)
        await _withdraw(exchange)
        return
    try:
        await _answer(exchange, exchange.answers[0]).edit(**drawings[0])
    except discord.NotFound:  # somebody has taken it away: let it be
        parts.followed.forget(message.id)
        return
    await _withdraw(exchange, keep=1)
    await reply_to(exchange, drawings[1:])


async def _withdraw(exchange: Exchange, keep: int = 0) -> None:
    """Deletes the answers of an exchange but for the first ones."""
    while len(exchange.answers) > keep:
        with contextlib.suppress(discord.NotFound):
            await _answer(exchange, exchange.answers[-1]).delete()
        exchange.answers.pop()


def _answer(exchange: Exchange, message_id: int) -> discord.PartialMessage:
    channel = exchange.message.channel
    return channel.get_partial_message(message_id)  # type: ignore[union-attr]  # all have it


async def _drawings(
    message: discord.Message, me: discord.ClientUser, language: Language | None, parts: Parts
) -> list[Drawing]:
    return parts.draw(await parts.reply(Asked(without_mention(message.content, me), language)))


async def _wish(message: discord.Message, parts: Parts) -> Language | None:
    if guild := message.guild:
        return await public_wish(parts, guild.id, guild.preferred_locale, message.channel)
    return wish(parts.settings, None)


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
