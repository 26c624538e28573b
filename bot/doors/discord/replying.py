"""Replies to a message: without a ping, only once, and only where the bot may write."""

from __future__ import annotations

import logging

import discord

from bot.doors.discord.drawing import Drawing

log = logging.getLogger(__name__)


async def reply_to(message: discord.Message, drawing: Drawing) -> None:
    """Sends a reply; where the bot may not write, says so in the log alone."""
    allowed = permissions(message)
    may_write = allowed.send_messages_in_threads if _in_thread(message) else allowed.send_messages
    # Asked beforehand, for Discord bans addresses that collect refusals.
    if not (allowed.view_channel and may_write):
        log.info("channel %d: not allowed to reply", message.channel.id)
        return
    # Replying needs the history; without it, the answer stands by itself.
    reference = message.to_reference(fail_if_not_exists=False) if allowed.read_message_history else None
    try:
        await message.channel.send(
            **drawing,
            reference=reference,  # type: ignore[arg-type]  # None is what it has by default
            mention_author=False,
            # Discord returns the earlier message for a nonce it knows: a retry cannot answer twice.
            nonce=message.id,
        )
    except discord.Forbidden as error:
        log.info("channel %d: refused to reply (%d)", message.channel.id, error.code)


def _in_thread(message: discord.Message) -> bool:
    return isinstance(message.channel, discord.Thread)


def permissions(message: discord.Message) -> discord.Permissions:
    """What the bot may do there; everything where it cannot know, for Discord then tells."""
    channel, guild = message.channel, message.guild
    if guild is None or isinstance(channel, discord.PartialMessageable):
        return discord.Permissions.all()
    try:
        return channel.permissions_for(guild.me)
    except discord.ClientException:
        return discord.Permissions.all()
