"""Replies held against labels: right, wrong fact, language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.answering.decide import Verdict
from bot.answering.reply import Reply
from bot.evaluation.questions import Expectation, Expected, Labelled


@dataclass(frozen=True, slots=True)
class Said:
    """What was said to one question, by us or by a peer; a suggestion is a refusal that helps.

    `fact` is the one given, `opens` the yes or no before it: both stand beside "answer" only.
    """

    outcome: Expected
    fact: str | None = None
    opens: Literal["yes", "no"] | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """How one message fared.

    `is_right`: every question in it got a right fact (with the right yes or no), a refusal or small
    talk, as its label wants. `wrong`: facts that were given and answer none of its questions, or that
    were opened with the wrong yes or no. `reply` is None for a peer, which says no more than a fact.
    """

    labelled: Labelled
    said: tuple[Said, ...]
    is_right: bool
    wrong: tuple[Said, ...]
    reply: Reply | None = None

    @property
    def is_wrong_fact(self) -> bool:
        """Whether anything was said that is no answer to the message."""
        return bool(self.wrong)

    @property
    def has_right_language(self) -> bool:
        """Whether the reply came in the language of the question."""
        return self.reply is not None and self.reply.language == self.labelled.language


def score(labelled: Labelled, reply: Reply) -> Score:
    """Scores what the product replied."""
    return replace(score_said(labelled, tuple(map(_said, reply.verdicts))), reply=reply)


def score_said(labelled: Labelled, said: tuple[Said, ...]) -> Score:
    """Scores what was said, in whatever order: a message is read as a whole, as its asker reads it.

    One fact may serve several questions, where their labels have it in common; so may one refusal.
    """
    wrong = tuple(s for s in said if s.outcome == "answer" and _is_wrong(s, labelled.expectations))
    met = all(is_met(part, said) for part in labelled.expectations)
    return Score(labelled, said, met and not wrong, wrong)


def is_met(part: Expectation, said: Sequence[Said]) -> bool:
    """Whether one question got an outcome that it may have; an answer must rest on a fact of its label."""
    return any(s.outcome in part.fair and (s.outcome != "answer" or s.fact in part.facts) for s in said)


def _said(verdict: Verdict) -> Said:
    match verdict.outcome:
        case "answer" if verdict.best:
            # « Si » is the French yes to a negated question.
            opener = "yes" if verdict.opener == "si" else verdict.opener
            return Said("answer", verdict.best.fact_id, opener)
        case "smalltalk":
            return Said("smalltalk")
    return Said("decline")


def _is_wrong(said: Said, parts: Sequence[Expectation]) -> bool:
    """Whether no question asks for the fact, or those that do expect the other of yes and no.

    An answer without yes or no is not held against it: its sentence tells which.
    """
    takers = [part for part in parts if "answer" in part.fair and said.fact in part.facts]
    openings = {part.opens for part in takers if part.opens}
    return not takers or bool(said.opens and openings and said.opens not in openings)
