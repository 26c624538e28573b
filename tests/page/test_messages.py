"""Reading and writing messages in the page."""

from typing import Any

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from bot.playground.flags import Permission
from bot.playground.model import Channel, Guild
from bot.playground.people import Person
from bot.playground.server import Playground


async def write(page: Page, text: str) -> None:
    """Fills the message box and sends."""
    box = page.locator("#text")
    await box.fill(text)
    await box.press("Enter")


async def menu(page: Page, text: str, item: str) -> None:
    """Chooses from the menu of the message with this text."""
    row = page.locator(".message", has_text=text).first
    await row.hover()
    await row.get_by_role("button", name="Plus d'actions").click()
    await page.get_by_role("menuitem", name=item).click()


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


async def test_shift_enter_is_a_new_line(page: Page, channel: Channel, playground: Playground) -> None:
    """Only Enter alone sends."""
    await page.keyboard.type("un")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("deux")
    await page.keyboard.press("Enter")

    message = await playground.world.changes.until(lambda: next(iter(channel.messages.values()), None), 3)
    assert "un\ndeux" == message.content


async def test_names_are_offered_while_they_are_typed(page: Page, channel: Channel, alice: Person) -> None:
    """After "@" the list narrows with each letter, without regard to accents; Enter takes the name."""
    await page.keyboard.type("dis @")
    await expect(page.get_by_role("option")).to_have_text(["Dépêche@depeche", "owner@owner", "bob@bob"])
    await page.keyboard.type("dep")
    await expect(page.get_by_role("option")).to_have_text(["Dépêche@depeche"])
    await page.keyboard.press("Enter")

    await expect(page.get_by_role("textbox")).to_have_value("dis @Dépêche ")
    await expect(page.get_by_role("listbox")).to_be_hidden()


async def test_reply_shows_what_it_replies_to(app: Any, page: Page, channel: Channel, bob: Person) -> None:
    """A reply from the menu carries the small line above; a press on it goes to the message."""
    asked = bob.say(channel, "qui ?")
    await menu(page, "qui ?", "Répondre")
    await expect(page.locator("#replying")).to_contain_text("Réponse à bob")
    await expect(page.get_by_role("textbox")).to_be_focused()
    await write(page, "moi")

    jump = page.locator(".message", has_text="moi").get_by_role("button", name="En réponse à bob qui ?")
    await jump.click()
    await expect(page.locator(f"[data-id='{asked.id}']")).to_be_focused()
    reply = list(channel.messages.values())[-1]
    assert (asked, True) == (reply.reference, reply.pings(bob.user))


async def test_reply_may_leave_the_mention_out_and_be_given_up(
    page: Page, channel: Channel, bob: Person
) -> None:
    """The switch beside the reply turns its ping off; Escape gives the reply up."""
    bob.say(channel, "qui ?")
    await menu(page, "qui ?", "Répondre")
    await page.get_by_role("button", name="Avec mention").click()
    await write(page, "moi")
    await expect(page.locator(".message", has_text="moi")).to_be_visible()
    assert not list(channel.messages.values())[-1].pings(bob.user)

    await menu(page, "qui ?", "Répondre")
    await page.keyboard.press("Escape")
    await expect(page.locator("#replying")).to_be_hidden()


async def test_reply_to_a_deleted_message_says_so(
    page: Page, channel: Channel, alice: Person, bob: Person
) -> None:
    """The line above tells that the original is gone."""
    asked = bob.say(channel, "qui ?")
    alice.say(channel, "moi", reply_to=asked)
    bob.delete(asked)

    await expect(page.get_by_text("Le message d'origine a été supprimé")).to_be_visible()
    await expect(page.get_by_text("qui ?")).to_have_count(0)


async def test_arrow_up_edits_the_last_own_message(
    page: Page, channel: Channel, alice: Person, bob: Person
) -> None:
    """The box shows the text as it was typed, and the message then says that it was edited."""
    message = alice.say(channel, f"{bob.mention} première")
    bob.say(channel, "suivante")
    await expect(page.get_by_text("suivante")).to_be_visible()
    await page.locator("#text").press("ArrowUp")
    box = page.get_by_role("textbox", name="Modifier le message")
    await expect(box).to_have_value("@bob première")
    await box.fill("@bob seconde")
    await box.press("Enter")

    await expect(page.locator(".message", has_text="seconde")).to_contain_text("(modifié)")
    await expect(page.locator("#text")).to_be_focused()
    assert f"{bob.mention} seconde" == message.content


