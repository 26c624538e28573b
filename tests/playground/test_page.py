"""The server's side of the page: what its socket is told, without a browser."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import aiohttp
import pytest

from bot.playground.flags import InteractionKind, MessageFlag
from bot.playground.model import Channel, Guild, Message
from bot.playground.page_site import SOCKET_PATH
from bot.playground.page_view import NEWEST
from bot.playground.people import Person
from bot.playground.server import Playground

Visit = Callable[[Person], Awaitable[aiohttp.ClientWebSocketResponse]]


@pytest.fixture
async def visit(playground: Playground) -> AsyncIterator[Visit]:
    """Opens the page's socket as a person."""
    async with aiohttp.ClientSession(playground.page_url) as http:

        async def _visit(person: Person) -> aiohttp.ClientWebSocketResponse:
            async with http.get("/") as response:
                token = re.search(r'name="token" content="([\w-]+)"', await response.text())
            assert token
            asked = {"token": token[1], "person": person.user.name}
            return await http.ws_connect(SOCKET_PATH, params=asked, origin=playground.page_url.rstrip("/"))

        yield _visit


async def status(playground: Playground, path: str, **headers: str) -> int:
    """What a request with these headers is answered."""
    url = f"http://127.0.0.1:{playground.port}{path}"
    async with aiohttp.ClientSession() as http, http.get(url, headers=headers) as response:
        return response.status


def whisper(playground: Playground, person: Person, channel: Channel) -> Message:
    """An answer that the person alone sees."""
    data = {"type": 1, "id": "1", "name": "ask"}
    asked = playground.world.interact(InteractionKind.COMMAND, person.user, channel, data, {})
    bot = playground.world.bot
    return playground.world.post(channel, bot, content="psst", interaction=asked, flags=MessageFlag.EPHEMERAL)


async def test_port_80_need_not_be_named(playground: Playground) -> None:
    """Browsers leave the port out of the address and of the origin where it is HTTP's own."""
    playground.site.open_at(80)
    for host in ("127.0.0.1", "localhost", "127.0.0.1:80"):
        assert 200 == await status(playground, "/", Host=host, Origin=f"http://{host}")
    playground.site.open_at(81)

    assert 403 == await status(playground, "/", Host="127.0.0.1")


@pytest.mark.parametrize("path", ["/", "/gateway", "/api/v10/users/@me", SOCKET_PATH])
@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1"])
async def test_a_page_from_elsewhere_reaches_nothing(playground: Playground, path: str, origin: str) -> None:
    """A browser says where a page is from; a bot says nothing."""
    assert 403 == await status(playground, path, Origin=origin)


async def private_places(socket: aiohttp.ClientWebSocketResponse) -> list[dict[str, Any]]:
    """The channels that belong to no guild, from the first news."""
    news = await socket.receive_json()
    return [channel for place in news["places"] if place["name"] is None for channel in place["channels"]]


async def test_private_channels_have_the_names_of_the_others(
    playground: Playground, alice: Person, bob: Person, visit: Visit
) -> None:
    """A direct channel of two people, a group and the bot's own are named by who else is in them."""
    carol = playground.person("carol")
    playground.world.add_private_channel(alice.user, bob.user)
    playground.world.add_private_channel(carol.user, bob.user, alice.user)
    shown = await private_places(await visit(alice))

    assert ["bob", "carol, bob", "depeche"] == [channel["name"] for channel in shown]
    assert {"direct"} == {channel["kind"] for channel in shown}
    everybody = [[alice.id, bob.id], [carol.id, bob.id, alice.id], [alice.id, playground.world.bot.id]]
    assert everybody == [[int(member) for member in channel["members"]] for channel in shown]


async def test_each_channel_shows_its_newest_whoever_sees_them(
    playground: Playground, guild: Guild, channel: Channel, alice: Person, visit: Visit
) -> None:
    """What a person alone sees counts among the newest of its channel, and takes no place elsewhere."""
    quiet = playground.world.add_channel(guild, "quiet")
    hidden = [whisper(playground, alice, quiet)]
    said = alice.say(channel, "long ago")
    hidden += [whisper(playground, alice, channel) for _ in range(2 * NEWEST)]
    shown = (await (await visit(alice)).receive_json())["messages"]

    assert said.id not in {int(message["id"]) for message in shown}
    expected = [message.id for message in (hidden[0], *hidden[-NEWEST:])]
    assert expected == sorted(int(message["id"]) for message in shown)


async def test_typing_is_told_each_time(
    playground: Playground, channel: Channel, alice: Person, bob: Person, visit: Visit
) -> None:
    """Who typed before the page was opened is not told; who goes on is told again."""
    playground.world.type(channel, bob.user)
    socket = await visit(alice)
    first = await socket.receive_json()
    told = []
    for _ in range(2):
        playground.world.type(channel, bob.user)
        told.append((await socket.receive_json())["typing"])

    assert "typing" not in first
    assert [[{"channel": str(channel.id), "user": str(bob.id)}]] * 2 == told


async def test_what_cannot_be_shown_is_logged_and_ends_the_socket(
    playground: Playground, channel: Channel, alice: Person, visit: Visit, caplog: pytest.LogCaptureFixture
) -> None:
    """A page that can be told nothing more is not left open in silence."""
    socket = await visit(alice)
    await socket.receive_json()
    playground.world.commands.append({})
    alice.say(channel, "?")
    while (await socket.receive()).type is aiohttp.WSMsgType.TEXT:
        pass

    assert 1011 == socket.close_code
    assert "KeyError" in caplog.text


async def test_act_that_fails_inside_is_logged_and_ends_the_socket(
    playground: Playground, channel: Channel, alice: Person, visit: Visit, caplog: pytest.LogCaptureFixture
) -> None:
    """The page does not wait for ever for an answer that nobody will give."""
    socket = await visit(alice)
    asked = {"number": 1, "act": "say", "channel": str(channel.id), "text": 5}
    await socket.send_json(asked)
    while (await socket.receive()).type is aiohttp.WSMsgType.TEXT:
        pass

    assert 1011 == socket.close_code
    assert "AttributeError" in caplog.text
