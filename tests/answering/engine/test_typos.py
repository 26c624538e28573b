"""Slips of the finger in one long word, made by rule, so that they are the same on every machine."""

from collections.abc import Iterator

import pytest

from bot.answering.answerer import Answerer

NEIGHBOURS = {
    "a": "z", "b": "v", "c": "x", "d": "s", "e": "r", "f": "g", "g": "h", "h": "j", "i": "o", "j": "k", "k": "l",
    "l": "m", "m": "l", "n": "b", "o": "p", "p": "o", "q": "s", "r": "t", "s": "d", "t": "y", "u": "i", "v": "b",
    "w": "x", "x": "c", "y": "u", "z": "e", "é": "z", "è": "t",
}  # fmt: skip

QUESTIONS = [
    ("Combien OpenAI a-t-elle dépensé pour construire GPT-4 ?", "construire", "gpt4-cost"),
    ("Combien d'utilisateurs compte ChatGPT ?", "utilisateurs", "chatgpt-users"),
    ("Qui a investi dans Anthropic ?", "Anthropic", "anthropic-investors"),
    ("Le modèle de Meta est-il gratuit ?", "gratuit", "meta-free"),
    ("Quel est l'objectif de Nvidia ?", "objectif", "nvidia-goal"),
    ("Qu'est-ce que l'intelligence artificielle générale ?", "intelligence", "agi-definition"),
    ("Les puces d'IA consomment-elles beaucoup d'énergie ?", "énergie", "chips-energy"),
    ("La concurrence dans l'IA est-elle féroce ?", "concurrence", "competition-fierce"),
    ("De quel pays est SoftBank ?", "SoftBank", "softbank-country"),
    ("How many users does ChatGPT have?", "ChatGPT", "chatgpt-users"),
    ("What is OpenAI's annual revenue?", "revenue", "openai-revenue"),
    ("Who founded Anthropic?", "founded", "anthropic-founders"),
    ("Is competition in AI fierce?", "competition", "competition-fierce"),
    ("Are AI chips expensive?", "expensive", "chips-price"),
    ("Is AI a speculative business?", "speculative", "ai-speculative"),
    ("What is the definition of AGI according to OpenAI?", "definition", "agi-definition"),
    ("Which country is SoftBank from?", "country", "softbank-country"),
    ("Would AGI systems be autonomous?", "autonomous", "agi-autonomous"),
]  # fmt: skip


def slips(word: str) -> Iterator[tuple[str, str]]:
    """Every kind of slip at two places well inside a word, first and last letters kept."""
    for at in (2, len(word) - 3):
        yield "insert", word[:at] + "k" + word[at:]
        yield "drop", word[:at] + word[at + 1 :]
        yield "swap", word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        yield "double", word[:at] + word[at] + word[at:]
        yield "neighbour", word[:at] + NEIGHBOURS[word[at].lower()] + word[at + 1 :]


CASES = [
    pytest.param(
        text.replace(word, slip),
        fact,
        id=f"{fact}-{kind}-{slip}",
    )
    for text, word, fact in QUESTIONS
    for kind, slip in slips(word)
]


@pytest.mark.parametrize(("text", "fact"), CASES)
def test_one_slip(answerer: Answerer, text: str, fact: str) -> None:
    """One slip in one long word does not change what is understood."""
    assert (fact,) == answerer.answer(text).facts


TWO_SLIPS = [
        ("Combein a couté GPT-4 ?", "gpt4-cost"),
        ("Combien dutilisateurs a ChatGTP ?", "chatgpt-users"),
        ("Qui a invetsi dans Antropic ?", "anthropic-investors"),
        ("Pourqoi Aple investirait dans OpenAI ?", "apple-reason"),
        ("How mcuh did GPT-4 csot?", "gpt4-cost"),
        ("Who ivnested in Antrhopic?", "anthropic-investors"),
        ("Is Metas modle fre?", "meta-free"),
        ("Wich country is SotfBank from?", "softbank-country"),
        ("Waht is Nvidias gaol?", "nvidia-goal"),
        ("Quel est le chifre d'afaires d'OpenAI ?", "openai-revenue"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fact"), TWO_SLIPS)
def test_two_slips(answerer: Answerer, text: str, fact: str) -> None:
    """Two slips in two words, the way hurried people type, are forgiven as well."""
    assert (fact,) == answerer.answer(text).facts
