"""What people use today instead, on the same phrasings: rapidfuzz's nearest, and TF-IDF with a linear SVM.

A peer sees the phrasings of all facts in both languages, and gives one fact, or none below its cut-off.
It is not asked for yes or no, nor for the language: both are taken as right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from importlib.util import find_spec
from itertools import groupby
from typing import Any

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from bot.answering.facts import LANGUAGES, FactBase
from bot.evaluation.questions import Labelled
from bot.evaluation.scoring import Said, Score, score_said

MISSING = "scikit-learn is not installed, so the TF-IDF peer is left out; `pip install scikit-learn` adds it"


@dataclass(frozen=True, slots=True)
class Guess:
    """A peer's best fact for one message, and how sure it is, on a scale of its own."""

    fact: str
    confidence: float


Guesser = Callable[[Sequence[str]], list[Guess]]


@dataclass(frozen=True, slots=True)
class Rival:
    """A peer with the cut-off that suits it best on the development questions, and how it fared."""

    name: str
    cut_off: float
    scores: list[Score]


def has_scikit_learn() -> bool:
    """Whether the third peer can run; it is a tool of development, which bots do without."""
    return find_spec("sklearn") is not None


def rivals(base: FactBase, development: Sequence[Labelled], questions: Sequence[Labelled]) -> list[Rival]:
    """All peers, each fitted on the development questions and scored on the others."""
    makers = {
        "rapidfuzz WRatio": _nearest(fuzz.WRatio),
        "rapidfuzz token_sort_ratio": _nearest(fuzz.token_sort_ratio),
    }
    if has_scikit_learn() and len(base.facts) > 2:  # with two, an SVM gives one margin for both
        makers["TF-IDF + linear SVM"] = _linear_svm
    asked = list(dict.fromkeys(labelled.question for labelled in (*development, *questions)))
    found = []
    for name, make in makers.items():
        guesses = dict(zip(asked, make(phrasings_of(base))(asked), strict=True))
        cut_off = fit_cut_off((labelled, guesses[labelled.question]) for labelled in development)
        scores = [_score(labelled, guesses[labelled.question], cut_off) for labelled in questions]
        found.append(Rival(name, cut_off, scores))
    return found


def phrasings_of(base: FactBase) -> list[tuple[str, str]]:
    """(phrasing, fact id) of every fact, canonical questions included."""
    return [
        (phrasing, fact.id)
        for fact in base.facts.values() for language in LANGUAGES for phrasing in fact.phrasings_in(language)
    ]  # fmt: skip


def extract_one(question: str, phrasings: Sequence[str]) -> None:
    """The line that most such bots rest on; here to be timed."""
    process.extractOne(question, phrasings, scorer=fuzz.WRatio)


def fit_cut_off(guessed: Iterable[tuple[Labelled, Guess]]) -> float:
    """The confidence from which to answer, so that right answers + refusals, as shares, are most."""
    pairs = [(labelled, guess) for labelled, guess in guessed if labelled.expect != "smalltalk"]
    counts = Counter(labelled.expect for labelled, _ in pairs)
    gains = [
        (guess.confidence, (_is_right(labelled, guess) - _is_right(labelled, None)) / counts[labelled.expect])
        for labelled, guess in pairs
    ]
    best, total, cut_off = 0.0, 0.0, float("inf")
    for confidence, group in groupby(sorted(gains, reverse=True), key=lambda gain: gain[0]):
        total += sum(gain for _, gain in group)
        if total > best:
            best, cut_off = total, confidence
    return cut_off


def _is_right(labelled: Labelled, guess: Guess | None) -> bool:
    return score_said(labelled, (Said("answer", guess.fact) if guess else Said("decline"),)).is_right


def _score(labelled: Labelled, guess: Guess, cut_off: float) -> Score:
    said = Said("answer", guess.fact) if guess.confidence >= cut_off else Said("decline")
    return score_said(labelled, (said,))


def _nearest(scorer: Callable[..., float]) -> Callable[[list[tuple[str, str]]], Guesser]:
    """The fact of the nearest phrasing, by a scorer of rapidfuzz."""

    def make(phrasings: list[tuple[str, str]]) -> Guesser:
        # `processor=default_process` would process every phrasing again for every question.
        processed = [default_process(text) for text, _ in phrasings]

        def guess(questions: Sequence[str]) -> list[Guess]:
            found = (process.extractOne(default_process(q), processed, scorer=scorer) for q in questions)
            return [Guess(phrasings[place][1], score) for _, score, place in found]

        return guess

    return make


def _linear_svm(phrasings: list[tuple[str, str]]) -> Guesser:
    """Words 1-2 and characters 2-5, weighed by rarity; sure by the margin of the best fact over the next."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import make_pipeline, make_union
    from sklearn.svm import LinearSVC

    shared: dict[str, Any] = {"strip_accents": "unicode", "sublinear_tf": True}
    words = TfidfVectorizer(ngram_range=(1, 2), **shared)
    characters = TfidfVectorizer(analyzer="char", ngram_range=(2, 5), **shared)
    model = make_pipeline(make_union(words, characters), LinearSVC(random_state=0))
    model.fit(*zip(*phrasings, strict=True))

    def guess(questions: Sequence[str]) -> list[Guess]:
        decisions = model.decision_function(list(questions))
        best = (nlargest(2, zip(row, model.classes_, strict=True)) for row in decisions.tolist())
        return [Guess(str(fact), margin - next_margin) for (margin, fact), (next_margin, _) in best]

    return guess
