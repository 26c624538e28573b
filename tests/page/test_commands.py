"""Slash commands and the applications' entries in a message's menu."""

import re
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

from bot.playground.flags import EVERY
from bot.playground.model import Channel, Guild
from bot.playground.people import Person
from bot.playground.server import Playground

pytestmark = pytest.mark.usefixtures("app")


async def test_picker_lists_what_the_person_may_use_in_their_language(page: Page) -> None:
    """Typing "/" shows the names of their language, without what they lack the permission for."""
    await page.keyboard.type("/")
    options = page.get_by_role("listbox", name="Commandes").get_by_role("option")
    await expect(options).to_have_text([
        "/demanderPoser une question", "/panelButtons and selects", "/formA form", "/silentNever answers",
        "/thinkAnswers later", "/pickChoices, a number, a person and a channel",
    ])  # fmt: skip
    await page.keyboard.type("p")
    await expect(options).to_have_count(2)


async def test_picker_shows_more_to_those_who_may_more(page: Page, guild: Guild, alice: Person) -> None:
    """With the permission to manage the server, its command is offered."""
    guild.members[alice.id].permissions = EVERY
    await page.keyboard.type("/ru")

    await expect(page.get_by_role("option")).to_have_text(["/ruleFor those who run the server"])


async def test_a_command_is_used_from_the_keyboard_alone(page: Page, channel: Channel) -> None:
    """Arrows and Enter choose it, its first field has the focus, Enter sends."""
    await page.keyboard.type("/")
    await expect(page.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("combobox", name="question")).to_be_focused()
    await page.keyboard.type("le prix")
    await page.keyboard.press("Enter")

    row = page.locator(".message", has_text="fr le prix")
    await expect(row).to_contain_text("alice a utilisé /demander")
    await expect(page.get_by_role("textbox", name="Message dans #general")).to_be_focused()


async def test_an_answer_for_all_comes_into_sight_of_who_asked(
    page: Page, channel: Channel, bob: Person
) -> None:
    """Whoever read further up is led to what their command brings."""
    for number in range(40):
        bob.say(channel, f"mot {number}")
    await page.get_by_text("mot 39").wait_for()
    await page.locator(".message").first.scroll_into_view_if_needed()
    await page.keyboard.type("/ask le prix")
    await page.keyboard.press("Enter")

    await expect(page.get_by_text("fr le prix")).to_be_in_viewport()


async def test_what_follows_a_command_name_goes_into_its_first_text(page: Page) -> None:
    """A command typed in one go, by its French or its real name, ends up in its form."""
    for name in ("demander", "ask"):
        await page.locator("#text").fill(f"/{name} combien")
        await expect(page.get_by_role("combobox", name="question")).to_have_value("combien")
        await page.get_by_role("button", name="Annuler").click()
        await expect(page.locator("#text")).to_be_focused()


async def test_choices_come_while_typing_and_the_chosen_value_is_sent(page: Page) -> None:
    """The list shows at most 25 choices for the last thing typed; the sent value is the choice's, not its name."""
    await page.keyboard.type("/ask prix")
    options = page.get_by_role("listbox", name="Propositions").get_by_role("option")
    await expect(options).to_have_text([f"prix n° {i}" for i in range(25)])
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("combobox", name="question")).to_have_value("prix n° 1")
    await page.get_by_label("privé").select_option("Oui")
    await page.get_by_role("button", name="Envoyer").click()

    row = page.locator(".message", has_text="fr prix-1")
    await expect(row).to_contain_text("Visible par vous uniquement")
    await expect(page.locator(".message", has_text="n° 1")).to_have_count(0)


async def test_only_the_last_thing_typed_is_asked_for(page: Page, playground: Playground) -> None:
    """Letters typed fast make one question for choices."""
    await page.keyboard.type("/ask ")
    await expect(page.get_by_role("option").first).to_have_text(" n° 0")
    asked = len(playground.world.interactions)
    await page.keyboard.type("abcdef")

    await expect(page.get_by_role("option").first).to_have_text("abcdef n° 0")
    assert len(playground.world.interactions) - asked < len("abcdef")


async def test_fields_that_do_not_fit_say_why(page: Page) -> None:
    """A missing or too short text is told at its field, which gets the focus; nothing is sent."""
    await page.keyboard.type("/ask ")
    field = page.get_by_role("combobox", name="question")
    await field.press("Enter")
    # The choices that come in meanwhile leave the line where it is.
    await expect(page.get_by_role("option").first).to_be_visible()
    await expect(page.get_by_text("Ce champ est obligatoire.")).to_be_visible()
    await field.fill("a")
    await field.press("Enter")
    await expect(page.get_by_text("Entre 2 et 100 caractères.")).to_be_visible()

    await expect(field).to_be_focused()
    await expect(field).to_have_attribute("aria-invalid", "true")
    await expect(page.locator(".message")).to_have_count(0)


