"""An answer follows its question: edited with it, deleted with it."""

import asyncio
import dataclasses
from collections.abc import Awaitable, Callable

import pytest

from bot.cooldown import A_USER
from bot.doors.discord.client import DepecheClient
from bot.playground.model import Channel, Message
from bot.playground.people import Person
from bot.playground.server import Playground
from bot.service import Asked, Service

Start = Callable[..., Awaitable[DepecheClient]]

SEND = "POST /channels/{channel_id}/messages"
EDIT = "PATCH /channels/{channel_id}/messages/{message_id}"
GPT_4, REVENUE = "combien a coûté GPT-4 ?", "quel est le chiffre d'affaires d'OpenAI ?"


@pytest.fixture
async def asked(
    client: DepecheClient, playground: Playground, channel: Channel, alice: Person
) -> tuple[Message, Message]:
    """A question and its answer."""
    bot = playground.world.bot
    question = alice.say(channel, f"{bot.mention} {GPT_4}")
    return question, await channel.next_message(after=question, by=bot)


@pytest.fixture
async def answering(
    client: DepecheClient, playground: Playground, channel: Channel, alice: Person
) -> Message:
    """A question whose answer is on its way."""
    playground.faults.slow(SEND, 0.3)
    question = alice.say(channel, f"{playground.world.bot.mention} {GPT_4}")
    await playground.world.changes.until(lambda: playground.calls(SEND), 5)
    return question


async def test_edited_question_has_its_answer_edited(
    asked: tuple[Message, Message], playground: Playground, channel: Channel, alice: Person
) -> None:
    """The same message answers the new question, and pings nobody."""
    question, answer = asked
    alice.edit(question, f"{playground.world.bot.mention} {REVENUE}")
    await answer.until(lambda message: "3,4 milliards" in message.content)

    assert "100 millions" not in answer.content
    assert not answer.pings(alice.user)
    assert [question, answer] == channel.after(None)


async def test_deleted_question_takes_its_answer_along(asked: tuple[Message, Message], alice: Person) -> None:
    """No answer stays behind without its question."""
    question, answer = asked
    alice.delete(question)

    assert (await answer.until(lambda message: message.deleted)).deleted


async def test_question_that_is_no_more_for_the_bot_loses_its_answer(
    asked: tuple[Message, Message], alice: Person
) -> None:
    """Without the mention, the message may no longer be read, so nothing answers it."""
    question, answer = asked
    alice.edit(question, "laissez tomber")

    assert (await answer.until(lambda message: message.deleted)).deleted


async def test_forgotten_mention_may_be_added(
    client: DepecheClient, playground: Playground, channel: Channel, alice: Person
) -> None:
    """A message that becomes a question for the bot is answered like a new one."""
    said = alice.say(channel, GPT_4)
    alice.edit(said, f"{playground.world.bot.mention} {GPT_4}")

    assert "100 millions" in (await channel.next_message(after=said, by=playground.world.bot)).content


async def test_edit_of_a_message_from_before_the_start_is_no_question(
    start: Start, playground: Playground, channel: Channel, alice: Person
) -> None:
    """It may have been answered by the one before: better no answer than two."""
    said = alice.say(channel, GPT_4)
    await asyncio.sleep(0.01)
    await start()
    alice.edit(said, f"{playground.world.bot.mention} {GPT_4}")

    assert await channel.stays_silent(said)


async def test_question_edited_while_it_is_answered_gets_the_new_answer(
    answering: Message, playground: Playground, channel: Channel, alice: Person
) -> None:
    """However late the first answer leaves, it follows what the question says by then."""
    bot = playground.world.bot
    alice.edit(answering, f"{bot.mention} {REVENUE}")
    answer = await channel.next_message(after=answering, by=bot)

    await answer.until(lambda message: "3,4 milliards" in message.content)


async def test_question_deleted_while_it_is_answered_leaves_nothing(
    answering: Message, playground: Playground, channel: Channel, alice: Person
) -> None:
    """An answer that is on its way when its question goes, goes after it."""
    alice.delete(answering)
    answer = await channel.next_message(after=answering, by=playground.world.bot)

    assert (await answer.until(lambda message: message.deleted)).deleted


