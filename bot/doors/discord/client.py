"""The Discord client: as little as it can hear, keep and ping."""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from collections.abc import Callable, Coroutine
from typing import Any

import discord
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.cooldown import Cooldown
from bot.doors.discord.about import about_command, help_command
from bot.doors.discord.ask import ask_command
from bot.doors.discord.border import translated
from bot.doors.discord.browse import browsing, facts_command
from bot.doors.discord.buttons import (
    flag_buttons,
    language_buttons,
    offer_buttons,
    passage_buttons,
    why_buttons,
)
from bot.doors.discord.check import check_command, show_buttons
from bot.doors.discord.diagnose import diagnose_command
from bot.doors.discord.errors import note, noting, report, reporting
from bot.doors.discord.flagging import receive
from bot.doors.discord.listen import hear, hear_again, unsay
from bot.doors.discord.operators import Operators
from bot.doors.discord.overhear import overhear, reveal
from bot.doors.discord.pacing import is_too_fast
from bot.doors.discord.parts import Parts
from bot.doors.discord.reload import reload_buttons, reload_command
from bot.doors.discord.setup import setup_commands
from bot.doors.discord.signals import handling
from bot.doors.discord.sync import sync
from bot.doors.discord.translator import FluentTranslator
from bot.service import Service
from bot.settings import Settings
from bot.state.preferences import PreferencesInMemory

log = logging.getLogger(__name__)

# None is privileged: mentions, replies with ping and direct messages can be read without.
INTENTS = {"guilds": True, "guild_messages": True, "dm_messages": True, "guild_reactions": True}

_Command = app_commands.Command[Any, ..., None] | app_commands.Group | app_commands.ContextMenu

COMMANDS: tuple[Callable[[Parts], _Command], ...] = (
    ask_command,
    check_command,
    facts_command,
    about_command,
    help_command,
    reload_command,
    setup_commands,
    diagnose_command,
)
ITEMS = (
    offer_buttons,
    language_buttons,
    why_buttons,
    passage_buttons,
    flag_buttons,
    show_buttons,
    *browsing,
    reload_buttons,
)

_ANSWERING = ("discord.py: on_", "CommandTree-invoker", "discord-ui-dynamic-item")
"""How discord.py names the tasks in which it has us answer."""

_LAST_WORDS = 2.0


