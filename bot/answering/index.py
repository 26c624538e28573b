"""The base compiled for matching: what each fact's questions are made of, and how rare that is."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from bot.answering.evidence import Evidence
from bot.answering.facts import LANGUAGES, Fact, FactBase, Language, SmallTalk
from bot.answering.figures import Figure
from bot.answering.keys import Key, mention_keys, question_keys
from bot.answering.postings import Postings
from bot.answering.question import Question, Reader
from bot.answering.spotting import Mention

_HALF = 0.1
"""The share of a fact's phrasings at which a word is half explained by the fact."""

_ANSWER_STRENGTH = 0.2
"""How well a fact explains a word that stands in its answer only."""

_TOLD_SHARE = 0.025
"""As what share of its phrasings the words count in which a claim is told."""

_COMMON_FROM = 0.4
"""The strength from which a key counts as one of a fact's own."""


@dataclass(frozen=True)
class Profile:
    """A fact as matching sees it; `told` are the concepts that it speaks of, not those that ask for it."""

    fact: Fact
    phrasings: tuple[str, ...]
    entities: frozenset[str]
    figures: tuple[Figure, ...]
    years: frozenset[int]
    families: dict[str, str]
    told: frozenset[str]


class Index:
    """Evidence for all claims, profiles of all facts, and the weight of every key."""

    def __init__(self, base: FactBase, reader: Reader) -> None:
        self.base = base
        counts: dict[str, Counter[Key]] = {}
        totals: dict[str, int] = {}
        self.profiles: dict[str, Profile] = {}
        strengths: dict[str, dict[Key, float]] = {}
        for claim in base.claims:
            phrasings = [
                reader.skim(text, language) for language in LANGUAGES for text in claim.phrasings_in(language)
            ]
            counts[claim.id] = Counter(key for phrasing in phrasings for key in question_keys(phrasing))
            totals[claim.id] = len(phrasings)
            if isinstance(claim, SmallTalk):
                continue
            told = [reader.skim(claim.told.in_(language), language) for language in LANGUAGES]
            for text in told:
                words = dict.fromkeys(question_keys(text), _TOLD_SHARE * len(phrasings))
                counts[claim.id].update(words)
            if isinstance(claim, Fact):
                strengths[claim.id] = _strength(claim, phrasings, told)
                self.profiles[claim.id] = _profile(claim, phrasings, told, base)
        self.evidence = Evidence(counts, totals)
        self._strengths = Postings(strengths)
        frequency = Counter(
            key for own in strengths.values() for key, value in own.items() if value > _COMMON_FROM
        )
        self._weights = {key: self._rarity(count) for key, count in frequency.items()}
        self.unknown_weight = self._rarity(0)

    def weight(self, mention: Mention, language: Language) -> float:
        """How much a mention tells: the rarer among facts, the more; the commonest of its keys counts."""
        known = [self._weights[key] for key in mention_keys(mention, language) if key in self._weights]
        return min(known) if known else self.unknown_weight

    def degrees(self, keys: Iterable[Key], fact_ids: Collection[str]) -> dict[str, float]:
        """How well each of some facts explains a mention with these keys, from 0 to 1."""
        return self._strengths.greatest(keys, fact_ids)

    def is_vague(self, mention: Mention) -> bool:
        """Whether a mention says so little that a fact need not have it."""
        return bool(mention.concepts) and all(self.base.concept[c].vague for c in mention.concepts)

    def is_alien(self, mention: Mention, language: Language) -> bool:
        """Whether a mention stands for a concept that no fact of the base is ever asked by."""
        return bool(mention.concepts) and self.weight(mention, language) == self.unknown_weight

    def _rarity(self, count: int) -> float:
        return math.log(1 + len(self.profiles) / (count + 0.5))


def plain(question: Question) -> str:
    """The folded words of a question, for comparing letters."""
    return " ".join(token.text for token in question.tokens)


def _profile(fact: Fact, phrasings: list[Question], answers: list[Question], base: FactBase) -> Profile:
    # The canonical questions come first of their language.
    canonical = [next(p for p in phrasings if p.language == language) for language in LANGUAGES]
    told = [base.concept[c] for text in answers for m in text.mentions for c in m.concepts]
    asked = (c for text in canonical for m in text.mentions for c in m.concepts)
    return Profile(
        fact=fact,
        phrasings=tuple(map(plain, phrasings)),
        entities=frozenset(fact.frame.entities),
        figures=answers[0].figures,
        years=frozenset(answers[0].years),
        families={concept.family: concept.id for concept in told if concept.family},
        told=frozenset(concept.id for concept in told) | {*fact.frame.asks, *fact.frame.denies, *asked},
    )


def _strength(fact: Fact, phrasings: list[Question], answers: list[Question]) -> dict[Key, float]:
    """How well a fact explains each key: by its frame, the share of its phrasings, its answer."""
    strength: dict[Key, float] = {}
    for answer in answers:
        strength.update(dict.fromkeys(_keys(answer), _ANSWER_STRENGTH))
    for language in LANGUAGES:
        own = [phrasing for phrasing in phrasings if phrasing.language == language]
        for key, count in Counter(key for phrasing in own for key in _keys(phrasing)).items():
            share = count / len(own)
            strength[key] = max(strength.get(key, 0.0), share / (share + _HALF))
    frame = fact.frame
    strength |= {f"concept:{concept}": 1.0 for concept in (*frame.asks, *frame.denies)}
    for key in [key for key in strength if key.startswith("entity:")]:
        del strength[key]
    strength |= {f"entity:{entity}": 0.9 for entity in frame.about}
    strength |= {f"entity:{entity}": 1.0 for entity in (*frame.agent, *frame.target)}
    return strength


def _keys(question: Question) -> set[Key]:
    return {key for mention in question.mentions for key in mention_keys(mention, question.language)}
