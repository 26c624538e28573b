"""Question → the facts that could answer it, best first.

Facts are ranked by the evidence of the question's words, as learnt from all phrasings; of the best it
is then told how much of the question each explains, and how near the closest phrasing comes.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.answering.index import Index, Key, Profile, evidence_keys, keys_of, plain
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

    `coverage`: the share of the question that it explains; `closeness`: how near the letters come to its
    nearest phrasing. `evidence` is in log-odds: what the question's words add to this fact over any other.
    """

    profile: Profile
    explained: tuple[Explained, ...]
    coverage: float
    closeness: float
    nearest: str
    evidence: float
    evidence_per_key: float


def rank(question: Question, index: Index) -> list[Candidate]:
    """The likeliest facts, and the likeliest absence and small talk, for a question; none when it shares nothing with any."""
    evidence: dict[str, float] = defaultdict(float)
    keys = set(evidence_keys(question))
    for key in keys:
        for claim_id, odds in index.evidence.get(key, ()):
            evidence[claim_id] += odds
    best = sorted(evidence, key=lambda claim_id: (-evidence[claim_id], claim_id))
    facts = [claim_id for claim_id in best if claim_id in index.base.facts][:SHORTLIST]
    others = [
        next((claim_id for claim_id in best if claim_id in others), None)
        for others in (index.base.absence, index.base.small_talk)
    ]
    weighed = [
        (mention, index.weight(mention, question.language), tuple(keys_of(mention, question.language)))
        for mention in question.mentions
    ]
    return [
        _candidate(question, index, index.profiles[claim_id], weighed, evidence[claim_id], len(keys))
        for claim_id in (*facts, *others) if claim_id
    ]


def _candidate(
    question: Question,
    index: Index,
    profile: Profile,
    weighed: list[tuple[Mention, float, tuple[Key, ...]]],
    evidence: float,
    keys_asked: int,
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
    nearest, closeness, _ = process.extractOne(plain(question), profile.phrasings, scorer=fuzz.ratio)
    return Candidate(
        profile=profile,
        explained=tuple(explained),
        coverage=covered / total if total else 0.0,
        closeness=closeness / 100,
        nearest=nearest,
        evidence=evidence,
        evidence_per_key=evidence / keys_asked,
    )


def _numbers_shared(question: Question, profile: Profile) -> float:
    """How many of the question's figures and years the fact bears out."""
    years = sum(year in profile.years for year in question.years)
    figures = sum(
        any(figure.held_against(truth) in {"same", "implied"} for truth in profile.figures)
        for figure in question.figures
    )
    return float(years + figures)
