"""Who may reach the page, and what it may load."""

import aiohttp
import pytest

from bot.playground.page_site import FOLDER, SOCKET_PATH
from bot.playground.server import Playground

LARGEST = 150 * 1024


def test_page_is_small() -> None:
    """All its files together."""
    assert 0 < sum(path.stat().st_size for path in FOLDER.iterdir()) <= LARGEST


def test_text_is_only_ever_set_as_text() -> None:
    """No file of the page makes HTML, styles or code of a text."""
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.js")}
    banned = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function")

    assert {} == {name: b for name, text in written.items() for b in banned if b in text}
    assert "<style" not in (FOLDER / "index.html").read_text(encoding="utf-8")


async def test_policy_forbids_everything_from_elsewhere(playground: Playground) -> None:
    """A strict policy, no sniffing, no referrer."""
    async with aiohttp.ClientSession() as session, session.get(playground.page_url) as response:
        policy = response.headers["Content-Security-Policy"]
        headers = response.headers

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert ("nosniff", "no-referrer") == (headers["X-Content-Type-Options"], headers["Referrer-Policy"])


async def test_another_name_for_loopback_is_refused(playground: Playground) -> None:
    """DNS rebinding: a foreign name that points here gets nothing."""
    async with (
        aiohttp.ClientSession() as session,
        session.get(playground.page_url, headers={"Host": "evil.example"}) as response,
    ):
        assert 403 == response.status


@pytest.mark.parametrize(
    ("token", "origin"), [("", "own"), ("wrong", "own"), ("right", "http://evil.example"), ("right", None)]
)
async def test_socket_is_for_the_page_alone(playground: Playground, token: str, origin: str | None) -> None:
    """Without the page's own token and origin the socket stays shut."""
    async with aiohttp.ClientSession() as session:
        async with session.get(playground.page_url) as response:
            text = await response.text()
        right = text.partition('name="token" content="')[2].partition('"')[0]
        own = playground.page_url.rstrip("/")
        headers = {} if origin is None else {"Origin": own if origin == "own" else origin}
        url = f"{own}{SOCKET_PATH}?token={right if token == 'right' else token}"
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await session.ws_connect(url, headers=headers)

    assert right
    assert 403 == refused.value.status
