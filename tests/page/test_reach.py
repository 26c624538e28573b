"""Who may reach the page, and what the page may do: addresses, headers, files."""

import re
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Page
from yarl import URL

from bot.playground.model import Channel
from bot.playground.page_site import FOLDER, SOCKET_PATH
from bot.playground.people import Person
from bot.playground.server import Playground

FILES = sorted(FOLDER.iterdir())
SCRIPTS = [path for path in FILES if path.suffix == ".js"]
LARGEST = 150 * 1024


@pytest_asyncio.fixture(loop_scope="session")
async def http(playground: Playground, alice: Person) -> AsyncIterator[aiohttp.ClientSession]:
    """A client that is no browser, and may say anything."""
    async with aiohttp.ClientSession(playground.page_url) as session:
        yield session


async def token_in(http: aiohttp.ClientSession) -> str:
    """The token that the page carries."""
    async with http.get("/") as response:
        found = re.search(r'name="token" content="([\w-]+)"', await response.text())
    assert found
    return found[1]


async def knock(http: aiohttp.ClientSession, token: str, **headers: str) -> int:
    """The status with which the socket is opened or refused; 101 is open."""
    try:
        async with http.ws_connect(SOCKET_PATH, params={"token": token}, headers=headers) as socket:
            await socket.receive()
            return 101
    except aiohttp.WSServerHandshakeError as refusal:
        return refusal.status


async def test_page_and_files_forbid_whatever_they_do_not_need(http: aiohttp.ClientSession) -> None:
    """Each answer has the strict policy, and neither its type nor its address leaks."""
    for path in ("/", "/page/main.js", "/page/style.css", "/page/icon.svg"):
        async with http.get(path) as response:
            headers = response.headers
            assert 200 == response.status
        policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
        own = "'self'"
        assert policy == {
            "default-src": "'none'", "script-src": own, "style-src": own, "img-src": f"{own} data:",
            "connect-src": f"{own} ws://{http._base_url.authority}",  # type: ignore[union-attr]
            "base-uri": "'none'", "form-action": "'none'", "frame-ancestors": "'none'",
        }  # fmt: skip
        assert ("nosniff", "no-referrer") == (headers["X-Content-Type-Options"], headers["Referrer-Policy"])
        assert "same-origin" == headers["Cross-Origin-Resource-Policy"]


@pytest.mark.parametrize("path", ["/", "/page/main.js", SOCKET_PATH, "/api/v10/users/@me", "/gateway"])
@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "[::1]:{port}", "127.0.0.1:1"]
)
async def test_another_name_for_this_machine_reaches_nothing(
    http: aiohttp.ClientSession, playground: Playground, path: str, host: str
) -> None:
    """A page elsewhere that had its name point at loopback is refused by the name it asks for."""
    async with http.get(path, headers={"Host": host.format(port=playground.port)}) as response:
        assert 403 == response.status


async def test_socket_opens_for_the_page_alone(http: aiohttp.ClientSession, playground: Playground) -> None:
    """It wants the token of this start, and the origin that only the page itself has."""
    token = await token_in(http)
    here = f"http://127.0.0.1:{playground.port}"

    assert 101 == await knock(http, token, Origin=here)
    assert 403 == await knock(http, "guessed", Origin=here)
    assert 403 == await knock(http, "é", Origin=here)
    assert 403 == await knock(http, "", Origin=here)
    assert 403 == await knock(http, token)
    assert 403 == await knock(http, token, Origin="http://evil.example")
    assert 403 == await knock(http, token, Origin=f"http://127.0.0.1:{playground.port + 1}")
    assert 403 == await knock(http, token, Origin="null")


async def test_token_is_another_at_each_start(http: aiohttp.ClientSession) -> None:
    """Who knew the token of before knows nothing."""
    async with Playground() as other, aiohttp.ClientSession(other.page_url) as session:
        assert await token_in(http) != await token_in(session)


@pytest.mark.parametrize("name", ["index.html", "..%2fpage_site.py", "%2fetc%2fpasswd", "main.py", "MAIN.JS"])
async def test_only_the_files_of_the_page_are_served(http: aiohttp.ClientSession, name: str) -> None:
    """No path leads out of the page's folder, and none to the page without its token."""
    async with http.get(URL(f"/page/{name}", encoded=True)) as response:
        assert 404 == response.status


@pytest.mark.parametrize(
    "sent",
    ["", "{", "[]", "1", '{"act": "say"}', '{"number": 1}'],
)
async def test_what_is_no_act_ends_the_socket(
    http: aiohttp.ClientSession, playground: Playground, sent: str
) -> None:
    """The page never sends such a thing."""
    origin = {"Origin": f"http://127.0.0.1:{playground.port}"}
    async with http.ws_connect(SOCKET_PATH, params={"token": await token_in(http)}, headers=origin) as socket:
        await socket.send_str(sent)
        while (await socket.receive()).type is aiohttp.WSMsgType.TEXT:
            pass
        assert 1003 == socket.close_code


