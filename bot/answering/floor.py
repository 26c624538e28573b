"""How a base fares with its own questions: what it must reach, and what a new one answers otherwise.

Every canonical question must get its fact, or one with the same answer; the first phrasing of every
absence must not be answered; every question of readers must get what its label says.
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
    """A question of a base's own; any of `facts` must answer it, without any nothing may.

    `wish` is the language it is asked in, None where its words must tell.
    """

    wish: Language | None
    text: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turned:
    """A question that two bases answer otherwise: with which facts, none where it is not answered."""

    text: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Examination:
    """What became of a base's own questions, and of those of the one before it.

    `newly` are those of the failed that the base before dealt with rightly; they come first.
    """

    asked: int = 0
    failed: tuple[OwnQuestion, ...] = ()
    newly: tuple[OwnQuestion, ...] = ()
    turned: tuple[Turned, ...] = ()

    @property
    def is_passed(self) -> bool:
        """Whether the base reaches the floor."""
        return len(self.failed) <= (1 - FLOOR) * self.asked


Told = dict[tuple[Language | None, str], tuple[str, ...]]
"""The facts that answered, by wish and text of the question."""


def own_questions(base: FactBase) -> list[OwnQuestion]:
    """The canonical questions of all facts, the first phrasing of every absence, then what readers asked."""
    facts = (OwnQuestion(c, f.question.in_(c), (f.id,)) for f in base.facts.values() for c in LANGUAGES)
    absences = (OwnQuestion(c, a.phrasings_in(c)[0]) for a in base.absences for c in LANGUAGES)
    readers = (OwnQuestion(None, question.ask, question.facts) for question in base.questions)
    return [*facts, *absences, *readers]


def examine(live: Answerer, fresh: Answerer) -> Examination:
    """Asks two bases the own questions of both; takes seconds."""
    mine, theirs = own_questions(fresh.base), own_questions(live.base)
    before, after = _ask(live, mine + theirs), _ask(fresh, mine + theirs)
    failed = [q for q in mine if not _is_right(fresh.base, q, after[q.wish, q.text])]
    newly = tuple(q for q in failed if _is_right(live.base, q, before[q.wish, q.text]))
    return Examination(
        asked=len(mine),
        failed=(*newly, *(q for q in failed if q not in newly)),
        newly=newly,
        turned=tuple(Turned(key[1], told, after[key]) for key, told in before.items() if told != after[key]),
    )


def _ask(answerer: Answerer, questions: Iterable[OwnQuestion]) -> Told:
    keys = dict.fromkeys((question.wish, question.text) for question in questions)
    replies = {key: answerer.answer(key[1], key[0]) for key in keys}
    return {key: reply.facts if reply.outcome == "answer" else () for key, reply in replies.items()}


def _is_right(base: FactBase, question: OwnQuestion, told: tuple[str, ...]) -> bool:
    wanted = [base.facts[fact_id].answer for fact_id in question.facts if fact_id in base.facts]
    return any(base.facts[given].answer in wanted for given in told) if question.facts else not told
