"""What goes wrong: dropped sockets, invalid sessions, rate limits, errors of the server."""

import asyncio
import time
from typing import Any

import discord
import pytest
from discord.http import Route

from bot.playground.errors import UnknownRequest
from bot.playground.model import Channel
from bot.playground.people import Person
from bot.playground.server import Playground
from tests.schema.inspector import SchemaInspector

CREATE = "POST /channels/{channel_id}/messages"


async def test_resume_after_a_dropped_socket_loses_nothing(
    client: Any, playground: Playground, channel: Channel, alice: Person
) -> None:
    """What was said while the line was cut comes with the resume, once and in order."""
    bot = playground.world.bot.mention
    alice.say(channel, f"{bot} 1")
    playground.gateway.drop()
    alice.say(channel, f"{bot} 2")
    await client.wait_for("resumed", timeout=3)
    alice.say(channel, f"{bot} 3")
    await client.wait_for("message", timeout=3)

    assert [f"{bot} {i}" for i in (1, 2, 3)] == [message.content for message in client.heard]
    assert (1, 1) == (len(playground.gateway.identified), playground.gateway.resumed)


async def test_reconnect_is_followed_by_a_resume(client: Any, playground: Playground) -> None:
    """Operation 7 makes the client come back with its session."""
    playground.gateway.reconnect()
    await client.wait_for("resumed", timeout=3)

    assert 1 == len(playground.gateway.identified)


async def test_resumable_invalid_session_is_resumed(client: Any, playground: Playground) -> None:
    """Operation 9 with true keeps the session."""
    playground.gateway.invalidate(resumable=True)
    await client.wait_for("resumed", timeout=3)

    assert 1 == len(playground.gateway.identified)


async def test_invalid_session_is_identified_again(
    client: Any, playground: Playground, channel: Channel, alice: Person
) -> None:
    """Operation 9 with false ends the session; the client starts a new one and hears again."""
    playground.gateway.invalidate()
    await client.wait_for("ready", timeout=3)
    alice.say(channel, f"{playground.world.bot.mention} ?")
    await client.wait_for("message", timeout=3)

    assert 2 == len(playground.gateway.identified)


async def test_close_code_that_may_be_resumed(client: Any, playground: Playground) -> None:
    """An unknown error (4000) is followed by a resume."""
    playground.gateway.close(4000)
    await client.wait_for("resumed", timeout=3)

    assert 1 == playground.gateway.resumed


async def test_half_open_socket_is_left_and_resumed(
    start: Any, new_client: Any, playground: Playground, channel: Channel, alice: Person
) -> None:
    """A socket that answers no heartbeat any more is given up; nothing said meanwhile is lost."""
    playground.gateway.heartbeat_seconds = 0.1
    client = new_client(heartbeat_timeout=0.5)
    await start(client)
    bot = playground.world.bot.mention
    playground.gateway.freeze()
    alice.say(channel, f"{bot} 1")
    await client.wait_for("resumed", timeout=5)
    alice.say(channel, f"{bot} 2")
    await client.wait_for("message", timeout=3)

    assert [f"{bot} 1", f"{bot} 2"] == [message.content for message in client.heard]
    assert 1 == len(playground.gateway.identified)


async def test_heartbeats_are_answered_at_the_interval_of_the_session(
    start: Any, new_client: Any, playground: Playground
) -> None:
    """A client whose heartbeats are answered stays, also where nothing else happens for long."""
    playground.gateway.heartbeat_seconds = 0.05
    client = new_client(heartbeat_timeout=0.5)
    await start(client)
    await playground.world.changes.until(lambda: playground.gateway.heartbeats >= 12, 5)

    assert (0, 1) == (playground.gateway.resumed, len(playground.gateway.connected))


@pytest.mark.parametrize("everywhere", [True, False])
async def test_rate_limit_is_waited_for(
    client: Any, playground: Playground, channel: Channel, everywhere: bool
) -> None:
    """A 429 is retried after the time it names."""
    playground.faults.rate_limit(CREATE, times=2, retry_after=0.05, everywhere=everywhere)
    started = time.monotonic()
    await client.get_channel(channel.id).send("at last")

    assert time.monotonic() - started >= 0.1
    assert [429, 429, 200] == [call.status for call in playground.calls(CREATE)]


async def test_limit_of_everything_holds_up_every_route(
    client: Any, playground: Playground, channel: Channel, alice: Person
) -> None:
    """Planned for no route in particular, a limit meets whatever comes next."""
    playground.faults.rate_limit("*", retry_after=0.05, everywhere=True)
    await client.fetch_user(alice.id)
    await client.get_channel(channel.id).send("free again")

    assert [429, 200, 200] == [call.status for call in playground.requests[-3:]]


