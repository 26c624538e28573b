"""What holds of all figures."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.figures import Figure, read_numbers
from bot.answering.text import tokenize

VALUES = st.integers(1, 10**12).map(float)
UNITS = st.sampled_from(["", "usd", "eur", "%"])
TENTHS = st.integers(1, 9_999).map(lambda tenths: tenths / 10)

SCALES = {
    "fr": {"millions": 1e6, "milliards": 1e9},
    "en": {"million": 1e6, "billion": 1e9, "thousand": 1e3},
}
CURRENCIES = {"fr": {"de dollars": "usd", "d'euros": "eur"}, "en": {"dollars": "usd", "euros": "eur"}}
BOUNDS = {
    "fr": {"": "", "plus de": "over", "au moins": "over", "moins de": "under"},
    "en": {"": "", "more than": "over", "at least": "over", "less than": "under"},
}


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    """Points, intervals, and all above or below a value."""
    low = draw(VALUES)
    high = draw(st.sampled_from([low, low * 10 - 1, math.inf]))
    return draw(st.sampled_from([Figure(low, high, draw(UNITS)), Figure(0.0, low, draw(UNITS))]))


@given(figures())
def test_same_as_itself(figure: Figure) -> None:
    """Every figure is the same as itself."""
    assert "same" == figure.held_against(figure)


@given(figures(), figures())
def test_verdicts_bear_out(figure: Figure, truth: Figure) -> None:
    """What is implied holds for every true value; what is contradicted holds for none but a shared end."""
    verdict = figure.held_against(truth)
    low, high = max(figure.low, truth.low), min(figure.high, truth.high)

    assert verdict in {"same", "implied", "contradicted", "open"}
    if figure.unit and truth.unit and figure.unit != truth.unit:
        assert "contradicted" == verdict
    elif verdict == "implied":
        assert (truth.low, truth.high) == (low, high)
    elif verdict == "contradicted":
        assert low >= high
    elif verdict == "open":
        assert low <= high


@given(VALUES, VALUES)
def test_more_and_less(said: float, true: float) -> None:
    """ "More than" and "less than" another value than the true one are never both right or both wrong."""
    truth = Figure(true, true)
    over, under = (f.held_against(truth) for f in (Figure(said, math.inf), Figure(0.0, said)))

    assert (said == true) or {"implied", "contradicted"} == {over, under}


@pytest.mark.parametrize("language", ["fr", "en"])
@given(data=st.data())
def test_read_back(language: str, data: st.DataObject) -> None:
    """A figure put into words is read back as it was."""
    value = data.draw(TENTHS)
    scale, factor = data.draw(st.sampled_from(sorted(SCALES[language].items())))
    currency, unit = data.draw(st.sampled_from(sorted(CURRENCIES[language].items())))
    words, bound = data.draw(st.sampled_from(sorted(BOUNDS[language].items())))
    number = f"{value:g}".replace(".", "," if language == "fr" else ".")
    exact = float(f"{value:g}") * factor
    expected = Figure(0.0 if bound == "under" else exact, math.inf if bound == "over" else exact, unit)

    assert (expected,) == read_numbers(tokenize(f"x {words} {number} {scale} {currency} ?"), language).figures


@given(st.integers(1900, 2099))
def test_years_read_back(year: int) -> None:
    """Every year of two centuries is read as that year, and as no figure."""
    numbers = read_numbers(tokenize(f"in {year}?"), "en")

    assert ((year,), ()) == (numbers.years, numbers.figures)


@given(st.integers(10_000, 10**12))
def test_grouping_makes_no_difference(value: int) -> None:
    """Thousands may be grouped by commas, spaces or apostrophes, or not at all."""
    grouped = {f"{value:,}".replace(",", separator) for separator in (",", " ", "\u202f", "'", "")}

    assert {(Figure(value, value, "usd"),)} == {
        read_numbers(tokenize(f"{text} dollars"), "en").figures for text in grouped
    }


@given(
    st.lists(
        st.sampled_from(["100", "plus", "de", "millions", "$", "%", "2016", "un", "quelques", "des", "?"])
    )
)
def test_any_order(words: list[str]) -> None:
    """Words of figures in any order are read without fault, and nothing is taken that is not there."""
    tokens = tokenize(" ".join(words))
    numbers = read_numbers(tokens, "fr")

    assert numbers.taken <= set(range(len(tokens)))
    assert all(figure.low <= figure.high for figure in numbers.figures)
