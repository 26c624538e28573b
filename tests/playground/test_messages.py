"""Messages, mentions, replies, direct messages, reactions: both ways."""

from typing import Any

import discord
import pytest
from discord.http import Route

from bot.playground.errors import NotOffered
from bot.playground.flags import USUAL, Intent, Permission
from bot.playground.model import Channel, Guild
from bot.playground.people import Person
from bot.playground.server import Playground


@pytest.fixture
async def seen(client: Any, channel: Channel) -> discord.TextChannel:
    """The channel as the client has it."""
    found = client.get_channel(channel.id)
    assert isinstance(found, discord.TextChannel)
    return found


async def heard(client: Any, playground: Playground, alice: Person, channel: Channel) -> list[str]:
    """What the client heard by the time a last message reached it."""
    last = alice.say(channel, f"{playground.world.bot.mention} last")
    await client.wait_for("message", check=lambda message: message.id == last.id, timeout=3)
    return [message.content for message in client.heard][:-1]


async def test_content_is_hidden_without_a_mention(
    client: Any, playground: Playground, channel: Channel, alice: Person
) -> None:
    """Without the content intent a message is empty unless it mentions the bot."""
    alice.say(channel, "nobody in particular")
    alice.say(channel, f"hello {playground.world.bot.mention}")

    expected = ["", f"hello {playground.world.bot.mention}"]
    assert expected == await heard(client, playground, alice, channel)


async def test_content_is_read_with_the_intent(
    start: Any, new_client: Any, playground: Playground, channel: Channel, alice: Person
) -> None:
    """With the content intent every message has its text."""
    playground.world.application.privileged = Intent.MESSAGE_CONTENT
    client = new_client(discord.Intents(guilds=True, guild_messages=True, message_content=True))
    await start(client)
    alice.say(channel, "nobody in particular")

    assert ["nobody in particular"] == await heard(client, playground, alice, channel)


async def test_direct_message_is_read_and_answered(client: Any, alice: Person) -> None:
    """A direct message reaches the bot with its text, and the answer reaches the person."""
    question = alice.say(alice.direct, "salut")
    message = await client.wait_for("message", timeout=3)
    await message.channel.send("bonjour")
    answer = await alice.direct.next_message(after=question)

    assert ("salut", None, "bonjour") == (message.content, message.guild, answer.content)


async def test_bot_opens_a_direct_channel(client: Any, alice: Person) -> None:
    """The bot writes to a person first."""
    user = await client.fetch_user(alice.id)
    await user.send("bonjour")

    assert ["bonjour"] == [message.content for message in alice.direct.messages.values()]


async def test_reply_with_ping_lets_the_bot_read(
    client: Any, seen: discord.TextChannel, playground: Playground, channel: Channel, alice: Person
) -> None:
    """A reply to the bot is readable with the ping on, and empty with the ping off."""
    await seen.send("ask me")
    mine = channel.after(None)[0]
    alice.say(channel, "with ping", reply_to=mine)
    alice.say(channel, "without", reply_to=mine, ping=False)

    assert ["with ping", ""] == await heard(client, playground, alice, channel)
    assert mine.id == client.heard[0].reference.message_id


async def test_bot_replies_and_pings_only_whom_it_may(
    seen: discord.TextChannel, channel: Channel, alice: Person, bob: Person
) -> None:
    """allowed_mentions decides whom a reply pings."""
    question = alice.say(channel, "?")
    target = seen.get_partial_message(question.id)
    none = discord.AllowedMentions.none()
    await target.reply(f"@everyone {bob.mention}", allowed_mentions=none)
    only_bob = discord.AllowedMentions(users=[discord.Object(bob.id)], replied_user=False)
    await target.reply(f"{alice.mention} {bob.mention}", allowed_mentions=only_bob)
    await target.reply("you", allowed_mentions=discord.AllowedMentions(replied_user=True))
    quiet, named, replied = channel.after(question)

    assert (False, False) == (quiet.pings(alice.user), quiet.pings(bob.user))
    assert (bob.user,) == named.mentions.users
    assert replied.pings(alice.user)
    assert question is replied.reference


async def test_edit_without_allowed_mentions_pings_again(
    seen: discord.TextChannel, channel: Channel, alice: Person
) -> None:
    """An edit reads the mentions again, with the defaults where it names none."""
    sent = await seen.send(alice.mention, allowed_mentions=discord.AllowedMentions.none())
    message = channel.messages[sent.id]
    before = message.pings(alice.user)
    await sent.edit(content=f"{alice.mention}!")
    careless = message.pings(alice.user)
    await sent.edit(content=f"{alice.mention}.", allowed_mentions=discord.AllowedMentions.none())

    assert (False, True, False) == (before, careless, message.pings(alice.user))


