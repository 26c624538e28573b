"""A message into its sentences, joined questions told apart."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.splitting import split

SPLIT = [
    ("Combien a coûté GPT-4 ?", ["Combien a coûté GPT-4 ?"]),
    ("Bonjour. Combien ? Merci !", ["Bonjour.", "Combien ?", "Merci !"]),
    ("Combien a coûté GPT-4 et qui a fondé Anthropic ?", ["Combien a coûté GPT-4", "qui a fondé Anthropic ?"]),
    ("How much did GPT-4 cost and who built it?", ["How much did GPT-4 cost", "who built it?"]),
    ("Qui a fondé Anthropic, et quand ?", ["Qui a fondé Anthropic", "quand ?"]),
    (
        "ChatGPT a combien d'utilisateurs et GPT-4 a coûté combien ?",
        ["ChatGPT a combien d'utilisateurs", "GPT-4 a coûté combien ?"],
    ),
    ("Is AI profitable, and what do its backers hope?", ["Is AI profitable", "what do its backers hope?"]),
    ("Qui dirige Nvidia, et que vise-t-elle ?", ["Qui dirige Nvidia", "que vise-t-elle ?"]),
    ("Quelles applis l'ont, est-il payant ?", ["Quelles applis l'ont", "est-il payant ?"]),
    ("Does OpenAI, whose chatbot leads, have rivals?", ["Does OpenAI, whose chatbot leads, have rivals?"]),
    ("Combien OpenAI, son éditeur, a-t-il dépensé ?", ["Combien OpenAI, son éditeur, a-t-il dépensé ?"]),
    ("C'était quand, qu'Apple a investi ?", ["C'était quand, qu'Apple a investi ?"]),
    ("google et amazon ont mis combien ?", ["google et amazon ont mis combien ?"]),
    ("What is DiDi, into which Apple put a billion?", ["What is DiDi, into which Apple put a billion?"]),
    ("L'IA rapporte-t-elle plus qu'elle ne coûte ?", ["L'IA rapporte-t-elle plus qu'elle ne coûte ?"]),
    ("what is AGI and hows revenue looking", ["what is AGI", "hows revenue looking"]),
    ("Who founded Anthropic, why and when?", ["Who founded Anthropic", "why", "when?"]),
    ("Une question\nune autre", ["Une question", "une autre"]),
    ("Qui a fondé Anthropic ; combien a coûté GPT-4", ["Qui a fondé Anthropic ;", "combien a coûté GPT-4"]),
    ("How much did Google and Amazon invest?", ["How much did Google and Amazon invest?"]),
    ("Que veut M. Altman ?", ["Que veut M  Altman ?"]),
    ("What does Mr. Altman want?", ["What does Mr  Altman want?"]),
    ("3.4 milliards ou 3,4 ?", ["3.4 milliards ou 3,4 ?"]),
    ("Quoi ?!?! Vraiment ???", ["Quoi ?", "Vraiment ?"]),
    ("???", []),
    ("", []),
    ("  \n \n", []),
    ("🤔", []),
    ("Combien Google et Amazon ont-ils investi ?", ["Combien Google et Amazon ont-ils investi ?"]),
]  # fmt: skip


ASKS = [
    ("Combien a coûté GPT-4", True),
    ("le modèle est gratuit ?", True),
    ("who founded it", True),
    ("is it free", True),
    ("que veut Altman", True),
    ("Je prépare un exposé.", False),
    ("Good night!", False),
    ("Merci à celui qui m'aide", False),
    ("thanks to anyone who helps", False),
]


@pytest.mark.parametrize(("message", "parts"), [*SPLIT])
def test_split(message: str, parts: list[str]) -> None:
    """Sentences end where they end; abbreviations, decimals and joined names do not end them."""
    assert parts == [part.text for part in split(message)]


@pytest.mark.parametrize(("message", "asks"), ASKS)
def test_asks(message: str, asks: bool) -> None:
    """A question mark or an interrogative makes a sentence one that asks."""
    assert [asks] == [part.asks for part in split(message)]


@given(st.text(max_size=300))
def test_nothing_is_made_up(message: str) -> None:
    """Every part has a letter or a digit, and none is longer than the message."""
    parts = split(message)

    assert all(any(c.isalnum() for c in part.text) for part in parts)
    assert all(part.text == part.text.strip() or "\n" not in part.text for part in parts)


@given(
    st.lists(st.sampled_from(["Qui a fondé Anthropic", "Combien", "Bonjour", "why", "and", "et", ",", "?"]))
)
def test_words_keep_their_order(words: list[str]) -> None:
    """The words of the parts are the words of the message in their order, joints left out."""
    message = " ".join(words)
    rest = iter(re.findall(r"\w+", message))

    assert all(word in rest for part in split(message) for word in re.findall(r"\w+", part.text))
