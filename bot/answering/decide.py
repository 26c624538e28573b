"""Candidates → Verdict: answer, suggest, decline or small talk. Every threshold stands here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.answering.guard import Guard
from bot.answering.judging import Judged, judge
from bot.answering.match import Ranking
from bot.answering.question import Question

Outcome = Literal["answer", "suggest", "decline", "smalltalk"]
Opener = Literal["yes", "no", "si"]
Missing = Literal["absence", "off-subject", "name", "attribute", "kind", "year", "reversed", "pair", "detail"]

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

SUGGESTIONS = 3


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
        sorted((judge(question, c, guard, ranking) for c in ranking.facts), key=lambda j: -j.merit)
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
