"""Refitting the weights of the decision."""

from itertools import pairwise
from pathlib import Path

import pytest

from bot.answering.facts import FactBase
from bot.answering.judging import WEIGHTS
from bot.errors import ConfigurationError
from bot.evaluation import fitting
from bot.evaluation.fitting import Example, cross_validate, fit, gather, propose
from bot.evaluation.questions import read_questions
from bot.evaluation.rates import Figures, Rate

NOTHING = Rate(0, 0)


@pytest.fixture(scope="module")
def examples(base: FactBase, labels: str, tmp_path_factory: pytest.TempPathFactory) -> list[Example]:
    """One for each single question that asks something."""
    path = tmp_path_factory.mktemp("fitting") / "questions.jsonl"
    path.write_text(labels, encoding="utf-8")
    return gather(base, read_questions(path))


def test_examples_are_single_questions_with_their_best_fact(examples: list[Example]) -> None:
    """Neither small talk nor messages of several questions; features in the order of the weights."""
    assert ["direct", "direct", "near-miss", "off-subject"] == [e.labelled.kind for e in examples]
    assert [("kalmio-price", True), ("zorvex-founder", True)] == [
        (e.fact, e.is_acceptable) for e in examples
    ][:2]
    assert not any(e.is_acceptable for e in examples[2:])
    assert {len(WEIGHTS)} == {len(e.values) for e in examples if e.fact}


def test_weights_are_fitted_by_name(examples: list[Example]) -> None:
    """The dict is ready to paste."""
    assert list(WEIGHTS) == list(fit(examples * 10))


def test_every_threshold_is_measured_on_held_out_questions(examples: list[Example]) -> None:
    """The higher the threshold, the fewer answers and the more refusals."""
    measured = list(cross_validate(examples * 10).values())

    assert {10 * len(examples)} == {figures.questions for figures in measured}
    assert all(a.right.hits >= b.right.hits for a, b in pairwise(measured))
    assert all(a.refused.hits <= b.refused.hits for a, b in pairwise(measured))


def figures(right: int, refused: int, wrong: int) -> Figures:
    return Figures(1_000, Rate(right, 100), Rate(refused, 100), NOTHING, Rate(wrong, 1_000), NOTHING)


@pytest.mark.parametrize(
    ("by_threshold", "expected"),
    [
        ({0.4: figures(99, 90, 40), 0.5: figures(95, 92, 15), 0.6: figures(80, 99, 5)}, 0.5),
        ({0.4: figures(99, 90, 40), 0.5: figures(95, 92, 16), 0.6: figures(80, 99, 5)}, 0.6),
        ({0.4: figures(99, 90, 40), 0.5: figures(95, 92, 30)}, 0.4),
    ],
)
def test_few_wrong_facts_go_before_the_best_sum(by_threshold: dict[float, Figures], expected: float) -> None:
    """Unless no threshold has so few: then the sum decides."""
    assert expected == propose(by_threshold)


def test_the_command_prints_what_to_paste(
    folder: Path,
    file: Path,
    examples: list[Example],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A dict of weights, a table, a threshold."""
    monkeypatch.setattr(fitting, "gather", lambda _base, _questions: examples * 10)

    assert 0 == fitting.main(folder, file)

    printed = capsys.readouterr().out
    weights = printed[: printed.index("}") + 1]
    names: dict[str, object] = {}
    exec(weights, names)  # noqa: S102 - it is our own
    assert list(WEIGHTS) == list(names["WEIGHTS"])  # type: ignore[call-overload]
    assert "ANSWER_FROM = 0." in printed


def test_without_scikit_learn_nothing_can_be_fitted(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what is missing."""
    monkeypatch.setattr(fitting, "has_scikit_learn", lambda: False)

    with pytest.raises(ConfigurationError, match="pip install scikit-learn"):
        fitting.main()
