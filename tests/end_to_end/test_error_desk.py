"""The error desk: a kind line and a reference for the user, the trace and the reference in the log."""

import asyncio
import gc
import re
from typing import Any

import pytest

from bot.cooldown import A_USER
from bot.doors.discord.client import DepecheClient
from bot.playground.model import Channel, Message
from bot.playground.people import Person
from bot.playground.server import Playground
from bot.service import Service

pytestmark = pytest.mark.usefixtures("client")

CALLBACK = "POST /interactions/{interaction_id}/{interaction_token}/callback"
SEND = "POST /channels/{channel_id}/messages"
ASK = {"question": "Combien a coûté GPT-4 ?"}
REFERENCE = re.compile(r"\b[0-9a-f]{8}\b")


@pytest.fixture
def broken(shipped: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """A service that fails at everything."""

    async def fail(*args: Any) -> Any:
        raise RuntimeError("inner detail")

    def fail_at_once(*args: Any) -> Any:
        raise RuntimeError("inner detail")

    monkeypatch.setattr(shipped, "serve", fail)
    monkeypatch.setattr(shipped, "prepare", fail)
    monkeypatch.setattr(shipped, "complete", fail_at_once)
    monkeypatch.setattr(shipped, "recall", fail_at_once)


@pytest.mark.usefixtures("broken")
async def test_failed_command_is_told_in_private(
    channel: Channel, alice: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """A failing command tells the user a reference that finds the trace."""
    answer = await alice.slash(channel, "ask", ASK).response()

    assert answer.ephemeral
    _check(answer, "Désolé", caplog)


@pytest.mark.usefixtures("broken")
async def test_failed_button_is_told_in_private(
    playground: Playground, channel: Channel, alice: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """A failing button does the same."""
    button = {"type": 2, "id": 2, "style": 2, "label": "?", "custom_id": "ask:fr:gpt4-cost"}
    row = {"type": 1, "id": 1, "components": [button]}
    message = playground.world.post(channel, playground.world.bot, content="?", components=[row])
    answer = await alice.press(message, "?").response()

    assert answer.ephemeral
    _check(answer, "Désolé", caplog)


@pytest.mark.usefixtures("broken")
async def test_failed_message_is_told_in_a_reply(
    playground: Playground, channel: Channel, alice: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """A failing answer to a message is told where it was asked, without a ping."""
    bot = playground.world.bot
    asked = alice.say(channel, f"{bot.mention} ?")
    answer = await channel.next_message(after=asked, by=bot)

    assert (asked, False) == (answer.reference, answer.pings(alice.user))
    _check(answer, "Désolé", caplog)


@pytest.mark.usefixtures("broken")
async def test_failed_completion_offers_nothing(
    channel: Channel, alice: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """A failing autocompletion shows an empty list; the log has it."""
    assert [] == await alice.autocomplete(channel, "ask", "question", "combien")
    assert re.search(r"autocomplete ask failed, reference [0-9a-f]{8}", caplog.text)


@pytest.mark.usefixtures("broken")
async def test_failure_after_thinking_takes_its_place(
    playground: Playground, caplog: pytest.LogCaptureFixture
) -> None:
    """Where the bot had already asked for time, the line takes the place of its thinking."""
    owner = Person(playground.world, playground.world.application.owner)
    answer = await owner.slash(owner.direct, "reload").response()

    _check(answer, "Something went wrong", caplog)


async def test_command_of_another_version_is_explained(
    playground: Playground, channel: Channel, alice: Person
) -> None:
    """A command that Discord still shows and the bot no longer has is not left unanswered."""
    ask = playground.world.commands[0]
    playground.world.commands.append({**ask, "id": "1", "name": "old", "options": []})
    answer = await alice.slash(channel, "old").response()

    assert "Cette commande a changé" in answer.content


async def test_late_answer_is_no_failure(
    playground: Playground,
    channel: Channel,
    alice: Person,
    shipped: Service,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """An answer that Discord no longer takes is one line in the log, without a trace."""

    async def dawdle(asked: Any) -> Any:
        playground.world.clock.advance(3.1)
        return await Service.serve(shipped, asked)

    monkeypatch.setattr(shipped, "serve", dawdle)
    alice.slash(channel, "ask", ASK)
    await playground.world.changes.until(lambda: [c for c in playground.calls(CALLBACK) if c.status], 3)
    await _logged(playground, channel, alice)

    assert "Discord takes no answer (10062)" in caplog.text
    assert "Traceback" not in caplog.text


async def test_wait_that_cannot_be_told_is_no_failure(
    playground: Playground, channel: Channel, alice: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """Where Discord takes not even the line that asks to wait, that is one line in the log."""
    for _ in range(A_USER.count):
        await alice.slash(channel, "ask", {**ASK, "private": True}).response()
    playground.faults.forget_interaction()
    alice.slash(channel, "ask", ASK)
    await playground.world.changes.until(lambda: playground.calls(CALLBACK)[-1].status == 404, 3)
    await alice.slash(channel, "ask", ASK).response()
    gc.collect()

    assert "Discord takes no answer (10062)" in caplog.text
    assert "never retrieved" not in caplog.text


async def test_lost_word_of_discord_is_not_excused(
    playground: Playground, channel: Channel, alice: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """Where Discord shows the answer and then fails, nothing is taken for a failure of ours."""
    playground.faults.fail(CALLBACK, after_the_work=True)
    asked = alice.slash(channel, "ask", ASK)
    answer = await asked.response()
    await playground.world.changes.until(
        lambda: [c for c in playground.calls(CALLBACK) if c.status == 400], 3
    )
    await _logged(playground, channel, alice)

    assert "100 millions" in answer.content
    assert [] == asked.followups
    assert "Discord takes no answer (40060)" in caplog.text
    assert "reference" not in caplog.text


async def test_unreachable_user_does_no_harm(
    playground: Playground, channel: Channel, alice: Person, broken: None, caplog: pytest.LogCaptureFixture
) -> None:
    """Where not even the line about a failure can be sent, the log has both, and the bot goes on."""
    bot = playground.world.bot
    playground.faults.fail(SEND, status=400)
    alice.say(channel, f"{bot.mention} ?")
    answer = await channel.next_message(after=alice.say(channel, f"{bot.mention} ?"), by=bot)

    assert re.search(r"reference [0-9a-f]{8} could not be given", caplog.text)
    assert "Désolé" in answer.content


async def test_failure_of_an_event_is_logged(
    client: DepecheClient, caplog: pytest.LogCaptureFixture, playground: Playground
) -> None:
    """What fails in any other event of discord.py is found in the log under a reference too."""
    done = asyncio.Event()

    async def on_something() -> None:
        done.set()
        raise RuntimeError("inner detail")

    client.event(on_something)
    client.dispatch("something")
    await done.wait()
    await asyncio.sleep(0)

    assert re.search(r"on_something failed, reference [0-9a-f]{8}", caplog.text)


def _check(answer: Message, opening: str, caplog: pytest.LogCaptureFixture) -> None:
    found = REFERENCE.search(answer.content)

    assert opening in answer.content
    assert found is not None
    assert f"failed, reference {found[0]}" in caplog.text
    assert "RuntimeError: inner detail" in caplog.text
    assert "inner detail" not in answer.content


async def _logged(playground: Playground, channel: Channel, person: Person) -> None:
    """Lets the client finish what it is doing: it answers one more question."""
    bot = playground.world.bot
    await channel.next_message(after=person.say(channel, bot.mention), by=bot)
