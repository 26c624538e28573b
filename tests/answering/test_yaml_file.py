"""Single files: what is wrong in them is told with its place, and what could do harm is refused fast."""

import os
from pathlib import Path

import pytest

from bot.answering.yaml_file import read_yaml
from bot.errors import Fault


def read(path: Path) -> tuple[object, list[str]]:
    """The data of a file called `f`, and its faults as people see them."""
    faults: list[Fault] = []
    file = read_yaml(path, "f", faults)
    return file and file.data, [str(fault) for fault in faults]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file to be written."""
    return tmp_path / "file.yaml"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "f:1:1: is empty; fill it or remove it"),
        ("# only a remark\n", "f:1:1: is empty; fill it or remove it"),
        ("a:\n\tb: c\n", "f:2:1: a tab stands here; indent with spaces"),
        ('a: b\nc: "d\ne: f\n', "f:2:4: this quote is not closed; close it"),
        ("a: [b\nc: d\n", "f:2:2: is not valid YAML (did not find expected ',' or ']')"),
        ("a:\n  - b\n c: d\n", "f:3:2: is not valid YAML (did not find expected key)"),
        ("a: b: c\n", "f:1:5: is not valid YAML (mapping values are not allowed in this context)"),
        ("a: 'l'été'\n", "f:1:7: is not valid YAML (did not find expected key)"),
        ("a: b\n---\nc: d\n", "f:2:1: is not valid YAML (found another document)"),
        ("? [a]\n: b\n", "f:1:3: a key is not plain text; write it as a word"),
        ("é: a\x00b\n", "f:1:5: holds a control character; remove it"),
        ('a: "b\\0"\n', "f:1:4: holds a control character; remove it"),
        ('a: "\\ud800"\n', "f:1:7: is not valid YAML (found invalid Unicode character escape code)"),
        ("a: *b\n", "f:1:4: is not valid YAML (found undefined alias)"),
        ("a: &b [*b]\n", "f:1:4: is used again by an alias (*name); write it out each time"),
        ("a: &b x\nc: *b\n", "f:1:4: is used again by an alias (*name); write it out each time"),
        ("[" * 30 + "]" * 30, "f:1:21: is nested too deeply; flatten it"),
    ],
)
def test_a_file_that_cannot_be_used_tells_where_and_what_to_do(path: Path, text: str, fault: str) -> None:
    """There is no data, and one fault at the line and column where the mistake is."""
    path.write_text(text, encoding="utf-8")
    data, faults = read(path)
    assert data is None
    assert [fault] == [line[: len(fault)] for line in faults]


def test_bytes_that_are_no_utf_8_are_told_by_their_place(path: Path) -> None:
    """Columns count characters, not bytes."""
    path.write_bytes("a: b\né: ".encode() + "é".encode("latin-1"))
    assert (None, ["f:2:4: is not UTF-8; save it as UTF-8"]) == read(path)


def test_keys_that_stand_twice_are_all_told_and_the_rest_is_still_read(path: Path) -> None:
    """The first of each counts, so that what else is wrong in the file is found too."""
    path.write_text("a: 1\nb: {c: 2, c: 3}\na: 4\n", encoding="utf-8")
    told = ["f:2:11: the key 'c' stands twice; keep one", "f:3:1: the key 'a' stands twice; keep one"]
    assert ({"a": "1", "b": {"c": "2"}}, told) == read(path)


def test_scalars_stay_text_but_for_null(path: Path) -> None:
    """No word becomes a boolean, a date or a number behind the curator's back."""
    path.write_text(
        "- no\n- 2016\n- 2016-01-02\n- 1e3\n- null\n-\n- 'null'\n- \"d\\u00e9j\\u00e0\"\n", encoding="utf-8"
    )
    assert (["no", "2016", "2016-01-02", "1e3", None, None, "null", "déjà"], []) == read(path)


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(path: Path) -> None:
    """Editors on Windows write them; lines are still counted rightly."""
    path.write_bytes(b"\xef\xbb\xbfa: b\r\nc: d\r\nc: e\r\n")
    assert ({"a": "b", "c": "d"}, ["f:3:1: the key 'c' stands twice; keep one"]) == read(path)


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.timeout(5)
@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (BOMB, 8),
        ("a: &a " + "x" * 500_000 + "\n" + "b: [" + "*a," * 100_000 + "]\n", 1),
        ("a" * 2_000_000, 1),
        ("[" * 900_000, 1),
        ("- " * 400_000, 1),
        ("{a: " * 200_000, 1),
        ("".join(f"{' ' * depth}a:\n" for depth in range(1_300)), 1),
        ("\0" * 900_000, 1),
        ('- "\\0"\n' * 20_000, 20_000),
        ("a: 1\n" * 20_000, 19_999),
    ],
    ids=["laughs", "scalar", "large", "flow", "dashes", "maps", "blocks", "nul", "escapes", "keys"],
)
def test_hostile_files_are_refused_fast(path: Path, text: str, faults: int) -> None:
    """Neither aliases, size, depth nor the number of mistakes takes long or fills the memory."""
    path.write_text(text, encoding="utf-8")
    assert faults == len(read(path)[1])


def test_what_is_no_file_is_not_waited_for(path: Path) -> None:
    """A pipe that nobody writes to would block for ever; a folder and nothing at all have no text."""
    assert [
        "f:1:1: cannot be read (No such file or directory); check that it exists and may be read"
    ] == read(path)[1]
    os.mkfifo(path)
    assert ["f:1:1: is no regular file; put a text file in its place"] == read(path)[1]
    path.unlink()
    path.mkdir()
    assert ["f:1:1: is no regular file; put a text file in its place"] == read(path)[1]