async def test_edit_of_the_components_alone_pings_nobody_anew(
    seen: discord.TextChannel, channel: Channel, alice: Person
) -> None:
    """Mentions are read where the text is; a message of text displays has it in its components."""
    sent = await seen.send(alice.mention, allowed_mentions=discord.AllowedMentions.none())
    await sent.edit(view=None)
    await sent.edit(embed=discord.Embed(title="t"))
    shown = discord.ui.LayoutView().add_item(discord.ui.TextDisplay("nobody"))
    modern = await seen.send(view=shown)
    await modern.edit(view=discord.ui.LayoutView().add_item(discord.ui.TextDisplay(alice.mention)))

    assert [False, True] == [message.pings(alice.user) for message in channel.messages.values()]


async def test_everyone_needs_the_permission(client: Any, playground: Playground, guild: Guild) -> None:
    """@everyone pings only where the bot may."""
    loud = playground.world.add_channel(guild, "loud")
    loud.overrides[playground.world.bot.id] = USUAL | Permission.MENTION_EVERYONE
    quiet = playground.world.add_channel(guild, "quiet")
    for channel in (loud, quiet):
        await client.get_partial_messageable(channel.id).send("@everyone")

    assert [True, False] == [c.after(None)[0].mentions.everyone for c in (loud, quiet)]


async def test_edits_and_deletions_of_people_are_told(
    client: Any, playground: Playground, channel: Channel, alice: Person
) -> None:
    """The bot is told when a person edits or deletes a message."""
    message = alice.say(channel, f"{playground.world.bot.mention} a")
    alice.edit(message, f"{playground.world.bot.mention} b")
    edited = await client.wait_for("raw_message_edit", timeout=3)
    alice.delete(message)
    deleted = await client.wait_for("raw_message_delete", timeout=3)

    assert f"{playground.world.bot.mention} b" == edited.message.content
    assert message.id == deleted.message_id


async def test_typing_reactions_and_deletion_by_the_bot(
    seen: discord.TextChannel, playground: Playground, channel: Channel, alice: Person
) -> None:
    """The bot types, reacts, takes its reaction back, and deletes its message."""
    question = alice.say(channel, "?")
    async with seen.typing():
        sent = await seen.send("...")
    target = seen.get_partial_message(question.id)
    await target.add_reaction("👍")
    reacted = [user.name for user in question.reactions["👍"]]
    await target.remove_reaction("👍", seen.guild.me)
    await sent.delete()

    assert {playground.world.bot: 1} == channel.typing
    assert (["depeche"], []) == (reacted, question.reactions["👍"])
    assert [question] == list(channel.messages.values())


async def test_thread_is_written_in_with_its_own_permission(
    client: Any, playground: Playground, channel: Channel, alice: Person
) -> None:
    """A thread takes its parent's permissions, and has one of its own for sending."""
    thread = playground.world.add_thread(channel, "side")
    question = alice.say(thread, f"{playground.world.bot.mention} ?")
    message = await client.wait_for("message", timeout=3)
    await message.reply("yes")
    answer = await thread.next_message(after=question)
    channel.overrides[playground.world.bot.id] = USUAL & ~Permission.SEND_MESSAGES_IN_THREADS
    with pytest.raises(discord.Forbidden):
        await message.reply("no")

    assert isinstance(message.channel, discord.Thread)
    assert "yes" == answer.content


async def test_same_nonce_gives_the_earlier_message(seen: discord.TextChannel, channel: Channel) -> None:
    """With a nonce a repeated message is written once."""
    first = await seen.send("once", nonce="n1")
    second = await seen.send("once", nonce="n1")

    assert first.id == second.id
    assert 1 == len(channel.messages)


async def test_enforced_nonce_that_is_not_there_counts_for_nothing(client: Any, channel: Channel) -> None:
    """Two messages without a nonce are two messages."""
    route = Route("POST", "/channels/{channel_id}/messages", channel_id=channel.id)
    for text in ("first", "second"):
        await client.http.request(route, json={"content": text, "enforce_nonce": True})

    assert ["first", "second"] == [message.content for message in channel.messages.values()]


