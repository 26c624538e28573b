"""Scores → figures: shares with their 95 % interval, and which facts are taken for which."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.evaluation.scoring import Score, is_met

_Z = 1.959964
"""The normal quantile of a 95 % interval."""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many of so many."""

    hits: int
    of: int

    @property
    def share(self) -> float:
        """From 0 to 1; 0 of nothing is 0."""
        return self.hits / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval: unlike the textbook one it holds near 0 and 1, where we want to be."""
        if not self.of:
            return 0.0, 1.0
        spread = _Z * math.sqrt(self.share * (1 - self.share) / self.of + _Z**2 / (4 * self.of**2))
        middle, scale = self.share + _Z**2 / (2 * self.of), 1 + _Z**2 / self.of
        return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)

    @property
    def data(self) -> dict[str, float]:
        """For JSON."""
        low, high = (round(bound, 4) for bound in self.interval)
        return {"hits": self.hits, "of": self.of, "share": round(self.share, 4), "low": low, "high": high}

    def __str__(self) -> str:
        if not self.of:
            return "-"
        low, high = self.interval
        return f"{self.share:.1%} ({100 * low:.1f}-{100 * high:.1f})"


@dataclass(frozen=True, slots=True)
class Figures:
    """What a method is worth on a set of questions.

    `right` of the answerable, `refused` of those to be refused, `smalltalk` of the small talk,
    `wrong` facts of all; `language` of all, where the method chooses one.
    """

    questions: int
    right: Rate
    refused: Rate
    smalltalk: Rate
    wrong: Rate
    language: Rate

    @property
    def data(self) -> dict[str, object]:
        """For JSON."""
        names = ("right", "refused", "smalltalk", "wrong", "language")
        return {"questions": self.questions} | {name: getattr(self, name).data for name in names}


def measure(scores: Sequence[Score]) -> Figures:
    """The figures of some scores."""
    expected = {
        expect: rate(s.is_right for s in scores if s.labelled.expect == expect)
        for expect in ("answer", "decline", "smalltalk")
    }
    return Figures(
        questions=len(scores),
        right=expected["answer"],
        refused=expected["decline"],
        smalltalk=expected["smalltalk"],
        wrong=rate(s.is_wrong_fact for s in scores),
        language=rate(s.has_right_language for s in scores if s.reply),
    )


def rate(hits: Iterable[bool]) -> Rate:
    """The share of what is true."""
    listed = list(hits)
    return Rate(sum(listed), len(listed))


def confusions(scores: Iterable[Score]) -> list[tuple[str, str, int]]:
    """(wanted, given, how often), most frequent first; outcomes other than facts stand in brackets."""
    pairs = Counter((_wanted(s), _given(s)) for s in scores if not s.is_right)
    return [(*pair, count) for pair, count in sorted(pairs.items(), key=lambda item: (-item[1], item[0]))]


def _wanted(score: Score) -> str:
    """What the first question that fared badly should have got."""
    parts = score.labelled.expectations
    part = next((part for part in parts if not is_met(part, score.said)), parts[0])
    return part.facts[0] if part.facts and part.expect == "answer" else f"({part.expect})"


def _given(score: Score) -> str:
    if score.wrong:
        first = score.wrong[0]
        return f"{first.opens}: {first.fact}" if first.opens else str(first.fact)
    others = [said.outcome for said in score.said if said.outcome != "answer"]
    return f"({others[0]})" if others else "(nothing)"
