"""The page of the local Discord in a real browser, with the real bot behind it."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route
from playwright.async_api import Browser, Page, async_playwright

from bot import demo
from bot.doors.discord.client import DepecheClient, point_at
from bot.playground.server import Playground
from bot.service import Service
from bot.settings import ROOT, Settings

Open = Callable[..., Awaitable[Page]]

CHROMIUM = shutil.which("chromium")


@pytest.fixture(scope="session")
def shipped() -> Service:
    """The shipped base, read once."""
    return Service(ROOT / "facts")


@pytest.fixture
async def playground(monkeypatch: pytest.MonkeyPatch, shipped: Service) -> AsyncIterator[Playground]:
    """The local Discord of the demo, furnished."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    local = Playground()
    demo.furnish(local, shipped.base)
    async with local:
        yield local
        local.check()


@pytest.fixture
async def bot(playground: Playground, shipped: Service) -> AsyncIterator[DepecheClient]:
    """The bot, connected and with its commands known."""
    settings = Settings.model_validate({
        "DISCORD_TOKEN": playground.token,
        "DISCORD_API_URL": playground.api_url,
        "DISCORD_GATEWAY_URL": playground.gateway_url,
    })  # fmt: skip
    point_at(settings)
    client = DepecheClient(settings, shipped)
    running = asyncio.create_task(client.start(playground.token))
    await playground.gateway.ready()
    await playground.world.changes.until(lambda: playground.world.commands, 5)
    yield client
    await client.close()
    await asyncio.wait_for(running, 3)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """Debian's Chromium."""
    assert CHROMIUM, "the page is tested in Chromium: apt-get install chromium"
    async with async_playwright() as playwright:
        yield await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])


@pytest.fixture
async def open_page(browser: Browser, bot: DepecheClient, playground: Playground) -> AsyncIterator[Open]:
    """Opens the page; fails where it logged an error, broke its policy, or asked anything of elsewhere."""
    faults: list[str] = []

    async def _open(locale: str = "fr-FR", width: int = 1100, dark: bool = False, height: int = 800) -> Page:
        page = await browser.new_page(
            locale=locale,
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "request",
            lambda request: None if playground.page_url in request.url else faults.append(request.url),
        )
        await page.goto(playground.page_url)
        await page.get_by_role("textbox").first.wait_for()
        return page

    yield _open
    assert [] == faults
