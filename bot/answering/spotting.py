"""Tokens → what they name: slips mended, then the longest known expressions found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from bot.answering.facts import LANGUAGES, Language, Role, languages_from
from bot.answering.senses import EMPTY, Match, Sense
from bot.answering.text import Token, fold, stem
from bot.answering.vocabulary import Vocabulary

_MAX_SLIPS = 15
"""How many unknown words of a text are looked at for slips; a text with more is no question."""

_SURE_SLIP = 6
"""From this length on, a word of the other language is rather a slip of a word of this one."""


@dataclass(frozen=True)
class Mention:
    """Something the question names: its possible senses, where it stands, and its role if it has one.

    `stems` serve to find the same words in phrasings. A `soft` mention is part of an interrogative
    ("which company"): it may help a fact, but a fact need not have it. Without senses the word is
    foreign, and strange if it stands in no expression of them and is no slip either.
    """

    senses: tuple[Sense, ...]
    stems: tuple[str, ...]
    start: int
    end: int
    text: str
    role: Role | None = None
    soft: bool = False
    is_strange: bool = False

    @cached_property
    def entity(self) -> str | None:
        """The entity it stands for, if any."""
        return next((sense.id for sense in self.senses if sense.kind == "entity"), None)

    @cached_property
    def name(self) -> str | None:
        """The well-known name it stands for that the base does not know, if any."""
        return next((sense.id for sense in self.senses if sense.kind == "name"), None)

    @cached_property
    def concepts(self) -> tuple[str, ...]:
        """The concepts it may stand for."""
        return tuple(sense.id for sense in self.senses if sense.kind == "concept")

    @property
    def is_told(self) -> bool:
        """Whether it says what the question is about, and neither names anybody nor serves to ask."""
        return not (self.soft or self.entity or self.name)

    @cached_property
    def is_foreign(self) -> bool:
        """Whether neither base nor lexicon know the word."""
        return not self.senses


class Spotter:
    """Finds what the words of a vocabulary stand for."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def mended(self, tokens: Sequence[Token], language: Language) -> list[Token]:
        """Puts known words in the place of misspelt ones."""
        mended: list[Token] = []
        slips = 0
        for token in tokens:
            if not token.is_word or self._vocabulary.knows(token.text, language):
                mended.append(token)
                continue
            slips += 1
            words = self._vocabulary.mend(token.text, language) if slips <= _MAX_SLIPS else ()
            if words and self._is_foreign_word(token.text, language):
                words = words if self._is_sure(token.text, words, language) else ()
            mended += [Token(word, token.raw) for word in words] or [token]
        return mended

    def _is_sure(self, word: str, words: tuple[str, ...], language: Language) -> bool:
        """Whether a word of the other language is rather a slip: a long one, or « quest » for « qu'est »."""
        if len(words) == 1:
            return len(word) >= _SURE_SLIP
        return len(words) == 2 and self._vocabulary.is_empty(words[1], language)

    def _is_foreign_word(self, word: str, language: Language) -> bool:
        """Whether the other language knows the word, so that it may be meant as it stands."""
        _, other = languages_from(language)
        return self._vocabulary.knows(word, other)

    def spot(
        self, tokens: Sequence[Token], language: Language, taken: frozenset[int], soft: set[int]
    ) -> list[Mention]:
        """All mentions in order; `taken` tokens are numbers, `soft` ones belong to an interrogative."""
        order = languages_from(language)
        forms = [token.text for token in tokens]
        stems = {code: [stem(form, code) for form in forms] for code in order}
        mentions: list[Mention] = []
        strange = self._strange(tokens)
        is_shouted = _is_shouted(tokens)
        position = 0
        while position < len(tokens):
            token = tokens[position]
            if position in taken or not (token.is_word or token.is_number):
                position += 1
                continue
            capitals = self._vocabulary.tables[language].capitals.get(token.raw)
            match = (
                Match(capitals, 1) if capitals else self._match(forms, stems, position, order) or Match((), 1)
            )
            end = position + match.length
            if position > 0 and not is_shouted and position in strange and token.raw[0].isupper():
                match = Match((Sense("name", token.raw),), 1)  # written as names are
            if match.senses != (EMPTY,) and self._counts(token, match):
                mentions.append(
                    Mention(
                        senses=match.senses,
                        stems=tuple(stems[language][position:end]),
                        start=position,
                        end=end,
                        text=" ".join(t.raw for t in tokens[position:end]),
                        soft=all(i in soft for i in range(position, end)),
                        is_strange=not match.senses and position in strange,
                    )
                )
            position = end
        return mentions

    def _match(
        self, forms: Sequence[str], stems: dict[Language, list[str]], at: int, order: Sequence[Language]
    ) -> Match | None:
        for language in order:
            match = self._vocabulary.tables[language].match(forms, stems[language], at)
            if match is not None:
                return match
        return None

    def _strange(self, tokens: Sequence[Token]) -> frozenset[int]:
        """The places of words that are unknown as they were typed, and no slips; of the first few."""
        unknown = (
            place for place, token in enumerate(tokens)
            if token.is_word and len(token.text) > 2 and fold(token.raw) == token.text
            and not any(self._vocabulary.knows(token.text, code) for code in LANGUAGES)
        )  # fmt: skip
        return frozenset(islice(unknown, _MAX_SLIPS))

    def _counts(self, token: Token, match: Match) -> bool:
        """Whether a word says anything: letters, small numbers and function words do not."""
        if match.senses:
            if all(sense.kind == "name" for sense in match.senses):
                return not (token.text in self._vocabulary.capitalised and token.raw.islower())
            return True
        return token.is_word and len(token.text) > 2 and not self._vocabulary.is_function_word(token.text)


def _is_shouted(tokens: Sequence[Token]) -> bool:
    """Whether a text is written in capitals, which then tell nothing."""
    words = [token.raw for token in tokens if token.is_word]
    return 2 * sum(word.isupper() for word in words) > len(words)
