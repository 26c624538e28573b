"""What passes through the gateway: the HTTP API's objects, with what Discord's documents add to each event."""

from functools import cache
from typing import Any

from tests.schema.documents import closed, extended, schema_of
from tests.schema.excerpt import Json

INTEGER: Json = {"type": "integer"}
TEXT: Json = {"type": "string"}
FLAG: Json = {"type": "boolean"}
NOTHING: Json = {"type": "null"}
PERMISSIONS: Json = {"type": "string", "pattern": "^[0-9]+$"}
SHARD: Json = {"type": "array", "prefixItems": [INTEGER, INTEGER], "minItems": 2, "items": False}
EMPTY: Json = {"type": "array", "maxItems": 0}


def many(item: Json) -> Json:
    """A list of these."""
    return {"type": "array", "items": item}


def by_id(item: Json) -> Json:
    """These by their identifiers."""
    return {"type": "object", "propertyNames": schema_of("SnowflakeType"), "additionalProperties": item}


@cache
def sent_by_client() -> dict[int, Json]:
    """The data of each operation that a client may send."""
    activity = closed({"name": TEXT, "type": INTEGER}, {"url": {"type": ["string", "null"]}, "state": TEXT})
    status = {"enum": ["online", "dnd", "idle", "invisible", "offline"]}
    since = {"type": ["integer", "null"]}
    presence = closed({"since": since, "activities": many(activity), "status": status, "afk": FLAG})
    properties = closed({"os": TEXT, "browser": TEXT, "device": TEXT})
    large = {"type": "integer", "minimum": 50, "maximum": 250}
    more = {"compress": FLAG, "large_threshold": large, "shard": SHARD, "presence": presence}
    return {
        1: {"type": ["integer", "null"]},
        2: closed({"token": TEXT, "properties": properties, "intents": INTEGER}, more),
        3: presence,
        6: closed({"token": TEXT, "session_id": TEXT, "seq": INTEGER}),
    }


@cache
def sent_to_client() -> dict[int, Json]:
    """The data of each operation that the gateway sends, but for events."""
    return {7: NOTHING, 9: FLAG, 10: closed({"heartbeat_interval": INTEGER}), 11: NOTHING}


@cache
def events() -> dict[str, Json]:
    """The data of each event that the playground may tell a client."""
    snowflake = schema_of("SnowflakeType")
    channel, thread = (
        schema_of("GuildChannelResponse"),
        extended("ThreadResponse", optional={"newly_created": FLAG}),
    )
    guild = {"guild_id": snowflake}
    place = {"channel_id": snowflake}
    message = extended("MessageResponse", optional=guild | {"member": _author()})
    reaction = {
        "user_id": snowflake, "message_id": snowflake, "emoji": schema_of("MessageReactionEmojiResponse"),
        "burst": FLAG, "type": {"enum": [0, 1]},
    } | place  # fmt: skip
    whose = {"message_author_id": snowflake}
    return {
        "READY": _ready(),
        "RESUMED": {"type": "object"},
        "GUILD_CREATE": _guild(),
        "GUILD_ROLE_UPDATE": closed({"role": schema_of("GuildRoleResponse")} | guild),
        "CHANNEL_CREATE": channel,
        "CHANNEL_UPDATE": channel,
        "THREAD_CREATE": thread,
        "MESSAGE_CREATE": message,
        "MESSAGE_UPDATE": message,
        "MESSAGE_DELETE": closed({"id": snowflake} | place, guild),
        "MESSAGE_DELETE_BULK": closed({"ids": many(snowflake)} | place, guild),
        "MESSAGE_REACTION_ADD": closed(
            reaction, guild | whose | {"member": schema_of("GuildMemberResponse"), "burst_colors": many(TEXT)}
        ),
        "MESSAGE_REACTION_REMOVE": closed(reaction, guild),
        "INTERACTION_CREATE": _interaction(),
    }


def _author() -> Json:
    """A membership beside the user that it belongs to."""
    return extended("GuildMemberResponse", without=("user",))


def _ready() -> Json:
    snowflake = schema_of("SnowflakeType")
    unavailable = closed({"id": snowflake, "unavailable": FLAG})
    return closed(
        {
            "v": {"const": 10}, "user": schema_of("UserPIIResponse"), "guilds": many(unavailable),
            "session_id": TEXT, "resume_gateway_url": TEXT,
            "application": closed({"id": snowflake, "flags": INTEGER}),
        },
        {"shard": SHARD},
    )  # fmt: skip


