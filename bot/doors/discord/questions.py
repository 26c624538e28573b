"""How a button knows the question above it: the question itself stands in its custom_id where it fits."""

from __future__ import annotations

import hashlib
import re
from collections import OrderedDict

ROOM = 88
"""What a custom_id of 100 characters leaves, counted as Discord's clients count: in UTF-16."""

MOST = 1000

_DIGEST = re.compile(r"#[0-9a-f]{16}")


def key(text: str) -> str:
    """The question if it is short and on one line, else a mark of it: lines part questions."""
    lines = [" ".join(line.split()) for line in text.encode("utf-8", "replace").decode().splitlines()]
    whole = "\n".join(filter(None, lines))
    fits = 0 < len(whole.encode("utf-16-le")) // 2 <= ROOM and "\n" not in whole
    if fits and not _DIGEST.fullmatch(whole):
        return whole
    return f"#{hashlib.sha256(whole.encode()).hexdigest()[:16]}"


class Questions:
    """The long questions of late, by their mark; in memory alone, the oldest go first."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._texts: OrderedDict[str, str] = OrderedDict()

    def keep(self, text: str) -> None:
        """Remembers a question that its buttons cannot hold."""
        mark = key(text)
        if _DIGEST.fullmatch(mark):
            self._texts[mark] = text
            self._texts.move_to_end(mark)
        while len(self._texts) > self._most:
            self._texts.popitem(last=False)

    def text(self, mark: str) -> str | None:
        """The question behind a key; None for a long one that is forgotten."""
        return self._texts.get(mark) if _DIGEST.fullmatch(mark) else mark
