"""Where Discord, or discord.py with Discord's consent, differs from openapi.json: as narrow as can be, with the reason."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Deviation:
    """What holds in place of the part of the document that `place` leads to."""

    place: tuple[str, ...]
    holds: Any
    reason: str


def _schema(name: str, *way: str) -> tuple[str, ...]:
    return ("components", "schemas", name, *way)


def _field(name: str, field: str) -> tuple[str, ...]:
    return _schema(name, "properties", field)


BOOLEAN_OR_DIGIT = {"enum": [True, False, 0, 1]}
IDENTIFIER = {"anyOf": [{"$ref": "#/components/schemas/SnowflakeType"}, {"type": "integer", "minimum": 0}]}
CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback"
WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}"
AS_DIGIT = "discord.py writes a boolean of a query as 1 or 0, and Discord reads it so"
AS_NUMBER = "discord.py writes some identifiers as numbers, and Discord reads them so"
ONLY_SENT = "discord.py always sends it; Discord ignores it here"

DEVIATIONS = (
    Deviation(
        _schema("InnerErrors", "properties", "_errors", "items"),
        {
            "type": "object",
            "properties": {"code": {"type": "string"}, "message": {"type": "string"}},
            "required": ["code", "message"],
        },
        "The code of a fault in a field is a name such as BASE_TYPE_MAX_LENGTH, not a number",
    ),
    Deviation(
        _field("ApplicationCommandUpdateRequest", "nsfw"),
        {"type": "boolean"},
        "Discord's documents have it, and so has the response",
    ),
    *(
        Deviation(_field("MessageReferenceRequest", name), IDENTIFIER, AS_NUMBER)
        for name in ("guild_id", "channel_id", "message_id")
    ),
    Deviation(_field("RichEmbed", "flags"), {"type": "integer"}, ONLY_SENT),
    Deviation(_field("CreatePrivateChannelRequest", "recipient_id"), IDENTIFIER, AS_NUMBER),
    Deviation((*_field("MessageAllowedMentionsRequest", "users"), "items"), IDENTIFIER, AS_NUMBER),
    *(
        Deviation(_field(name, "tts"), {"type": "boolean"}, ONLY_SENT)
        for name in (
            "MessageEditRequestPartial",
            "IncomingWebhookUpdateRequestPartial",
            "IncomingWebhookUpdateForInteractionCallbackRequestPartial",
        )
    ),
    *(
        Deviation(("paths", path, method, "parameters", name, "schema"), BOOLEAN_OR_DIGIT, AS_DIGIT)
        for path, method, name in (
            (CALLBACK, "post", "with_response"),
            (WEBHOOK, "post", "wait"),
            (WEBHOOK, "post", "with_components"),
            (f"{WEBHOOK}/messages/@original", "patch", "with_components"),
            (f"{WEBHOOK}/messages/{{message_id}}", "patch", "with_components"),
            ("/guilds/{guild_id}", "get", "with_counts"),
        )
    ),
)
