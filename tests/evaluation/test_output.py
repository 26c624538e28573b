"""Plain tables and JSON files."""

import json
from pathlib import Path

import pytest

from bot.errors import ConfigurationError
from bot.evaluation.output import save_json, table


def test_words_stand_to_the_left_and_figures_to_the_right() -> None:
    """A column of figures may have gaps; no line ends in blanks."""
    expected = """\
Speed

what      ms  note
----  ------  ----
ours    3.18  fast
peer  145.02
-          -  ?
"""

    rows = [("ours", "3.18", "fast"), ("peer", 145.02, ""), ("-", "-", "?")]

    assert expected == table("Speed", ("what", "ms", "note"), rows)


def test_a_table_may_be_empty() -> None:
    """Nothing confused is good news, not a fault."""
    assert "Confusions\n\nwanted\n------\n" == table("Confusions", ("wanted",), [])


def test_json_keeps_accents(tmp_path: Path) -> None:
    """Files are for people too."""
    path = tmp_path / "figures.json"
    save_json(path, {"Dépêche": 1.5})

    assert '{\n  "Dépêche": 1.5\n}\n' == path.read_text(encoding="utf-8")
    assert {"Dépêche": 1.5} == json.loads(path.read_text(encoding="utf-8"))


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """An hour of measuring should not end in a trace."""
    with pytest.raises(ConfigurationError, match=r"none/figures\.json: cannot be written"):
        save_json(tmp_path / "none" / "figures.json", {})
