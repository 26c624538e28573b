"""What a larger base costs: compiling, answering and memory, each size in a process of its own."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from time import perf_counter

from bot.answering.compiled import compile_base
from bot.answering.facts import LANGUAGES, Absence, Fact, FactBase
from bot.answering.loading import load_base
from bot.evaluation import memory
from bot.evaluation.synthetic import grow
from bot.evaluation.timing import WARM_UP, milliseconds

SECONDS_AT_MOST = 30.0
"""How long compiling ten times the facts may take for a hundred times to be tried."""


@dataclass(frozen=True, slots=True)
class Size:
    """A base of `times` the facts: seconds to compile, milliseconds an answer (median), megabytes."""

    times: int
    facts: int
    phrasings: int
    compiling: float
    answer: float
    resident: float
    peak: float


def measure_growth(facts: Path, questions: Sequence[str]) -> tuple[list[Size], str]:
    """The sizes that were measured, and a line about what was left out, if anything."""
    sizes = [_apart(facts, 1, questions), _apart(facts, 10, questions)]
    if reason := _reason_to_stop(sizes[-1]):
        return sizes, f"100 times the facts left out: {reason}"
    return [*sizes, _apart(facts, 100, questions)], ""


def measure_size(facts: Path, times: int, questions: Sequence[str]) -> Size:
    """Compiles a grown base in this process and answers the questions from it."""
    base = grow(load_base(facts), times)
    start = perf_counter()
    answerer = compile_base(base)
    compiling = perf_counter() - start
    for question in answerer.complete("", "fr", WARM_UP):
        answerer.answer(question)
    answers = [milliseconds(answerer.answer, question) for question in questions]
    return Size(
        times, len(base.facts), _phrasings(base), compiling, median(answers), memory.resident(), memory.peak()
    )


def _apart(facts: Path, times: int, questions: Sequence[str]) -> Size:
    """The same in a fresh process, whose memory holds nothing else."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measure_size, facts, times, questions).result()


def _reason_to_stop(ten: Size) -> str:
    if ten.compiling >= SECONDS_AT_MOST:
        return f"10 times took {ten.compiling:.0f} s to compile, {SECONDS_AT_MOST:.0f} s is the limit"
    if 10 * ten.peak > memory.physical():
        return f"10 times took {ten.peak:.0f} MB, ten times that is more than this machine has"
    return ""


def _phrasings(base: FactBase) -> int:
    claims: tuple[Fact | Absence, ...] = (*base.facts.values(), *base.absences)
    return sum(len(claim.phrasings_in(language)) for claim in claims for language in LANGUAGES)
