"""The figures of the last evaluation, as `depeche evaluate --save` wrote them beside the facts."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ValidationError

from bot.answering.facts import Language

NAME = "measured.json"


class _Share(BaseModel):
    share: float


class _Figures(BaseModel):
    right: _Share
    refused: _Share
    wrong: _Share


class Measured(BaseModel):
    """How honest the answers were found to be: when, on which base, over how many questions."""

    date: datetime
    base: str
    questions: int
    languages: dict[str, _Figures]

    def percent(self, name: str, language: Language) -> str:
        """A share over both languages, as a language writes it."""
        share: float = getattr(self.languages["all"], name).share
        return f"{share:.1%}" if language == "en" else f"{share:.1%}".replace(".", ",").replace("%", " %")


def read_measured(folder: Path) -> Measured | None:
    """The figures beside the facts; None where there are none, or none that can be read."""
    try:
        return Measured.model_validate_json((folder / NAME).read_bytes())
    except (OSError, ValidationError):
        return None
