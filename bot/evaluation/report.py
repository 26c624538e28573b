"""`depeche evaluate`: labelled questions → tables, and the same figures as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from math import isfinite
from pathlib import Path

from bot.answering.answerer import Answerer
from bot.answering.facts import LANGUAGES, FactBase
from bot.answering.loading import load_base
from bot.evaluation.output import save_json, table
from bot.evaluation.peers import MISSING, Rival, has_scikit_learn, rivals
from bot.evaluation.questions import DEVELOPMENT, Labelled, read_questions, unknown_facts
from bot.evaluation.rates import Figures, confusions, measure, rate
from bot.evaluation.scoring import Score, score

_HEAD = ("right", "refused", "small talk", "wrong facts", "language")
_SHOWN = 25


def main(files: list[Path], facts: Path, save: Path | None) -> int:
    """Answers all questions of the files, prints how that went, and saves the figures if asked to."""
    questions = [labelled for file in files for labelled in read_questions(file)]
    base = load_base(facts)
    for line in _warnings(base, questions):
        print(f"{line}\n")
    scores = score_all(Answerer(base), questions)
    print(*_tables(scores), sep="\n")
    others = rivals(base, read_questions(DEVELOPMENT), questions) if DEVELOPMENT.exists() else []
    if others:
        print(_beside(scores, others))
    if save is not None:
        save_json(save, _data(base, files, scores, others))
    return 0


def score_all(answerer: Answerer, questions: Iterable[Labelled]) -> list[Score]:
    """Scores of the replies that a door would give to the same texts, without a wish for a language."""
    return [score(labelled, answerer.answer(labelled.question)) for labelled in questions]


def _warnings(base: FactBase, questions: list[Labelled]) -> Iterator[str]:
    if unknown := unknown_facts(questions, frozenset(base.facts)):
        yield f"Labels name facts that the base does not have: {', '.join(unknown)}"
    if not DEVELOPMENT.exists():
        yield f"No peers beside ours: {DEVELOPMENT}, which they are fitted on, is not there."
    elif not has_scikit_learn():
        yield MISSING


def _by_language(scores: list[Score]) -> dict[str, Figures]:
    groups = {code: [s for s in scores if s.labelled.language == code] for code in LANGUAGES}
    return {name: measure(group) for name, group in (groups | {"all": scores}).items()}


def _by_kind(scores: list[Score]) -> dict[str, list[Score]]:
    kinds = sorted({s.labelled.kind for s in scores})
    return {kind: [s for s in scores if s.labelled.kind == kind] for kind in kinds}


def _tables(scores: list[Score]) -> Iterator[str]:
    yield table(
        "By language, with 95 % intervals",
        ("", "questions", *_HEAD),
        [
            (name, f.questions, f.right, f.refused, f.smalltalk, f.wrong, f.language)
            for name, f in _by_language(scores).items()
        ],
    )
    yield table(
        "By kind of question: right is refused where that is wanted",
        ("", "questions", "right", "wrong facts"),
        [
            (kind, len(group), rate(s.is_right for s in group), sum(s.is_wrong_fact for s in group))
            for kind, group in _by_kind(scores).items()
        ],
    )
    confused = confusions(scores)
    left = f", {_SHOWN} most frequent of {len(confused)}" if len(confused) > _SHOWN else ""
    yield table(f"Confusions{left}", ("wanted", "given", "times"), confused[:_SHOWN])


def _beside(scores: list[Score], others: list[Rival]) -> str:
    return table(
        "Beside what people use today, each at the cut-off that suits it best on the development questions",
        ("", "cut-off", *_HEAD[:2], _HEAD[3]),
        [
            (name, cut_off, f.right, f.refused, f.wrong)
            for name, cut_off, f in [
                ("Dépêche", "", measure(scores)),
                *((rival.name, f"{rival.cut_off:.3g}", measure(rival.scores)) for rival in others),
            ]
        ],
    )


def _data(base: FactBase, files: list[Path], scores: list[Score], others: list[Rival]) -> dict[str, object]:
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "base": base.digest,
        "files": [file.name for file in files],
        "questions": len(scores),
        "languages": {name: figures.data for name, figures in _by_language(scores).items()},
        "kinds": {
            kind: {
                "questions": len(group),
                "right": rate(s.is_right for s in group).data,
                "wrong": rate(s.is_wrong_fact for s in group).data,
            }
            for kind, group in _by_kind(scores).items()
        },
        "confusions": [
            {"wanted": wanted, "given": given, "times": times} for wanted, given, times in confusions(scores)
        ],
        "peers": [
            {"name": rival.name, "cut_off": rival.cut_off if isfinite(rival.cut_off) else None}
            | {name: figures.data for name, figures in _by_language(rival.scores).items()}
            for rival in others
        ],
    }
