"""Who does what to whom: the role of every name, by preposition, voice and order of words."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import cast

from bot.answering.facts import LANGUAGES, FactBase, Language
from bot.answering.spotting import Mention, Role
from bot.answering.text import Token, forms_of

_PASSIVE = frozenset({"ete", "been", "was", "were", "being", "est", "sont", "is", "are", "fut", "be", "got"})
_AUXILIARIES = frozenset({"did", "does", "do", "has", "have", "had", "will", "would", "can", "could"})
_APPOSITIONS = frozenset(
    {"la", "le", "les", "the", "l", "societe", "entreprise", "boite", "company", "firm", "startup", "groupe"}
)
_NOUN: dict[Language, re.Pattern[str]] = {
    "fr": re.compile(r"(?:ments?|eurs?|euses?|rices?|ions?)$"),
    "en": re.compile(r"(?:[mi]ents?|ors?|ers?|ions?)$"),
}
"""What the word for an act ends in when it names the act or who does it, and so has no subject."""

_OTHER: dict[Role, Role] = {"agent": "target", "target": "agent"}
_NEAR = 3
"""How many words may stand between a name and the act whose subject it is."""

_JOINED = frozenset({"et", "and", "&", "ou", "or"})
_PROGRESSIVE = "ing"
"""What an English act in progress ends in: "is using" is no passive."""

_PARTICIPLES = frozenset({"bought", "sold", "paid", "given", "spent", "put", "built"})
_SUBJECTS = frozenset({"qui", "ki", "kiki"})
"""What, at the head of a French question, is its subject, so that a name after the verb is its object."""

_RELATIVES = frozenset({"que", "qu"})
"""What puts the subject after the verb: « les puces qu'utilise OpenAI »."""

_POSSESSION = frozenset({"de", "d", "du", "des", "of"})


_ASIDES = frozenset({"avant", "before", "besides", "outre", "hormis"})
"""What leads away from the question: "before it turned to OpenAI"."""

_ASIDE = 6
"""How many words away a name still belongs to it."""

_BY = frozenset({"by", "par"})
_ELIDED = {"d": "de"}


class Roles:
    """Assigns roles with the prepositions of the lexicon and the subjects of its concepts."""

    def __init__(self, base: FactBase) -> None:
        self._concepts = base.concept
        self._prepositions: dict[Language, dict[tuple[str, ...], Role]] = {
            code: {
                forms: cast(Role, role)
                for role, words in base.lexicon.prepositions.items()
                for forms in map(forms_of, words.in_(code))
            }
            for code in LANGUAGES
        }

    def assign(
        self, mentions: Sequence[Mention], tokens: Sequence[Token], language: Language
    ) -> list[Mention]:
        """Gives every name its role, as far as prepositions, voice and order tell it."""
        acts = [
            m for m in mentions if self._subject_of(m) and not _NOUN[language].search(tokens[m.end - 1].text)
        ]
        names = {m.start: m.end for m in mentions if m.entity or m.name or m.is_strange}
        nouns = {m.start for m in mentions if m.concepts and m not in acts}
        return [
            replace(m, role=self._role(m, acts, names, nouns, tokens, language)) if m.start in names else m
            for m in mentions
        ]

    def _subject_of(self, mention: Mention) -> Role | None:
        return next((s for c in mention.concepts if (s := self._concepts[c].subject)), None)

    def _role(
        self,
        mention: Mention,
        acts: Sequence[Mention],
        names: Mapping[int, int],
        nouns: Collection[int],
        tokens: Sequence[Token],
        language: Language,
    ) -> Role | None:
        before = _words_before(tokens, mention.start)
        while before and before[-1] in _APPOSITIONS:
            before.pop()
        if not _ASIDES.isdisjoint(t.text for t in tokens[max(0, mention.start - _ASIDE) : mention.start]):
            return "aside"
        opened = [_ELIDED.get(word, word) for word in before]
        for length in range(min(3, len(opened)), 0, -1):
            role = self._prepositions[language].get(tuple(opened[-length:]))
            led = next((a for a in acts if 0 <= mention.start - a.end <= 2), None)
            if led and before[-1] in _BY:
                return self._subject_of(led)  # « utilisées par OpenAI »: who uses, or supplies, or receives
            if role:
                return role
        after = tokens[mention.end].text if mention.end < len(tokens) else ""
        if (before and before[-1] in _POSSESSION) or after == "s":
            return "owner"
        follows = next((act for act in acts if act.start >= mention.end), None)
        end = mention.end
        while end < len(tokens) and tokens[end].text in _JOINED and end + 1 in names:
            end = names[end + 1]  # « Google et Amazon » act as one
        if follows and any(end <= other < follows.start for other in names):
            follows = None  # another name stands nearer to it
        if follows and (follows.start - end <= _NEAR or (before and before[-1] in _AUXILIARIES)):
            act = tokens[follows.start].text
            behind = tokens[follows.end].text if follows.end < len(tokens) else ""
            passive = (
                behind in _BY
                or (tokens[follows.start - 1].text in _PASSIVE and not act.endswith(_PROGRESSIVE))
                or (bool(before) and before[-1] in _PASSIVE and _is_participle(act))
            )
            return self._subject_of(follows) if not passive else _OTHER[self._subject_of(follows) or "agent"]
        if language == "en" and mention.end in nouns:
            return "owner"  # "that OpenAI rival"
        leads = next((act for act in acts if 0 <= mention.start - act.end <= 1), None)
        is_relative = leads is not None and tokens[leads.start - 1].text in _RELATIVES
        is_subject = bool(before) and before[-1] in _AUXILIARIES
        if leads and not (is_relative or is_subject) and (language == "en" or tokens[0].text in _SUBJECTS):
            return _OTHER[self._subject_of(leads) or "agent"]
        return None


def _words_before(tokens: Sequence[Token], end: int) -> list[str]:
    """The words that lead up to a place, three at most, with no sign or number between."""
    begin = end
    while begin > max(0, end - 3) and tokens[begin - 1].is_word:
        begin -= 1
    return [token.text for token in tokens[begin:end]]


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in _PARTICIPLES
