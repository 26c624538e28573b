"""Figures and years in tokens, read as intervals and held against the truth."""

import math

import pytest

from bot.answering.figures import Figure, read_numbers
from bot.answering.text import tokenize

M, MD = 1e6, 1e9

POINTS = [
    ("fr", "100 millions de dollars", Figure(100 * M, 100 * M, "usd")),
    ("fr", "3,4 milliards de dollars", Figure(3.4 * MD, 3.4 * MD, "usd")),
    ("fr", "3.4 milliards", Figure(3.4 * MD, 3.4 * MD)),
    ("fr", "6 Mds€", Figure(6 * MD, 6 * MD, "eur")),
    ("fr", "1 milliard d'euros", Figure(MD, MD, "eur")),
    ("fr", "un milliard de dollars", Figure(MD, MD, "usd")),
    ("fr", "100 000 euros", Figure(100_000, 100_000, "eur")),
    ("fr", "1 000 000 $", Figure(M, M, "usd")),
    ("fr", "5 mille milliards", Figure(5e12, 5e12)),
    ("fr", "100M$", Figure(100 * M, 100 * M, "usd")),
    ("fr", "20 %", Figure(20, 20, "%")),
    ("fr", "10k dollars", Figure(10_000, 10_000, "usd")),
    ("fr", "1 billion de dollars", Figure(1e12, 1e12, "usd")),
    ("en", "100 million dollars", Figure(100 * M, 100 * M, "usd")),
    ("en", "$3.4 billion", Figure(3.4 * MD, 3.4 * MD, "usd")),
    ("en", "$3.4bn", Figure(3.4 * MD, 3.4 * MD, "usd")),
    ("en", "six billion", Figure(6 * MD, 6 * MD)),
    ("en", "a billion dollars", Figure(MD, MD, "usd")),
    ("en", "100,000,000 dollars", Figure(100 * M, 100 * M, "usd")),
    ("en", "£2m", Figure(2 * M, 2 * M, "gbp")),
    ("en", "20%", Figure(20, 20, "%")),
    ("en", "1 trillion yen", Figure(1e12, 1e12, "jpy")),
    ("en", "half a million", Figure(0.5 * M, 0.5 * M)),
]  # fmt: skip

RANGES = [
    ("fr", "plus de 100 millions", Figure(100 * M, math.inf)),
    ("fr", "au moins 3 milliards", Figure(3 * MD, math.inf)),
    ("fr", "moins de 50 millions", Figure(0, 50 * M)),
    ("fr", "jusqu'à 2 milliards", Figure(0, 2 * MD)),
    ("fr", "des dizaines de milliers de puces", Figure(10_000, 99_999)),
    ("fr", "des centaines de millions", Figure(100 * M, 1_000 * M - 1)),
    ("fr", "quelques millions", Figure(2 * M, 10 * M - 1)),
    ("fr", "des milliards de dollars", Figure(MD, 1_000 * MD - 1, "usd")),
    ("en", "more than 100 million", Figure(100 * M, math.inf)),
    ("en", "at least 3 billion", Figure(3 * MD, math.inf)),
    ("en", "less than 50 million", Figure(0, 50 * M)),
    ("en", "up to 2 billion", Figure(0, 2 * MD)),
    ("en", "tens of thousands of chips", Figure(10_000, 99_999)),
    ("en", "hundreds of millions", Figure(100 * M, 1_000 * M - 1)),
    ("en", "a few million", Figure(2 * M, 10 * M - 1)),
    ("en", "billions of dollars", Figure(MD, 1_000 * MD - 1, "usd")),
]  # fmt: skip

NONE = ["GPT-4", "gpt4", "deux applications", "3 questions", "two apps", "top 10", "rien", "milles", "?"]

HELD = [
    ("same", Figure(100, 100), Figure(100, 100)),
    ("same", Figure(100, 100), Figure(100, math.inf)),
    ("same", Figure(100, math.inf), Figure(100, math.inf)),
    ("same", Figure(6, 6, "usd"), Figure(6, 6)),
    ("implied", Figure(50, math.inf), Figure(100, math.inf)),
    ("implied", Figure(50, math.inf), Figure(100, 100)),
    ("implied", Figure(0, 200), Figure(100, 100)),
    ("implied", Figure(0, 1_000), Figure(100, 999)),
    ("contradicted", Figure(50, 50), Figure(100, 100)),
    ("contradicted", Figure(50, 50), Figure(100, math.inf)),
    ("contradicted", Figure(0, 50), Figure(100, math.inf)),
    ("contradicted", Figure(0, 100), Figure(100, math.inf)),
    ("contradicted", Figure(200, math.inf), Figure(100, 100)),
    ("contradicted", Figure(1_000, 1_000), Figure(100, 999)),
    ("contradicted", Figure(100, 100, "eur"), Figure(100, 100, "usd")),
    ("open", Figure(200, 200), Figure(100, math.inf)),
    ("open", Figure(200, math.inf), Figure(100, math.inf)),
    ("open", Figure(300, 300), Figure(100, 999)),
    ("open", Figure(0, 500), Figure(100, 999)),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "figure"), [*POINTS, *RANGES])
def test_figures(language: str, text: str, figure: Figure) -> None:
    """A figure is the interval of all that it may mean, in its currency."""
    assert (figure,) == read_numbers(tokenize(text), language).figures


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("text", NONE)
def test_no_figure(text: str, language: str) -> None:
    """Versions, lists and words that only look like numbers are no figures."""
    numbers = read_numbers(tokenize(text), language)

    assert ((), ()) == (numbers.figures, numbers.years)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("en 2016", (2016,)),
        ("2016 ou 2017", (2016, 2017)),
        ("in 1999 and 1999", (1999,)),
        ("2016 dollars", (2016,)),
        ("en 3016", ()),
        ("20167", ()),
    ],
)
def test_years(text: str, years: tuple[int, ...]) -> None:
    """Four digits of this century or the last are a year, each told once."""
    assert years == read_numbers(tokenize(text), "fr").years


def test_taken() -> None:
    """The tokens of a figure are taken, so that no word in it is read for something else."""
    tokens = tokenize("GPT-4 a coûté 100 millions de dollars en 2023")
    numbers = read_numbers(tokens, "fr")

    assert ["100", "millions", "de", "dollars", "2023"] == [tokens[i].text for i in sorted(numbers.taken)]


@pytest.mark.parametrize(("verdict", "figure", "truth"), HELD)
def test_held_against(verdict: str, figure: Figure, truth: Figure) -> None:
    """The truth says of a figure that it is the same, follows, contradicts it, or stays open."""
    assert verdict == figure.held_against(truth)
