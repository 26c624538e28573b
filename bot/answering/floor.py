"""How a base fares with its own questions: what it must reach, and what a new one answers otherwise.

Every canonical question must get its fact, or one with the same answer; the first phrasing of every
absence must not be answered.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.answering.answerer import Answerer
from bot.answering.facts import LANGUAGES, FactBase, Language

FLOOR = 0.98
"""The share of its own questions that a base must deal with rightly to be taken unforced."""


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """A question of a base's own; `fact_id` is what must answer it, None where nothing may."""

    language: Language
    text: str
    fact_id: str | None


@dataclass(frozen=True, slots=True)
class Turned:
    """A question that two bases answer otherwise: with which facts, none where it is not answered."""

    language: Language
    text: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Examination:
    """What became of a base's own questions, and of those of the one before it."""

    asked: int = 0
    failed: tuple[OwnQuestion, ...] = ()
    turned: tuple[Turned, ...] = ()

    @property
    def is_passed(self) -> bool:
        """Whether the base reaches the floor."""
        return len(self.failed) <= (1 - FLOOR) * self.asked


Told = dict[tuple[Language, str], tuple[str, ...]]
"""The facts that answered, by language and text of the question."""


def own_questions(base: FactBase) -> list[OwnQuestion]:
    """The canonical questions of all facts, then the first phrasing of every absence."""
    facts = [OwnQuestion(code, f.question.in_(code), f.id) for f in base.facts.values() for code in LANGUAGES]
    absences = [OwnQuestion(code, a.phrasings_in(code)[0], None) for a in base.absences for code in LANGUAGES]
    return facts + absences


def examine(live: Answerer, fresh: Answerer) -> Examination:
    """Asks two bases the own questions of both; takes seconds."""
    mine, theirs = own_questions(fresh.base), own_questions(live.base)
    before, after = _ask(live, mine + theirs), _ask(fresh, mine + theirs)
    return Examination(
        asked=len(mine),
        failed=tuple(q for q in mine if not _is_right(fresh.base, q, after[q.language, q.text])),
        turned=tuple(Turned(*key, told, after[key]) for key, told in before.items() if told != after[key]),
    )


def _ask(answerer: Answerer, questions: Iterable[OwnQuestion]) -> Told:
    keys = dict.fromkeys((question.language, question.text) for question in questions)
    replies = ((language, text, answerer.answer(text, language)) for language, text in keys)
    return {
        (language, text): reply.facts if reply.outcome == "answer" else ()
        for language, text, reply in replies
    }


def _is_right(base: FactBase, question: OwnQuestion, told: tuple[str, ...]) -> bool:
    if question.fact_id is None:
        return not told
    wanted = base.facts[question.fact_id].answer
    return any(base.facts[given].answer == wanted for given in told)
