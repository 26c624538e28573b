"""What a client that caches no messages hears of them: the raw events."""

from typing import Any

import pytest

from bot.playground.model import Channel
from bot.playground.people import Person
from bot.playground.server import Playground


@pytest.fixture
async def client(start: Any, new_client: Any, channel: Channel) -> Any:
    """A started client without a memory for messages."""
    started = new_client(max_messages=None)
    await start(started)
    return started


async def test_edited_message_is_told_with_its_new_text(
    client: Any, playground: Playground, channel: Channel, alice: Person
) -> None:
    """An edit carries the whole message, in a guild and in a direct channel."""
    bot = playground.world.bot.mention
    for place in (channel, alice.direct):
        message = alice.say(place, f"{bot} 1")
        alice.edit(message, f"{bot} 2")
        told = await client.wait_for("raw_message_edit", timeout=3)

        assert (message.id, place.id, place.guild_id) == (told.message_id, told.channel_id, told.guild_id)
        assert (f"{bot} 2", alice.id) == (told.message.content, told.message.author.id)
        assert told.message.edited_at is not None


async def test_deleted_messages_are_told(
    client: Any, playground: Playground, channel: Channel, alice: Person
) -> None:
    """One by one, or many at once as a moderator's tool does."""
    first, *others = [alice.say(channel, str(number)) for number in range(3)]
    alice.delete(first)
    one = await client.wait_for("raw_message_delete", timeout=3)
    playground.world.remove_many(channel, others)
    many = await client.wait_for("raw_bulk_message_delete", timeout=3)

    assert (first.id, channel.id, channel.guild_id) == (one.message_id, one.channel_id, one.guild_id)
    assert {message.id for message in others} == many.message_ids
    assert (channel.id, channel.guild_id) == (many.channel_id, many.guild_id)
    assert ([], True) == (channel.after(None), all(message.deleted for message in others))


async def test_reaction_in_a_guild_is_told_with_its_member(
    client: Any, channel: Channel, alice: Person, bob: Person
) -> None:
    """Who reacts is known without a cache of members; who takes back is known by identifier."""
    message = bob.say(channel, "x")
    alice.react(message, "💡")
    added = await client.wait_for("raw_reaction_add", timeout=3)
    alice.unreact(message, "💡")
    removed = await client.wait_for("raw_reaction_remove", timeout=3)

    assert (alice.id, "alice", bob.id) == (added.member.id, added.member.name, added.message_author_id)
    assert (message.id, "💡") == (added.message_id, added.emoji.name)
    assert (alice.id, message.id, "💡") == (removed.user_id, removed.message_id, removed.emoji.name)
    assert {"💡": []} == message.reactions


async def test_bot_reacts_and_takes_back(client: Any, channel: Channel, alice: Person) -> None:
    """The bot's own reaction is put, seen when the message is read, and taken away."""
    message = alice.say(channel, "x")
    seen = client.get_channel(channel.id).get_partial_message(message.id)
    await seen.add_reaction("💡")
    alice.react(message, "💡")
    fetched = await seen.fetch()
    await seen.remove_reaction("💡", client.user)

    assert [("💡", 2, True)] == [(r.emoji, r.count, r.me) for r in fetched.reactions]
    assert {"💡": [alice.user]} == message.reactions


async def test_channels_of_every_kind_are_fetched(
    client: Any, playground: Playground, channel: Channel, alice: Person
) -> None:
    """A channel, a thread and a direct channel are read by their identifier."""
    thread = playground.world.add_thread(channel, "aside")
    fetched = [await client.fetch_channel(place.id) for place in (channel, thread, alice.direct)]

    assert ["text", "public_thread", "private"] == [place.type.name for place in fetched]
    assert channel.id == fetched[1].parent_id
    assert alice.id == fetched[2].recipient.id
