"""The engine on the shipped base, compiled once a session; nothing here changes it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.answerer import Answerer
from bot.answering.compiled import load_answerer
from bot.answering.facts import Language
from bot.answering.language import Ear, Spoken
from bot.answering.question import Question
from bot.answering.vocabulary import Vocabulary

FACTS = Path(__file__).resolve().parents[3] / "facts"

Read = Callable[[str, Language], Question]


@pytest.fixture(scope="session")
def answerer() -> Answerer:
    """What all doors share."""
    return load_answerer(FACTS)


@pytest.fixture(scope="session")
def vocabulary(answerer: Answerer) -> Vocabulary:
    """The words of the shipped base, as the answerer has compiled them."""
    return answerer._vocabulary


@pytest.fixture(scope="session")
def ear(answerer: Answerer, vocabulary: Vocabulary) -> Ear:
    """What tells languages apart."""
    return Ear(answerer.base, vocabulary)


@pytest.fixture(scope="session")
def read(answerer: Answerer) -> Read:
    """Reads a question of a known language into its frame, with the answerer's own reader."""
    return lambda text, language: answerer._reader.read(text, Spoken(language))
