"""A base made larger: copies of every fact about made-up companies, people and products.

Real bases grow by new names in familiar questions; so do these. They serve to time, not to be read.
"""

from __future__ import annotations

import re

from bot.answering.facts import LANGUAGES, Absence, Entity, Fact, FactBase, Frame, Topic, Twin, Words

_SYLLABLES = [consonant + vowel for consonant in "bcdfghjklmnprstvz" for vowel in "aeiou"]
_STEP = 387_420_489
"""Prime to the number of names there are, so that neighbours do not resemble each other."""


def grow(base: FactBase, times: int) -> FactBase:
    """A base with `times` the facts, absences and entities of another, and the same lexicon."""
    copies = [_Copy(base, number) for number in range(1, times)]
    fields = {name: getattr(base, name) for name in FactBase.model_fields}
    return FactBase.model_construct(
        **fields
        | {
            "entities": (*base.entities, *(entity for copy in copies for entity in copy.entities())),
            "topics": (*base.topics, *(topic for copy in copies for topic in copy.topics())),
            "absences": (*base.absences, *(absence for copy in copies for absence in copy.absences())),
        }
    )


def made_up_name(number: int) -> str:
    """A pronounceable name of three syllables that no other number has."""
    left, syllables = number * _STEP % len(_SYLLABLES) ** 3, ""
    for _ in range(3):
        left, place = divmod(left, len(_SYLLABLES))
        syllables += _SYLLABLES[place]
    return syllables.capitalize()


class _Copy:
    """One copy of a base, with its own ids and names."""

    def __init__(self, base: FactBase, number: int) -> None:
        self._base = base
        self._number = number
        first = number * len(base.entities)
        self._names = {entity.id: made_up_name(first + place) for place, entity in enumerate(base.entities)}
        self._spoken = {
            spoken.lower(): self._names[entity.id]
            for entity in base.entities
            for language in LANGUAGES
            for spoken in entity.names(language)
        }
        longest_first = map(re.escape, sorted(self._spoken, key=len, reverse=True))
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)", re.IGNORECASE)

    def entities(self) -> list[Entity]:
        return [
            Entity.model_construct(
                id=self._id(entity.id),
                name=self._names[entity.id],
                kind=entity.kind,
                part_of=entity.part_of and self._id(entity.part_of),
            )
            for entity in self._base.entities
        ]

    def topics(self) -> list[Topic]:
        return [
            topic.model_copy(update={"facts": tuple(map(self._fact, topic.facts))})
            for topic in self._base.topics
        ]

    def absences(self) -> list[Absence]:
        return [
            absence.model_copy(
                update={
                    "id": self._id(absence.id),
                    "says": self._twin(absence.says),
                    "about": self._ids(absence.about),
                    "phrasings": self._words(absence.phrasings),
                }
            )
            for absence in self._base.absences
        ]

    def _fact(self, fact: Fact) -> Fact:
        return fact.model_copy(
            update={
                "id": self._id(fact.id),
                "question": self._twin(fact.question),
                "answer": self._twin(fact.answer),
                "frame": self._frame(fact.frame),
                "related": self._ids(fact.related),
                "phrasings": self._words(fact.phrasings),
            }
        )

    def _frame(self, frame: Frame) -> Frame:
        return frame.model_copy(
            update={role: self._ids(getattr(frame, role)) for role in ("agent", "target", "about")}
        )

    def _id(self, known: str) -> str:
        return f"{known}-{self._number}"

    def _ids(self, known: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(self._id, known))

    def _text(self, text: str) -> str:
        return self._pattern.sub(lambda found: self._spoken[found.group().lower()], text)

    def _twin(self, twin: Twin) -> Twin:
        return Twin(fr=self._text(twin.fr), en=self._text(twin.en))

    def _words(self, words: Words) -> Words:
        return Words(fr=tuple(map(self._text, words.fr)), en=tuple(map(self._text, words.en)))
