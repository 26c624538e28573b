"""The connection: lost and resumed, refused, stopped; the commands registered only once."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable

import pytest
from pydantic import SecretStr

from bot.doors.discord.client import DepecheClient, run
from bot.errors import ConfigurationError, ConnectionRefusedByDiscord
from bot.playground.commands_api import registered
from bot.playground.model import Channel
from bot.playground.people import Person
from bot.playground.server import Playground
from bot.service import Preview, Service
from bot.settings import Settings

Start = Callable[..., Awaitable[DepecheClient]]

COMPARE = "GET /applications/{application_id}/commands"
SYNC = "PUT /applications/{application_id}/commands"
GPT_4 = "Combien a coûté GPT-4 ?"
COST = "100 millions"


async def test_question_of_a_broken_line_is_answered(
    client: DepecheClient, playground: Playground, channel: Channel, alice: Person
) -> None:
    """What is asked while the line is down is answered after the resume, once."""
    bot = playground.world.bot
    playground.gateway.drop()
    asked = alice.say(channel, f"{bot.mention} {GPT_4}")
    answer = await channel.next_message(after=asked, by=bot, timeout=10)

    assert COST in answer.content
    assert 1 == playground.gateway.resumed
    assert [answer] == channel.after(asked)


async def test_reconnection_on_request_loses_nothing(
    client: DepecheClient, playground: Playground, channel: Channel, alice: Person
) -> None:
    """Discord asks for a reconnection now and then; commands and messages of that moment are answered."""
    bot = playground.world.bot
    playground.gateway.reconnect()
    asked = alice.say(channel, f"{bot.mention} {GPT_4}")
    command = alice.slash(channel, "ask", {"question": GPT_4, "private": True})
    answer = await channel.next_message(after=asked, by=bot, timeout=10)

    assert COST in answer.content
    assert COST in (await command.response()).content


async def test_lost_session_is_replaced(
    playground: Playground, start: Start, channel: Channel, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where Discord has forgotten the session, the bot opens another at the same gateway and goes on."""

    async def at_once(self: DepecheClient, shard_id: int | None, *, initial: bool = False) -> None:
        """Without the five seconds that discord.py leaves between two sessions."""

    monkeypatch.setattr(DepecheClient, "before_identify_hook", at_once)
    await start()
    playground.gateway.invalidate()
    await playground.world.changes.until(lambda: len(playground.gateway.identified) == 2, 5)
    bot = playground.world.bot
    answer = await channel.next_message(after=alice.say(channel, f"{bot.mention} {GPT_4}"), by=bot)

    assert COST in answer.content
    assert 1 == len(playground.calls(SYNC))


async def test_commands_are_registered_once(start: Start, playground: Playground) -> None:
    """A second start finds its own commands at Discord and registers nothing."""
    first = await start()
    assert await _registers_no_more(playground, 1)
    await first.close()
    await start()
    await playground.world.changes.until(lambda: len(playground.calls(COMPARE)) == 2, 3)

    assert await _registers_no_more(playground, 1)


async def test_changed_commands_are_registered_again(start: Start, playground: Playground) -> None:
    """Where Discord has other commands than ours, ours replace them."""
    first = await start()
    await first.close()
    playground.world.commands[0]["description"] = "Something old"
    await start()
    await playground.world.changes.until(lambda: len(playground.calls(SYNC)) == 2, 3)
    await playground.world.changes.until(lambda: playground.calls(SYNC)[1].status, 3)

    assert "Ask a question about the article" == playground.world.commands[0]["description"]


