"""Text as people type it → plain tokens that can be compared.

Whatever Discord would render (mentions, links, emoji, markdown) is dropped, look-alike letters,
full width forms, stacked accents and zero-width characters are folded, and elisions are opened.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

MAX_CHARACTERS = 6_000
"""What is read of a text; Discord itself stops at 4,000."""

MAX_TOKENS = 400
"""What is understood of it: the longest real questions stay far below."""

_DISCORD = re.compile(r"<(?:@[!&]?|#|a?:\w{1,32}:|t:|/[^:>]{1,64}:)[^>\s]{0,64}>|https?://\S+|www\.\S+")
_MARKDOWN = re.compile(r"[*_~`|>\\#\[\]()]+")
_REPEATED = re.compile(r"([^\W\d_])\1{2,}")
_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f'](?=\d{3}(?!\d))")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[?!.;:,…\n$€£¥%+&/]")
_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼ´`′＇"), "'")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ı": "i"})
_LOOKALIKES = str.maketrans(
    "аеорсухікѕјԁһмнтвгАВЕКМНОРСТУХІαεικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxiksjdhmhtbrABEKMHOPCTYXIaeiknoptuxABEZHIKMNOPTYX",
)
_STEMMERS = {"fr": Stemmer.Stemmer("french"), "en": Stemmer.Stemmer("english")}

SENTENCE_ENDS = frozenset("?!.;…\n")


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or sign: `text` folded for comparison, `raw` as typed."""

    text: str
    raw: str

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def is_number(self) -> bool:
        return self.text[0].isdigit()


def clean(text: str) -> str:
    """Drops what is not language: unreadable characters, mentions, links, markdown, long repeats."""
    text = text[:MAX_CHARACTERS].encode("utf-8", "replace").decode("utf-8")
    text = _DISCORD.sub(" ", text)
    text = unicodedata.normalize("NFKC", text.translate(_APOSTROPHES))
    text = "".join(" " if _is_control(c) else c for c in text if not _is_invisible(c))
    return _REPEATED.sub(r"\1\1", _THOUSANDS.sub("", _MARKDOWN.sub(" ", text)))


def fold(text: str) -> str:
    """Lower case without accents, with look-alike Cyrillic and Greek letters as their Latin twins."""
    if not text.isascii():
        if any("a" <= c <= "z" or "A" <= c <= "Z" for c in text):
            text = text.translate(_LOOKALIKES)
        decomposed = unicodedata.normalize("NFD", text.casefold().translate(_LIGATURES))
        return "".join(c for c in decomposed if not unicodedata.combining(c))
    return text.casefold()


def tokenize(text: str) -> list[Token]:
    """Splits a text into folded tokens; letters and digits part company (`gpt4` → `gpt`, `4`)."""
    return [
        Token(fold(raw) or raw, raw)
        for raw in _TOKEN.findall(_strip_stacked_accents(clean(text)))[:MAX_TOKENS]
    ]


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """The stem of a folded word, by Snowball; short words and numbers stay as they are."""
    if len(word) < 4 or word[0].isdigit():
        return word
    return _STEMMERS[language].stemWord(word)


def _strip_stacked_accents(text: str) -> str:
    """Composes accents that have a letter of their own and drops all others, so words stay whole."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text)
    return "".join(c for c in composed if not unicodedata.combining(c))


def _is_control(character: str) -> bool:
    return character != "\n" and unicodedata.category(character) in {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"
