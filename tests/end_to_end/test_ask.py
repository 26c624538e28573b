"""The command /ask: in public, in private, with autocompletion."""

import dataclasses

import pytest

from bot.doors.discord.turns import MANY
from bot.playground.errors import NotOffered
from bot.playground.flags import Callback
from bot.playground.model import Channel
from bot.playground.people import Person
from bot.playground.server import Playground
from bot.service import Asked, Service

pytestmark = pytest.mark.usefixtures("client")

CALLBACK = "POST /interactions/{interaction_id}/{interaction_token}/callback"
GPT_4 = "Combien a coûté GPT-4 ?"
COST = "100 millions"


async def test_answer_is_public(channel: Channel, alice: Person, bob: Person) -> None:
    """Without further options everybody sees the answer, its place and its buttons."""
    answer = await alice.slash(channel, "ask", {"question": GPT_4}).response()

    assert (True, True) == (COST in answer.content, bob.sees(answer))
    assert "-# Dans l'article" in answer.content
    assert answer.buttons


async def test_private_answer_is_for_the_asker(channel: Channel, alice: Person, bob: Person) -> None:
    """A private answer is seen by the asker alone."""
    answer = await alice.slash(channel, "ask", {"question": GPT_4, "private": True}).response()

    assert COST in answer.content
    assert (True, True, False) == (answer.ephemeral, alice.sees(answer), bob.sees(answer))


async def test_command_works_in_private_channels(alice: Person) -> None:
    """In the direct channel with the bot the command is there too."""
    answer = await alice.slash(alice.direct, "ask", {"question": GPT_4}).response()

    assert COST in answer.content


async def test_public_answer_does_not_tell_the_askers_locale(channel: Channel, bob: Person) -> None:
    """In public a text that tells no language is answered in the guild's, whatever the asker's Discord."""
    answer = await bob.slash(channel, "ask", {"question": "?"}).response()

    assert answer.content.startswith("Je n'ai")


@pytest.mark.parametrize("place", ["guild", "direct"])
async def test_answer_for_one_is_in_the_askers_language(channel: Channel, bob: Person, place: str) -> None:
    """Alone with the bot, a text that tells no language is answered in the asker's own."""
    where = channel if place == "guild" else bob.direct
    answer = await bob.slash(where, "ask", {"question": "?", "private": place == "guild"}).response()

    assert answer.content.startswith("I found no question")


async def test_answer_pings_nobody(
    playground: Playground, channel: Channel, alice: Person, shipped: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mentions in an answer notify nobody."""
    reply = await shipped.serve(Asked(GPT_4))

    async def serve(asked: Asked) -> object:
        return dataclasses.replace(reply, text=f"@everyone {alice.mention}")

    monkeypatch.setattr(shipped, "serve", serve)
    answer = await alice.slash(channel, "ask", {"question": GPT_4}).response()

    assert not answer.pings(alice.user)
    assert [{"parse": []}] == [
        request.body["data"]["allowed_mentions"] for request in playground.calls(CALLBACK)
    ]


async def test_answer_comes_after_a_rate_limit(
    playground: Playground, channel: Channel, alice: Person
) -> None:
    """A 429 on the answer delays it, well within the three seconds."""
    playground.faults.rate_limit(CALLBACK)
    answer = await alice.slash(channel, "ask", {"question": GPT_4}).response()

    assert COST in answer.content


async def test_answer_comes_after_a_failure_of_discord(
    playground: Playground, channel: Channel, alice: Person
) -> None:
    """A 500 on the answer is tried again."""
    playground.faults.fail(CALLBACK)
    answer = await alice.slash(channel, "ask", {"question": GPT_4}).response()

    assert COST in answer.content


async def test_command_has_french_names(playground: Playground, channel: Channel, alice: Person) -> None:
    """A French Discord shows the command, its options and its descriptions in French."""
    command = next(c for c in playground.world.commands if c["name"] == "ask")
    private = command["options"][1]
    answer = await alice.slash(channel, "demander", {"question": GPT_4}).response()

    assert COST in answer.content
    assert {"fr": "Posez une question sur l'article"} == command["description_localizations"]
    assert ("private", {"fr": "privé"}) == (private["name"], private["name_localizations"])


async def test_commands_are_offered_everywhere(playground: Playground) -> None:
    """Wherever people write, to guilds and to whoever installs the bot; only two commands are for guilds."""
    offered = {c["name"]: (c["contexts"], c["integration_types"]) for c in playground.world.commands}

    assert [([0], [0])] * 2 == [offered.pop(name) for name in ("setup", "diagnose")]
    assert [([0, 1, 2], [0, 1])] * len(offered) == list(offered.values())


async def test_question_is_at_most_as_long_as_a_message(channel: Channel, alice: Person) -> None:
    """What is too long for a message is too long for the command."""
    with pytest.raises(NotOffered):
        alice.slash(channel, "ask", {"question": "a" * 2001})


async def test_every_question_is_offered_before_typing(
    channel: Channel, alice: Person, bob: Person, shipped: Service
) -> None:
    """An empty option offers as many questions as Discord takes, in the asker's language."""
    french = {fact.question.fr[:100] for fact in shipped.base.facts.values()}
    english = {fact.question.en[:100] for fact in shipped.base.facts.values()}
    for person, questions in ((alice, french), (bob, english)):
        choices = await person.autocomplete(channel, "ask", "question", "")

        assert 25 == len(choices)
        assert {choice.name for choice in choices} <= questions


async def test_nearest_questions_come_first(channel: Channel, alice: Person) -> None:
    """What was typed so far ranks the questions; a chosen one is answered."""
    choices = await alice.autocomplete(channel, "ask", "question", "combien gpt-4 coute")
    answer = await alice.slash(channel, "ask", {"question": choices[0].value}).response()

    assert "GPT-4" in choices[0].name
    assert COST in answer.content


async def test_crowd_is_asked_to_wait_and_answered(playground: Playground) -> None:
    """Who comes when many are in front sees at once that the bot is thinking, then the answer."""
    owner = Person(playground.world, playground.world.application.owner)
    asked = [owner.slash(owner.direct, "ask", {"question": GPT_4}) for _ in range(MANY + 10)]
    answers = [await one.response(timeout=20) for one in asked]

    assert Callback.DEFERRED_MESSAGE in {await one.acknowledged() for one in asked}
    assert all(COST in answer.content and answer.buttons for answer in answers)