async def test_failed_registration_does_no_harm(
    start: Start, playground: Playground, channel: Channel, alice: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """Where the commands cannot be registered, messages are answered all the same."""
    bot = playground.world.bot
    other = registered(playground.world, {"name": "other", "description": "Something else"})
    playground.world.commands.append(other)
    playground.faults.fail(SYNC, status=403)
    await start()
    answer = await channel.next_message(after=alice.say(channel, f"{bot.mention} {GPT_4}"), by=bot)
    await playground.world.changes.until(lambda: [c for c in playground.calls(SYNC) if c.status], 3)

    assert COST in answer.content


@pytest.mark.parametrize("token", [None, SecretStr(" ")])
async def test_missing_token_is_a_mistake_of_the_settings(
    settings: Settings, shipped: Service, token: SecretStr | None
) -> None:
    """Without a token there is nothing to try."""
    with pytest.raises(ConfigurationError, match="DISCORD_TOKEN is missing"):
        await run(settings.model_copy(update={"discord_token": token}), shipped)


async def test_wrong_token_is_explained(
    settings: Settings, shipped: Service, caplog: pytest.LogCaptureFixture
) -> None:
    """A token that Discord does not know ends in one line, which does not repeat it."""
    caplog.set_level("DEBUG")
    wrong = settings.model_copy(update={"discord_token": SecretStr("not.the.token")})
    with pytest.raises(ConnectionRefusedByDiscord, match="DISCORD_TOKEN") as refused:
        await run(wrong, shipped)

    assert "not.the.token" not in str(refused.value) + caplog.text


@pytest.mark.parametrize(
    ("code", "line"), [(4004, "does not know this token"), (4013, "4013"), (4014, "4014"), (4011, "4011")]
)
async def test_closed_gateway_is_explained(
    playground: Playground, settings: Settings, shipped: Service, code: int, line: str
) -> None:
    """Where the gateway closes for good, the line says why."""
    running = asyncio.create_task(run(settings, shipped))
    await playground.gateway.ready()
    playground.gateway.close(code)
    with pytest.raises(ConnectionRefusedByDiscord, match=line) as refused:
        await running

    assert 1 == len(str(refused.value).splitlines())


async def test_missing_network_is_explained(
    settings: Settings, shipped: Service, unused_tcp_port: int
) -> None:
    """Where nobody listens, the line speaks of the network."""
    away = settings.model_copy(update={"discord_api_url": f"http://127.0.0.1:{unused_tcp_port}/api/v10"})
    with pytest.raises(ConnectionRefusedByDiscord, match="check the network"):
        await run(away, shipped)


async def test_failing_discord_is_explained(
    playground: Playground, settings: Settings, shipped: Service
) -> None:
    """Where Discord itself refuses at the start, the line gives its status."""
    playground.faults.fail("GET /users/@me", status=503)
    with pytest.raises(ConnectionRefusedByDiscord, match="503"):
        await run(settings, shipped)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
async def test_signal_stops_cleanly(
    playground: Playground, settings: Settings, shipped: Service, name: str
) -> None:
    """A signal to stop ends the session at Discord and returns."""
    running = asyncio.create_task(run(settings, shipped))
    await playground.gateway.ready()
    os.kill(os.getpid(), getattr(signal, name))
    await asyncio.wait_for(running, 3)
    await playground.world.changes.until(lambda: not playground.gateway.sessions, 3)


async def test_stopping_bot_answers_first(
    playground: Playground, settings: Settings, shipped: Service, channel: Channel, alice: Person
) -> None:
    """Who asked before the signal to stop is still answered."""
    playground.faults.slow("POST /channels/{channel_id}/messages", 0.3)
    running = asyncio.create_task(run(settings, shipped))
    await playground.gateway.ready()
    asked = alice.say(channel, f"{playground.world.bot.mention} {GPT_4}")
    await asyncio.sleep(0.1)
    os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.wait_for(running, 3)

    assert COST in channel.after(asked)[0].content


async def test_gateway_of_the_settings_is_used(
    playground: Playground, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the settings give a gateway, what the API names does not count."""
    monkeypatch.setattr(playground._http, "gateway_url", "ws://127.0.0.1:9/nowhere")

    assert (await start()).is_ready()


async def test_signal_reloads(
    playground: Playground,
    settings: Settings,
    shipped: Service,
    alice: Person,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """SIGHUP reads the facts again; a failure of it stops nothing."""
    read = asyncio.Event()

    async def reload() -> Preview:
        read.set()
        raise OSError("the disk is gone")

    monkeypatch.setattr(shipped, "reload", reload)
    running = asyncio.create_task(run(settings, shipped))
    await playground.gateway.ready()
    os.kill(os.getpid(), signal.SIGHUP)
    await asyncio.wait_for(read.wait(), 3)
    asked = alice.say(alice.direct, GPT_4)
    answer = await alice.direct.next_message(after=asked, by=playground.world.bot)
    os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.wait_for(running, 3)

    assert COST in answer.content


async def _registers_no_more(playground: Playground, times: int) -> bool:
    """Whether the commands were registered so often, and are not again in the next moment."""
    try:
        await playground.world.changes.until(lambda: len(playground.calls(SYNC)) > times, 0.3)
    except TimeoutError:
        return len(playground.calls(SYNC)) == times
    return False
