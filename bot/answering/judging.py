"""Candidate → Judged: the logistic model that says how likely a fact is the right answer.

Facts and absences compete: evidence from their phrasings ranks them, the guard's findings take away
from it. Every number here is fitted on development questions (`bot.evaluation.fitting`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from bot.answering.guard import Findings, Guard
from bot.answering.match import Candidate, Ranking
from bot.answering.question import Question

# What the guard's findings cost a candidate in the ranking, in the log-odds of its evidence.
MISFIT, OTHER_ENTITY, BARRED, WRONG_NUMBER = 4.0, 6.0, 10.0, 2.0

# What else speaks for it there, in the same unit.
COVERAGE, ASKED, CLOSENESS, LOGIT = 3.0, 4.0, 20.0, 4.0

WEIGHTS = {
    "bias": -0.63,
    "coverage": 0.79,
    "closeness": 0.70,
    "over_absence": 0.77,
    "misfit": 0.29,
    "clean": 1.29,
    "thin": -0.63,
    "other_entities": -0.87,
    "unknown_names": 0.62,
    "wrong_numbers": 0.17,
    "corrected": 0.44,
    "asked": 0.39,
    "core": 0.35,
}
"""The logistic model: what each feature of `features` adds to the log-odds of a right answer."""

CLEAR_FROM, THIN_BELOW = 0.85, 0.3
"""The coverage above which a fact without objections is clear, and below which it is a thin one."""

VERBATIM_FROM, VERBATIM, VERBATIM_SCORE = 0.99, 1_000.0, 0.99
"""The closeness from which a question is one of the fact's own, what that adds, and its probability."""

RELATED_FROM = 0.15
"""The probability from which a fact that shares anything with a refused question counts as related to it."""

RELATED_COVERAGE = 0.3
"""The coverage from which it does so if it also shares a name, figure or year."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate with what the guard found, its features, rank value, and probability of being right."""

    candidate: Candidate
    findings: Findings
    values: dict[str, float]
    merit: float
    score: float
    is_corrected: bool

    @property
    def fact_id(self) -> str:
        """The id of the fact."""
        return self.candidate.profile.fact.id

    @property
    def is_related(self) -> bool:
        """Whether the fact is at least about what the question is about."""
        names_it = self.findings.agreed > 0 and self.candidate.coverage >= RELATED_COVERAGE
        shares_any = self.findings.agreed > 0 or self.values["asked"] > 0
        return names_it or (shares_any and self.score >= RELATED_FROM)


def judge(question: Question, candidate: Candidate, guard: Guard, ranking: Ranking) -> Judged:
    """Holds a candidate against the question and says how likely it is the right answer."""
    findings = guard.check(question, candidate)
    corrected = findings.is_contradicted and _is_correctable(question, candidate, findings)
    values = features(candidate, findings, ranking, corrected)
    merit = (
        candidate.evidence
        + COVERAGE * values["coverage"]
        + ASKED * values["asked"]
        + CLOSENESS * values["closeness"]
        - MISFIT * values["misfit"]
        - OTHER_ENTITY * values["other_entities"]
        - WRONG_NUMBER * values["wrong_numbers"]
    )
    logit = sum(WEIGHTS[name] * value for name, value in values.items())
    is_barred = (
        bool(findings.reversed_roles)
        or findings.lacks_attribute
        or (not findings.kind_fits and findings.kind_matters)
        or (not corrected and findings.is_about_others)
    )
    score = 0.0 if is_barred else 1 / (1 + math.exp(-logit))
    merit += LOGIT * logit - BARRED * is_barred
    if candidate.closeness >= VERBATIM_FROM and not is_barred:
        merit, score = merit + VERBATIM, max(score, VERBATIM_SCORE)
    return Judged(candidate, findings, values, merit, score, corrected)


def features(candidate: Candidate, findings: Findings, ranking: Ranking, corrected: bool) -> dict[str, float]:
    """What the decision rests on, as numbers; the names are those of `WEIGHTS`."""
    frame = candidate.profile.fact.frame
    core = {*frame.agent, *frame.target}
    lead = candidate.evidence - (ranking.absence.evidence if ranking.absence else 0.0)
    asked = (e.degree for e in candidate.explained if {*frame.asks} & {*e.mention.concepts})
    return {
        "bias": 1.0,
        "coverage": candidate.coverage,
        "closeness": candidate.closeness,
        "over_absence": lead / math.sqrt(ranking.key_count),
        "misfit": float(not findings.kind_fits),
        "clean": float(candidate.coverage > CLEAR_FROM and findings.is_clean),
        "thin": float(candidate.coverage < THIN_BELOW),
        "other_entities": float(min(2, len(findings.other_entities))),
        "unknown_names": float(min(2, len(findings.unknown_names))),
        "wrong_numbers": float(min(2, len(findings.wrong_figures) + len(findings.wrong_years))),
        "corrected": float(corrected),
        "asked": max(asked, default=0.0),
        "core": float(not core or not core.isdisjoint(findings.shared)),
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
    if findings.agreed >= 2 and (question.figures or question.years):
        return True
    if frame.only:
        return findings.agreed >= 1
    return findings.agreed >= 2 and question.is_yes_no and not findings.unknown_names
