"""The tables and the JSON of `depeche evaluate`."""

import json
from pathlib import Path

import pytest

from bot.answering.answerer import Answerer
from bot.answering.facts import FactBase
from bot.evaluation import peers, report
from bot.evaluation.questions import read_questions


@pytest.fixture(autouse=True)
def _development(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The peers are fitted on questions about the same base."""
    monkeypatch.setattr(report, "DEVELOPMENT", file)


@pytest.fixture
def _compiled_once(base: FactBase, answerer: Answerer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Loading and compiling are no concern of the test, and take most of its time; so does the SVM."""
    monkeypatch.setattr(report, "load_base", lambda _folder: base)
    monkeypatch.setattr(report, "Answerer", lambda _base: answerer)
    monkeypatch.setattr(peers, "has_scikit_learn", lambda: False)


def test_tables_and_json_tell_the_same(
    folder: Path, file: Path, base: FactBase, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every section is printed, and saved with what it was measured on."""
    save = tmp_path / "figures.json"

    assert 0 == report.main([file, file], folder, save)

    printed = capsys.readouterr().out
    data = json.loads(save.read_text(encoding="utf-8"))
    assert [base.digest, 12, [file.name] * 2] == [data["base"], data["questions"], data["files"]]
    assert {"fr", "en", "all"} == data["languages"].keys()
    assert ["direct", "multi", "near-miss", "off-subject", "smalltalk"] == list(data["kinds"])
    assert (12, 6) == tuple(data["languages"][code]["language"]["of"] for code in ("all", "fr"))
    assert ["WRatio", "token_sort_ratio", "SVM"] == [peer["name"].split()[-1] for peer in data["peers"]]
    assert f"{data['languages']['fr']['right']['share']:.1%}" in printed
    for title in ("By language", "By kind", "Confusions", "Beside what people use"):
        assert f"\n{title}" in f"\n{printed}"


def test_scores_are_those_of_the_replies_that_doors_give(answerer: Answerer, file: Path) -> None:
    """One reply a question, from the same `Answerer`, without a wish."""
    questions = read_questions(file)

    assert [answerer.answer(q.question) for q in questions] == [
        s.reply for s in report.score_all(answerer, questions)
    ]


@pytest.mark.usefixtures("_compiled_once")
def test_labels_of_another_base_are_told(
    folder: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Figures of such questions mean nothing, so it is said first."""
    file.write_text(file.read_text(encoding="utf-8").replace("zorvex-founder", "founder"), encoding="utf-8")

    report.main([file], folder, None)

    assert capsys.readouterr().out.startswith("Labels name facts that the base does not have: founder\n")


@pytest.mark.usefixtures("_compiled_once")
def test_without_development_questions_there_are_no_peers(
    folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An installed package has no tests beside it; ours are measured all the same."""
    monkeypatch.setattr(report, "DEVELOPMENT", file.with_name("none.jsonl"))

    report.main([file], folder, None)

    printed = capsys.readouterr().out
    assert printed.startswith("No peers beside ours")
    assert "rapidfuzz" not in printed


@pytest.mark.usefixtures("_compiled_once")
def test_a_missing_scikit_learn_is_told(
    folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one line, before the tables."""
    monkeypatch.setattr(report, "has_scikit_learn", lambda: False)

    report.main([file], folder, None)

    assert capsys.readouterr().out.startswith("scikit-learn is not installed")


@pytest.mark.usefixtures("_compiled_once")
def test_no_questions_are_no_failure(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty file gives dashes."""
    empty = tmp_path / "empty.jsonl"
    empty.touch()

    assert 0 == report.main([empty], folder, None)
    assert "all          0" in capsys.readouterr().out
