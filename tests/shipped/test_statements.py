"""Statements written from the article alone, held against the facts: what is true is never called false."""

import json
from collections import Counter
from pathlib import Path

import pytest

from bot.answering.compiled import load_answerer

ROOT = Path(__file__).resolve().parents[2]
STATEMENTS = Path(__file__).with_name("statements.jsonl")


@pytest.fixture(scope="module")
def found() -> Counter[tuple[str, str]]:
    """How often each truth got each finding."""
    answerer = load_answerer(ROOT / "facts")
    rows = [json.loads(line) for line in STATEMENTS.read_text(encoding="utf-8").splitlines()]
    return Counter((row["truth"], answerer.check(row["text"]).overall) for row in rows)


def test_true_is_never_called_false_and_false_hardly_ever_true(found: Counter[tuple[str, str]]) -> None:
    """Of 40 true and 40 false statements, none of the true is contradicted, one of the false supported."""
    assert 0 == found["supported", "contradicted"]
    assert found["contradicted", "supported"] <= 1


def test_most_false_statements_are_contradicted(found: Counter[tuple[str, str]]) -> None:
    """Seven in ten, with the right figure."""
    assert found["contradicted", "contradicted"] >= 28


def test_true_statements_get_what_the_article_has_on_them(found: Counter[tuple[str, str]]) -> None:
    """Supported outright, or beside the article's words on the matter."""
    assert found["supported", "supported"] >= 15
    assert found["supported", "supported"] + found["supported", "told"] >= 36


def test_what_the_article_does_not_tell_is_neither(found: Counter[tuple[str, str]]) -> None:
    """What it does not settle is called so, but for one that it touches."""
    assert 0 == found["absent", "supported"] + found["absent", "contradicted"]
    assert found["absent", "absent"] >= 39


@pytest.mark.parametrize("text", ["Combien a coûté GPT-4 ?", "Google a investi combien", "l'AGI c'est quoi"])
def test_question_claims_nothing(text: str) -> None:
    """Who asks says neither yes nor no, so nothing in it is supported."""
    assert () == load_answerer(ROOT / "facts").check(text).statements


def test_yes_no_question_is_held_against_the_article() -> None:
    """It is a claim with a question mark."""
    assert "contradicted" == load_answerer(ROOT / "facts").check("GPT-4 a coûté 50 millions ?").overall
