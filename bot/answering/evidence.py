"""Which claim a question's words speak for: naive Bayes over all phrasings, kept flat and small."""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from bot.answering.keys import Key

_RARE = 0.0005
"""The share of phrasings at which a key begins to speak for a claim: below one of any claim's."""


class Evidence:
    """What every key adds to every claim that is asked for with it: the log of its share of phrasings.

    The postings of all keys stand one after the other in two arrays; `_spans` tells where each key's
    begin and end.
    """

    def __init__(self, counts: Mapping[str, Counter[Key]], totals: Mapping[str, int]) -> None:
        self._ids = list(counts)
        postings: dict[Key, list[tuple[int, float]]] = defaultdict(list)
        for number, claim_id in enumerate(self._ids):
            for key, count in counts[claim_id].items():
                postings[key].append((number, math.log(1 + count / totals[claim_id] / _RARE)))
        self._claims, self._weights = array("H"), array("f")
        self._spans: dict[Key, tuple[int, int]] = {}
        for key, pairs in postings.items():
            start = len(self._claims)
            self._claims.extend(number for number, _ in pairs)
            self._weights.extend(weight for _, weight in pairs)
            self._spans[key] = (start, len(self._claims))

    def of(self, keys: Collection[Key]) -> dict[str, float]:
        """The evidence that keys add up to, by claim; claims that share no key are left out."""
        scores: dict[int, float] = defaultdict(float)
        for key in keys:
            span = self._spans.get(key)
            if span is not None:
                start, end = span
                for number, weight in zip(self._claims[start:end], self._weights[start:end], strict=True):
                    scores[number] += weight
        return {self._ids[number]: score for number, score in scores.items()}

    def known(self, keys: Iterable[Key]) -> int:
        """How many of the keys stand in any phrasing."""
        return sum(key in self._spans for key in keys)
