"""Which language a text is in: French, English, or one that we do not speak."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.facts import LANGUAGES, FactBase, Language, languages_from
from bot.answering.text import Token, fold
from bot.answering.vocabulary import Vocabulary

_FUNCTION_WORD = 2.0
_CONTENT_WORD = 1.0
_FRENCH_LETTER = 1.0
_SLIP = 0.5
_MAX_SLIPS = 15
_FRENCH_LETTERS = frozenset("éèêëàâçùûîïôœ")


@dataclass(frozen=True, slots=True)
class Spoken:
    """The language to reply in, and whether the text told it.

    `foreign` names the third language that the text is in, if any.
    """

    language: Language
    foreign: str | None = None
    is_sure: bool = True


class Ear:
    """Tells languages apart by their function words first, their content words second."""

    def __init__(self, base: FactBase, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        telling = {code: {fold(w) for w in base.lexicon.telling.in_(code)} for code in LANGUAGES}
        self._telling = {
            "fr": telling["fr"] - telling["en"],
            "en": telling["en"] - telling["fr"],
        }
        ours = vocabulary.tables["fr"].known | vocabulary.tables["en"].known
        self._foreign = {
            code: {fold(word) for word in other.words} - ours
            for code, other in base.lexicon.other_languages.items()
        }

    def listen(self, tokens: Sequence[Token], wish: Language) -> Spoken:
        """The language of the tokens; where they do not tell, the wish of the door."""
        words = [token for token in tokens if token.is_word]
        scores = dict.fromkeys(LANGUAGES, 0.0)
        unknown: list[str] = []
        for token in words:
            for language, points in self._points(token, unknown).items():
                scores[language] += points
        if scores["fr"] == scores["en"]:
            for word in unknown[:_MAX_SLIPS]:
                for language in LANGUAGES:
                    scores[language] += _SLIP * bool(self._vocabulary.mend(word, language))
        third = self._third(words, max(scores.values()))
        if scores["fr"] == scores["en"]:
            return Spoken(wish, third, is_sure=False)
        return Spoken("fr" if scores["fr"] > scores["en"] else "en", third)

    def _points(self, token: Token, unknown: list[str]) -> dict[Language, float]:
        points: dict[Language, float] = {}
        knows = {language: self._vocabulary.knows(token.text, language) for language in LANGUAGES}
        for language in LANGUAGES:
            _, other = languages_from(language)
            if token.text in self._telling[language]:
                points[language] = _FUNCTION_WORD
            elif knows[language] and not knows[other]:
                points[language] = _CONTENT_WORD
        if not any(knows.values()):
            unknown.append(token.text)
        if not _FRENCH_LETTERS.isdisjoint(token.raw.lower()):
            points["fr"] = points.get("fr", 0.0) + _FRENCH_LETTER
        return points

    def _third(self, words: Sequence[Token], ours: float) -> str | None:
        if not words:
            return None
        letters = [letter for token in words for letter in token.text]
        if sum(not _is_latin(letter) for letter in letters) * 2 > len(letters):
            return "?"
        counts = {code: sum(t.text in known for t in words) for code, known in self._foreign.items()}
        best = max(counts, key=counts.__getitem__, default="")
        return best if best and counts[best] * _FUNCTION_WORD > max(ours, _CONTENT_WORD) else None


def _is_latin(letter: str) -> bool:
    return letter.isascii() or "LATIN" in unicodedata.name(letter, "")
