"""Which messages answer which question, so that an edited or deleted question takes its answer along."""

from __future__ import annotations

import asyncio
import contextlib
from collections import OrderedDict
from collections.abc import AsyncIterator
from itertools import count

import discord

MOST = 5000


class Exchange:
    """A question and its answers; who answers, edits or takes back holds its `turn`."""

    def __init__(self, message: discord.Message) -> None:
        self.message = message
        """The question as it stands now."""
        self.is_gone = False
        self.answers: list[int] = []
        self.turn = asyncio.Lock()
        self._sent = count()
        self._changed = asyncio.Event()

    def change(self, message: discord.Message | None) -> None:
        """Takes note of the question as it is now, None where it is gone."""
        self.is_gone = message is None
        self.message = message or self.message
        self._changed.set()
        self._changed = asyncio.Event()

    async def rest(self, seconds: float) -> None:
        """Waits so long, or until the question changes."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._changed.wait(), seconds)

    def stands(self, message: discord.Message) -> bool:
        """Whether the question is still there, and still as in this message."""
        return not self.is_gone and self.message is message

    def nonce(self) -> str:
        """A new mark for one message sent: Discord returns the earlier one for a mark that it knows."""
        return f"{self.message.id}-{next(self._sent)}"


class Followed:
    """Exchanges by the id of their question; in memory alone, the oldest go first."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._since = discord.utils.utcnow()
        self._exchanges: OrderedDict[int, Exchange] = OrderedDict()

    @contextlib.asynccontextmanager
    async def answering(self, message: discord.Message) -> AsyncIterator[Exchange]:
        """The exchange in which a message is answered, known before it is; forgotten if nothing was sent."""
        exchange = self._exchanges[message.id] = Exchange(message)
        try:
            async with exchange.turn:
                yield exchange
        finally:
            if not exchange.answers and self._exchanges.get(message.id) is exchange:
                del self._exchanges[message.id]
            while len(self._exchanges) > self._most:
                self._exchanges.popitem(last=False)

    def is_known(self, message: discord.Message) -> bool:
        """Whether it would be remembered if it had been answered: what was before the start is not."""
        return message.created_at > self._since

    def of(self, question: int) -> Exchange | None:
        """The exchange about a question; None for one that was not answered, or is forgotten."""
        return self._exchanges.get(question)

    def forget(self, question: int) -> Exchange | None:
        """The exchange about a question, for the last time."""
        exchange = self._exchanges.pop(question, None)
        if exchange:
            exchange.change(None)
        return exchange
