"""A real browser on the page of a local Discord, with a small discord.py client that has every feature."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from inspect import iscoroutinefunction
from typing import Any

import discord
import pytest
import pytest_asyncio
from discord import app_commands, ui
from discord.gateway import DiscordWebSocket
from discord.http import Route
from playwright.async_api import Browser, Page, async_playwright
from yarl import URL

from bot.playground.model import Channel, Guild
from bot.playground.people import Person
from bot.playground.server import Playground

INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True, guild_reactions=True)
Open = Callable[..., Awaitable[Page]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One loop for all tests of this folder, so that they may share one browser."""
    for item in items:
        if (
            item.path.parent.name == "page"
            and isinstance(item, pytest.Function)
            and iscoroutinefunction(item.function)
        ):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Debian's Chromium."""
    path = shutil.which("chromium")
    assert path, "The tests of the page need chromium."
    async with async_playwright() as driver:
        started = await driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        await started.close()


@pytest_asyncio.fixture(loop_scope="session")
async def playground(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Playground]:
    """A running local Discord that discord.py is pointed at; fails on anything that it does not know."""
    async with Playground() as local:
        monkeypatch.setattr(Route, "BASE", local.api_url)
        monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", URL(local.gateway_url))
        local.world.bot.global_name = "Dépêche"
        yield local
        local.check()


@pytest_asyncio.fixture(loop_scope="session")
async def open_page(
    browser: Browser, playground: Playground, channel: Channel, alice: Person, bob: Person
) -> AsyncIterator[Open]:
    """Opens the page as alice; what goes wrong in it fails the test."""
    wrong: list[str] = []
    contexts = []

    async def _open(**options: Any) -> Page:
        defaults: dict[str, Any] = {"locale": "fr-FR", "reduced_motion": "reduce"}
        context = await browser.new_context(**(defaults | options))
        context.set_default_timeout(5_000)
        contexts.append(context)
        page = await context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda line: wrong.append(line.text) if line.type == "error" else None)
        await page.goto(playground.page_url)
        await page.get_by_role("log").wait_for()
        return page

    yield _open
    for context in contexts:
        await context.close()
    assert [] == wrong


@pytest_asyncio.fixture(loop_scope="session")
async def page(open_page: Open) -> Page:
    """The page, open as alice in her first channel."""
    return await open_page()


