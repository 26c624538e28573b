"""Answers people who speak to the bot: in private, by a mention, or in a reply to it.

An edited question has its answer edited, a deleted one has it deleted.
"""

from __future__ import annotations

import re

import discord

from bot.answering.facts import Language
from bot.doors.discord.drawing import Drawing, draw
from bot.doors.discord.errors import noting, reporting_message
from bot.doors.discord.overhear import overheard
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
    language = await _wish(message, parts)
    async with reporting_message(message, language or FOR_OTHERS):
        if await is_message_too_fast(message, parts, language):
            return
        drawings = await _drawings(message, me, language, parts)
        parts.followed.note(message.id, await reply_to(message, drawings))


async def hear_again(message: discord.Message, me: discord.ClientUser, parts: Parts) -> None:
    """Edits the answer to a message that was edited; takes it away if the message asks the bot no more."""
    if not parts.followed.answers(message.id) or message.edited_at is None:
        return
    async with noting("editing an answer"):
        if is_for(me, message):
            drawings = await _drawings(message, me, await _wish(message, parts), parts)
        else:
            drawings = await overheard(message, parts)
        if not drawings:
            await unsay([message.id], message.channel, parts)
            return
        first, *others = parts.followed.forget(message.id)
        await _partial(message.channel, first).edit(
            **drawings[0], allowed_mentions=discord.AllowedMentions.none()
        )
        for extra in others:
            await _partial(message.channel, extra).delete()
        rest = await reply_to(message, drawings[1:]) if drawings[1:] else []
        parts.followed.note(message.id, [first, *rest])


async def unsay(questions: list[int], channel: discord.abc.Messageable | None, parts: Parts) -> None:
    """Deletes the answers to messages that are gone."""
    for question in questions:
        for answer in parts.followed.forget(question):
            if channel is not None:
                async with noting("deleting an answer"):
                    await _partial(channel, answer).delete()


async def _drawings(
    message: discord.Message, me: discord.ClientUser, language: Language | None, parts: Parts
) -> list[Drawing]:
    text = without_mention(message.content, me)
    parts.questions.keep(text)
    return draw(await parts.reply(Asked(text, language)))


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


def _partial(channel: discord.abc.Messageable, message_id: int) -> discord.PartialMessage:
    return channel.get_partial_message(message_id)  # type: ignore[attr-defined,no-any-return]  # all have it
