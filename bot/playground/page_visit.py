"""One open page: it is told what its person sees, again and again, and says what the person does."""

import asyncio
import json
import logging
from collections import Counter
from collections.abc import Coroutine
from typing import Any

from aiohttp import WSMsgType, web

from bot.playground.errors import ApiError, DidNotRespond, Json, NotOffered
from bot.playground.model import User
from bot.playground.page_acts import ACTS, Acting
from bot.playground.page_view import messages, surroundings
from bot.playground.people import Person

log = logging.getLogger(__name__)
REFUSALS: dict[type[Exception], str] = {
    NotOffered: "not-offered", DidNotRespond: "no-response", ApiError: "not-offered",
}  # fmt: skip


class Visit:
    """A socket of the page. What changed is found by comparing, so that nothing can be missed."""

    def __init__(self, acting: Acting, first: str | None) -> None:
        self._acting = acting
        self._first = first
        self._socket = web.WebSocketResponse(heartbeat=30.0, max_msg_size=1 << 16)
        self._told: dict[str, Any] = {}
        self._typed: dict[int, Counter[User]] = {}
        self._doing: set[asyncio.Task[None]] = set()

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Talk until the page is closed."""
        await self._socket.prepare(request)
        self._begin(self._acting.person)
        telling = asyncio.create_task(self._or_end(self._tell()))
        try:
            async for frame in self._socket:
                if frame.type is WSMsgType.TEXT:
                    self._keep(asyncio.create_task(self._or_end(self._hear(frame.data))))
        finally:
            for task in (telling, *self._doing):
                task.cancel()
            await asyncio.gather(telling, *self._doing, return_exceptions=True)
        return self._socket

    async def close(self) -> None:
        """Say goodbye: the playground ends."""
        await self._socket.close(code=1001)

    def _keep(self, task: asyncio.Task[None]) -> None:
        self._doing.add(task)
        task.add_done_callback(self._doing.discard)

    def _begin(self, person: Person) -> None:
        """See with this person's eyes; everything is told anew."""
        self._acting.person = person
        person.direct  # noqa: B018 (made at first use, so that it is on the list)
        self._told = {}
        self._typed = {channel.id: channel.typing.copy() for channel in person.channels}

    async def _or_end(self, work: Coroutine[Any, Any, None]) -> None:
        """What goes wrong is logged, and ends the socket; a page that has gone away is nothing wrong."""
        try:
            await work
        except ConnectionError:
            pass
        except Exception:
            log.exception("The page cannot be served")
            await self._socket.close(code=1011)

    async def _tell(self) -> None:
        while True:
            await self._send(await self._acting.world.changes.until(self._news, None))

    def _news(self) -> Json:
        acting = self._acting
        seen: dict[str, Any] = messages(acting.world, acting.person)
        around = surroundings(acting.world, acting.person, bool(acting.gateway.connected))
        now = around | {"messages": seen}
        before, self._told = self._told, now
        news: Json = {name: part for name, part in around.items() if before.get(name) != part}
        if not before:
            news |= {"fresh": True, "first": self._first}
        known: dict[str, Any] = before.get("messages", {})
        if changed := [message for key, message in seen.items() if known.get(key) != message]:
            news["messages"] = changed
        if gone := [key for key in known if key not in seen]:
            news["gone"] = gone
        if typing := self._typing():
            news["typing"] = typing
        return news

    def _typing(self) -> list[Json]:
        found = []
        for channel in self._acting.person.channels:
            again = channel.typing - self._typed.get(channel.id, Counter())
            self._typed[channel.id] = channel.typing.copy()
            found += [{"channel": str(channel.id), "user": str(user.id)} for user in again]
        return found

    async def _hear(self, text: str) -> None:
        try:
            asked: Json = json.loads(text)
            number, act = asked["number"], asked["act"]
        except (ValueError, KeyError, TypeError):
            await self._socket.close(code=1003)
            return
        await self._send({"answer": number, **await self._do(act, asked)})

    async def _do(self, act: str, asked: Json) -> Json:
        try:
            if act == "become":
                return self._become(asked)
            return await ACTS[act](self._acting, asked) or {}
        except tuple(REFUSALS) as refusal:
            return {"refused": REFUSALS[type(refusal)]}
        except (KeyError, TypeError, ValueError):
            log.warning("The page asked for what cannot be read: %s", act, exc_info=True)
            return {"refused": "not-offered"}

    def _become(self, asked: Json) -> Json:
        user = self._acting.world.users[int(asked["person"])]
        if user.bot:
            raise NotOffered("The bot acts by itself")
        self._begin(Person(self._acting.world, user))
        self._acting.world.changes.happened()
        return {}

    async def _send(self, news: Json) -> None:
        await self._socket.send_str(json.dumps(news))