async def test_every_kind_of_option_is_sent_as_its_type(page: Page) -> None:
    """Choices, numbers, people and channels arrive as the bot expects them."""
    await page.keyboard.type("/pick ")
    await page.get_by_label("size").select_option("Grand")
    await page.get_by_label("times").fill("3")
    await page.get_by_label("who").select_option("bob")
    await page.get_by_label("where").select_option("#general")
    await page.get_by_role("button", name="Envoyer").click()

    await expect(page.get_by_text("l 3 bob general")).to_be_visible()


async def test_only_channels_that_an_option_takes_are_offered(
    page: Page, playground: Playground, channel: Channel
) -> None:
    """Where a text channel is wanted, no thread is on the list."""
    playground.world.add_thread(channel, "fil")
    await page.get_by_role("link", name="fil").wait_for()
    await page.keyboard.type("/pick ")

    await expect(page.get_by_label("where").get_by_role("option")).to_have_text(["—", "#general"])


async def test_silence_is_told(page: Page, playground: Playground) -> None:
    """After Discord's time a command without an answer leaves a line for the person alone, which they can dismiss."""
    playground.world.first_response_seconds = 0.3
    await page.keyboard.type("/silent ")
    await page.keyboard.press("Enter")
    row = page.locator(".message", has_text="alice a utilisé /silent")
    await expect(row).to_contain_text("L'application n'a pas répondu.")
    # There is no menu of what was never sent.
    await row.press("Enter")
    await row.get_by_role("button", name="Masquer").click()

    await expect(page.locator(".message")).to_have_count(0)


async def test_a_deferred_answer_thinks_first(app: Any, page: Page) -> None:
    """Until the answer comes the message says that the bot is thinking."""
    await page.keyboard.type("/think ")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Dépêche réfléchit…")).to_be_visible()
    app.thought.set()

    await expect(page.get_by_text("c'est tout vu")).to_be_visible()
    await expect(page.get_by_text("Dépêche réfléchit…")).to_have_count(0)
    await expect(page.get_by_text("(modifié)")).to_have_count(0)


async def test_menu_of_a_message_offers_the_applications(page: Page, channel: Channel, bob: Person) -> None:
    """The application's command on a message is used from its menu; the answer is for the person alone."""
    bob.say(channel, "la terre est plate")
    row = page.locator(".message", has_text="plate")
    await row.hover()
    await row.get_by_role("button", name="Plus d'actions").click()
    await page.get_by_role("group", name="Applications").get_by_role("menuitem", name="Vérifier").click()

    answer = page.locator(".message.private")
    await expect(answer).to_contain_text("vérifié : la terre est plate")
    await answer.get_by_role("button", name="Masquer").click()
    await expect(answer).to_have_count(0)


async def test_text_that_is_no_command_is_a_message(page: Page) -> None:
    """A slash alone does not keep words from being sent."""
    await page.keyboard.type("/rien de tel")
    await page.keyboard.press("Enter")

    await expect(page.get_by_role("log").get_by_text("/rien de tel")).to_be_visible()


async def test_a_command_mentioned_in_a_message_can_be_pressed(
    page: Page, channel: Channel, playground: Playground
) -> None:
    """`</ask:1>` opens the command."""
    playground.world.post(channel, playground.world.bot, content="tapez </ask:1>")
    await page.get_by_role("button", name="/ask").click()

    await expect(page.get_by_role("combobox", name="question")).to_be_focused()


@pytest.mark.parametrize(
    ("typed", "comes"), [("/ask combien", "fr combien"), ("/panel", "Un panneau"), ("/panel ", "Un panneau")]
)
async def test_a_command_typed_faster_than_its_list_comes_is_used(page: Page, typed: str, comes: str) -> None:
    """Name, words and Enter in one go use the command; they are never sent as a message."""
    script = """(typed) => {
        const text = document.getElementById("text");
        text.value = typed;
        text.dispatchEvent(new Event("input"));
        text.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter"}));
    }"""
    await page.evaluate(script, typed)

    await expect(page.locator(".message", has_text=comes)).to_contain_text("a utilisé /")
    await expect(page.locator(".message")).to_have_count(1)