class Tree(app_commands.CommandTree[discord.AutoShardedClient]):
    """The commands; what fails in them goes to the error desk."""

    def __init__(self, client: discord.AutoShardedClient, parts: Parts) -> None:
        self._parts = parts
        super().__init__(
            client,
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Asks to wait who uses commands faster than anybody reads; completing one is not using it.

        Commands for those who manage are not put off: a crowd must not keep them from quieting it.
        """
        command = interaction.command
        root = getattr(command, "root_parent", None) or command
        is_completing = interaction.type is discord.InteractionType.autocomplete
        if is_completing or getattr(root, "default_permissions", None) is not None:
            return True
        async with reporting(interaction):
            return not await is_too_fast(interaction, self._parts)
        return False

    async def on_error(
        self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError, /
    ) -> None:
        """Reports it."""
        await report(interaction, error)


class DepecheClient(discord.AutoShardedClient):
    """Answers messages, commands and buttons from a service.

    It asks to read all messages where the developer portal lets it, unless `may_listen` forbids even that.
    """

    def __init__(self, settings: Settings, service: Service, *, may_listen: bool = True) -> None:
        # It never speaks, so nobody should be warned that it cannot.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        self._asked_for = discord.Intents(**INTENTS)
        self._may_listen = may_listen
        super().__init__(
            intents=self._asked_for,
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            # Nothing here waits for the list of servers to be whole.
            guild_ready_timeout=0.0,
        )
        self.parts = Parts(
            settings, service, Operators(settings), Cooldown(time.monotonic), PreferencesInMemory()
        )
        self.tree = Tree(self, self.parts)
        self._tasks: set[asyncio.Task[None]] = set()

    async def setup_hook(self) -> None:
        """Prepares commands and buttons, before the gateway is opened."""
        self.parts.operators.look_at(self.application)
        flags = self.application.flags if self.application else discord.ApplicationFlags()
        is_on = flags.gateway_message_content or flags.gateway_message_content_limited
        # The gateway, not yet open, is asked for what this object says then.
        self._asked_for.message_content = is_on and self._may_listen
        await self.tree.set_translator(FluentTranslator())
        for command in COMMANDS:
            self.tree.add_command(command(self.parts))
        self.add_dynamic_items(*(item(self.parts) for item in ITEMS))
        self._keep(self._sync())

    async def _sync(self) -> None:
        await self.wait_until_ready()
        await sync(self.tree)

    async def on_message(self, message: discord.Message) -> None:
        """Answers it if it is for the bot."""
        if self.user is not None:
            await hear(message, self.user, self.parts)
            await overhear(message, self.parts)

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Takes the forms that were sent; commands and items have ways of their own."""
        await receive(interaction, self.parts)

    async def on_raw_reaction_add(self, payload: discord.RawReactionActionEvent) -> None:
        """Gives the answer that a hint promised."""
        await reveal(payload, self, self.parts)

    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Lets an answer follow its question."""
        if self.user is not None:
            await hear_again(payload.message, self.user, self.parts)

    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """Takes an answer away with its question."""
        await unsay([payload.message_id], self.parts)

    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Takes answers away with their questions."""
        await unsay(payload.message_ids, self.parts)

    async def on_error(self, event_method: str, /, *args: object, **kwargs: object) -> None:
        """Notes what fails in an event of discord.py."""
        error = sys.exc_info()[1]
        if error is not None:
            note(event_method, error)

    def reload_soon(self) -> None:
        """Reads the facts again in the background; the service logs what came of it."""
        self._keep(self._reload())

    async def _reload(self) -> None:
        async with noting("reload"):
            await self.parts.service.reload()

    def _keep(self, work: Coroutine[Any, Any, None]) -> None:
        # The loop alone would not keep a task from being collected.
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def launch_shard(self, gateway: URL, shard_id: int, *, initial: bool = False) -> None:
        """Connects to the gateway of the settings, where discord.py would use the one Discord names."""
        named = self.parts.settings.discord_gateway_url
        await super().launch_shard(URL(named) if named else gateway, shard_id, initial=initial)

    async def close(self) -> None:
        """Leaves Discord, once what was asked is answered."""
        for task in self._tasks:
            task.cancel()
        answering = {task for task in asyncio.all_tasks() if task.get_name().startswith(_ANSWERING)}
        if busy := answering - {asyncio.current_task()}:
            await asyncio.wait(busy, timeout=_LAST_WORDS)
        await super().close()


async def run(settings: Settings, service: Service) -> None:
    """Answers on Discord until SIGTERM or SIGINT; SIGHUP reads the facts again.

    Raises `ConfigurationError` without a token, `ConnectionRefusedByDiscord` where Discord turns us away.
    """
    point_at(settings)
    client = DepecheClient(settings, service)
    with translated():
        try:
            await _run(client, settings.token)
        except discord.PrivilegedIntentsRequired:
            if not client.intents.message_content:
                raise
            log.warning("Discord refuses the message content intent: connecting again without it")
            await _run(DepecheClient(settings, service, may_listen=False), settings.token)


async def _run(client: DepecheClient, token: str) -> None:
    async with client:
        running = asyncio.create_task(client.start(token))
        with handling(SIGTERM=running.cancel, SIGINT=running.cancel, SIGHUP=client.reload_soon):
            try:
                await asyncio.wait({running})
            finally:
                running.cancel()
            if not running.cancelled():
                running.result()


def point_at(settings: Settings) -> None:
    """Makes discord.py use the addresses of the settings; it knows one of each for the whole process."""
    if settings.discord_api_url:
        Route.BASE = settings.discord_api_url.rstrip("/")
    if settings.discord_gateway_url:
        DiscordWebSocket.DEFAULT_GATEWAY = URL(settings.discord_gateway_url)
