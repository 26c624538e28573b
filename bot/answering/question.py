"""Text → Question: the frame that facts are held against, read in one pass.

The frame says what the words stand for (entities, concepts, unknown names and words), the kind of
answer asked, figures and years, whether it is a yes/no question, whether it is negated, and the role
of every name where a preposition or the order of words tells it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, cast

from bot.answering.facts import LANGUAGES, Concept, FactBase, Language
from bot.answering.figures import Figure, read_numbers
from bot.answering.language import Ear, Spoken
from bot.answering.text import Token, fold, stem, tokenize
from bot.answering.vocabulary import EMPTY, Match, Sense, Vocabulary

Negation = Literal["asked", "stated"]
"""A negation that asks to confirm ("isn't it …?"), or one that states ("it is no longer …")."""

Role = Literal["agent", "target", "companion", "owner"]

_INVERSION = re.compile(r"\b\w+-(?:t-)?(?:il|elle|ils|elles|on|ce)\b")
_PLUS_NEGATED = re.compile(
    r"\b(?:n'|ne )\s?\S+ (?:\S+ )?plus\b(?! (?:de|d'|que|qu'|puissan|gran|gros|cher))|\bno longer\b|\bany ?more\b"
)
_AFFIRMED = re.compile(r"\b(?:pas mal|pas vrai|n est ce pas|est ce pas|why not|not only|pas que)\b")
"""Expressions that hold a negation and deny nothing."""

_WEAK_KINDS = frozenset({"choice", "list", "manner", "definition"})
_PASSIVE = frozenset({"ete", "been", "was", "were", "being", "est", "sont", "is", "are", "fut", "be", "got"})
_AUXILIARIES = frozenset({"did", "does", "do", "has", "have", "had", "will", "would", "can", "could"})
_APPOSITIONS = frozenset(
    {"la", "le", "les", "the", "l", "societe", "entreprise", "boite", "company", "firm", "startup", "groupe"}
)
_NOUN: dict[Language, re.Pattern[str]] = {
    "fr": re.compile(r"(?:ments?|eurs?|euses?|rices?|ions?)$"),
    "en": re.compile(r"(?:ments?|ors?|ers?|ions?)$"),
}
"""What the word for an act ends in when it names the act or who does it, and so has no subject."""

_OTHER: dict[Role, Role] = {"agent": "target", "target": "agent"}
_NEAR = 3
"""How many words may stand between a name and the act whose subject it is."""

_POSSESSION = frozenset({"de", "d", "du", "des", "of"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Something the question names: its possible senses, where it stands, and its role if it has one.

    `stems` serve to find the same words in phrasings. A `soft` mention is part of an interrogative
    ("which company"): it may help a fact, but a fact need not have it. Without senses the word is
    foreign: neither base nor lexicon know it.
    """

    senses: tuple[Sense, ...]
    stems: tuple[str, ...]
    start: int
    end: int
    text: str
    role: Role | None = None
    soft: bool = False

    @property
    def entity(self) -> str | None:
        return next((sense.id for sense in self.senses if sense.kind == "entity"), None)

    @property
    def name(self) -> str | None:
        return next((sense.id for sense in self.senses if sense.kind == "name"), None)

    @property
    def concepts(self) -> tuple[str, ...]:
        return tuple(sense.id for sense in self.senses if sense.kind == "concept")

    @property
    def is_foreign(self) -> bool:
        return not self.senses


@dataclass(frozen=True)
class Question:
    """One question, understood."""

    text: str
    language: Language
    foreign_language: str | None
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    kinds: frozenset[str]
    is_yes_no: bool
    negation: Negation | None
    figures: tuple[Figure, ...]
    years: tuple[int, ...]

    @property
    def is_negated(self) -> bool:
        return self.negation is not None

    @cached_property
    def entities(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(m.entity for m in self.mentions if m.entity))

    @cached_property
    def names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(m.name for m in self.mentions if m.name))

    @cached_property
    def concepts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(c for m in self.mentions for c in m.concepts))

    @cached_property
    def says_something(self) -> bool:
        """Whether anything in it could be asked of an article."""
        return bool(self.mentions or self.figures or self.years)


