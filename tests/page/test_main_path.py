"""The real bot, with the shipped facts, in the page: what a newcomer does first."""

import asyncio
import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from discord.gateway import DiscordWebSocket
from discord.http import Route
from playwright.async_api import Browser, Page, expect

from bot import demo
from bot.playground.page_site import FOLDER
from bot.service import Service
from bot.settings import ROOT, Settings

FIRST_PAINT = "() => performance.getEntriesByType('paint').map((entry) => entry.startTime)"


@pytest.fixture(scope="module")
def service() -> Service:
    """The shipped base."""
    return Service(ROOT / "facts")


@pytest_asyncio.fixture(loop_scope="session")
async def address(service: Service, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[str]:
    """The address of a running demo."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    announced: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    running = asyncio.create_task(demo.run(Settings(), service, 0, announced.set_result))
    yield await asyncio.wait_for(announced, 10)
    running.cancel()
    await asyncio.wait({running})


@pytest_asyncio.fixture(loop_scope="session")
async def visit(browser: Browser, address: str) -> AsyncIterator[Page]:
    """The page of the demo in a French browser."""
    context = await browser.new_context(locale="fr-FR")
    context.set_default_timeout(5_000)
    page = await context.new_page()
    await page.goto(address)
    yield page
    await context.close()


async def test_a_question_typed_at_once_is_answered(visit: Page) -> None:
    """The box has the focus; a mention, a question and Enter bring the answer, its place and what to ask next."""
    await visit.keyboard.type("@Dépêche combien a coûté GPT-4 ?")
    await visit.keyboard.press("Enter")

    answer = visit.locator(".message", has_text="plus de 100 millions de dollars")
    await expect(answer).to_contain_text("DépêcheAPP")
    await answer.locator(".components").get_by_role("button").first.click()
    await expect(visit.locator(".message.private")).to_contain_text("Visible par vous uniquement")


async def test_the_command_completes_and_answers(visit: Page) -> None:
    """`/demander` offers the questions whose answer is known."""
    await visit.keyboard.type("/demander cout GPT-4")
    await visit.get_by_role("option", name="Combien a coûté GPT-4 ?").click()
    await visit.keyboard.press("Enter")

    await expect(visit.get_by_text("plus de 100 millions de dollars")).to_be_visible()


async def test_a_thread_and_a_private_channel_answer_too(visit: Page) -> None:
    """The same question in a thread with a mention, and in private without."""
    await visit.get_by_role("link", name="Coûts et recettes").click()
    await visit.get_by_role("textbox").fill("@Dépêche combien a coûté GPT-4 ?")
    await visit.get_by_role("textbox").press("Enter")
    await expect(visit.get_by_text("plus de 100 millions de dollars")).to_be_visible()
    await visit.get_by_role("link", name="Dépêche").click()
    await visit.get_by_role("textbox").fill("combien a coûté GPT-4 ?")
    await visit.get_by_role("textbox").press("Enter")

    await expect(visit.get_by_text("plus de 100 millions de dollars")).to_be_visible()


async def test_the_bot_is_a_he_in_french_as_it_calls_itself(visit: Page) -> None:
    """« Un bot » is masculine, in the words of the page as in those of the people on it."""
    for name in ("ask-the-article", "Coûts et recettes"):
        await visit.get_by_role("link", name=name).click()
        await visit.get_by_role("log", name=f"Messages de #{name}").wait_for()
        said = await visit.locator("body").inner_text()
        assert "Dépêche est connecté" in said
        assert [] == re.findall(r"(?i)\belle\b|mentionnez-la|connectée", said)


async def test_only_who_runs_the_bot_has_its_commands(visit: Page) -> None:
    """Nadia owns the server and the application: she alone is offered the command that reads the facts again."""
    await visit.keyboard.type("/")
    await expect(visit.get_by_role("option")).not_to_have_count(0)
    names = await visit.get_by_role("option").all_inner_texts()
    assert not any(name.startswith("/recharger") for name in names)
    await visit.keyboard.press("Escape")
    await visit.get_by_role("textbox").fill("")
    await visit.get_by_role("radio", name="Nadia").check()
    await visit.get_by_role("textbox").fill("/recharger")

    await expect(visit.get_by_role("option", name="/recharger")).to_be_visible()


@pytest.mark.parametrize(("mode", "comes"), [("réponses", "100 millions de dollars"), ("signe", "💡")])
async def test_a_channel_can_be_listened_in(visit: Page, mode: str, comes: str) -> None:
    """Once Nadia has set its mode, a question in it needs no mention."""
    await visit.get_by_role("radio", name="Nadia").check()
    await visit.locator("#text").fill("/configurer mode ")
    choice = visit.get_by_role("combobox", name="mode").get_by_role("option", name=mode)
    await visit.get_by_role("combobox", name="mode").select_option(await choice.inner_text())
    await visit.get_by_role("button", name="Envoyer").click()
    await visit.locator(".message.private", has_text="Nadia a utilisé /configurer mode").wait_for()
    await visit.get_by_role("radio", name="Camille").check()
    await visit.locator("#text").fill("Combien a coûté GPT-4 ?")
    await visit.locator("#text").press("Enter")

    await expect(visit.get_by_role("log")).to_contain_text(comes)


async def test_a_used_subcommand_is_shown_by_its_whole_name(visit: Page) -> None:
    """The line over the answer names what was used as whoever reads it would type it."""
    await visit.get_by_role("radio", name="Nadia").check()
    await visit.locator("#text").fill("/configurer langue ")
    await visit.get_by_role("combobox", name="langue").select_option("anglais")
    await visit.get_by_role("button", name="Envoyer").click()
    line = visit.locator(".message.private .above")
    await expect(line).to_have_text("Nadia a utilisé /configurer langue")
    await visit.get_by_role("radio", name="English").check()

    await expect(line).to_have_text("Nadia used /setup language")


async def test_the_page_is_painted_before_anything_comes_over_the_socket(visit: Page) -> None:
    """The browser tells of a first paint; all that is loaded are the page's own files."""
    assert len(await visit.evaluate(FIRST_PAINT)) >= 1
    loaded = await visit.evaluate(
        "() => performance.getEntriesByType('resource').map((e) => new URL(e.name).pathname)"
    )
    own = {f"/page/{path.name}" for path in FOLDER.iterdir()}

    assert set(loaded) <= own
