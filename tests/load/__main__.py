"""Puts the real bot under load on the local Discord, on loopback, and prints what came of it.

python -m tests.load [--in-flight 500] [--rounds 4] [--messages 1000] [--questions 100000] [--save FILE]
"""

import argparse
import asyncio
import platform
from dataclasses import asdict
from datetime import UTC, datetime
from os import cpu_count
from pathlib import Path
from typing import Any

from bot.evaluation.output import save_json, table
from bot.playground.server import Playground
from tests.load.crowd import Crowd
from tests.load.measures import Memory, Reconnects, Responses, first_responses, memory, over_reconnects
from tests.load.processes import OURS, PLAIN, running

MEMORY_STEPS = 5
MEMORY_IN_FLIGHT = 100


async def main(sizes: argparse.Namespace) -> dict[str, Any]:
    """Every measure, one bot after the other, never two at once."""
    ours = await _responses(OURS, sizes)
    plain = await _responses(PLAIN, sizes)
    print(_responses_table({"ours": ours, "discord.py alone, fixed answer": plain}, sizes.in_flight))
    share = plain.processor_ms / ours.processor_ms
    print(f"discord.py's own share of the processor time of an answer: {share:.0%}\n", flush=True)
    reconnects = await _reconnects(sizes)
    print(_reconnects_table(reconnects), flush=True)
    grown = await _memory(sizes)
    print(_memory_table(grown), flush=True)
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "processors": cpu_count(),
        "in_flight": sizes.in_flight,
        "ours": asdict(ours),
        "plain": asdict(plain),
        "share_of_discord_py": share,
        "reconnects": asdict(reconnects),
        "memory": [asdict(one) for one in grown],
    }


async def _responses(command: tuple[str, ...], sizes: argparse.Namespace) -> Responses:
    async with Playground() as playground:
        crowd = Crowd(playground, sizes.in_flight)
        async with running(command, playground) as process:
            return await first_responses(crowd, process, sizes.in_flight, sizes.rounds)


async def _reconnects(sizes: argparse.Namespace) -> Reconnects:
    async with Playground() as playground:
        playground.lift_rate_limit()  # what is measured is the bot, not how long it waits
        crowd = Crowd(playground, sizes.messages)
        async with running(OURS, playground):
            return await over_reconnects(crowd, sizes.messages)


async def _memory(sizes: argparse.Namespace) -> list[Memory]:
    async with Playground() as playground:
        crowd = Crowd(playground, sizes.in_flight)
        async with running(OURS, playground) as process:
            return await memory(crowd, process, sizes.questions, MEMORY_STEPS, MEMORY_IN_FLIGHT)


def _responses_table(found: dict[str, Responses], in_flight: int) -> str:
    head = (
        "bot",
        "asked",
        "p50 ms",
        "p95 ms",
        "p99 ms",
        "longest ms",
        "over 3 s",
        "a second",
        "processor ms each",
    )
    rows = [
        (
            name, one.count, f"{one.p50:.0f}", f"{one.p95:.0f}", f"{one.p99:.0f}", f"{one.longest:.0f}",
            one.too_late, f"{one.a_second:.0f}", f"{one.processor_ms:.2f}",
        )
        for name, one in found.items()
    ]  # fmt: skip
    return table(f"First response to /ask, {in_flight} in flight", head, rows)


def _reconnects_table(found: Reconnects) -> str:
    head = ("messages", "resumed", "identified", "answers lost", "answers twice")
    row = (found.messages, found.resumed, found.identified, found.lost, found.doubled)
    return table("Messages over forced reconnects", head, [row])


def _memory_table(found: list[Memory]) -> str:
    rows = [(one.questions, f"{one.megabytes:.1f}", f"{one.seconds:.0f}") for one in found]
    return table("Memory of the bot", ("questions", "resident MB", "after seconds"), rows)


def _sizes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.load", description="The bot under load.")
    parser.add_argument("--in-flight", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--messages", type=int, default=1000)
    parser.add_argument("--questions", type=int, default=100_000)
    parser.add_argument("--save", type=Path, metavar="JSON")
    return parser.parse_args()


if __name__ == "__main__":
    chosen = _sizes()
    measured = asyncio.run(main(chosen))
    if chosen.save:
        save_json(chosen.save, measured)
