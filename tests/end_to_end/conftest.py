"""The real client on a local Discord: a French guild with a channel, and people in it."""

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from discord.gateway import DiscordWebSocket, KeepAliveHandler
from discord.http import Route

from bot.doors.discord.client import DepecheClient, point_at
from bot.playground.model import Channel
from bot.playground.server import Playground
from bot.service import Service
from bot.settings import ROOT, Settings

Start = Callable[..., Awaitable[DepecheClient]]


@pytest.fixture(scope="session")
def shipped() -> Service:
    """The shipped base, read once for all: no test changes it."""
    return Service(ROOT / "facts")


@pytest.fixture
def service(shipped: Service) -> Service:
    """What answers; a module that reloads puts its own in this place."""
    return shipped


@pytest.fixture(autouse=True)
async def nothing_left_running() -> AsyncIterator[None]:
    """Fails where a test leaves a task or a heartbeat behind."""
    before = asyncio.all_tasks()
    yield
    left = asyncio.all_tasks() - before - {asyncio.current_task()}
    if left:
        await asyncio.wait(left, timeout=0.5)
    beating = [thread for thread in threading.enumerate() if isinstance(thread, KeepAliveHandler)]
    for thread in beating:
        thread.join(1)

    assert set() == {task for task in left if not task.done()}
    assert not any(thread.is_alive() for thread in beating)


@pytest.fixture
async def playground(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Playground]:
    """A running local Discord; fails on anything asked of it that it does not know."""
    # discord.py keeps its addresses in classes: put them back when the test is over.
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    async with Playground() as local:
        yield local
        local.check()


@pytest.fixture
def settings(playground: Playground) -> Settings:
    """The settings of an operator who points the bot at the local Discord."""
    return Settings.model_validate({
        "DISCORD_TOKEN": playground.token,
        "DISCORD_API_URL": playground.api_url,
        "DISCORD_GATEWAY_URL": playground.gateway_url,
    })  # fmt: skip


@pytest.fixture
async def start(
    playground: Playground, settings: Settings, service: Service, channel: Channel
) -> AsyncIterator[Start]:
    """Starts clients, waits until their commands are known, and closes them at the end."""
    running: list[tuple[DepecheClient, asyncio.Task[None]]] = []

    async def _start(chosen: Settings = settings, answering: Service = service) -> DepecheClient:
        point_at(chosen)
        client = DepecheClient(chosen, answering)
        running.append((client, asyncio.create_task(client.start(playground.token))))
        await playground.gateway.ready()
        await playground.world.changes.until(lambda: playground.world.commands, 5)
        return client

    yield _start
    for client, task in running:
        await client.close()
        await asyncio.wait_for(task, 3)


@pytest.fixture
async def client(start: Start) -> DepecheClient:
    """The bot, started."""
    return await start()