async def test_escape_leaves_a_message_as_it_was(page: Page, channel: Channel, alice: Person) -> None:
    """Giving an edit up changes nothing, and gives the focus back."""
    message = alice.say(channel, "première")
    await menu(page, "première", "Modifier")
    await page.keyboard.type(" et plus")
    await page.keyboard.press("Escape")

    await expect(page.locator(".message .text")).to_have_text("première")
    await expect(page.locator("#text")).to_be_focused()
    assert message.edited_at is None


async def test_deleting_asks_first(page: Page, channel: Channel, alice: Person) -> None:
    """A message goes only after the question was answered with yes."""
    alice.say(channel, "adieu")
    await menu(page, "adieu", "Supprimer")
    await page.get_by_role("dialog").get_by_role("button", name="Annuler").click()
    assert 1 == len(channel.messages)
    await menu(page, "adieu", "Supprimer")
    await page.get_by_role("dialog").get_by_role("button", name="Supprimer").click()

    await expect(page.locator(".message")).to_have_count(0)


async def test_only_own_messages_can_be_changed(page: Page, channel: Channel, bob: Person) -> None:
    """The menu of another's message has neither edit nor delete."""
    bob.say(channel, "à moi")
    row = page.locator(".message", has_text="à moi")
    await row.hover()
    await row.get_by_role("button", name="Plus d'actions").click()

    await expect(page.get_by_role("menuitem")).to_have_text(
        ["Réagir", "Répondre", "Copier le texte", "Copier le lien"]
    )


@pytest.mark.parametrize(
    ("item", "copied"),
    [("texte", "à retenir"), ("lien", "https://discord.com/channels/{guild}/{channel}/{message}")],
)
async def test_text_and_link_of_a_message_are_copied_and_that_is_told(
    page: Page, guild: Guild, channel: Channel, bob: Person, item: str, copied: str
) -> None:
    """The link is the one that Discord gives, and that the bot takes."""
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    said = bob.say(channel, "à retenir")
    await menu(page, "à retenir", f"Copier le {item}")
    await expect(page.locator("#notice")).to_have_text("Copié.")

    copied = copied.format(guild=guild.id, channel=channel.id, message=said.id)
    assert copied == await page.evaluate("navigator.clipboard.readText()")


async def test_a_link_into_private_names_no_server(app: Any, page: Page, alice: Person) -> None:
    """In its place stands Discord's @me."""
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    said = alice.say(alice.direct, "entre nous")
    await page.get_by_role("link", name="Dépêche").click()
    await menu(page, "entre nous", "Copier le lien")
    await expect(page.locator("#notice")).to_have_text("Copié.")

    copied = await page.evaluate("navigator.clipboard.readText()")
    assert f"https://discord.com/channels/@me/{alice.direct.id}/{said.id}" == copied


async def test_what_the_browser_does_not_let_be_copied_is_told(
    page: Page, channel: Channel, bob: Person
) -> None:
    """A clipboard that is forbidden gets nothing, and that is said."""
    # Chromium forbids whatever is not on the list.
    await page.context.grant_permissions(["geolocation"])
    bob.say(channel, "à retenir")
    await menu(page, "à retenir", "Copier le texte")

    await expect(page.locator("#notice")).to_have_text("Le navigateur ne permet pas de copier.")


async def test_reactions_count_and_can_be_taken_back(
    page: Page, channel: Channel, alice: Person, bob: Person
) -> None:
    """One joins a reaction by pressing it, and leaves it by pressing again; the menu adds others."""
    message = bob.say(channel, "bravo")
    bob.react(message, "🎉")
    await page.get_by_role("button", name="🎉, 1 par bob").click()
    joined = page.get_by_role("button", name="🎉, 2 par bob et alice")
    await expect(joined).to_have_attribute("aria-pressed", "true")
    await joined.click()
    await expect(page.get_by_role("button", name="🎉, 1 par bob")).to_have_attribute("aria-pressed", "false")

    await menu(page, "bravo", "Réagir")
    await page.get_by_role("menuitem", name="Réagir avec 💡").click()
    await expect(page.get_by_role("button", name="💡, 1 par alice")).to_be_visible()


async def test_messages_in_a_row_stand_together(
    page: Page, channel: Channel, alice: Person, bob: Person
) -> None:
    """The name stands once above several messages of one person."""
    for text in ("un", "deux"):
        alice.say(channel, text)
    bob.say(channel, "trois")

    await expect(page.locator(".message .head .name")).to_have_text(["alice", "bob"])
    await expect(page.locator(".message .text")).to_have_text(["un", "deux", "trois"])


