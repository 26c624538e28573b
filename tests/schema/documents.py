"""Discord's descriptions as validators: the excerpt of openapi.json with our deviations, and the gateway's."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from tests.schema.deviations import DEVIATIONS
from tests.schema.excerpt import EXCERPT, Json

NAME = "openapi"


@cache
def openapi() -> Json:
    """The excerpt, made strict: what a description does not name is a fault, except where parts are combined."""
    document: Json = json.loads(EXCERPT.read_text(encoding="utf-8"))
    for deviation in DEVIATIONS:
        *way, last = deviation.place
        _at(document, way)[last] = deviation.holds
    schemas = document["components"]["schemas"]
    combined = {part.get("$ref", "").split("/")[-1] for part in _combined(schemas)}
    for name, schema in schemas.items():
        if name not in combined:
            _close(schema)
    return document


def _at(part: Any, way: list[str]) -> Any:
    for key in way:
        # A parameter of a list is found by its name.
        part = part[key] if isinstance(part, dict) else next(item for item in part if item["name"] == key)
    return part


def _combined(part: Any) -> Iterator[Json]:
    """Every part of an `allOf`; each describes but some of the fields."""
    if isinstance(part, dict):
        yield from part.get("allOf", [])
        part = list(part.values())
    if isinstance(part, list):
        for item in part:
            yield from _combined(item)


def _close(part: Any) -> None:
    if isinstance(part, list):
        for item in part:
            _close(item)
    if not isinstance(part, dict):
        return
    if isinstance(part.get("properties"), dict) and "type" in part:
        part.setdefault("additionalProperties", False)
    for key, value in part.items():
        if key != "allOf":
            _close(value)


@cache
def _registry() -> Registry[Any]:
    return Registry().with_resource(NAME, DRAFT202012.create_resource(openapi()))


def validator(schema: Json) -> Draft202012Validator:
    """A validator for a schema that refers to the excerpt as `openapi#/…`."""
    return Draft202012Validator(schema, registry=_registry())


def schema_of(name: str) -> Json:
    """A reference to one of Discord's own schemas."""
    return {"$ref": f"{NAME}#/components/schemas/{name}"}


def pointer(*way: str) -> Json:
    """A reference to any part of the excerpt."""
    return {"$ref": f"{NAME}#/" + "/".join(part.replace("~", "~0").replace("/", "~1") for part in way)}


def extended(
    name: str, required: Json | None = None, optional: Json | None = None, without: tuple[str, ...] = ()
) -> Json:
    """One of Discord's schemas with fields more or less, as the gateway sends it."""
    known = openapi()["components"]["schemas"][name]
    properties = {
        key: pointer("components", "schemas", name, "properties", key) for key in known["properties"]
    }
    needed = [key for key in known.get("required", []) if key not in without]
    properties = {key: part for key, part in properties.items() if key not in without}
    return closed(
        {**{key: properties[key] for key in needed}, **(required or {})},
        {**{key: part for key, part in properties.items() if key not in needed}, **(optional or {})},
    )


def closed(required: Json | None = None, optional: Json | None = None) -> Json:
    """An object with these fields and no other."""
    required, optional = required or {}, optional or {}
    return {
        "type": "object", "properties": {**optional, **required}, "required": list(required),
        "additionalProperties": False,
    }  # fmt: skip
