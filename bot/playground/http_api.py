"""The HTTP API: its routes, the token, the record of requests, faults, and errors as Discord's JSON."""

import json
import logging
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from aiohttp import web

from bot.cooldown import Cooldown, Limit
from bot.playground import account_api, commands_api, interactions_api, messages_api
from bot.playground.bodies import check_body, read_body
from bot.playground.calls import Call, Handler
from bot.playground.errors import ApiError, Json, unauthorized
from bot.playground.faults import Fault, Faults, rate_limited
from bot.playground.inspecting import Inspector
from bot.playground.world import World

log = logging.getLogger(__name__)
PREFIX = "/api/v10"
ROUTES: dict[str, Handler] = {
    **account_api.ROUTES,
    **commands_api.ROUTES,
    **messages_api.ROUTES,
    **interactions_api.ROUTES,
}
# What an interaction's own token opens needs no token of the bot, and does not count as a request of it.
OPEN = ("/interactions/", "/webhooks/")
A_BOT = Limit(50, 1.0)
KEPT_REQUESTS = 5_000
# Far from exhausted, so that discord.py never waits by itself; tests that want a limit ask `Faults` for one.
LIMIT_HEADERS = {
    "X-RateLimit-Limit": "50",
    "X-RateLimit-Remaining": "49",
    "X-RateLimit-Reset-After": "1.0",
}


@dataclass
class Request:
    """One request as the client sent it, with the status it was answered."""

    route: str
    path: str
    body: Any
    status: int = 0


class HttpApi:
    """Serves the routes for one world and one bot token."""

    def __init__(self, world: World, faults: Faults, token: str, inspector: Inspector) -> None:
        self.requests: list[Request] = []
        self.unknown: list[Request] = []
        self.gateway_url = ""
        self.shards = 1
        self.cooldown: Cooldown | None = Cooldown(world.clock.now)
        self._world = world
        self._faults = faults
        self._token = token
        self._inspector = inspector

    def add_to(self, app: web.Application) -> None:
        """Register every route, and one that catches the rest."""
        for route, handler in ROUTES.items():
            method, path = route.split()
            app.router.add_route(method, PREFIX + path, self._serving(route, handler))
        app.router.add_route("*", "/{rest:.*}", self._refuse)

    def _serving(self, route: str, handler: Handler) -> Any:
        async def serve(request: web.Request) -> web.Response:
            if request.content_type.startswith("multipart/"):
                return await self._refuse(request)  # a file, which nobody sends yet
            noted = Request(route, request.path, await read_body(request))
            self._note(noted)
            self._inspector.request(route, request.match_info, request.query, noted.body)
            response = await self._answer(request, noted, handler)
            noted.status = response.status
            self._inspector.response(route, response.status, _content(response))
            self._world.changes.happened()
            return response

        return serve

    def _note(self, noted: Request) -> None:
        self.requests.append(noted)
        del self.requests[:-KEPT_REQUESTS]

    async def _answer(self, request: web.Request, noted: Request, handler: Handler) -> web.Response:
        try:
            self._check_token(request)
            fault = self._haste(request) or await self._faults.strike(noted.route)
            if fault and not fault.after_the_work:
                return _broken(fault)
            check_body(noted.route, noted.body)
            call = Call(
                self._world, request.match_info, request.query, noted.body, self.gateway_url, self.shards
            )
            answer = await handler(call)
        except ApiError as error:
            return _response(error.status, error.body)
        except (AttributeError, LookupError, TypeError, ValueError):
            log.exception("The playground cannot read %s", noted)
            return await self._refuse(request)
        return _broken(fault) if fault else _response(HTTPStatus.OK, answer)

    def _check_token(self, request: web.Request) -> None:
        if not _is_open(request) and request.headers.get("Authorization") != f"Bot {self._token}":
            raise unauthorized()

    def _haste(self, request: web.Request) -> Fault | None:
        left = self.cooldown.wait((self._token, A_BOT)) if self.cooldown and not _is_open(request) else 0.0
        return rate_limited(1, left, everywhere=True) if left else None

    async def _refuse(self, request: web.Request) -> web.Response:
        route = f"{request.method} {request.path}"
        self.unknown.append(Request(route, request.path, None, HTTPStatus.NOT_IMPLEMENTED))
        return _response(HTTPStatus.NOT_IMPLEMENTED, {"message": f"The playground has no {route}", "code": 0})


def _is_open(request: web.Request) -> bool:
    return request.path.removeprefix(PREFIX).startswith(OPEN)


def _content(response: web.Response) -> Any:
    return json.loads(response.text) if response.text else None


def _response(status: int, body: Json | list[Json] | None) -> web.Response:
    if body is None:
        return web.Response(status=HTTPStatus.NO_CONTENT, headers=LIMIT_HEADERS)
    return _json(body, status, LIMIT_HEADERS)


def _broken(fault: Fault) -> web.Response:
    return _json(fault.body, fault.status, fault.headers)


def _json(body: Json | list[Json], status: int, headers: dict[str, str]) -> web.Response:
    # discord.py reads JSON only where the type is exactly this, without a charset.
    content = {**headers, "Content-Type": "application/json"}
    return web.Response(body=json.dumps(body).encode(), status=status, headers=content)
