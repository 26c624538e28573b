"""The base compiled for matching: what each fact's questions are made of, and how rare that is."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from bot.answering.facts import LANGUAGES, Claim, Fact, FactBase, Language
from bot.answering.figures import Figure
from bot.answering.question import Mention, Question, Reader
from bot.answering.text import stem
from bot.answering.vocabulary import Sense, Vocabulary

Key = tuple[str, str]
"""A sense (kind, id) or a stem (language, stem): what two texts can have in common."""

_HALF = 0.1
"""The share of a fact's phrasings at which a word is half explained by the fact."""

_RARE = 0.0005
"""The share of phrasings at which a key begins to speak for a claim: below one of any claim's."""

_ANSWER_STRENGTH = 0.2
"""How well a fact explains a word that stands in its answer only."""


@dataclass(frozen=True)
class Profile:
    """A claim as matching sees it; `strength` says how well it explains a key, from 0 to 1."""

    claim: Claim
    strength: dict[Key, float]
    phrasings: tuple[str, ...]
    entities: frozenset[str]
    figures: tuple[Figure, ...]
    years: frozenset[int]
    families: dict[str, str]


class Index:
    """Profiles of all facts, and for every key how strongly it speaks for each fact.

    `evidence` is that of a naive Bayes model over the phrasings: what a key adds to a claim beyond what
    it adds to one that has never been asked for with it.
    """

    def __init__(self, base: FactBase, vocabulary: Vocabulary, reader: Reader) -> None:
        self.base = base
        read = {claim.id: _Read(claim, reader) for claim in base.claims}
        strengths = {fact_id: _strengths(fact_read) for fact_id, fact_read in read.items()}
        frequency = Counter(
            key
            for fact_id, strength in strengths.items() if fact_id in base.facts
            for key, value in strength.items() if value > 0.4
        )
        self._count = len(base.facts)
        self._weights = {key: self._rarity(count) for key, count in frequency.items()}
        self.unknown_weight = self._rarity(0)
        self.evidence = _evidence(read.values())
        self.profiles = {
            fact_id: self._profile(fact_read, strengths[fact_id]) for fact_id, fact_read in read.items()
        }

    def weight(self, mention: Mention, language: Language) -> float:
        """How much a mention tells: the rarer among facts, the more; the commonest of its keys counts."""
        known = [self._weights[key] for key in keys_of(mention, language) if key in self._weights]
        return min(known) if known else self.unknown_weight

    def is_alien(self, mention: Mention) -> bool:
        """Whether a mention stands for a concept that no fact of the base is ever asked by."""
        return bool(mention.concepts) and not any(sense in self._weights for sense in mention.senses)

    def _rarity(self, count: int) -> float:
        return math.log(1 + self._count / (count + 0.5))

    def _profile(self, read: _Read, strength: dict[Key, float]) -> Profile:
        concepts = self.base.concept
        answer = [c for q in read.answers for m in q.mentions for c in m.concepts]
        return Profile(
            claim=read.claim,
            strength=strength,
            phrasings=tuple(plain(question) for question in read.phrasings),
            entities=frozenset(read.claim.frame.entities),
            figures=read.answers[0].figures if read.answers else (),
            years=frozenset(read.answers[0].years) if read.answers else frozenset(),
            families={family: c for c in answer if (family := concepts[c].family)},
        )


class _Read:
    """A claim with its phrasings and answers read, and how many phrasings hold each key."""

    def __init__(self, claim: Claim, reader: Reader) -> None:
        self.claim = claim
        self.phrasings = [
            reader.skim(text, language)
            for language in LANGUAGES
            for text in claim.phrasings_in(language)
        ]
        self.answers = [reader.skim(text, code) for code in LANGUAGES for text in _answer(claim, code)]
        self.counts = Counter(key for phrasing in self.phrasings for key in set(evidence_keys(phrasing)))


def _answer(claim: Claim, language: Language) -> tuple[str, ...]:
    return (claim.answer.in_(language),) if isinstance(claim, Fact) else ()


def plain(question: Question) -> str:
    """The folded words of a question, for comparing letters."""
    return " ".join(token.text for token in question.tokens)


def number_keys(question: Question) -> list[Key]:
    """Figures and years as keys: a bounded figure counts as the number that it names."""
    figures = [("figure", str(f.low or f.high)) for f in question.figures]
    return figures + [("year", str(year)) for year in question.years]


def keys_of(mention: Mention, language: Language) -> Iterable[Key]:
    """Everything a mention can be recognised by."""
    yield from mention.senses
    if not mention.entity:
        for word in mention.stems:
            yield (language, word)


def evidence_keys(question: Question) -> list[Key]:
    """All that can speak for a fact: stems and their pairs, senses, kinds, numbers."""
    language = question.language
    stems = [stem(token.text, language) for token in question.tokens if token.text[0].isalnum()]
    keys: list[Key] = [(language, word) for word in stems]
    keys += [(language, f"{a} {b}") for a, b in pairwise(["<", *stems, ">"])]
    keys += [sense for mention in question.mentions for sense in mention.senses]
    keys += [("kind", kind) for kind in question.kinds]
    if question.is_yes_no:
        keys.append(("kind", "yes-no"))
    return keys + number_keys(question)


def _evidence(reads: Iterable[_Read]) -> dict[Key, tuple[tuple[str, float], ...]]:
    """What every key adds to every claim that is asked for with it: the log of its share of phrasings."""
    evidence: dict[Key, list[tuple[str, float]]] = defaultdict(list)
    for read in reads:
        total = len(read.phrasings)
        for key, count in read.counts.items():
            evidence[key].append((read.claim.id, math.log(1 + count / total / _RARE)))
    return {key: tuple(postings) for key, postings in evidence.items()}


def _strengths(read: _Read) -> dict[Key, float]:
    """How well a fact explains each key: by its frame, the share of its phrasings, its answer."""
    counts = {
        language: Counter(
            key for phrasing in read.phrasings if phrasing.language == language
            for key in {k for m in phrasing.mentions for k in keys_of(m, language)}
        )
        for language in LANGUAGES
    }  # fmt: skip
    strength: dict[Key, float] = {}
    for answer in read.answers:
        for mention in answer.mentions:
            strength.update(dict.fromkeys(keys_of(mention, answer.language), _ANSWER_STRENGTH))
    for language in LANGUAGES:
        total = sum(phrasing.language == language for phrasing in read.phrasings)
        for key, count in counts[language].items():
            share = count / total
            strength[key] = max(strength.get(key, 0.0), share / (share + _HALF))
    frame = read.claim.frame
    strength |= {Sense("concept", concept): 1.0 for concept in (*frame.asks, *frame.denies)}
    entities = {key for key in strength if key[0] == "entity"}
    for key in entities - {Sense("entity", entity) for entity in frame.entities}:
        del strength[key]
    strength |= {Sense("entity", entity): 1.0 for entity in (*frame.agent, *frame.target)}
    strength |= {Sense("entity", entity): 0.9 for entity in frame.about}
    return strength
