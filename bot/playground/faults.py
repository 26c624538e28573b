"""Faults on demand: what goes wrong at Discord or on the way there."""

import asyncio
import math
from dataclasses import dataclass, field
from http import HTTPStatus

from bot.playground.errors import Json, unknown

CALLBACK = "POST /interactions/{interaction_id}/{interaction_token}/callback"


@dataclass
class Fault:
    """One thing that goes wrong with the next requests of a route."""

    times: int
    status: int
    body: Json = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    after_the_work: bool = False

    @property
    def only_slow(self) -> bool:
        """Whether the request is answered rightly, but late."""
        return self.status == HTTPStatus.OK


def rate_limited(times: int, retry_after: float, everywhere: bool) -> Fault:
    """A 429 as Discord answers it."""
    headers = {
        "Via": "1.1 google",  # discord.py takes a 429 without it for a ban by Cloudflare
        "Retry-After": str(math.ceil(retry_after)),
        "X-RateLimit-Scope": "global" if everywhere else "user",
    }
    if everywhere:
        headers["X-RateLimit-Global"] = "true"
    body = {"message": "You are being rate limited.", "code": 0, "retry_after": retry_after}
    body["global"] = everywhere
    return Fault(times, HTTPStatus.TOO_MANY_REQUESTS, body, headers)


class Faults:
    """Which requests go wrong. A route is `"POST /channels/{channel_id}/messages"`, or "*" for any."""

    def __init__(self) -> None:
        self._planned: dict[str, list[Fault]] = {}

    def rate_limit(
        self, route: str, times: int = 1, retry_after: float = 0.05, everywhere: bool = False
    ) -> None:
        """Answer 429 to the next requests; `everywhere` is Discord's global limit."""
        self._plan(route, rate_limited(times, retry_after, everywhere))

    def fail(self, route: str, status: int = 500, times: int = 1, after_the_work: bool = False) -> None:
        """Answer an error of the server; `after_the_work` does what was asked and loses only the answer."""
        body = {"message": HTTPStatus(status).phrase, "code": 0}
        self._plan(route, Fault(times, status, body, after_the_work=after_the_work))

    def slow(self, route: str, seconds: float, times: int = 1) -> None:
        """Answer rightly, but only after so long."""
        self._plan(route, Fault(times, HTTPStatus.OK, delay=seconds))

    def forget_interaction(self, times: int = 1) -> None:
        """Know the next interactions no more when the bot answers them (error 10062)."""
        error = unknown("interaction")
        self._plan(CALLBACK, Fault(times, error.status, error.body))

    async def strike(self, route: str) -> Fault | None:
        """The fault that this request meets, if any; waits where it is slowness."""
        planned = self._planned.get(route) or self._planned.get("*")
        if not planned:
            return None
        fault = planned[0]
        fault.times -= 1
        if not fault.times:
            planned.pop(0)
        await asyncio.sleep(fault.delay)
        return None if fault.only_slow else fault

    def _plan(self, route: str, fault: Fault) -> None:
        self._planned.setdefault(route, []).append(fault)
