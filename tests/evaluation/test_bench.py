"""The tables and the JSON of `depeche bench`."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answering.facts import FactBase
from bot.evaluation import bench, growth, memory, timing
from bot.evaluation.growth import Size, measure_growth, measure_size
from bot.evaluation.timing import median_seconds, race, times

TEN = Size(times=10, facts=40, phrasings=400, compiling=1.0, answer=1.0, resident=50.0, peak=60.0)


def test_times_are_order_statistics() -> None:
    """The 99th percentile is the value that 99 % do not exceed."""
    taken = times([float(n) for n in range(200, 0, -1)])

    assert (100.5, 198.0, 100.5) == (taken.p50, taken.p99, taken.mean)


def test_a_race_asks_both_each_question_in_turn() -> None:
    """What slows the machine for a while slows both."""
    asked: list[str] = []
    ours, theirs = race("ab", lambda q: asked.append(f"1{q}"), lambda q: asked.append(f"2{q}"))

    assert ["1a", "2a", "1b", "2b"] == asked
    assert 0 < ours.p50 <= ours.p99
    assert 0 < theirs.mean


def test_median_seconds_keeps_the_last_result() -> None:
    """It is used for what was built."""
    results = iter(range(10))
    result, seconds = median_seconds(lambda: next(results))

    assert 4 == result
    assert 0 < seconds < 1


def test_memory_is_told_in_megabytes() -> None:
    """A process that has imported all this holds tens of them, not thousands."""
    assert 10 < memory.resident() <= memory.peak() + 1 < 5_000
    assert memory.peak() < memory.physical()


def test_a_grown_base_is_measured(folder: Path, base: FactBase) -> None:
    """Its counts are exact, its times and memory above nothing."""
    size = measure_size(folder, 2, ["What is the price of Kalmio?"])

    assert (2, 2 * len(base.facts), 2 * (4 * 2 * 13 + 2 * 5)) == (size.times, size.facts, size.phrasings)
    assert 0 < size.answer < 1_000
    assert 0 < size.compiling < size.peak


@pytest.mark.parametrize(
    ("ten", "tried", "said"),
    [
        (TEN, [1, 10, 100], ""),
        (
            replace(TEN, compiling=45.0),
            [1, 10],
            "100 times the facts left out: 10 times took 45 s to compile",
        ),
        (replace(TEN, peak=1e9), [1, 10], "100 times the facts left out: 10 times took 1000000000 MB"),
    ],
)
def test_a_hundred_times_is_tried_only_where_it_is_bearable(
    monkeypatch: pytest.MonkeyPatch, ten: Size, tried: list[int], said: str
) -> None:
    """Neither an hour of compiling nor a machine out of memory is worth a line in a table."""
    monkeypatch.setattr(growth, "_apart", lambda _facts, times, _questions: replace(ten, times=times))
    sizes, left_out = measure_growth(Path(), [])

    assert tried == [size.times for size in sizes]
    assert left_out.startswith(said)
    assert bool(said) == bool(left_out)


def test_bench_prints_and_saves(
    folder: Path,
    file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """On a small base, from loading it to its growth in processes of their own."""
    monkeypatch.setattr(bench, "DEVELOPMENT", file)
    monkeypatch.setattr(growth, "SECONDS_AT_MOST", 0.0)
    monkeypatch.setattr(timing, "REPEATS", 1)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    save = tmp_path / "bench.json"

    assert 0 == bench.main(folder, save)

    printed = capsys.readouterr().out
    data = json.loads(save.read_text(encoding="utf-8"))
    assert [1, 10] == [size["times"] for size in data["growth"]]
    assert (6, 104) == (data["questions"], data["phrasings"])
    assert data["wratio_ms"]["p50"] / data["answer_ms"]["p50"] == data["ratio"]["medians"]
    assert 10 < data["resident_mb"] < 5_000
    assert "6 questions once each, 104 phrasings" in printed
    assert data["left_out"] in printed
