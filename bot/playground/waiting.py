"""Waiting for something to become true in the world, without polling."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Changes:
    """Wakes everyone who waits whenever the world changed."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Event] = set()

    def happened(self) -> None:
        """Say that something changed."""
        for event in self._waiting:
            event.set()

    async def until(self, look: Callable[[], T | None], seconds: float | None) -> T:
        """The first truthy value that `look` gives, or TimeoutError after `seconds`; None waits for ever."""
        async with asyncio.timeout(seconds):
            return await self._until(look)

    async def _until(self, look: Callable[[], T | None]) -> T:
        event = asyncio.Event()
        self._waiting.add(event)
        try:
            while not (found := look()):
                event.clear()
                await event.wait()
            return found
        finally:
            self._waiting.discard(event)
