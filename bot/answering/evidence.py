"""Which claim a question's words speak for: naive Bayes over all phrasings, kept flat and small."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise

from bot.answering.keys import Key

_RARE = 0.0005
"""The share of phrasings at which a key begins to speak for a claim: below one of any claim's."""

_PAIR = 0.7
"""What a pair of words counts beside its words, which speak already."""

_HEAD = 6
"""The bytes of a key that lead to the range it stands in: its language and some letters, such as `fr:coû`."""


class Evidence:
    """What every key adds to every claim that is asked for with it: the log of its share of phrasings.

    There are some 75,000 keys, most of them in one claim: as objects they would take more memory than
    all else together. They stand sorted one after the other in `_text`, their postings in two arrays.
    """

    def __init__(self, counts: Mapping[str, Counter[Key]], totals: Mapping[str, int]) -> None:
        self._ids = list(counts)
        postings: dict[bytes, list[tuple[int, float]]] = defaultdict(list)
        for number, claim_id in enumerate(self._ids):
            for key, count in counts[claim_id].items():
                weight = math.log(1 + count / totals[claim_id] / _RARE)
                postings[_encoded(key)].append((number, _PAIR * weight if " " in key else weight))
        keys = sorted(postings)
        self._text = b"".join(keys)
        self._ends = array("I", _sums(len(key) for key in keys))
        alike = Counter(key[:_HEAD] for key in keys)
        self._ranges = dict(zip(alike, pairwise(_sums(alike.values())), strict=True))
        self._stops = array("I", _sums(len(postings[key]) for key in keys))
        self._claims = array("H", (number for key in keys for number, _ in postings[key]))
        self._weights = array("f", (weight for key in keys for _, weight in postings[key]))

    def of(self, keys: Collection[Key]) -> dict[str, float]:
        """The evidence that keys add up to, by claim; claims that share no key are left out."""
        scores: dict[int, float] = defaultdict(float)
        for key in keys:
            place = self._place(key)
            if place is not None:
                start, stop = self._stops[place], self._stops[place + 1]
                for number, weight in zip(self._claims[start:stop], self._weights[start:stop], strict=True):
                    scores[number] += weight
        return {self._ids[number]: score for number, score in scores.items()}

    def known(self, keys: Iterable[Key]) -> int:
        """How many of the keys stand in any phrasing."""
        return sum(self._place(key) is not None for key in keys)

    def _place(self, key: Key) -> int | None:
        """Which of the sorted keys it is, if any."""
        wanted = _encoded(key)
        first, stop = self._ranges.get(wanted[:_HEAD], (0, 0))
        place = bisect_left(range(stop), wanted, first, key=self._key_at)
        return place if place < stop and self._key_at(place) == wanted else None

    def _key_at(self, place: int) -> bytes:
        return self._text[self._ends[place] : self._ends[place + 1]]


def _encoded(key: Key) -> bytes:
    return key.encode("utf-8", "replace")


def _sums(lengths: Iterable[int]) -> Iterable[int]:
    """Where each of several lengths laid end to end begins, and where the last ends."""
    total = 0
    yield total
    for length in lengths:
        total += length
        yield total
