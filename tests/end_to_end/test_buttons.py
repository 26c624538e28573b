"""The buttons under a reply, before and after a restart of the bot."""

from collections.abc import Awaitable, Callable

import pytest

from bot.answering.facts import Fact, Language
from bot.answering.typography import typeset
from bot.doors.discord.client import DepecheClient
from bot.playground.model import Channel, Message
from bot.playground.people import Person
from bot.playground.server import Playground
from bot.service import Service
from bot.settings import Settings

GPT_4 = "Combien a coûté GPT-4 ?"


async def test_button_answers_the_presser_alone(
    client: DepecheClient, channel: Channel, alice: Person, bob: Person, shipped: Service
) -> None:
    """Who presses a button gets that fact's answer, in the language of the reply; the channel stays quiet."""
    asked = await alice.slash(channel, "ask", {"question": GPT_4}).response()
    button = asked.buttons[0]
    answer = await bob.press(asked, button.label).response()

    assert typeset(_fact(shipped, button.custom_id).answer.fr, "fr") in answer.content
    assert (True, False) == (bob.sees(answer), alice.sees(answer))
    assert [asked] == channel.after(None)


async def test_button_of_a_button_goes_on(client: DepecheClient, channel: Channel, alice: Person) -> None:
    """The answer to a button has buttons itself."""
    first = await alice.slash(channel, "ask", {"question": GPT_4}).response()
    second = await alice.press(first, first.buttons[0].label).response()
    third = await alice.press(second, second.buttons[0].label).response()

    assert third.ephemeral
    assert "-# Dans l'article" in third.content


async def test_button_in_a_direct_channel_answers_for_good(client: DepecheClient, alice: Person) -> None:
    """In private there is nobody to disturb: the answer stays."""
    first = await alice.slash(alice.direct, "ask", {"question": GPT_4}).response()
    answer = await alice.press(first, first.buttons[0].label).response()

    assert not answer.ephemeral


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_every_button_gives_its_own_fact(
    start: Callable[..., Awaitable[DepecheClient]],
    playground: Playground,
    settings: Settings,
    channel: Channel,
    alice: Person,
    shipped: Service,
    language: Language,
) -> None:
    """Whatever the ranking makes of a canonical question, its button answers with its fact."""
    await start(settings.model_copy(update={"operators": (alice.id,)}))  # who need not pause
    for fact in shipped.base.facts.values():
        told = await alice.press(_message(playground, channel, f"ask:{language}:{fact.id}"), "?").response()

        assert typeset(fact.answer.in_(language), language) in told.content


async def test_button_outlives_a_restart(
    start: Callable[..., Awaitable[DepecheClient]], channel: Channel, alice: Person, shipped: Service
) -> None:
    """A button of a bot that is gone is answered by the next one."""
    first = await start()
    asked = await alice.slash(channel, "ask", {"question": GPT_4}).response()
    await first.close()
    await start()
    answer = await alice.press(asked, asked.buttons[0].label).response()

    assert typeset(_fact(shipped, asked.buttons[0].custom_id).answer.fr, "fr") in answer.content


async def test_button_without_its_fact_says_so(
    client: DepecheClient, playground: Playground, channel: Channel, alice: Person
) -> None:
    """A question that has left the base is regretted, in the language of its button."""
    answer = await alice.press(_message(playground, channel, "ask:en:long-gone"), "?").response()

    assert answer.ephemeral
    assert "I no longer have an answer" in answer.content


def _message(playground: Playground, channel: Channel, custom_id: str) -> Message:
    """A message of the bot with this one button."""
    button = {"type": 2, "id": 2, "style": 2, "label": "?", "custom_id": custom_id}
    row = {"type": 1, "id": 1, "components": [button]}
    return playground.world.post(channel, playground.world.bot, content="?", components=[row])


def _fact(service: Service, custom_id: str | None) -> Fact:
    assert custom_id is not None
    return service.base.facts[custom_id.split(":")[2]]
