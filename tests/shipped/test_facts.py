"""The shipped facts: whole, complete, and in words of their own."""

import hashlib
import os
import re
from pathlib import Path

import pytest

from bot.answering.checks import sentences_of
from bot.answering.facts import LANGUAGES, FactBase, Language
from bot.answering.figures import read_numbers
from bot.answering.loading import load_base
from bot.answering.text import tokenize

ROOT = Path(__file__).resolve().parents[2]
FACTS = ROOT / "facts"
RUN = 7
"""As many words of the article in a row are a quotation; names and set phrases need some fewer."""

RUNS = Path(__file__).with_name("article_runs.txt")


@pytest.fixture(scope="module")
def base() -> FactBase:
    """The shipped base; loading it is the test of all that the checks know."""
    return load_base(FACTS)


@pytest.fixture(scope="module")
def article() -> Path:
    """The article's own text, for those who have it."""
    named = os.environ.get("DEPECHE_ARTICLE")
    if not named:
        pytest.skip("the article's text stays with its owner: name its file in DEPECHE_ARTICLE")
    return Path(named)


def test_every_sentence_rests_under_a_fact(base: FactBase) -> None:
    """What the article tells can be asked."""
    covered = {sentence for fact in base.facts.values() for sentence in fact.sentences}
    assert set(base.sentence) == covered


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_can_be_asked_in_many_ways(base: FactBase, language: Language) -> None:
    """At least twelve phrasings beside the canonical question, all of them different."""
    for fact in base.facts.values():
        assert 12 <= len(set(fact.phrasings.in_(language))), fact.id


def test_related_questions_can_be_answered(base: FactBase) -> None:
    """Two or three other facts, each once."""
    for fact in base.facts.values():
        assert set(fact.related) <= base.facts.keys() - {fact.id}
        assert 2 <= len(set(fact.related)) == len(fact.related) <= 3


def test_twins_tell_the_same_figures_and_years(base: FactBase) -> None:
    """In answers and in questions."""
    for fact in base.facts.values():
        for twin in (fact.answer, fact.question):
            fr, en = (read_numbers(tokenize(twin.in_(language)), language) for language in LANGUAGES)
            assert (set(fr.figures), set(fr.years)) == (set(en.figures), set(en.years)), fact.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_bot_says_of_itself_is_about_no_article(base: FactBase, language: Language) -> None:
    """Wording names nobody of the article, so that another base can use it unchanged."""
    wording = (ROOT / "bot" / "locales" / f"{language}.ftl").read_text(encoding="utf-8")
    names = [
        re.escape(name) for entity in base.entities for name in (entity.label(language), *entity.aliases)
    ]
    assert [] == re.findall(rf"\b(?:{'|'.join(names)})\b", wording)


def test_no_mention_leads_editors_to_files_that_are_not_there() -> None:
    """A schema named at the top of a file is one that exists."""
    for path in FACTS.rglob("*.yaml"):
        for schema in re.findall(r"yaml-language-server: \$schema=(\S+)", path.read_text(encoding="utf-8")):
            assert (path.parent / schema).exists(), path


def test_hashes_fit_the_article(article: Path) -> None:
    """Each sentence that facts rest on is one of the article's."""
    assert load_base(FACTS, article).article.sentences


def test_runs_are_those_of_the_article(article: Path) -> None:
    """The hashes beside this file are those of all runs of seven words in the article."""
    text = article.read_text(encoding="utf-8")
    assert {run for _, sentence in sentences_of(text) for run in _runs(sentence)} == _article_runs()


def test_nothing_is_told_in_the_article_s_words() -> None:
    """No seven words of the article stand in a row in any file: it belongs to its owner."""
    quotes = _article_runs()
    texts = [path for place in ("bot", "facts", "tests") for path in (ROOT / place).rglob("*.*")]
    for path in [*ROOT.glob("*.md"), *texts]:
        if path.suffix in {".ftl", ".jsonl", ".md", ".py", ".yaml"}:
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
                assert quotes.isdisjoint(_runs(line)), f"{path}:{number}: {line}"


def _article_runs() -> set[str]:
    return set(RUNS.read_text(encoding="utf-8").split())


def _runs(text: str) -> set[str]:
    """The hashes of all runs of words: enough to know them again, and nothing to read."""
    words = [token.text for token in tokenize(text) if token.is_word or token.is_number]
    runs = (" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1))
    return {hashlib.sha256(run.encode()).hexdigest()[:16] for run in runs}
