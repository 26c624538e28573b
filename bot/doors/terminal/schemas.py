"""The JSON Schemas of the fact base's files, by which editors check and complete them."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

from bot.answering.facts import Absence, Article, Concept, Entity, ReaderQuestion, Topic

_SHAPES: dict[str, Any] = {
    "topic": Topic,
    "entities": tuple[Entity, ...],
    "concepts": tuple[Concept, ...],
    "article": Article,
    "absences": tuple[Absence, ...],
    "questions": tuple[ReaderQuestion, ...],
}


def schema_of(shape: str) -> str:
    """The JSON Schema of one kind of file, indented."""
    schema = TypeAdapter(_SHAPES[shape]).json_schema()
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return json.dumps({"$schema": dialect, **schema}, ensure_ascii=False, indent=2)
