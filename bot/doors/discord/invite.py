"""The address that adds the bot to a server."""

from __future__ import annotations

import base64
import binascii

import discord

from bot.errors import ConfigurationError

# The least with which it can answer, and tell by a reaction why it does not. Slash commands need none.
PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    read_message_history=True,
    add_reactions=True,
)
SCOPES = ("bot", "applications.commands")


def invite_url(application_id: int) -> str:
    """The address for this application."""
    return discord.utils.oauth_url(application_id, permissions=PERMISSIONS, scopes=SCOPES)


def application_id(token: str) -> int:
    """The id that a bot's token starts with; raises `ConfigurationError` if there is none.

    It is the bot's user id, which is the application's for all bots made since 2016.
    """
    first = token.strip().partition(".")[0]
    try:
        return int(base64.urlsafe_b64decode(first + "=" * (-len(first) % 4)))
    except (binascii.Error, ValueError):
        raise ConfigurationError("DISCORD_TOKEN is not a bot's token: no id stands in it") from None
