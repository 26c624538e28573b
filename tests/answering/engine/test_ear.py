"""Which language a text is in."""

import pytest

from bot.answering.language import Ear
from bot.answering.text import tokenize

HEARD = [
    ("fr", "Combien a coûté GPT-4 ?"),
    ("fr", "quel objectif pour Nvidia"),
    ("fr", "où est SoftBank"),
    ("fr", "kombien coute gpt4"),
    ("fr", "Apple investi ds openai pk"),
    ("fr", "levée de capitaux OpenAI"),
    ("en", "How much did GPT-4 cost?"),
    ("en", "what goal for Nvidia"),
    ("en", "where is SoftBank"),
    ("en", "hw much did gpt4 cost"),
    ("en", "apple invest in openai pls why"),
    ("en", "OpenAI capital raise purpose"),
]  # fmt: skip
UNTOLD = ["", "?", "GPT-4", "OpenAI", "2016", "ChatGPT Nvidia SoftBank", "zxqv"]
FOREIGN = [
    ("es", "¿Cuánto dinero ha recibido la empresa?"),
    ("de", "Wie viel Geld hat die Firma bekommen?"),
    ("it", "Quanti soldi ha ricevuto questa azienda?"),
    ("?", "Кто основал эту компанию?"),
    ("?", "この会社を設立したのは誰ですか"),
    ("?", "من أسس هذه الشركة؟"),
]  # fmt: skip


@pytest.mark.parametrize("wish", ["fr", "en"])
@pytest.mark.parametrize(("language", "text"), HEARD)
def test_heard(ear: Ear, language: str, text: str, wish: str) -> None:
    """The words decide, not the wish; neither language is taken for a third."""
    spoken = ear.listen(tokenize(text), wish)

    assert (language, None) == (spoken.language, spoken.foreign)


@pytest.mark.parametrize("wish", ["fr", "en"])
@pytest.mark.parametrize("text", UNTOLD)
def test_wish(ear: Ear, text: str, wish: str) -> None:
    """Where nothing tells, the wish does."""
    assert wish == ear.listen(tokenize(text), wish).language


@pytest.mark.parametrize(("code", "text"), FOREIGN)
def test_foreign(ear: Ear, code: str, text: str) -> None:
    """A third language is named where its words tell it, and known as such by its alphabet."""
    assert code == ear.listen(tokenize(text), "fr").foreign
