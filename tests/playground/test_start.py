"""Login, READY, intents, sharding."""

import asyncio
from typing import Any

import discord
import pytest

from bot.playground.flags import Intent
from bot.playground.model import Channel, Guild
from bot.playground.people import Person
from bot.playground.server import Playground


async def test_client_gets_ready_with_its_guilds_and_channels(
    client: Any, guild: Guild, channel: Channel
) -> None:
    """A client is ready and knows its guild, the guild's channel and itself."""
    seen = client.get_guild(guild.id)

    assert seen is not None
    assert ("Lyon", "fr", client.user) == (seen.name, str(seen.preferred_locale), seen.me)
    assert [channel.id] == [c.id for c in seen.text_channels]


async def test_owner_and_team_are_read_from_the_application(
    start: Any, new_client: Any, playground: Playground
) -> None:
    """The application names its owner, or the members of its team."""
    world = playground.world
    carol = world.add_user("carol")
    world.add_team("redaction", world.application.owner, carol)
    client = new_client()
    await start(client)

    team = (await client.application_info()).team

    assert team is not None
    assert {world.application.owner.id, carol.id} == {member.id for member in team.members}


async def test_permissions_are_what_the_world_says(
    client: Any, playground: Playground, channel: Channel
) -> None:
    """The client computes the bot's permissions from roles and overwrites as the playground does."""
    seen = client.get_channel(channel.id)

    assert isinstance(seen, discord.TextChannel)
    assert int(channel.permissions(playground.world.bot)) == seen.permissions_for(seen.guild.me).value


async def test_wrong_token_is_refused(new_client: Any, playground: Playground) -> None:
    """A wrong token fails at login."""
    async with new_client() as client:
        with pytest.raises(discord.LoginFailure):
            await client.login("wrong")


async def test_gateway_closes_on_a_wrong_token(new_client: Any, playground: Playground) -> None:
    """The gateway closes with 4004 where only it sees the wrong token."""
    async with new_client() as client:
        await client.login(playground.token)
        client.http.token = "wrong"
        with pytest.raises(discord.ConnectionClosed) as closed:
            await client.connect()

    assert 4004 == closed.value.code


async def test_privileged_intent_must_be_switched_on(new_client: Any, playground: Playground) -> None:
    """The message content intent closes with 4014 where the portal does not allow it."""
    intents = discord.Intents(guilds=True, message_content=True)
    async with new_client(intents) as client:
        with pytest.raises(discord.PrivilegedIntentsRequired):
            await client.start(playground.token)


async def test_privileged_intent_works_where_switched_on(
    start: Any, new_client: Any, playground: Playground
) -> None:
    """The same intent is accepted once the application has it."""
    playground.world.application.privileged = Intent.MESSAGE_CONTENT
    await start(new_client(discord.Intents(guilds=True, message_content=True)))

    assert Intent.MESSAGE_CONTENT in playground.gateway.connected[0].intents


async def test_invalid_intents_close_with_4013(new_client: Any, playground: Playground) -> None:
    """An intent that does not exist closes with 4013."""
    intents = discord.Intents.none()
    intents.value |= 1 << 30
    async with new_client(intents) as client:
        with pytest.raises(discord.ConnectionClosed) as closed:
            await client.start(playground.token)

    assert 4013 == closed.value.code


@pytest.mark.parametrize("count", [None, 2])
async def test_shards_receive_their_guilds_only(
    start: Any, playground: Playground, guild: Guild, channel: Channel, alice: Person, count: int | None
) -> None:
    """Two shards share the guilds by identifier; each event comes once."""
    playground.suggest_shards(2)
    heard: asyncio.Queue[discord.Message] = asyncio.Queue()

    class Sharded(discord.AutoShardedClient):
        async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
            """Do not wait five seconds between two shards."""

        async def on_message(self, message: discord.Message) -> None:
            heard.put_nowait(message)

    client = Sharded(intents=discord.Intents.default(), shard_count=count, guild_ready_timeout=0.0)
    await start(client, shards=2)

    alice.say(channel, f"{playground.world.bot.mention} salut")
    alice.say(alice.direct, "salut")
    shards = [(await heard.get()).guild for _ in range(2)]

    assert {(guild.id >> 22) % 2} == {seen.shard_id for seen in shards if seen}
    assert heard.empty()
