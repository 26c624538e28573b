"""Numbers by key and claim, kept flat and small."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from heapq import nlargest
from itertools import pairwise

from bot.answering.keys import Key

_LONG = 1_000
"""The number of claims from which a key that they have in common leads to none of them."""

_LIKELY = 500
"""How many claims such keys are counted for, those first that the other keys speak for most."""

_HEAD = 6
"""The bytes of a key that lead to the range it stands in: its language and some letters, such as `fr:coû`."""


class Postings:
    """For every key the claims that have it, each with a number.

    There are some 75,000 keys, most of them in one claim: as objects they would take more memory than
    all else together. They stand sorted one after the other in `_text`, their postings in two arrays.
    """

    def __init__(self, numbers: Mapping[str, Mapping[Key, float]]) -> None:
        self._ids = list(numbers)
        self._places = {claim_id: place for place, claim_id in enumerate(self._ids)}
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
        """By claim, what its numbers for some keys add up to; claims that have none of them are left out.

        In a base of thousands of claims, those count that the rarer keys lead to: a key that most claims
        have tells little by itself, and to add it to each of them would take time by their number.
        """
        spans = sorted((self._span(key) for key in keys), key=lambda span: span[1] - span[0])
        rare = sum(stop - start <= _LONG for start, stop in spans) or 1
        sums: dict[int, float] = defaultdict(float)
        for start, stop in spans[:rare]:
            for claim, number in zip(self._claims[start:stop], self._numbers[start:stop], strict=True):
                sums[claim] += number
        if len(sums) > _LIKELY:
            sums = dict(nlargest(_LIKELY, sums.items(), key=lambda item: item[1]))
        for start, stop in spans[rare:]:
            for claim in sums:
                sums[claim] += self._number(claim, start, stop)
        return {self._ids[claim]: total for claim, total in sums.items()}

    def greatest(self, keys: Iterable[Key], claim_ids: Collection[str]) -> dict[str, float]:
        """For each of some claims, the greatest of its numbers for some keys, 0 if it has none of them."""
        greatest = dict.fromkeys(claim_ids, 0.0)
        for start, stop in map(self._span, keys):
            for claim_id in claim_ids:
                number = self._number(self._places[claim_id], start, stop)
                greatest[claim_id] = max(greatest[claim_id], number)
        return greatest

    def _number(self, claim: int, start: int, stop: int) -> float:
        """The number of a claim among the postings of a key, 0 if it is not there."""
        place = bisect_left(self._claims, claim, start, stop)
        return self._numbers[place] if place < stop and self._claims[place] == claim else 0.0

    def _span(self, key: Key) -> tuple[int, int]:
        """Where the claims that have a key begin and stop."""
        place = self._place(key)
        return (0, 0) if place is None else (self._stops[place], self._stops[place + 1])

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
