"""How a text asks: the kinds of answer it wants, whether yes or no will do, and what it denies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from bot.answering.facts import LANGUAGES, FactBase, Language
from bot.answering.small_words import WHICH
from bot.answering.text import Token, fold, forms_of
from bot.answering.vocabulary import Vocabulary

Negation = Literal["asked", "stated"]
"""A negation that asks to confirm ("isn't it …?"), or one that states ("it is no longer …")."""

_INVERSION = re.compile(r"\b\w+-(?:t-)?(?:il|elle|ils|elles|on|ce)\b")
_PLUS_NEGATED = re.compile(
    r"\b(?:n'|ne )\s?\S{1,30} (?:\S{1,30} )?plus\b(?! (?:de|d'|que|qu'|puissan|gran|gros|cher))"
    r"|\bno longer\b|\bany ?more\b"
)
_AFFIRMED = re.compile(r"\b(?:pas mal|pas vrai|n est ce pas|est ce pas|why not|not only|pas que)\b")
"""Expressions that hold a negation and deny nothing."""

_WEAK_KINDS = frozenset({"choice", "list", "manner", "definition"})
_OPEN = WHICH | {"lequel", "laquelle", "quoi", "koi", "what", "how"}
"""Words that ask for more than yes or no, whatever kind of answer it is."""

_RELATIVES = frozenset({"person", "place"})
"""Kinds whose pronoun ("who", "where") need not ask in mid-sentence: it may be a relative one."""

_WHAT = "qu"
"""What makes « qu'est-ce que » of « est-ce que »."""

_OR = "ou"
"""What « où » is without its accent, unless it goes before all else."""


class Asking:
    """Recognises interrogatives, openers, tags and negations of the lexicon."""

    def __init__(self, base: FactBase, vocabulary: Vocabulary) -> None:
        lexicon = base.lexicon
        self._vocabulary = vocabulary
        self._openers = {code: frozenset(map(forms_of, lexicon.yes_no[code].openers)) for code in LANGUAGES}
        self._verbs = {
            code: frozenset(f for v in lexicon.yes_no[code].verbs for f in forms_of(v)) for code in LANGUAGES
        }
        self._tags = {code: frozenset(map(forms_of, lexicon.yes_no[code].tags)) for code in LANGUAGES}
        self._denials = {code: frozenset(map(forms_of, lexicon.denial.in_(code))) for code in LANGUAGES}
        self._negations = {code: frozenset(map(forms_of, lexicon.negation.in_(code))) for code in LANGUAGES}

    def kinds(self, tokens: Sequence[Token], language: Language) -> tuple[frozenset[str], set[int]]:
        """The kinds of answer asked for, and the tokens that serve only to ask, such as "how many"."""
        forms = [token.text for token in tokens]
        asked = list(self._vocabulary.asking[language].find(forms))
        words = [i for i, token in enumerate(tokens) if token.is_word]
        said = next((i for i in words if self._says_something(forms[i], language)), len(tokens))
        kinds = frozenset(
            kind
            for kind, start, end in asked
            if end - start > 1
            or start <= said
            or ((kind not in _RELATIVES or end >= words[-1]) and tokens[start].raw.lower() != _OR)
        )
        soft = {i for _, start, end in asked for i in range(start, end) if end - start > 1}
        tag = range(len(forms) - self._tag(forms, language), len(forms))
        return kinds, soft.union(self._denied(forms, language), tag)

    def is_yes_no(
        self, text: str, tokens: Sequence[Token], kinds: frozenset[str], has_figures: bool, language: Language
    ) -> bool:
        """Whether yes or no would answer."""
        if not kinds <= _WEAK_KINDS:
            return False
        forms = [token.text for token in tokens]
        return (
            self._tag(forms, language) > 0
            or self._opens(forms, language)
            or bool(not kinds and _INVERSION.search(fold(text)))
            or (not kinds and "?" in forms[-2:] and (has_figures or self._states(forms, language)))
        )

    def negation(self, text: str, tokens: Sequence[Token], language: Language) -> Negation | None:
        """Whether the question is negated, and whether that negation is meant."""
        if _PLUS_NEGATED.search(fold(text)):
            return "stated"
        forms = [token.text for token in tokens]
        tag = self._tag(forms, language)
        is_denied = bool(self._denied(forms, language))
        forms = _AFFIRMED.sub(" ", " ".join(forms[: len(forms) - tag])).split()
        is_negated = any(_found(forms, self._negations[language], 3))
        if is_denied:
            return None if is_negated else "stated"
        if not is_negated:
            return None
        return "stated" if tag else "asked"

    def _denied(self, forms: Sequence[str], language: Language) -> range:
        """The words that ask whether the contrary of the others is true; none where there are none."""
        return next(_found(forms, self._denials[language], 5), range(0))

    def _says_something(self, word: str, language: Language) -> bool:
        return not (self._vocabulary.is_empty(word, language) or self._vocabulary.is_function_word(word))

    def _opens(self, forms: Sequence[str], language: Language) -> bool:
        words = [form for form in forms if form[0].isalpha()]
        for start in range(min(len(words), 8)):
            if any(tuple(words[start : start + n]) in self._openers[language] for n in range(1, 6)):
                return True
            if words[start] == _WHAT or not self._vocabulary.is_empty(words[start], language):
                return False
        return False

    def _states(self, forms: Sequence[str], language: Language) -> bool:
        """Whether the words would be a statement but for their question mark: they have a verb."""
        return not self._verbs[language].isdisjoint(forms) and _OPEN.isdisjoint(forms)

    def _tag(self, forms: Sequence[str], language: Language) -> int:
        """How many tokens the closing tag takes ("n'est-ce pas ?", "right?"); 0 without one."""
        end = len(forms)
        while end and not forms[end - 1][0].isalpha():
            end -= 1
        for length in range(5, 0, -1):
            words = tuple(form for form in forms[max(0, end - length) : end] if form[0].isalpha())
            if end > length and words in self._tags[language]:
                return len(forms) - end + length
        return 0


def _found(forms: Sequence[str], expressions: frozenset[tuple[str, ...]], longest: int) -> Iterator[range]:
    """Where expressions of so many words at most stand."""
    for start in range(len(forms)):
        for end in range(start + longest, start, -1):
            if tuple(forms[start:end]) in expressions:
                yield range(start, end)
