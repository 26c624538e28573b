"""Replies held against labels: right, refused rightly, wrong fact, language."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answering.decide import Verdict
from bot.answering.reply import Reply
from bot.evaluation.questions import Expectation, Labelled


@dataclass(frozen=True, slots=True)
class Score:
    """How one question fared.

    `is_right`: answered with a right fact (and the right yes or no), declined, or small talk, as expected.
    `is_wrong_fact`: a fact was given that does not answer, or with the wrong yes or no.
    """

    labelled: Labelled
    reply: Reply
    is_right: bool
    is_wrong_fact: bool

    @property
    def has_right_language(self) -> bool:
        return self.reply.language == self.labelled.language


def score(labelled: Labelled, reply: Reply) -> Score:
    """Scores a reply; a message of several questions is right when each of them is."""
    if not labelled.parts:
        right, wrong = _one(labelled, reply.verdicts)
        return Score(labelled, reply, right, wrong)
    given = {v.best.fact_id for v in reply.verdicts if v.outcome == "answer" and v.best}
    accepted = {fact for part in labelled.parts for fact in part.facts}
    found = all(
        part.expect != "answer" or part.also or not given.isdisjoint(part.facts) for part in labelled.parts
    )
    return Score(labelled, reply, found and given <= accepted, not given <= accepted)


def _one(expected: Expectation, verdicts: tuple[Verdict, ...]) -> tuple[bool, bool]:
    """(right, wrong fact) for a single question; a further verdict must not answer wrongly."""
    answered = [v for v in verdicts if v.outcome == "answer" and v.best]
    if not answered:
        outcome = "smalltalk" if all(v.outcome == "smalltalk" for v in verdicts) else "decline"
        refused = outcome == "decline" or expected.expect == "smalltalk"
        return (outcome == expected.expect or (refused and "decline" in (expected.expect, expected.also))), False
    if "answer" not in (expected.expect, expected.also):
        return False, True
    facts_right = all(v.best and v.best.fact_id in expected.facts for v in answered)
    opens = {"si": "yes"}.get(answered[0].opener or "", answered[0].opener)
    opener_wrong = expected.opens is not None and opens is not None and opens != expected.opens
    return facts_right and not opener_wrong, not facts_right or opener_wrong
