"""Channels, people, languages and colours."""

import re
from typing import Any

import pytest
from playwright.async_api import Page, expect

from bot.playground.flags import Permission
from bot.playground.model import Channel, Guild
from bot.playground.people import Person
from bot.playground.server import Playground


@pytest.fixture
def thread(playground: Playground, channel: Channel) -> Channel:
    """A thread of the channel."""
    return playground.world.add_thread(channel, "fil")


async def test_channels_stand_in_order_with_threads_below(
    playground: Playground, guild: Guild, thread: Channel, page: Page
) -> None:
    """A thread follows its parent; the private channel stands by itself under the bot's name."""
    playground.world.add_channel(guild, "dernier")

    await expect(page.get_by_role("navigation").get_by_role("link")).to_have_text(
        ["general", "fil", "dernier", "Dépêche"]
    )
    await expect(page.get_by_role("navigation").get_by_role("heading")).to_have_text(
        ["Lyon", "Messages privés"]
    )


async def test_a_channel_opens_with_its_messages_and_the_focus_in_the_box(
    thread: Channel, page: Page, alice: Person
) -> None:
    """Each channel has its own log, its own title and its own draft."""
    alice.say(thread, "dans le fil")
    await page.keyboard.type("brouillon")
    await page.get_by_role("link", name="fil").click()

    await expect(page.get_by_role("log", name="Messages de #fil")).to_contain_text("dans le fil")
    await expect(page.get_by_role("textbox", name="Message dans #fil")).to_be_focused()
    await expect(page.get_by_role("textbox")).to_have_value("")
    await expect(page).to_have_title("#fil · Dépêche")
    await page.go_back()
    await expect(page.get_by_role("textbox", name="Message dans #general")).to_have_value("brouillon")


async def test_a_private_channel_needs_no_mention(app: Any, page: Page) -> None:
    """A question in the private channel is answered there."""
    await page.get_by_role("link", name="Dépêche").click()
    await page.get_by_role("textbox", name="Message à Dépêche").fill("et ici ?")
    await page.keyboard.press("Enter")

    await expect(page.get_by_text("lu : et ici ?")).to_be_visible()


async def test_unread_messages_and_mentions_are_marked(
    thread: Channel, page: Page, alice: Person, bob: Person
) -> None:
    """A channel that is not open shows that something came, and how often one was mentioned; opening clears it."""
    bob.say(thread, "psst")
    bob.say(thread, f"{alice.mention} !")
    link = page.get_by_role("link", name="fil (2 non lus, 1 mention)")
    await link.click()

    await expect(page.get_by_role("link", name="fil", exact=True)).to_be_visible()
    await expect(page.locator(".message.pinged")).to_have_count(1)


async def test_news_do_not_draw_the_channels_anew(page: Page, channel: Channel, bob: Person) -> None:
    """A message in the open channel leaves every link in place, so that no press on one is lost."""
    link = await page.evaluate_handle("document.querySelector('#side a')")
    bob.say(channel, "du neuf")
    await expect(page.get_by_text("du neuf")).to_be_visible()

    assert await link.evaluate("link => link.isConnected")


async def test_a_channel_that_is_not_seen_is_not_listed(
    page: Page, thread: Channel, channel: Channel, alice: Person, playground: Playground
) -> None:
    """Where the permission goes away, the channel goes, and another is opened."""
    other = playground.world.add_channel(channel.guild, "ouvert")  # type: ignore[arg-type]
    channel.overrides[alice.id] = Permission(0)
    playground.world.changes.happened()

    await expect(page.get_by_role("navigation").get_by_role("link")).to_have_text(["ouvert", "Dépêche"])
    await expect(page.get_by_role("log", name=f"Messages de #{other.name}")).to_be_visible()


async def test_one_becomes_another_person_with_their_language_and_their_secrets(
    app: Any, page: Page, channel: Channel, alice: Person, bob: Person
) -> None:
    """As bob the page speaks English, and what only alice could see is gone."""
    await alice.slash(channel, "ask", {"question": "en secret", "private": True}).response()
    await expect(page.get_by_text("en secret")).to_be_visible()
    await page.get_by_role("radio", name="bob").check()

    await expect(page.get_by_role("textbox", name="Message #general")).to_be_visible()
    await expect(page.get_by_text("en secret")).to_have_count(0)
    await expect(page.get_by_role("radio", name="bob")).to_be_focused()
    assert "en" == await page.locator("html").get_attribute("lang")
    await page.reload()
    await expect(page.get_by_role("radio", name="bob")).to_be_checked()


