"""What is asked of a name: « le salaire de M. Altman », "Google's debt", "is it listed?"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

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


def attribute_of(mentions: Sequence[Mention], tokens: Sequence[Token]) -> tuple[Mention, ...]:
    """The words for what a question asks of a name; none where it asks in another way."""
    names = {m.start: m.end for m in mentions if m.entity or m.name}
    named = {place for start, end in names.items() for place in range(start, end)}
    others = [m for m in mentions if m.start not in names]
    last = next((place for place, m in enumerate(others) if _is_owned(m, names, tokens)), None)
    if last is None:
        return ()
    asked = others[: last + 1]
    lead = [tokens[i].text for i in range(asked[0].start) if i not in named and tokens[i].is_word]
    is_question = len(asked) == len(others) or not _ASKING.isdisjoint(lead)
    is_class = bool(lead) and lead[-1] in _WHICH  # « quel modèle d'OpenAI » asks which of them
    is_plain = _ASKING.union(_SMALL).issuperset(lead) and _are_together(asked)
    return tuple(asked) if is_question and is_plain and not is_class else ()


def predicate_of(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The word for what a yes/no question asks of the one name in it; none where it has more to say."""
    names = {m.entity or m.name for m in mentions if m.entity or m.name}
    others = [m for m in mentions if not (m.entity or m.name)]
    return tuple(others) if len(names) == len(others) == 1 and others[0].concepts else ()


def _are_together(mentions: Sequence[Mention]) -> bool:
    """Whether hardly a word stands between: « gaspillage d'argent »."""
    return all(after.start - before.end <= 1 for before, after in pairwise(mentions))


def _is_owned(mention: Mention, names: dict[int, int], tokens: Sequence[Token]) -> bool:
    """Whether a name follows with "of", or goes before with "'s"."""
    if mention.start >= 2 and tokens[mention.start - 1].text == "s":
        return mention.start - 1 in names.values()
    place = mention.end
    ends_in_link = place > mention.start + 1 and tokens[place - 1].text in _LINKS
    if place >= len(tokens) or not (ends_in_link or tokens[place].text in _LINKS):
        return False
    while place < len(tokens) and tokens[place].text in _LINKS | _ARTICLES:
        place += 1
    return place in names
