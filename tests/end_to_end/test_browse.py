"""/facts, /about and /help: what a member finds without asking."""

from discord import ui

from bot.answering.typography import typeset
from bot.doors.discord.browse import _selects
from bot.doors.discord.client import DepecheClient
from bot.playground.model import Channel, Message, walk
from bot.playground.people import Person
from bot.playground.server import Playground
from bot.service import Service


def _options(message: Message, custom_id: str) -> list[str]:
    select = next(p for p in walk(message.components) if p.get("custom_id", "").startswith(custom_id))
    return [option["value"] for option in select["options"]]


async def test_every_fact_can_be_found_by_browsing(
    client: DepecheClient, channel: Channel, bob: Person, shipped: Service
) -> None:
    """Topic by topic, page by page, all of them are there."""
    message = await bob.slash(channel, "facts").response()
    found: list[str] = []
    for topic in _options(message, "topic:"):
        message = await bob.choose(message, "topic:en:all", topic).response()
        found += _options(message, "fact:")
        while any(button.label == "More ▶" for button in message.buttons):
            message = await bob.press(message, "More ▶").response()
            found += _options(message, "fact:")

    assert list(shipped.base.facts) == found
    assert message.ephemeral


async def test_chosen_fact_is_answered_above_the_list(
    client: DepecheClient, channel: Channel, alice: Person, shipped: Service
) -> None:
    """The answer takes the place of the heading, the selects stay."""
    message = await alice.slash(channel, "faits").response()
    fact_id = _options(message, "fact:")[1]
    select = next(p["custom_id"] for p in walk(message.components) if "fact:" in p.get("custom_id", ""))
    answer = await alice.choose(message, select, fact_id).response()

    assert typeset(shipped.base.facts[fact_id].answer.fr, "fr") in answer.content
    assert _options(answer, "topic:")


async def test_many_topics_can_all_be_reached(shipped: Service) -> None:
    """A select holds twenty-five; the others stand in a second one."""
    base = shipped.base.model_copy(update={"topics": shipped.base.topics * 9})
    view = _selects(base, "en", 30, 0)
    selects = [item for item in view.children if isinstance(item, ui.Select)]
    places = [option.value for select in selects[:-1] for option in select.options]

    assert [str(number) for number in range(len(base.topics))] == places
    assert 1 == sum(option.default for select in selects for option in select.options)
    assert len(selects) == len({select.custom_id for select in selects})


async def test_about_tells_source_honesty_and_privacy(
    client: DepecheClient, channel: Channel, alice: Person, bob: Person, shipped: Service
) -> None:
    """With the figures that were measured, their date and the number of questions."""
    measured = shipped.measured
    assert measured is not None
    english = await bob.slash(channel, "about").response()
    french = await alice.slash(channel, "à-propos").response()

    for expected in ("ZDNet Korea", str(len(shipped.base.facts)), str(measured.questions), "Privacy"):
        assert expected in english.content
    assert measured.percent("right", "en") in english.content
    assert measured.percent("wrong", "fr").replace(" ", "\u00a0") in french.content
    assert english.ephemeral


async def test_help_gives_an_example_that_is_answered(
    client: DepecheClient, alice: Person, shipped: Service
) -> None:
    """What it proposes to ask has an answer."""
    told = await alice.slash(alice.direct, "aide").response()
    example = next(iter(shipped.base.facts.values())).question.fr

    assert typeset(example, "fr") in told.content
    assert "/demander" in told.content


async def test_place_that_a_reload_took_away_leads_to_the_last_one(
    client: DepecheClient, playground: Playground, channel: Channel, bob: Person, shipped: Service
) -> None:
    """An old list still works: whatever topic and page its selects name."""
    fact_id = next(iter(shipped.base.facts))
    options = [{"label": "?", "value": fact_id}]
    select = {
        "type": 3,
        "id": 2,
        "custom_id": "fact:en:99.99",
        "options": options,
        "min_values": 1,
        "max_values": 1,
    }
    old = playground.world.post(
        channel, playground.world.bot, content="?", components=[{"type": 1, "id": 1, "components": [select]}]
    )
    answer = await bob.choose(old, "fact:en:99.99", fact_id).response()

    assert typeset(shipped.base.facts[fact_id].answer.en, "en") in answer.content
