"""A question read into its frame: what it names, asks, denies, and who stands in which role."""

from collections.abc import Callable

import pytest

from bot.answering.facts import Language
from bot.answering.question import Question

Read = Callable[[str, Language], Question]

ROLES = [
    ("fr", "Apple investit dans OpenAI", {"apple": "agent", "openai": "target"}),
    ("fr", "Apple a-t-elle investi dans OpenAI ?", {"apple": "agent", "openai": "target"}),
    ("fr", "OpenAI va-t-elle investir dans Apple ?", {"openai": "agent", "apple": "target"}),
    ("fr", "Combien a été investi dans DiDi par Apple ?", {"didi": "target", "apple": "agent"}),
    ("fr", "Dans quoi Apple a-t-elle investi ?", {"apple": "agent"}),
    ("fr", "Google et Amazon investissent dans Anthropic", {"google": "agent", "amazon": "companion", "anthropic": "target"}),
    ("fr", "Google investit avec Amazon", {"google": "agent", "amazon": "companion"}),
    ("fr", "l'objectif de Nvidia", {"nvidia": "owner"}),
    ("fr", "le chiffre d'affaires d'OpenAI", {"openai": "owner"}),
    ("fr", "investir chez Anthropic", {"anthropic": "target"}),
    ("en", "Apple invests in OpenAI", {"apple": "agent", "openai": "target"}),
    ("en", "Did Apple invest in OpenAI?", {"apple": "agent", "openai": "target"}),
    ("en", "Will OpenAI invest in Apple?", {"openai": "agent", "apple": "target"}),
    ("en", "How much was invested in DiDi by Apple?", {"didi": "target", "apple": "agent"}),
    ("en", "What did Apple invest in?", {"apple": "agent"}),
    ("en", "Google and Amazon invest in Anthropic", {"google": "agent", "amazon": "companion", "anthropic": "target"}),
    ("en", "Google invested alongside Amazon", {"google": "agent", "amazon": "companion"}),
    ("en", "Nvidia's goal", {"nvidia": "owner"}),
    ("en", "the revenue of OpenAI", {"openai": "owner"}),
    ("en", "to put money into Anthropic", {"anthropic": "target"}),
]  # fmt: skip

YES_NO = [
    ("fr", "Est-ce que c'est gratuit ?", True),
    ("fr", "Apple a-t-elle investi ?", True),
    ("fr", "C'est gratuit, n'est-ce pas ?", True),
    ("fr", "Combien a coûté GPT-4 ?", False),
    ("fr", "Qu'est-ce que l'AGI ?", False),
    ("fr", "Le modèle est gratuit ?", True),
    ("fr", "L'IA est dans Instagram ou pas ?", True),
    ("fr", "Quel modèle est gratuit ?", False),
    ("fr", "Qui a investi ?", False),
    ("fr", "Pourquoi Apple a-t-elle investi ?", False),
    ("en", "Is it free?", True),
    ("en", "Did Apple invest?", True),
    ("en", "It is free, right?", True),
    ("en", "How much did GPT-4 cost?", False),
    ("en", "Who invested?", False),
    ("en", "Why did Apple invest?", False),
]  # fmt: skip

NEGATED = [
    ("fr", "Le modèle est-il gratuit ?", None),
    ("fr", "Apple n'a-t-elle pas investi ?", "asked"),
    ("fr", "Apple n'a pas investi, n'est-ce pas ?", "stated"),
    ("fr", "Apple n'investit plus dans OpenAI ?", "stated"),
    ("fr", "Est-ce que GPT-4 coûte plus de 100 millions ?", None),
    ("fr", "Apple a investi, n'est-ce pas ?", None),
    ("fr", "C'est pas mal cher ?", None),
    ("en", "Is the model free?", None),
    ("en", "Didn't Apple invest?", "asked"),
    ("en", "Apple did not invest, right?", "stated"),
    ("en", "Does Apple no longer invest?", "stated"),
    ("en", "Apple invested, didn't it?", None),
    ("fr", "Est-il faux de dire qu'Apple a investi ?", "stated"),
    ("en", "Is it false that Apple invested?", "stated"),
    ("en", "Is it false that Apple never invested?", None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "roles"), ROLES)
def test_roles(read: Read, language: Language, text: str, roles: dict[str, str]) -> None:
    """Prepositions, voice and the order of words tell who does it and whom it reaches."""
    assert roles == {m.entity: m.role for m in read(text, language).mentions if m.entity}


@pytest.mark.parametrize(("language", "text", "expected"), YES_NO)
def test_yes_no(read: Read, language: Language, text: str, expected: bool) -> None:
    """Openers, inversion and tags make a yes/no question; an interrogative makes it another."""
    assert expected == read(text, language).is_yes_no


@pytest.mark.parametrize(("language", "text", "negation"), NEGATED)
def test_negation(read: Read, language: Language, text: str, negation: str | None) -> None:
    """A negation asks to confirm or states; the one inside a tag or a comparison is none."""
    assert negation == read(text, language).negation


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "Que fait Microsoft ?", ("Microsoft",)),
        ("en", "What about Tesla and Samsung?", ("Tesla", "Samsung")),
        ("fr", "Combien a coûté GPT-4 ?", ()),
        ("en", "What does Apple do?", ()),
    ],
)
def test_names(read: Read, language: Language, text: str, names: tuple[str, ...]) -> None:
    """Known names that the base does not have are told apart from its own."""
    assert names == read(text, language).names


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_said(read: Read, language: Language) -> None:
    """A message of empty words asks nothing."""
    assert not read({"fr": "le de la", "en": "the of the"}[language], language).says_something
    assert read("OpenAI", language).says_something
    assert read("2016", language).says_something
