"""A question's frame held against a fact's: what contradicts it, and what the fact leaves unexplained.

A similarity score cannot tell 2016 from 2017, nor "A invests in B" from "B invests in A"; this can.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.answering.facts import FactBase
from bot.answering.figures import Figure
from bot.answering.match import Candidate, Explained, numbers_shared
from bot.answering.question import Question
from bot.answering.spotting import Mention

_FIT: dict[str, frozenset[str]] = {
    "amount": frozenset({"amount", "price", "comparison", "size"}),
    "count": frozenset({"count", "amount", "size", "list"}),
    "share": frozenset({"share"}),
    "date": frozenset({"date"}),
    "duration": frozenset({"duration"}),
    "person": frozenset({"person", "organisation", "list"}),
    "organisation": frozenset({"organisation", "list", "person", "product"}),
    "place": frozenset({"place"}),
    "reason": frozenset({"reason", "purpose", "aim"}),
    "purpose": frozenset({"purpose", "reason", "aim", "product"}),
}
"""Which kinds of answer satisfy which kind of question; kinds not named here fit anything."""

_DENYING = frozenset({"pas", "non", "not", "no", "isn", "aren", "wasn", "t", "sans", "without"})
"""Words by which an expression of the lexicon holds a negation, such as « pas gratuit »."""

_ACTORS = frozenset({"company", "fund", "person"})
"""The kinds of entities that act and are acted upon: a product cannot invest."""

_DECISIVE = frozenset({"date", "duration", "share", "count", "amount"})
"""Kinds whose words leave no doubt about what is asked."""

UNEXPLAINED_BELOW = 0.36
"""The degree below which a fact leaves a word unexplained."""

LACKED_BELOW = 0.3
"""The degree below which a fact has nothing of what is asked of a name."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What the guard found between one question and one candidate."""

    kind_fits: bool = True
    kind_matters: bool = False
    lacks_attribute: bool = False
    other_entities: tuple[str, ...] = ()
    other_actors: tuple[str, ...] = ()
    unknown_names: tuple[str, ...] = ()
    reversed_roles: tuple[str, ...] = ()
    unexplained: tuple[Explained, ...] = ()
    wrong_figures: tuple[Figure, ...] = ()
    open_figures: tuple[Figure, ...] = ()
    wrong_years: tuple[int, ...] = ()
    opposed: tuple[str, ...] = ()
    opposed_by_negation: bool = False
    agreed: int = 0
    shared: tuple[str, ...] = ()
    untold: tuple[Mention, ...] = ()

    @property
    def is_about_others(self) -> bool:
        """Whether the question is about another actor, figure or year, or a name unknown to the base."""
        return bool(self.wrong_figures or self.wrong_years or self.unknown_names or self.other_actors)

    @property
    def is_clean(self) -> bool:
        """Whether nothing at all was found."""
        return self.kind_fits and not (
            self.is_contradicted
            or self.reversed_roles
            or self.unexplained
            or self.open_figures
            or self.opposed
        )

    @property
    def is_contradicted(self) -> bool:
        """Whether the fact has another name, figure or year."""
        return bool(self.other_entities or self.unknown_names or self.wrong_figures or self.wrong_years)


