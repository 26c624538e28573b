"""Who does what to whom: the role of every name, by preposition, voice and order of words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.answering.facts import LANGUAGES, FactBase, Language, Role
from bot.answering.small_words import ARTICLES, POSSESSION
from bot.answering.spotting import Mention
from bot.answering.text import Token, forms_of

_PASSIVE = frozenset({"ete", "been", "was", "were", "being", "est", "sont", "is", "are", "fut", "be", "got"})
_AUXILIARIES = frozenset({"did", "does", "do", "has", "have", "had", "will", "would", "can", "could"})
_APPOSITIONS = ARTICLES | {
    "societe", "entreprise", "boite", "groupe", "company", "firm", "startup",
}  # fmt: skip
"""What may stand between a preposition and its name."""

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

_FRONTING = frozenset({"combien", "cb", "cmb", "quel", "quels", "quelle", "quelles", "kel", "kels"})
"""What puts the object of a French question before its verb."""

_RELATIVES = frozenset({"que", "qu"})
"""What puts the subject after the verb: « les puces qu'utilise OpenAI »."""

_LOOSE = frozenset({"sur", "on"})
"""Prepositions that lead to what an act reaches, and without one to the subject: "an article on Apple"."""

_BEFORE_NOUNS = ARTICLES | {"this", "that", "its", "their", "ce", "cette", "sa", "leur"}
"""What makes a noun of the word behind, so that it has no subject: "the fund"."""

_ASIDE = 6
"""How many words behind one that leads away from the question a name still belongs to it."""

