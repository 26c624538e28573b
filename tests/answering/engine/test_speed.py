"""How much the worst messages take, beside an ordinary question in the same run: machines differ."""

import time
from collections.abc import Callable
from itertools import count
from statistics import median

from bot.answering.answerer import Answerer

Make = Callable[[int], str]

LIMIT = 30
"""Times the processor time of an ordinary question, 3 ms where nothing else runs; the worst needs half."""

NUMBERS = count(1)
"""For words that no earlier message had, so that nothing remembered of the last one helps."""


def word(number: int) -> str:
    """A number written in letters, so that no two words are the same."""
    letters = ""
    while number:
        number, rest = divmod(number, 26)
        letters = chr(97 + rest) + letters
    return letters


WORST: dict[str, Make] = {
    "6,000 characters": lambda n: f"Combien a coûté GPT-4 {word(n)} ? " * 250,
    "20,000 words": lambda n: f"combien {word(n)} " + "combien " * 20_000,
    "20,000 questions": lambda n: f"{word(n)} " + "qui ? " * 20_000,
    "20,000 joints": lambda n: f"{word(n)} " + "et qui, " * 20_000,
    "questions joined": lambda n: (
        f"{word(n)} " + "et combien Apple a-t-elle investi dans DiDi en 2016, " * 200
    ),
    "commas that join nothing": lambda n: f"{word(n)} " + "a , " * 1_500,
    "joints that join nothing": lambda n: f"{word(n)} " + "a et " * 1_200,
    "names joined": lambda n: f"{word(n)} " + "aaaa bbbb, " * 550,
    "negations": lambda n: f"{word(n)} " + "ne pas " * 2_000,
    "elisions without an end": lambda n: f"{word(n)} " + "n'" * 3_000,
    "the same interrogative": lambda n: f"{word(n)} " + "why " * 1_500,
    "pronouns after small talk": lambda n: f"{word(n)} " + "qui ofbonjour " * 430,
    "almost negations": lambda n: f"{word(n)} " + "n'a a a a " * 600,
    "apostrophes and marks": lambda n: f"{word(n)} " + "'’`<@" * 1_500,
    "inversions": lambda n: f"{word(n)} " + "-a-t-il" * 900,
    "groups of digits": lambda n: f"{word(n)} " + "1 000 " * 1_000,
    "one number": lambda n: f"{n}" * 6_000,
    "brackets": lambda n: f"{word(n)} " + "((((" * 1_500,
    "white space": lambda n: " " * 5_990 + word(n),
    "twenty unknown words": lambda n: " ".join(f"{word(7_000 * n + 91 * i)}zqot" for i in range(1, 21)),
    "one endless word": lambda n: f"qz{word(n)}" * 2_000,
    "all the names": lambda n: (
        f"{word(n)} OpenAI, Nvidia, Apple, Google, Amazon et Meta investissent-elles ?"
    ),
    "400 unknown words": lambda n: " ".join(f"{word(90_000 * n + 91 * i)}x" for i in range(1, 401)),
}


def ordinary(number: int) -> str:
    """A question as members write them, with a slip and a word that nobody knows."""
    return f"Combien a couté GPT-4 à {word(number)}zqot ?"


def processor_time(answerer: Answerer, text: str) -> float:
    """Seconds of processor time that a reply took."""
    start = time.process_time()
    answerer.answer(text)
    return time.process_time() - start


def times_the_ordinary(answerer: Answerer, make: Make, runs: int = 5) -> float:
    """How many times as much as an ordinary question a kind of message takes, in the middle of some runs.

    The two take turns, so that a busy machine slows both.
    """
    worst, peer = [], []
    for _ in range(runs):
        worst.append(processor_time(answerer, make(next(NUMBERS))))
        peer.append(processor_time(answerer, ordinary(next(NUMBERS))))
    return median(worst) / median(peer)


def test_worst_input(answerer: Answerer) -> None:
    """Not even the worst message takes more than some ordinary questions do, once warm."""
    answerer.answer("Combien a coûté GPT-4 ?")
    answerer.answer("How much did GPT-4 cost?")
    took = {kind: times_the_ordinary(answerer, make) for kind, make in WORST.items()}

    assert {} == {kind: round(times, 1) for kind, times in took.items() if times >= LIMIT}
