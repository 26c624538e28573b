"""Sentences that are no facts, in both languages."""

import pytest
from fluent.runtime.errors import FluentReferenceError

from bot.answering.answerer import Answerer
from bot.answering.wording import of, say


@pytest.mark.parametrize(
    ("name", "french", "english"),
    [
        ("Apple", "d'Apple", "of Apple"),
        ("OpenAI", "d'OpenAI", "of OpenAI"),
        ("Instagram", "d'Instagram", "of Instagram"),
        ("Nvidia", "de Nvidia", "of Nvidia"),
        ("Google", "de Google", "of Google"),
        ("Hermès", "d'Hermès", "of Hermès"),
        ("Édouard", "d'Édouard", "of Édouard"),
        ("le prochain modèle", "du prochain modèle", "of le prochain modèle"),
        ("les États-Unis", "des États-Unis", "of les États-Unis"),
        ("l'AGI", "de l'AGI", "of l'AGI"),
        ("M. Altman", "de M. Altman", "of M. Altman"),
    ],
)
def test_of(name: str, french: str, english: str) -> None:
    """« de » joins a name as French wants it."""
    assert (french, english) == (of(name, "fr"), of(name, "en"))


def test_of_every_entity(answerer: Answerer) -> None:
    """No name of the base comes out as « de le », « de les » or « de A… »."""
    joined = [of(entity.label("fr"), "fr") for entity in answerer.base.entities]

    assert [] == [name for name in joined if name.startswith(("de le ", "de les ", "de A", "de I", "de O"))]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_say(language: str) -> None:
    """Values are set in as they are, without invisible marks around them."""
    text = say(language, "missing-name", name="Tesla", of="de Tesla")

    assert "Tesla" in text
    assert text.isprintable()


def test_unknown_message() -> None:
    """A message that does not exist is a fault of the code."""
    with pytest.raises(LookupError):
        say("fr", "no-such-message")


def test_missing_value() -> None:
    """A value left out is a fault of the code, not a gap in the sentence."""
    with pytest.raises(FluentReferenceError):
        say("en", "missing-name")
