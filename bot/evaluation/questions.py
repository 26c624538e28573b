"""Labelled questions, read from JSON Lines."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.answering.facts import Language
from bot.errors import ConfigurationError

DEVELOPMENT = Path(__file__).parents[2] / "tests" / "shipped" / "questions" / "development.jsonl"
"""The questions that weights, thresholds and the peers' cut-offs may be set on."""

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

    @property
    def fair(self) -> frozenset[str]:
        """The outcomes that are right."""
        return frozenset(filter(None, (self.expect, self.also)))


class Labelled(Expectation):
    """A question with its label; `parts` where the message holds several questions."""

    question: str
    language: Language
    kind: str
    parts: tuple[Expectation, ...] = ()

    @property
    def expectations(self) -> tuple[Expectation, ...]:
        """What each question of the message should get."""
        return self.parts or (self,)


def read_questions(path: Path) -> list[Labelled]:
    """Reads a file of labelled questions; raises `ConfigurationError` naming the line at fault."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path}: cannot be read; name a UTF-8 file of JSON Lines") from error
    # Not splitlines(): JSON strings may hold the line separators that it knows besides the newline.
    lines = text.removesuffix("\n").split("\n") if text else []
    return [_labelled(line, f"{path}:{number}") for number, line in enumerate(lines, 1)]


def _labelled(line: str, place: str) -> Labelled:
    try:
        return Labelled.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "line"
        raise ConfigurationError(f"{place}: {where}: {first['msg']}") from None


def unknown_facts(questions: list[Labelled], known: frozenset[str]) -> list[str]:
    """Ids that labels name and the base does not have: their questions can only be got wrong."""
    named = {fact for labelled in questions for part in (labelled, *labelled.parts) for fact in part.facts}
    return sorted(named - known)
