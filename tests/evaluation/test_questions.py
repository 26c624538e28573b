"""Labelled questions in JSON Lines."""

from pathlib import Path

import pytest

from bot.errors import ConfigurationError
from bot.evaluation.questions import read_questions, unknown_facts

GOOD = '{"question": "Who?", "language": "en", "kind": "direct", "expect": "answer", "facts": ["founder"]}'


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_reads_all_lines_in_order(file: Path) -> None:
    """Every line is one question, with its parts."""
    questions = read_questions(file)

    assert ["direct", "direct", "multi", "near-miss", "off-subject", "smalltalk"] == [
        q.kind for q in questions
    ]
    assert [("zorvex-founder",), ("kalmio-headquarters",)] == [part.facts for part in questions[2].parts]


def test_a_line_separator_inside_a_question_is_no_new_line(tmp_path: Path) -> None:
    """Only the newline ends a line of JSON Lines; people paste other separators."""
    path = written(tmp_path / "q.jsonl", GOOD.replace("Who?", "Who\u2028founded\u0085it?") + "\n")

    assert ["Who\u2028founded\u0085it?"] == [q.question for q in read_questions(path)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("no JSON", ":1: line:"),
        (f"{GOOD}\n\n{GOOD}", ":2: line:"),
        (f"{GOOD}\n" + GOOD.replace("answer", "guess"), ":2: expect:"),
        (GOOD.replace('"en"', '"de"'), ":1: language:"),
        (GOOD.replace("kind", "sort"), ":1: kind:"),
    ],
)
def test_a_faulty_line_is_named(tmp_path: Path, text: str, place: str) -> None:
    """The message names file, line and field."""
    path = written(tmp_path / "q.jsonl", text)

    with pytest.raises(ConfigurationError) as raised:
        read_questions(path)

    assert str(raised.value).startswith(f"{path}{place}")


def test_what_is_no_text_file_is_named(tmp_path: Path) -> None:
    """A folder, or bytes that are no UTF-8, are no questions."""
    (tmp_path / "latin.jsonl").write_bytes(b"\xe9")

    for path in (tmp_path, tmp_path / "latin.jsonl", tmp_path / "none.jsonl"):
        with pytest.raises(ConfigurationError, match="cannot be read"):
            read_questions(path)


def test_unknown_facts_of_labels_are_found(file: Path) -> None:
    """Ids that only parts name count too."""
    known = frozenset({"kalmio-price", "zorvex-founder"})

    assert ["kalmio-headquarters"] == unknown_facts(read_questions(file), known)
