"""Figures and years in tokens, read as intervals, so that "more than 50 million" can be judged.

A figure is an interval of possible values: "100 million" is one point, "more than 100 million" all
above it, "hundreds of millions" everything from 100 to 1,000 million.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.answering.text import Token

_SCALES = {
    "fr": {"mille": 1e3, "millier": 1e3, "milliers": 1e3, "k": 1e3, "million": 1e6, "millions": 1e6,
           "milion": 1e6, "milions": 1e6, "m": 1e6, "mio": 1e6, "milliard": 1e9, "milliards": 1e9,
           "miliard": 1e9, "miliards": 1e9, "md": 1e9, "mds": 1e9, "mrd": 1e9,
           "billion": 1e12, "billions": 1e12},
    "en": {"thousand": 1e3, "thousands": 1e3, "k": 1e3, "million": 1e6, "millions": 1e6, "m": 1e6,
           "mil": 1e6, "mln": 1e6, "mn": 1e6, "milion": 1e6, "billion": 1e9, "billions": 1e9, "bilion": 1e9,
           "b": 1e9, "bn": 1e9, "bln": 1e9, "trillion": 1e12, "trillions": 1e12},
}  # fmt: skip
_TYPED = {"milliard": 1e9, "milliards": 1e9, "billion": 1e9, "billions": 1e9, "million": 1e6, "millions": 1e6}
_NUMBERS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9, "dix": 10, "vingt": 20, "trente": 30, "cinquante": 50, "cent": 100, "a": 1, "one": 1, "two": 2,
    "three": 3, "four": 4, "five": 5, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twenty": 20,
    "thirty": 30, "fifty": 50, "hundred": 100, "half": 0.5, "demi": 0.5,
}  # fmt: skip
_HALVES = {"half", "demi"}
_GROUPS = {"dizaine": 10, "dizaines": 10, "centaine": 100, "centaines": 100, "tens": 10, "hundreds": 100,
           "dozens": 10, "thousands": 1_000, "milliers": 1_000}  # fmt: skip
_FEW = {"quelques", "quelque", "few", "couple", "several", "plusieurs"}
_BETWEEN = {"t", "il", "elle", "ils", "elles", "on", "les", "the", "a"}
"""What may stand between a bounding word and its figure: « dépasse-t-il les 3 milliards »."""

_LINKS = {"de", "d", "des", "of", "the"}
_CURRENCIES = {"$": "usd", "dollar": "usd", "dollars": "usd", "usd": "usd", "buck": "usd", "bucks": "usd",
               "€": "eur", "euro": "eur", "euros": "eur", "eur": "eur", "£": "gbp", "pounds": "gbp",
               "livres": "gbp", "¥": "jpy", "yen": "jpy", "yens": "jpy", "yuan": "cny", "yuans": "cny",
               "won": "krw", "wons": "krw"}  # fmt: skip
_BOUNDS: dict[tuple[str, ...], Literal["over", "under"]] = {
    ("plus", "de"): "over", ("plus", "d"): "over", ("plus", "que"): "over", ("more", "than"): "over",
    ("over",): "over", ("above",): "over", ("au", "dessus", "de"): "over", ("upwards", "of"): "over",
    ("moins", "de"): "under", ("moins", "d"): "under", ("moins", "que"): "under", ("less", "than"): "under",
    ("under",): "under", ("below",): "under", ("fewer", "than"): "under", ("en", "dessous", "de"): "under",
    ("au", "moins"): "over", ("at", "least"): "over", ("au", "dela", "de"): "over", ("exceed",): "over",
    ("north", "of"): "over", ("south", "of"): "under",
    ("depasse",): "over", ("exceeded",): "over", ("exceeds",): "over", ("at", "most"): "under",
    ("au", "maximum"): "under", ("depasser",): "over", ("up", "to"): "under", ("jusqu", "a"): "under",
}  # fmt: skip
WORDS = {
    language: frozenset(
        {*scales, *_NUMBERS, *_GROUPS, *_FEW, *_TYPED, *(c for c in _CURRENCIES if c.isalpha())}
    )
    for language, scales in _SCALES.items()
}
"""The words that make up figures, by language: never slips of other words."""

_BEGINNINGS = frozenset({*_NUMBERS, *_GROUPS, *_FEW, *_TYPED, *_CURRENCIES})
_YEAR = re.compile(r"(?:19|20)\d\d")

Comparison = Literal["same", "implied", "contradicted", "open"]


@dataclass(frozen=True, slots=True)
class Figure:
    """All values from `low` to `high` (both included unless infinite), in `unit` (ISO currency or %)."""

    low: float
    high: float
    unit: str = ""

    def held_against(self, truth: Figure) -> Comparison:
        """What the true figure says of this one: the same, implied by it, contradicted, or left open."""
        if self.unit and truth.unit and self.unit != truth.unit:
            return "contradicted"
        if (self.low, self.high) == (truth.low, truth.high) or (self.is_point and self.low == truth.low):
            return "same"
        if self.high < truth.low or self.low > truth.high or self.high == truth.low < truth.high:
            return "contradicted"
        if truth.is_point and truth.low in {self.low, self.high}:
            return "open"  # whether "less than a billion" holds of a billion is left to the reader
        if self.low <= truth.low and truth.high <= self.high:
            return "implied"
        return "open"

    @property
    def is_point(self) -> bool:
        """Whether it is one value."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Numbers:
    """The figures and years of a text, and which tokens they took."""

    figures: tuple[Figure, ...]
    years: tuple[int, ...]
    taken: frozenset[int]


