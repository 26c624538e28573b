"""Figures → plain text tables, and JSON files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from bot.errors import ConfigurationError


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A table under its title, with a blank line after it; columns of figures stand to the right."""
    cells = [[str(cell) for cell in row] for row in rows]
    columns = list(zip(head, *cells, strict=True))
    widths = [max(map(len, column)) for column in columns]
    to_the_right = [all(cell[:1] in "0123456789-" for cell in column[1:]) for column in columns]
    lines = [
        "  ".join(
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, to_the_right, strict=True)
        ).rstrip()
        for row in (head, ["-" * width for width in widths], *cells)
    ]
    return "\n".join([title, "", *lines, ""])


def save_json(path: Path, data: object) -> None:
    """Writes figures for programs; raises `ConfigurationError` where that cannot be."""
    try:
        path.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be written ({error.strerror}); name another") from error
