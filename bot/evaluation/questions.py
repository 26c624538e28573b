"""Labelled questions, read from JSON Lines."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.answering.facts import Language
from bot.errors import ConfigurationError

Expected = Literal["answer", "decline", "smalltalk"]


class Expectation(BaseModel):
    """What one question should get.

    `facts`: ids of all facts whose answer is right. `also`: an outcome that is right as well, where two
    readings are fair. `opens`: the yes or no that the answer should open with.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    expect: Expected
    also: Expected | None = None
    facts: tuple[str, ...] = ()
    opens: Literal["yes", "no"] | None = None


class Labelled(Expectation):
    """A question with its label; `parts` where the message holds several questions."""

    question: str
    language: Language
    kind: str
    parts: tuple[Expectation, ...] = ()


def read_questions(path: Path) -> list[Labelled]:
    """Reads a file of labelled questions; raises `ConfigurationError` naming the line at fault."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path}: cannot be read; name a UTF-8 file of JSON Lines") from error
    labelled = []
    for number, line in enumerate(lines, 1):
        try:
            labelled.append(Labelled.model_validate_json(line))
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"])) or "line"
            raise ConfigurationError(f"{path}:{number}: {where}: {first['msg']}") from None
    return labelled
