"""What a base makes of its own questions: the shipped one passes, and what fails is told."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.answering.answerer import Answerer
from bot.answering.compiled import compile_base, load_answerer
from bot.answering.floor import OwnQuestion, Turned, examine
from bot.answering.loading import load_base

ROOT = Path(__file__).resolve().parents[2]

READERS = """
- ask: kalmio price pls
  facts: [kalmio-headquarters, kalmio-price]
- ask: hw much is kalmio
  facts: []
"""

Changed = Callable[[str], Answerer]


@pytest.fixture(scope="module")
def small(small_base: Path) -> Answerer:
    """What answers from the small base, as it is."""
    return compile_base(load_base(small_base))


@pytest.fixture
def changed(small_base: Path) -> Iterator[Changed]:
    """The small base with one more way to ask for an absence, the first of them."""
    absences = small_base / "absences" / "kalmio.yaml"
    whole = absences.read_text(encoding="utf-8")

    def _changed(phrasing: str) -> Answerer:
        added = whole.replace("    en:\n", f"    en:\n      - {phrasing}\n")
        absences.write_text(added, encoding="utf-8")
        return compile_base(load_base(small_base))

    yield _changed
    absences.write_text(whole, encoding="utf-8")


def test_shipped_base_passes() -> None:
    """Its own questions are dealt with rightly, but for the few that the floor allows."""
    shipped = load_answerer(ROOT / "facts")
    examination = examine(shipped, shipped)

    own = 2 * (len(shipped.base.facts) + len(shipped.base.absences))
    assert own + len(shipped.base.questions) == examination.asked
    assert examination.is_passed
    assert () == examination.turned


def test_answered_absence_fails_the_base(small: Answerer, changed: Changed) -> None:
    """What the article is said not to tell must not be answered; the question that is stands in the list."""
    examination = examine(small, changed("The price of Kalmio?"))

    assert (OwnQuestion("en", "The price of Kalmio?"),) == examination.failed
    assert not examination.is_passed


def test_question_of_a_reader_counts(small: Answerer, small_base: Path) -> None:
    """What a reader asked must get one of the facts that its label names, or nothing where it names none."""
    questions = small_base / "questions.yaml"
    questions.write_text(READERS, encoding="utf-8")
    examination = examine(small, compile_base(load_base(small_base)))
    questions.unlink()

    assert (OwnQuestion(None, "hw much is kalmio"),) == examination.failed
    assert () == examination.newly  # the base before answers it too
    assert len(small.base.facts) * 2 + len(small.base.absences) * 2 + 2 == examination.asked


def test_question_that_turns_is_told(small: Answerer, changed: Changed) -> None:
    """A question that one base answers and the other does not is shown with both outcomes."""
    question = "Could you tell me the price of Kalmio, please?"
    examination = examine(small, changed(question))

    assert (Turned(question, ("kalmio-price",), ()),) == examination.turned
    assert examination.is_passed
