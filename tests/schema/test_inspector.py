"""The inspection itself: it lets pass what is right, and tells what is wrong, and where."""

import json
from typing import Any

import pytest

from bot.playground.http_api import ROUTES
from bot.playground.message_payloads import gateway_message_json
from bot.playground.world import World
from tests.schema.deviations import DEVIATIONS, Deviation
from tests.schema.excerpt import EXCERPT, excerpt, text
from tests.schema.inspector import SchemaFault, SchemaInspector

CREATE = "POST /channels/{channel_id}/messages"
COMMANDS = "GET /applications/{application_id}/commands"
READ = "GET /channels/{channel_id}/messages/{message_id}"
PRESENCE = {"since": None, "activities": [], "status": "online", "afk": False}
LINK = {"type": 1, "components": [{"type": 2, "style": 5, "url": "https://example.org"}]}


@pytest.fixture
def looking() -> SchemaInspector:
    """An inspector of the test's own, whose faults fail nothing."""
    return SchemaInspector()


def test_excerpt_has_every_route_and_nothing_else() -> None:
    """The excerpt is what its command would cut out again; a new route asks for a new one."""
    kept = EXCERPT.read_text(encoding="utf-8")

    assert kept == text(excerpt(json.loads(kept), list(ROUTES)))


@pytest.mark.parametrize("deviation", DEVIATIONS, ids=lambda deviation: ".".join(deviation.place[-3:]))
def test_deviation_is_where_the_document_differs(deviation: Deviation) -> None:
    """A deviation that Discord's own document has made its own must go."""
    part: Any = json.loads(EXCERPT.read_text(encoding="utf-8"))
    for key in deviation.place:
        found = part if isinstance(part, dict) else {item["name"]: item for item in part}
        part = found.get(key)

    assert part != deviation.holds
    assert deviation.reason


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ({"content": 3}, "request body.content: 3 is not of type 'string', 'null'"),
        (
            {"content": "x", "colour": 3},
            "request body: Additional properties are not allowed ('colour' was unexpected)",
        ),
        (
            {"embeds": [{"fields": [{"name": "n"}]}]},
            "request body.embeds[0].fields[0]: 'value' is a required property",
        ),
        ({"components": [LINK, {**LINK, "type": 3}]}, "request body.components[1].type: 3 is not one of [1]"),
        ([], "request body: [] is not of type 'object'"),
    ],
)
def test_wrong_body_is_told_with_its_place(looking: SchemaInspector, body: Any, line: str) -> None:
    """The line names the route, the place in the JSON and what was expected there."""
    looking.request(CREATE, {"channel_id": "1"}, {}, body)

    assert [f"{CREATE}: {line}"] == looking.faults
    with pytest.raises(SchemaFault, match="channel_id"):
        looking.check()


@pytest.mark.parametrize(
    ("path", "query", "line"),
    [
        ({"application_id": "me"}, {}, "path: application_id: 'me' does not match '^(0|[1-9][0-9]*)$'"),
        (
            {"application_id": "1"},
            {"with_localizations": "maybe"},
            "query: with_localizations: 'maybe' is not of type 'boolean'",
        ),
        ({"application_id": "1"}, {"guild": "1"}, "query: guild is not expected"),
    ],
)
def test_wrong_path_or_query_is_told(looking: SchemaInspector, path: Any, query: Any, line: str) -> None:
    """Parameters are held against their types, and unknown ones are faults."""
    looking.request(COMMANDS, path, query, {})

    assert [f"{COMMANDS}: {line}"] == looking.faults


def test_body_where_none_is_expected_is_told(looking: SchemaInspector) -> None:
    """A body of a request that has none is a fault."""
    looking.request(COMMANDS, {"application_id": "1"}, {}, {"more": 1})

    assert [f"{COMMANDS}: request body: none was expected"] == looking.faults


def test_what_is_right_passes(looking: SchemaInspector) -> None:
    """Legal requests, with and without what may be left out, make no fault."""
    looking.request(COMMANDS, {"application_id": "1"}, {"with_localizations": "true"}, {})
    looking.request(CREATE, {"channel_id": "1"}, {}, {"content": "x", "components": [LINK], "nonce": 3})
    looking.response(READ, 404, {"code": 10008, "message": "Unknown Message"})
    looking.response(READ, 503, "whatever")
    looking.received(1, None)
    looking.sent(9, False, None)

    assert [] == looking.faults


@pytest.mark.parametrize(
    ("status", "body", "line"),
    [
        (201, {}, "response 201: is not expected"),
        (404, {"code": "10008", "message": "?"}, "response 404.code: '10008' is not of type 'integer'"),
        (429, {"code": 0, "message": "?"}, "response 429: 'retry_after' is a required property"),
        (200, {}, "response 200: 'type' is a required property"),
    ],
)
def test_wrong_response_is_told(looking: SchemaInspector, status: int, body: Any, line: str) -> None:
    """The playground is held to the same description as the client."""
    looking.response(READ, status, body)

    assert [f"{READ}: {line}"] == looking.faults


def test_answer_where_none_is_expected_is_told(looking: SchemaInspector) -> None:
    """A deleted message is answered without a body."""
    route = "DELETE /channels/{channel_id}/messages/{message_id}"
    looking.response(route, 204, None)
    looking.response(route, 204, {"id": "1"})

    assert [f"{route}: response 204: no body is expected"] == looking.faults


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"id": 3}, "event MESSAGE_CREATE.id: 3 is not of type 'string'"),
        ({"author": {"id": "1"}}, "event MESSAGE_CREATE.author: 'username' is a required property"),
        (
            {"guild": "1"},
            "event MESSAGE_CREATE: Additional properties are not allowed ('guild' was unexpected)",
        ),
        ({"guild_id": None}, "event MESSAGE_CREATE.guild_id: None is not of type 'string'"),
    ],
)
def test_broken_event_is_told(looking: SchemaInspector, change: Any, line: str) -> None:
    """A message that was right is refused as soon as one field is not."""
    world = World()
    channel = world.add_channel(world.add_guild("Lyon"), "general")
    message = world.post(channel, world.application.owner, content="x")
    whole = gateway_message_json(message, world.application, content=True)
    looking.sent(0, whole, "MESSAGE_CREATE")
    assert [] == looking.faults
    looking.sent(0, whole | change, "MESSAGE_CREATE")

    assert [line] == looking.faults


@pytest.mark.parametrize(
    ("told", "line"),
    [
        (lambda looking: looking.sent(0, {}, "TYPING_START"), "event TYPING_START: has no description"),
        (
            lambda looking: looking.sent(10, {}, None),
            "operation 10: 'heartbeat_interval' is a required property",
        ),
        (lambda looking: looking.received(4, {}), "operation 4 of the client: has no description"),
        (
            lambda looking: looking.received(6, {"token": "t", "seq": 1}),
            "operation 6 of the client: 'session_id' is a required property",
        ),
        (
            lambda looking: looking.received(3, PRESENCE | {"status": "away"}),
            "operation 3 of the client.status: 'away' is not one of",
        ),
    ],
)
def test_gateway_payload_without_or_against_its_description_is_told(
    looking: SchemaInspector, told: Any, line: str
) -> None:
    """An event or operation that nobody described is as much a fault as a wrong one."""
    told(looking)

    assert any(fault.startswith(line) for fault in looking.faults), looking.faults
