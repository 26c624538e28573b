"""Plain questions, one way to ask for each subject of the article."""

import pytest

from bot.answering.answerer import Answerer

FRENCH = [
    ("Combien OpenAI a-t-elle dépensé pour construire GPT-4 ?", "gpt4-cost"),
    ("Qui a développé GPT-4 ?", "gpt4-builder"),
    ("Quel est le modèle d'IA le plus puissant d'OpenAI ?", "gpt4-rank"),
    ("Sur quoi travaille OpenAI en ce moment ?", "next-model"),
    ("Combien d'utilisateurs a ChatGPT ?", "chatgpt-users"),
    ("Quel est l'objectif de Sam Altman ?", "altman-goal"),
    ("Comment OpenAI définit-elle l'AGI ?", "agi-definition"),
    ("Combien de puces de Nvidia OpenAI utilise-t-elle ?", "chip-count"),
    ("À quoi servent les puces de Nvidia chez OpenAI ?", "chip-purpose"),
    ("Quel est l'objectif de Nvidia ?", "nvidia-goal"),
    ("Les puces d'IA sont-elles chères ?", "chips-price"),
    ("Combien Google et Amazon ont-ils investi dans Anthropic ?", "anthropic-amount"),
    ("Qui a investi dans Anthropic ?", "anthropic-investors"),
    ("Qui a fondé Anthropic ?", "anthropic-founders"),
    ("Le modèle de Meta est-il gratuit ?", "meta-free"),
    ("Dans quelles applications le modèle de Meta est-il intégré ?", "meta-apps"),
    ("Sur quoi parient les bailleurs de fonds ?", "backers-bet"),
    ("Pourquoi Apple veut-elle investir dans OpenAI ?", "apple-reason"),
    ("Combien Apple a-t-elle investi dans DiDi Chuxing ?", "apple-didi"),
    ("Combien Apple a-t-elle investi dans le Vision Fund ?", "apple-vision-fund"),
    ("De quel pays est SoftBank ?", "softbank-country"),
    ("À qui appartient le Vision Fund ?", "vision-fund-owner"),
    ("Que fait DiDi Chuxing ?", "didi-trade"),
    ("Quelle est la source de cet article ?", "article-source"),
    ("De quoi parle cet article ?", "article-summary"),
    ("Quel était le chiffre d'affaires annuel chez OpenAI au début de l'année ?", "openai-revenue"),
]  # fmt: skip

ENGLISH = [
    ("How much did OpenAI spend to build GPT-4?", "gpt4-cost"),
    ("Who developed GPT-4?", "gpt4-builder"),
    ("What is OpenAI's most powerful AI model?", "gpt4-rank"),
    ("What is OpenAI currently working on?", "next-model"),
    ("How many users does ChatGPT have?", "chatgpt-users"),
    ("What is Sam Altman's goal?", "altman-goal"),
    ("How does OpenAI define AGI?", "agi-definition"),
    ("How many Nvidia chips does OpenAI use?", "chip-count"),
    ("What does OpenAI use Nvidia's chips for?", "chip-purpose"),
    ("What is Nvidia's goal?", "nvidia-goal"),
    ("Are AI chips expensive?", "chips-price"),
    ("How much did Google and Amazon invest in Anthropic?", "anthropic-amount"),
    ("Who invested in Anthropic?", "anthropic-investors"),
    ("Who founded Anthropic?", "anthropic-founders"),
    ("Is Meta's model free?", "meta-free"),
    ("Which apps is Meta's model built into?", "meta-apps"),
    ("What are AI's backers betting on?", "backers-bet"),
    ("Why does Apple want to invest in OpenAI?", "apple-reason"),
    ("How much did Apple invest in DiDi Chuxing?", "apple-didi"),
    ("How much did Apple invest in the Vision Fund?", "apple-vision-fund"),
    ("Which country is SoftBank from?", "softbank-country"),
    ("Who owns the Vision Fund?", "vision-fund-owner"),
    ("What does DiDi Chuxing do?", "didi-trade"),
    ("What is the source of this article?", "article-source"),
    ("What is this article about?", "article-summary"),
    ("Is Apple going to invest in OpenAI?", "apple-invests"),
    ("What was OpenAI's annual revenue at the beginning of the year?", "openai-revenue-date"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fact"), FRENCH)
def test_french(answerer: Answerer, text: str, fact: str) -> None:
    """A plain French question gets its fact, in the words the fact gives it in French."""
    reply = answerer.answer(text)

    assert ("fr", (fact,)) == (reply.language, reply.facts)
    assert reply.text.endswith(answerer.base.facts[fact].answer.fr)


@pytest.mark.parametrize(("text", "fact"), ENGLISH)
def test_english(answerer: Answerer, text: str, fact: str) -> None:
    """A plain English question gets its fact, in the words the fact gives it in English."""
    reply = answerer.answer(text)

    assert ("en", (fact,)) == (reply.language, reply.facts)
    assert reply.text.endswith(answerer.base.facts[fact].answer.en)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_canonical_questions(answerer: Answerer, language: str) -> None:
    """Every canonical question, which doors put forward as sure to be answered, gets its own fact."""
    questions = {fact.id: fact.question.in_(language) for fact in answerer.base.facts.values()}

    assert {i: (i,) for i in questions} == {i: answerer.answer(q).facts for i, q in questions.items()}


def test_paragraph(answerer: Answerer) -> None:
    """An answer says where the article has it."""
    reply = answerer.answer("Combien a coûté GPT-4 ?")

    assert "Dans l'article : intertitre 2, paragraphe 7." == reply.paragraph
    assert answerer.base.digest == reply.base
