"""The command `/setup`, for those who manage a server: its language, and how the bot behaves in a channel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import discord
from discord import app_commands

from bot.answering.facts import Language
from bot.answering.wording import say
from bot.doors.discord.border import PORTAL
from bot.doors.discord.parts import Parts
from bot.doors.discord.places import home
from bot.doors.discord.translator import spoken, text
from bot.doors.discord.whispering import whisper
from bot.state.preferences import GuildPreferences, Mode

LANGUAGES: dict[str, Language | None] = {"auto": None, "fr": "fr", "en": "en"}
MODES: tuple[Mode, ...] = ("called", "answers", "hint")
WRITTEN_IN = (
    discord.ChannelType.text, discord.ChannelType.news, discord.ChannelType.forum,
    discord.ChannelType.voice, discord.ChannelType.stage_voice,
)  # fmt: skip
"""The kinds of channels in which people write."""


class _Written(app_commands.Transformer):
    """A channel in which people write."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        return list(WRITTEN_IN)

    async def transform(
        self, interaction: discord.Interaction[Any], value: app_commands.AppCommandChannel, /
    ) -> discord.abc.GuildChannel:
        return value.resolve() or await value.fetch()


_Channel = app_commands.Transform[discord.abc.GuildChannel, _Written]
_Place = discord.abc.GuildChannel | None


def setup_commands(parts: Parts) -> app_commands.Group:
    """The command with its subcommands."""
    group = app_commands.Group(
        name=text("command-setup"),
        description=text("command-setup-description"),
        default_permissions=discord.Permissions(manage_guild=True),
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
    )
    _add_language(group, parts)
    _add_mode(group, parts)
    return group


def _add_language(group: app_commands.Group, parts: Parts) -> None:
    @group.command(name=text("command-language"), description=text("command-language-description"))
    @app_commands.rename(language=text("option-language"), channel=text("option-channel"))
    @app_commands.describe(
        language=text("option-language-description"), channel=text("option-server-or-channel")
    )
    @app_commands.choices(language=_choices("language", tuple(LANGUAGES)))
    async def language(
        interaction: discord.Interaction[Any],
        language: app_commands.Choice[str],
        channel: _Channel | None = None,
    ) -> None:
        if not await _is_refused(interaction):
            await _set_language(parts, interaction, language.value, channel)


def _add_mode(group: app_commands.Group, parts: Parts) -> None:
    @group.command(name=text("command-mode"), description=text("command-mode-description"))
    @app_commands.rename(mode=text("option-mode"), channel=text("option-channel"))
    @app_commands.describe(mode=text("option-mode-description"), channel=text("option-this-channel"))
    @app_commands.choices(mode=_choices("mode", MODES))
    async def mode(
        interaction: discord.Interaction[Any],
        mode: app_commands.Choice[str],
        channel: _Channel | None = None,
    ) -> None:
        if not await _is_refused(interaction):
            chosen = next(known for known in MODES if known == mode.value)
            await _set_mode(parts, interaction, chosen, channel)


def _choices(kind: str, values: tuple[str, ...]) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=text(f"choice-{kind}-{value}"), value=value) for value in values]


async def _is_refused(interaction: discord.Interaction[Any]) -> bool:
    """`default_permissions` is a default that any administrator can change: the check here decides."""
    if interaction.permissions.manage_guild:
        return False
    await _tell(interaction, "setup-refused")
    return True


async def _set_language(
    parts: Parts, interaction: discord.Interaction[Any], code: str, channel: _Place
) -> None:
    chosen = LANGUAGES[code]
    if channel:
        before = await parts.preferences.of_channel(home(channel))
        await parts.preferences.keep_channel(home(channel), replace(before, language=chosen))
    elif interaction.guild_id:
        await parts.preferences.keep_guild(interaction.guild_id, GuildPreferences(chosen))
    where = channel.mention if channel else ""
    await _tell(interaction, "setup-language", where=where, place="channel" if where else "server", code=code)


async def _set_mode(parts: Parts, interaction: discord.Interaction[Any], mode: Mode, channel: _Place) -> None:
    if mode != "called" and not interaction.client.intents.message_content:
        await _tell(interaction, "setup-needs-intent", portal=PORTAL)
        return
    place = home(channel or interaction.channel)
    before = await parts.preferences.of_channel(place)
    await parts.preferences.keep_channel(place, replace(before, mode=mode))
    lacking = _lacking(interaction, channel or interaction.channel, mode)
    await _tell(interaction, "setup-mode", *lacking, where=f"<#{place}>", mode=mode)


def _lacking(interaction: discord.Interaction[Any], channel: Any, mode: Mode) -> list[str]:
    """A line for every permission that the bot would need in a channel and has not."""
    if interaction.guild is None:
        return []
    allowed = channel.permissions_for(interaction.guild.me)
    language = spoken(interaction.locale)
    return [
        say(language, "setup-lacks", permission=say(language, f"permission-{name}"))
        for name in _needed(mode, channel) if not getattr(allowed, name)
    ]  # fmt: skip


def _needed(mode: Mode, channel: Any) -> Iterator[str]:
    """The permissions that a mode needs in a channel, by discord.py's names; a forum's posts are threads."""
    in_threads = isinstance(channel, discord.Thread | discord.ForumChannel)
    yield from ("view_channel", "send_messages_in_threads" if in_threads else "send_messages")
    yield "read_message_history"
    if mode == "hint":
        yield "add_reactions"


async def _tell(interaction: discord.Interaction[Any], message: str, *more: str, **values: str) -> None:
    await whisper(interaction, say(spoken(interaction.locale), message, **values), *more)
