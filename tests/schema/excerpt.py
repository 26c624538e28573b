"""Cuts Discord's openapi.json down to the routes that the playground knows, and the schemas they reach.

    python -m tests.schema.excerpt openapi.json

writes the excerpt beside this file. Discord publishes the whole under the MIT licence (see LICENSE here) as
`specs/openapi.json` of its repository discord-api-spec.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.playground.http_api import ROUTES

EXCERPT = Path(__file__).with_name("openapi.json")
JSON = "application/json"
# What says nothing about which JSON is right.
SILENT = {"description", "summary", "tags", "operationId", "security", "headers", "format", "x-discord-union"}
Json = dict[str, Any]


def excerpt(document: Json, routes: list[str]) -> Json:
    """The operations of these routes, with everything that they refer to."""
    known = {shape(path): path for path in document["paths"]}
    paths: Json = {}
    for method, path in (route.lower().split(" ", 1) for route in routes):
        place = known[shape(path)]
        item = document["paths"][place]
        kept = paths.setdefault(place, {"parameters": _lean(item.get("parameters", []))})
        kept[method] = _lean(_json_only(item[method]))
    components: Json = {}
    _gather(paths, document, components)
    head = {"openapi": document["openapi"], "info": _lean(document["info"])}
    return {**head, "paths": paths, "components": components}


def shape(path: str) -> str:
    """A path without the names of its parameters, which differ from ours."""
    return re.sub(r"\{\w+\}", "{}", path.lower())


def _json_only(operation: Json) -> Json:
    """An operation without the other ways to send the same body."""
    content = operation.get("requestBody", {}).get("content", {})
    if JSON not in content:
        return operation
    return operation | {"requestBody": operation["requestBody"] | {"content": {JSON: content[JSON]}}}


def _lean(part: Any, named: bool = False) -> Any:
    """A part of the document without prose; what is `named` are properties, which may be called anything."""
    if isinstance(part, list):
        return [_lean(item) for item in part]
    if not isinstance(part, dict):
        return part
    choices = part.get("oneOf", [])
    if choices and all("const" in choice for choice in choices):
        return {"enum": [choice["const"] for choice in choices]}
    return {
        key: _lean(value, named=key == "properties")
        for key, value in part.items()
        if named or key not in SILENT
    }


def _gather(part: Any, document: Json, components: Json) -> None:
    """Add to `components` what a part refers to, and what that refers to in turn."""
    for reference in _references(part):
        _, _, kind, name = reference.split("/")
        kept = components.setdefault(kind, {})
        if name not in kept:
            kept[name] = _lean(document["components"][kind][name])
            _gather(kept[name], document, components)


def _references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"]
        part = list(part.values())
    if isinstance(part, list):
        for item in part:
            yield from _references(item)


def text(document: Json) -> str:
    """The excerpt as it stands in the file: one line a path or schema, so that a change can be read."""
    blocks = [f'"openapi": {json.dumps(document["openapi"])}', f'"info": {json.dumps(document["info"])}']
    blocks.append(_block("paths", document["paths"]))
    kinds = sorted(document["components"].items())
    blocks.append('"components": {\n' + ",\n".join(_block(kind, parts) for kind, parts in kinds) + "\n}")
    return "{\n" + ",\n".join(blocks) + "\n}\n"


def _block(name: str, parts: Json) -> str:
    lines = [f"  {json.dumps(key)}: {json.dumps(parts[key], separators=(',', ':'))}" for key in sorted(parts)]
    return json.dumps(name) + ": {\n" + ",\n".join(lines) + "\n}"


if __name__ == "__main__":
    whole = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    EXCERPT.write_text(text(excerpt(whole, list(ROUTES))), encoding="utf-8")
