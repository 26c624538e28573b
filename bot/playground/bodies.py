"""The body of a request: read as JSON, and refused where it is none or not of the kind that a route takes."""

import json
from http import HTTPStatus
from typing import Any

from aiohttp import web

from bot.playground.errors import ApiError
from bot.playground.form import Form

# The one route that takes a list; every other takes an object.
LISTS = frozenset({"PUT /applications/{application_id}/commands"})


class Unreadable(str):
    """A body that is no JSON, as its text."""

    __slots__ = ()


async def read_body(request: web.Request) -> Any:
    """The JSON of a request, an empty object where there is no body."""
    raw = await request.read()
    try:
        return json.loads(raw) if raw else {}
    except (ValueError, RecursionError):
        return Unreadable(raw.decode(errors="replace"))


def check_body(route: str, body: Any) -> None:
    """Refuse what is no JSON (50109), or neither the object nor the list that it must be (50035)."""
    if isinstance(body, Unreadable):
        raise ApiError(HTTPStatus.BAD_REQUEST, 50109, "The request body contains invalid JSON.")
    form = Form()
    if route in LISTS and not isinstance(body, list):
        form.fault("", "LIST_TYPE_CONVERT", "Expected a list.")
    if route not in LISTS and not isinstance(body, dict):
        form.fault("", "MODEL_TYPE_CONVERT", "Expected an object/dictionary.")
    form.check()
