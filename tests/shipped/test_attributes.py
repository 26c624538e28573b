"""What the lexicon knows to be asked of anybody, asked of the names of the article."""

from pathlib import Path

import pytest

from bot.answering.compiled import load_answerer
from bot.answering.facts import Language
from bot.answering.wording import of

FACTS = Path(__file__).resolve().parents[2] / "facts"
NAMES = ("altman", "softbank", "zdnet-korea", "anthropic")
ANSWERED_AT_MOST = 0.1
"""The share that may get a fact: some labels come near enough to what a fact tells, as an origin to a country."""


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_no_fact_is_asked_for_is_not_answered(language: Language) -> None:
    """Hardly any attribute that no fact holds gets a fact all the same: "What is the debt of SoftBank?"."""
    answerer = load_answerer(FACTS)
    base = answerer.base
    held = {concept for fact in base.facts.values() for concept in fact.frame.asks}
    attributes = [c.label.in_(language) for c in base.lexicon.concepts if c.gives and c.id not in held]
    names = [base.entity[name].label(language) for name in NAMES]
    asked = [
        f"Quel est {thing} {of(name, 'fr')} ?" if language == "fr" else f"What is {thing} of {name}?"
        for thing in attributes for name in names
    ]  # fmt: skip
    answered = [text for text in asked if answerer.answer(text, language).outcome == "answer"]

    assert len(asked) > 500
    assert len(answered) <= ANSWERED_AT_MOST * len(asked), answered
