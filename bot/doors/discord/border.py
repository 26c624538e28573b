"""Foreign errors become ours here: one line for the operator that says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import aiohttp
import discord

from bot.errors import ConnectionRefusedByDiscord

PORTAL = "https://discord.com/developers/applications"
_WRONG_TOKEN = f"Discord does not know this token; copy the bot's token from {PORTAL} into DISCORD_TOKEN"
_INTENTS = f"the bot's page at {PORTAL} must allow what it asks for; check its intents"
_CLOSED = {
    4004: _WRONG_TOKEN,
    4013: f"Discord closed with 4013 (invalid intents): {_INTENTS}, and update discord.py",
    4014: f"Discord closed with 4014 (disallowed intents): {_INTENTS}",
}


@contextmanager
def translated() -> Iterator[None]:
    """Turns what keeps the bot from being connected into `ConnectionRefusedByDiscord`."""
    try:
        yield
    except discord.LoginFailure as error:
        raise ConnectionRefusedByDiscord(_WRONG_TOKEN) from error
    except discord.PrivilegedIntentsRequired as error:
        raise ConnectionRefusedByDiscord(_CLOSED[4014]) from error
    except discord.ConnectionClosed as error:
        line = f"Discord closed the connection with {error.code}; look the number up in its documentation"
        raise ConnectionRefusedByDiscord(_CLOSED.get(error.code, line)) from error
    except discord.HTTPException as error:
        line = f"Discord answered {error.status} at the start; see https://discordstatus.com, try again later"
        raise ConnectionRefusedByDiscord(line) from error
    except discord.GatewayNotFound as error:
        line = "Discord names no gateway; see https://discordstatus.com, try again later"
        raise ConnectionRefusedByDiscord(line) from error
    except (aiohttp.ClientError, OSError) as error:
        line = f"Discord cannot be reached ({type(error).__name__}); check the network and DISCORD_API_URL"
        raise ConnectionRefusedByDiscord(line) from error
