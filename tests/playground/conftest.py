"""A local Discord with a guild, a channel and two people, and real discord.py clients on it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import discord
import pytest
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.playground.model import Channel, Guild
from bot.playground.server import Playground

INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True, guild_reactions=True)


class Client(discord.Client):
    """An ordinary client with a command tree, that keeps what it was told."""

    def __init__(self, intents: discord.Intents = INTENTS, **options: Any) -> None:
        # Without guild_ready_timeout, discord.py holds every start back by two seconds.
        super().__init__(intents=intents, guild_ready_timeout=0.0, **options)
        self.tree = app_commands.CommandTree(self)
        self.heard: list[discord.Message] = []
        self.events: list[str] = []

    async def setup_hook(self) -> None:
        """Register the commands, where there are any."""
        if self.tree.get_commands():
            await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Do not wait five seconds before a second identify, as discord.py does by itself."""

    async def on_message(self, message: discord.Message) -> None:
        """Keep what others write."""
        if message.author != self.user:
            self.heard.append(message)

    async def on_socket_event_type(self, name: str) -> None:
        """Keep the names of gateway events."""
        self.events.append(name)


Start = Callable[..., Awaitable[None]]
NewClient = Callable[..., Client]


@pytest.fixture
def new_client() -> NewClient:
    """Makes clients that are not started yet; their commands are registered at the start."""
    return Client


@pytest.fixture
async def playground(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Playground]:
    """A running local Discord that discord.py is pointed at; fails on anything that it does not know."""
    async with Playground() as local:
        monkeypatch.setattr(Route, "BASE", local.api_url)
        monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", URL(local.gateway_url))
        yield local
        local.check()


@pytest.fixture
async def start(playground: Playground) -> AsyncIterator[Start]:
    """Starts clients, waits until they are connected, and closes them at the end."""
    running: list[tuple[discord.Client, asyncio.Task[None]]] = []

    async def _start(client: discord.Client, shards: int = 1) -> None:
        task = asyncio.create_task(client.start(playground.token))
        running.append((client, task))
        await playground.gateway.ready(shards)
        await client.wait_until_ready()

    yield _start
    for client, task in running:
        await client.close()
        await task


@pytest.fixture
async def client(start: Start, new_client: NewClient, guild: Guild, channel: Channel) -> Client:
    """A started client without commands."""
    started = new_client()
    await start(started)
    return started
