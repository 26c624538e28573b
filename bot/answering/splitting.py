"""A message → the sentences in it, with joined questions told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.answering.text import clean

MAX_PARTS = 4

_SENTENCE_END = re.compile(r"(?<=[?!…\n;])|(?<=\.)(?=\s|$)")
_ABBREVIATION = re.compile(r"\b(M|Mr|Mrs|Ms|Dr|St|vs|etc)\.", re.IGNORECASE)
_JOINT = re.compile(
    r"\s*,?\s+(?:et|and|puis|then|plus(?!\s+qu)|n|&)\s+(?:aussi |also )?|\s*[,:]\s+", re.IGNORECASE
)
_INTERROGATIVE = (
    r"combien|cb|cmb|qui est|qui l|qui a|qui|ki|quand|kan|pourquoi|pk|comment|quels?|quelles?|kel|quoi|koi|"
    r"lesquel\w*|"
    r"est[- ]ce|où|"
    r"how|hw|who|whos|whose|when|wen|where|why|what|whats|what's|wat|which|hows|whens|wheres|whys"
)
_CONJUNCTION = r"(?:et|and|ou|or|puis|then)\b"
_PRONOUN = r"(?:ils?|elles?|on)\b"
_INVERSION = rf"(?:(?:est|sont|a|ont|va|vont)[- ]|\w+-)(?:t[- ])?{_PRONOUN}"
_POSSESSIVE = r"(?:its|their|his|her|son|sa|ses|leurs?)\s+\w+"
_VERB = r"(?:is|are|does|did|do|was|were|has|have|will|can)\b"
_INDIRECT = r"whether|me demand(?:e|ais|ait)"
_ASKS = re.compile(
    rf"^(?:{_VERB}|que\b|qu['’])|\?|\b(?:{_INTERROGATIVE}|{_INDIRECT})\b|\b{_INVERSION}", re.IGNORECASE
)
_BEGINS = re.compile(
    rf"(?:(?!{_CONJUNCTION})[\w'’-]+\s+){{0,5}}?(?:{_INTERROGATIVE})\b|{_VERB}", re.IGNORECASE
)
_BEGINS_AFTER_AND = re.compile(rf"que\b|qu['’]|{_PRONOUN}|{_POSSESSIVE}", re.IGNORECASE)
_RELATIVE = re.compile(r"(?:\w+\s+)?(?:whose|which|whom|dont|où|l[ae]quelle?|lesquel\w*)\b", re.IGNORECASE)
"""What begins a clause about the word before the comma: "OpenAI, whose chatbot leads, …"."""

_ANTECEDENT = re.compile(
    r"\b(?:ce(?:lui|lle|ux|lles)?|quelqu'un|anyone|someone|those|people|whoever)\s+(?:qui|who)\b",
    re.IGNORECASE,
)
"""What makes a relative of an interrogative: « merci à celui qui m'aide »."""

_NAME_ALONE = re.compile(r"[^\s,]+\s*\?*$")
"""What is a question after a comma and "and": « et Google ? »."""

_INVERTED = re.compile(rf"(?:[^\s,]+\s+){{0,3}}?{_INVERSION}", re.IGNORECASE)
"""What begins a question after a comma."""

_VERB_AT_ONCE = re.compile(rf"{_INVERSION}|{_VERB}", re.IGNORECASE)


_BARE = re.compile(
    rf"\W*(?:(?:et|mais|and|but|so)\s+)?(?:{_INTERROGATIVE})(?:\s+(?:ça|ca|that|so))?\W*", re.IGNORECASE
)
_OPEN_QUESTION = re.compile(
    rf"^\W*(?:{_INTERROGATIVE})\b.*\?|\b(?:{_INTERROGATIVE})\s*\??\s*$", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence of a message, and whether it asks."""

    text: str
    asks: bool

    @property
    def is_bare(self) -> bool:
        """Whether it only asks, and says nothing of what: « pourquoi ? »."""
        return bool(_BARE.fullmatch(self.text))

    @property
    def is_open_question(self) -> bool:
        """Whether it plainly asks for something other than yes or no, and so claims nothing."""
        return bool(_OPEN_QUESTION.search(self.text))


def split(message: str) -> list[Part]:
    """The sentences of a message, in order; a sentence that asks twice makes two."""
    text = _ABBREVIATION.sub(r"\1 ", clean(message))
    pieces = [piece for sentence in _SENTENCE_END.split(text) for piece in _questions(sentence.strip())]
    return [
        Part(piece, bool(_ASKS.search(_ANTECEDENT.sub("", piece))))
        for piece in pieces if any(c.isalnum() for c in piece)
    ]  # fmt: skip


def _questions(sentence: str) -> list[str]:
    """Cuts a sentence where a new question begins after one that already asks."""
    begin, asks_from = 0, _asks_from(sentence, 0)
    pieces = []
    for joint in _JOINT.finditer(sentence):
        if asks_from > joint.start():
            continue
        if _follows(sentence, begin, joint):
            pieces.append(sentence[begin : joint.start()])
            begin, asks_from = joint.end(), _asks_from(sentence, joint.end())
    return [*pieces, sentence[begin:]]


def _follows(sentence: str, begin: int, joint: re.Match[str]) -> bool:
    """Whether a new question follows a joint of a sentence that has asked since `begin`."""
    after, sign = joint.end(), joint[0].lstrip()[0]
    if joint[0].strip() == ",":
        if _RELATIVE.match(sentence, after):
            return False
        if _VERB_AT_ONCE.match(sentence, after):  # the second comma of « OpenAI, la société, va-t-elle … »
            return sentence.find(",", begin, joint.start()) < 0
    elif _BEGINS_AFTER_AND.match(sentence, after) or (sign == "," and _NAME_ALONE.match(sentence, after)):
        return True
    return bool(_BEGINS.match(sentence, after) or (sign == "," and _INVERTED.match(sentence, after)))


def _asks_from(sentence: str, begin: int) -> int:
    """The place up to which a sentence must be read to know that it asks; its end where it does not."""
    if _BEGINS.match(sentence, begin) or _BEGINS_AFTER_AND.match(sentence, begin):
        return begin
    found = _ASKS.search(sentence, begin)
    return found.end() if found else len(sentence)
