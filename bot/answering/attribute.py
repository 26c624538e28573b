"""What is asked of a name: « le salaire de M. Altman », "Google's debt", "is it listed?"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.answering.small_words import ARTICLES, POSSESSION, WHICH
from bot.answering.spotting import Mention
from bot.answering.text import Token

_ASKING = WHICH | {"combien", "qui", "what", "whats", "who", "how"}
_SMALL = ARTICLES | POSSESSION | {
    "est", "sont", "etait", "etaient", "sera", "c", "is", "was", "are", "were", "s", "a", "many", "much",
}  # fmt: skip
"""Words that may stand between the interrogative and what it asks for."""


def attribute_of(
    mentions: Sequence[Mention], tokens: Sequence[Token], is_yes_no: bool
) -> tuple[Mention, ...]:
    """The words for what a question asks of a name; none where it asks in another way."""
    return _owned(mentions, tokens) or (_predicate(mentions) if is_yes_no else ())


def _owned(mentions: Sequence[Mention], tokens: Sequence[Token]) -> tuple[Mention, ...]:
    """What is asked for as something of a name's: « le salaire de M. Altman »."""
    names = {m.start: m.end for m in mentions if m.entity or m.name}
    named = {place for start, end in names.items() for place in range(start, end)}
    others = [m for m in mentions if m.start not in names]
    last = next((place for place, m in enumerate(others) if _is_owned(m, names, tokens)), None)
    if last is None:
        return ()
    asked = others[: last + 1]
    lead = [tokens[i].text for i in range(asked[0].start) if i not in named and tokens[i].is_word]
    is_question = len(asked) == len(others) or not _ASKING.isdisjoint(lead)
    is_class = bool(lead) and lead[-1] in WHICH  # « quel modèle d'OpenAI » asks which of them
    is_plain = _ASKING.union(_SMALL).issuperset(lead) and _are_together(asked)
    return tuple(asked) if is_question and is_plain and not is_class else ()


def _predicate(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The word for what is asked of the one name in a question: "is it listed?"; none where more is said."""
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
    ends_in_link = place > mention.start + 1 and tokens[place - 1].text in POSSESSION
    if place >= len(tokens) or not (ends_in_link or tokens[place].text in POSSESSION):
        return False
    while place < len(tokens) and tokens[place].text in POSSESSION | ARTICLES:
        place += 1
    return place in names
