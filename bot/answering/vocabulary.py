"""The words of lexicon and base, compiled so that a question is read in one pass; slips are mended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.answering.facts import LANGUAGES, FactBase, Language
from bot.answering.figures import WORDS
from bot.answering.senses import EMPTY, MIN_FUZZY, Sense, Table, without_plural_verb, words_in
from bot.answering.text import stem, tokenize, words_of

_MAX_WORD = 30
"""Longer words are not words that somebody mistyped."""

_REMEMBERED = 20_000
_ELISIONS = ("qu", "l", "d", "j", "c", "n", "s", "m", "t")


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
            known = (form for word in words for form in words_in(word) if form[0].isalpha())
            self.tables[language].known.update(known)
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
        return len(root) >= MIN_FUZZY and (
            root in table.stems or without_plural_verb(word, language) in table.stems
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
        if len(word) < MIN_FUZZY:
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
        if len(word) >= MIN_FUZZY:
            lengths[len(word)].append(word)
    return lengths
