"""What the expressions of one language can stand for, and the longest of them at a place.

A *sense* is what a word can stand for: an entity, a concept, a name that the base does not know, or
nothing at all (empty). A word may have several senses; the facts decide which one was meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from bot.answering.facts import Language
from bot.answering.text import stem, tokenize, words_of


class Sense(NamedTuple):
    """What a word can stand for."""

    kind: Literal["entity", "concept", "name", "empty"]
    id: str


class Match(NamedTuple):
    """The longest known expression at a place, by how many tokens it takes."""

    senses: tuple[Sense, ...]
    length: int


EMPTY = Sense("empty", "")
_ARTICLES = frozenset({"le", "la", "les", "l", "un", "une", "the", "a", "an"})
MIN_FUZZY = 4
"""Shorter words are never taken for another form or a slip."""

_MAX_CAPITALS = 3
"""Up to this length, an expression of the lexicon in capitals ("CA") only counts in capitals."""


@dataclass
class Table:
    """Expressions of one language: single words by form and by stem, longer ones by their stems."""

    language: Language
    forms: dict[str, tuple[Sense, ...]] = field(default_factory=dict)
    stems: dict[str, tuple[Sense, ...]] = field(default_factory=dict)
    phrases: dict[tuple[str, ...], tuple[Sense, ...]] = field(default_factory=dict)
    lengths: dict[str, tuple[int, ...]] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    _parts: set[str] = field(default_factory=set)
    capitals: dict[str, tuple[Sense, ...]] = field(default_factory=dict)
    hollow: set[tuple[str, ...]] = field(default_factory=set)

    def add(self, expression: str, sense: Sense) -> None:
        """Makes an expression known, with what it can stand for."""
        words = words_in(expression)
        if len(expression) <= _MAX_CAPITALS and expression.isupper() and sense.kind == "concept":
            self.capitals[expression] = _with(self.capitals.get(expression, ()), sense)
            return
        if len(words) > 1 and words[0] in _ARTICLES and sense is not EMPTY:
            words = words[1:]
        if not words:
            return
        if len(words) > 1:
            # A word that stands in one expression only may be a slip that somebody put into the lexicon.
            self.known.update(word for word in words if word in self._parts)
            self._parts.update(words)
            stems = tuple(stem(word, self.language) for word in words)
            if sense is EMPTY:
                self.hollow.add(tuple(words))
            self.phrases[stems] = _with(self.phrases.get(stems, ()), sense)
            lengths = {*self.lengths.get(stems[0], ()), len(stems)}
            self.lengths[stems[0]] = tuple(sorted(lengths, reverse=True))
            return
        self.known.add(words[0])
        self.forms[words[0]] = _with(self.forms.get(words[0], ()), sense)
        if sense.kind != "name" and (sense is not EMPTY or len(words[0]) > MIN_FUZZY):
            key = stem(words[0], self.language)
            self.stems[key] = _with(self.stems.get(key, ()), sense)

    @property
    def mendable(self) -> Iterator[str]:
        """The words that a slip may have been; not names, which would be held to be what was meant."""
        return (word for word in self.known if not self.is_name(word))

    def is_name(self, word: str) -> bool:
        """Whether a word is known as a name alone."""
        senses = self.forms.get(word, ())
        return bool(senses) and all(sense.kind == "name" for sense in senses)

    def match(self, forms: Sequence[str], stems: Sequence[str], start: int) -> Match | None:
        """The longest expression at `start`; entities go before concepts, and both before empty words."""
        for length in self.lengths.get(stems[start], ()):
            expression = tuple(stems[start : start + length])
            senses = self.phrases.get(expression) if len(expression) == length else None
            if senses and not (senses == (EMPTY,) and self._is_unlike(forms[start : start + length])):
                return Match(_meaning(senses), length)
        form = forms[start]
        found = self.forms.get(form) or self.stems.get(stems[start])
        if not found and self.language == "fr":
            found = self.stems.get(without_plural_verb(form, "fr"))
        return Match(_meaning(found), 1) if found else None

    def _is_unlike(self, forms: Sequence[str]) -> bool:
        """Whether words recall an empty expression by their stems alone and one of them means something.

        « a fondé » has the stems of « à fond ».
        """
        if tuple(forms) in self.hollow:
            return False
        return any(sense.kind == "concept" for form in forms for sense in self.forms.get(form, ()))


def _with(senses: tuple[Sense, ...], sense: Sense) -> tuple[Sense, ...]:
    return senses if sense in senses else (*senses, sense)


def _meaning(senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """Drops the weaker readings: an entity rules out names, anything rules out emptiness."""
    if len(senses) == 1:
        return senses
    for kinds in (("entity",), ("concept",), ("name",)):
        strong = tuple(sense for sense in senses if sense.kind in kinds)
        if strong:
            return strong
    return (EMPTY,)


def without_plural_verb(word: str, language: Language) -> str:
    """ "misent" → the stem of "mise": Snowball leaves the French third person plural alone."""
    return stem(word[:-2], language) if language == "fr" and len(word) > 5 and word.endswith("ent") else ""


def words_in(expression: str) -> list[str]:
    """The folded words of an expression of the lexicon; most are one plain word, which is quick."""
    if expression.isascii() and expression.isalpha() and expression.islower():
        return [expression]
    return words_of(tokenize(expression))
