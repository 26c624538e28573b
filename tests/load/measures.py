"""What is measured: first responses, events over reconnects, memory."""

import asyncio
import itertools
import time
from contextlib import suppress
from dataclasses import dataclass

from bot.playground.server import Playground
from tests.load.crowd import Crowd
from tests.load.processes import Process

LIMIT = 3.0
"""Seconds in which Discord wants the first response."""

PATIENCE = 60.0
"""Seconds that one burst may take, so that also what is too late can be measured."""

MEMORY_SECONDS = 1800.0
"""Seconds after which no more questions are asked for the memory."""

MESSAGE_SECONDS = 0.01
"""From one message to the next."""

RECONNECT_SECONDS = 0.5
"""From one forced reconnect to the next."""


@dataclass(frozen=True)
class Responses:
    """First responses of bursts, in milliseconds, and what they cost."""

    count: int
    p50: float
    p95: float
    p99: float
    longest: float
    too_late: int
    a_second: float
    processor_ms: float


@dataclass(frozen=True)
class Reconnects:
    """Messages over forced reconnects, and their answers."""

    messages: int
    resumed: int
    identified: int
    lost: int
    doubled: int


@dataclass(frozen=True)
class Memory:
    """Resident megabytes after so many questions."""

    questions: int
    megabytes: float
    seconds: float


async def burst(crowd: Crowd, in_flight: int) -> list[float]:
    """Seconds to the first response of so many interactions at once; all answers are waited for."""
    asked = [crowd.ask() for _ in range(in_flight)]
    waiting = iter(asked)
    current = next(waiting)

    def all_answered() -> bool:
        # What was found answered is not looked at again.
        nonlocal current
        while current.original and not current.original.loading:
            if (following := next(waiting, None)) is None:
                return True
            current = following
        return False

    await crowd.playground.world.changes.until(all_answered, PATIENCE)
    return [interaction.answered_after or 0.0 for interaction in asked]


async def first_responses(crowd: Crowd, process: Process, in_flight: int, rounds: int) -> Responses:
    """Bursts, one after the other, after one that does not count."""
    crowd.playground.world.first_response_seconds = PATIENCE
    await burst(crowd, min(in_flight, 50))
    taken: list[float] = []
    started, used = time.monotonic(), process.processor_seconds
    for _ in range(rounds):
        taken += await burst(crowd, in_flight)
        crowd.forget()
    seconds, used = time.monotonic() - started, process.processor_seconds - used
    taken.sort()
    return Responses(
        count=len(taken),
        p50=_share(taken, 0.50),
        p95=_share(taken, 0.95),
        p99=_share(taken, 0.99),
        longest=_share(taken, 1.0),
        too_late=sum(one > LIMIT for one in taken),
        a_second=len(taken) / seconds,
        processor_ms=used / len(taken) * 1000,
    )


def _share(ordered: list[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000


async def over_reconnects(crowd: Crowd, messages: int) -> Reconnects:
    """Messages one after the other while the gateway cuts, closes and sends clients away, in turn."""
    playground = crowd.playground
    breaking = asyncio.create_task(_break(playground))
    said = []
    for _ in range(messages):
        said.append(crowd.say())
        await asyncio.sleep(MESSAGE_SECONDS)
    breaking.cancel()
    with suppress(asyncio.CancelledError):  # whatever else ended it is a fault of the measure
        await breaking

    def answers() -> list[int]:
        replies = [m for channel in crowd.channels for m in channel.after(None, playground.world.bot)]
        return [message.reference.id for message in replies if message.reference]

    with suppress(TimeoutError):  # what is missing then is lost
        await playground.world.changes.until(lambda: len(set(answers())) == messages, PATIENCE)
    answered = answers()
    return Reconnects(
        messages=messages,
        resumed=playground.gateway.resumed,
        identified=len(playground.gateway.identified),
        lost=len({message.id for message in said} - set(answered)),
        doubled=len(answered) - len(set(answered)),
    )


async def _break(playground: Playground) -> None:
    gateway = playground.gateway
    for fault in itertools.cycle((gateway.drop, gateway.reconnect, lambda: gateway.close(4000))):
        await asyncio.sleep(RECONNECT_SECONDS)
        fault()


async def memory(crowd: Crowd, process: Process, questions: int, steps: int, in_flight: int) -> list[Memory]:
    """The memory before any question and after each of so many steps, as far as they go in the time."""
    crowd.playground.world.first_response_seconds = PATIENCE
    started = time.monotonic()
    found = [Memory(0, process.resident, 0.0)]
    asked = 0
    while asked < questions and time.monotonic() - started < MEMORY_SECONDS:
        goal = questions * len(found) // steps
        count = min(in_flight, goal - asked)
        await burst(crowd, count)
        crowd.forget()
        asked += count
        if asked == goal:
            found.append(Memory(asked, process.resident, time.monotonic() - started))
    return found
