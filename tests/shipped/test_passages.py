"""The article's own sentences, for who has its text."""

from pathlib import Path

import pytest

from bot.answering.checks import sha256_of
from bot.answering.compiled import load_answerer
from bot.answering.facts import FactBase
from bot.answering.passages import passages

ROOT = Path(__file__).resolve().parents[2]
SENTENCE = "Une phrase."


@pytest.fixture
def base() -> FactBase:
    """The shipped base, with the first fact's sentence exchanged for ours."""
    shipped = load_answerer(ROOT / "facts").base
    exchanged = next(iter(shipped.facts.values())).sentences[0]
    sentences = tuple(
        sentence.model_copy(update={"sha256": sha256_of(SENTENCE)}) if sentence.id == exchanged else sentence
        for sentence in shipped.article.sentences
    )
    return shipped.model_copy(update={"article": shipped.article.model_copy(update={"sentences": sentences})})


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A text with that sentence and another one."""
    path = tmp_path / "article.txt"
    path.write_text(f"{SENTENCE} Une autre phrase.\n", encoding="utf-8")
    return path


def test_passage_is_the_sentence_whose_hash_fits(base: FactBase, text: Path) -> None:
    """Only a sentence that the fact rests on is shown."""
    assert [SENTENCE] == passages(text, base, next(iter(base.facts)))


def test_nothing_is_shown_of_what_is_not_there(base: FactBase, text: Path) -> None:
    """A fact that is gone, or a text that was moved, shows no passage."""
    assert [] == passages(text, base, "long-gone")
    text.unlink()
    assert [] == passages(text, base, next(iter(base.facts)))
