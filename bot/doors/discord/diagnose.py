"""The command `/diagnose`: why the bot did or did not answer here."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

import discord
from discord import app_commands

from bot.answering.decide import PLAIN_FROM
from bot.answering.facts import Language
from bot.answering.reply import Reply
from bot.answering.wording import say
from bot.cooldown import A_CHANNEL, A_USER
from bot.doors.discord.drawing import split
from bot.doors.discord.listen import is_for, without_mention
from bot.doors.discord.parts import Parts
from bot.doors.discord.places import home, public_wish
from bot.doors.discord.translator import spoken, text
from bot.doors.explaining import explain
from bot.service import Asked
from bot.state.preferences import Mode

PERMISSIONS = (
    "view_channel", "send_messages", "send_messages_in_threads", "read_message_history", "add_reactions",
)  # fmt: skip
"""What the bot needs in a channel, by discord.py's names."""

_MESSAGE = re.compile(r"(?:https://(?:\w+\.)?discord\.com/channels/\d+/(?P<channel>\d+)/)?(?P<id>\d{15,20})")


def diagnose_command(parts: Parts) -> app_commands.Command[Any, ..., None]:
    """The command that looks at this channel, and at a message where one is given."""

    @app_commands.command(name=text("command-diagnose"), description=text("command-diagnose-description"))
    @app_commands.rename(message=text("option-message"))
    @app_commands.describe(message=text("option-message-description"))
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.guild_only()
    async def diagnose(interaction: discord.Interaction[Any], message: str | None = None) -> None:
        # Fetching a message may take a moment: ask for time first.
        await interaction.response.defer(ephemeral=True, thinking=True)
        language = spoken(interaction.locale)
        if not (interaction.permissions.manage_guild or await parts.operators.confirm(interaction)):
            await interaction.followup.send(say(language, "diagnose-refused"), ephemeral=True)
            return
        mode = (await parts.preferences.of_channel(home(interaction.channel))).mode
        lines = list(_channel(parts, interaction, mode, language))
        if message:
            lines += await _message(parts, interaction, message.strip(), language)
        await interaction.followup.send(split("\n".join(lines))[0], ephemeral=True)

    return diagnose


def _channel(
    parts: Parts, interaction: discord.Interaction[Any], mode: Mode, language: Language
) -> Iterator[str]:
    yield say(language, "diagnose-permissions")
    for name in PERMISSIONS:
        yield f"{_sign(getattr(interaction.app_permissions, name))} {say(language, f'permission-{name}')}"
    yield f"{_sign(interaction.client.intents.message_content)} {say(language, 'diagnose-intent')}"
    yield say(language, "diagnose-mode", mode=mode)
    left = parts.cooldown.left((("channel", interaction.channel_id), A_CHANNEL))
    yield say(language, "diagnose-cooldown", seconds=math.ceil(left))


async def _message(
    parts: Parts, interaction: discord.Interaction[Any], link: str, language: Language
) -> list[str]:
    """Whether a message was for the bot, whether its author must wait, and what is understood of it."""
    message = await _fetch(interaction, link)
    if message is None:
        return [say(language, "diagnose-no-message")]
    mode = (await parts.preferences.of_channel(home(message.channel))).mode
    heard = [say(language, "diagnose-heard", how=_heard(message, interaction.client.user, mode))]
    left = parts.cooldown.left((("user", message.author.id), A_USER))
    heard += [say(language, "diagnose-author-waits", seconds=math.ceil(left))] if left else []
    guild = message.guild
    if not message.content or guild is None:
        return heard
    wished = await public_wish(parts, guild.id, guild.preferred_locale, message.channel)
    question = without_mention(message.content, interaction.client.user)
    reply = await parts.service.serve(Asked(question, wished))
    if mode != "called" and not is_for(interaction.client.user, message):
        heard.append(_unasked(reply, language))
    return [*heard, *explain(reply, parts.service.base)]


def _unasked(reply: Reply, language: Language) -> str:
    reached, needed = (f"{number:.2f}" for number in (reply.plainness, PLAIN_FROM))
    return say(language, "diagnose-unasked", plain=str(reply.is_plain), reached=reached, needed=needed)


async def _fetch(interaction: discord.Interaction[Any], link: str) -> discord.Message | None:
    """A message of this server that the user may read too."""
    found, guild = _MESSAGE.fullmatch(link), interaction.guild
    if not found or not guild or not isinstance(interaction.user, discord.Member):
        return None
    channel = guild.get_channel_or_thread(int(found["channel"] or interaction.channel_id or 0))
    if not isinstance(channel, discord.abc.Messageable):
        return None
    allowed = channel.permissions_for(interaction.user)
    if not (allowed.view_channel and allowed.read_message_history):
        return None
    try:
        return await channel.fetch_message(int(found["id"]))
    except (discord.NotFound, discord.Forbidden):
        return None


def _heard(message: discord.Message, me: discord.ClientUser, mode: Mode) -> str:
    if message.author.bot or message.webhook_id:
        return "bot"
    if not message.content:
        return "hidden"
    return "called" if is_for(me, message) else f"mode-{mode}"


def _sign(holds: bool) -> str:
    return "✓" if holds else "✗"
