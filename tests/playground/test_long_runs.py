"""What a playground that runs for days does not keep."""

from typing import Any

import pytest

from bot.playground import http_api, world
from bot.playground.flags import InteractionKind, MessageFlag
from bot.playground.interactions import TOKEN_SECONDS, Interaction
from bot.playground.model import Channel
from bot.playground.people import Person
from bot.playground.server import Playground


def ask(playground: Playground, person: Person, channel: Channel) -> Interaction:
    """A command that nobody answers."""
    data = {"type": 1, "id": "1", "name": "ask"}
    return playground.world.interact(InteractionKind.COMMAND, person.user, channel, data, {})


async def test_the_latest_requests_are_kept(
    client: Any, playground: Playground, monkeypatch: pytest.MonkeyPatch, alice: Person
) -> None:
    """The record of requests has an end."""
    monkeypatch.setattr(http_api, "KEPT_REQUESTS", 3)
    for _ in range(5):
        await client.http.get_user(alice.id)
    await client.application_info()

    routes = [request.route for request in playground.requests]
    assert ["GET /users/{user_id}"] * 2 + ["GET /oauth2/applications/@me"] == routes


async def test_interactions_go_with_their_tokens(
    playground: Playground, channel: Channel, alice: Person
) -> None:
    """After fifteen minutes Discord knows none of them either."""
    old = ask(playground, alice, channel)
    playground.world.clock.advance(TOKEN_SECONDS - 1)
    young = ask(playground, alice, channel)
    assert [old, young] == list(playground.world.interactions.values())
    playground.world.clock.advance(2)
    new = ask(playground, alice, channel)

    assert [young, new] == list(playground.world.interactions.values())


async def test_the_latest_ephemeral_messages_are_kept(
    playground: Playground, channel: Channel, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Discord's own client forgets them sooner."""
    monkeypatch.setattr(world, "KEPT_EPHEMERAL", 2)
    asked = ask(playground, alice, channel)
    bot, hidden = playground.world.bot, MessageFlag.EPHEMERAL
    sent = [playground.world.post(channel, bot, interaction=asked, flags=hidden) for _ in range(3)]

    assert sent[1:] == list(playground.world.ephemeral.values())


async def test_typing_takes_no_more_room_each_time(
    playground: Playground, channel: Channel, alice: Person
) -> None:
    """Who types is kept once."""
    for _ in range(3):
        playground.world.type(channel, alice.user)

    assert {alice.user: 3} == channel.typing
