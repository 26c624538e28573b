"""`depeche bench`: how fast answers come, beside rapidfuzz alone, and how that grows with the base."""

from __future__ import annotations

import platform
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from os import cpu_count
from pathlib import Path

from bot.answering.compiled import compile_base, load_answerer
from bot.answering.facts import FactBase
from bot.answering.loading import load_base
from bot.evaluation.growth import Size, measure_growth
from bot.evaluation.output import save_json, table
from bot.evaluation.peers import extract_one, phrasings_of
from bot.evaluation.questions import DEVELOPMENT, read_questions
from bot.evaluation.timing import REPEATS, WARM_UP, Times, median_seconds, race


def main(facts: Path, save: Path | None) -> int:
    """Times the product on the development questions, prints tables, and saves the figures if asked to."""
    questions = [labelled.question for labelled in read_questions(DEVELOPMENT)]
    base, loading = median_seconds(partial(load_base, facts))
    answerer, compiling = median_seconds(partial(compile_base, base))
    fetching = _fetching(facts)
    phrasings = [phrasing for phrasing, _ in phrasings_of(base)]
    for question in answerer.complete("", "fr", WARM_UP):
        answerer.answer(question)
    ours, theirs = race(questions, answerer.answer, partial(extract_one, phrasings=phrasings))
    print(_speed_table(len(questions), len(phrasings), ours, theirs), flush=True)
    print(
        f"Loading the base {loading:.2f} s, compiling it {compiling:.2f} s, "
        f"fetching it once compiled {fetching:.2f} s (medians of {REPEATS})\n"
    )
    sizes, left_out = measure_growth(facts, questions)
    print(_growth_table(sizes), left_out, sep="\n")
    if save is not None:
        measured = {
            "questions": len(questions),
            "phrasings": len(phrasings),
            "answer_ms": asdict(ours),
            "wratio_ms": asdict(theirs),
            "ratio": _ratios(ours, theirs),
            "loading_s": loading,
            "compiling_s": compiling,
            "fetching_s": fetching,
            "resident_mb": sizes[0].resident,
            "growth": [asdict(size) for size in sizes],
            "left_out": left_out,
        }
        save_json(save, _circumstances(base) | measured)
    return 0


def _fetching(facts: Path) -> float:
    """Seconds to fetch a base that was compiled before, as every start but the first does."""
    load_answerer(facts)
    return median_seconds(partial(load_answerer, facts))[1]


def _circumstances(base: FactBase) -> dict[str, object]:
    """What the figures depend on besides the code."""
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "base": base.digest,
        "python": platform.python_version(),
        "system": platform.platform(),
        "processors": cpu_count(),
    }


def _ratios(ours: Times, theirs: Times) -> dict[str, float]:
    return {"medians": theirs.p50 / ours.p50, "means": theirs.mean / ours.mean}


def _speed_table(questions: int, phrasings: int, ours: Times, theirs: Times) -> str:
    ratios = _ratios(ours, theirs)
    rows = [
        ("Dépêche", *(f"{value:.2f}" for value in (ours.p50, ours.p99, ours.mean))),
        ("rapidfuzz WRatio", *(f"{value:.2f}" for value in (theirs.p50, theirs.p99, theirs.mean))),
        ("times as fast", f"{ratios['medians']:.1f}", "", f"{ratios['means']:.1f}"),
    ]
    title = f"Milliseconds an answer, {questions} questions once each, {phrasings} phrasings"
    return table(title, ("", "p50", "p99", "mean"), rows)


def _growth_table(sizes: list[Size]) -> str:
    head = ("times", "facts", "phrasings", "compiling s", "answer p50 ms", "resident MB", "peak MB")
    return table("A larger base: each size in a process of its own", head, [_cells(size) for size in sizes])


def _cells(size: Size) -> tuple[object, ...]:
    times = (f"{size.compiling:.2f}", f"{size.answer:.2f}")
    return (size.times, size.facts, size.phrasings, *times, round(size.resident), round(size.peak))
