"""The conversation without a person at the terminal: plain lines in, plain lines out."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from typing import TextIO

from bot.answering.facts import Language
from bot.answering.reply import Reply
from bot.doors.terminal.chat import Chat
from bot.doors.terminal.plain import reply_lines
from bot.service import Service


class PlainScreen:
    """Writes everything as plain lines, with an empty one after each piece."""

    def __init__(self, output: TextIO) -> None:
        self._output = output

    def reply(self, reply: Reply) -> None:
        """Writes all of the reply."""
        self.lines(reply_lines(reply))

    def asked(self, question: str) -> None:
        """Repeats the question on a line."""
        print(f"> {question}", file=self._output)

    def lines(self, lines: Sequence[str]) -> None:
        """Writes at once: a program may be waiting."""
        print(*lines, "", sep="\n", file=self._output, flush=True)


def converse_plainly(
    service: Service, language: Language | None, source: Iterable[bytes], output: TextIO
) -> None:
    """A whole conversation, from the first line of the source to its end.

    The source is read outside the event loop, which would keep Ctrl-C from ending a read.
    """
    chat = Chat(service, PlainScreen(output), language)
    with asyncio.Runner() as runner:
        for line in source:
            if not runner.run(chat.take(line.decode("utf-8-sig", "replace"))):
                return
