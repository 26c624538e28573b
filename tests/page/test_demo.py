"""`depeche demo`: one line, a page that works, a clean leave."""

import asyncio
import os
import signal
import socket
import sys

import aiohttp
import pytest

from bot.settings import ROOT


async def _demo(*options: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "demo", "--no-open", *options, cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith("DISCORD_")},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip


@pytest.mark.parametrize("leave", [signal.SIGINT, signal.SIGTERM])
async def test_demo_says_where_it_is_and_leaves_cleanly(leave: signal.Signals) -> None:
    """It prints one line when the bot is ready, serves the page, and ends with code 0 without a word."""
    process = await _demo()
    assert process.stdout
    line = (await process.stdout.readline()).decode()
    async with aiohttp.ClientSession() as session, session.get(line.split()[1]) as response:
        status = response.status
    process.send_signal(leave)
    out, err = await process.communicate()

    assert line.startswith("Open http://127.0.0.1:")
    assert 200 == status
    assert (0, b"", b"") == (process.returncode, out, err)


async def test_port_in_use_is_told_in_a_line() -> None:
    """A port that somebody has is bad configuration: one line, code 2."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process = await _demo("--port", str(port))
        out, err = await process.communicate()

    assert (2, b"") == (process.returncode, out)
    assert [f"depeche: port {port} cannot be used; choose another with --port"] == err.decode().splitlines()
