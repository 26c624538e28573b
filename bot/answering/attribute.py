"""What is asked of a name: « le salaire de M. Altman », "Google's debt"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.spotting import Mention
from bot.answering.text import Token

_WHICH = frozenset({"quel", "quelle", "quels", "quelles", "kel", "which"})
_ASKING = _WHICH | {"combien", "qui", "what", "whats", "who", "how"}
_SMALL = frozenset(
    {"est", "sont", "etait", "etaient", "sera", "c", "le", "la", "les", "l", "un", "une", "de", "d", "du",
     "des", "is", "was", "are", "were", "s", "the", "a", "an", "of", "many", "much"}
)  # fmt: skip
"""Words that may stand between the interrogative and what it asks for."""

_LINKS = frozenset({"de", "d", "du", "des", "of"})
_ARTICLES = frozenset({"le", "la", "l", "les", "the"})


def attribute_of(mentions: Sequence[Mention], tokens: Sequence[Token]) -> Mention | None:
    """The thing that a question asks of a name; None where it asks in another way."""
    names = {m.start: m.end for m in mentions if m.entity or m.name}
    named = {place for start, end in names.items() for place in range(start, end)}
    first = next((m for m in mentions if m.start not in names), None)
    if first is None or not first.concepts or not _is_owned(first, names, tokens):
        return None
    lead = [tokens[i].text for i in range(first.start) if i not in named and tokens[i].is_word]
    is_alone = all(m is first or m.start in names for m in mentions)
    is_asked = is_alone or not _ASKING.isdisjoint(lead)
    is_class = bool(lead) and lead[-1] in _WHICH  # « quel modèle d'OpenAI » asks which of them
    return first if is_asked and not is_class and _ASKING.union(_SMALL).issuperset(lead) else None


def _is_owned(mention: Mention, names: dict[int, int], tokens: Sequence[Token]) -> bool:
    """Whether a name follows with "of", or goes before with "'s"."""
    if mention.start >= 2 and tokens[mention.start - 1].text == "s":
        return mention.start - 1 in names.values()
    place = mention.end
    if place >= len(tokens) or tokens[place].text not in _LINKS:
        return False
    while place < len(tokens) and tokens[place].text in _LINKS | _ARTICLES:
        place += 1
    return place in names
