"""Buttons, selects and forms of the bot's messages."""

from itertools import pairwise
from typing import Any

import pytest_asyncio
from playwright.async_api import Locator, Page, expect

from bot.playground.model import Channel
from bot.playground.people import Person
from bot.playground.server import Playground


@pytest_asyncio.fixture(loop_scope="session")
async def panel(app: Any, page: Page, channel: Channel, alice: Person) -> Locator:
    """A message with every kind of component."""
    await alice.slash(channel, "panel").response()
    row = page.locator(".message", has_text="Un panneau")
    await row.wait_for()
    return row


async def open_form(page: Page, panel: Locator) -> Locator:
    """Presses the button that opens the form."""
    await panel.get_by_role("button", name="Formulaire").click()
    form = page.get_by_role("dialog", name="Votre avis")
    await form.wait_for()
    return form


async def test_a_button_answers_who_pressed_it(page: Page, panel: Locator) -> None:
    """The answer is for the person alone, and can be dismissed."""
    await panel.get_by_role("button", name="Vert").click()
    answer = page.locator(".message.private", has_text="pressé : Vert")
    await expect(answer).to_contain_text("Visible par vous uniquement")
    await answer.get_by_role("button", name="Masquer").click()

    await expect(answer).to_have_count(0)


async def test_an_answer_to_a_press_further_up_comes_into_sight(
    open_page: Any, app: Any, channel: Channel, alice: Person, bob: Person
) -> None:
    """What others say leaves the log where it is; the answer to oneself is scrolled to."""
    page = await open_page(viewport={"width": 390, "height": 844})
    panel = await alice.slash(channel, "panel").response()
    for number in range(40):
        bob.say(channel, f"mot {number}")
    await page.get_by_text("mot 39").wait_for()
    button = page.locator(f'[data-id="{panel.id}"]').get_by_role("button", name="Vert")
    await button.scroll_into_view_if_needed()
    bob.say(channel, "du neuf")
    await page.get_by_text("du neuf").wait_for()
    await expect(button).to_be_in_viewport(ratio=1)
    await button.click()

    await expect(page.get_by_text("pressé : Vert")).to_be_in_viewport(ratio=1)


async def test_buttons_look_like_what_they_are(panel: Locator) -> None:
    """Styles differ, a disabled button cannot be pressed, a link leads out of the page."""
    looks = [
        await panel.get_by_role("button", name=name).get_attribute("class")
        for name in ("Vert", "Rouge", "Bleu")
    ]
    assert 3 == len(set(looks))
    await expect(panel.get_by_role("button", name="Éteint")).to_be_disabled()
    link = panel.get_by_role("link", name="Lien (s'ouvre dans un nouvel onglet)")
    assert "https://example.org/" == await link.get_attribute("href")


async def test_a_pressed_button_keeps_the_focus_when_its_message_changes(page: Page, panel: Locator) -> None:
    """The message is drawn anew, and the keyboard stays where it was."""
    button = page.get_by_role("button", name="Compter")
    for count in (1, 2):
        await button.press("Enter")
        await expect(page.get_by_text(f"Compte : {count}")).to_be_visible()
        await expect(button).to_be_focused()


async def test_a_button_without_an_answer_says_so(page: Page, panel: Locator, playground: Playground) -> None:
    """While Discord waits it is busy; then a line stands below the message until the next press."""
    playground.world.first_response_seconds = 1.0
    button = page.get_by_role("button", name="Muet")
    await button.click()
    await expect(button).to_have_attribute("aria-busy", "true")
    row = page.locator(".message", has_text="Un panneau")
    await expect(row).to_contain_text("L'application n'a pas répondu.")
    await page.get_by_role("button", name="Vert").click()

    await expect(row).not_to_contain_text("L'application n'a pas répondu.")


async def test_a_select_of_one_sends_at_once(page: Page, panel: Locator) -> None:
    """Choosing an option is the act; its description is shown."""
    select = panel.get_by_role("combobox", name="Une couleur")
    await select.press("ArrowDown")
    await expect(page.get_by_role("option")).to_have_text(["ocrela couleur ocre", "azurla couleur azur"])
    await select.press("ArrowDown")
    await select.press("Enter")

    await expect(page.get_by_text("choix : azur")).to_be_visible()


async def test_a_select_of_several_sends_when_it_is_left(page: Page, panel: Locator) -> None:
    """Options are put on and off, no more than allowed; closing the list is the act."""
    await panel.get_by_role("combobox", name="Des fruits").click()
    for name in ("poire", "figue", "prune", "poire"):
        await page.get_by_role("option", name=name).click()
    await expect(page.get_by_role("option", selected=True)).to_have_text(["figue"])
    await page.get_by_role("option", name="prune").click()
    await page.keyboard.press("Escape")

    await expect(page.get_by_text("choix : ['figue', 'prune']")).to_be_visible()


