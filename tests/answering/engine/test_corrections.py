"""A wrong figure, year or name in a question that is otherwise known is corrected, never confirmed."""

import pytest

from bot.answering.answerer import Answerer

CONFIRMING = ("Oui", "Si", "Yes")

WRONG_FIGURES = [
    ("GPT-4 a-t-il coûté 50 millions de dollars ?", "100 millions"),
    ("GPT-4 a-t-il coûté moins de 100 millions de dollars ?", "100 millions"),
    ("Est-ce que GPT-4 a coûté moins de 50 millions de dollars ?", "100 millions"),
    ("Le chiffre d'affaires d'OpenAI est-il de 5 milliards de dollars ?", "3,4 milliards"),
    ("Le chiffre d'affaires d'OpenAI est-il de 3,4 millions de dollars ?", "3,4 milliards"),
    ("Le chiffre d'affaires d'OpenAI dépasse-t-il 10 milliards de dollars ?", "3,4 milliards"),
    ("Apple a-t-elle investi 2 milliards de dollars dans DiDi Chuxing ?", "1 milliard"),
    ("ChatGPT compte-t-il 10 millions d'utilisateurs par mois ?", "centaines de millions"),
    ("Did GPT-4 cost 50 million dollars?", "100 million"),
    ("Did GPT-4 cost less than 100 million dollars?", "100 million"),
    ("Is OpenAI's revenue 5 billion dollars?", "3.4 billion"),
    ("Is OpenAI's revenue 3.4 million dollars?", "3.4 billion"),
    ("Is OpenAI's revenue more than 10 billion dollars?", "3.4 billion"),
    ("Did Google and Amazon invest 4 billion dollars in Anthropic?", "6 billion"),
    ("Did Google and Amazon invest more than 8 billion dollars in Anthropic?", "6 billion"),
    ("Did Apple invest 2 billion dollars in DiDi Chuxing?", "1 billion"),
    ("Does ChatGPT have 10 million users a month?", "hundreds of millions"),
    ("Google et Amazon ont-ils investi 4 milliards de dollars dans Anthropic ?", "6 milliards"),
    ("Google et Amazon ont-ils investi plus de 8 milliards de dollars dans Anthropic ?", "6 milliards"),
]  # fmt: skip


TRUE_FIGURES = [
    ("GPT-4 a-t-il coûté plus de 50 millions de dollars ?", "100 millions"),
    ("Le chiffre d'affaires d'OpenAI est-il de 3,4 milliards de dollars ?", "3,4 milliards"),
    ("Apple a-t-elle investi 1 milliard de dollars dans DiDi Chuxing ?", "1 milliard"),
    ("Did GPT-4 cost more than 50 million dollars?", "100 million"),
    ("Is OpenAI's revenue 3.4 billion dollars?", "3.4 billion"),
    ("Is OpenAI's revenue more than 3 billion dollars?", "3.4 billion"),
    ("Did Google and Amazon invest 6 billion dollars in Anthropic?", "6 billion"),
    ("Did Apple invest 1 billion dollars in DiDi Chuxing?", "1 billion"),
    ("Google et Amazon ont-ils investi 6 milliards de dollars dans Anthropic ?", "6 milliards"),
    ("Google et Amazon ont-ils investi moins de 10 milliards de dollars dans Anthropic ?", "6 milliards"),
    ("Le chiffre d'affaires d'OpenAI dépasse-t-il 3 milliards de dollars ?", "3,4 milliards"),
    ("Did Google and Amazon invest less than 10 billion dollars in Anthropic?", "6 billion"),
]  # fmt: skip

UNSETTLED = [
    ("GPT-4 a-t-il coûté plus de 200 millions de dollars ?", "100 millions"),
    ("ChatGPT compte-t-il 300 millions d'utilisateurs par mois ?", "centaines de millions"),
    ("Did GPT-4 cost more than 200 million dollars?", "100 million"),
    ("Does ChatGPT have 300 million users a month?", "hundreds of millions"),
]  # fmt: skip

WRONG_YEARS = [
    "Apple a-t-elle investi dans DiDi Chuxing en 2017 ?",
    "Apple a-t-elle investi dans le Vision Fund en 2016 ?",
    "Apple a-t-elle investi dans DiDi Chuxing en 2019 ?",
    "Did Apple invest in DiDi Chuxing in 2017?",
    "Did Apple invest in the Vision Fund in 2016?",
    "Did Apple invest in the Vision Fund in 2020?",
]

WRONG_NAMES = [
    ("SoftBank est-elle une société chinoise ?", "softbank-country"),
    ("DiDi Chuxing est-elle une société japonaise ?", "didi-country"),
    ("Is SoftBank a Chinese company?", "softbank-country"),
    ("Is DiDi Chuxing a Japanese company?", "didi-country"),
    ("GPT-4 a-t-il été construit par Google ?", "gpt4-builder"),
    ("Was GPT-4 built by Google?", "gpt4-builder"),
    ("Anthropic a-t-elle été fondée par d'anciens cadres de Google ?", "anthropic-founders"),
    ("Was Anthropic founded by former Meta executives?", "anthropic-founders"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "true"), [*WRONG_FIGURES])
def test_wrong_figure(answerer: Answerer, text: str, true: str) -> None:
    """A figure that the article contradicts is denied and the true one given."""
    reply = answerer.answer(text)

    assert "answer" == reply.outcome
    assert reply.text.startswith("Non. " if reply.language == "fr" else "No. ")
    assert true in reply.text


@pytest.mark.parametrize(("text", "true"), TRUE_FIGURES)
def test_true_figure(answerer: Answerer, text: str, true: str) -> None:
    """A figure, or a comparison with one, that the article bears out is confirmed."""
    reply = answerer.answer(text)

    assert "answer" == reply.outcome
    assert reply.text.startswith("Oui. " if reply.language == "fr" else "Yes. ")
    assert true in reply.text


@pytest.mark.parametrize(("text", "true"), UNSETTLED)
def test_figure_left_open(answerer: Answerer, text: str, true: str) -> None:
    """A figure that the article does not settle is neither confirmed nor denied."""
    reply = answerer.answer(text)

    assert reply.outcome != "answer" or true in reply.text
    assert not reply.text.startswith((*CONFIRMING, "Non.", "No."))


@pytest.mark.parametrize("text", WRONG_YEARS)
def test_wrong_year(answerer: Answerer, text: str) -> None:
    """A wrong year is denied, and each investment told is told with its own year."""
    reply = answerer.answer(text)

    assert "answer" == reply.outcome
    assert reply.text.startswith(("Non. ", "No. "))
    assert ("2016" in reply.text) == ("DiDi" in reply.text)
    assert ("2017" in reply.text) == ("Vision Fund" in reply.text)


@pytest.mark.parametrize(("text", "fact"), WRONG_NAMES)
def test_wrong_name(answerer: Answerer, text: str, fact: str) -> None:
    """A wrong country or maker is denied and the true one given."""
    reply = answerer.answer(text)

    assert (fact,) == reply.facts
    assert reply.text.startswith(("Non.", "No."))


@pytest.mark.parametrize(
    "text", [*(text for text, _ in (*WRONG_FIGURES, *UNSETTLED, *WRONG_NAMES)), *WRONG_YEARS]
)
def test_never_confirmed(answerer: Answerer, text: str) -> None:
    """Whatever else becomes of it, what the article does not say is not confirmed."""
    assert not answerer.answer(text).text.startswith(CONFIRMING)
