"""The local Discord: one object that a test starts, and that holds everything else."""

from types import TracebackType
from typing import ClassVar, Self

from aiohttp import web

from bot.playground.errors import UnknownRequest
from bot.playground.faults import Faults
from bot.playground.flags import USUAL, Permission
from bot.playground.gateway import Gateway
from bot.playground.http_api import PREFIX, HttpApi, Request
from bot.playground.inspecting import Inspector, Uninspected
from bot.playground.model import Guild
from bot.playground.page_site import Site
from bot.playground.people import Person
from bot.playground.world import World

HOST = "127.0.0.1"
TOKEN = "playground.bot.token"  # noqa: S105 (a secret of nobody)
GATEWAY_PATH = "/gateway"


class Playground:
    """A Discord on 127.0.0.1, running between `async with`. Port 0 takes a free one."""

    inspector: ClassVar[Inspector] = Uninspected()
    """What is shown all traffic. Of the class, so that no test's playground escapes it."""

    def __init__(self, token: str = TOKEN, port: int = 0) -> None:
        self.token = token
        self.port = port
        self.world = World()
        self.faults = Faults()
        self.gateway = Gateway(self.world, token, self.inspector)
        self.site = Site(self.world, self.faults, self.gateway)
        self._http = HttpApi(self.world, self.faults, token, self.inspector)
        self._runner: web.AppRunner | None = None

    @property
    def api_url(self) -> str:
        """What DISCORD_API_URL is set to."""
        return f"http://{HOST}:{self.port}{PREFIX}"

    @property
    def gateway_url(self) -> str:
        """What DISCORD_GATEWAY_URL is set to."""
        return f"ws://{HOST}:{self.port}{GATEWAY_PATH}"

    @property
    def page_url(self) -> str:
        """Where a browser finds the page."""
        return f"http://{HOST}:{self.port}/"

    @property
    def requests(self) -> list[Request]:
        """The latest requests to known routes, in order."""
        return self._http.requests

    @property
    def unknown(self) -> list[Request]:
        """Every request to a route that the playground does not know."""
        return self._http.unknown

    def calls(self, route: str) -> list[Request]:
        """The requests to one route, written `"POST /channels/{channel_id}/messages"`."""
        return [request for request in self.requests if request.route == route]

    def person(
        self, name: str, *guilds: Guild, locale: str = "en-US", permissions: Permission = USUAL
    ) -> Person:
        """A new person, member of these guilds."""
        user = self.world.add_user(name, locale)
        for guild in guilds:
            self.world.join(guild, user, permissions)
        return Person(self.world, user)

    def suggest_shards(self, count: int) -> None:
        """How many shards /gateway/bot proposes."""
        self._http.shards = count

    def lift_rate_limit(self) -> None:
        """Serve as many requests a second as come; Discord refuses the 51st."""
        self._http.cooldown = None

    def check(self) -> None:
        """Raise UnknownRequest if the client asked for anything that the playground does not know."""
        asked = [request.route for request in self.unknown]
        asked += [f"gateway operation {op}" for op in self.gateway.unknown]
        if asked:
            raise UnknownRequest(", ".join(asked))

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get(GATEWAY_PATH, self.gateway.serve)
        self.site.add_to(app)
        self._http.add_to(app)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        await web.TCPSite(self._runner, HOST, self.port).start()
        self.port = self._runner.addresses[0][1]
        self.site.open_at(self.port)
        self._http.gateway_url = self.gateway.url = self.gateway_url
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.gateway.drop()
        await self.site.close()
        if self._runner:
            await self._runner.cleanup()
