"""Refits the logistic model of `answering.judging` on the development questions.

    python -m bot.evaluation.fitting

It changes no file: it prints the weights ready to paste, and what each threshold would be worth.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.answering.answerer import Answerer
from bot.answering.facts import FactBase
from bot.answering.judging import WEIGHTS
from bot.answering.loading import load_base
from bot.errors import ConfigurationError
from bot.evaluation.output import table
from bot.evaluation.peers import has_scikit_learn
from bot.evaluation.questions import DEVELOPMENT, Labelled, read_questions
from bot.evaluation.rates import Figures, measure
from bot.evaluation.scoring import Said, score_said

FACTS = Path(__file__).parents[2] / "facts"

REGULARISATION = 0.3
FOLDS = 10
THRESHOLDS = tuple(step / 40 for step in range(8, 38))
WRONG_AT_MOST = 0.015


@dataclass(frozen=True, slots=True)
class Example:
    """The best fact for one labelled question: its features, and whether it is acceptable.

    `fact` is None where no fact can be given at all: none was found, or the guard bars it.
    """

    labelled: Labelled
    fact: str | None
    values: tuple[float, ...]
    is_acceptable: bool


def main(facts: Path = FACTS, development: Path = DEVELOPMENT) -> int:
    """Prints weights, the cross-validated table and the proposed threshold."""
    if not has_scikit_learn():
        raise ConfigurationError("scikit-learn is not installed; `pip install scikit-learn` adds it")
    examples = gather(load_base(facts), read_questions(development))
    by_threshold = cross_validate(examples)
    print("WEIGHTS = {")
    print(*(f'    "{name}": {weight:.2f},' for name, weight in fit(examples).items()), sep="\n")
    print("}\n")
    print(
        table(
            f"{FOLDS}-fold cross-validation on {len(examples)} questions",
            ("from", "right", "refused", "wrong facts"),
            [(f"{t:.3f}", f.right, f.refused, f.wrong) for t, f in by_threshold.items()],
        )
    )
    print(f"ANSWER_FROM = {propose(by_threshold)}")
    return 0


def gather(base: FactBase, questions: Sequence[Labelled]) -> list[Example]:
    """One example for every single question that asks something of the article."""
    answerer = Answerer(base)
    return [
        _example(labelled, answerer)
        for labelled in questions if not labelled.parts and labelled.expect != "smalltalk"
    ]  # fmt: skip


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The weights of the features, by their names."""
    model = _fit([example for example in examples if example.fact])
    return dict(zip(WEIGHTS, map(float, model.coef_[0]), strict=True))


def cross_validate(examples: Sequence[Example]) -> dict[float, Figures]:
    """What each threshold is worth on questions that the weights were not fitted on."""
    from sklearn.model_selection import KFold

    able = [example for example in examples if example.fact]
    probability: dict[str, float] = {}
    for train, test in KFold(FOLDS, shuffle=True, random_state=0).split(able):
        model = _fit([able[i] for i in train])
        held_out = [able[i] for i in test]
        chances = model.predict_proba([example.values for example in held_out])[:, 1]
        probability |= {e.labelled.question: float(p) for e, p in zip(held_out, chances, strict=True)}
    return {threshold: _figures(examples, probability, threshold) for threshold in THRESHOLDS}


def propose(by_threshold: dict[float, Figures]) -> float:
    """The best sum of right answers and refusals, among thresholds with few wrong facts if there are any."""
    safe = {t: f for t, f in by_threshold.items() if f.wrong.share <= WRONG_AT_MOST} or by_threshold
    return max(safe, key=lambda t: safe[t].right.share + safe[t].refused.share)


def _example(labelled: Labelled, answerer: Answerer) -> Example:
    verdicts = [v for v in answerer.answer(labelled.question).verdicts if v.score > 0]
    if not verdicts:
        return Example(labelled, None, (), False)
    verdict = max(verdicts, key=lambda v: v.score)
    best = verdict.judged[0]
    acceptable = "answer" in labelled.fair and best.fact_id in labelled.facts
    return Example(labelled, best.fact_id, tuple(best.values[name] for name in WEIGHTS), acceptable)


def _fit(examples: Sequence[Example]) -> Any:
    from sklearn.linear_model import LogisticRegression

    # No intercept: "bias" is a feature.
    model = LogisticRegression(C=REGULARISATION, fit_intercept=False, max_iter=5_000)
    return model.fit([e.values for e in examples], [e.is_acceptable for e in examples])


def _figures(examples: Sequence[Example], probability: dict[str, float], threshold: float) -> Figures:
    def said(example: Example) -> Said:
        is_given = probability.get(example.labelled.question, 0.0) >= threshold
        return Said("answer", example.fact) if is_given else Said("decline")

    return measure([score_said(example.labelled, (said(example),)) for example in examples])


if __name__ == "__main__":
    raise SystemExit(main())
