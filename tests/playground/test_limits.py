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


def select(*values: str, **details: Any) -> dict[str, Any]:
    """A row with a select of these values."""
    return row(
        {"type": 3, "custom_id": "s", "options": [{"label": "l", "value": v} for v in values], **details}
    )


MESSAGES: list[tuple[dict[str, Any], int, str]] = [
    ({"content": "x" * 2001}, 50035, "Must be 2000 or fewer"),
    ({"content": ""}, 50006, "empty message"),
    ({"content": " \n\t"}, 50006, "empty message"),
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
    ({"components": [select("a", "b", "a")]}, 50035, "already used"),
    ({"components": [select("a", max_values=2)]}, 50035, "Must be between 2 and 25"),
    ({"components": [select("a", max_values=0)]}, 50035, "greater than or equal to 1"),
    ({"components": [select("a", "b", min_values=2)]}, 50035, "less than or equal to 1"),
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


@pytest.mark.parametrize(
    "body", [{"content": ""}, {"content": None}, {"content": " "}, {"content": "", "embeds": []}]
)
async def test_edit_that_leaves_nothing_is_refused(
    client: Any, channel: Channel, body: dict[str, Any]
) -> None:
    """A message cannot be emptied, and stays as it was."""
    sent = await client.get_channel(channel.id).send("x")
    way = {"channel_id": channel.id, "message_id": sent.id}
    route = Route("PATCH", "/channels/{channel_id}/messages/{message_id}", **way)

    assert (400, 50006) == (await refusal(client.http.request(route, json=body)))[:2]
    assert "x" == channel.messages[sent.id].content


async def test_text_goes_where_something_else_is_left(client: Any, channel: Channel) -> None:
    """An embed or a button is enough for a message, at first and after an edit."""
    sent = await client.get_channel(channel.id).send("x", embed=discord.Embed(title="t"))
    await sent.edit(content=None)

    assert ("", 1) == (channel.messages[sent.id].content, len(channel.messages[sent.id].embeds))


@pytest.mark.parametrize("limit", [0, 101])
async def test_history_is_read_by_the_hundred_at_most(
    client: Any, channel: Channel, inspector: SchemaInspector, limit: int
) -> None:
    """discord.py asks for no more at once by itself."""
    asked = client.http.request(
        Route("GET", "/channels/{channel_id}/messages", channel_id=channel.id), params={"limit": limit}
    )

    assert (400, 50035) == (await refusal(asked))[:2]
    inspector.forgive("query: limit")


@pytest.mark.parametrize("emoji", ["notanemoji", ":thumbsup:", "a", "1", "é", "👍x", "name:1234"])
async def test_reaction_that_is_no_emoji_is_refused(
    client: Any, channel: Channel, alice: Person, emoji: str
) -> None:
    """Words, letters, and emoji of a guild that has none."""
    message = alice.say(channel, "?")
    target = client.get_partial_messageable(channel.id).get_partial_message(message.id)

    assert (404, 10014) == (await refusal(target.add_reaction(emoji)))[:2]
    assert {} == message.reactions


@pytest.mark.parametrize("emoji", ["👍", "👍🏽", "❤️", "1️⃣", "👩‍💻", "🇫🇷", "ℹ️", "‼️", "↔️", "💡", "⏳"])
async def test_reaction_that_is_an_emoji_is_put(
    client: Any, channel: Channel, alice: Person, emoji: str
) -> None:
    """Whatever its characters are: with a skin tone, joined, varied, a flag, a keycap."""
    message = alice.say(channel, "?")
    await client.get_partial_messageable(channel.id).get_partial_message(message.id).add_reaction(emoji)

    assert [emoji] == list(message.reactions)


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
