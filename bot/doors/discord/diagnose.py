"""The command `/diagnose`: why the bot did or did not answer here."""

from __future__ import annotations

import math
import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import Any

import discord
from discord import app_commands

from bot.answering.decide import PLAIN_FROM
from bot.answering.facts import Language
from bot.answering.reply import Reply
from bot.answering.wording import say
from bot.cooldown import A_CHANNEL, A_USER, Limit
from bot.doors.discord.listen import is_for, without_mention
from bot.doors.discord.parts import Parts
from bot.doors.discord.places import home, public_wish
from bot.doors.discord.reasons import listed
from bot.doors.discord.replying import permissions
from bot.doors.discord.translator import spoken, text
from bot.doors.discord.whispering import whisper
from bot.doors.explaining import decimal
from bot.service import Asked
from bot.state.preferences import Mode

PERMISSIONS = (
    "view_channel", "send_messages", "send_messages_in_threads", "read_message_history", "add_reactions",
)  # fmt: skip
"""What the bot needs in a channel, by discord.py's names."""

_MESSAGE = re.compile(r"(?:https://(?:\w+\.)?discord\.com/channels/\d+/(?P<channel>\d+)/)?(?P<id>\d{15,20})")


def diagnose_command(parts: Parts) -> app_commands.Command[Any, ..., None]:
    """The command that looks at a channel: where it is used, or that of a message where one is given."""

    @app_commands.command(name=text("command-diagnose"), description=text("command-diagnose-description"))
    @app_commands.rename(message=text("option-message"))
    @app_commands.describe(message=text("option-message-description"))
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def diagnose(interaction: discord.Interaction[Any], message: str | None = None) -> None:
        # Fetching a message may take a moment: ask for time first.
        await interaction.response.defer(ephemeral=True, thinking=True)
        diagnosis = _Diagnosis(parts, interaction, spoken(interaction.locale))
        if interaction.permissions.manage_guild or await parts.operators.confirm(interaction):
            lines = [line async for line in diagnosis.lines(message)]
        else:
            lines = [diagnosis.say("diagnose-refused")]
        await whisper(interaction, *lines)

    return diagnose


@dataclass(frozen=True, slots=True)
class _Diagnosis:
    """One diagnosis in the making, in the language of who asked for it."""

    parts: Parts
    interaction: discord.Interaction[Any]
    language: Language

    def say(self, message: str, **values: str | int) -> str:
        return say(self.language, message, **values)

    async def lines(self, link: str | None) -> AsyncIterator[str]:
        found = await _fetch(self.interaction, link.strip()) if link else None
        place: Any = found.channel if found else self.interaction.channel
        mode = (await self.parts.preferences.of_channel(home(place))).mode
        for line in self._place(place, permissions(found) if found else self.interaction.app_permissions):
            yield line
        yield self.say("diagnose-mode", mode=mode)
        yield self.say("diagnose-cooldown", seconds=self._left("channel", place, A_CHANNEL))
        if found:
            async for line in self._message(found, mode):
                yield line
        elif link:
            yield self.say("diagnose-no-message")

    def _place(self, place: Any, allowed: discord.Permissions) -> Iterator[str]:
        """What the bot may do there and read."""
        yield self.say("diagnose-permissions", where=place.mention)
        for name in PERMISSIONS:
            yield f"{_sign(getattr(allowed, name))} {self.say(f'permission-{name}')}"
        yield f"{_sign(self._reads_all)} {self.say('diagnose-intent')}"

    async def _message(self, message: discord.Message, mode: Mode) -> AsyncIterator[str]:
        """Whether a message was for the bot, whether its author must wait, and what is understood of it."""
        yield self.say("diagnose-heard", how=self._heard(message, mode))
        if left := self._left("user", message.author, A_USER):
            yield self.say("diagnose-author-waits", seconds=left)
        if not message.content or message.guild is None:
            return
        reply = await self._reply(message, message.guild)
        if mode != "called" and not is_for(self._me, message):
            yield self._unasked(reply)
        for line in listed(reply, self.parts.service.base):
            yield line

    async def _reply(self, message: discord.Message, guild: discord.Guild) -> Reply:
        """The reply to a message where it stands, told to who diagnoses."""
        wished = await public_wish(self.parts, guild.id, guild.preferred_locale, message.channel)
        asked = Asked(without_mention(message.content, self._me), wished)
        return self.parts.service.answer_in(asked, self.language)

    def _unasked(self, reply: Reply) -> str:
        reached, needed = (decimal(number, self.language) for number in (reply.plainness, PLAIN_FROM))
        return self.say("diagnose-unasked", plain=str(reply.is_plain), reached=reached, needed=needed)

    def _heard(self, message: discord.Message, mode: Mode) -> str:
        if message.author.bot or message.webhook_id:
            return "bot"
        if not message.content:
            return "wordless" if self._reads_all else "hidden"
        return "called" if is_for(self._me, message) else f"mode-{mode}"

    def _left(self, kind: str, whose: discord.abc.Snowflake, limit: Limit) -> int:
        return math.ceil(self.parts.cooldown.left(((kind, whose.id), limit)))

    @property
    def _me(self) -> discord.ClientUser:
        me: discord.ClientUser = self.interaction.client.user
        return me

    @property
    def _reads_all(self) -> bool:
        return bool(self.interaction.client.intents.message_content)


async def _fetch(interaction: discord.Interaction[Any], link: str) -> discord.Message | None:
    """A message of this server that the user may read too."""
    found, guild, user = _MESSAGE.fullmatch(link), interaction.guild, interaction.user
    if not found or not guild or not isinstance(user, discord.Member):
        return None
    channel = guild.get_channel_or_thread(int(found["channel"] or interaction.channel_id or 0))
    if not isinstance(channel, discord.abc.Messageable) or not await _may_read(channel, user):
        return None
    try:
        return await channel.fetch_message(int(found["id"]))
    except (discord.NotFound, discord.Forbidden):
        return None


async def _may_read(channel: Any, user: discord.Member) -> bool:
    """Whether a member may read a channel; a private thread is for those who are in it, or manage threads."""
    allowed = channel.permissions_for(user)
    if not (allowed.view_channel and allowed.read_message_history):
        return False
    if allowed.manage_threads or not (isinstance(channel, discord.Thread) and channel.is_private()):
        return True
    try:
        return bool(await channel.fetch_member(user.id))
    except (discord.NotFound, discord.Forbidden):
        return False


def _sign(holds: bool) -> str:
    return "✓" if holds else "✗"
