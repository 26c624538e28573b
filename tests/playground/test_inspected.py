"""Every playground of a test is inspected, in both directions, without being asked."""

from typing import Any

from discord.http import Route

from bot.playground.model import Channel
from bot.playground.people import Person
from bot.playground.server import Playground
from tests.schema.inspector import SchemaInspector


async def test_what_a_client_sends_is_inspected(
    client: Any, channel: Channel, inspector: SchemaInspector
) -> None:
    """A field that Discord does not know is a fault, although the request was answered."""
    route = Route("POST", "/channels/{channel_id}/messages", channel_id=channel.id)
    await client.http.request(route, json={"content": "x", "colour": 1})

    assert 1 == len(inspector.faults)
    inspector.forgive("POST /channels/{channel_id}/messages: request body: Additional properties")


async def test_what_a_client_is_told_is_inspected(
    client: Any, playground: Playground, channel: Channel, alice: Person, inspector: SchemaInspector
) -> None:
    """An embed that cannot be is a fault of the event, and of the response that shows it."""
    text = playground.world.bot.mention
    message = playground.world.post(channel, alice.user, content=text, embeds=[{"title": 3}])
    await client.get_channel(channel.id).fetch_message(message.id)

    assert 2 == len(inspector.faults)
    inspector.forgive("event MESSAGE_CREATE.embeds[0]")
    inspector.forgive("GET /channels/{channel_id}/messages/{message_id}: response 200.embeds[0]")
