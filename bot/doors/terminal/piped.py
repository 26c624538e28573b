"""The conversation without a person at the terminal: plain lines in, plain lines out."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Sequence
from typing import TextIO

from bot.answering.reply import Reply
from bot.doors.terminal.plain import reply_lines


class PlainScreen:
    """Writes everything as plain lines, with an empty one after each piece."""

    def __init__(self, output: TextIO) -> None:
        self._output = output

    def reply(self, reply: Reply) -> None:
        self.lines(reply_lines(reply))

    def lines(self, lines: Sequence[str]) -> None:
        print(*lines, "", sep="\n", file=self._output, flush=True)


async def piped_lines(source: Iterable[bytes]) -> AsyncIterator[str]:
    """The lines of a pipe as they come; what is not UTF-8 counts as unreadable."""
    for line in source:
        yield line.decode("utf-8-sig", "replace")
