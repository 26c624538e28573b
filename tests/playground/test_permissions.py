"""Permissions that the bot loses and gets back while it is running."""

from typing import Any

import discord
import pytest

from bot.playground.flags import USUAL, Permission
from bot.playground.model import Channel, Guild
from bot.playground.people import Person
from bot.playground.server import Playground


async def test_permission_is_taken_away_in_a_channel_and_given_back(
    client: Any, playground: Playground, channel: Channel
) -> None:
    """The client learns of both, and Discord refuses what it tries in between."""
    seen = client.get_channel(channel.id)
    playground.world.forbid(channel, Permission.SEND_MESSAGES, Permission.EMBED_LINKS)
    await client.wait_for("guild_channel_update", timeout=3)
    allowed = seen.permissions_for(seen.guild.me)
    with pytest.raises(discord.Forbidden) as refused:
        await seen.send("x")
    playground.world.allow(channel, Permission.SEND_MESSAGES)
    await client.wait_for("guild_channel_update", timeout=3)
    await seen.send("y")

    assert (False, False, True) == (allowed.send_messages, allowed.embed_links, allowed.view_channel)
    assert 50013 == refused.value.code
    assert ["y"] == [message.content for message in channel.after(None)]


async def test_permission_is_taken_away_in_a_whole_guild(
    client: Any, playground: Playground, guild: Guild, channel: Channel
) -> None:
    """A changed role is told, and counts in every channel."""
    playground.world.set_role(guild, playground.world.bot, USUAL & ~Permission.READ_MESSAGE_HISTORY)
    await client.wait_for("guild_role_update", timeout=3)
    seen = client.get_channel(channel.id)

    assert not seen.permissions_for(seen.guild.me).read_message_history
    with pytest.raises(discord.Forbidden) as refused:
        await seen.fetch_message(1)
    assert 50013 == refused.value.code


async def test_history_is_empty_where_it_may_not_be_read(
    client: Any, playground: Playground, channel: Channel, alice: Person
) -> None:
    """Discord gives no messages, and only refuses the one that is named."""
    message = alice.say(channel, "?")
    playground.world.forbid(channel, Permission.READ_MESSAGE_HISTORY)
    seen = client.get_channel(channel.id)
    with pytest.raises(discord.Forbidden) as refused:
        await seen.fetch_message(message.id)

    assert 50013 == refused.value.code
    assert [] == [found async for found in seen.history()]


async def test_channel_that_is_hidden_is_silent(
    client: Any, playground: Playground, channel: Channel, alice: Person
) -> None:
    """The client is told that it sees a channel no longer, and then nothing of what is said there."""
    playground.world.forbid(channel, Permission.VIEW_CHANNEL)
    await client.wait_for("guild_channel_update", timeout=3)
    alice.say(channel, f"{playground.world.bot.mention} hidden")
    with pytest.raises(discord.Forbidden) as refused:
        await client.fetch_channel(channel.id)
    playground.world.allow(channel, Permission.VIEW_CHANNEL)
    alice.say(channel, f"{playground.world.bot.mention} seen")
    await client.wait_for("message", timeout=3)

    assert 50001 == refused.value.code
    assert [f"{playground.world.bot.mention} seen"] == [message.content for message in client.heard]


async def test_what_happens_where_the_bot_is_not_is_not_told(client: Any, playground: Playground) -> None:
    """Roles and channels of other guilds change unseen."""
    elsewhere = playground.world.add_guild("Oslo", with_bot=False)
    told = len(client.events)
    playground.world.set_role(elsewhere, elsewhere.owner, USUAL)
    playground.world.add_channel(elsewhere, "prat")
    playground.world.add_guild("Nice")
    await client.wait_for("guild_join", timeout=3)

    assert ["GUILD_CREATE"] == client.events[told:]


async def test_private_thread_is_for_those_who_are_in_it(
    client: Any, playground: Playground, guild: Guild, channel: Channel, alice: Person, bob: Person
) -> None:
    """Others do not see it unless they manage threads; the client can ask who is in it."""
    thread = playground.world.add_thread(channel, "secret", alice.user, playground.world.bot)
    await client.wait_for("thread_create", timeout=3)
    seen = client.get_channel(thread.id)
    sees = [thread in person.channels for person in (alice, bob)]
    playground.world.set_role(guild, bob.user, USUAL | Permission.MANAGE_THREADS)
    member = await seen.fetch_member(alice.id)
    with pytest.raises(discord.NotFound):
        await seen.fetch_member(bob.id)

    assert ([True, False], True, alice.id) == (sees, thread in bob.channels, member.id)
    assert seen.is_private()
