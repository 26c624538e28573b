"""A validator for each thing that passes, built once."""

import re
from collections.abc import Iterator
from functools import cache

from jsonschema import Draft202012Validator

from tests.schema import gateway
from tests.schema.documents import Json, openapi, pointer, validator
from tests.schema.excerpt import JSON, shape

Checks = dict[str, Draft202012Validator]


@cache
def _place(route: str) -> tuple[str, str]:
    """The path and method under which the excerpt has a route."""
    method, path = route.split()
    paths = {shape(path): path for path in openapi()["paths"]}
    return paths[shape(path)], method.lower()


def _operation(route: str) -> Json:
    path, method = _place(route)
    found: Json = openapi()["paths"][path][method]
    return found


@cache
def _parameters(route: str, place: str) -> Checks:
    shared = openapi()["paths"][_place(route)[0]]["parameters"]
    every = [*shared, *_operation(route).get("parameters", [])]
    return {item["name"]: validator(_absolute(item["schema"])) for item in every if item["in"] == place}


def _absolute(schema: Json) -> Json:
    """A schema of a parameter, which may be a reference inside the excerpt."""
    return pointer(*schema["$ref"].split("/")[1:]) if "$ref" in schema else schema


def in_path(route: str, values: list[str]) -> Iterator[tuple[str, Draft202012Validator, str]]:
    """The parts of a path, by Discord's names for them."""
    known = _parameters(route, "path")
    names = re.findall(r"{(\w+)}", _place(route)[0])
    for name, value in zip(names, values, strict=True):
        yield name, known[name], value


def in_query(route: str) -> Checks:
    """What may stand in a query."""
    return _parameters(route, "query")


@cache
def body(route: str) -> Draft202012Validator | None:
    """What a request's body must be; None where there is none."""
    if "requestBody" not in _operation(route):
        return None
    return validator(pointer("paths", *_place(route), "requestBody", "content", JSON, "schema"))


@cache
def answers(route: str) -> dict[str, Draft202012Validator | None]:
    """What a response must be, by its status (or `4XX`); None where it has no body."""
    return {status: _answer(route, status) for status in _operation(route)["responses"]}


def _answer(route: str, status: str) -> Draft202012Validator | None:
    described = _operation(route)["responses"][status]
    if "$ref" in described:
        return validator(pointer(*described["$ref"].split("/")[1:], "content", JSON, "schema"))
    if "content" not in described:
        return None
    return validator(pointer("paths", *_place(route), "responses", status, "content", JSON, "schema"))


@cache
def event(name: str) -> Draft202012Validator | None:
    """What an event's data must be; None for an event without description."""
    return _known(gateway.events().get(name))


@cache
def from_client(op: int) -> Draft202012Validator | None:
    """What a client may send with an operation; None without description."""
    return _known(gateway.sent_by_client().get(op))


@cache
def to_client(op: int) -> Draft202012Validator | None:
    """What the gateway may send with an operation that is no event; None without description."""
    return _known(gateway.sent_to_client().get(op))


def _known(schema: Json | None) -> Draft202012Validator | None:
    return None if schema is None else validator(schema)
