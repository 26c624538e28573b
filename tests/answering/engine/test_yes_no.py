"""Yes/no questions open with yes or no where the article settles them, whichever way they are turned."""

import pytest

from bot.answering.answerer import Answerer

SETTLED = [
    ("Oui.", "GPT-4 a-t-il coûté plus de 100 millions de dollars ?", "100 millions"),
    ("Oui.", "Le modèle de Meta est-il gratuit ?", "gratuit"),
    ("Oui.", "Est-ce que le modèle de Meta est gratuit ?", "gratuit"),
    ("Oui.", "Les puces d'IA sont-elles chères ?", "coûteuses"),
    ("Oui.", "Google a-t-il investi dans Anthropic ?", "6 milliards"),
    ("Oui.", "OpenAI utilise-t-elle des puces de Nvidia ?", "Nvidia"),
    ("Oui.", "L'IA est-elle une activité spéculative ?", "IA"),
    ("Non.", "Apple investit-elle d'habitude dans des startups ?", "n'investit pas"),
    ("Non.", "L'IA rapporte-t-elle plus qu'elle ne coûte ?", "pas"),
    ("Non.", "Les puces d'IA sont-elles bon marché ?", "coûteuses"),
    ("Non.", "Le modèle de Meta est-il payant ?", "gratuit"),
    ("Yes.", "Did GPT-4 cost more than 100 million dollars?", "100 million"),
    ("Yes.", "Is Meta's model free?", "free"),
    ("Yes.", "Are AI chips expensive?", "expensive"),
    ("Yes.", "Did Google invest in Anthropic?", "6 billion"),
    ("Yes.", "Does OpenAI use Nvidia's chips?", "tens of thousands"),
    ("Yes.", "Is AI a speculative business?", "speculative"),
    ("No.", "Does Apple usually invest in startups?", "does not"),
    ("No.", "Does AI earn more than is invested in it?", "not"),
    ("No.", "Are AI chips cheap?", "expensive"),
    ("Oui.", "La concurrence dans l'IA est-elle féroce ?", "féroce"),
    ("Yes.", "Is competition in AI fierce?", "fierce"),
    ("Oui.", "Le modèle de Meta est gratuit ?", "gratuit"),
    ("Yes.", "so Meta's model is free?", "free"),
    ("Non.", "SoftBank c'est une boîte coréenne ?", "japonais"),
    ("Non.", "moins de 50 millions pour GPT-4 ?", "100 millions"),
    ("Non.", "Nvidia veut-elle prendre ses distances avec OpenAI ?", "OpenAI"),
    ("No.", "Does Nvidia want to move away from OpenAI?", "OpenAI"),
    ("Non.", "OpenAI peut-elle garder la première place sans rien dépenser ?", "OpenAI"),
    ("No.", "Did Meta borrow somebody else's model?", "Meta"),
]  # fmt: skip

NEGATED = [
    ("Si.", "L'IA n'est-elle pas une activité spéculative ?", "IA"),
    ("Yes.", "Isn't Meta's model free?", "free"),
    ("Yes.", "Aren't AI chips expensive?", "expensive"),
    ("Yes.", "Isn't AI a speculative business?", "speculative"),
    ("Si.", "La concurrence dans l'IA n'est-elle pas féroce ?", "féroce"),
    ("Yes.", "Isn't competition in AI fierce?", "fierce"),
    ("Si.", "Le modèle de Meta n'est-il pas gratuit ?", "gratuit"),
    ("Si.", "Est-ce que le modèle de Meta n'est pas gratuit ?", "gratuit"),
    ("Si.", "Les puces d'IA ne sont-elles pas chères ?", "coûteuses"),
]  # fmt: skip

TAGS = [
    ("Oui.", "Le modèle de Meta est gratuit, n'est-ce pas ?", "gratuit"),
    ("Oui.", "Les puces d'IA sont chères, non ?", "coûteuses"),
    ("Yes.", "Meta's model is free, isn't it?", "free"),
    ("Yes.", "AI chips are expensive, right?", "expensive"),
    ("Yes.", "AI chips are expensive, aren't they?", "expensive"),
    ("Yes.", "Competition in AI is fierce, isn't it?", "fierce"),
    ("Oui.", "La concurrence dans l'IA est féroce, c'est bien ça ?", "féroce"),
]  # fmt: skip

DENIED = [
    ("No.", "AI chips are not expensive, are they?", "expensive"),
    ("No.", "Meta's model isn't free, right?", "free"),
    ("Non.", "Le modèle de Meta n'est pas gratuit, n'est-ce pas ?", "gratuit"),
    ("Non.", "Les puces d'IA ne sont pas chères, c'est ça ?", "coûteuses"),
    ("Non.", "Est-il faux de dire que le modèle de Meta est gratuit ?", "gratuit"),
    ("No.", "Would it be wrong to say that Meta's model is free?", "free"),
    ("No.", "Is it false that competition in AI is fierce?", "fierce"),
]  # fmt: skip

OPEN = [
    ("Combien a coûté GPT-4 ?", "gpt4-cost"),
    ("Qui a fondé Anthropic ?", "anthropic-founders"),
    ("De quel pays est SoftBank ?", "softbank-country"),
    ("Pourquoi Apple veut-elle investir dans OpenAI ?", "apple-reason"),
    ("How much did GPT-4 cost?", "gpt4-cost"),
    ("Who founded Anthropic?", "anthropic-founders"),
    ("Which country is SoftBank from?", "softbank-country"),
    ("Why does Apple want to invest in OpenAI?", "apple-reason"),
    ("Le modèle de Meta est gratuit ou payant ?", "meta-free"),
    ("Is SoftBank Japanese or Chinese?", "softbank-country"),
]  # fmt: skip


@pytest.mark.parametrize(("opener", "text", "said"), [*SETTLED, *NEGATED, *TAGS, *DENIED])
def test_opener(answerer: Answerer, opener: str, text: str, said: str) -> None:
    """What the article settles opens with yes, no or « si », then tells the fact.

    « Si » is the French yes to a negated question; a closing tag makes a question of a statement, and
    one that asks to confirm what the article denies is not confirmed.
    """
    reply = answerer.answer(text)

    assert "answer" == reply.outcome
    assert reply.text.startswith(f"{opener} ")
    assert said in reply.text


UNTOLD = [
    "Google a fondé Anthropic ?", "Apple a fondé SoftBank ?", "Sam Altman a fondé OpenAI ?",
    "Altman est le patron d'OpenAI ?", "Is Sam Altman the CEO of OpenAI?", "Amazon a fondé Anthropic ?",
]  # fmt: skip


@pytest.mark.parametrize("text", UNTOLD)
def test_office_or_act_that_no_fact_speaks_of_is_not_confirmed(answerer: Answerer, text: str) -> None:
    """That a name may lead to a fact does not make true whatever else is said of the name."""
    assert not answerer.answer(text).text.startswith(("Oui", "Yes"))


@pytest.mark.parametrize(("text", "fact"), OPEN)
def test_open(answerer: Answerer, text: str, fact: str) -> None:
    """A question that is not yes/no has no yes or no before its answer."""
    reply = answerer.answer(text)

    assert answerer.base.facts[fact].answer.in_(reply.language) == reply.text