def read_numbers(tokens: Sequence[Token], language: str) -> Numbers:
    """Finds all figures and years; small bare numbers (a list's length, a version) are left alone."""
    figures: list[Figure] = []
    years: list[int] = []
    taken: set[int] = set()
    position = 0
    while position < len(tokens):
        word = tokens[position].text
        found = _figure_at(tokens, position, language) if word in _BEGINNINGS or word[0].isdigit() else None
        if found is not None:
            figure, begin, end = found
            figures.append(figure)
            taken.update(range(begin, position))
        elif _YEAR.fullmatch(word):
            years.append(int(word))
            end = position + 1
        else:
            position += 1
            continue
        taken.update(range(position, end))
        position = end
    return Numbers(tuple(dict.fromkeys(figures)), tuple(dict.fromkeys(years)), frozenset(taken))


def _figure_at(tokens: Sequence[Token], start: int, language: str) -> tuple[Figure, int, int] | None:
    """The figure that begins at a token, with where its bounding words begin and where it ends."""
    position, unit = start, ""
    if tokens[position].text in _CURRENCIES and not tokens[position].is_word:
        unit, position = _CURRENCIES[tokens[position].text], position + 1
    if position == len(tokens):
        return None
    span = _group(tokens, position, language) or _amount(tokens, position, language, bool(unit))
    if span is None:
        return None
    low, high, position = span
    unit, position = _unit_after(tokens, position, unit)
    figure, begin = _bounded(Figure(low, high, unit), tokens, start)
    return figure, begin, position


def _group(tokens: Sequence[Token], start: int, language: str) -> tuple[float, float, int] | None:
    """ "tens of thousands", "des centaines de millions", "quelques millions", "billions"."""
    word = tokens[start].text
    if word in _FEW and start + 1 < len(tokens) and tokens[start + 1].text in _GROUPS:
        return _group(tokens, start + 1, language)
    if word in _GROUPS or word in _FEW:
        position = start + 1
        while position < len(tokens) and tokens[position].text in _LINKS:
            position += 1
        follows = tokens[position].text if position < len(tokens) else ""
        scale = _scale(tokens, position, language) or float(_GROUPS.get(follows, 0) if word in _FEW else 0)
        factor = 2.0 if word in _FEW else float(_GROUPS[word])
        if scale:
            return (factor * scale, factor * scale * (5 if word in _FEW else 10) - 1, position + 1)
        if word in _GROUPS:
            return (factor, factor * 10 - 1, start + 1)
    plural = word.endswith("s") and word in _TYPED
    before = tokens[start - 1].text if start else ""
    if plural and not before[:1].isdigit() and before not in _NUMBERS and before not in _FEW:
        scale = _scale(tokens, start, language)
        return (scale, scale * 1e3 - 1, start + 1) if scale else None
    return None


def _amount(
    tokens: Sequence[Token], start: int, language: str, has_unit: bool
) -> tuple[float, float, int] | None:
    token = tokens[start]
    if _is_year(token) and not has_unit:
        return None
    value = _value(token.text) if token.is_number else float(_NUMBERS.get(token.text, 0))
    if not value:
        return None
    position, scale = start + 1, 1.0
    if token.text in _HALVES and position < len(tokens) and tokens[position].text in {"a", "an"}:
        position += 1
    while step := _scale(tokens, position, language):
        scale, position = scale * step, position + 1
    follows = tokens[position].text if position < len(tokens) else ""
    has_unit = has_unit or follows in _CURRENCIES or follows == "%"
    if scale == 1.0 and (not token.is_number or (not has_unit and value < 10_000)):
        return None
    return value * scale, value * scale, position


def _scale(tokens: Sequence[Token], position: int, language: str) -> float:
    if position >= len(tokens):
        return 0.0
    word = tokens[position].text
    return _SCALES[language].get(word, 0.0) or _TYPED.get(word, 0.0)


def _unit_after(tokens: Sequence[Token], position: int, unit: str) -> tuple[str, int]:
    look = position
    while look < len(tokens) and tokens[look].text in _LINKS:
        look += 1
    if look < len(tokens):
        if tokens[look].text in _CURRENCIES:
            return _CURRENCIES[tokens[look].text], look + 1
        if tokens[look].text == "%":
            return "%", look + 1
    return unit, position


def _bounded(figure: Figure, tokens: Sequence[Token], start: int) -> tuple[Figure, int]:
    """The figure with the bound that the words before it set ("more than"), and where these begin."""
    end = start
    while end and tokens[end - 1].text in _BETWEEN:
        end -= 1
    for stop in {start, end}:
        for words, bound in _BOUNDS.items():
            begin = stop - len(words)
            if begin >= 0 and tuple(token.text for token in tokens[begin:stop]) == words:
                bounded = replace(figure, high=math.inf) if bound == "over" else replace(figure, low=0.0)
                return bounded, begin
    return figure, start


def _value(text: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", text):
        text = text.replace(",", "")
    head, *rest = re.split(r"[.,]", text)
    return float(head + ("." + "".join(rest) if rest else ""))


def _is_year(token: Token) -> bool:
    return _YEAR.fullmatch(token.text) is not None