async def test_fifty_requests_a_second_are_served(
    client: Any, playground: Playground, channel: Channel, alice: Person
) -> None:
    """One more meets the limit of everything; what an interaction's own token opens does not count."""
    playground.world.clock.stop()
    playground.world.clock.advance(1)
    for _ in range(50):
        await client.http.get_user(alice.id)
    with pytest.raises(discord.NotFound) as missing:
        await client.http.request(Route("POST", "/interactions/1/t/callback"), json={"type": 5})
    asked = asyncio.create_task(client.http.get_user(alice.id))
    await playground.world.changes.until(lambda: playground.requests[-1].status == 429, 3)
    playground.world.clock.advance(1)
    await asked

    assert 10062 == missing.value.code
    assert [200] * 50 + [404, 429, 200] == [call.status for call in playground.requests[-53:]]


async def test_limit_of_requests_can_be_lifted(client: Any, playground: Playground, alice: Person) -> None:
    """For whom wants to know what else is slow."""
    playground.lift_rate_limit()
    for _ in range(120):
        await client.http.get_user(alice.id)

    assert {200} == {call.status for call in playground.requests}


async def test_error_of_the_server_is_retried(client: Any, playground: Playground, channel: Channel) -> None:
    """A 502 is retried; with a nonce, a message whose answer was lost is written once."""
    playground.faults.fail(CREATE, 502, after_the_work=True)
    await client.get_channel(channel.id).send("once", nonce="n")

    assert ["once"] == [message.content for message in channel.after(None)]
    assert [502, 200] == [call.status for call in playground.calls(CREATE)]


async def test_error_that_did_nothing_is_retried(client: Any, playground: Playground, alice: Person) -> None:
    """A 500 does nothing, and is retried too."""
    playground.faults.fail("GET /users/{user_id}", 500)
    user = await client.fetch_user(alice.id)

    assert "alice" == user.name
    assert [500, 200] == [call.status for call in playground.calls("GET /users/{user_id}")]


async def test_slowness_is_only_slow(client: Any, playground: Playground, channel: Channel) -> None:
    """A slow request is answered rightly."""
    playground.faults.slow(CREATE, 0.1)
    started = time.monotonic()
    await client.get_channel(channel.id).send("late")

    assert time.monotonic() - started >= 0.1


async def test_unknown_route_is_loud(client: Any, playground: Playground, channel: Channel) -> None:
    """What the playground does not know is answered 501, noted, and fails the test that checks."""
    with pytest.raises(discord.DiscordServerError) as refused:
        await client.get_channel(channel.id).invites()
    with pytest.raises(UnknownRequest, match="invites"):
        playground.check()
    playground.unknown.clear()

    assert 501 == refused.value.status


async def test_file_is_refused_as_unknown(client: Any, playground: Playground, channel: Channel) -> None:
    """Files are not covered, and say so."""
    with pytest.raises(discord.DiscordServerError):
        await client.get_channel(channel.id).send(file=discord.File(__file__))
    playground.unknown.clear()


@pytest.mark.parametrize(
    "body",
    [{"recipient_id": "nobody"}, {"recipient_id": []}, {"recipient_id": {}}, {}],
    ids=str,
)
async def test_senseless_body_is_loud(
    client: Any, playground: Playground, inspector: SchemaInspector, body: Any
) -> None:
    """A body that makes no sense is no quiet 500, which discord.py would try again for long."""
    with pytest.raises(discord.DiscordServerError):
        await client.http.request(Route("POST", "/users/@me/channels"), json=body)
    with pytest.raises(UnknownRequest):
        playground.check()
    playground.unknown.clear()
    inspector.forgive("request body")


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (b"{", 50109), (b"\xff", 50109), (b"[" * 100_000, 50109),
        (b"[]", 50035), (b'"text"', 50035), (b"null", 50035),
    ],
    ids=lambda part: repr(part)[:10],
)  # fmt: skip
async def test_unreadable_body_is_refused_noted_and_shown_to_the_inspector(
    client: Any, playground: Playground, channel: Channel, inspector: SchemaInspector, sent: bytes, code: int
) -> None:
    """What is no JSON, or no object, is answered as Discord does, and stands in the record."""
    with pytest.raises(discord.HTTPException) as refused:
        await client.http.request(
            Route("POST", "/channels/{channel_id}/messages", channel_id=channel.id), data=sent
        )

    assert (400, code) == (refused.value.status, refused.value.code)
    assert [400] == [call.status for call in playground.calls(CREATE)]
    assert [f"{CREATE}: request body"] == [fault[: len(CREATE) + 14] for fault in inspector.faults]
    inspector.forgive("request body")


async def test_component_that_is_no_object_is_loud(
    client: Any, playground: Playground, channel: Channel, inspector: SchemaInspector
) -> None:
    """Deep in a body too, what cannot be read is refused and noted."""
    route = Route("POST", "/channels/{channel_id}/messages", channel_id=channel.id)
    with pytest.raises(discord.DiscordServerError):
        await client.http.request(route, json={"content": "x", "embeds": [1]})
    playground.unknown.clear()
    inspector.forgive("request body")
