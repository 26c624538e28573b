"""The base compiled for matching: what each fact's questions are made of, and how rare that is."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from bot.answering.facts import LANGUAGES, Fact, FactBase, Language
from bot.answering.figures import Figure, Numbers, read_numbers
from bot.answering.question import Mention, Question, Reader
from bot.answering.text import tokenize
from bot.answering.vocabulary import Sense, Vocabulary

Key = tuple[str, str]
"""A sense (kind, id) or a stem (language, stem): what two texts can have in common."""

_HALF = 0.1
"""The share of a fact's phrasings at which a word is half explained by the fact."""

_ANSWER_STRENGTH = 0.2
"""How well a fact explains a word that stands in its answer only."""


class Unit(NamedTuple):
    """One mention of a phrasing: all keys it can be recognised by, and its weight."""

    keys: frozenset[Key]
    weight: float


class Phrasing(NamedTuple):
    """One way to ask for a fact."""

    language: Language
    text: str
    units: tuple[Unit, ...]
    total: float


@dataclass(frozen=True)
class Profile:
    """A fact as matching sees it; `strength` says how well it explains a key, from 0 to 1."""

    fact: Fact
    strength: dict[Key, float]
    phrasings: tuple[Phrasing, ...]
    entities: frozenset[str]
    figures: tuple[Figure, ...]
    years: frozenset[int]
    families: dict[str, str]


class Index:
    """Profiles of all facts, postings from key to facts, and the weight of every key."""

    def __init__(self, base: FactBase, vocabulary: Vocabulary, reader: Reader) -> None:
        self.base = base
        for fact in base.facts.values():
            for language in LANGUAGES:
                vocabulary.learn(language, (*fact.phrasings_in(language), fact.answer.in_(language)))
        vocabulary.finish()
        read = {fact.id: _Read(fact, reader) for fact in base.facts.values()}
        strengths = {fact_id: _strengths(fact_read) for fact_id, fact_read in read.items()}
        frequency = Counter(
            key for strength in strengths.values() for key, value in strength.items() if value > 0.4
        )
        self._count = len(read)
        self._weights = {key: self._rarity(count) for key, count in frequency.items()}
        self.unknown_weight = self._rarity(0)
        self.postings: dict[Key, list[tuple[str, float]]] = defaultdict(list)
        for fact_id, strength in strengths.items():
            for key, value in strength.items():
                self.postings[key].append((fact_id, value))
        self.profiles = {
            fact_id: self._profile(fact_read, strengths[fact_id]) for fact_id, fact_read in read.items()
        }

    def weight(self, mention: Mention, language: Language) -> float:
        """How much a mention tells: the rarer among facts, the more; the commonest of its keys counts."""
        known = [self._weights[key] for key in keys_of(mention, language) if key in self._weights]
        return min(known) if known else self.unknown_weight

    def _rarity(self, count: int) -> float:
        return math.log(1 + self._count / (count + 0.5))

    def _profile(self, read: _Read, strength: dict[Key, float]) -> Profile:
        concepts = self.base.concept
        phrasings = []
        for language, text, mentions in read.phrasings:
            units = tuple(
                Unit(frozenset(keys_of(mention, language)), self.weight(mention, language))
                for mention in mentions
            )
            numbers = read_numbers(tokenize(text), language)
            units += tuple(Unit(frozenset({key}), self.unknown_weight) for key in number_keys(numbers))
            phrasings.append(Phrasing(language, text, units, sum(unit.weight for unit in units) or 1.0))
        answer = [c for _, mentions in read.answers for m in mentions for c in m.concepts]
        told = read_numbers(tokenize(read.fact.answer.fr), "fr")
        return Profile(
            fact=read.fact,
            strength=strength,
            phrasings=tuple(phrasings),
            entities=frozenset(read.fact.frame.entities),
            figures=told.figures,
            years=frozenset(told.years),
            families={family: c for c in answer if (family := concepts[c].family)},
        )


class _Read:
    """A fact with its phrasings and answers read."""

    def __init__(self, fact: Fact, reader: Reader) -> None:
        self.fact = fact
        self.phrasings = [
            (language, text, reader.mentions(text, language))
            for language in LANGUAGES
            for text in fact.phrasings_in(language)
        ]
        self.answers = [
            (language, reader.mentions(fact.answer.in_(language), language)) for language in LANGUAGES
        ]


def number_keys(numbers: Numbers | Question) -> list[Key]:
    """Figures and years as keys: a bounded figure counts as the number that it names."""
    figures = [("figure", str(f.low or f.high)) for f in numbers.figures]
    return figures + [("year", str(year)) for year in numbers.years]


def keys_of(mention: Mention, language: Language) -> Iterable[Key]:
    """Everything a mention can be recognised by."""
    yield from mention.senses
    if not mention.entity:
        for word in mention.stems:
            yield (language, word)


def _strengths(read: _Read) -> dict[Key, float]:
    """How well a fact explains each key: by its frame, the share of its phrasings, its answer."""
    counts = {
        language: Counter(
            key for code, _, mentions in read.phrasings if code == language
            for key in {k for m in mentions for k in keys_of(m, language)}
        )
        for language in LANGUAGES
    }  # fmt: skip
    strength: dict[Key, float] = {}
    for language, mentions in read.answers:
        for mention in mentions:
            strength.update(dict.fromkeys(keys_of(mention, language), _ANSWER_STRENGTH))
    for language in LANGUAGES:
        total = sum(code == language for code, _, _ in read.phrasings)
        for key, count in counts[language].items():
            share = count / total
            strength[key] = max(strength.get(key, 0.0), share / (share + _HALF))
    frame = read.fact.frame
    strength |= {Sense("concept", concept): 1.0 for concept in (*frame.asks, *frame.denies)}
    entities = {key for key in strength if key[0] == "entity"}
    for key in entities - {Sense("entity", entity) for entity in frame.entities}:
        del strength[key]
    strength |= {Sense("entity", entity): 1.0 for entity in (*frame.agent, *frame.target)}
    strength |= {Sense("entity", entity): 0.9 for entity in frame.about}
    return strength
