"""The quality floor: what the shipped facts and the engine reach together on questions kept apart."""

from pathlib import Path

import pytest

from bot.answering.compiled import load_answerer
from bot.answering.facts import Language
from bot.evaluation.questions import read_questions
from bot.evaluation.rates import Figures, measure
from bot.evaluation.report import score_all

TARGET = {"right": 0.95, "refused": 0.95, "wrong": 0.015, "language": 0.995}
"""Where we want to be. Wrong facts are to stay below, the others above."""

FLOOR: dict[Language, dict[str, float]] = {
    "fr": {"right": 0.90, "refused": 0.97, "wrong": 0.028, "language": 0.995},
    "en": {"right": 0.915, "refused": 0.98, "wrong": 0.022, "language": 0.995},
}
"""What has been reached: a change may raise it, and must not fall behind it."""

ROOT = Path(__file__).resolve().parents[2]
QUESTIONS = ROOT / "tests" / "shipped" / "questions"
TEST, ROLES = QUESTIONS / "test.jsonl", QUESTIONS / "roles.jsonl"


@pytest.fixture(scope="module")
def figures() -> dict[Language, Figures]:
    """The figures of the test questions by language, measured once."""
    scores = score_all(load_answerer(ROOT / "facts"), read_questions(TEST))
    return {code: measure([s for s in scores if s.labelled.language == code]) for code in FLOOR}


@pytest.mark.parametrize("language", FLOOR)
@pytest.mark.parametrize("name", TARGET)
def test_quality_stays_above_the_floor(
    figures: dict[Language, Figures], language: Language, name: str
) -> None:
    """No share of right answers, refusals or languages falls, and no share of wrong facts rises."""
    reached, floor = getattr(figures[language], name), FLOOR[language][name]
    print(f"{language} {name}: {reached}, floor {floor:.2%}, target {TARGET[name]:.1%}")  # noqa: T201

    assert reached.share <= floor if name == "wrong" else reached.share >= floor


def test_who_does_what_to_whom() -> None:
    """Questions made of relations, turned in every way that grammar has, half of them traps."""
    figures = measure(score_all(load_answerer(ROOT / "facts"), read_questions(ROLES)))

    assert figures.right.share >= 0.80
    assert figures.refused.share >= 0.93
    assert figures.wrong.share <= 0.04
