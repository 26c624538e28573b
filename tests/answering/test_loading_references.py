"""Across files: ids stand once, every reference resolves, every sentence of the article has its fact."""

from collections.abc import Callable
from pathlib import Path

import pytest

Change = Callable[[str, str, str], None]
Faults = Callable[..., list[str]]

UNKNOWN = {
    "company.yaml": [
        ("agent: [acme]", "agent: [acne]", ["8:21: no entity has the id 'acne'; correct it or add it to entities.yaml"]),
        ("about: [beta]", "target: [x], about: [acme, y]", [
            "8:37: no entity has the id 'x'; correct it or add it to entities.yaml",
            "8:55: no entity has the id 'y'; correct it or add it to entities.yaml",
        ]),
        ("asks: [cost]", "asks: [coast], denies: [gian]", [
            "8:50: no concept has the id 'coast'; correct it or add it under lexicon/concepts",
            "8:67: no concept has the id 'gian'; correct it or add it under lexicon/concepts",
        ]),
        ("sentences: [s2]", "sentences: [s2, s9]", [
            "20:21: no sentence has the id 's9'; correct it or add it to article.yaml",
        ]),
        ("related: [start, place]", "related: [no-owner, nothing]", [
            "10:15: no fact has the id 'no-owner'; name one that there is",
            "10:25: no fact has the id 'nothing'; name one that there is",
        ]),
        ("related: [start, place]", "related: [value, start, start]", [
            "10:15: a fact is not related to itself; name another",
            "10:29: 'start' stands twice; name another fact",
        ]),
    ],
    "absences/all.yaml": [
        ("about: [acme]", "about: [acme, acne]", [
            "3:17: no entity has the id 'acne'; correct it or add it to entities.yaml",
        ]),
    ],
    "questions.yaml": [
        ("facts: [place]", "facts: [place, valeu]", [
            "1:42: no fact has the id 'valeu'; name one that there is",
        ]),
    ],
    "entities.yaml": [
        ("part_of: acme", "part_of: acne", [
            "2:71: no entity has the id 'acne'; correct it or add it to entities.yaml",
        ]),
    ],
    "lexicon/concepts/all.yaml": [
        ("opposite: cost", "opposite: coast", [
            "1:60: 'gain' does not name 'cost' as its opposite in turn; make it mutual",
            "2:60: no concept has the id 'coast'; correct it or add it under lexicon/concepts",
        ]),
        ("opposite: cost, ", "", ["1:60: 'gain' does not name 'cost' as its opposite in turn; make it mutual"]),
        ("opposite: cost", "opposite: gain", [
            "1:60: 'gain' does not name 'cost' as its opposite in turn; make it mutual",
            "2:60: a concept is not its own opposite; name another",
        ]),
    ],
}  # fmt: skip
"""By file: what to put in the place of what, and the faults that come of it."""


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"), [(name, *row) for name, rows in UNKNOWN.items() for row in rows]
)
def test_references_lead_somewhere(
    change: Change, faults: Faults, name: str, old: str, new: str, expected: list[str]
) -> None:
    """Each id that leads nowhere is told where it stands, with what to do."""
    change(name, old, new)
    assert [f"{name}:{fault}" for fault in expected] == faults()


@pytest.mark.parametrize(
    ("name", "old", "new", "fault", "before"),
    [
        ("company.yaml", "id: start", "id: value", "company.yaml:14:9: the id 'value'", "company.yaml:3"),
        ("absences/all.yaml", "no-owner", "place", "absences/all.yaml:1:7: the id 'place'", "company.yaml:25"),
        ("lexicon/smalltalk.yaml", "hello", "place", "lexicon/smalltalk.yaml:1:8: the id 'place'", "company.yaml:25"),
        ("entities.yaml", "id: beta", "id: acme", "entities.yaml:2:8: the id 'acme'", "entities.yaml:1"),
        ("article.yaml", "id: s2", "id: s1", "article.yaml:5:10: the id 's1'", "article.yaml:4"),
        (
            "lexicon/concepts/all.yaml", "id: gain", "id: cost",
            "lexicon/concepts/all.yaml:2:8: the id 'cost'", "lexicon/concepts/all.yaml:1",
        ),
    ],
)  # fmt: skip
def test_ids_stand_once(
    change: Change, faults: Faults, tiny: Path, name: str, old: str, new: str, fault: str, before: str
) -> None:
    """Facts, absences and small talk share one space; the fault tells where the first stands."""
    change(name, old, new)
    assert f"{fault} stands already at {tiny / before}; rename one" in faults()


def test_a_topic_is_one_file(tiny: Path, faults: Faults, change: Change) -> None:
    """Two files of one name would look like one topic to readers."""
    (tiny / "other.yaml").write_text("topic: {fr: Autre, en: the Company}\nfacts: []\n", encoding="utf-8")
    told = f"the topic stands already at {tiny / 'company.yaml'}:1; join the files or rename one"
    assert [f"other.yaml:1:24: {told}"] == faults()


def test_every_sentence_rests_under_a_fact(change: Change, faults: Faults) -> None:
    """What the article says and no fact tells would be missing from the answers without notice."""
    change("company.yaml", "sentences: [s3]", "sentences: [s1]")
    assert ["article.yaml:6:10: no fact rests on this sentence; add one, or remove the sentence"] == faults()
