"""The page in the browser: its files, its socket, and who may reach them."""

import secrets
from pathlib import Path

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.playground.faults import Faults
from bot.playground.gateway import Gateway
from bot.playground.model import Channel, User
from bot.playground.page_acts import Acting
from bot.playground.page_view import players
from bot.playground.page_visit import Visit
from bot.playground.people import Person
from bot.playground.world import World

FOLDER = Path(__file__).parent / "page"
TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
HTTP_PORT = 80
SOCKET_PATH = "/page/socket"
# Some browsers do not take 'self' to cover the socket, hence the one address beside it.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self' ws://{host}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Site:
    """The page of one playground. `first` is the channel that it opens with."""

    def __init__(self, world: World, faults: Faults, gateway: Gateway) -> None:
        self.first: Channel | None = None
        self.hosts: frozenset[str] = frozenset()
        self._token = secrets.token_urlsafe(32)
        self._world = world
        self._faults = faults
        self._gateway = gateway
        self._files = {path.name: path.read_bytes() for path in FOLDER.iterdir() if path.suffix in TYPES}
        self._visits: set[Visit] = set()

    def open_at(self, port: int) -> None:
        """Accept requests to these addresses only: another name for loopback is DNS rebinding."""
        # Browsers leave HTTP's own port out.
        endings = (f":{port}", "") if port == HTTP_PORT else (f":{port}",)
        self.hosts = frozenset(f"{name}{end}" for name in ("127.0.0.1", "localhost") for end in endings)

    def add_to(self, app: web.Application) -> None:
        """Register the page's routes, and the guard of all routes."""
        app.middlewares.append(self._guard)
        app.router.add_get("/", self._index)
        app.router.add_get(SOCKET_PATH, self._visit)
        app.router.add_get("/page/{name}", self._file)

    async def close(self) -> None:
        """Say goodbye to every open page."""
        for visit in list(self._visits):
            await visit.close()

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.host not in self.hosts:
            raise web.HTTPForbidden(text="This is a local page; open it by its own address.")
        if "Origin" in request.headers and not self._is_own(request):
            raise web.HTTPForbidden(text="A page from elsewhere may open nothing here.")
        return await handler(request)

    def _is_own(self, request: web.Request) -> bool:
        return request.headers.get("Origin") in {f"http://{host}" for host in self.hosts}

    async def _index(self, request: web.Request) -> web.Response:
        text = self._files["index.html"].decode().replace("{token}", self._token)
        return _response(request, text.encode(), ".html")

    async def _file(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        if name not in self._files or name == "index.html":
            raise web.HTTPNotFound
        return _response(request, self._files[name], Path(name).suffix)

    async def _visit(self, request: web.Request) -> web.WebSocketResponse:
        token = request.query.get("token", "").encode()
        if not (self._is_own(request) and secrets.compare_digest(token, self._token.encode())):
            raise web.HTTPForbidden(text="Only the page itself may open this.")
        person = Person(self._world, self._wanted(request.query.get("person", "")))
        first = str(self.first.id) if self.first else None
        visit = Visit(Acting(self._world, self._faults, self._gateway, person), first)
        self._visits.add(visit)
        try:
            return await visit.serve(request)
        finally:
            self._visits.discard(visit)

    def _wanted(self, wish: str) -> User:
        """Whom the page acts as: the person it names, else the first who speaks the language it names."""
        people = players(self._world)
        fitting = [user for user in people if user.name == wish] or [
            user for user in people if user.locale.startswith(wish[:2])
        ]
        return (fitting or people)[0]


def _response(request: web.Request, body: bytes, suffix: str) -> web.Response:
    headers = HEADERS | {"Content-Security-Policy": POLICY.format(host=request.host)}
    return web.Response(body=body, content_type=TYPES[suffix], charset="utf-8", headers=headers)
