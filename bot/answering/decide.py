"""Candidates → Verdict. Every number that decides stands here, fitted on development questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.answering.guard import Findings, Guard
from bot.answering.match import Candidate
from bot.answering.question import Question

Outcome = Literal["answer", "suggest", "decline", "smalltalk"]
Opener = Literal["yes", "no", "si"]
Missing = Literal["off-subject", "name", "attribute", "kind", "year", "reversed", "pair", "detail"]

COVERAGE, RECALL, CLOSENESS = 0.55, 0.35, 0.10
MISFIT = 0.45
OTHER_ENTITY = 0.35
UNKNOWN_NAME = 0.35
REVERSED = 0.5
WRONG_NUMBER = 0.3
UNEXPLAINED = 0.25
CORRECTED = 0.05

ANSWER_FROM = 0.62
SUGGEST_FROM = 0.52
RELATED_FROM = 0.3
SUGGESTIONS = 3


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate with what the guard found and the score that follows, from 0 to 1."""

    candidate: Candidate
    findings: Findings
    score: float
    is_corrected: bool

    @property
    def fact_id(self) -> str:
        return self.candidate.profile.fact.id


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to reply to one question, and why."""

    question: Question
    outcome: Outcome
    judged: tuple[Judged, ...]
    opener: Opener | None = None
    missing: Missing | None = None

    @property
    def best(self) -> Judged | None:
        return self.judged[0] if self.judged else None

    @property
    def score(self) -> float:
        return self.judged[0].score if self.judged else 0.0


def decide(question: Question, candidates: list[Candidate], guard: Guard) -> Verdict:
    """Answers only where the best fact explains the question and nothing contradicts it."""
    judged = sorted(
        (_judge(question, candidate, guard.check(question, candidate)) for candidate in candidates),
        key=lambda j: -j.score,
    )
    best = judged[0] if judged else None
    if best is not None and best.score >= ANSWER_FROM:
        return Verdict(question, "answer", tuple(judged), opener=_opener(question, best))
    if best is not None and best.score >= SUGGEST_FROM:
        return Verdict(question, "suggest", tuple(judged))
    return Verdict(question, "decline", tuple(judged), missing=_missing(question, judged))


def _judge(question: Question, candidate: Candidate, findings: Findings) -> Judged:
    corrected = findings.is_contradicted and _is_correctable(question, candidate, findings)
    score = COVERAGE * candidate.coverage + RECALL * candidate.recall + CLOSENESS * candidate.closeness
    score -= MISFIT * (not findings.kind_fits)
    score -= REVERSED * bool(findings.reversed_roles)
    total = sum(e.weight for e in candidate.explained) or 1.0
    score -= UNEXPLAINED * sum(e.weight for e in findings.unexplained) / total
    if corrected:
        score -= CORRECTED
    else:
        score -= OTHER_ENTITY * len(findings.other_entities) + UNKNOWN_NAME * len(findings.unknown_names)
        score -= WRONG_NUMBER * (len(findings.wrong_figures) + len(findings.wrong_years))
    return Judged(candidate, findings, min(1.0, max(0.0, score)), corrected)


def features(question, candidate, findings, corrected):
    total = sum(e.weight for e in candidate.explained) or 1.0
    un = [e.weight for e in findings.unexplained]
    foreign = [e.weight for e in findings.unexplained if e.mention.is_foreign]
    frame = candidate.profile.fact.frame
    asks = set(frame.asks)
    ask_hit = max((e.degree for e in candidate.explained if asks.intersection(e.mention.concepts)), default=0.0)
    asked = [k for k in question.kinds if k in ("amount","count","date","person","organisation","place","reason","purpose","share","duration")]
    ents = [e for e in question.entities if e in candidate.profile.entities]
    core = set(frame.agent) | set(frame.target)
    bad = 1
    wh = not question.is_yes_no
    return {
        "coverage": candidate.coverage,
        "recall": candidate.recall,
        "closeness": candidate.closeness,
        "misfit": float(not findings.kind_fits),
        "fit": float(findings.kind_fits and bool(asked)),
        "other": bad * min(2, len(findings.other_entities)),
        "names": bad * min(2, len(findings.unknown_names)),
        "numbers": bad * min(2, len(findings.wrong_figures) + len(findings.wrong_years)),
        "reversed": float(bool(findings.reversed_roles)),
        "corrected": float(corrected),
        "unexplained": (sum(un) - sum(foreign)) / total,
        "unexp_max": max([w for w in un], default=0.0),
        "foreign": sum(foreign) / total,
        "foreigns": min(3, len(foreign)),
        "ask_hit": ask_hit,
        "core": len([e for e in ents if e in core]) / (len(core) or 1),
        "has_core": float(any(e in core for e in ents) or not core),
        "opposed": float(bool(findings.opposed and question.is_yes_no)),
        "opposed_wh": float(bool(findings.opposed and wh)),
        "negated_wh": float(question.is_negated and wh and frame.says == "yes"),
        "agreed": min(3, findings.agreed),
        "open": float(bool(findings.open_figures)),
        "yesno": float(question.is_yes_no),
    }


def _is_correctable(question: Question, candidate: Candidate, findings: Findings) -> bool:
    """Whether the question is this fact's beyond doubt, but for one particular that the fact gives."""
    frame = candidate.profile.fact.frame
    names = len(findings.other_entities) + len(findings.unknown_names)
    numbers = len(findings.wrong_figures) + len(findings.wrong_years)
    if names + numbers > 1 or findings.reversed_roles:
        return False
    if findings.wrong_years:
        return bool(candidate.profile.years) and findings.agreed >= 2
    if findings.wrong_figures:
        return bool(candidate.profile.figures) and findings.agreed >= 1
    return findings.agreed >= 2 and bool(question.figures or question.years) or (
        frame.only and question.is_yes_no and findings.agreed >= 1
    )


def _opener(question: Question, judged: Judged) -> Opener | None:
    """Yes or no, where the question asks for it; « si » is French for yes to a negated question."""
    if not question.is_yes_no:
        return None
    findings = judged.findings
    holds = judged.candidate.profile.fact.frame.says == "yes"
    if findings.opposed or judged.is_corrected:
        holds = not holds
    if findings.open_figures:
        return None
    if question.is_negated and holds and question.language == "fr":
        return "si"
    return "yes" if holds else "no"


def _missing(question: Question, judged: list[Judged]) -> Missing:
    """What a refusal should name."""
    if question.names:
        return "name"
    near = judged[0] if judged and judged[0].score >= RELATED_FROM else None
    if not question.entities and near is None:
        return "off-subject"
    if near is None:
        return "attribute" if question.concepts else "detail"
    findings = near.findings
    if findings.reversed_roles:
        return "reversed"
    if findings.wrong_years:
        return "year"
    if any(e.mention.concepts for e in findings.unexplained):
        return "attribute"
    if findings.other_entities and len(question.entities) > 1:
        return "pair"
    if not findings.kind_fits:
        return "kind"
    return "attribute" if question.concepts and question.entities else "detail"
