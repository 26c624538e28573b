"""One question is thought about at a time, so that each answer leaves before the next is thought about."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

MANY = 50
"""So many in front take half a second on a slow machine; Discord gives three until the first response."""


class Turns:
    """A queue of which one knows how long it is."""

    def __init__(self) -> None:
        self._lock = asyncio.Lock()
        self._waiting = 0

    @property
    def are_many(self) -> bool:
        """Whether who comes now should ask for time first."""
        return self._waiting >= MANY

    @asynccontextmanager
    async def one(self) -> AsyncIterator[None]:
        """Waits for its turn, and takes it."""
        self._waiting += 1
        try:
            async with self._lock:
                # Gives the loop a round in which it sends what is ready.
                await asyncio.sleep(0)
                yield
        finally:
            self._waiting -= 1
