"""What axe-core finds in the page, in its states and colours; and the keyboard alone."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from bot.playground.model import Channel
from bot.playground.people import Person
from bot.playground.server import Playground

pytestmark = pytest.mark.usefixtures("app", "conversation")
RICH = """# Titre
texte **gras** *italique* `code` ||caché|| [lien](https://example.org/)
- un
- deux
> cité
-# petit
```diff
+ plus
- moins
```"""


@pytest.fixture
def conversation(playground: Playground, channel: Channel, alice: Person, bob: Person) -> None:
    """A channel with everything that a message may have."""
    world = playground.world
    asked = bob.say(channel, f"{alice.mention} regarde <t:0:R> dans <#{channel.id}>")
    answer = world.post(channel, world.bot, content=RICH)
    world.edit(answer, content=RICH)
    alice.react(answer, "👍")
    bob.react(answer, "💡")
    alice.say(channel, "réponse", reply_to=asked)
    world.add_thread(channel, "fil")
    world.type(channel, world.bot)


async def nothing(page: Page) -> None:
    """The page as it opens."""


async def a_panel(page: Page) -> None:
    """Buttons and selects, an ephemeral answer, and a button that failed."""
    await page.keyboard.type("/panel ")
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="Vert").click()
    await page.get_by_text("pressé : Vert").wait_for()
    await page.get_by_role("combobox", name="Une couleur").click()
    await page.get_by_role("option").first.wait_for()


async def a_form(page: Page) -> None:
    """A form over the page."""
    await page.keyboard.type("/form ")
    await page.keyboard.press("Enter")
    await page.get_by_role("dialog").wait_for()


async def a_picker(page: Page) -> None:
    """The list of commands."""
    await page.keyboard.type("/")
    await page.get_by_role("option").first.wait_for()


async def a_command(page: Page) -> None:
    """A command with its choices."""
    await page.keyboard.type("/ask prix")
    await page.get_by_role("option").first.wait_for()


async def a_menu(page: Page) -> None:
    """The menu of a message."""
    await page.locator(".message").last.press("Enter")
    await page.get_by_role("menu").wait_for()


async def a_reply_and_an_edit(page: Page) -> None:
    """Replying, while a message is being edited."""
    await page.keyboard.press("ArrowUp")
    await page.get_by_role("textbox", name="Modifier").wait_for()
    row = page.locator(".message", has_text="regarde").first
    await row.hover()
    await row.get_by_role("button", name="Répondre").click()


async def a_drawer(page: Page) -> None:
    """The list of channels, also where it is a drawer."""
    button = page.get_by_role("button", name="Ouvrir la liste des salons")
    if await button.is_visible():
        await button.click()
    await page.get_by_role("link", name="fil").wait_for()


STATES = [nothing, a_panel, a_form, a_picker, a_command, a_menu, a_reply_and_an_edit, a_drawer]
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "narrow": {"viewport": {"width": 360, "height": 640}},
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
async def test_axe_finds_nothing(open_page: Any, look: str, state: Callable[[Page], Awaitable[None]]) -> None:
    """No violation of any rule of axe-core, contrast AA among them."""
    page = await open_page(**LOOKS[look])
    await state(page)
    results = await Axe().run(page)

    assert [] == [(v["id"], [n["html"] for n in v["nodes"]]) for v in results.response["violations"]]


async def test_messages_are_walked_through_by_arrows(page: Page, channel: Channel) -> None:
    """One message takes part in tabbing; arrows go to the others, Enter opens the menu, Escape comes back."""
    rows = page.locator(".message")
    await expect(page.locator(".message[tabindex='0']")).to_have_count(1)
    await rows.last.focus()
    await page.keyboard.press("ArrowUp")
    await expect(rows.nth(1)).to_be_focused()
    await page.keyboard.press("Home")
    await expect(rows.first).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("menuitem").first).to_be_focused()
    await page.keyboard.press("End")
    await expect(page.get_by_role("menuitem", name="Vérifier")).to_be_focused()
    await page.keyboard.press("Escape")

    await expect(page.get_by_role("menu")).to_have_count(0)
    await expect(page.locator("[data-id]").first.get_by_role("button", name="Plus d'actions")).to_be_focused()


async def test_news_are_read_out_and_an_opened_channel_is_not(
    page: Page, channel: Channel, bob: Person
) -> None:
    """New messages come into a polite log; a channel that is opened is a new log, so that nothing old is news."""
    log = page.get_by_role("log")
    assert ("polite", "additions") == (
        await log.get_attribute("aria-live"),
        await log.get_attribute("aria-relevant"),
    )
    same = await page.evaluate_handle("document.querySelector('[role=log]')")
    bob.say(channel, "du neuf")
    await expect(page.get_by_text("du neuf")).to_be_visible()
    assert await same.evaluate("log => log.isConnected")
    await page.get_by_role("link", name="fil").click()

    await expect(page.get_by_role("log", name="Messages de #fil")).to_be_visible()
    assert not await same.evaluate("log => log.isConnected")


async def test_news_leave_the_focus_and_old_messages_alone(page: Page, channel: Channel, bob: Person) -> None:
    """While one stands on a button of a message, others may come in."""
    reaction = page.get_by_role("button", name="👍")
    await reaction.focus()
    bob.say(channel, "du neuf")
    await expect(page.get_by_text("du neuf")).to_be_visible()

    await expect(reaction).to_be_focused()


async def test_typing_over_a_message_goes_into_the_box(page: Page) -> None:
    """Whoever walked through the messages just types on."""
    await page.locator(".message").last.focus()
    await page.keyboard.type("salut")

    await expect(page.get_by_role("textbox")).to_have_value("salut")


@pytest.mark.parametrize(("motion", "animation"), [("reduce", "none"), ("no-preference", "dot")])
async def test_nothing_moves_for_those_who_asked_for_it(
    open_page: Any, channel: Channel, playground: Playground, motion: str, animation: str
) -> None:
    """With reduced motion the dots of typing stand still."""
    page = await open_page(reduced_motion=motion)
    playground.world.type(channel, playground.world.bot)
    await page.get_by_text("Dépêche écrit…").wait_for()

    assert animation == await page.locator("#typing i").first.evaluate(
        "i => getComputedStyle(i).animationName"
    )


async def test_tab_stops_once_in_the_messages(page: Page, channel: Channel, bob: Person) -> None:
    """However many messages there are, what belongs to them is one menu away and not one Tab."""
    for i in range(20):
        bob.say(channel, f"m{i}")
    await page.get_by_text("m19").wait_for()
    await page.locator(".message", has_text="m0").focus()
    await page.keyboard.press("Tab")

    await expect(page.locator("#text")).to_be_focused()


async def test_tab_stays_in_an_open_drawer(open_page: Any) -> None:
    """What the list of channels lies over cannot be reached until it is closed."""
    page = await open_page(**LOOKS["narrow"])
    await a_drawer(page)
    for _ in range(12):
        await page.keyboard.press("Tab")
        assert not await page.evaluate("!!document.activeElement.closest('#room')")
    await page.get_by_role("button", name="Provoquer une panne").click()
    await expect(page.get_by_role("menuitem").first).to_be_focused()
    await page.keyboard.press("Escape")
    await page.keyboard.press("Escape")

    await expect(page.locator("#text")).to_be_focused()
