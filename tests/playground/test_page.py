"""The server's side of the page: what its socket is told, without a browser."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import aiohttp
import pytest

from bot.playground.model import Channel
from bot.playground.page_site import SOCKET_PATH
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
    assert "KeyError: 'id'" in caplog.text


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
