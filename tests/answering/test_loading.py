"""Folders: a base comes out, or every fault of every file at once, each where a terminal can open it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.answerer import Answerer
from bot.answering.loading import load_base
from bot.errors import BrokenBaseError

Change = Callable[[str, str, str], None]
Faults = Callable[..., list[str]]


def test_a_whole_folder_gives_a_base_that_answers(tiny: Path) -> None:
    """All parts are there, and the words of the lexicon are understood."""
    base = load_base(tiny)
    assert ["value", "start", "place"] == list(base.facts)
    assert ["no-owner"] == list(base.absence)
    assert ["acme", "beta"] == list(base.entity)
    assert ["cost", "gain"] == list(base.concept)
    assert {"amount"} == set(base.lexicon.asking)
    assert (("le", "dire"), ("the", "say")) == (base.lexicon.empty.fr, base.lexicon.empty.en)
    assert (("Gamma",), ("Delta", "Delta Inc")) == base.lexicon.names
    assert ("WHO",) == base.lexicon.ambiguous_names
    assert ("value",) == Answerer(base).answer("Demander value 7 ?").facts


def test_the_digest_tells_bases_apart_by_their_files_only(tiny: Path, change: Change, tmp_path: Path) -> None:
    """A copy elsewhere has the same; a changed remark gives another."""
    before = load_base(tiny).digest
    copy = tiny.rename(tmp_path / "elsewhere")
    assert before == load_base(copy).digest
    (copy / "company.yaml").write_text((copy / "company.yaml").read_text(encoding="utf-8") + "# seen\n")
    assert before != load_base(copy).digest


MISFITS = {
    "company.yaml": [
        ("topic: {fr: La société, en: The company}\n", "", ["1:1: the field 'topic' is missing; add it"]),
        ("en: The company", "en: ~", ["1:29: is empty; fill it"]),
        ("    answer:", "    anwser:", [
            "3:5: the field 'answer' is missing; add it",
            "5:5: the field 'anwser' is unknown; remove it or correct its name",
        ]),
        (', en: "Question of value?"', "", ["4:15: 'question' lacks its twin in 'en'; add it"]),
        ("      en: Acme is in Lyon.\n", "", ["28:7: 'answer' lacks its twin in 'en'; add it"]),
        ("sentences: [s2]", "sentences: s2", ["20:16: should be a list; put `- ` before each item"]),
        ("sentences: [s2]", "sentences: [s2, [s3], {s: 3}]", [
            "20:21: should be a text; write one", "20:27: should be a text; write one",
        ]),
        ("related: [start, place]", "related: [start]", ["10:14: holds fewer than the 2 that must be; add some"]),
        ("gives: [amount]}", "gives: [amount], says: maybe, only: maybe}", [
            "8:80: 'maybe' is not allowed here; use 'yes', 'no' or 'open'",
            "8:93: is neither true nor false; write one of them",
        ]),
        ("id: value", "id: -Value", [
            "3:9: '-Value' does not fit; write small letters and digits, parted by '-' or '.'",
            "21:15: no fact has the id 'value'; name one that there is",
            "32:15: no fact has the id 'value'; name one that there is",
        ]),
        ("demander value 1, ", "", ["12:11: holds fewer than the 12 that must be; add some"]),
        ("demander value 1, demander value 2", f"'', {'x' * 301}", [
            "12:12: is empty; fill it",
            "12:16: is longer than 300 characters; shorten it",
        ]),
        ("      fr: [demander place 1,", "      fr: []\n      de: [demander place 1,", [
            "34:11: holds fewer than the 12 that must be; add some",
            "35:7: the field 'de' is unknown; remove it or correct its name",
        ]),
        ("facts:\n", "facts:\n  - value\n", ["3:5: should hold fields; write them as `name: value`"]),
    ],
    "absences/all.yaml": [
        ("whose is it 1, ", "", ["6:9: holds fewer than the 5 that must be; add some"]),
        ("about:", "abuot:", ["3:3: the field 'abuot' is unknown; remove it or correct its name"]),
    ],
    "entities.yaml": [
        ("name: Acme", "name: [Acme]", ["1:20: should be a text, or one a language"]),
        ("fr: M. Beta, ", "", ["2:20: 'name' lacks its twin in 'fr'; add it"]),
        ("name: Acme", "name: ''", ["1:20: is empty; fill it"]),
    ],
    "article.yaml": [
        ("sha256: ", "sha256: z", ["4:52: 'z"]),
        ("{fr: un, en: one}", "one", ["4:25: should hold fields; write them as `name: value`"]),
    ],
    "lexicon/asking.yaml": [
        ("amount:", "amont:", ["1:1: 'amont' is not allowed here; use 'amount', 'count'"]),
        ("fr: [combien], ", "", ["1:9: 'amount' lacks its twin in 'fr'; add it"]),
        ("negation:", "negating:", [
            "1:1: the field 'negation' is missing; add it",
            "3:1: 'negating' is not allowed here; use 'amount', 'count'",
        ]),
    ],
    "lexicon/names.yaml": [
        ("[Delta, Delta Inc]", "{Delta: Inc}", ["1:20: should be a text or a list of texts; write one of them"]),
        ("[Delta, Delta Inc]", "[[Delta]]", ["1:21: should be a text; write one"]),
    ],
    "lexicon/roles.yaml": [
        ("agent:", "agnt:", ["1:1: 'agnt' is not allowed here; use 'agent', 'target'"]),
        ("[par]", "[…]", ["1:14: '…' does not fit; write a word"]),
    ],
    "lexicon/empty.yaml": [("en: {articles: [the]}", "", ["1:1: the field 'en' is missing; add it"])],
}  # fmt: skip
"""By file: what to put in the place of what, and the faults that come of it."""


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"), [(name, *row) for name, rows in MISFITS.items() for row in rows]
)
def test_what_does_not_fit_is_told_by_its_place(
    change: Change, faults: Faults, name: str, old: str, new: str, expected: list[str]
) -> None:
    """Unknown and missing fields, wrong types, limits, a missing language."""
    change(name, old, new)
    whole = [f"{name}:{fault}" for fault in expected]
    assert whole == [line[: len(start)] for line, start in zip(faults(), whole, strict=True)]


def test_faults_of_all_files_come_at_once_in_order(tiny: Path, change: Change, faults: Faults) -> None:
    """What cannot be read, what does not fit and what does not agree, each once; none hides another."""
    change("company.yaml", "    answer:", "    anwser:")
    change("company.yaml", "in 2016", "in 2017")
    change("company.yaml", "sentences: [s3]", "sentences: [s4]")
    change("entities.yaml", "kind: company", "kynd: company")
    (tiny / "lexicon" / "roles.yaml").write_text("agent:\n\tfr: [par]\n", encoding="utf-8")
    (tiny / "lexicon" / "names.yaml").unlink()
    assert [
        "article.yaml:6:10: no fact rests on this sentence; add one, or remove the sentence",
        "company.yaml:3:5: the field 'answer' is missing; add it",
        "company.yaml:5:5: the field 'anwser' is unknown; remove it or correct its name",
        "company.yaml:18:11: the twins tell different years: 2016 in French, 2017 in English; make them agree",
        "company.yaml:31:17: no sentence has the id 's4'; correct it or add it to article.yaml",
        "entities.yaml:1:3: the field 'kind' is missing; add it",
        "entities.yaml:1:26: the field 'kynd' is unknown; remove it or correct its name",
        "lexicon/names.yaml:1:1: is missing; every fact base needs it",
        "lexicon/roles.yaml:2:1: a tab stands here; indent with spaces",
    ] == faults()


@pytest.mark.parametrize(
    "name",
    ["article.yaml", "entities.yaml", "company.yaml", "absences/all.yaml", "lexicon/concepts/all.yaml"],
)
def test_a_lost_file_is_one_fault_and_not_one_for_every_mention(
    tiny: Path, faults: Faults, name: str
) -> None:
    """What might stand in it is not reported as unknown."""
    (tiny / name).write_text("", encoding="utf-8")
    assert [f"{name}:1:1: is empty; fill it or remove it"] == faults()


def test_a_fault_opens_from_where_the_folder_was_named(
    tiny: Path, change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A relative folder gives relative paths."""
    change("company.yaml", "    answer:", "    anwser:")
    monkeypatch.chdir(tiny.parent)
    with pytest.raises(BrokenBaseError) as caught:
        load_base(Path("base"))
    assert ["base/company.yaml"] * 2 == [fault.path for fault in caught.value.faults]