@pytest.mark.parametrize(
    "asked",
    [
        {"act": "dance"},
        {"act": "become", "person": "1"},
        {"act": "become", "person": "{bot}"},
        {"act": "say", "channel": "1", "text": "x"},
        {"act": "say", "channel": "{channel}"},
        {"act": "say", "channel": "{channel}", "text": "  "},
        {"act": "say", "channel": "{channel}", "text": "x", "reply": "1"},
        {"act": "edit", "channel": "{channel}", "message": "1", "text": "x"},
        {"act": "locale", "locale": "xx"},
        {"act": "trouble", "kind": "fire"},
        {"act": "submit", "form": "1", "values": {}},
        {"act": "slash", "channel": "{channel}", "command": "none", "options": {}},
    ],
    ids=str,
)
async def test_what_cannot_be_done_is_refused_and_the_socket_goes_on(
    http: aiohttp.ClientSession, playground: Playground, channel: Channel, asked: dict[str, Any]
) -> None:
    """Whatever a page asks for that does not exist, it gets a word, and the next act works."""
    names = {"bot": playground.world.bot.id, "channel": channel.id}
    asked = {key: part.format(**names) if isinstance(part, str) else part for key, part in asked.items()}
    origin = {"Origin": f"http://127.0.0.1:{playground.port}"}
    async with http.ws_connect(SOCKET_PATH, params={"token": await token_in(http)}, headers=origin) as socket:
        await socket.send_json({**asked, "number": 1})
        await socket.send_json({"act": "locale", "locale": "fr", "number": 2})
        answers = {}
        while 2 not in answers:
            news = await socket.receive_json()
            if "answer" in news:
                answers[news["answer"]] = news.get("refused")

    assert {1: "not-offered", 2: None} == answers
    assert {} == channel.messages


def test_files_are_small() -> None:
    """All files of the page together."""
    assert sum(path.stat().st_size for path in FILES) < LARGEST


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_set_text_as_text_only(path: Any) -> None:
    """Nothing turns a string into elements or into code."""
    ways = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|setHTML|eval\(|new Function|srcdoc"
    assert not re.search(ways, path.read_text(encoding="utf-8"))


def test_page_has_no_script_or_style_of_its_own_and_loads_nothing_from_elsewhere() -> None:
    """Whatever the page uses is a file beside it."""
    index = (FOLDER / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"<style|style=|\son\w+=|<script(?![^>]*src=)", index)
    for path in FILES:
        found = re.findall(
            r"""(?:src|href|url|import|from)\W{0,3}((?:https?:)?//[\w.-]+)""",
            path.read_text(encoding="utf-8"),
        )
        assert [] == found, path.name


async def test_policy_is_never_broken(
    page: Page, playground: Playground, channel: Channel, alice: Person
) -> None:
    """The browser reports no violation while the page is used; a script from elsewhere would be one."""
    await page.evaluate(
        "() => { window.broken = []; addEventListener('securitypolicyviolation', (e) => broken.push(e.violatedDirective)); }"
    )
    alice.say(channel, "bonjour")
    await page.get_by_text("bonjour").wait_for()
    await page.locator(".message").first.press("Enter")
    await page.get_by_role("menuitem").first.wait_for()
    assert [] == await page.evaluate("broken")


def forms(text: Any) -> list[str]:
    """One text, or those for one and for more."""
    return [text] if isinstance(text, str) else list(text.values())


async def test_every_word_stands_in_both_languages_and_is_used(page: Page) -> None:
    """The French and the English words have the same keys and gaps; none is left over."""
    words = await page.evaluate("async () => (await import('/page/words.js')).WORDS")
    assert list(words["fr"]) == list(words["en"])
    gaps = {
        language: [set(re.findall(r"\{\w+\}", " ".join(forms(text)))) for text in texts.values()]
        for language, texts in words.items()
    }
    assert gaps["fr"] == gaps["en"]
    code = "".join(path.read_text(encoding="utf-8") for path in SCRIPTS if path.name != "words.js")
    assert [] == [key for key in words["fr"] if f'"{key}"' not in code and not key.startswith("trouble-")]


async def test_words_keep_to_the_rules_of_their_language(page: Page) -> None:
    """One is no plural; French takes a no-break space before its high marks, English takes none."""
    words = await page.evaluate("async () => (await import('/page/words.js')).WORDS")
    script = (
        "async ([key, count]) => (await import('/page/words.js')).say(key, {count, name: 'x', value: 'y'})"
    )
    said = [await page.evaluate(script, asked) for asked in (["left", 1], ["left", 2], ["pair", 0])]
    assert ["1 caractère restant", "2 caractères restants", "x\u00a0: y"] == said
    assert [] == [
        text for text in words["en"].values() for form in forms(text) if re.search(r"\s[:;!?]", form)
    ]
