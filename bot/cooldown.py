"""How often one may ask: so many questions in so many seconds, for each user and each channel."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """So many questions within so many seconds."""

    count: int
    seconds: float


A_USER, A_CHANNEL = Limit(6, 20.0), Limit(20, 20.0)
"""Generous: who reads the answers does not come near them."""

MAX_KEYS = 10_000
"""Users and channels that are remembered, the latest; beyond, the ones longest silent are let go."""


class Cooldown:
    """Counts in sliding windows; `clock` gives monotonic seconds."""

    def __init__(self, clock: Callable[[], float], max_keys: int = MAX_KEYS) -> None:
        self._clock = clock
        self._max_keys = max_keys
        self._asked: OrderedDict[Hashable, deque[float]] = OrderedDict()

    def wait(self, *limits: tuple[Hashable, Limit]) -> float:
        """Seconds until these keys may ask again, 0 where they may now: then it counts as asked."""
        left = self.left(*limits)
        if not left:
            for key, limit in limits:
                self._note(key, limit)
        return left

    def left(self, *limits: tuple[Hashable, Limit]) -> float:
        """The same without asking."""
        now = self._clock()
        return max((_left(self._asked.get(key, ()), limit, now) for key, limit in limits), default=0.0)

    def _note(self, key: Hashable, limit: Limit) -> None:
        times = self._asked.setdefault(key, deque(maxlen=limit.count))
        times.append(self._clock())
        self._asked.move_to_end(key)
        while len(self._asked) > self._max_keys:
            self._asked.popitem(last=False)


def _left(times: Sequence[float], limit: Limit, now: float) -> float:
    """A window is full while the oldest of the last `count` questions is still in it."""
    return max(0.0, times[0] + limit.seconds - now) if len(times) == limit.count else 0.0
