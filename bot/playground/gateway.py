"""The gateway: hello, identify, events, heartbeats, resume, and the ways in which it goes wrong."""

import asyncio
import json
from contextlib import suppress
from typing import Any

from aiohttp import WSMsgType, web

from bot.cooldown import Cooldown, Limit
from bot.playground.errors import Json
from bot.playground.events import data_for, guild_data, guild_id_of
from bot.playground.flags import PRIVILEGED, VALID_INTENTS, Intent
from bot.playground.inspecting import Inspector
from bot.playground.model import Guild
from bot.playground.payloads import application_flags, own_user_json
from bot.playground.session import (
    HEARTBEAT,
    HEARTBEAT_ACK,
    HELLO,
    IDENTIFY,
    INVALID_SESSION,
    PRESENCE,
    RECONNECT,
    RESUME,
    Connection,
    Session,
)
from bot.playground.world import Event, World

HEARTBEAT_SECONDS = 41.25
LARGEST_PAYLOAD = 4096
A_CONNECTION = Limit(120, 60.0)
UNKNOWN_OPERATION, DECODE_ERROR, NOT_IDENTIFIED, WRONG_TOKEN, TWICE = 4001, 4002, 4003, 4004, 4005
TOO_FAST, INVALID_SHARD, INVALID_VERSION, INVALID_INTENTS, DISALLOWED_INTENTS = 4008, 4010, 4012, 4013, 4014
# A client that says goodbye with one of these ends its session; any other close may be resumed.
FINAL_CLOSES = (1000, 1001)


