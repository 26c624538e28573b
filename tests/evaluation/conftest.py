"""A small made-up base with the shipped lexicon, and labelled questions about it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.answering.answerer import Answerer
from bot.answering.facts import FactBase
from bot.answering.loading import load_base
from bot.evaluation.questions import Labelled

NewLabelled = Callable[..., Labelled]

LABELS: list[dict[str, Any]] = [
    {
        "question": "What is the price of Kalmio?",
        "language": "en",
        "kind": "direct",
        "expect": "answer",
        "facts": ["kalmio-price"],
    },
    {
        "question": "Qui est la fondatrice de Zorvex ?",
        "language": "fr",
        "kind": "direct",
        "expect": "answer",
        "facts": ["zorvex-founder"],
    },
    {
        "question": "Who is the founder of Zorvex? And where is Kalmio based?",
        "language": "en",
        "kind": "multi",
        "expect": "answer",
        "facts": ["zorvex-founder", "kalmio-headquarters"],
        "parts": [
            {"expect": "answer", "facts": ["zorvex-founder"]},
            {"expect": "answer", "facts": ["kalmio-headquarters"]},
        ],
    },
    {
        "question": "Combien d'employés compte Kalmio ?",
        "language": "fr",
        "kind": "near-miss",
        "expect": "decline",
    },
    {
        "question": "What is the weather like in Paris?",
        "language": "en",
        "kind": "off-subject",
        "expect": "decline",
    },
    {"question": "Bonjour !", "language": "fr", "kind": "smalltalk", "expect": "smalltalk"},
]


@pytest.fixture(scope="session")
def folder(small_base: Path) -> Path:
    """The folder of the small base."""
    return small_base


@pytest.fixture(scope="session")
def base(folder: Path) -> FactBase:
    """The small base."""
    return load_base(folder)


@pytest.fixture(scope="session")
def answerer(base: FactBase) -> Answerer:
    """What answers from the small base."""
    return Answerer(base)


@pytest.fixture(scope="session")
def labels() -> str:
    """Labelled questions about the small base, as JSON Lines."""
    return "".join(f"{json.dumps(label)}\n" for label in LABELS)


@pytest.fixture
def file(tmp_path: Path, labels: str) -> Path:
    """A file of them."""
    path = tmp_path / "questions.jsonl"
    path.write_text(labels, encoding="utf-8")
    return path


@pytest.fixture
def new_labelled() -> NewLabelled:
    """Makes labels; by default for an English question that the price of Kalmio answers."""

    def _new(**changes: Any) -> Labelled:
        fields = {
            "question": "What is the price of Kalmio?",
            "language": "en",
            "kind": "direct",
            "expect": "answer",
            "facts": ["kalmio-price"],
        }
        return Labelled.model_validate({**fields, **changes})

    return _new