async def test_last_of_two_quick_edits_counts(
    asked: tuple[Message, Message], playground: Playground, alice: Person
) -> None:
    """While one edit is on its way, the next waits for it."""
    (question, answer), bot = asked, playground.world.bot
    playground.faults.slow(EDIT, 0.3)
    alice.edit(question, f"{bot.mention} {GPT_4} s'il te plaît")
    await asyncio.sleep(0.15)
    alice.edit(question, f"{bot.mention} {REVENUE}")

    await answer.until(lambda message: "3,4 milliards" in message.content)


async def test_question_deleted_while_its_answer_is_edited_leaves_nothing(
    asked: tuple[Message, Message], playground: Playground, alice: Person
) -> None:
    """The edit is let through, and the answer taken away after it."""
    (question, answer), bot = asked, playground.world.bot
    playground.faults.slow(EDIT, 0.3)
    alice.edit(question, f"{bot.mention} {REVENUE}")
    await asyncio.sleep(0.15)
    alice.delete(question)

    assert (await answer.until(lambda message: message.deleted)).deleted


async def test_edit_to_a_longer_answer_brings_the_rest(
    asked: tuple[Message, Message], playground: Playground, channel: Channel, alice: Person,
    shipped: Service, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """What does not fit the first message comes in others, each time anew."""
    (question, answer), bot = asked, playground.world.bot
    reply = await shipped.serve(Asked(GPT_4))

    async def serve(asked: Asked) -> object:
        return dataclasses.replace(reply, text=f"{asked.text} ! " + "Une phrase. " * 300)

    monkeypatch.setattr(shipped, "serve", serve)
    for text in (REVENUE, GPT_4):
        alice.edit(question, f"{bot.mention} {text}")
        await answer.until(lambda message, text=text: message.content.startswith(text[:20]))  # type: ignore[misc]
        await playground.world.changes.until(lambda: len(_standing(channel, question)) == 2, 5)

        assert "Dans l'article" in _standing(channel, question)[1].content.replace("’", "'")


async def test_edits_wait_like_questions(
    client: DepecheClient, playground: Playground, channel: Channel, alice: Person
) -> None:
    """Who edits faster than anybody reads is answered as often as who asks."""
    bot = playground.world.bot
    question = alice.say(channel, f"{bot.mention} {GPT_4}")
    answer = await channel.next_message(after=question, by=bot)
    for number in range(1, A_USER.count):
        alice.edit(question, f"{bot.mention} {(GPT_4, REVENUE)[number % 2]} {number * '!'}")
        figure = ("100 millions", "3,4 milliards")[number % 2]
        await answer.until(lambda message, figure=figure: figure in message.content)  # type: ignore[misc]
    edits = len(playground.calls(EDIT))
    alice.edit(question, f"{bot.mention} {GPT_4} encore")
    await asyncio.sleep(0.2)
    alice.delete(question)

    assert (await answer.until(lambda message: message.deleted)).deleted
    assert edits == len(playground.calls(EDIT))


async def test_answer_that_somebody_has_deleted_is_let_be(
    asked: tuple[Message, Message], playground: Playground, channel: Channel, alice: Person,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    """It is not posted again, and a purge of both is no failure."""
    (question, answer), bot = asked, playground.world.bot
    playground.world.remove(answer)
    alice.edit(question, f"{bot.mention} {REVENUE}")
    second = alice.say(channel, f"{bot.mention} {REVENUE}")
    playground.world.remove_many(channel, [second, await channel.next_message(after=second, by=bot)])

    assert await channel.stays_silent(second)
    assert "failed" not in caplog.text


async def test_stopping_bot_edits_first(
    asked: tuple[Message, Message], client: DepecheClient, playground: Playground, alice: Person
) -> None:
    """An edit that is being answered when the bot stops is answered."""
    question, answer = asked
    playground.faults.slow(EDIT, 0.3)
    alice.edit(question, f"{playground.world.bot.mention} {REVENUE}")
    await asyncio.sleep(0.1)
    await client.close()

    assert "3,4 milliards" in answer.content


def _standing(channel: Channel, question: Message) -> list[Message]:
    return [message for message in channel.after(question) if not message.deleted]