async def test_typing_is_shown_until_the_message_comes(
    page: Page, channel: Channel, playground: Playground
) -> None:
    """The line below the box names who is typing."""
    world = playground.world
    world.type(channel, world.bot)
    await expect(page.get_by_text("Dépêche écrit…")).to_be_visible()

    world.post(channel, world.bot, content="voilà")
    await expect(page.get_by_text("Dépêche écrit…")).to_be_hidden()


async def test_a_message_that_cannot_be_sent_stays_in_the_box(
    page: Page, channel: Channel, alice: Person, playground: Playground
) -> None:
    """Where the permission went away meanwhile, the words are kept and the page says that they were not sent."""
    box = page.get_by_role("textbox")
    await box.fill("perdu ?")
    channel.overrides[alice.id] = Permission.VIEW_CHANNEL
    await box.press("Enter")

    await expect(page.get_by_text("Le message n'a pas pu être envoyé.")).to_be_visible()
    await expect(box).to_have_value("perdu ?")
    playground.world.changes.happened()
    await expect(page.locator("#text")).to_be_disabled()


async def test_too_long_a_message_is_counted_and_kept(page: Page, channel: Channel) -> None:
    """Past 2,000 characters the box says by how many, and Enter sends nothing."""
    box = page.get_by_role("textbox")
    await box.fill("a" * 1_900)
    await expect(page.get_by_text("100 caractères restants")).to_be_visible()
    await box.fill("a" * 2_005)
    await expect(page.get_by_text("5 caractères de trop")).to_be_visible()
    await box.press("Enter")

    await expect(box).to_have_value("a" * 2_005)
    assert {} == channel.messages


async def test_a_lost_line_comes_back_with_all_that_happened(
    page: Page, channel: Channel, alice: Person, playground: Playground
) -> None:
    """After a break the page connects again by itself and shows what it missed."""
    alice.say(channel, "avant")
    await expect(page.get_by_text("avant")).to_be_visible()
    await playground.site.close()
    alice.say(channel, "pendant")

    await expect(page.get_by_text("pendant")).to_be_visible()
    await write(page, "après")
    await expect(page.get_by_role("log").get_by_text("après")).to_be_visible()


async def test_a_reload_shows_the_same(app: Any, page: Page, channel: Channel, alice: Person) -> None:
    """Messages, an ephemeral one among them, and the focus are there again after a reload."""
    alice.say(channel, "public")
    await alice.slash(channel, "ask", {"question": "pour moi", "private": True}).response()
    await expect(page.get_by_text("fr pour moi")).to_be_visible()
    await page.reload()

    await expect(page.get_by_text("public")).to_be_visible()
    await expect(page.get_by_text("fr pour moi")).to_be_visible()
    await expect(page.get_by_role("textbox")).to_be_focused()


@pytest.mark.parametrize(
    ("typed", "sent"), [("@DEPECHE ?", "<@{bot}> ?"), ("`@Dépêche`", "`@Dépêche`"), ("a@bob", "a@bob")]
)
async def test_typed_names_are_sent_as_mentions(
    page: Page, channel: Channel, playground: Playground, typed: str, sent: str
) -> None:
    """In any case, but neither in code nor inside a word."""
    await write(page, typed)

    message = await playground.world.changes.until(lambda: next(iter(channel.messages.values()), None), 3)
    assert sent.format(bot=playground.world.bot.id) == message.content


async def edit_last(page: Page, first: str, then: str) -> Locator:
    """Begins to edit one's last message, which reads `first`."""
    await page.get_by_text(first).wait_for()
    await page.locator("#text").press("ArrowUp")
    box = page.get_by_role("textbox", name="Modifier le message")
    await box.fill(then)
    return box


async def test_an_edit_in_progress_outlives_what_comes_in(
    page: Page, channel: Channel, alice: Person, bob: Person
) -> None:
    """Reactions on its message and messages that go elsewhere leave box, words and focus; they show afterwards."""
    other = bob.say(channel, "ailleurs")
    message = alice.say(channel, "première")
    box = await edit_last(page, "première", "une longue correction")
    bob.react(message, "💡")
    bob.delete(other)
    await expect(page.get_by_text("ailleurs")).to_have_count(0)
    await expect(box).to_have_value("une longue correction")
    await expect(box).to_be_focused()
    await box.press("Escape")

    await expect(page.get_by_role("button", name="💡, 1 par bob")).to_be_visible()


async def test_a_message_that_goes_moves_no_other(
    page: Page, channel: Channel, alice: Person, bob: Person
) -> None:
    """Only the row below it is drawn anew, for it has a head now; nothing else is taken out and put in again."""
    first = alice.say(channel, "zéro")
    for i in range(20):
        (alice, bob)[i % 2].say(channel, f"m{i}")
    await page.get_by_text("m19").wait_for()
    await page.evaluate("""() => {
        window.added = 0;
        const count = (records) => records.forEach((record) => (added += record.addedNodes.length));
        new MutationObserver(count).observe(document.querySelector("ol.messages"), {childList: true});
    }""")
    alice.delete(first)
    await expect(page.get_by_text("zéro")).to_have_count(0)

    # The message itself, and the line of its day.
    assert 2 == await page.evaluate("added")