@dataclass(frozen=True, slots=True)
class Guard:
    """Holds candidates against questions."""

    base: FactBase

    def check(self, question: Question, candidate: Candidate) -> Findings:
        """What speaks against this fact as the answer to this question."""
        profile = candidate.profile
        wrong, still_open = self._figures(question, candidate)
        years = tuple(year for year in question.years if year not in profile.years)
        others = tuple(
            dict.fromkeys(
                m.entity for m in question.mentions
                if m.entity and m.role != "aside" and not self._fits(m.entity, profile.entities)
            )
        )  # fmt: skip
        opposed = tuple(self._opposed(question, candidate))
        denying = [m for m in question.mentions if not set(opposed).isdisjoint(m.concepts)]
        return Findings(
            kind_fits=self._kind_fits(question, candidate),
            kind_matters=not question.kinds.isdisjoint(_DECISIVE),
            lacks_attribute=not opposed and self._lacks_attribute(question, candidate),
            other_entities=others,
            other_actors=tuple(
                m.entity
                for m in question.mentions
                if m.entity in others and m.role in {"agent", "target"}
            ),
            unknown_names=question.names or self._strangers(question, candidate),
            reversed_roles=tuple(self._reversed(question, candidate)),
            unexplained=tuple(
                e for e in candidate.explained
                if e.degree < UNEXPLAINED_BELOW and e.mention.is_told and e.mention not in denying
            ),
            wrong_figures=wrong,
            open_figures=still_open,
            wrong_years=years,
            opposed=opposed,
            opposed_by_negation=any(not _DENYING.isdisjoint(m.stems) for m in denying),
            agreed=self._agreed(question, candidate),
            shared=tuple(e for e in question.entities if e in profile.entities),
            untold=tuple(m for m in question.mentions if self._is_untold(m, question, candidate)),
        )  # fmt: skip

    def _is_untold(self, mention: Mention, question: Question, candidate: Candidate) -> bool:
        """Whether an office, or an act of one name on another, is none that the fact speaks of.

        "The boss" may be how people call somebody of whom the fact only says what they want.
        """
        if not candidate.profile.told.isdisjoint(mention.concepts):
            return False
        named = [self.base.concept[concept] for concept in mention.concepts]
        between_names = len(question.entities) > 1
        return not mention.soft and any(c.gives == "person" or (c.subject and between_names) for c in named)

    def _lacks_attribute(self, question: Question, candidate: Candidate) -> bool:
        """Whether a fact has nothing of what the question asks of a name."""
        degrees = [e.degree for e in candidate.explained if e.mention in question.attribute]
        return bool(degrees) and max(degrees) < LACKED_BELOW

    def _strangers(self, question: Question, candidate: Candidate) -> tuple[str, ...]:
        """Unknown words that stand where a fact has its names, of which the question has none."""
        frame = candidate.profile.fact.frame
        core = {*frame.agent, *frame.target}
        if not core or not core.isdisjoint(question.entities):
            return ()
        unknown = [e.mention for e in candidate.explained if e.mention.is_strange and not e.degree]
        return tuple(mention.text for mention in unknown if mention.role)

    def _fits(self, entity: str, entities: frozenset[str]) -> bool:
        """Whether a fact is about an entity, or about what it belongs to."""
        return entity in entities or self.base.entity[entity].part_of in entities

    def _kind_fits(self, question: Question, candidate: Candidate) -> bool:
        if question.is_yes_no:
            return True
        asked = [kind for kind in question.kinds if kind in _FIT]
        if not asked:
            return True
        gives = candidate.profile.fact.frame.gives
        return any(not _FIT[kind].isdisjoint(gives) for kind in asked)

    def _reversed(self, question: Question, candidate: Candidate) -> list[str]:
        """Entities that the question puts in the other's place; only acts have places to exchange."""
        frame = candidate.profile.fact.frame
        agents, targets = {*frame.agent} - {*frame.target}, {*frame.target} - {*frame.agent}
        if not agents or not targets or not any(self.base.concept[c].subject for c in frame.asks):
            return []
        if any(self.base.entity[e].kind not in _ACTORS for e in agents | targets):
            return []
        wrong = {"target": agents, "agent": targets}
        return [m.entity for m in question.mentions if m.entity and m.entity in wrong.get(m.role or "", ())]

    def _opposed(self, question: Question, candidate: Candidate) -> list[str]:
        """Concepts of the question that the fact denies, or of whose family it has another."""
        frame, families = candidate.profile.fact.frame, candidate.profile.families
        asks = set(frame.asks)
        found = []
        for mention in question.mentions:
            for concept_id in mention.concepts:
                concept = self.base.concept[concept_id]
                other = families.get(concept.family or "")
                is_denied = concept_id in frame.denies or concept.opposite in asks
                is_opposed = is_denied or bool(other and other != concept_id)
                if concept_id in asks if question.is_without(mention) else is_opposed:
                    found.append(concept_id)
                    break
        return found

    def _figures(
        self, question: Question, candidate: Candidate
    ) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
        """Figures that the fact contradicts, and figures that it does not settle."""
        wrong: list[Figure] = []
        still_open: list[Figure] = []
        for figure in question.figures:
            verdicts = {figure.held_against(truth) for truth in candidate.profile.figures}
            if not verdicts & {"same", "implied"}:
                (still_open if "open" in verdicts else wrong).append(figure)
        return tuple(wrong), tuple(still_open)

    def _agreed(self, question: Question, candidate: Candidate) -> int:
        """How many particulars of the question the fact bears out: entities, figures, years."""
        entities = sum(entity in candidate.profile.entities for entity in question.entities)
        return entities + numbers_shared(question, candidate.profile)
