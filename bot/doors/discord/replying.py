"""Replies to messages and interactions: without a ping, only once, and only where the bot may write."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

import discord

from bot.doors.discord.drawing import Drawing
from bot.doors.discord.following import Exchange

log = logging.getLogger(__name__)

SILENCED = "🔇"
"""The reaction that tells an asker that the bot may not write there."""


async def reply_to(exchange: Exchange, drawings: Sequence[Drawing]) -> None:
    """Answers the question of an exchange; where the bot may not write, a reaction says so."""
    message = exchange.message
    allowed = permissions(message)
    may_write = allowed.send_messages_in_threads if _in_thread(message) else allowed.send_messages
    # Asked beforehand, for Discord bans addresses that collect refusals.
    if not (allowed.view_channel and may_write):
        log.info("channel %d: not allowed to reply", message.channel.id)
        await react(message, SILENCED)
        return
    # Replying needs the history; without it, the answer stands by itself.
    reference = message.to_reference(fail_if_not_exists=False) if allowed.read_message_history else None
    try:
        for drawing in drawings:
            await _send(exchange, drawing, reference)
    except discord.Forbidden as error:
        log.info("channel %d: refused to reply (%d)", message.channel.id, error.code)


async def _send(exchange: Exchange, drawing: Drawing, reference: discord.MessageReference | None) -> None:
    if exchange.is_gone:  # deleted in the meantime: nobody waits for the rest
        return
    sent = await exchange.message.channel.send(
        **drawing,
        reference=reference,  # type: ignore[arg-type]  # None is what it has by default
        mention_author=False,
        # Discord returns the earlier message for a nonce it knows: a retry cannot answer twice.
        nonce=exchange.nonce(),
    )
    exchange.answers.append(sent.id)


async def react(message: discord.Message, emoji: str) -> None:
    """Puts a reaction on a message where the bot may."""
    allowed = permissions(message)
    # Asked beforehand, for Discord bans addresses that collect refusals.
    if allowed.view_channel and allowed.add_reactions and allowed.read_message_history:
        try:
            await message.add_reaction(emoji)
        except (discord.Forbidden, discord.NotFound) as error:
            log.info("channel %d: refused to react (%d)", message.channel.id, error.code)


async def respond(
    interaction: discord.Interaction[Any], drawings: Sequence[Drawing], *, private: bool
) -> None:
    """The first response to an interaction, or what follows a deferred one, and the rest of a long one."""
    for drawing in drawings:
        if interaction.response.is_done():
            await interaction.followup.send(**drawing, ephemeral=private)
        else:
            await interaction.response.send_message(**drawing, ephemeral=private)


def is_shared(interaction: discord.Interaction[Any]) -> bool:
    """Whether others than the user are there: everywhere but in the bot's own direct channels."""
    return not interaction.context.dm_channel


def may_be_public(interaction: discord.Interaction[Any]) -> bool:
    """Whether others can see a response: not where an app of one's own may not speak to a server."""
    in_server = interaction.guild_id is not None and not interaction.is_guild_integration()
    return not in_server or interaction.permissions.use_external_apps


def permissions(message: discord.Message) -> discord.Permissions:
    """What the bot may do where a message is; everything where it cannot know, for Discord then tells."""
    channel, guild = message.channel, message.guild
    if guild is None or isinstance(channel, discord.PartialMessageable):
        return discord.Permissions.all()
    try:
        return channel.permissions_for(guild.me)
    except discord.ClientException:
        return discord.Permissions.all()


def _in_thread(message: discord.Message) -> bool:
    return isinstance(message.channel, discord.Thread)