async def test_too_long_an_edit_is_counted_and_kept(page: Page, channel: Channel, alice: Person) -> None:
    """Past 2,000 characters the box of an edit says by how many, and Enter sends nothing."""
    message = alice.say(channel, "première")
    box = await edit_last(page, "première", "a" * 2_001)
    await expect(page.get_by_text("1 caractère de trop")).to_be_in_viewport()
    await box.press("Enter")
    await expect(box).to_have_value("a" * 2_001)
    await box.fill("a" * 2_000)
    await box.press("Enter")

    await expect(box).to_have_count(0)
    assert "a" * 2_000 == message.content


async def test_an_edit_that_is_refused_keeps_its_words(page: Page, channel: Channel, alice: Person) -> None:
    """Where the permission went away meanwhile, the box stays open and the page says that it was not done."""
    alice.say(channel, "première")
    box = await edit_last(page, "première", "seconde")
    channel.overrides[alice.id] = Permission(0)
    await box.press("Enter")

    await expect(page.get_by_text("Cela n'est pas possible ici.")).to_be_visible()
    await expect(box).to_have_value("seconde")


async def test_each_of_two_edits_has_a_hint_of_its_own(page: Page, channel: Channel, alice: Person) -> None:
    """No two elements share an id."""
    for text in ("un", "deux"):
        alice.say(channel, text)
    for text in ("un", "deux"):
        await menu(page, text, "Modifier")

    ids = await page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))


async def test_today_is_yesterday_after_midnight(page: Page, channel: Channel, alice: Person) -> None:
    """The line of a day goes with the clock."""
    await page.clock.install()
    await page.reload()
    alice.say(channel, "bonsoir")
    await expect(page.locator(".day")).to_have_text("Aujourd'hui")
    await page.clock.fast_forward("24:00:00")

    await expect(page.locator(".day")).to_have_text("Hier")


async def test_a_line_that_stays_lost_says_so_until_it_is_back(
    app: Any, page: Page, playground: Playground
) -> None:
    """The notice does not go by itself, and a bot that cannot be seen is not called online."""
    await page.clock.install()
    await page.reload()
    online = page.get_by_text("Dépêche est connecté")
    await expect(online).to_be_visible()
    await page.route(playground.page_url, lambda route: route.fulfill(body=""))
    await playground.site.close()
    lost = page.get_by_text("Connexion perdue")
    await expect(lost).to_be_visible()
    await expect(page.get_by_text("Dépêche est hors ligne")).to_be_visible()
    await write(page, "perdu ?")
    await page.clock.fast_forward("00:09")
    await expect(lost).to_be_visible()
    await page.unroute_all()
    await page.clock.fast_forward("00:09")

    await expect(online).to_be_visible()
    await expect(lost).to_have_count(0)


async def test_what_came_while_the_line_was_lost_is_unread(
    page: Page, channel: Channel, alice: Person, bob: Person, playground: Playground
) -> None:
    """The channel is marked just as if the page had been told at once."""
    thread = playground.world.add_thread(channel, "fil")
    bob.say(thread, "déjà lu")
    await page.reload()
    await page.get_by_role("link", name="fil", exact=True).wait_for()
    await playground.site.close()
    bob.say(thread, f"{alice.mention} manqué")

    await expect(page.get_by_role("link", name="fil (1 non lu, 1 mention)")).to_be_visible()


async def test_a_draft_outlives_another_start_of_the_playground(browser: Browser) -> None:
    """In the world that begins anew at the same address, the words stand in the channel that is open."""
    async with Playground() as before:
        before.person("alice", before.world.add_guild("Lyon"), locale="fr")
        before.world.add_channel(next(iter(before.world.guilds.values())), "general")
        page = await browser.new_page(locale="fr-FR")
        await page.goto(before.page_url)
        await page.get_by_role("log", name="Messages de #general").wait_for()
        await page.keyboard.type("brouillon")
    after = Playground(port=before.port)
    after.world.add_channel(after.world.add_guild("Paris"), "accueil")
    after.person("alice", *after.world.guilds.values(), locale="fr")
    async with after:
        await page.get_by_role("log", name="Messages de #accueil").wait_for()
        await expect(page.locator("#text")).to_have_value("brouillon")
        await page.close()
