"""The conversation drawn for a person: the answer in a frame, the questions put forward below it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from bot.answering.decide import Outcome
from bot.answering.reply import Reply
from bot.doors.terminal.plain import offers_heading

_WIDEST = 96
_BOUND_SPACE = re.compile(r" (?=[;:?!»])|(?<=«) ")
_TIE = "\N{NO-BREAK SPACE}"
_COLOURS: dict[Outcome, str] = {
    "answer": "green",
    "suggest": "yellow",
    "decline": "bright_black",
    "smalltalk": "cyan",
}


class PanelScreen:
    """Draws with rich; texts are never read as markup, so that brackets stay brackets."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def reply(self, reply: Reply) -> None:
        """Frames the answer, and numbers the questions below it."""
        width = min(self._console.width, _WIDEST)
        panel = Panel(
            Text(_wrapped(reply.text, width - 4)),
            subtitle=Text(reply.paragraph, style="dim") if reply.paragraph else None,
            subtitle_align="right",
            border_style=_COLOURS[reply.outcome],
            padding=(0, 1),
            width=width,
        )
        self._console.print(panel)
        if reply.offers:
            self._offers(reply)

    def asked(self, question: str) -> None:
        """Repeats the question in grey."""
        self._console.print(Text(f"> {question}", style="dim"))

    def lines(self, lines: Sequence[str]) -> None:
        """Keeps the indents of lines, on their continuations too."""
        for line in lines:
            indent = len(line) - len(line.lstrip(" "))
            self._console.print(Padding(Text(line.lstrip(" ")), (0, 0, 0, indent)))
        self._console.print()

    def _offers(self, reply: Reply) -> None:
        if heading := offers_heading(reply):
            self._console.print(Padding(Text(heading, style="dim"), (0, 0, 0, 2)))
        for number, offer in enumerate(reply.offers, start=1):
            line = Text.assemble((f"{number} ", "bold cyan"), offer.text)
            self._console.print(Padding(line, (0, 0, 0, 2)))
        self._console.print()


def _wrapped(text: str, width: int) -> str:
    """The text in lines of a width; French signs stay with their word, which rich would part from it."""
    bound = _BOUND_SPACE.sub(_TIE, text)
    lines = (textwrap.fill(line, max(width, 1)) for line in bound.splitlines())
    return "\n".join(lines).replace(_TIE, " ")
