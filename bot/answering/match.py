"""Question → the facts that could answer it, best first.

A candidate is scored from both sides: how much of the question the fact explains, and how much of
the nearest phrasing of the fact the question holds.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from rapidfuzz import fuzz

from bot.answering.index import Index, Key, Profile, keys_of, number_keys
from bot.answering.question import Mention, Question

SHORTLIST = 8


@dataclass(frozen=True, slots=True)
class Explained:
    """One mention of the question and how well the fact explains it (0 to 1)."""

    mention: Mention
    weight: float
    degree: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact with what speaks for it, each from 0 to 1.

    `coverage`: the share of the question that it explains; `recall`: the share of its nearest phrasing
    that the question holds; `closeness`: the similarity of the letters to that phrasing.
    """

    profile: Profile
    explained: tuple[Explained, ...]
    coverage: float
    recall: float
    closeness: float
    nearest: str


def rank(question: Question, index: Index) -> list[Candidate]:
    """The likeliest facts for a question, best first; none when it shares nothing with any."""
    weighed = [(m, index.weight(m, question.language), tuple(keys_of(m, question.language)))
               for m in question.mentions]  # fmt: skip
    totals: dict[str, float] = defaultdict(float)
    for _, weight, keys in weighed:
        best: dict[str, float] = {}
        for key in keys:
            for fact_id, strength in index.postings.get(key, ()):
                if strength > best.get(fact_id, 0.0):
                    best[fact_id] = strength
        for fact_id, strength in best.items():
            totals[fact_id] += strength * weight
    for profile in index.profiles.values() if question.figures or question.years else ():
        totals[profile.fact.id] += _numbers_shared(question, profile) * index.unknown_weight
    shortlist = sorted(totals, key=lambda fact_id: (-totals[fact_id], fact_id))[:SHORTLIST]
    held = frozenset(key for _, _, keys in weighed for key in keys) | set(number_keys(question))
    candidates = [_candidate(question, index, index.profiles[i], weighed, held) for i in shortlist if totals[i]]
    return sorted(candidates, key=lambda c: -(c.coverage + c.recall + 0.2 * c.closeness))


def _candidate(
    question: Question,
    index: Index,
    profile: Profile,
    weighed: list[tuple[Mention, float, tuple[Key, ...]]],
    held: frozenset[Key],
) -> Candidate:
    explained = []
    for mention, weight, keys in weighed:
        degree = max((profile.strength.get(key, 0.0) for key in keys), default=0.0)
        if degree or not mention.soft:
            explained.append(Explained(mention, weight, degree))
    numbers = len(question.figures) + len(question.years)
    told = [e for e in explained if not e.mention.is_foreign or e.degree]
    total = sum(e.weight for e in told) + numbers * index.unknown_weight
    covered = sum(e.weight * e.degree for e in explained)
    covered += _numbers_shared(question, profile) * index.unknown_weight
    recall, nearest = max(
        (2 * sum(u.weight for u in p.units if not u.keys.isdisjoint(held)) / (p.total + (total or 1.0)), p.text)
        for p in profile.phrasings
    )
    return Candidate(
        profile=profile,
        explained=tuple(explained),
        coverage=covered / total if total else 0.0,
        recall=min(1.0, recall),
        closeness=fuzz.token_sort_ratio(question.text.casefold(), nearest.casefold()) / 100,
        nearest=nearest,
    )


def _numbers_shared(question: Question, profile: Profile) -> float:
    """How many of the question's figures and years the fact bears out."""
    years = sum(year in profile.years for year in question.years)
    figures = sum(
        any(figure.held_against(truth) in {"same", "implied"} for truth in profile.figures)
        for figure in question.figures
    )
    return float(years + figures)
