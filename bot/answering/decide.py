"""Candidates → Verdict. Every number that decides stands here, fitted on development questions.

Facts and absences compete: evidence from their phrasings ranks them, the guard's findings take away
from it, and a logistic model of what remains says how likely the best fact is the right answer.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from bot.answering.guard import Findings, Guard
from bot.answering.match import Candidate, Ranking
from bot.answering.question import Question

Outcome = Literal["answer", "suggest", "decline", "smalltalk"]
Opener = Literal["yes", "no", "si"]
Missing = Literal["absence", "off-subject", "name", "attribute", "kind", "year", "reversed", "pair", "detail"]

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

ANSWER_FROM = 0.70
"""The probability from which the best fact is given."""

NAMELESS_FROM = 0.90
"""The same where the question names nothing (no entity, figure or year) and is half understood."""

STRANGE_FROM = 0.97
"""The same where it also has a word that nobody knows, which may be what it is about."""

STATED_FROM = 0.8
"""The coverage from which a sentence that asks nothing is answered beside others that do."""

PLAIN_FROM, PLAIN_CLOSENESS = 1.1, 0.75
"""The plainness from which an answer is given unasked: the share of the question that its fact explains,
which counts where a name, figure or year agrees or the closeness reaches the second, plus the closeness."""

SUGGEST_FROM = 0.50
"""The probability from which it is put forward as a question instead."""

RIVAL_FROM = 1.2
"""The evidence a key from which the nearest absence or small talk is taken for what was meant."""

CONFIRMED_FROM = 0.6
"""The share of a yes/no question that the fact must explain for the answer to open with yes."""

ABSENCE_SHARE = 0.8
"""The share of the best fact's evidence from which a refusal uses the words of the nearest absence."""

RELATED_FROM = 0.15
"""The probability from which a fact that shares anything with a refused question counts as related to it."""

RELATED_COVERAGE = 0.3
"""The coverage from which it does so if it also shares a name, figure or year."""

SUGGESTIONS = 3


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


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to reply to one question, and why. `judged` are facts, best first; `rival` is what won instead."""

    question: Question
    outcome: Outcome
    judged: tuple[Judged, ...]
    opener: Opener | None = None
    missing: Missing | None = None
    rival: str | None = None

    @property
    def best(self) -> Judged | None:
        """The likeliest fact, given or not."""
        return self.judged[0] if self.judged else None

    @property
    def plainness(self) -> float:
        """How little else than its answer could be meant, from 0 to 2; 0 where it is not answered."""
        if self.outcome != "answer" or not self.judged:
            return 0.0
        best = self.judged[0]
        is_named = best.findings.agreed > 0 or best.candidate.closeness >= PLAIN_CLOSENESS
        return best.candidate.closeness + (best.candidate.coverage if is_named else 0.0)

    @property
    def score(self) -> float:
        """The probability that the likeliest fact is right, from 0 to 1."""
        return self.judged[0].score if self.judged else 0.0


def decide(question: Question, ranking: Ranking, guard: Guard) -> Verdict:
    """Answers only where the best fact explains the question and nothing contradicts it."""
    judged = tuple(
        sorted((_judge(question, c, guard, ranking) for c in ranking.facts), key=lambda j: -j.merit)
    )
    best = judged[0] if judged else None
    absence, talk = (
        rival if rival and rival.evidence / ranking.key_count >= RIVAL_FROM else None
        for rival in (ranking.absence, ranking.small_talk)
    )
    evidence = best.candidate.evidence if best else 0.0
    names_anything = question.entities or question.names or any(m.is_foreign for m in question.mentions)
    if talk and not names_anything and talk.evidence > max(evidence, absence.evidence if absence else 0.0):
        return Verdict(question, "smalltalk", judged, rival=talk.id)
    if best is not None and best.score >= threshold(question, best):
        return Verdict(question, "answer", judged, opener=_opener(question, best))
    if best is not None and _may_suggest(question, best):
        return Verdict(question, "suggest", judged)
    told = ranking.told if absence else None
    if told and question.names:
        says = guard.base.absence[told.id].says
        told = told if any(name in (says.fr + says.en) for name in question.names) else None
    misfits = best is not None and not best.findings.kind_fits and best.findings.kind_matters
    if told and told.evidence > evidence * (1.0 if misfits else ABSENCE_SHARE):
        return Verdict(question, "decline", judged, missing="absence", rival=told.id)
    return Verdict(question, "decline", judged, missing=_missing(question, judged))


def _may_suggest(question: Question, best: Judged) -> bool:
    return best.score >= SUGGEST_FROM and best.is_related and not _is_elsewhere(question, best)


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


def _judge(question: Question, candidate: Candidate, guard: Guard, ranking: Ranking) -> Judged:
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


def threshold(question: Question, best: Judged) -> float:
    """The probability from which the best fact is given for this question."""
    if _is_elsewhere(question, best):
        return STRANGE_FROM
    return NAMELESS_FROM if _is_vague(question, best) else ANSWER_FROM


def _is_vague(question: Question, best: Judged) -> bool:
    """Whether a question names nothing and is half understood."""
    names_something = question.entities or question.figures or question.years
    return not names_something and best.candidate.coverage < CONFIRMED_FROM


def _is_elsewhere(question: Question, best: Judged) -> bool:
    """Whether a vague question may be after something else: it has a word that nobody knows."""
    return _is_vague(question, best) and any(mention.is_strange for mention in question.mentions)


def _opener(question: Question, judged: Judged) -> Opener | None:
    """Yes or no, where the fact settles the question; « si » is French for yes to a negated one.

    A word that the fact does not explain may turn the question round: then the answer stands alone.
    """
    findings = judged.findings
    # « n'est pas gratuit » is one denial, though it is both a negation and the opposite of free.
    is_one_denial = findings.opposed_by_negation and question.negation is not None
    turned = judged.is_corrected or (bool(findings.opposed) and not is_one_denial)
    if not question.is_yes_no or findings.open_figures or question.is_choice:
        return None
    if not (turned or is_one_denial) and (findings.unexplained or judged.candidate.coverage < CONFIRMED_FROM):
        return None
    if not judged.is_corrected and findings.is_contradicted:
        return None
    fact = judged.candidate.profile.fact
    if not turned and (fact.frame.says == "open" or judged.findings.untold):
        return None
    holds = fact.frame.says == "yes" if not turned else fact.frame.says == "no"
    if question.negation == "stated":
        if findings.opposed and not is_one_denial:
            return None  # denied twice, which French and English answer each in their way
        holds = not holds
    elif question.negation == "asked" and holds and question.language == "fr":
        return "si"
    return "yes" if holds else "no"


def _missing(question: Question, judged: tuple[Judged, ...]) -> Missing:
    """What a refusal should name."""
    if question.names:
        return "name"
    near = next((j for j in judged[:1] if j.is_related), None)
    if not question.entities and near is None:
        return "off-subject"
    if near is None:
        return "attribute" if question.concepts else "detail"
    findings = near.findings
    if findings.lacks_attribute:
        return "attribute"
    if findings.reversed_roles:
        return "reversed"
    if findings.wrong_years:
        return "year"
    if not findings.kind_fits and findings.kind_matters:
        return "kind"
    if any(e.mention.concepts for e in findings.unexplained):
        return "attribute"
    if findings.other_entities and len(question.entities) > 1:
        return "pair"
    if not findings.kind_fits:
        return "kind"
    return "attribute" if question.concepts and question.entities else "detail"
