"""Text → Question: the frame that facts are held against, read in one pass.

The frame says what the words stand for (entities, concepts, unknown names and words), the kind of
answer asked, figures and years, whether it is a yes/no question, whether it is negated, and the role
of every name where a preposition or the order of words tells it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from bot.answering.asking import Asking, Negation
from bot.answering.attribute import attribute_of
from bot.answering.facts import FactBase, Language
from bot.answering.figures import Figure, read_numbers
from bot.answering.language import Ear, Spoken
from bot.answering.roles import Roles
from bot.answering.spotting import Mention, Spotter
from bot.answering.text import Token, tokenize
from bot.answering.vocabulary import Vocabulary

_OR = frozenset({"ou", "or"})
_OR_NOT = frozenset({"pas", "non", "nan", "not", "no", "nah", "na", "faux", "false", "what", "bien"})
"""What makes a tag of the word before: "or not?"."""

_WITHOUT = frozenset({"sans", "without", "instead", "lieu"})


@dataclass(frozen=True)
class Question:
    """One question, understood."""

    text: str
    language: Language
    foreign_language: str | None
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    kinds: frozenset[str]
    is_yes_no: bool
    negation: Negation | None
    figures: tuple[Figure, ...]
    years: tuple[int, ...]
    attribute: tuple[Mention, ...] = ()

    @property
    def is_negated(self) -> bool:
        """Whether it is negated in any way."""
        return self.negation is not None

    @cached_property
    def entities(self) -> tuple[str, ...]:
        """All entities named, in order."""
        return tuple(dict.fromkeys(m.entity for m in self.mentions if m.entity))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All well-known names that the base does not know, in order."""
        return tuple(dict.fromkeys(m.name for m in self.mentions if m.name))

    @cached_property
    def concepts(self) -> tuple[str, ...]:
        """All concepts that its words may stand for, in order."""
        return tuple(dict.fromkeys(c for m in self.mentions for c in m.concepts))

    @property
    def is_choice(self) -> bool:
        """Whether it puts two things to choose from, which yes or no cannot: "free or paid?"."""
        words = [token.text for token in self.tokens]
        return any(word in _OR and after not in _OR_NOT for word, after in pairwise(words))

    def is_without(self, mention: Mention) -> bool:
        """Whether a mention is what something is said to be without: « sans rien payer »."""
        before = self.tokens[max(0, mention.start - 3) : mention.start]
        return any(token.text in _WITHOUT for token in before)

    @cached_property
    def says_something(self) -> bool:
        """Whether anything in it could be asked of an article."""
        return bool(self.mentions or self.figures or self.years)


class Reader:
    """Reads questions with the words of one base."""

    def __init__(self, base: FactBase, vocabulary: Vocabulary) -> None:
        self._ear = Ear(base, vocabulary)
        self._spotter = Spotter(vocabulary)
        self._asking = Asking(base, vocabulary)
        self._roles = Roles(base)

    def listen(self, text: str, wish: Language) -> Spoken:
        """The language of a whole message."""
        return self._ear.listen(tokenize(text), wish)

    def read(self, text: str, spoken: Spoken) -> Question:
        """Reads one question in the language that was heard."""
        question = self.skim(text, spoken.language)
        mentions = tuple(self._roles.assign(question.mentions, question.tokens, spoken.language))
        is_plain_yes_no = question.is_yes_no and not (question.figures or question.years)
        return replace(
            question,
            foreign_language=spoken.foreign,
            negation=self._asking.negation(text, question.tokens, spoken.language),
            mentions=mentions,
            attribute=attribute_of(mentions, question.tokens, is_plain_yes_no),
        )

    def skim(self, text: str, language: Language) -> Question:
        """Reads a text for what it names and asks, without roles and negation: enough for phrasings."""
        tokens: Sequence[Token] = self._spotter.mended(tokenize(text), language)
        numbers = read_numbers(tokens, language)
        kinds, soft = self._asking.kinds(tokens, language)
        return Question(
            text=text,
            language=language,
            foreign_language=None,
            tokens=tuple(tokens),
            mentions=tuple(self._spotter.spot(tokens, language, numbers.taken, soft)),
            kinds=kinds,
            is_yes_no=self._asking.is_yes_no(text, tokens, kinds, bool(numbers.figures), language),
            negation=None,
            figures=numbers.figures,
            years=numbers.years,
        )
