"""Folders that are none, that lead elsewhere, that hold too much or what will not be read."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies

from bot.answering import folder, loading
from bot.answering.loading import load_base
from bot.errors import BrokenBaseError

Change = Callable[[str, str, str], None]
Faults = Callable[..., list[str]]

SCRAPS = [
    b"", b"\n", b"  ", b"\t", b"- ", b": ", b", ", b"[", b"]", b"{", b"}", b"'", b'"', b"#", b"&a ", b"*a", b"<<: ", b"!!null ",
    b"\\", b"~", b"null", b"? ", b"| \n", b"---\n", b"%YAML 1.1\n", b"[]", b"{}", b"id: acme\n", b"\xef\xbb\xbf", b"\xed\xa0\x80",
]  # fmt: skip


def test_a_folder_that_is_none_is_told(tmp_path: Path, faults: Faults) -> None:
    """Nothing there, or a file."""
    (tmp_path / "file").touch()
    for name in ("nothing", "file"):
        with pytest.raises(BrokenBaseError) as caught:
            load_base(tmp_path / name)
        assert f"{tmp_path / name}:1:1: is no folder; name the folder of the facts" == str(caught.value)


def test_an_empty_folder_is_told_what_every_base_needs(tmp_path: Path) -> None:
    """All files that are missing come at once."""
    with pytest.raises(BrokenBaseError) as caught:
        load_base(tmp_path)
    assert 9 == len(caught.value.faults)
    assert {"is missing; every fact base needs it"} == {fault.message for fault in caught.value.faults}


def test_what_looks_like_facts_and_will_not_be_read_is_told(tiny: Path, faults: Faults) -> None:
    """A curator who saves a file in the wrong place must not wait for its answers in vain."""
    (tiny / "topics").mkdir()
    for name in ("topics/more.yaml", "more.yml", "lexicon/emtpy.yaml", ".hidden.yaml", "notes.md"):
        (tiny / name).write_text("nonsense: [", encoding="utf-8")
    (tiny / "empty").mkdir()
    told = (
        "lexicon/emtpy.yaml:1:1: is no file of the lexicon; correct its name to one of "
        "asking, context, empty, languages, names, roles, smalltalk"
    )
    assert [
        told,
        "more.yml:1:1: is not read; let its name end in .yaml",
        "topics:1:1: is not read; move its files to the top, or to absences",
    ] == faults()


def test_links_may_not_leave_the_folder(tiny: Path, faults: Faults, tmp_path: Path) -> None:
    """Neither a file's nor a folder's: a base must not show what lies elsewhere on the disk."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (tiny / "company.yaml").rename(outside / "company.yaml")
    (tiny / "absences").rename(outside / "absences")
    (tiny / "company.yaml").symlink_to(outside / "company.yaml")
    (tiny / "device.yaml").symlink_to("/dev/zero")
    (tiny / "absences").symlink_to(outside / "absences")
    left = "is a link that leaves the folder; copy it instead"
    assert [f"{name}:1:1: {left}" for name in ("absences", "company.yaml", "device.yaml")] == faults()


def test_links_inside_the_folder_are_followed(tiny: Path, faults: Faults) -> None:
    """As they lie where a cluster mounts its settings; one that leads nowhere is told."""
    (tiny / "..data").mkdir()
    (tiny / "company.yaml").rename(tiny / "..data" / "company.yaml")
    (tiny / "company.yaml").symlink_to("..data/company.yaml")
    assert [] == faults()
    (tiny / "broken.yaml").symlink_to("..data/nothing.yaml")
    assert [
        "broken.yaml:1:1: cannot be read (No such file or directory); check that it exists and may be read"
    ] == faults()


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_what_may_not_be_read_is_told(tiny: Path, faults: Faults) -> None:
    """A file or a folder without the right to read it; what it may hold is not called unknown."""
    (tiny / "company.yaml").chmod(0)
    (tiny / "absences").chmod(0)
    assert [
        "absences:1:1: cannot be read (Permission denied); allow it",
        "company.yaml:1:1: cannot be read (Permission denied); check that it exists and may be read",
    ] == faults()
    (tiny / "absences").chmod(0o700)


@pytest.mark.timeout(5)
def test_names_that_are_no_text_do_no_harm(tiny: Path, faults: Faults) -> None:
    """A file system may hold any bytes."""
    (tiny / "company.yaml").rename(tiny / os.fsdecode(b"soci\xe9t\xe9.yaml"))
    assert [] == faults()


def test_too_much_is_refused(tiny: Path, faults: Faults, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many files, bytes or facts, before anything slow is done with them."""
    monkeypatch.setattr(folder, "MAX_FILES", 11)
    assert [f"{tiny}:1:1: holds more than 11 files; join some"] == faults()
    monkeypatch.undo()
    monkeypatch.setattr(folder, "MAX_BYTES", 2_000)
    assert [f"{tiny}:1:1: holds over 2,000 bytes; split it"] == faults()
    monkeypatch.undo()
    monkeypatch.setattr(loading, "MAX_CLAIMS", 2)
    assert ["company.yaml:25:5: holds 4 facts and absences of 2 that fit; split the base"] == faults()


@pytest.mark.timeout(10)
def test_ten_thousand_facts_are_refused_fast(tiny: Path, faults: Faults) -> None:
    """The real limit, with facts that are as short as can be."""
    facts = "".join(f"  - {{id: f{number}}}\n" for number in range(10_000))
    (tiny / "more.yaml").write_text(f"topic: {{fr: Plus, en: More}}\nfacts:\n{facts}", encoding="utf-8")
    assert ["more.yaml:5000:5: holds 10,004 facts and absences of 5,000 that fit; split the base"] == faults()


@pytest.mark.timeout(10)
def test_a_file_full_of_faults_is_no_trap(tiny: Path, faults: Faults, change: Change) -> None:
    """Their number may grow a thousandfold without the time growing faster."""
    change("company.yaml", "related: [start, place]", f"related: [{'start, ' * 20_000}]")
    change("entities.yaml", "kind: company", "kind: company, " + ", ".join(f"x{n}: y" for n in range(20_000)))
    assert 40_000 == len(faults())


@pytest.mark.timeout(30)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=strategies.data())
def test_whatever_is_in_a_file_only_faults_come_of_it(
    tiny: Path, faults: Faults, data: strategies.DataObject
) -> None:
    """Cut, doubled, garbled or replaced: loading gives a base or faults, and no other exception."""
    path = data.draw(strategies.sampled_from(sorted(tiny.rglob("*.yaml"))))
    whole = path.read_bytes()
    start, end = sorted(
        data.draw(strategies.lists(strategies.integers(0, len(whole)), min_size=2, max_size=2))
    )
    new = data.draw(strategies.one_of(strategies.binary(max_size=8), strategies.sampled_from(SCRAPS)))
    path.write_bytes(whole[:start] + new + whole[end:])
    try:
        assert all(line.count(":") >= 3 for line in faults())
    finally:
        path.write_bytes(whole)
