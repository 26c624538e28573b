"""A message → the sentences in it, with joined questions told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.answering.text import clean

MAX_PARTS = 4

_SENTENCE_END = re.compile(r"(?<=[?!…\n;])|(?<=\.)(?=\s|$)")
_ABBREVIATION = re.compile(r"\b(M|Mr|Mrs|Ms|Dr|St|vs|etc)\.", re.IGNORECASE)
_JOINT = re.compile(r"\s*,?\s+(?:et|and|puis|then|plus|n|&)\s+(?:aussi |also )?|\s*[,:]\s+", re.IGNORECASE)
_INTERROGATIVE = (
    r"combien|cb|cmb|qui est|qui l|qui a|qui|ki|quand|kan|pourquoi|pk|comment|quels?|quelles?|kel|quoi|koi|"
    r"lesquel\w*|"
    r"est[- ]ce|où|"
    r"how|hw|who|whos|whose|when|wen|where|why|what|whats|what's|wat|which|hows|whens|wheres|whys"
)
_PRONOUN = r"(?:ils?|elles?|on)\b"
_INVERSION = rf"(?:(?:est|sont|a|ont|va|vont)[- ]|\w+-)(?:t[- ])?{_PRONOUN}"
_POSSESSIVE = r"(?:its|their|his|her|son|sa|ses|leurs?)\s+\w+"
_VERB = r"(?:is|are|does|did|do|was|were|has|have|will|can)\b"
_ASKS = re.compile(rf"^(?:{_VERB}|que\b|qu['’])|\?|\b(?:{_INTERROGATIVE})\b|\b{_INVERSION}", re.IGNORECASE)
_BEGINS = re.compile(
    rf"(?:[\w'’-]+\s+){{0,5}}?(?:{_INTERROGATIVE})\b|{_POSSESSIVE}|"
    rf"que\b|qu['’]|{_PRONOUN}|{_VERB}",
    re.IGNORECASE,
)
_NAME_ALONE = re.compile(r"[^\s,]+\s*\?*$")
"""What is a question after a comma and "and": « et Google ? »."""

_INVERTED = re.compile(rf"(?:\S+\s+){{0,3}}?{_INVERSION}", re.IGNORECASE)
"""What begins a question after a comma."""


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence of a message, and whether it asks."""

    text: str
    asks: bool


def split(message: str) -> list[Part]:
    """The sentences of a message, in order; a sentence that asks twice makes two."""
    text = _ABBREVIATION.sub(r"\1 ", clean(message))
    pieces = [piece for sentence in _SENTENCE_END.split(text) for piece in _questions(sentence.strip())]
    return [Part(piece, bool(_ASKS.search(piece))) for piece in pieces if any(c.isalnum() for c in piece)]


def _questions(sentence: str) -> list[str]:
    """Cuts a sentence where a new question begins after one that already asks."""
    begin, asks_from = 0, _asks_from(sentence, 0)
    pieces = []
    for joint in _JOINT.finditer(sentence):
        if asks_from > joint.start():
            continue
        has_comma = joint[0].lstrip().startswith(",")
        follows = (
            _BEGINS.match(sentence, joint.end())
            or (has_comma and _INVERTED.match(sentence, joint.end()))
            or (has_comma and joint[0].strip() != "," and _NAME_ALONE.match(sentence, joint.end()))
        )
        if follows:
            pieces.append(sentence[begin : joint.start()])
            begin, asks_from = joint.end(), _asks_from(sentence, joint.end())
    return [*pieces, sentence[begin:]]


def _asks_from(sentence: str, begin: int) -> int:
    """The place up to which a sentence must be read to know that it asks; its end where it does not."""
    if _BEGINS.match(sentence, begin):
        return begin
    found = _ASKS.search(sentence, begin)
    return found.end() if found else len(sentence)
