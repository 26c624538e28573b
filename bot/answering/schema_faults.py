"""What pydantic finds wrong in a file → faults in words, each at its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from bot.answering.facts import LANGUAGES
from bot.answering.yaml_file import Where, YamlFile, quoted
from bot.errors import Fault

_SHAPES = {
    "string_type": "should be a text; write one",
    "model_type": "should hold fields; write them as `name: value`",
    "dict_type": "should hold fields; write them as `name: value`",
    "tuple_type": "should be a list; put `- ` before each item",
}
_WORDS = _SHAPES | {
    "extra_forbidden": "the field {name} is unknown; remove it or correct its name",
    "string_too_short": "is empty; fill it",
    "string_too_long": "is longer than {max_length} characters; shorten it",
    "too_short": "holds fewer than the {min_length} that must be; add some",
    "too_long": "holds more than the {max_length} that may be; remove some",
    "bool_parsing": "is neither true nor false; write one of them",
}
_EITHER = {
    "Twin": "should be a text, or one a language; write it, or `fr: …` and `en: …`",
    "constrained-str": "should be a text or a list of texts; write one of them",
}
_LABELS = {*_EITHER, "tuple[constrained-str, ...]"}
"""Where a value may be read in two ways, pydantic tells of both, and adds one of these to the way to it."""

_ID = "small letters and digits, parted by '-' or '.'"
_PATTERNS = {r"[^\W_]": "a word", "^[0-9a-f]{64}$": "64 hexadecimal digits"}


def schema_faults(error: ValidationError, file: YamlFile) -> Iterator[Fault]:
    """Every fault of a file's shape, in words."""
    errors = [e for e in error.errors(include_url=False) if not _is_aftermath(e)]
    meant = {e["loc"][: _label(e["loc"])] for e in errors if not _misread(e)}
    told: set[Where] = set()
    for e in errors:
        if not _misread(e):
            yield file.fault(e["loc"], _in_words(e), at_key=_is_about_the_key(e))
        elif (value := e["loc"][:-1]) not in meant and value not in told:
            told.add(value)
            yield file.fault(value, _EITHER[str(e["loc"][-1])])


def _is_aftermath(error: Any) -> bool:
    """Whether a list is only too short because pydantic does not count the items that are wrong."""
    return bool(error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"])


def _label(where: Where) -> int | None:
    return next((place for place, step in enumerate(where) if step in _LABELS), None)


def _misread(error: Any) -> bool:
    """Whether a value just does not have the shape of one of its readings."""
    return error["type"] in _SHAPES and _label(error["loc"][-1:]) is not None


def _is_about_the_key(error: Any) -> bool:
    return error["type"] == "extra_forbidden" or error["loc"][-1:] in [("[key]",), (error["input"],)]


def _in_words(error: Any) -> str:
    """A pydantic error as a sentence that says what to do."""
    kind, told, given = error["type"], error.get("ctx", {}), error["input"]
    *_, field, name = ("", "", *(step for step in error["loc"] if step not in _LABELS))
    if kind == "missing":
        if name in LANGUAGES and isinstance(field, str) and field:
            return f"{field!r} lacks its twin in {name!r}; add it"
        return f"the field {name!r} is missing; add it"
    if kind in _SHAPES and given is None:
        return "is empty; fill it"
    if kind == "literal_error":
        return f"{quoted(given)} is not allowed here; use {error['msg'].removeprefix('Input should be ')}"
    if kind == "string_pattern_mismatch":
        return f"{quoted(given)} does not fit; write {_PATTERNS.get(told['pattern'], _ID)}"
    if kind in _WORDS:
        return _WORDS[kind].format(**told, name=quoted(name))
    return f"does not fit ({error['msg']}); correct it"
