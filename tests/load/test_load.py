"""The load's own parts, with a handful of questions: that they measure, not what they measure."""

import argparse

import pytest

from bot.playground.server import Playground
from tests.load import measures
from tests.load.__main__ import main
from tests.load.crowd import Crowd
from tests.load.processes import PLAIN, running


def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every line break while the few messages of a test are said."""
    monkeypatch.setattr(measures, "RECONNECT_SECONDS", 0.06)
    monkeypatch.setattr(measures, "MESSAGE_SECONDS", 0.05)


@pytest.mark.timeout(180)  # the base may have to be compiled first
async def test_real_bot_is_measured_in_its_own_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A small run goes through every measure, breaks lines, prints its tables, and loses nothing."""
    often(monkeypatch)
    sizes = argparse.Namespace(in_flight=4, rounds=2, messages=4, questions=10)
    found = await main(sizes)
    printed = capsys.readouterr().out

    assert (8, 8) == (found["ours"]["count"], found["plain"]["count"])
    assert (4, 0, 0) == tuple(found["reconnects"][key] for key in ("messages", "lost", "doubled"))
    assert found["reconnects"]["resumed"] > 0
    assert [0, 2, 4, 6, 8, 10] == [one["questions"] for one in found["memory"]]
    assert all(one["megabytes"] > 10 for one in found["memory"])
    assert all(title in printed for title in ("First response", "forced reconnects", "Memory of the bot"))


async def test_a_line_that_cannot_be_broken_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the line cannot be broken, the measure says so instead of counting what was never tried."""
    often(monkeypatch)
    async with Playground() as playground:
        crowd = Crowd(playground, people=3)
        async with running(PLAIN, playground):
            monkeypatch.delattr(type(playground.gateway), "drop")
            with pytest.raises(AttributeError, match="drop"):
                await measures.over_reconnects(crowd, 3)
            monkeypatch.undo()


async def test_what_is_lost_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bot that answers nothing but commands loses every message."""
    monkeypatch.setattr(measures, "PATIENCE", 0.1)
    async with Playground() as playground:
        crowd = Crowd(playground, people=3)
        async with running(PLAIN, playground):
            found = await measures.over_reconnects(crowd, 3)

    assert (3, 3, 0) == (found.messages, found.lost, found.doubled)
