"""The error desk: whatever fails ends here.

The user gets a kind line with a short reference, the log gets the trace with the same reference.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import aiohttp
import discord
from discord import app_commands

from bot.answering.facts import Language
from bot.answering.wording import say
from bot.doors.discord.drawing import plain
from bot.doors.discord.following import Exchange
from bot.doors.discord.parts import Parts
from bot.doors.discord.replying import reply_to
from bot.doors.discord.translator import FOR_OTHERS, spoken
from bot.doors.discord.whispering import whisper
from bot.service import Asked

log = logging.getLogger(__name__)

OUT_OF_REACH = (discord.HTTPException, aiohttp.ClientError, OSError)
"""What happens when Discord cannot be told."""

_OVER = {10015, 10062, 50027}
_ANSWERED = 40060
_OUTDATED = (app_commands.CommandNotFound, app_commands.CommandSignatureMismatch)


def note(what: str, error: BaseException) -> str:
    """Logs a failure with its trace; returns the reference that finds it there."""
    reference = secrets.token_hex(4)
    log.error("%s failed, reference %s", what, reference, exc_info=error)
    return reference


def reporting(interaction: discord.Interaction[Any]) -> AbstractAsyncContextManager[None]:
    """Brings what fails inside to the desk, which tells the user."""
    return _desk(lambda error: report(interaction, error))


def reporting_message(
    exchange: Exchange, parts: Parts, wish: Language | None
) -> AbstractAsyncContextManager[None]:
    """Brings what fails inside to the desk, which tells the author of the message in their language."""

    async def handle(error: Exception) -> None:
        reference = note("message", error)
        language = _language(exchange.message.content, parts, wish)
        try:
            await reply_to(exchange, [plain(say(language, "failed", reference=reference), language)])
        except OUT_OF_REACH as unreachable:
            log.warning("reference %s could not be given: %r", reference, unreachable)

    return _desk(handle)


def noting(what: str) -> AbstractAsyncContextManager[None]:
    """Brings what fails inside to the log, where nobody waits for an answer."""

    async def handle(error: Exception) -> None:
        note(what, error)

    return _desk(handle)


@asynccontextmanager
async def _desk(handle: Callable[[Exception], Awaitable[None]]) -> AsyncIterator[None]:
    try:
        yield
    except Exception as error:  # whatever it is, the bot goes on
        await handle(error)


async def report(interaction: discord.Interaction[Any], error: Exception) -> None:
    """Deals with the failure of a command, a button or an autocompletion."""
    cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
    language = spoken(interaction.locale)
    code = cause.code if isinstance(cause, discord.HTTPException) else 0
    if code in _OVER or code == _ANSWERED:
        # Nobody waits any more: too late, or the answer is there and only Discord's word of it was lost.
        log.warning("%s: Discord takes no answer (%d)", _name(interaction), code)
    elif isinstance(cause, _OUTDATED):
        log.warning("%s: the command has changed", _name(interaction))
        await _tell(interaction, say(language, "command-outdated"))
    else:
        await _tell(interaction, say(language, "failed", reference=note(_name(interaction), cause)))


def _language(text: str, parts: Parts, wish: Language | None) -> Language:
    try:
        return parts.service.language_of(Asked(text, wish))
    except Exception:  # it may be what has failed
        return wish or FOR_OTHERS


async def _tell(interaction: discord.Interaction[Any], line: str) -> None:
    try:
        if interaction.type is discord.InteractionType.autocomplete:
            await interaction.response.autocomplete([])
        else:
            await whisper(interaction, line)
    except OUT_OF_REACH as unreachable:
        log.warning("%s: the line could not be given: %r", _name(interaction), unreachable)


def _name(interaction: discord.Interaction[Any]) -> str:
    command = interaction.command
    return f"{interaction.type.name} {command.qualified_name}" if command else interaction.type.name
