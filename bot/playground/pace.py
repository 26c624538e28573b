"""How often something may happen."""

from collections import deque

from bot.playground.ids import Clock


class Pace:
    """At most so many times in any so many seconds."""

    def __init__(self, clock: Clock, most: int, seconds: float) -> None:
        self._clock = clock
        self._seconds = seconds
        self._latest: deque[float] = deque(maxlen=most)

    def wait(self) -> float:
        """Count it once more; or, where that is too often, give the seconds until it may happen again."""
        now = self._clock.now()
        if len(self._latest) == self._latest.maxlen and now < self._latest[0] + self._seconds:
            return self._latest[0] + self._seconds - now
        self._latest.append(now)
        return 0.0