async def test_locale_changes_the_page_and_what_interactions_carry(
    app: Any, page: Page, channel: Channel, alice: Person
) -> None:
    """The switch turns every word of the page, and is the locale of the next command."""
    await page.get_by_role("radio", name="English").check()
    await expect(page.get_by_role("textbox", name="Message #general")).to_be_visible()

    answer = await alice.slash(channel, "ask", {"question": "which ?"}).response()
    assert "en-GB which ?" == answer.content


@pytest.mark.parametrize(
    ("locale", "words"), [("fr-FR", "Salons"), ("en-US", "Channels"), ("de-DE", "Channels")]
)
async def test_the_first_person_speaks_the_language_of_the_browser(
    open_page: Any, locale: str, words: str
) -> None:
    """Whoever comes with a French browser is French, others are English."""
    page = await open_page(locale=locale)

    await expect(page.get_by_role("navigation", name=words)).to_be_visible()


async def test_theme_follows_the_system_until_it_is_chosen(open_page: Any) -> None:
    """A dark system gives a dark page; the button changes it, and the choice outlives a reload."""
    page = await open_page(color_scheme="dark")
    paper = "() => getComputedStyle(document.body).backgroundColor"
    dark = await page.evaluate(paper)
    await page.get_by_role("button", name="Thème clair").click()
    light = await page.evaluate(paper)
    await page.reload()

    assert dark != light
    await expect(page.get_by_role("button", name="Thème sombre")).to_be_visible()
    assert light == await page.evaluate(paper)


async def test_on_narrow_screens_the_channels_are_a_drawer(open_page: Any, thread: Channel) -> None:
    """At 360 pixels the list is away until its button is pressed; Escape and a choice close it."""
    page = await open_page(viewport={"width": 360, "height": 640})
    links = page.get_by_role("navigation").get_by_role("link")
    await expect(links).to_have_count(0)
    await page.get_by_role("button", name="Ouvrir la liste des salons").click()
    await expect(page.get_by_role("link", name="general")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(links).to_have_count(0)
    await expect(page.get_by_role("textbox")).to_be_focused()

    await page.get_by_role("button", name="Ouvrir la liste des salons").click()
    await page.get_by_role("link", name="fil").click()
    await expect(links).to_have_count(0)
    await expect(page.get_by_role("textbox", name="Message dans #fil")).to_be_focused()
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_trouble_is_made_on_demand(
    app: Any, page: Page, channel: Channel, playground: Playground
) -> None:
    """The menu lets the next request fail, and cuts the bot's line, which comes back."""
    await page.get_by_role("button", name="Provoquer une panne").click()
    await page.get_by_role("menuitem", name="Erreur du serveur (500)").click()
    await expect(page.get_by_text("La prochaine requête du bot en fera les frais.")).to_be_visible()
    await page.get_by_role("textbox").fill("@Dépêche encore ?")
    await page.get_by_role("textbox").press("Enter")
    await expect(page.get_by_text("lu : @Dépêche encore ?")).to_be_visible()
    assert [500, 200] == [
        request.status for request in playground.calls("POST /channels/{channel_id}/messages")
    ]

    await page.get_by_role("button", name="Provoquer une panne").click()
    await page.get_by_role("menuitem", name="Demander une reconnexion").click()
    await playground.world.changes.until(lambda: playground.gateway.resumed, 5)
    await expect(page.get_by_text("Dépêche est connecté")).to_be_visible()


async def test_every_trouble_of_the_menu_can_be_made(page: Page) -> None:
    """Each entry does something, and the page says so."""
    button = page.get_by_role("button", name="Provoquer une panne")
    await button.click()
    names = await page.get_by_role("menuitem").all_inner_texts()
    await page.keyboard.press("Escape")
    for name in names:
        await button.click()
        await page.get_by_role("menuitem", name=name).click()
        await expect(page.locator("#notice")).to_have_text(re.compile("C'est fait|La prochaine requête"))
        await page.locator("#notice").evaluate("notice => notice.replaceChildren()")

    assert 6 == len(names)


async def test_the_page_says_when_the_bot_is_away(page: Page) -> None:
    """Without a client on the gateway, the bot is shown as offline."""
    await expect(page.get_by_text("Dépêche est hors ligne")).to_be_visible()
