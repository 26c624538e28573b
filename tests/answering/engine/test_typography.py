"""Each language's own quotation marks and spaces."""

import pytest

from bot.answering.facts import Language
from bot.answering.typography import typeset


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Qui ? Elle : non !", "Qui\u202f? Elle\u00a0: non\u202f!"),
        ("fr", "« oui »", "«\u00a0oui\u00a0»"),
        ("fr", 'dit "oui" ici', "dit «\u00a0oui\u00a0» ici"),
        ("fr", '"oui" dit-il', "«\u00a0oui\u00a0» dit-il"),
        ("fr", '("oui") **"non"**', "(«\u00a0oui\u00a0») **«\u00a0non\u00a0»**"),
        ("fr", "12 000 puces, 3 %", "12\u202f000 puces, 3\u00a0%"),
        ("fr", "en 2016 12 puces", "en 2016 12 puces"),
        ("fr", "https://exemple.fr :)", "https://exemple.fr\u00a0:)"),
        ("en", 'it said "yes"', "it said “yes”"),
        ("en", "Who? 3,000 chips", "Who? 3,000 chips"),
    ],
)
def test_text_is_set_as_its_language_wants(language: Language, text: str, expected: str) -> None:
    """No line begins with a sign that belongs to the word before."""
    assert expected == typeset(text, language)


def test_setting_twice_changes_nothing() -> None:
    """What is set stays as it is."""
    once = typeset('Il a dit : "12 000 ?"', "fr")

    assert once == typeset(once, "fr")
