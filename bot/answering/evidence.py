"""Which claim a question's words speak for: naive Bayes over all phrasings."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from bot.answering.keys import Key
from bot.answering.postings import Postings

_RARE = 0.0005
"""The share of phrasings at which a key begins to speak for a claim: below one of any claim's."""

_PAIR = 0.7
"""What a pair of words counts beside its words, which speak already."""


class Evidence:
    """What every key adds to every claim that is asked for with it: the log of its share of phrasings."""

    def __init__(self, counts: Mapping[str, Counter[Key]], totals: Mapping[str, int]) -> None:
        self._weights = Postings(
            {
                claim_id: {key: _weight(key, count / totals[claim_id]) for key, count in counted.items()}
                for claim_id, counted in counts.items()
            }
        )

    def of(self, keys: Collection[Key]) -> dict[str, float]:
        """The evidence that keys add up to, by claim; claims that share no key are left out."""
        return self._weights.sums(keys)

    def known(self, keys: Iterable[Key]) -> int:
        """How many of the keys stand in any phrasing."""
        return sum(key in self._weights for key in keys)


def _weight(key: Key, share: float) -> float:
    weight = math.log(1 + share / _RARE)
    return _PAIR * weight if " " in key else weight
