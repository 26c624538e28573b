"""What Discord refuses, with Discord's codes; sent raw, since discord.py refuses some of it by itself."""

from collections.abc import Awaitable, Iterator
from typing import Any

import discord
import pytest
from discord.http import Route

from bot.playground.flags import Permission
from bot.playground.model import Channel
from bot.playground.people import Person
from bot.playground.server import Playground
from tests.schema.inspector import SchemaInspector


@pytest.fixture(autouse=True)
def wrong_on_purpose(inspector: SchemaInspector) -> Iterator[None]:
    """What is sent here is wrong by Discord's descriptions too, as far as they go."""
    yield
    inspector.forgive("request body")


async def refusal(request: Awaitable[Any]) -> tuple[int, int, str]:
    """The status, the code and the text of a refused request."""
    with pytest.raises(discord.HTTPException) as refused:
        await request
    return refused.value.status, refused.value.code, refused.value.text


def button(**details: Any) -> dict[str, Any]:
    """A legal button, changed."""
    return {"type": 2, "style": 1, "label": "A", "custom_id": "a", **details}


def row(*parts: dict[str, Any]) -> dict[str, Any]:
    """A row of components."""
    return {"type": 1, "components": list(parts)}


def ids(start: int, count: int) -> list[dict[str, Any]]:
    """Legal buttons with different identifiers."""
    return [button(custom_id=str(start + number)) for number in range(count)]