class Form(ui.Modal, title="Votre avis"):
    """A form with every kind of input that the page knows."""

    name: ui.TextInput[Any] = ui.TextInput(label="Nom", placeholder="Jeanne", min_length=2)
    story: ui.TextInput[Any] = ui.TextInput(label="Récit", style=discord.TextStyle.paragraph, required=False)
    tone: ui.Label[Any] = ui.Label(
        text="Ton", description="Comment répondre",
        component=ui.Select(options=[discord.SelectOption(label=name, value=name) for name in ("Doux", "Sec")]),
    )  # fmt: skip
    mark: ui.Label[Any] = ui.Label(
        text="Note",
        component=ui.RadioGroup(options=[discord.RadioGroupOption(label=name, value=name) for name in ("Bien", "Mal")]),
    )  # fmt: skip

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Say what was filled in."""
        tone, mark = self.tone.component, self.mark.component
        assert isinstance(tone, ui.Select)
        assert isinstance(mark, ui.RadioGroup)
        words = f"{self.name.value}/{self.story.value}/{tone.values}/{mark.value}"
        await interaction.response.send_message(words, ephemeral=True)


class Panel(ui.View):
    """Buttons of every style, a select of one and a select of several."""

    def __init__(self) -> None:
        super().__init__(timeout=None)
        self.count = 0
        for label, style in (
            ("Vert", discord.ButtonStyle.success),
            ("Rouge", discord.ButtonStyle.danger),
            ("Bleu", discord.ButtonStyle.primary),
        ):
            self.add_item(_Echo(label=label, style=style, row=0))
        self.add_item(ui.Button(label="Éteint", disabled=True, row=0))
        self.add_item(ui.Button(label="Lien", url="https://example.org/", row=0))

    @ui.button(label="Compter", emoji="🔢", row=1)
    async def more(self, interaction: discord.Interaction, button: ui.Button[Any]) -> None:
        """Count on in the same message."""
        self.count += 1
        await interaction.response.edit_message(content=f"Compte : {self.count}")

    @ui.button(label="Muet", row=1)
    async def mute(self, interaction: discord.Interaction, button: ui.Button[Any]) -> None:
        """Never answer."""

    @ui.button(label="Formulaire", row=1)
    async def form(self, interaction: discord.Interaction, button: ui.Button[Any]) -> None:
        """Open the form."""
        await interaction.response.send_modal(Form())

    @ui.select(
        placeholder="Une couleur",
        row=2,
        options=[
            discord.SelectOption(label=name, description=f"la couleur {name}") for name in ("ocre", "azur")
        ],
    )
    async def one(self, interaction: discord.Interaction, select: ui.Select[Any]) -> None:
        """Say which."""
        await interaction.response.send_message(f"choix : {select.values[0]}", ephemeral=True)

    @ui.select(
        placeholder="Des fruits",
        row=3,
        max_values=2,
        options=[discord.SelectOption(label=name) for name in ("poire", "figue", "prune")],
    )
    async def several(self, interaction: discord.Interaction, select: ui.Select[Any]) -> None:
        """Say which."""
        await interaction.response.send_message(f"choix : {sorted(select.values)}", ephemeral=True)


class _Echo(ui.Button[Any]):
    async def callback(self, interaction: discord.Interaction) -> None:
        """Say what was pressed."""
        await interaction.response.send_message(f"pressé : {self.label}", ephemeral=True)


def add_commands(tree: app_commands.CommandTree[Any]) -> None:
    """One command for each thing to try."""

    @tree.command(name="ask", description="Ask something")
    @app_commands.describe(question="What to ask", private="For you alone")
    async def ask(
        interaction: discord.Interaction, question: app_commands.Range[str, 2, 100], private: bool = False
    ) -> None:
        await interaction.response.send_message(f"{interaction.locale} {question}", ephemeral=private)

    @ask.autocomplete("question")
    async def complete(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=f"{typed} n° {i}", value=f"{typed}-{i}") for i in range(25)]

    @tree.command(name="panel", description="Buttons and selects")
    async def panel(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("Un panneau", view=Panel())

    @tree.command(name="form", description="A form")
    async def form(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(Form())

    @tree.command(name="silent", description="Never answers")
    async def silent(interaction: discord.Interaction) -> None:
        pass

    @tree.command(name="think", description="Answers later")
    async def think(interaction: discord.Interaction) -> None:
        await interaction.response.defer(thinking=True)
        await interaction.client.thought.wait()  # type: ignore[attr-defined]
        await interaction.followup.send("c'est tout vu")

    @tree.command(name="pick", description="Choices, a number, a person and a channel")
    @app_commands.choices(
        size=[app_commands.Choice(name="Petit", value="s"), app_commands.Choice(name="Grand", value="l")]
    )
    async def pick(
        interaction: discord.Interaction,
        size: app_commands.Choice[str],
        times: app_commands.Range[int, 1, 9],
        who: discord.Member,
        where: discord.TextChannel,
    ) -> None:
        await interaction.response.send_message(f"{size.value} {times} {who.name} {where.name}")

    @tree.context_menu(name="Vérifier")
    async def check(interaction: discord.Interaction, message: discord.Message) -> None:
        await interaction.response.send_message(f"vérifié : {message.content}", ephemeral=True)

    @tree.command(name="rule", description="For those who run the server")
    @app_commands.default_permissions(manage_guild=True)
    async def rule(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("bien")


class Names(app_commands.Translator):
    """French names for `/ask`."""

    async def translate(
        self, string: app_commands.locale_str, locale: discord.Locale, context: Any
    ) -> str | None:
        """The French word, if there is one."""
        french = {"ask": "demander", "Ask something": "Poser une question", "private": "privé"}
        return french.get(string.message) if locale is discord.Locale.french else None


class App(discord.Client):
    """The client of these tests: its commands, and an echo for whoever mentions it."""

    def __init__(self) -> None:
        super().__init__(intents=INTENTS, guild_ready_timeout=0.0)
        self.tree = app_commands.CommandTree(self)
        self.thought = asyncio.Event()

    async def setup_hook(self) -> None:
        """Register the commands."""
        await self.tree.set_translator(Names())
        add_commands(self.tree)
        await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Do not wait five seconds before a second identify."""

    async def on_message(self, message: discord.Message) -> None:
        """Reply to mentions and in private."""
        direct = message.guild is None
        if message.author != self.user and (direct or self.user in message.mentions):
            await message.reply(f"lu : {message.clean_content}")


@pytest_asyncio.fixture(loop_scope="session")
async def app(playground: Playground, guild: Guild, channel: Channel) -> AsyncIterator[App]:
    """The client, connected and with its commands registered."""
    client = App()
    task = asyncio.create_task(client.start(playground.token))
    await playground.gateway.ready()
    await client.wait_until_ready()
    yield client
    await client.close()
    await task
