"""Discord's identifiers: 42 bits of milliseconds since 2015, 10 of worker, 12 of a counter."""

import time
from datetime import UTC, datetime

EPOCH = 1_420_070_400_000
COUNTER_BITS = 12
TIME_SHIFT = 22


class Clock:
    """The playground's time: the real one, which a test may move forward."""

    def __init__(self) -> None:
        self._ahead = 0.0
        self._stopped_at: float | None = None

    def now(self) -> float:
        """Seconds since 1970."""
        return (self._stopped_at or time.time()) + self._ahead

    def advance(self, seconds: float) -> None:
        """Move forward, for deadlines that nobody wants to wait for."""
        self._ahead += seconds

    def stop(self) -> None:
        """Stand still but for `advance`, for what is counted within some time."""
        self._stopped_at = time.time()


class Snowflakes:
    """Makes identifiers that are unique, that only grow, and that carry their time."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = 0

    def next(self) -> int:
        """A new identifier."""
        stamp = (int(self._clock.now() * 1000) - EPOCH) << TIME_SHIFT
        # Past 4,096 in one millisecond, or when the clock steps back, the counter carries into the time.
        self._last = max(stamp, self._last + 1)
        if self._last >> COUNTER_BITS & 0x3FF:
            self._last = ((self._last >> TIME_SHIFT) + 1) << TIME_SHIFT
        return self._last


def moment(snowflake: int) -> datetime:
    """When an identifier was made."""
    return datetime.fromtimestamp(((snowflake >> TIME_SHIFT) + EPOCH) / 1000, UTC)


def shard_of(guild_id: int | None, count: int) -> int:
    """The shard that receives a guild's events; direct messages go to shard 0."""
    return 0 if guild_id is None else (guild_id >> TIME_SHIFT) % count
