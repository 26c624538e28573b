"""Text as people type it → plain tokens that can be compared.

Whatever Discord would render (mentions, links, emoji, markdown) is dropped, look-alike letters,
full width forms, stacked accents and zero-width characters are folded, and elisions are opened.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

MAX_CHARACTERS = 6_000
"""What is read of a text; Discord itself stops at 4,000."""

MAX_TOKENS = 400
"""What is understood of it: the longest real questions stay far below."""

_DISCORD = re.compile(
    r"<(?:@[!&]?|#|a?:\w{1,32}:|t:|/[^:>]{1,64}:)[^>\s]{0,64}>|https?://\S+|www\.\S+|\bdiscord(?:app)?\.(?:gg|com)/\S+"
)
_MARKDOWN = re.compile(r"[*_~`|>\\#\[\]()]+")
_REPEATED = re.compile(r"([^\W\d_])\1{2,}")
_THOUSANDS = re.compile(r"(?<![\w-])\d{1,3}(?:[ \u00a0\u202f']\d{3})+(?!\d)")
"""Digits in groups; those of a name are none: "GPT-4 100"."""

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[?!.;:,…\n$€£¥%+&/]")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufe00-\ufe0f]")
_UNREADABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\uf8ff\ufff0-\uffff]")
_STACKED = re.compile(r"[\u0300-\u036f\u0488\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼ´`′＇"), "'")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ı": "i"})
_LOOKALIKES = str.maketrans(
    "аеорсухікѕјԁһмнтвгАВЕКМНОРСТУХІαεικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxiksjdhmhtbrABEKMHOPCTYXIaeiknoptuxABEZHIKMNOPTYX",
)
_STEMMERS = {"fr": Stemmer.Stemmer("french"), "en": Stemmer.Stemmer("english")}


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or sign: `text` folded for comparison, `raw` as typed."""

    text: str
    raw: str

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.text[0].isalpha()

    @property
    def is_number(self) -> bool:
        """Whether it is made of digits."""
        return self.text[0].isdigit()


def clean(text: str) -> str:
    """Drops what is not language: unreadable characters, mentions, links, markdown, long repeats."""
    text = text[:MAX_CHARACTERS]
    if not (text.isascii() and text.isprintable()):
        text = _STACKED.sub("", unicodedata.normalize("NFKC", text.translate(_APOSTROPHES)))
        text = _UNREADABLE.sub(" ", _INVISIBLE.sub("", text))
    text = _MARKDOWN.sub(" ", _DISCORD.sub(" ", text))
    return _REPEATED.sub(r"\1\1", _THOUSANDS.sub(_joined, text))


def _joined(groups: re.Match[str]) -> str:
    return "".join(filter(str.isdigit, groups[0]))


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Lower case without accents, with look-alike Cyrillic and Greek letters as their Latin twins."""
    if not text.isascii():
        if any("a" <= c <= "z" or "A" <= c <= "Z" for c in text):
            text = text.translate(_LOOKALIKES)
        decomposed = unicodedata.normalize("NFD", text.casefold().translate(_LIGATURES))
        return "".join(c for c in decomposed if not unicodedata.combining(c))
    return text.lower()


def tokenize(text: str) -> list[Token]:
    """Splits a text into folded tokens; letters and digits part company (`gpt4` → `gpt`, `4`)."""
    return [Token(fold(raw) or raw, raw) for raw in _TOKEN.findall(clean(text))[:MAX_TOKENS]]


def words_of(tokens: Iterable[Token]) -> list[str]:
    """The folded words and numbers among tokens."""
    return [token.text for token in tokens if token.is_word or token.is_number]


def forms_of(expression: str) -> tuple[str, ...]:
    """The folded words of an expression, without numbers and signs."""
    return tuple(token.text for token in tokenize(expression) if token.is_word)


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """The stem of a folded word, by Snowball; short words and numbers stay as they are."""
    if len(word) < 4 or word[0].isdigit():
        return word
    return str(_STEMMERS[language].stemWord(word))
