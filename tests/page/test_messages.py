"""Reading and writing messages in the page."""

from typing import Any

from playwright.async_api import Page, expect

from bot.playground.model import Channel, Guild
from bot.playground.people import Person
from bot.playground.server import Playground


async def test_box_has_the_focus_and_a_mention_gets_an_answer(
    app: Any, page: Page, channel: Channel, playground: Playground
) -> None:
    """Typing a question to `@Dépêche` and Enter, and nothing else, brings the reply."""
    await expect(page.get_by_role("textbox")).to_be_focused()
    await page.keyboard.type("@Dépêche combien ?")
    await page.keyboard.press("Enter")

    await expect(page.get_by_role("log").get_by_text("lu : @Dépêche combien ?")).to_be_visible()
    await expect(page.get_by_role("textbox")).to_have_value("")
    assert f"{playground.world.bot.mention} combien ?" == next(iter(channel.messages.values())).content
