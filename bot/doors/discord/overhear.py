"""Listened channels: answers what is plainly asked and surely known, or hints that it could."""

from __future__ import annotations

import discord

from bot.answering.splitting import split
from bot.doors.discord.drawing import Drawing
from bot.doors.discord.errors import noting
from bot.doors.discord.pacing import seconds_to_wait
from bot.doors.discord.parts import Parts
from bot.doors.discord.places import home, public_wish
from bot.doors.discord.replying import react, reply_to
from bot.service import Asked
from bot.state.preferences import Mode

HINT = "💡"


async def overhear(message: discord.Message, parts: Parts) -> None:
    """Deals with a message that is not for the bot, where the channel has it listen."""
    mode = await _mode(message, parts)
    if mode == "called":
        return
    async with noting("a listened channel"), parts.followed.answering(message) as exchange:
        drawings = await overheard(message, parts)
        if not drawings:
            await _takes_hint_away(message)  # it may have been edited and ask nothing any more
        elif seconds_to_wait(parts, message):
            return
        elif mode == "hint":
            await react(message, HINT)
        else:
            await reply_to(exchange, drawings)


async def overheard(message: discord.Message, parts: Parts) -> list[Drawing]:
    """The answer to a message that is for everybody, where it plainly asks for it; else nothing."""
    asks = any(part.asks for part in split(message.content))
    if not (asks and message.guild and _is_to_everybody(message)) or await _mode(message, parts) == "called":
        return []
    language = await public_wish(parts, message.guild.id, message.guild.preferred_locale, message.channel)
    reply = await parts.reply(Asked(message.content, language))
    return parts.draw(reply) if reply.is_plain else []


async def reveal(payload: discord.RawReactionActionEvent, client: discord.Client, parts: Parts) -> None:
    """Answers the author of a hinted message who presses the hint; taking the hint away ends it."""
    channel = client.get_channel(payload.channel_id)
    is_authors = payload.user_id == payload.message_author_id
    if str(payload.emoji) != HINT or not is_authors or not isinstance(channel, discord.abc.Messageable):
        return
    async with noting("a pressed hint"):
        message = await channel.fetch_message(payload.message_id)
        if await _takes_hint_away(message):
            async with parts.followed.answering(message) as exchange:
                await reply_to(exchange, await overheard(message, parts))


async def _takes_hint_away(message: discord.Message) -> bool:
    """Removes the bot's hint from a message; whether there was one."""
    is_ours = any(reaction.me and str(reaction.emoji) == HINT for reaction in message.reactions)
    if is_ours and message.guild:
        await message.remove_reaction(HINT, message.guild.me)
    return is_ours


def _is_to_everybody(message: discord.Message) -> bool:
    """Whether a person says it to the whole channel: no reply, and no mention of anybody."""
    is_a_persons = not message.author.bot and not message.webhook_id
    mentions_somebody = message.mentions or message.role_mentions or message.mention_everyone
    is_plain = message.type is discord.MessageType.default and bool(message.content)
    return is_a_persons and is_plain and not mentions_somebody


async def _mode(message: discord.Message, parts: Parts) -> Mode:
    return (await parts.preferences.of_channel(home(message.channel))).mode if message.guild else "called"