MESSAGES: list[tuple[dict[str, Any], int, str]] = [
    ({"content": "x" * 2001}, 50035, "Must be 2000 or fewer"),
    ({"content": ""}, 50006, "empty message"),
    ({"content": "x", "nonce": "n" * 26}, 50035, "Must be 25 or fewer"),
    ({"embeds": [{"description": "x" * 4097}]}, 50035, "Must be 4096 or fewer"),
    ({"embeds": [{"title": "x"}] * 11}, 50035, "Must be 10 or fewer"),
    ({"embeds": [{"description": "x" * 4000}] * 2}, 50035, "Embed size exceeds"),
    ({"components": [row(*ids(0, 6))]}, 50035, "Must be between 1 and 5"),
    ({"components": [row(*ids(5 * n, 5)) for n in range(6)]}, 50035, "Must be 5 or fewer"),
    ({"components": [row(button(), button())]}, 50035, "cannot be duplicated"),
    ({"components": [row(button(custom_id="i" * 101))]}, 50035, "Must be between 1 and 100"),
    ({"components": [row(button(custom_id=""))]}, 50035, "Must be between 1 and 100"),
    ({"components": [row(button(label="l" * 81))]}, 50035, "Must be 80 or fewer"),
    ({"components": [row(button(style=5))]}, 50035, "link button"),
    ({"components": [{"type": 10, "content": "x"}]}, 50035, "Value must be one of"),
    ({"content": "x", "flags": 1 << 15}, 50035, "IS_COMPONENTS_V2"),
    ({"flags": 1 << 15, "components": [{"type": 10, "content": "x"}] * 41}, 50035, "40 components"),
    ({"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}}, 50035, "exclusive"),
    ({"content": "x", "allowed_mentions": {"users": ["1"] * 101}}, 50035, "Must be 100 or fewer"),
    ({"content": "x", "message_reference": {"message_id": "1"}}, 50035, "Unknown message"),
]


@pytest.mark.parametrize(("body", "code", "words"), MESSAGES)
async def test_message_beyond_a_limit_is_refused(
    client: Any, channel: Channel, body: dict[str, Any], code: int, words: str
) -> None:
    """A message that Discord refuses is refused with its code, and is not written."""
    route = Route("POST", "/channels/{channel_id}/messages", channel_id=channel.id)
    status, got, text = await refusal(client.http.request(route, json=body))

    assert (400, code) == (status, got)
    assert words in text
    assert not channel.messages


async def test_message_at_every_limit_is_accepted(client: Any, channel: Channel) -> None:
    """A message that fills every limit is written."""
    rows = [
        row(*(button(custom_id=f"{n}{m}".zfill(100), label="l" * 80) for m in range(5))) for n in range(5)
    ]
    body = {"content": "x" * 2000, "components": rows, "nonce": "n" * 25}
    await client.http.request(
        Route("POST", "/channels/{channel_id}/messages", channel_id=channel.id), json=body
    )

    assert 25 == len(channel.after(None)[0].buttons)


def option(**details: Any) -> dict[str, Any]:
    """A legal option, changed."""
    return {"type": 3, "name": "o", "description": "d", **details}


def command(**details: Any) -> dict[str, Any]:
    """A legal command, changed."""
    return {"name": "c", "description": "d", **details}


LONG = [option(name=f"o{n}", choices=[{"name": "n" * 100, "value": "v" * 100}] * 25) for n in range(2)]
COMMANDS: list[tuple[list[dict[str, Any]], int, str]] = [
    ([command(name="Upper")], 50035, "name is invalid"),
    ([command(name="two words")], 50035, "name is invalid"),
    ([command(name="n" * 33)], 50035, "Must be between 1 and 32"),
    ([command(description="")], 50035, "Must be between 1 and 100"),
    ([command(description="d" * 101)], 50035, "Must be between 1 and 100"),
    ([command(), command()], 50035, "must be unique"),
    ([command(options=[option(name=f"o{n}") for n in range(26)])], 50035, "Must be 25 or fewer"),
    ([command(options=[option(), option(name="p", required=True)])], 50035, "Required options"),
    ([command(options=LONG)], 50035, "maximum size (8000)"),
    ([command(description_localizations={"fr-FR": "d"})], 50035, "Not a locale"),
    ([command(type=3)], 50035, "Must be 0"),
    ([command(name=f"c{n}") for n in range(101)], 30032, "(100)"),
    ([command(name=f"c{n}", type=3, description="") for n in range(16)], 30032, "(15)"),
]


@pytest.mark.parametrize(("commands", "code", "words"), COMMANDS)
async def test_command_beyond_a_limit_is_refused(
    client: Any, playground: Playground, commands: list[dict[str, Any]], code: int, words: str
) -> None:
    """Commands that Discord refuses are refused as a whole."""
    asked = client.http.bulk_upsert_global_commands(client.application_id, commands)
    status, got, text = await refusal(asked)

    assert (400, code) == (status, got)
    assert words in text
    assert not playground.world.commands


async def test_only_the_longest_localisation_counts(client: Any, playground: Playground) -> None:
    """Accents are legal in a name, and translations do not add up."""
    texts = dict.fromkeys(("fr", "en-US", "en-GB"), "d" * 100)
    choices = [{"name": "n" * 100, "value": "v" * 100, "name_localizations": {"fr": "m" * 100}}] * 25
    options = [option(choices=choices, description_localizations=texts)]
    commands = [command(name="démentir", options=options, name_localizations={"en-US": "deny"})]
    await client.http.bulk_upsert_global_commands(client.application_id, commands)

    assert ["démentir"] == [registered["name"] for registered in playground.world.commands]


async def test_modal_beyond_a_limit_is_refused(
    client: Any, playground: Playground, channel: Channel, alice: Person
) -> None:
    """A modal with a long title is refused."""
    await client.http.bulk_upsert_global_commands(client.application_id, [command()])
    alice.slash(channel, "c")
    interaction = await client.wait_for("interaction", timeout=3)
    modal = discord.ui.Modal(title="t" * 46)
    modal.add_item(discord.ui.TextInput(label="l"))

    assert (400, 50035) == (await refusal(interaction.response.send_modal(modal)))[:2]


async def test_update_is_no_answer_to_a_command(client: Any, channel: Channel, alice: Person) -> None:
    """A command cannot be answered by updating a message."""
    await client.http.bulk_upsert_global_commands(client.application_id, [command()])
    interaction = alice.slash(channel, "c")
    url = "/interactions/{interaction_id}/{interaction_token}/callback"
    route = Route("POST", url, interaction_id=interaction.id, interaction_token=interaction.token)

    assert (400, 50035) == (await refusal(client.http.request(route, json={"type": 7})))[:2]


async def test_bot_without_permission_is_refused(
    client: Any, playground: Playground, channel: Channel, alice: Person
) -> None:
    """Writing where the bot may not, or editing what others wrote, is refused with 403."""
    question = alice.say(channel, "?")
    channel.overrides[playground.world.bot.id] = Permission(0)
    place = client.get_partial_messageable(channel.id)

    assert (403, 50001) == (await refusal(place.send("no")))[:2]
    del channel.overrides[playground.world.bot.id]
    assert (403, 50005) == (await refusal(place.get_partial_message(question.id).edit(content="no")))[:2]