async def test_missing_things_are_unknown(
    client: Any, seen: discord.TextChannel, playground: Playground
) -> None:
    """What does not exist is answered 404 with Discord's code."""
    codes = []
    for asked in (
        seen.fetch_message(1),
        client.fetch_channel(1),
        client.fetch_guild(1),
        seen.guild.fetch_member(1),
        client.fetch_user(1),
    ):
        with pytest.raises(discord.NotFound) as missing:
            await asked
        codes.append(missing.value.code)

    assert [10008, 10003, 10004, 10007, 10013] == codes


async def test_history_and_message_are_read_back(
    client: Any, seen: discord.TextChannel, channel: Channel, alice: Person
) -> None:
    """The bot reads the last messages and one message, under the same rule of content."""
    alice.say(channel, "hidden")
    sent = await seen.send("shown")

    assert ["shown", ""] == [message.content async for message in seen.history(limit=5)]
    assert "shown" == (await seen.fetch_message(sent.id)).content


async def test_silence_can_be_told_from_an_answer(client: Any, channel: Channel, alice: Person) -> None:
    """A test can see that the bot stayed silent."""
    question = alice.say(channel, "not for you")

    assert await channel.stays_silent(question, 0.05)


async def test_new_guild_and_channel_are_told(client: Any, playground: Playground) -> None:
    """A client that runs is told of a guild that it joins, and of its channels and threads."""
    joined = playground.world.add_guild("Paris")
    await client.wait_for("guild_join", timeout=3)
    channel = playground.world.add_channel(joined, "new")
    thread = playground.world.add_thread(channel, "side")
    await client.wait_for("thread_create", timeout=3)
    seen = client.get_guild(joined.id)

    assert ([channel.id], [thread.id]) == ([c.id for c in seen.text_channels], [t.id for t in seen.threads])


async def test_reactions_of_people_are_told_and_read(
    client: Any, seen: discord.TextChannel, channel: Channel, alice: Person
) -> None:
    """The bot is told of a person's reaction, and finds it on the message."""
    sent = await seen.send("?")
    alice.react(channel.messages[sent.id], "👍")
    told = await client.wait_for("raw_reaction_add", timeout=3)
    fetched = await seen.fetch_message(sent.id)

    assert (alice.id, "👍") == (told.user_id, str(told.emoji))
    assert [("👍", 1, False)] == [(r.emoji, r.count, r.me) for r in fetched.reactions]


async def test_people_are_held_to_their_permissions(
    playground: Playground, guild: Guild, channel: Channel, alice: Person, bob: Person
) -> None:
    """Nobody writes where they may not, nor changes what others wrote; a moderator deletes."""
    message = alice.say(channel, "mine")
    chief = playground.person("chief", guild, permissions=USUAL | Permission.MANAGE_MESSAGES)
    channel.overrides[bob.id] = Permission.VIEW_CHANNEL
    with pytest.raises(NotOffered):
        bob.say(channel, "no")
    with pytest.raises(NotOffered):
        bob.edit(message, "no")
    with pytest.raises(NotOffered):
        bob.delete(message)
    chief.delete(message)

    assert (True, False) == (message.deleted, alice.sees(message))


async def test_a_person_writes_no_more_than_fits(client: Any, channel: Channel, alice: Person) -> None:
    """Past 2,000 characters Discord's client sends nothing, neither at first nor by an edit."""
    message = alice.say(channel, "a" * 2_000)
    with pytest.raises(NotOffered):
        alice.say(channel, "a" * 2_001)
    with pytest.raises(NotOffered):
        alice.edit(message, "a" * 2_001)

    assert [message] == channel.after(None)


async def test_a_person_takes_their_own_reaction_back(
    client: Any, channel: Channel, alice: Person, bob: Person
) -> None:
    """Only one's own goes, and the bot is told."""
    message = alice.say(channel, "bravo")
    alice.react(message, "🎉")
    bob.react(message, "🎉")
    told = client.wait_for("raw_reaction_remove", timeout=3)
    alice.unreact(message, "🎉")

    assert {"🎉": [bob.user]} == message.reactions
    assert (alice.id, message.id) == ((await told).user_id, message.id)


async def test_a_person_cannot_delete_the_bots_private_messages(
    client: Any, playground: Playground, alice: Person
) -> None:
    """In a direct channel everybody deletes their own messages alone."""
    answer = playground.world.post(alice.direct, playground.world.bot, content="bonjour")
    with pytest.raises(NotOffered):
        alice.delete(answer)

    assert not answer.deleted
