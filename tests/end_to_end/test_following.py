"""An answer follows its question: edited with it, deleted with it."""

import asyncio

import pytest

from bot.doors.discord.client import DepecheClient
from bot.playground.model import Channel, Message
from bot.playground.people import Person
from bot.playground.server import Playground

GPT_4, REVENUE = "combien a coûté GPT-4 ?", "quel est le chiffre d'affaires d'OpenAI ?"


@pytest.fixture
async def asked(
    client: DepecheClient, playground: Playground, channel: Channel, alice: Person
) -> tuple[Message, Message]:
    """A question and its answer."""
    bot = playground.world.bot
    question = alice.say(channel, f"{bot.mention} {GPT_4}")
    return question, await channel.next_message(after=question, by=bot)


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


async def test_edit_of_a_message_that_was_not_answered_is_no_question(
    client: DepecheClient, playground: Playground, channel: Channel, alice: Person
) -> None:
    """Adding a mention later does not summon the bot."""
    said = alice.say(channel, "bonjour à tous")
    alice.edit(said, f"{playground.world.bot.mention} {GPT_4}")

    assert await channel.stays_silent(said)


async def test_stopping_bot_edits_first(
    asked: tuple[Message, Message], client: DepecheClient, playground: Playground, alice: Person
) -> None:
    """An edit that is being answered when the bot stops is answered."""
    question, answer = asked
    playground.faults.slow("PATCH /channels/{channel_id}/messages/{message_id}", 0.3)
    alice.edit(question, f"{playground.world.bot.mention} {REVENUE}")
    await asyncio.sleep(0.1)
    await client.close()

    assert "3,4 milliards" in answer.content