_BY = frozenset({"by", "par"})
_ELIDED = {"d": "de"}


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One question as roles are read in it: where its acts stand, its names and other nouns, start → end."""

    tokens: Sequence[Token]
    language: Language
    acts: Sequence[Mention]
    names: Mapping[int, int]
    nouns: Mapping[int, int]

    def before(self, place: int) -> list[str]:
        """The words that lead up to a place, three at most, with no sign, number or apposition between."""
        begin = place
        while begin > max(0, place - 3) and self.tokens[begin - 1].is_word:
            begin -= 1
        words = [token.text for token in self.tokens[begin:place]]
        while words and words[-1] in _APPOSITIONS:
            words.pop()
        return words

    def word(self, place: int) -> str:
        """The word at a place, empty behind the last."""
        return self.tokens[place].text if place < len(self.tokens) else ""


class Roles:
    """Assigns roles with the prepositions of the lexicon and the subjects of its concepts."""

    def __init__(self, base: FactBase) -> None:
        self._concepts = base.concept
        self._prepositions: dict[Language, dict[tuple[str, ...], Role]] = {
            code: {
                forms: role
                for role, words in base.lexicon.prepositions.items()
                for forms in map(forms_of, words.in_(code))
            }
            for code in LANGUAGES
        }
        self._asides = frozenset(
            form
            for known in self._prepositions.values()
            for forms, role in known.items() if role == "aside"
            for form in forms
        )  # fmt: skip

    def assign(
        self, mentions: Sequence[Mention], tokens: Sequence[Token], language: Language
    ) -> list[Mention]:
        """Gives every name its role, as far as prepositions, voice and order tell it."""
        acts = [m for m in mentions if self._subject_of(m) and not _is_noun(m, tokens, language)]
        sentence = _Sentence(
            tokens=tokens,
            language=language,
            acts=acts,
            names={m.start: m.end for m in mentions if m.entity or m.name or m.is_strange},
            nouns={m.start: m.end for m in mentions if m.concepts and m not in acts},
        )
        return [
            replace(m, role=self._role(m, sentence)) if m.start in sentence.names else m for m in mentions
        ]

    def _subject_of(self, mention: Mention) -> Role | None:
        return next((s for c in mention.concepts if (s := self._concepts[c].subject)), None)

    def _object_of(self, mention: Mention) -> Role:
        return _OTHER[self._subject_of(mention) or "agent"]

    def _role(self, mention: Mention, sentence: _Sentence) -> Role | None:
        before = sentence.before(mention.start)
        near = sentence.tokens[max(0, mention.start - _ASIDE) : mention.start]
        if not self._asides.isdisjoint(token.text for token in near):
            return "aside"
        if role := self._by_preposition(mention, before, sentence):
            return role
        if (before and before[-1] in POSSESSION) or sentence.word(mention.end) == "s":
            return "owner"
        if role := self._as_subject(mention, before, sentence):
            return role
        if sentence.language == "en" and mention.end in sentence.nouns:
            return "owner"  # "that OpenAI rival"
        return self._as_object(mention, before, sentence)

    def _by_preposition(self, mention: Mention, before: list[str], sentence: _Sentence) -> Role | None:
        led_by = [act for act in sentence.acts if 0 <= mention.start - act.end <= _NEAR]
        if before and before[-1] in _BY and led_by:
            return self._subject_of(led_by[-1])  # « utilisées par OpenAI »: who uses, supplies or receives
        if before and before[-1] in _LOOSE and not led_by:
            return None
        words = [_ELIDED.get(word, word) for word in before]
        known = self._prepositions[sentence.language]
        found = (known.get(tuple(words[-length:])) for length in range(len(words), 0, -1))
        return next(filter(None, found), None)

    def _as_subject(self, mention: Mention, before: list[str], sentence: _Sentence) -> Role | None:
        """The role of a name before an act, by its voice."""
        end = mention.end
        while sentence.word(end) in _JOINED and end + 1 in sentence.names:
            end = sentence.names[end + 1]  # « Google et Amazon » act as one
        act = next((act for act in sentence.acts if act.start >= mention.end), None)
        if act is None or any(end <= other < act.start for other in sentence.names):
            return None  # another name stands nearer to it
        if _is_whose_object(mention, act, sentence):
            return "owner"
        if act.start - end > _NEAR and not (before and before[-1] in _AUXILIARIES):
            return None
        word = sentence.word(act.start)
        is_passive = (
            not _BY.isdisjoint(sentence.word(place) for place in range(act.start, act.end + 1))
            or (sentence.word(act.start - 1) in _PASSIVE and not word.endswith(_PROGRESSIVE))
            or (bool(before) and before[-1] in _PASSIVE and _is_participle(word))
        )
        return self._object_of(act) if is_passive else self._subject_of(act)

    def _as_object(self, mention: Mention, before: list[str], sentence: _Sentence) -> Role | None:
        """The role of a name right behind an act."""
        act = next((act for act in sentence.acts if 0 <= mention.start - act.end <= 1), None)
        if (
            act is None
            or sentence.word(act.start - 1) in _RELATIVES
            or (before and before[-1] in _AUXILIARIES)
        ):
            return None
        if sentence.language == "fr" and sentence.word(0) not in _SUBJECTS:
            return None  # French puts the subject there too: « les puces qu'utilise OpenAI »
        return self._object_of(act)


def _is_noun(act: Mention, tokens: Sequence[Token], language: Language) -> bool:
    """Whether the word for an act stands as a noun, which has no subject: "the fund", « investisseur »."""
    after_article = act.start > 0 and tokens[act.start - 1].text in _BEFORE_NOUNS
    return after_article or bool(_NOUN[language].search(tokens[act.end - 1].text))


def _is_whose_object(mention: Mention, act: Mention, sentence: _Sentence) -> bool:
    """Whether a name says whose the object in front is: « Combien de puces Nvidia utilise X ? »."""
    asks_for_object = not _FRONTING.isdisjoint(token.text for token in sentence.tokens[: mention.start])
    is_behind_noun = mention.start in sentence.nouns.values()
    return sentence.language == "fr" and asks_for_object and is_behind_noun and act.end in sentence.names


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in _PARTICIPLES
