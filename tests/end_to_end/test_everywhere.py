"""Who installs the bot for themselves has it where it is not: in other servers, in groups, between two."""

import pytest

from bot.doors.discord.client import DepecheClient
from bot.playground.flags import USUAL, Permission
from bot.playground.model import Channel
from bot.playground.people import Person
from bot.playground.server import Playground

GPT_4 = "combien a coûté GPT-4 ?"
CLAIM = "GPT-4 cost 50 million dollars."


@pytest.fixture
def elsewhere(client: DepecheClient, playground: Playground, alice: Person, bob: Person) -> Channel:
    """A channel of a server that the bot is not in; alice may speak there with her apps, bob may not."""
    guild = playground.world.add_guild("Oslo", with_bot=False)
    playground.world.join(guild, alice.user, USUAL | Permission.USE_EXTERNAL_APPS)
    playground.world.join(guild, bob.user, USUAL & ~Permission.USE_EXTERNAL_APPS)
    for person in (alice, bob):
        person.install()
    return playground.world.add_channel(guild, "prat")


@pytest.fixture
def group(client: DepecheClient, playground: Playground, alice: Person, bob: Person) -> Channel:
    """A channel between people, where alice has the bot along."""
    alice.install()
    return playground.world.add_private_channel(alice.user, bob.user)


@pytest.mark.parametrize("name", ["ask", "facts", "about", "help"])
async def test_commands_answer_where_the_bot_is_not(elsewhere: Channel, bob: Person, name: str) -> None:
    """Also for who may not speak there with an app: then Discord keeps the answer private."""
    options = {"question": GPT_4} if name == "ask" else None
    answer = await bob.slash(elsewhere, name, options).response()

    assert answer.content
    assert answer.ephemeral


async def test_answer_is_public_where_apps_may_speak(elsewhere: Channel, alice: Person, bob: Person) -> None:
    """With the permission everybody reads it, and its buttons work for others too."""
    answer = await alice.slash(elsewhere, "ask", {"question": GPT_4}).response()
    english = await bob.press(answer, "English").response()

    assert bob.sees(answer)
    assert "100 million dollars" in english.content


async def test_check_offers_to_post_only_where_that_is_possible(
    elsewhere: Channel, alice: Person, bob: Person
) -> None:
    """A button that could do nothing is not shown."""
    claim = alice.say(elsewhere, CLAIM)
    allowed = await alice.use_on(claim, "Vérifier dans l'article").response()
    barred = await bob.use_on(claim, "Check against the article").response()

    assert [["Post publicly"], []] == [[b.label for b in message.buttons] for message in (allowed, barred)]


async def test_own_locale_does_not_leak_among_people(group: Channel, alice: Person, bob: Person) -> None:
    """What others read follows the question, not the locale of who asked; buttons answer their presser."""
    answer = await alice.slash(group, "ask", {"question": "How much did GPT-4 cost?"}).response()
    again = await bob.press(answer, answer.buttons[0].label).response()

    assert "100 million dollars" in answer.content
    assert bob.sees(answer)
    assert again.ephemeral
