"""Question → the facts that could answer it, and what else it could be after.

Claims are ranked by the evidence of the question's words, as learnt from all phrasings; of the best
facts it is then told how much of the question each explains, and how near the closest phrasing comes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.answering.facts import Absence
from bot.answering.index import Index, Profile, plain
from bot.answering.keys import mention_keys, question_keys
from bot.answering.question import Question
from bot.answering.spotting import Mention

SHORTLIST = 8
TOLD_FROM = 0.95
"""The share of the evidence for the likeliest absence from which another may be told in its place."""


@dataclass(frozen=True, slots=True)
class Explained:
    """One mention of the question and how well the fact explains it (0 to 1)."""

    mention: Mention
    weight: float
    degree: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact with what speaks for it.

    `evidence`: how much the question's words speak for it (log-odds, added up). `coverage`: the share
    of the question that it explains, from 0 to 1. `closeness`: how near the letters come to the
    nearest of its phrasings, from 0 to 1.
    """

    profile: Profile
    evidence: float
    explained: tuple[Explained, ...]
    coverage: float
    closeness: float


@dataclass(frozen=True, slots=True)
class Rival:
    """An absence or small talk that the question could be after instead, with its evidence."""

    id: str
    evidence: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """The likeliest facts, best first, the likeliest absence and small talk, and how many keys spoke.

    `told` is the likeliest absence about the names of the question and what it asks of them, whose words a
    refusal may use.
    """

    facts: tuple[Candidate, ...]
    absence: Rival | None
    told: Rival | None
    small_talk: Rival | None
    key_count: int


def rank(question: Question, index: Index) -> Ranking:
    """Ranks all claims; those that share nothing with the question are left out."""
    keys = question_keys(question)
    evidence = index.evidence.of(keys)
    best = sorted(evidence, key=lambda claim_id: (-evidence[claim_id], claim_id))
    shortlist = [claim_id for claim_id in best if claim_id in index.profiles][:SHORTLIST]
    known = [
        (m, index.degrees(mention_keys(m, question.language), shortlist), index.weight(m, question.language))
        for m in question.mentions
    ]
    absences = [claim_id for claim_id in best if claim_id in index.base.absence]
    talk = (claim_id for claim_id in best if claim_id in index.base.small_talk)

    def first(claim_ids: Iterable[str]) -> Rival | None:
        return next((Rival(claim_id, evidence[claim_id]) for claim_id in claim_ids), None)

    return Ranking(
        facts=tuple(
            _candidate(question, index, index.profiles[fact_id], known, evidence[fact_id])
            for fact_id in shortlist
        ),
        absence=first(absences),
        told=first(_tellable(question, index, absences, evidence)),
        small_talk=first(talk),
        key_count=max(1, len(keys)),
    )


def _tellable(
    question: Question, index: Index, absences: list[str], evidence: Mapping[str, float]
) -> list[str]:
    """The absences whose words a refusal may use, those last that say other names than the question."""
    base, language = index.base, question.language
    wholes = (base.entity[entity].part_of for entity in question.entities)
    names = {*question.entities, *filter(None, wholes)}
    attribute = {key for mention in question.attribute for key in mention_keys(mention, language)}
    telling = index.evidence.of(attribute) if attribute else evidence
    tellable = [i for i in absences if i in telling and _concerns(base.absence[i], names)]
    near = [i for i in tellable if evidence[i] >= TOLD_FROM * evidence[tellable[0]]]
    ours = [base.entity[entity].label(language) for entity in question.entities]
    theirs = [entity.label(language) for entity in base.entities]

    def is_of_others(absence_id: str) -> bool:
        says = base.absence[absence_id].says.in_(language)
        return not any(name in says for name in ours) and any(name in says for name in theirs)

    return sorted(near, key=is_of_others) if ours else near


def _concerns(absence: Absence, names: Collection[str]) -> bool:
    """Whether an absence can be told: not if it is about other names than the question."""
    return not (absence.about and names) or not set(absence.about).isdisjoint(names)


def _candidate(
    question: Question,
    index: Index,
    profile: Profile,
    known: list[tuple[Mention, dict[str, float], float]],
    evidence: float,
) -> Candidate:
    explained = []
    for mention, degrees, weight in known:
        degree = degrees[profile.fact.id]
        if degree or not (mention.soft or index.is_vague(mention)):
            explained.append(Explained(mention, weight, degree))
    told = [e for e in explained if not e.mention.is_foreign or e.degree]
    numbers = len(question.figures) + len(question.years)
    total = sum(e.weight for e in told) + numbers * index.unknown_weight
    covered = (
        sum(e.weight * e.degree for e in told) + numbers_shared(question, profile) * index.unknown_weight
    )
    _, closeness, _ = process.extractOne(plain(question), profile.phrasings, scorer=fuzz.ratio)
    return Candidate(
        profile=profile,
        evidence=evidence,
        explained=tuple(explained),
        coverage=covered / total if total else 0.0,
        closeness=closeness / 100,
    )


def numbers_shared(question: Question, profile: Profile) -> int:
    """How many of the question's figures and years the fact bears out."""
    years = sum(year in profile.years for year in question.years)
    figures = sum(
        any(figure.held_against(truth) in {"same", "implied"} for truth in profile.figures)
        for figure in question.figures
    )
    return years + figures
