"""A message → the questions in it: greetings and context dropped, several questions told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.answering.text import clean

MAX_PARTS = 4

_SENTENCE_END = re.compile(r"(?<=[?!…\n;])|(?<=\.)(?=\s|$)")
_ABBREVIATION = re.compile(r"\b(M|Mr|Mrs|Ms|Dr|St|vs|etc)\.", re.IGNORECASE)
_JOINT = re.compile(
    r"[,;]?\s+(?:et|and|puis|then|plus|also|n|&)\s+(?=(?:est[- ]ce|esq|combien|cb|cmb|qui|ki|quand|kan|où|pourquoi|pk|"
    r"comment|quel|quelle|quels|quelles|kel|à quoi|a quoi|dans quoi|en quelle|de quel|c'est quoi|c quoi|c koi|"
    r"qu'est|que fait|ils comptent|"
    r"how|hw|who|whos|when|wen|where|why|y|what|wat|whats|what's|which|whose|is|are|does|did|do|was|were|has|have|will|"
    r"from which|in which)\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\?|\b(?:combien|cb|cmb|qui est|quand|pourquoi|pk|comment|quels?|quelles?|quoi|koi|est[- ]ce|où|"
    r"how|who|whose|when|where|why|what|whats|wat|which)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence of a message, and whether it asks."""

    text: str
    asks: bool


def split(message: str) -> list[Part]:
    """The sentences of a message, in order, with joined questions taken apart."""
    text = _ABBREVIATION.sub(r"\1 ", clean(message))
    sentences = [found.strip() for found in _SENTENCE_END.split(text)]
    parts = [
        Part(piece.strip(), bool(_ASKS.search(piece)))
        for sentence in sentences if any(c.isalnum() for c in sentence)
        for piece in _JOINT.split(sentence)
    ]  # fmt: skip
    return [part for part in parts if any(c.isalnum() for c in part.text)]
