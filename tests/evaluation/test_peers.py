"""What people use today."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.facts import FactBase
from bot.evaluation.peers import Guess, fit_cut_off, phrasings_of, rivals
from bot.evaluation.questions import Labelled, read_questions

NewLabelled = Callable[..., Labelled]


def test_peers_see_every_phrasing_of_facts_and_nothing_else(base: FactBase) -> None:
    """Canonical questions are phrasings; absences are ours alone."""
    phrasings = phrasings_of(base)

    assert ("Who founded Zorvex?", "zorvex-founder") in phrasings
    assert ("kalmio takeover price", "kalmio-price") in phrasings
    assert 4 * 2 * 13 == len(phrasings)
    assert set(base.facts) == {fact for _, fact in phrasings}


def test_all_peers_find_what_is_asked_word_for_word(base: FactBase, file: Path) -> None:
    """Direct questions that are phrasings are answered; one fact cannot answer a message of two."""
    questions = read_questions(file)
    found = rivals(base, questions, questions)

    assert ["rapidfuzz WRatio", "rapidfuzz token_sort_ratio", "TF-IDF + linear SVM"] == [
        r.name for r in found
    ]
    for rival in found:
        assert [True, True, False] == [s.is_right for s in rival.scores[:3]]
        assert rival.scores[2].said[0].outcome in {"answer", "decline"}


def test_without_scikit_learn_two_peers_are_left(
    base: FactBase, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is a tool of development."""
    monkeypatch.setitem(sys.modules, "sklearn", None)
    questions = read_questions(file)

    assert ["rapidfuzz WRatio", "rapidfuzz token_sort_ratio"] == [
        r.name for r in rivals(base, questions, questions)
    ]


@pytest.mark.parametrize(
    ("confidences", "expected"),
    [
        ((90.0, 80.0, 70.0), 80.0),
        ((90.0, 80.0, 85.0), 90.0),
        ((90.0, 80.0, 95.0), float("inf")),
        ((80.0, 80.0, 80.0), float("inf")),
    ],
)
def test_the_cut_off_makes_right_answers_and_refusals_most(
    new_labelled: NewLabelled, confidences: tuple[float, float, float], expected: float
) -> None:
    """As shares: with two answerable questions and one to refuse, an answer is worth half a refusal."""
    labels = [new_labelled(), new_labelled(), new_labelled(expect="decline", facts=[])]
    guesses = [Guess("kalmio-price", confidence) for confidence in confidences]

    assert expected == fit_cut_off(zip(labels, guesses, strict=True))


def test_a_peer_that_is_never_right_had_better_be_silent(new_labelled: NewLabelled) -> None:
    """No cut-off is low enough for it."""
    assert float("inf") == fit_cut_off([(new_labelled(), Guess("zorvex-revenue", 99.0))])
