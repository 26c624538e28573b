"""The queue of questions: one at a time, and known to be long when it is."""

import asyncio

from bot.doors.discord.turns import MANY, Turns


async def test_one_after_the_other() -> None:
    """Nobody's turn begins before the last one's is over; a long queue is known to be one."""
    turns, seen = Turns(), list[tuple[str, int]]()

    async def take(number: int) -> None:
        async with turns.one():
            seen.append(("in", number))
            await asyncio.sleep(0)
            seen.append(("out", number))

    async with asyncio.TaskGroup() as group:
        for number in range(MANY):
            assert not turns.are_many
            group.create_task(take(number))
            await asyncio.sleep(0)
            if number == MANY - 1:
                break
    assert seen == [(what, number) for number in range(MANY) for what in ("in", "out")]


async def test_long_queue_is_known() -> None:
    """Who finds so many in front of them asks Discord for time."""
    turns = Turns()
    async with turns.one():
        waiting = [asyncio.create_task(turns.one().__aenter__()) for _ in range(MANY - 1)]
        await asyncio.sleep(0)
        many = turns.are_many
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)

    assert many
    assert not turns.are_many
