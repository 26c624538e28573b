"""The real fact base and a service on it, read once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.answering.facts import FactBase
from bot.answering.loading import load_base
from bot.answering.reply import Offer, Reply
from bot.service import Service

FACTS = Path(__file__).resolve().parents[3] / "facts"

NewReply = Callable[..., Reply]


@pytest.fixture(scope="session")
def base() -> FactBase:
    """The shipped base."""
    return load_base(FACTS)


@pytest.fixture(scope="session")
def service(base: FactBase) -> Service:
    """A service that is never reloaded, so that all tests may share it."""
    return Service(FACTS)


@pytest.fixture
def new_reply() -> NewReply:
    """Makes replies whose words do not depend on the base."""

    def _new(**changes: Any) -> Reply:
        fields: dict[str, Any] = {
            "question": "How much?",
            "language": "en",
            "outcome": "answer",
            "text": "A lot.",
            "facts": ("much",),
            "score": 0.8765,
            "offers": (Offer("first", "First?"), Offer("second", "Second?")),
            "paragraph": "In the article: paragraph 1.",
            "base": "sha256:00",
            "verdicts": (),
        }
        return Reply(**{**fields, **changes})

    return _new
