"""Gateway sessions and the sockets that carry them."""

import asyncio
import json
import secrets
import zlib
from collections import deque
from typing import Any

from aiohttp import web

from bot.playground.errors import Json
from bot.playground.flags import Intent
from bot.playground.ids import shard_of
from bot.playground.inspecting import Inspector

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, RESUME = 0, 1, 2, 3, 6
# Discord keeps some too; a client that missed more starts a new session.
KEPT_EVENTS = 5_000
RECONNECT, INVALID_SESSION, HELLO, HEARTBEAT_ACK = 7, 9, 10, 11


class Connection:
    """One socket. Sending never waits: a task writes what was queued, in order."""

    def __init__(self, socket: web.WebSocketResponse, request: web.Request, inspector: Inspector) -> None:
        self.session: Session | None = None
        self.closing = False
        self._frozen = False
        self._socket = socket
        self._inspector = inspector
        self._transport = request.transport
        # Asked for zstd-stream, it sends text frames: discord.py reads both, and zstd is one package more.
        self._deflate = zlib.compressobj() if request.query.get("compress") == "zlib-stream" else None
        self._queue: asyncio.Queue[Json | int] = asyncio.Queue()

    def send(self, op: int, data: Any, sequence: int | None = None, name: str | None = None) -> None:
        """Queue one payload."""
        self._inspector.sent(op, data, name)
        self._queue.put_nowait({"op": op, "d": data, "s": sequence, "t": name})

    def close(self, code: int) -> None:
        """Queue a close with a code."""
        self.closing = True
        self._queue.put_nowait(code)

    def drop(self) -> None:
        """Cut the line without a word, as a network does."""
        if self._transport:
            self._transport.abort()

    def freeze(self) -> None:
        """Leave the line open, but neither send nor read any more, as when a network forgets it."""
        self._frozen = True
        if self._transport:
            self._transport.pause_reading()

    async def write(self) -> None:
        """Send what is queued until the close."""
        while isinstance(item := await self._queue.get(), dict):
            if not self._frozen:
                await self._write(json.dumps(item))
        await self._socket.close(code=item)

    async def _write(self, text: str) -> None:
        if self._deflate is None:
            await self._socket.send_str(text)
        else:
            data = self._deflate.compress(text.encode()) + self._deflate.flush(zlib.Z_SYNC_FLUSH)
            await self._socket.send_bytes(data)


class Session:
    """What a client identified for. It outlives its socket, and keeps the latest events for a resume."""

    def __init__(self, intents: Intent, shard: tuple[int, int]) -> None:
        self.id = secrets.token_hex(16)
        self.intents = intents
        self.shard = shard
        self.connection: Connection | None = None
        self._events: deque[tuple[str, Any]] = deque(maxlen=KEPT_EVENTS)
        self._sequence = 0

    def covers(self, guild_id: int | None) -> bool:
        """Whether this session's shard receives a guild's events (or, for None, direct messages)."""
        number, count = self.shard
        return shard_of(guild_id, count) == number

    def dispatch(self, name: str, data: Any) -> None:
        """Give an event its sequence number, keep it, and send it if the socket is there."""
        self._events.append((name, data))
        self._sequence += 1
        self._send(self._sequence)

    def replay(self, sequence: int) -> None:
        """Send again everything after a sequence number."""
        for number in range(sequence + 1, self._sequence + 1):
            self._send(number)

    def knows(self, sequence: int) -> bool:
        """Whether a client can have seen so much, and all that came later is still here."""
        return self._sequence - len(self._events) <= sequence <= self._sequence

    def _send(self, number: int) -> None:
        name, data = self._events[number - self._sequence - 1]
        if self.connection:
            self.connection.send(DISPATCH, data, number, name)