async def test_news_leave_a_command_that_is_being_filled_in_alone(
    page: Page, channel: Channel, bob: Person
) -> None:
    """A message that comes in takes neither the words nor the focus."""
    await page.keyboard.type("/silent ")
    send = page.get_by_role("button", name="Envoyer")
    await expect(send).to_be_focused()
    bob.say(channel, "du neuf")
    await expect(page.get_by_text("du neuf")).to_be_visible()

    await expect(send).to_be_focused()


async def test_escape_closes_the_list_first_and_then_the_command(page: Page) -> None:
    """One press takes the choices away, the next one the form."""
    await page.keyboard.type("/ask prix")
    await expect(page.get_by_role("option").first).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("listbox")).to_be_hidden()
    await expect(page.get_by_role("combobox", name="question")).to_be_focused()
    await page.keyboard.press("Escape")

    await expect(page.get_by_role("textbox", name="Message dans #general")).to_be_focused()


async def suggestions(page: Page) -> Locator:
    """Types a question, and waits for what is suggested."""
    await page.keyboard.type("/ask prix")
    options = page.get_by_role("listbox", name="Propositions").get_by_role("option")
    await options.first.wait_for()
    return options


@pytest.mark.parametrize(("width", "height"), [(390, 500), (320, 568), (844, 390)])
async def test_on_low_screens_every_suggestion_can_be_seen(open_page: Any, width: int, height: int) -> None:
    """The list is no higher than the room there is; arrows lead to all of it."""
    page = await open_page(viewport={"width": width, "height": height})
    options = await suggestions(page)
    for option, key in (
        (options.first, "ArrowDown"),
        (options.last, "ArrowUp"),
        (options.first, "ArrowDown"),
    ):
        await page.keyboard.press(key)
        await expect(option).to_have_attribute("aria-selected", "true")
        await expect(option).to_be_in_viewport(ratio=0.9)
    inside = "(list) => list.getBoundingClientRect().top >= 0 && list.clientHeight >= 60"

    assert await page.get_by_role("listbox").evaluate(inside)


async def test_tab_goes_on_from_a_field_with_suggestions(page: Page) -> None:
    """Where none was gone to, Tab takes none and leads to the next field."""
    await suggestions(page)
    await page.keyboard.press("Tab")

    await expect(page.get_by_label("privé")).to_be_focused()


async def test_arrows_up_and_down_go_to_suggestions_and_no_others(page: Page) -> None:
    """Up from the field is the last; a step within the words leaves Enter to send them."""
    options = await suggestions(page)
    await page.keyboard.press("ArrowUp")
    await expect(options.last).to_have_attribute("aria-selected", "true")
    await page.keyboard.press("Escape")
    await page.keyboard.type("e")
    await expect(options.first).to_have_text("prixe n° 0")
    await page.keyboard.press("ArrowLeft")
    await page.keyboard.press("Enter")

    await expect(page.locator(".message", has_text="fr prixe")).to_be_visible()


async def test_a_chosen_suggestion_stays_chosen_when_its_field_is_gone_back_to(page: Page) -> None:
    """What is sent is its value, not its name."""
    options = await suggestions(page)
    await options.nth(1).click()
    await page.get_by_label("privé").focus()
    await page.get_by_role("combobox", name="question").focus()
    await expect(options.first).to_be_visible()
    await page.keyboard.press("Enter")

    await expect(page.locator(".message .text")).to_have_text("fr prix-1")


async def test_a_command_that_is_refused_keeps_its_words(page: Page, playground: Playground) -> None:
    """The form stays open when the bot has taken the command away meanwhile."""
    await suggestions(page)
    playground.world.commands = []
    await page.keyboard.press("Enter")

    await expect(page.get_by_text("Cela n'est pas possible ici.")).to_be_visible()
    await expect(page.get_by_role("combobox", name="question")).to_have_value("prix")


@pytest.mark.parametrize("times", ["1.5", "0", "50"])
async def test_a_number_that_does_not_fit_says_why(page: Page, times: str) -> None:
    """A broken number, and one out of range, are told at the field; nothing is sent."""
    await page.keyboard.type("/pick ")
    await page.get_by_label("size").select_option("Grand")
    await page.get_by_label("times").fill(times)
    await page.get_by_label("who").select_option("bob")
    await page.get_by_label("where").select_option("#general")
    await page.get_by_role("button", name="Envoyer").click()

    await expect(page.get_by_label("times")).to_be_focused()
    await expect(page.get_by_label("times")).to_have_attribute("aria-invalid", "true")
    await expect(page.locator(".error", has_text=re.compile("."))).to_have_count(1)
    await expect(page.locator(".message")).to_have_count(0)