def _guild() -> Json:
    return extended(
        "GuildWithCountsResponse",
        {
            "joined_at": TEXT, "large": FLAG, "member_count": INTEGER,
            "members": many(schema_of("GuildMemberResponse")),
            "channels": many(schema_of("GuildChannelResponse")), "threads": many(schema_of("ThreadResponse")),
            # The playground has none of these.
            "voice_states": EMPTY, "presences": EMPTY, "stage_instances": EMPTY,
            "guild_scheduled_events": EMPTY, "soundboard_sounds": EMPTY,
        },
        {"unavailable": FLAG},
        without=("approximate_member_count", "approximate_presence_count"),
    )  # fmt: skip


def _interaction() -> Json:
    snowflake = schema_of("SnowflakeType")
    member = extended("GuildMemberResponse", {"permissions": PERMISSIONS})
    partial_guild = closed({"id": snowflake, "locale": TEXT, "features": many(TEXT)})
    common = {
        "id": snowflake, "application_id": snowflake, "token": TEXT, "version": {"const": 1},
        "channel": _partial_channel(),
        "channel_id": snowflake, "app_permissions": PERMISSIONS, "locale": TEXT, "entitlements": EMPTY,
        "authorizing_integration_owners": {
            "type": "object", "minProperties": 1, "additionalProperties": False,
            "properties": {"0": snowflake, "1": snowflake},
        },
        "context": {"enum": [0, 1, 2]}, "attachment_size_limit": INTEGER,
    }  # fmt: skip
    in_guild = {"guild_id": snowflake, "guild": partial_guild, "guild_locale": TEXT, "member": member}
    alone = {"user": schema_of("UserResponse")}
    message = {"message": schema_of("MessageResponse")}
    kinds = {
        2: ({"data": _command()}, {}),
        3: ({"data": _component()} | message, {}),
        4: ({"data": _command()}, {}),
        5: ({"data": _form()}, message),
    }
    return {
        "oneOf": [
            closed({"type": {"const": kind}, **common, **needed, **actor}, more)
            for kind, (needed, more) in kinds.items()
            for actor in (in_guild, alone)
        ]
    }


def _partial_channel() -> Json:
    names = (
        "GuildChannelResponse",
        "ThreadResponse",
        "PrivateChannelResponse",
        "PrivateGroupChannelResponse",
    )
    without = ("permission_overwrites",)
    return {"oneOf": [extended(name, {"permissions": PERMISSIONS}, without=without) for name in names]}


def _resolved() -> Json:
    member = extended("GuildMemberResponse", {"permissions": PERMISSIONS}, without=("user", "mute", "deaf"))
    parts: dict[str, Any] = {
        "users": by_id(schema_of("UserResponse")), "members": by_id(member),
        "channels": by_id(_partial_channel()),
        "messages": by_id(schema_of("MessageResponse")),
    }  # fmt: skip
    return closed(None, parts)


def _command() -> Json:
    option = closed(
        {"name": TEXT, "type": INTEGER},
        {"value": {"type": ["string", "integer", "number", "boolean"]}, "options": many({}), "focused": FLAG},
    )
    return closed(
        {"id": schema_of("SnowflakeType"), "name": TEXT, "type": {"enum": [1, 2, 3]}},
        {"resolved": _resolved(), "options": many(option), "target_id": schema_of("SnowflakeType")},
    )


def _component() -> Json:
    kinds = {"enum": [2, 3, 5, 6, 7, 8]}
    return closed({"custom_id": TEXT, "component_type": kinds}, {"values": many(TEXT), "id": INTEGER})


def _form() -> Json:
    common = {"id": INTEGER, "custom_id": TEXT}
    inputs = [
        closed({"type": {"const": 3}, "values": many(TEXT)} | common),
        closed({"type": {"const": 4}, "value": TEXT} | common),
        closed({"type": {"const": 21}, "value": {"type": ["string", "null"]}} | common),
    ]
    row = closed({"type": {"const": 1}, "id": INTEGER, "components": many({"oneOf": inputs})})
    label = closed({"type": {"const": 18}, "id": INTEGER, "component": {"oneOf": inputs}})
    return closed({"custom_id": TEXT, "components": many({"oneOf": [row, label]})})
