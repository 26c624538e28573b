"""Who does what to whom is never turned round, and a company in another role is no match."""

import pytest

from bot.answering.answerer import Answerer

REVERSED = [
    "OpenAI va-t-elle investir dans Apple ?",
    "Pourquoi OpenAI investirait-elle dans Apple ?",
    "Combien Anthropic a-t-elle investi dans Google ?",
    "Anthropic a-t-elle investi dans Amazon ?",
    "Combien DiDi Chuxing a-t-elle investi dans Apple ?",
    "SoftBank a-t-elle investi dans Apple ?",
    "Combien le Vision Fund a-t-il investi dans Apple ?",
    "Apple a-t-elle reçu de l'argent de DiDi Chuxing ?",
    "Is OpenAI going to invest in Apple?",
    "How much did Anthropic invest in Google?",
    "Did Anthropic invest in Amazon?",
    "How much did DiDi Chuxing invest in Apple?",
    "Did SoftBank invest in Apple?",
    "How much did the Vision Fund invest in Apple?",
    "Did Apple get money from DiDi Chuxing?",
    "Nvidia utilise-t-elle des puces d'OpenAI ?",
    "Does Nvidia use OpenAI's chips?",
    "Why would OpenAI invest in Apple?",
    "Pourquoi OpenAI a-t-elle décidé d'entrer au capital d'Apple ?",
]  # fmt: skip

OTHER_ROLE = [
    "Combien Apple a-t-elle investi dans Anthropic ?",
    "Combien Google a-t-il investi dans DiDi Chuxing ?",
    "Combien Amazon a-t-il investi dans le Vision Fund ?",
    "Combien Google a-t-il investi dans OpenAI ?",
    "Combien Google et Amazon ont-ils misé sur OpenAI ?",
    "Combien de puces de Nvidia Anthropic utilise-t-elle ?",
    "Combien d'utilisateurs a Anthropic ?",
    "Quel est le chiffre d'affaires d'Anthropic ?",
    "Quel est le chiffre d'affaires de Nvidia ?",
    "De quel pays est Anthropic ?",
    "Le modèle de Google est-il gratuit ?",
    "Pourquoi Meta investirait-elle dans OpenAI ?",
    "How much did Apple invest in Anthropic?",
    "How much did Amazon invest in the Vision Fund?",
    "How much did Google invest in OpenAI?",
    "How many Nvidia chips does Anthropic use?",
    "How many users does Anthropic have?",
    "What is Anthropic's revenue?",
    "What is Nvidia's revenue?",
    "Who founded OpenAI?",
    "Which country is Anthropic from?",
    "Is Google's model free?",
    "Qui a fondé OpenAI ?",
    "How much did Google invest in DiDi Chuxing?",
    "Why would Meta invest in OpenAI?",
]  # fmt: skip

SAME_EITHER_WAY = [
    ("De qui Anthropic a-t-elle reçu 6 milliards de dollars ?", "Google et Amazon"),
    ("Par qui Anthropic a-t-elle été fondée ?", "anciens cadres"),
    ("Par qui GPT-4 a-t-il été construit ?", "par OpenAI"),
    ("By whom was GPT-4 built?", "by OpenAI"),
    ("How much was invested in DiDi Chuxing by Apple?", "1 billion dollars"),
    ("How much was invested in Anthropic by Google and Amazon?", "6 billion dollars"),
    ("Combien a été investi dans Anthropic par Google et Amazon ?", "6 milliards"),
    ("Combien a été investi dans DiDi Chuxing par Apple ?", "1 milliard"),
    ("Who was Anthropic founded by?", "former OpenAI executives"),
    ("Combien de puces Nvidia utilise OpenAI ?", "dizaines de milliers"),
    ("combein de puces nvdia utilise opanai ?", "dizaines de milliers"),
]  # fmt: skip


def _is_plain_no(text: str) -> bool:
    return text.startswith(("Non.", "No."))


@pytest.mark.parametrize("text", REVERSED)
def test_reversed(answerer: Answerer, text: str) -> None:
    """A question that exchanges the two is declined, or denied; never answered as if it were the other."""
    reply = answerer.answer(text)

    assert reply.outcome != "answer" or _is_plain_no(reply.text)


@pytest.mark.parametrize("text", OTHER_ROLE)
def test_other_role(answerer: Answerer, text: str) -> None:
    """A company that the article names elsewhere does not stand in for the one it names here."""
    reply = answerer.answer(text)

    assert reply.outcome != "answer" or _is_plain_no(reply.text)


@pytest.mark.parametrize(("text", "said"), [*SAME_EITHER_WAY])
def test_passive(answerer: Answerer, text: str, said: str) -> None:
    """The passive says the same as the active, and gets the same answer."""
    reply = answerer.answer(text)

    assert "answer" == reply.outcome
    assert said in reply.text
