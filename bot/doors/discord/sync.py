"""Tells Discord our commands, only where it knows others: nothing about it is kept on disk."""

from __future__ import annotations

import hashlib
import json
import logging
from typing import Any

import discord
from discord import app_commands
from discord.http import Route

from bot.doors.discord.errors import noting
from bot.doors.discord.translator import FluentTranslator

log = logging.getLogger(__name__)

Json = dict[str, Any]
Tree = app_commands.CommandTree[discord.AutoShardedClient]

# What commands, options and choices are made of. Discord adds ids, versions and the defaults of the rest.
_FIELDS = (
    "type", "name", "name_localizations", "description", "description_localizations", "options", "required",
    "autocomplete", "choices", "value", "channel_types", "min_length", "max_length", "min_value", "max_value",
    "default_member_permissions", "contexts", "integration_types", "nsfw",
)  # fmt: skip
_SAME_AS_ABSENT: tuple[object, ...] = (None, False, "", [], {})


async def sync(tree: Tree) -> None:
    """Registers the commands globally if Discord has others; a failure is for the log alone."""
    async with noting("registering the commands"):
        ours, theirs = fingerprint(await _ours(tree)), fingerprint(await _theirs(tree))
        if ours == theirs:
            log.info("commands: Discord has them (%s)", ours[:8])
            return
        await tree.sync()
        log.info("commands: registered (%s, before %s)", ours[:8], theirs[:8])


async def _ours(tree: Tree) -> list[Json]:
    translator = tree.translator or FluentTranslator()
    return [await command.get_translated_payload(tree, translator) for command in tree.get_commands()]


async def _theirs(tree: Tree) -> list[Json]:
    client = tree.client
    route = Route("GET", "/applications/{application_id}/commands", application_id=client.application_id)
    # `tree.fetch_commands` cannot ask for the localisations.
    commands: list[Json] = await client.http.request(route, params={"with_localizations": "true"})
    return commands


def fingerprint(commands: list[Json]) -> str:
    """A hash of what commands are made of, the same for our payload and for Discord's."""
    told = sorted(json.dumps(_normal(command), sort_keys=True) for command in commands)
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def _normal(part: Json) -> Json:
    told = {field: _plain(field, part.get(field)) for field in _FIELDS}
    return {field: value for field, value in told.items() if value not in _SAME_AS_ABSENT}


def _plain(field: str, value: Any) -> Any:
    match value:
        case [dict(), *_]:
            return [_normal(part) for part in value]
        case list():
            return sorted(value)
    # discord.py writes permissions as a number, Discord as a string; none at all differs from "0".
    is_permissions = field == "default_member_permissions" and value is not None
    return str(value) if is_permissions else value
