"""Bots in processes of their own, so that their time and memory are theirs alone."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from bot.playground.server import Playground

OURS = (sys.executable, "-m", "bot", "run")
PLAIN = (sys.executable, "-m", "tests.load.plain")
ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60.0
STOP_SECONDS = 10.0


class Process:
    """A running bot, as the system sees it."""

    def __init__(self, number: int) -> None:
        self._folder = Path("/proc") / str(number)

    @property
    def processor_seconds(self) -> float:
        """What it has used of the processor so far."""
        # The name, in brackets, may hold blanks: count from behind it.
        fields = (self._folder / "stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def resident(self) -> float:
        """The memory that it holds, in megabytes."""
        pages = int((self._folder / "statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


@asynccontextmanager
async def running(command: Sequence[str], playground: Playground) -> AsyncIterator[Process]:
    """A bot that is connected and whose commands are registered; it ends with the block."""
    environment = {
        **os.environ, "DISCORD_TOKEN": playground.token, "DISCORD_API_URL": playground.api_url,
        "DISCORD_GATEWAY_URL": playground.gateway_url, "DEPECHE_LOG_LEVEL": "error",
        # The cooldown, which spares operators, would leave most of the crowd without an answer.
        "DEPECHE_OPERATORS": ",".join(map(str, playground.world.users)),
    }  # fmt: skip
    child = await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=environment)
    try:
        await playground.gateway.ready(timeout=START_SECONDS)
        await playground.world.changes.until(lambda: playground.world.commands, START_SECONDS)
        yield Process(child.pid)
    finally:
        await _stop(child)


async def _stop(child: asyncio.subprocess.Process) -> None:
    if child.returncode is None:
        child.terminate()
    try:
        await asyncio.wait_for(child.wait(), STOP_SECONDS)
    except TimeoutError:
        child.kill()
        await child.wait()
