"""The words of lexicon and base, compiled so that a question is read in one pass.

A *sense* is what a word can stand for: an entity, a concept, a name that the base does not know, or
nothing at all (empty). A word may have several senses; the facts decide which one was meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.answering.facts import LANGUAGES, FactBase, Language
from bot.answering.figures import WORDS
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
_MIN_FUZZY = 4
_MAX_WORD = 30
"""Longer words are not words that somebody mistyped."""

_REMEMBERED = 20_000
_MAX_CAPITALS = 3
"""Up to this length, an expression of the lexicon in capitals ("CA") only counts in capitals."""

_ELISIONS = ("qu", "l", "d", "j", "c", "n", "s", "m", "t")


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
        words = _words(expression)
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
        if sense.kind != "name" and (sense is not EMPTY or len(words[0]) > _MIN_FUZZY):
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
            found = self.stems.get(_without_plural_verb(form, "fr"))
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


def _without_plural_verb(word: str, language: Language) -> str:
    """ "misent" → the stem of "mise": Snowball leaves the French third person plural alone."""
    return stem(word[:-2], language) if language == "fr" and len(word) > 5 and word.endswith("ent") else ""


class Vocabulary:
    """All that words can mean, in both languages, and the mending of misspelt ones."""

    def __init__(self, base: FactBase) -> None:
        self.tables = {language: Table(language) for language in LANGUAGES}
        self.asking = {language: _Asking(base, language) for language in LANGUAGES}
        for language, table in self.tables.items():
            for expression, sense in _senses(base, language):
                table.add(expression, sense)
        self._function_words: set[str] = set()
        for language in LANGUAGES:
            words = [w for group in _function_words(base, language) for w in group]
            self._function_words |= {t.text for w in words for t in tokenize(w)}
            self.tables[language].known.update(form for w in words for form in _words(w) if form[0].isalpha())
        self.capitalised = frozenset(
            token.text for name in base.lexicon.ambiguous_names for token in tokenize(name)
        )
        self._by_length = {language: _by_length(table.mendable) for language, table in self.tables.items()}
        self._mended: dict[tuple[str, Language], tuple[str, ...]] = {}

    def knows(self, word: str, language: Language) -> bool:
        """Whether a word, or another form of it, stands in the lexicon or the base."""
        table = self.tables[language]
        if word in table.known:
            return True
        root = stem(word, language)
        return len(root) >= _MIN_FUZZY and (
            root in table.stems or _without_plural_verb(word, language) in table.stems
        )

    def is_empty(self, word: str, language: Language) -> bool:
        """Whether a word carries no meaning of its own."""
        return self.tables[language].forms.get(word) == (EMPTY,)

    def is_function_word(self, word: str) -> bool:
        """Whether a word serves to ask, deny or point, in either language."""
        return word in self._function_words

    def mend(self, word: str, language: Language) -> tuple[str, ...]:
        """The known words that a misspelt or glued word stands for; none when nothing is near."""
        key = (word, language)
        if key not in self._mended:
            if len(self._mended) >= _REMEMBERED:
                self._mended.clear()
            self._mended[key] = self._mend(word, language)
        return self._mended[key]

    def forget_slips(self) -> None:
        """Drops the slips mended so far: those of the phrasings do not come again."""
        self._mended.clear()

    def _nearest(self, word: str, language: Language) -> str | None:
        """The known word within reach: one slip up to six letters, two in longer words."""
        if len(word) < _MIN_FUZZY:
            return None
        reach = 1 if len(word) < 7 else 2
        lengths = self._by_length[language]
        near = [
            (
                distance,
                candidate[0] != word[0],
                sorted(candidate) != sorted(word),
                len(candidate) == len(word),  # letters are left out more often than exchanged
                candidate not in self._function_words,
                candidate,
            )
            for size in range(len(word) - reach, len(word) + reach + 1)
            for candidate, distance, _ in process.extract(
                word, lengths.get(size, ()), scorer=OSA.distance, score_cutoff=reach, limit=None
            )
        ]
        return min(near)[-1] if near else None

    def _mend(self, word: str, language: Language) -> tuple[str, ...]:
        if len(word) > _MAX_WORD:
            return ()
        for prefix in _ELISIONS if language == "fr" else ():
            rest = word[len(prefix) :]
            is_known = self.knows(rest, language) and not self.tables[language].is_name(rest)
            if word.startswith(prefix) and len(rest) > 2 and is_known:  # « noms » is not « n'OMS »
                return (prefix, rest)
        if near := self._nearest(word, language):
            return (near,)
        for cut in range(3, len(word) - 2):
            if self.knows(word[:cut], language) and self.knows(word[cut:], language):
                return (word[:cut], word[cut:])
        if language == "fr" and word[0] in "ld" and (near := self._nearest(word[1:], language)):
            return (word[0], near)
        return ()


class _Asking:
    """Interrogatives of one language: what kinds of answer each expression asks for."""

    def __init__(self, base: FactBase, language: Language) -> None:
        self._kinds: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        for kind, words in base.lexicon.asking.items():
            for expression in words.in_(language):
                forms = tuple(token.text for token in tokenize(expression))
                self._kinds[forms] = (*self._kinds.get(forms, ()), kind)
                lengths = {*self._lengths.get(forms[0], ()), len(forms)}
                self._lengths[forms[0]] = tuple(sorted(lengths, reverse=True))

    def find(self, forms: Sequence[str]) -> Iterator[tuple[str, int, int]]:
        """Yields (kind, start, end); at each place all kinds of the longest expression."""
        covered = 0
        for start, form in enumerate(forms):
            for length in self._lengths.get(form, ()):
                end = start + length
                if covered < end <= len(forms) and (kinds := self._kinds.get(tuple(forms[start:end]))):
                    covered = end
                    yield from ((kind, start, end) for kind in kinds)
                    break


def _senses(base: FactBase, language: Language) -> Iterator[tuple[str, Sense]]:
    for entity in base.entities:
        sense = Sense("entity", entity.id)
        for name in entity.names(language):
            yield name, sense
    for concept in base.lexicon.concepts:
        sense = Sense("concept", concept.id)
        yield from ((word, sense) for word in concept.in_(language))
    ours = {tuple(words_of(tokenize(a))) for e in base.entities for a in (e.label(language), *e.aliases)}
    for name, *aliases in base.lexicon.names:
        words = tuple(words_of(tokenize(name)))
        if not any(words[:length] in ours for length in range(1, len(words) + 1)):
            sense = Sense("name", name)
            yield from ((alias, sense) for alias in (name, *aliases))
    for word in base.lexicon.empty.in_(language):
        yield word, EMPTY


def _function_words(base: FactBase, language: Language) -> Iterator[Iterable[str]]:
    lexicon = base.lexicon
    yield lexicon.negation.in_(language)
    yield lexicon.denial.in_(language)
    yield lexicon.telling.in_(language)
    yield lexicon.yes_no[language].openers
    yield lexicon.yes_no[language].tags
    yield WORDS[language]
    for words in (*lexicon.asking.values(), *lexicon.prepositions.values()):
        yield words.in_(language)
    for talk in lexicon.smalltalk:
        yield talk.in_(language)


def _by_length(words: Iterable[str]) -> dict[int, list[str]]:
    """The words that a slip can be mended into, by length."""
    lengths: dict[int, list[str]] = defaultdict(list)
    for word in sorted(words):
        if len(word) >= _MIN_FUZZY:
            lengths[len(word)].append(word)
    return lengths


def _words(expression: str) -> list[str]:
    """The folded words of an expression of the lexicon; most are one plain word, which is quick."""
    if expression.isascii() and expression.isalpha() and expression.islower():
        return [expression]
    return words_of(tokenize(expression))
