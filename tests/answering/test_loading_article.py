"""The hashes of article.yaml, held against the text that its owner keeps."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.checks import sentences_of

Change = Callable[[str, str, str], None]
Faults = Callable[..., list[str]]

TEXT = "Acme vaut plus de 3 millions. M. Beta l'a lancée en 2016.\n\nElle est à Lyon.\n"
"""The text that the tiny base is drawn from."""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """The owner's file."""
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_text_that_fits_is_no_fault(faults: Faults, article: Path) -> None:
    """Nor are spaces at the ends, a byte order mark, Windows line ends or another form of accents."""
    assert [] == faults(article)
    article.write_bytes(
        "\ufeff  Acme vaut plus de 3 millions.  M. Beta l'a lance\u0301e en 2016.\r\nElle est à Lyon. ".encode()
    )
    assert [] == faults(article)


def test_a_sentence_that_differs_is_told_on_both_sides(faults: Faults, article: Path) -> None:
    """The hash that fits nothing, and the sentence that has no hash."""
    article.write_text(TEXT.replace("2016", "2017"), encoding="utf-8")
    assert [
        f"{article}:1:31: article.yaml holds no hash of this sentence; correct one of them",
        f"article.yaml:5:52: is the hash of no sentence of {article}; correct one of them",
    ] == faults(article)


def test_hashes_in_another_order_are_told(faults: Faults, change: Change, article: Path) -> None:
    """Each would show the passage of another sentence."""
    article.write_text(
        "M. Beta l'a lancée en 2016. Elle est à Lyon.\nAcme vaut plus de 3 millions.\n", encoding="utf-8"
    )
    told = "is the hash of another sentence; follow the order of the text"
    assert [f"article.yaml:{line}:52: {told}" for line in (4, 5, 6)] == faults(article)


def test_a_text_that_cannot_be_read_is_a_fault(faults: Faults, change: Change, article: Path) -> None:
    """Beside all others."""
    change("company.yaml", "sentences: [s3]", "sentences: [s1]")
    article.write_bytes(b"caf\xe9")
    uncovered = "article.yaml:6:10: no fact rests on this sentence; add one, or remove the sentence"
    assert [f"{article}:1:4: is not UTF-8; save it as UTF-8", uncovered] == faults(article)
    article.unlink()
    assert [
        f"{article}:1:1: cannot be read (No such file or directory); check that it exists and may be read",
        uncovered,
    ] == faults(article)


def test_sentences_end_at_a_full_stop_before_a_capital() -> None:
    """Not within "M. Beta", a figure or an abbreviation; a line without a full stop is a heading."""
    text = "Un titre\n\nElle vaut 3.5 millions, p. ex. en or. Élan de M. Beta. Œuvre ?\n"
    assert [
        ((1, 1), "Un titre"),
        ((3, 1), "Elle vaut 3.5 millions, p. ex. en or."),
        ((3, 39), "Élan de M. Beta."),
        ((3, 56), "Œuvre ?"),
    ] == list(sentences_of(text))