class Gateway:
    """All sessions and sockets of one world."""

    def __init__(self, world: World, token: str, inspector: Inspector) -> None:
        self.url = ""
        self.heartbeat_seconds = HEARTBEAT_SECONDS
        self.sessions: dict[str, Session] = {}
        self.identified: list[Json] = []
        self.resumed = 0
        self.heartbeats = 0
        self.unknown: list[int] = []
        self._world = world
        self._token = token
        self._inspector = inspector
        self._connections: set[Connection] = set()
        self._sends = Cooldown(world.clock.now)
        world.listeners.append(self._tell)

    @property
    def connected(self) -> list[Session]:
        """The sessions that have a socket."""
        return [session for session in self.sessions.values() if session.connection]

    async def ready(self, shards: int = 1, timeout: float = 5.0) -> None:
        """Wait until so many sessions are there and have been told of their guilds."""
        await self._world.changes.until(lambda: len(self.connected) >= shards, timeout)

    def drop(self) -> None:
        """Cut every socket without a word."""
        for connection in self._detached():
            connection.drop()

    def freeze(self) -> None:
        """Leave every socket half-open: it stays, but nothing passes any more. New ones work."""
        for connection in self._connections:
            connection.freeze()

    def reconnect(self) -> None:
        """Ask every client to come back (operation 7)."""
        for connection in list(self._connections):
            connection.send(RECONNECT, None)

    def invalidate(self, resumable: bool = False) -> None:
        """Tell every client that its session is invalid (operation 9)."""
        if not resumable:
            self.sessions.clear()
        for connection in list(self._connections):
            connection.send(INVALID_SESSION, resumable)

    def close(self, code: int) -> None:
        """Close every socket with a code."""
        for connection in self._detached():
            connection.close(code)

    def _detached(self) -> list[Connection]:
        # At once, not when the socket notices: what happens from now on is for the resume.
        for session in self.sessions.values():
            session.connection = None
        return list(self._connections)

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """One client's socket from hello to close."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        connection = Connection(socket, request, self._inspector)
        self._connections.add(connection)
        writer = asyncio.create_task(connection.write())
        try:
            self._greet(connection, request)
            async for frame in socket:
                if frame.type is WSMsgType.TEXT:
                    self._receive(connection, frame.data)
        finally:
            self._forget(connection, socket.close_code)
            await _end(writer)
        return socket

    def _greet(self, connection: Connection, request: web.Request) -> None:
        if request.query.get("v") != "10" or request.query.get("encoding", "json") != "json":
            connection.close(INVALID_VERSION)
        connection.send(HELLO, {"heartbeat_interval": int(self.heartbeat_seconds * 1000)})

    def _forget(self, connection: Connection, code: int | None) -> None:
        self._connections.discard(connection)
        session = connection.session
        if session and session.connection in (connection, None):
            session.connection = None
            if code in FINAL_CLOSES and not connection.closing:
                self.sessions.pop(session.id, None)
        self._world.changes.happened()

    def _receive(self, connection: Connection, text: str) -> None:
        if self._sends.wait((connection, A_CONNECTION)):
            connection.close(TOO_FAST)
            return
        try:
            payload = json.loads(text)
            op, data = payload["op"], payload.get("d")
        except (ValueError, KeyError, TypeError):
            op, data = None, None
        if op is None or len(text.encode()) > LARGEST_PAYLOAD:
            connection.close(DECODE_ERROR)
        else:
            self._inspector.received(op, data)
            self._act(connection, op, data)

    def _act(self, connection: Connection, op: int, data: Any) -> None:
        if op == HEARTBEAT:
            self.heartbeats += 1
            self._world.changes.happened()
            connection.send(HEARTBEAT_ACK, None)
        elif op == IDENTIFY:
            self._identify(connection, data)
        elif op == RESUME:
            self._resume(connection, data)
        elif op != PRESENCE:
            self.unknown.append(op)
            connection.close(UNKNOWN_OPERATION)
        elif connection.session is None:
            connection.close(NOT_IDENTIFIED)

    def _identify(self, connection: Connection, data: Json) -> None:
        self.identified.append(data)
        if fault := self._refusal(connection, data):
            connection.close(fault)
            return
        number, count = data.get("shard") or (0, 1)
        session = Session(Intent(data["intents"]), (number, count))
        self.sessions[session.id] = session
        self._attach(connection, session)
        session.dispatch("READY", self._ready_data(session))
        self._send_guilds(session)
        self._world.changes.happened()

    def _refusal(self, connection: Connection, data: Json) -> int | None:
        intents = data.get("intents", -1)
        number, count = data.get("shard") or (0, 1)
        refusals = {
            TWICE: connection.session is not None,
            WRONG_TOKEN: data.get("token") != self._token,
            INVALID_SHARD: not 0 <= number < count,
            INVALID_INTENTS: intents < 0 or intents & ~VALID_INTENTS,
            DISALLOWED_INTENTS: intents & PRIVILEGED & ~self._world.application.privileged,
        }
        return next((code for code, applies in refusals.items() if applies), None)

    def _ready_data(self, session: Session) -> Json:
        application = self._world.application
        return {
            "v": 10,
            "user": own_user_json(self._world.bot),
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in self._guilds(session)],
            "session_id": session.id,
            "resume_gateway_url": self.url,
            "shard": list(session.shard),
            "application": {"id": str(application.id), "flags": application_flags(application)},
        }

    def _guilds(self, session: Session) -> list[Guild]:
        joined = (guild for guild in self._world.guilds.values() if self._world.bot.id in guild.members)
        return [guild for guild in joined if session.covers(guild.id)]

    def _send_guilds(self, session: Session) -> None:
        for guild in self._guilds(session) if Intent.GUILDS in session.intents else ():
            data = guild_data(guild, session.intents, self._world.bot)
            # Only a guild that was announced in READY says so; without it, the bot has just joined.
            session.dispatch("GUILD_CREATE", {**data, "unavailable": False})

    def _resume(self, connection: Connection, data: Json) -> None:
        if data.get("token") != self._token:
            connection.close(WRONG_TOKEN)
            return
        session = self.sessions.get(data.get("session_id", ""))
        sequence: Any = data.get("seq")
        if session is None or not isinstance(sequence, int) or not session.knows(sequence):
            connection.send(INVALID_SESSION, False)
            return
        self._attach(connection, session)
        session.replay(sequence)
        session.dispatch("RESUMED", {})
        self.resumed += 1
        self._world.changes.happened()

    def _attach(self, connection: Connection, session: Session) -> None:
        connection.session = session
        session.connection = connection

    def _tell(self, event: Event) -> None:
        for session in self.sessions.values():
            if session.covers(guild_id_of(event)):
                data = data_for(event, session.intents, self._world)
                if data is not None:
                    session.dispatch(event.name, data)


async def _end(task: asyncio.Task[None]) -> None:
    task.cancel()
    # A socket that went away while something was being sent to it is what several tests are about.
    with suppress(asyncio.CancelledError, ConnectionError):
        await task
