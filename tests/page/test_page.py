"""What a newcomer does in the browser, from the first key to the last press."""

import re
from collections.abc import Awaitable, Callable

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Locator, Page, expect

Open = Callable[..., Awaitable[Page]]

GPT_4 = "@Dépêche combien a coûté GPT-4 ?"


async def _ask(page: Page, text: str = GPT_4) -> None:
    await page.keyboard.type(text)
    await page.keyboard.press("Enter")


def _answer(page: Page) -> Locator:
    return page.get_by_text("100 millions de dollars").last


async def test_typing_a_question_gets_the_answer(open_page: Open) -> None:
    """The box has the focus: nothing must be clicked."""
    page = await open_page()
    await _ask(page)

    await expect(_answer(page)).to_be_visible()
    await expect(page.get_by_text("Dans l'article")).to_be_visible()
    await expect(page.get_by_role("textbox").first).to_be_focused()


async def test_buttons_answer_the_presser_alone(open_page: Open) -> None:
    """The reasons are private, and can be dismissed."""
    page = await open_page()
    await _ask(page)
    await page.get_by_role("button", name=re.compile("Pourquoi")).click()

    await expect(page.get_by_text("Visible par vous uniquement")).to_be_visible()
    await expect(page.get_by_text("Ce que j'ai compris")).to_be_visible()


async def test_slash_command_is_picked_and_filled_in_with_the_keyboard(open_page: Open) -> None:
    """A slash lists the commands, Enter takes one, its option completes while one types."""
    page = await open_page(locale="en-GB")
    await page.keyboard.type("/ask")
    await page.keyboard.press("Enter")
    await page.keyboard.type("how much did gpt-4 cost")
    await expect(page.get_by_role("option").first).to_be_visible()
    await page.keyboard.press("Escape")
    await page.keyboard.press("Enter")

    await expect(page.get_by_text("100 million dollars").last).to_be_visible()


async def test_report_opens_a_form_and_gives_the_focus_back(open_page: Open) -> None:
    """A modal: labelled, sent, thanked for."""
    page = await open_page()
    await _ask(page)
    await page.get_by_role("button", name="Signaler").click()
    form = page.get_by_role("dialog")
    await expect(form).to_be_visible()
    await form.get_by_role("textbox").fill("Ce chiffre est mal présenté.")
    await form.get_by_role("button").last.click()

    await expect(page.get_by_text("Merci !")).to_be_visible()
    await expect(form).to_have_count(0)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [1100, 360])
@pytest.mark.parametrize("locale", ["fr-FR", "en-GB"])
async def test_page_is_accessible(open_page: Open, locale: str, width: int, dark: bool) -> None:
    """No violation of axe-core's rules, with an answer, a private message and the picker open."""
    page = await open_page(locale=locale, width=width, dark=dark)
    await _ask(page)
    await expect(_answer(page)).to_be_visible()
    await page.get_by_role("button", name=re.compile("Pourquoi")).last.click()
    await expect(page.get_by_text(re.compile("Visible par vous uniquement|Only you"))).to_be_visible()
    await page.get_by_role("textbox").first.focus()
    await page.keyboard.type("/")
    await expect(page.get_by_role("option").first).to_be_visible()
    found = await Axe().run(page)

    assert [] == [(each["id"], each["nodes"][0]["html"]) for each in found.response["violations"]]


async def test_form_is_accessible(open_page: Open) -> None:
    """No violation while a modal is open."""
    page = await open_page(dark=True)
    await _ask(page)
    await page.get_by_role("button", name="Signaler").click()
    await expect(page.get_by_role("dialog")).to_be_visible()
    found = await Axe().run(page)

    assert [] == [(each["id"], each["nodes"][0]["html"]) for each in found.response["violations"]]


async def test_markup_in_a_message_stays_text(open_page: Open) -> None:
    """What somebody writes is never run or drawn as HTML."""
    page = await open_page()
    await _ask(page, "<img src=x onerror=alert(1)><b>gras</b>")

    await expect(page.get_by_text("<b>gras</b>")).to_be_visible()
    assert 0 == await page.locator("img[src=x]").count()