async def test_a_list_that_opens_upwards_is_one_option_below_the_other(page: Page, panel: Locator) -> None:
    """At the end of the log there is no room below the select; each option is as wide as the list."""
    select = panel.get_by_role("combobox", name="Des fruits")
    await select.click()
    options = page.get_by_role("option")
    await expect(options).to_have_count(3)
    boxes = await options.evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().toJSON())")
    width = await page.get_by_role("listbox").evaluate(
        "(list) => list.clientWidth - 2 * parseFloat(getComputedStyle(list).paddingLeft)"
    )
    box = await select.bounding_box()
    assert box

    assert boxes[-1]["bottom"] < box["y"]
    assert all(one["bottom"] <= next_one["top"] for one, next_one in pairwise(boxes))
    assert [width] * 3 == [one["width"] for one in boxes]


async def test_a_form_is_filled_in_and_sent(page: Page, panel: Locator) -> None:
    """Texts, a select and a radio group arrive; the focus goes back to the button."""
    form = await open_form(page, panel)
    await expect(form.get_by_label("Nom")).to_be_focused()
    await form.get_by_label("Nom").fill("Ana")
    await form.get_by_label("Récit").fill("une\nhistoire")
    await form.get_by_label("Ton").select_option("Sec")
    await form.get_by_role("radio", name="Bien").check()
    await form.get_by_role("button", name="Envoyer").click()

    await expect(page.get_by_text("Ana/une histoire/['Sec']/Bien")).to_be_visible()
    await expect(form).to_have_count(0)
    await expect(page.get_by_role("button", name="Formulaire")).to_be_focused()


async def test_a_form_keeps_the_focus_inside_and_gives_it_back(page: Page, panel: Locator) -> None:
    """Tab never leaves the form; Escape closes it and the button has the focus again."""
    form = await open_form(page, panel)
    for _ in range(12):
        await page.keyboard.press("Tab")
        inside = "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        assert await page.evaluate(inside)
    await page.keyboard.press("Escape")

    await expect(form).to_have_count(0)
    await expect(page.get_by_role("button", name="Formulaire")).to_be_focused()


async def test_a_form_that_is_not_whole_is_not_sent(
    page: Page, panel: Locator, playground: Playground
) -> None:
    """A required field left empty keeps the form open."""
    form = await open_form(page, panel)
    before = len(playground.world.interactions)
    await form.get_by_role("button", name="Envoyer").click()

    await expect(form).to_be_visible()
    assert before == len(playground.world.interactions)


async def test_a_form_whose_answer_does_not_come_stays_with_its_words(
    page: Page, panel: Locator, playground: Playground
) -> None:
    """What was typed is not lost when the bot does not answer."""
    form = await open_form(page, panel)
    await form.get_by_label("Nom").fill("Ana")
    await form.get_by_label("Ton").select_option("Sec")
    await form.get_by_role("radio", name="Bien").check()
    playground.world.first_response_seconds = 0.3
    playground.faults.slow("*", 1.0)
    await form.get_by_role("button", name="Envoyer").click()

    await expect(form.get_by_role("alert")).to_have_text("L'application n'a pas répondu.")
    await expect(form.get_by_label("Nom")).to_have_value("Ana")


async def test_an_open_select_outlives_what_comes_in(
    page: Page, panel: Locator, channel: Channel, bob: Person, playground: Playground
) -> None:
    """A reaction, and a message that goes, neither close the list nor send what is half chosen."""
    other = bob.say(channel, "ailleurs")
    await panel.get_by_role("combobox", name="Des fruits").click()
    await page.get_by_role("option", name="poire").click()
    before = len(playground.world.interactions)
    bob.react(next(iter(channel.messages.values())), "👍")
    bob.delete(other)
    await expect(page.get_by_text("ailleurs")).to_have_count(0)
    await page.get_by_role("option", name="figue").click()
    assert before == len(playground.world.interactions)
    await page.keyboard.press("Escape")

    await expect(page.get_by_text("choix : ['figue', 'poire']")).to_be_visible()
    await expect(page.get_by_role("button", name="👍, 1 par bob")).to_be_visible()


async def test_a_select_that_is_taken_away_sends_nothing(
    page: Page, panel: Locator, alice: Person, playground: Playground
) -> None:
    """Only whoever leaves the list means what is chosen; here the whole log is drawn in another language."""
    await panel.get_by_role("combobox", name="Des fruits").click()
    await page.get_by_role("option", name="poire").click()
    before = len(playground.world.interactions)
    alice.user.locale = "en-GB"
    playground.world.changes.happened()
    await page.get_by_role("log", name="Messages in #general").wait_for()
    # Whatever the page had sent by now would have come before this.
    await page.locator("#text").fill("du neuf")
    await page.locator("#text").press("Enter")
    await page.get_by_role("log").get_by_text("du neuf").wait_for()

    assert before == len(playground.world.interactions)
