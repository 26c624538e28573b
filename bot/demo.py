"""The bot in a local Discord, for a browser: no account, no token, nothing outside loopback."""

from __future__ import annotations

import asyncio
import os
import secrets
import sys
import threading
import webbrowser
from collections.abc import Callable
from contextlib import AsyncExitStack

from pydantic import SecretStr

from bot.answering.facts import FactBase, Language
from bot.answering.wording import say
from bot.doors.discord import client
from bot.errors import ConfigurationError
from bot.playground.flags import Intent
from bot.playground.people import Person
from bot.playground.server import Playground
from bot.service import Service
from bot.settings import Settings

LOCALES: dict[Language, str] = {"fr": "fr", "en": "en-GB"}


async def run(settings: Settings, service: Service, port: int, announce: Callable[[str], object]) -> None:
    """Serves until interrupted; `announce` is told the page's address once the bot is ready.

    Raises `ConfigurationError` where the port cannot be had.
    """
    playground = Playground(secrets.token_urlsafe(32), port)
    furnish(playground, service.base)
    async with AsyncExitStack() as stack:
        try:
            await stack.enter_async_context(playground)
        except OSError as error:
            raise ConfigurationError(f"port {port} cannot be used; choose another with --port") from error
        announcing = asyncio.create_task(_announce(playground, announce))
        try:
            await client.run(_pointed_at(playground, settings), service)
        finally:
            announcing.cancel()


def furnish(playground: Playground, base: FactBase) -> None:
    """Puts a server, three people and words of welcome into an empty local Discord."""
    world = playground.world
    world.bot.global_name = world.application.name
    # The bot looks at its intents only when it starts; with this one on, every mode of /setup can be tried.
    world.application.privileged = Intent.MESSAGE_CONTENT
    nadia = Person(world, world.application.owner)
    guild = world.add_guild(say("fr", "demo-guild"), locale=LOCALES["fr"], owner=nadia.user)
    camille, oliver = playground.person("camille", guild), playground.person("oliver", guild)
    _name(nadia, "Nadia", "fr")
    _name(camille, "Camille", "fr")
    _name(oliver, "Oliver", "en")
    general = world.add_channel(guild, say("fr", "demo-general"))
    asking = world.add_channel(guild, "ask-the-article")
    thread = world.add_thread(asking, say("fr", "demo-thread"))
    example = next(iter(base.facts.values())).question
    nadia.say(general, say("fr", "demo-hello", channel=f"<#{asking.id}>"))
    nadia.say(asking, say("fr", "demo-try", command=say("fr", "command-ask"), example=example.fr))
    oliver.say(asking, say("en", "demo-try", command=say("en", "command-ask"), example=example.en))
    camille.say(thread, say("fr", "demo-aside"))
    playground.site.first = asking


def _name(person: Person, name: str, language: Language) -> None:
    person.user.name, person.user.global_name = name.lower(), name
    person.user.locale = LOCALES[language]


def _pointed_at(playground: Playground, settings: Settings) -> Settings:
    here = {
        "discord_token": SecretStr(playground.token),
        "discord_api_url": playground.api_url,
        "discord_gateway_url": playground.gateway_url,
    }
    return settings.model_copy(update=here)


async def _announce(playground: Playground, announce: Callable[[str], object]) -> None:
    """Waits until the bot is connected and Discord has its commands: the moment from which all works."""
    world, gateway = playground.world, playground.gateway
    await world.changes.until(lambda: gateway.connected and world.commands, None)
    announce(playground.page_url)


def open_browser(url: str) -> None:
    """Opens a browser with a window; one that would draw in the terminal stays shut."""
    if sys.platform in ("darwin", "win32") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        # Some browsers keep their caller waiting until they are closed.
        threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
