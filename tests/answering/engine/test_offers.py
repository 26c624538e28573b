"""What is put forward beside a reply: at most three questions, each of which the engine answers."""

import pytest

from bot.answering.answerer import Answerer
from bot.answering.decide import SUGGESTIONS

REFUSED = [
    "Combien de salariés compte OpenAI ?",
    "Qui est le PDG de Nvidia ?",
    "Combien Apple investirait-elle dans OpenAI ?",
    "Combien Google a-t-il investi dans DiDi Chuxing ?",
    "Quand sortira le prochain modèle d'OpenAI ?",
    "Quel est le chiffre d'affaires d'Anthropic ?",
    "How many employees does OpenAI have?",
    "Who is the CEO of Nvidia?",
    "When will OpenAI's next model be released?",
    "What is Anthropic's revenue?",
    "How many users does Anthropic have?",
    "How much would Apple invest in OpenAI?",
]  # fmt: skip

HALF_ASKED = [
    "SoftBank",
    "GPT-4",
    "Anthropic",
    "Meta",
    "DiDi",
    "the Vision Fund",
    "les puces d'IA",
    "Nvidia goal",
]

NOTHING_NEAR = [
    "Quelle est la météo à Paris demain ?",
    "Who won the football world cup?",
    "quel temps fait-il",
    "????",
    "Bonjour",
    "Thanks!",
]


@pytest.mark.parametrize("text", [*REFUSED, *HALF_ASKED])
def test_offers_can_be_answered(answerer: Answerer, text: str) -> None:
    """Each question put forward is answered with exactly the fact that it stands for."""
    reply = answerer.answer(text)
    offers = reply.offers

    assert len(offers) <= SUGGESTIONS
    assert len(offers) == len({offer.fact_id for offer in offers})
    assert [("answer", (offer.fact_id,)) for offer in offers] == [
        (again.outcome, again.facts)
        for again in (answerer.answer(offer.text, reply.language) for offer in offers)
    ]


@pytest.mark.parametrize("text", REFUSED)
def test_refusals_offer_something(answerer: Answerer, text: str) -> None:
    """A refusal about a company of the article offers what the article does tell."""
    reply = answerer.answer(text)

    assert "decline" == reply.outcome
    assert reply.offers


@pytest.mark.parametrize("text", REFUSED + HALF_ASKED)
def test_offers_are_in_the_language_of_the_reply(answerer: Answerer, text: str) -> None:
    """Questions are put forward in the language of the reply, as the base has them."""
    reply = answerer.answer(text)
    facts = answerer.base.facts

    assert [facts[offer.fact_id].question.in_(reply.language) for offer in reply.offers] == [
        offer.text for offer in reply.offers
    ]


@pytest.mark.parametrize("text", NOTHING_NEAR)
def test_nothing_near(answerer: Answerer, text: str) -> None:
    """Where nothing of the article is near, nothing is put forward."""
    assert () == answerer.answer(text).offers


@pytest.mark.parametrize("text", ["Combien a coûté GPT-4 ?", "How much did GPT-4 cost?"])
def test_related(answerer: Answerer, text: str) -> None:
    """An answer leads on to the facts that its own fact names as related, never to itself."""
    reply = answerer.answer(text)
    related = answerer.base.facts["gpt4-cost"].related

    assert related[:SUGGESTIONS] == tuple(offer.fact_id for offer in reply.offers)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_completions(answerer: Answerer, language: str) -> None:
    """While someone types, only questions that have an answer are put forward, the nearest first."""
    questions = [fact.question.in_(language) for fact in answerer.base.facts.values()]

    assert questions[:25] == answerer.complete("", language, 25)
    found = answerer.complete("gpt-4", language, 5)
    assert set(found) <= set(questions)
    assert "GPT-4" in found[0]
    assert 5 == len(found)


def test_words_typed_so_far_come_first(answerer: Answerer) -> None:
    """A question in which each word typed begins a word goes before one that merely looks alike."""
    assert "Combien a coûté GPT-4 ?" == answerer.complete("combien coute", "fr", 25)[0]
    assert "Nvidia" in answerer.complete("nv", "fr", 25)[0]
