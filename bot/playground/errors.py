"""What the playground tells a test, and what Discord tells a client.

PlaygroundError          for tests
├── DidNotRespond        the person saw "The application did not respond"
├── NotOffered           Discord's own client would not have let the person do this
└── UnknownRequest       the client used something that the playground does not know
ApiError                 for the client: one JSON error of Discord
"""

from http import HTTPStatus
from typing import Any

Json = dict[str, Any]


class PlaygroundError(Exception):
    """Anything that the playground tells a test."""


class DidNotRespond(PlaygroundError):
    """The bot gave no answer within Discord's time."""


class NotOffered(PlaygroundError):
    """A person cannot do this: no such command, button or option, or they lack the permission."""


class UnknownRequest(PlaygroundError):
    """The client asked for a route or a gateway operation that the playground does not know."""


class ApiError(Exception):
    """One of Discord's JSON errors, with its HTTP status and its own code."""

    def __init__(self, status: int, code: int, message: str, errors: Json | None = None) -> None:
        super().__init__(f"{status} {code} {message}")
        self.status = status
        self.body: Json = {"message": message, "code": code}
        if errors:
            self.body["errors"] = errors


def unknown(what: str) -> ApiError:
    """The 404 for a thing that does not exist, in Discord's words and with its code."""
    codes = {
        "Channel": 10003, "Guild": 10004, "Member": 10007, "Message": 10008, "User": 10013,
        "Emoji": 10014, "Webhook": 10015, "interaction": 10062,
    }  # fmt: skip
    return ApiError(HTTPStatus.NOT_FOUND, codes[what], f"Unknown {what}")


def unauthorized() -> ApiError:
    """The 401 for a wrong token."""
    return ApiError(HTTPStatus.UNAUTHORIZED, 0, "401: Unauthorized")


def missing_access() -> ApiError:
    """The 403 for a channel that the bot does not see."""
    return ApiError(HTTPStatus.FORBIDDEN, 50001, "Missing Access")


def missing_permissions() -> ApiError:
    """The 403 for an act that the bot may not do."""
    return ApiError(HTTPStatus.FORBIDDEN, 50013, "Missing Permissions")


def too_many_followups() -> ApiError:
    """The 400 for a sixth follow-up where the bot is not."""
    message = "This interaction has reached the maximum number of follow-up messages."
    return ApiError(HTTPStatus.BAD_REQUEST, 40094, message)


def already_acknowledged() -> ApiError:
    """The 400 for a second first response to one interaction."""
    return ApiError(HTTPStatus.BAD_REQUEST, 40060, "Interaction has already been acknowledged.")
