"""The load's own parts, with a handful of questions: that they measure, not what they measure."""

import argparse

import pytest

from bot.playground.server import Playground
from tests.load import measures
from tests.load.__main__ import main
from tests.load.crowd import Crowd
from tests.load.processes import PLAIN, running


@pytest.mark.timeout(180)  # the base may have to be compiled first
async def test_real_bot_is_measured_in_its_own_process(capsys: pytest.CaptureFixture[str]) -> None:
    """A small run goes through every measure, prints its tables, and loses nothing."""
    sizes = argparse.Namespace(in_flight=4, rounds=2, messages=4, questions=10)
    found = await main(sizes)
    printed = capsys.readouterr().out

    assert (8, 8) == (found["ours"]["count"], found["plain"]["count"])
    assert (4, 0, 0) == tuple(found["reconnects"][key] for key in ("messages", "lost", "doubled"))
    assert [0, 2, 4, 6, 8, 10] == [one["questions"] for one in found["memory"]]
    assert all(one["megabytes"] > 10 for one in found["memory"])
    assert all(title in printed for title in ("First response", "forced reconnects", "Memory of the bot"))


async def test_what_is_lost_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bot that answers nothing but commands loses every message."""
    monkeypatch.setattr(measures, "PATIENCE", 0.1)
    async with Playground() as playground:
        crowd = Crowd(playground, people=3)
        async with running(PLAIN, playground):
            found = await measures.over_reconnects(crowd, 3)

    assert (3, 3, 0) == (found.messages, found.lost, found.doubled)