class Reader:
    """Reads questions with the words of one base."""

    def __init__(self, base: FactBase, vocabulary: Vocabulary, ear: Ear) -> None:
        self._concepts: dict[str, Concept] = base.concept
        self._vocabulary = vocabulary
        self._ear = ear
        self._yes_no = {code: _forms(base.lexicon.yes_no[code].openers) for code in LANGUAGES}
        self._tags = {code: _forms(base.lexicon.yes_no[code].tags) for code in LANGUAGES}
        self._negations = {code: _forms(base.lexicon.negation.in_(code)) for code in LANGUAGES}
        self._prepositions = {
            code: {form: cast(Role, role) for role in base.lexicon.prepositions for form in _forms(
                base.lexicon.prepositions[role].in_(code))}
            for code in LANGUAGES
        }  # fmt: skip

    def listen(self, text: str, wish: Language) -> Spoken:
        """The language of a whole message."""
        return self._ear.listen(tokenize(text), wish)

    def read(self, text: str, spoken: Spoken) -> Question:
        """Reads one question in the language that was heard, slips mended and roles assigned."""
        tokens = self._mended(tokenize(text), spoken.language)
        question = self._skim(text, tokens, spoken)
        forms = [token.text for token in tokens]
        tag = self._tag(forms, spoken.language)
        negation = self._negation(forms[: len(forms) - tag], fold(text), spoken.language, bool(tag))
        mentions = self._with_roles(question.mentions, tokens, spoken.language)
        return replace(question, negation=negation, mentions=tuple(mentions))

    def skim(self, text: str, language: Language) -> Question:
        """Reads a text for what it names and asks, without roles and negation: enough for phrasings."""
        return self._skim(text, self._mended(tokenize(text), language), Spoken(language))

    def _skim(self, text: str, tokens: Sequence[Token], spoken: Spoken) -> Question:
        language = spoken.language
        forms = [token.text for token in tokens]
        numbers = read_numbers(tokens, language)
        asked = list(self._vocabulary.asking[language].find(forms))
        soft = {i for _, start, end in asked for i in range(start, end) if end - start > 1}
        kinds = frozenset(kind for kind, start, end in asked if self._asks(kind, start, end, tokens, language))
        is_yes_no = kinds <= _WEAK_KINDS and (
            bool(self._tag(forms, language))
            or self._opens(forms, language)
            or bool(not kinds and _INVERSION.search(fold(text)))
        )
        return Question(
            text=text,
            language=language,
            foreign_language=spoken.foreign,
            tokens=tuple(tokens),
            mentions=tuple(self._spot(tokens, language, numbers.taken, soft)),
            kinds=kinds,
            is_yes_no=is_yes_no,
            negation=None,
            figures=numbers.figures,
            years=numbers.years,
        )

    def _mended(self, tokens: Sequence[Token], language: Language) -> list[Token]:
        """Puts known words in the place of misspelt ones."""
        mended: list[Token] = []
        for token in tokens:
            if not token.is_word or self._vocabulary.knows(token.text, language):
                mended.append(token)
                continue
            words = self._vocabulary.mend(token.text, language)
            if self._is_foreign_word(token.text, language) and not (len(words) == 1 and len(token.text) > 5):
                words = ()
            mended += [Token(word, token.raw) for word in words] or [token]
        return mended

    def _is_foreign_word(self, word: str, language: Language) -> bool:
        """Whether the other language knows the word, so that it may be meant as it stands."""
        return self._vocabulary.knows(word, "en" if language == "fr" else "fr")

    def _spot(
        self, tokens: Sequence[Token], language: Language, taken: frozenset[int], soft: set[int]
    ) -> list[Mention]:
        order: tuple[Language, Language] = ("fr", "en") if language == "fr" else ("en", "fr")
        forms = [token.text for token in tokens]
        stems = {code: [stem(form, code) for form in forms] for code in order}
        mentions: list[Mention] = []
        position = 0
        while position < len(tokens):
            token = tokens[position]
            if position in taken or not (token.is_word or token.is_number):
                position += 1
                continue
            capitals = self._vocabulary.tables[language].capitals.get(token.raw)
            match = (
                Match(capitals, 1) if capitals
                else self._match(forms, stems, position, order) or Match((), 1)
            )
            end = position + match.length
            if match.senses != (EMPTY,) and self._counts(token, match):
                mentions.append(
                    Mention(
                        senses=match.senses,
                        stems=tuple(stems[language][position:end]),
                        start=position,
                        end=end,
                        text=" ".join(t.raw for t in tokens[position:end]),
                        soft=all(i in soft for i in range(position, end)),
                    )
                )
            position = end
        return mentions

    def _match(
        self, forms: Sequence[str], stems: dict[Language, list[str]], at: int, order: Sequence[Language]
    ) -> Match | None:
        for language in order:
            match = self._vocabulary.tables[language].match(forms, stems[language], at)
            if match is not None:
                return match
        return None

    def _counts(self, token: Token, match: Match) -> bool:
        """Whether a word says anything: single letters, bare small numbers and known function words do not."""
        if match.senses:
            if all(sense.kind == "name" for sense in match.senses):
                is_mended = fold(token.raw) != token.text
                return not (is_mended or (token.text in self._vocabulary.capitalised and token.raw.islower()))
            return True
        return token.is_word and len(token.text) > 2 and not self._vocabulary.is_function_word(token.text)

    def _asks(self, kind: str, start: int, end: int, tokens: Sequence[Token], language: Language) -> bool:
        """Whether an interrogative really asks: a bare pronoun may be a relative one in mid-sentence."""
        if end - start > 1 or kind not in {"person", "reason", "place", "date", "manner"}:
            return True
        words = [i for i, token in enumerate(tokens) if token.is_word]
        table = self._vocabulary.tables[language]
        before = [
            i for i in words
            if i < start and table.forms.get(tokens[i].text) != (EMPTY,)
            and not self._vocabulary.is_function_word(tokens[i].text)
        ]
        return kind in {"reason", "date", "manner"} or not before or end > words[-1] - 1

    def _opens(self, forms: Sequence[str], language: Language) -> bool:
        words = [form for form in forms if form[0].isalpha()]
        table = self._vocabulary.tables[language]
        for start in range(min(len(words), 8)):
            if any(tuple(words[start : start + n]) in self._yes_no[language] for n in range(1, 6)):
                return True
            if table.forms.get(words[start]) != (EMPTY,):
                return False
        return False

    def _tag(self, forms: Sequence[str], language: Language) -> int:
        """How many tokens the closing tag takes ("n'est-ce pas ?", "right?"); 0 without one."""
        end = len(forms)
        while end and not forms[end - 1][0].isalpha():
            end -= 1
        for length in range(5, 0, -1):
            words = tuple(form for form in forms[max(0, end - length) : end] if form[0].isalpha())
            if end > length and words in self._tags[language]:
                return len(forms) - end + length
        return 0

    def _negation(self, forms: Sequence[str], folded: str, language: Language, has_tag: bool) -> Negation | None:
        """Whether the question is negated, and whether that negation is meant."""
        if _PLUS_NEGATED.search(folded):
            return "stated"
        forms = _AFFIRMED.sub(" ", " ".join(forms)).split()
        negated = any(
            tuple(forms[start : start + n]) in self._negations[language]
            for start in range(len(forms))
            for n in (1, 2, 3)
        )
        if not negated:
            return None
        return "stated" if has_tag else "asked"

    def _with_roles(
        self, mentions: Sequence[Mention], tokens: Sequence[Token], language: Language
    ) -> list[Mention]:
        """Gives every name its role, as far as prepositions, voice and order tell it."""
        acts = [m for m in mentions if self._subject_of(m) and not _NOUN[language].search(tokens[m.end - 1].text)]
        return [
            replace(m, role=self._role(m, acts, tokens, language)) if m.entity or m.name else m
            for m in mentions
        ]

    def _subject_of(self, mention: Mention) -> Role | None:
        return next((s for c in mention.concepts if (s := self._concepts[c].subject)), None)

    def _role(
        self, mention: Mention, acts: Sequence[Mention], tokens: Sequence[Token], language: Language
    ) -> Role | None:
        before = [t.text for t in tokens[max(0, mention.start - 3) : mention.start] if t.is_word]
        while before and before[-1] in _APPOSITIONS:
            before.pop()
        for length in range(min(3, len(before)), 0, -1):
            role = self._prepositions[language].get(tuple(before[-length:]))
            if role:
                return role
        after = tokens[mention.end].text if mention.end < len(tokens) else ""
        if (before and before[-1] in _POSSESSION) or after == "s":
            return "owner"
        follows = next((act for act in acts if act.start >= mention.end), None)
        if follows and (follows.start - mention.end <= _NEAR or (before and before[-1] in _AUXILIARIES)):
            passive = tokens[follows.start - 1].text in _PASSIVE
            return self._subject_of(follows) if not passive else _OTHER[self._subject_of(follows) or "agent"]
        leads = next((act for act in acts if 0 <= mention.start - act.end <= 1), None)
        return _OTHER[self._subject_of(leads) or "agent"] if leads and language == "en" else None


def _forms(expressions: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(t.text for t in tokenize(e) if t.is_word) for e in expressions)
