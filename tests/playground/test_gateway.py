"""The gateway's own refusals, with raw sockets: discord.py does nothing that would meet them."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import aiohttp
import pytest

from bot.playground.server import Playground
from tests.schema.inspector import SchemaInspector

PRESENCE = {"since": None, "activities": [], "status": "online", "afk": False}
Open = Callable[..., Awaitable[aiohttp.ClientWebSocketResponse]]


@pytest.fixture
async def open_socket(playground: Playground) -> AsyncIterator[Open]:
    """Opens sockets to the gateway."""
    async with aiohttp.ClientSession() as session:

        async def _open(query: str = "v=10&encoding=json") -> aiohttp.ClientWebSocketResponse:
            return await session.ws_connect(f"{playground.gateway_url}?{query}")

        yield _open


def identify(**details: Any) -> dict[str, Any]:
    """An operation 2 that is accepted, changed."""
    properties = {"os": "linux", "browser": "test", "device": "test"}
    return {
        "op": 2,
        "d": {"token": "playground.bot.token", "intents": 1, "properties": properties, **details},
    }


async def close_code(socket: aiohttp.ClientWebSocketResponse) -> int | None:
    """The code that the gateway closes with."""
    async for _ in socket:
        pass
    return socket.close_code


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (["nonsense"], 4002),
        ([json.dumps(identify(more="x" * 4096))], 4002),
        ([json.dumps(identify(more="é" * 2048), ensure_ascii=False)], 4002),
        ([json.dumps({"op": 3, "d": PRESENCE})], 4003),
        ([json.dumps(identify(token="wrong"))], 4004),
        ([json.dumps({"op": 6, "d": {"token": "wrong", "session_id": "", "seq": 0}})], 4004),
        ([json.dumps(identify()), json.dumps(identify())], 4005),
        ([json.dumps(identify())] + [json.dumps({"op": 3, "d": PRESENCE})] * 120, 4008),
        ([json.dumps(identify(shard=[2, 2]))], 4010),
        ([json.dumps(identify(intents=1 << 30))], 4013),
        ([json.dumps(identify(intents=1 << 15))], 4014),
    ],
)
async def test_fault_of_the_client_closes_with_its_code(
    open_socket: Open, sent: list[str], code: int
) -> None:
    """Each fault has its close code."""
    socket = await open_socket()
    for text in sent:
        await socket.send_str(text)

    assert code == await close_code(socket)


async def test_a_minute_later_the_client_may_send_again(open_socket: Open, playground: Playground) -> None:
    """120 payloads are for any one minute, and for one connection."""
    socket, other = await open_socket(), await open_socket()
    for text in [json.dumps(identify())] + [json.dumps({"op": 3, "d": PRESENCE})] * 119:
        await socket.send_str(text)
    await playground.gateway.ready()
    await other.send_str(json.dumps({"op": 1, "d": None}))
    await playground.world.changes.until(lambda: playground.gateway.heartbeats, 3)
    playground.world.clock.advance(60)
    await socket.send_str(json.dumps({"op": 1, "d": None}))
    await playground.world.changes.until(lambda: playground.gateway.heartbeats == 2, 3)

    assert (None, None) == (socket.close_code, other.close_code)


async def test_other_version_is_refused(open_socket: Open) -> None:
    """Only gateway v10 in JSON is spoken."""
    assert 4012 == await close_code(await open_socket("v=9"))


async def test_unknown_operation_is_loud(
    open_socket: Open, playground: Playground, inspector: SchemaInspector
) -> None:
    """An operation that the playground does not know is closed with 4001 and noted."""
    socket = await open_socket()
    await socket.send_str(json.dumps({"op": 8, "d": {}}))

    assert 4001 == await close_code(socket)
    assert [8] == playground.gateway.unknown
    playground.gateway.unknown.clear()
    inspector.forgive("operation 8 of the client: has no description")


async def test_unknown_compression_falls_back_to_text(open_socket: Open) -> None:
    """A client that asks for zstd is sent plain text, which it reads as well."""
    socket = await open_socket("v=10&encoding=json&compress=zstd-stream")
    hello = await socket.receive_json()
    await socket.close()

    assert (10, 41_250) == (hello["op"], hello["d"]["heartbeat_interval"])


async def test_unknown_session_is_not_resumed(open_socket: Open) -> None:
    """A resume of a session that is not there is answered with operation 9."""
    socket = await open_socket()
    await socket.receive_json()
    resume = {"token": "playground.bot.token", "session_id": "gone", "seq": 3}
    await socket.send_str(json.dumps({"op": 6, "d": resume}))
    answer = await socket.receive_json()
    await socket.close()

    assert (9, False) == (answer["op"], answer["d"])


async def test_session_ends_with_a_goodbye_only(open_socket: Open, playground: Playground) -> None:
    """A close with 1000 ends the session; any other keeps it for a resume."""
    for code in (1000, 4000):
        socket = await open_socket()
        await socket.send_str(json.dumps(identify()))
        await playground.gateway.ready()
        await socket.close(code=code)
        await playground.world.changes.until(lambda: not playground.gateway.connected, 3)

    assert 1 == len(playground.gateway.sessions)
