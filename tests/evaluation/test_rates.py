"""Scores → figures."""

from collections.abc import Callable

import pytest

from bot.evaluation.questions import Labelled
from bot.evaluation.rates import Rate, confusions, measure
from bot.evaluation.scoring import Said, score_said

NewLabelled = Callable[..., Labelled]


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0), (95, 100, 0.8882, 0.9785)],
)
def test_wilson_interval(hits: int, of: int, low: float, high: float) -> None:
    """The bounds are those of the published tables, and stay within 0 and 1."""
    assert pytest.approx((low, high), abs=1e-4) == Rate(hits, of).interval


def test_rates_read_well() -> None:
    """A share with its interval; a dash where there was nothing to share."""
    assert "95.0% (88.8-97.8)" == str(Rate(95, 100))
    assert "-" == str(Rate(0, 0))
    assert {"hits": 95, "of": 100, "share": 0.95, "low": 0.8882, "high": 0.9785} == Rate(95, 100).data


def test_each_figure_has_its_own_denominator(new_labelled: NewLabelled) -> None:
    """Right answers are a share of the answerable, wrong facts of everything."""
    price, refuse, chat = new_labelled(), new_labelled(expect="decline"), new_labelled(expect="smalltalk")
    other, decline = Said("answer", "zorvex-revenue"), Said("decline")
    pairs = [
        (price, Said("answer", "kalmio-price")),
        (price, other),
        (price, decline),
        (refuse, decline),
        (refuse, other),
        (chat, Said("smalltalk")),
    ]
    figures = measure([score_said(labelled, (said,)) for labelled, said in pairs])

    assert 6 == figures.questions
    assert (Rate(1, 3), Rate(1, 2), Rate(1, 1)) == (figures.right, figures.refused, figures.smalltalk)
    assert (Rate(2, 6), Rate(0, 0)) == (figures.wrong, figures.language)


def test_confusions_are_counted_by_what_was_wanted_and_given(new_labelled: NewLabelled) -> None:
    """Most frequent first; right ones are left out."""
    price, refuse = new_labelled(opens="yes"), new_labelled(expect="decline", facts=[])
    both = new_labelled(parts=[{"expect": "answer", "facts": ["kalmio-price"]}, {"expect": "decline"}])
    right, other = Said("answer", "kalmio-price"), Said("answer", "zorvex-revenue")
    pairs = [
        (price, other),
        (price, right),
        (price, Said("answer", "kalmio-price", "no")),
        (price, Said("decline")),
        (price, Said("decline")),
        (refuse, other),
        (both, right),
    ]
    expected = [
        ("kalmio-price", "(decline)", 2),
        ("(decline)", "(nothing)", 1),
        ("(decline)", "zorvex-revenue", 1),
        ("kalmio-price", "no: kalmio-price", 1),
        ("kalmio-price", "zorvex-revenue", 1),
    ]

    assert expected == confusions(score_said(labelled, (said,)) for labelled, said in pairs)
