"""2016 and 2017, and the four sums of the article, are never mixed."""

import pytest

from bot.answering.answerer import Answerer

ABOUT_2016 = [
    "Dans quoi Apple a-t-elle investi en 2016 ?",
    "Combien Apple a-t-elle investi en 2016 ?",
    "Quelle startup chinoise Apple a-t-elle financée en 2016 ?",
    "What did Apple invest in in 2016?",
    "How much did Apple invest in 2016?",
    "Which Chinese startup did Apple invest in in 2016?",
]
ABOUT_2017 = [
    "Dans quoi Apple a-t-elle investi en 2017 ?",
    "Combien Apple a-t-elle investi en 2017 ?",
    "Dans quel fonds Apple a-t-elle investi en 2017 ?",
    "What did Apple invest in in 2017?",
    "How much did Apple invest in 2017?",
    "Which fund did Apple invest in in 2017?",
]
YEARS_ASKED = [
    *((text, "2016", "DiDi", "Vision Fund") for text in ABOUT_2016),
    *((text, "2017", "Vision Fund", "DiDi") for text in ABOUT_2017),
]
WHEN = [
    ("En quelle année Apple a-t-elle investi dans DiDi Chuxing ?", "2016", "2017"),
    ("Quand Apple a-t-elle investi dans DiDi ?", "2016", "2017"),
    ("En quelle année Apple a-t-elle investi dans le Vision Fund ?", "2017", "2016"),
    ("Quand Apple a-t-elle investi dans le fonds de SoftBank ?", "2017", "2016"),
    ("In which year did Apple invest in DiDi Chuxing?", "2016", "2017"),
    ("When did Apple invest in DiDi?", "2016", "2017"),
    ("In which year did Apple invest in the Vision Fund?", "2017", "2016"),
    ("When did Apple invest in SoftBank's fund?", "2017", "2016"),
]  # fmt: skip

SUMS = {
    "GPT-4": ("100 million", ["Combien a coûté GPT-4 ?", "How much did GPT-4 cost?"]),
    "revenue": (
        "3,4 milliard",
        ["Quel est le chiffre d'affaires annuel chez OpenAI ?", "What is OpenAI's annual revenue?"],
    ),
    "Anthropic": (
        "6 milliard",
        [
            "Combien Google et Amazon ont-ils investi dans Anthropic ?",
            "How much did Google and Amazon invest in Anthropic?",
        ],
    ),
    "DiDi": (
        "1 milliard",
        ["Combien Apple a-t-elle investi dans DiDi ?", "How much did Apple invest in DiDi?"],
    ),
    "Vision Fund": (
        "1 milliard",
        ["Combien Apple a-t-elle mis dans le Vision Fund ?", "How much did Apple put into the Vision Fund?"],
    ),
}
ENGLISH = {
    "100 million": "100 million",
    "3,4 milliard": "3.4 billion",
    "6 milliard": "6 billion",
    "1 milliard": "1 billion",
}
ROWS = [(text, sum_) for sum_, texts in SUMS.values() for text in texts]

NO_SUCH_YEAR = [
    "Dans quoi Apple a-t-elle investi en 2018 ?",
    "Combien Apple a-t-elle investi en 2021 ?",
    "What did Apple invest in in 2018?",
    "How much did Apple invest in 2021?",
]


@pytest.mark.parametrize(("text", "year", "name", "other"), YEARS_ASKED)
def test_year_asked(answerer: Answerer, text: str, year: str, name: str, other: str) -> None:
    """What Apple did in one of the two years is that year's investment alone."""
    reply = answerer.answer(text)

    assert "answer" == reply.outcome
    assert year in reply.text
    assert name in reply.text
    assert other not in reply.text


@pytest.mark.parametrize(("text", "year", "other"), WHEN)
def test_year_told(answerer: Answerer, text: str, year: str, other: str) -> None:
    """The year of one investment is not that of the other."""
    reply = answerer.answer(text)

    assert "answer" == reply.outcome
    assert year in reply.text
    assert other not in reply.text


@pytest.mark.parametrize(("text", "amount"), ROWS)
def test_sum(answerer: Answerer, text: str, amount: str) -> None:
    """Each sum is told for what it paid, and no other sum beside it."""
    reply = answerer.answer(text)
    sums = {sum_ if reply.language == "fr" else ENGLISH[sum_]: sum_ for sum_ in ENGLISH}

    assert "answer" == reply.outcome
    assert {amount} == {sum_ for shown, sum_ in sums.items() if shown in reply.text}


@pytest.mark.parametrize("text", NO_SUCH_YEAR)
def test_other_years(answerer: Answerer, text: str) -> None:
    """A year of which the article tells nothing is declined, not answered with another."""
    assert () == answerer.answer(text).facts
