"""Numbers by key and claim, kept flat and small."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

from bot.answering.keys import Key

_HEAD = 6
"""The bytes of a key that lead to the range it stands in: its language and some letters, such as `fr:coû`."""


class Postings:
    """For every key the claims that have it, each with a number.

    There are some 75,000 keys, most of them in one claim: as objects they would take more memory than
    all else together. They stand sorted one after the other in `_text`, their postings in two arrays.
    """

    def __init__(self, numbers: Mapping[str, Mapping[Key, float]]) -> None:
        self._ids = list(numbers)
        postings: dict[bytes, list[tuple[int, float]]] = defaultdict(list)
        for place, claim_id in enumerate(self._ids):
            for key, number in numbers[claim_id].items():
                postings[_encoded(key)].append((place, number))
        keys = sorted(postings)
        self._text = b"".join(keys)
        self._ends = array("I", _sums(len(key) for key in keys))
        alike = Counter(key[:_HEAD] for key in keys)
        self._ranges = dict(zip(alike, pairwise(_sums(alike.values())), strict=True))
        self._stops = array("I", _sums(len(postings[key]) for key in keys))
        self._claims = array("H", (place for key in keys for place, _ in postings[key]))
        self._numbers = array("f", (number for key in keys for _, number in postings[key]))

    def __contains__(self, key: Key) -> bool:
        """Whether any claim has the key."""
        return self._place(key) is not None

    def sums(self, keys: Iterable[Key]) -> dict[str, float]:
        """By claim, what its numbers for some keys add up to; claims that have none of them are left out."""
        sums: dict[int, float] = defaultdict(float)
        for key in keys:
            for claim, number in self._at(key):
                sums[claim] += number
        return {self._ids[claim]: total for claim, total in sums.items()}

    def greatest(self, keys: Iterable[Key]) -> dict[str, float]:
        """By claim, the greatest of its numbers for some keys; claims that have none of them are left out."""
        greatest: dict[int, float] = {}
        for key in keys:
            for claim, number in self._at(key):
                if number > greatest.get(claim, 0.0):
                    greatest[claim] = number
        return {self._ids[claim]: number for claim, number in greatest.items()}

    def _at(self, key: Key) -> Iterable[tuple[int, float]]:
        """The claims that have a key, by their places, with their numbers."""
        place = self._place(key)
        if place is None:
            return ()
        start, stop = self._stops[place], self._stops[place + 1]
        return zip(self._claims[start:stop], self._numbers[start:stop], strict=True)

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
