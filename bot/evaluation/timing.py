"""How long answers take, beside the line that most such bots rest on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import fmean, median
from time import perf_counter, perf_counter_ns
from typing import TypeVar

T = TypeVar("T")

WARM_UP = 50
"""How many other questions are answered before the clock starts."""

REPEATS = 5


@dataclass(frozen=True, slots=True)
class Times:
    """Of one method, in milliseconds a question."""

    p50: float
    p99: float
    mean: float


def milliseconds(method: Callable[[str], object], question: str) -> float:
    """How long one answer takes."""
    start = perf_counter_ns()
    method(question)
    return (perf_counter_ns() - start) / 1e6


def race(
    questions: Sequence[str], first: Callable[[str], object], second: Callable[[str], object]
) -> tuple[Times, Times]:
    """The times of two methods, question by question in turn: what slows the machine slows both."""
    pairs = [(milliseconds(first, question), milliseconds(second, question)) for question in questions]
    ours, theirs = zip(*pairs, strict=True)
    return times(ours), times(theirs)


def times(taken: Sequence[float]) -> Times:
    """Median, 99th percentile and mean."""
    return Times(median(taken), sorted(taken)[ceil(0.99 * len(taken)) - 1], fmean(taken))


def median_seconds(call: Callable[[], T]) -> tuple[T, float]:
    """The last result of some calls, and how long the median one took."""
    taken = []
    for _ in range(REPEATS):
        start = perf_counter()
        result = call()
        taken.append(perf_counter() - start)
    return result, median(taken)
