"""`depeche ask`: one question, or a file of them, answered as text or as JSON by the contract."""

from __future__ import annotations

import asyncio
import json
import sys
from codecs import BOM_UTF8
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from bot.answering.facts import Language
from bot.answering.reply import Reply
from bot.doors.explaining import explain
from bot.doors.terminal.plain import reply_lines
from bot.service import Asked, Service


def ask_once(service: Service, asked: Asked, *, as_json: bool, why: bool) -> None:
    """Prints the reply to one question."""
    reply = asyncio.run(service.serve(asked))
    reasons = explain(reply, service.base) if why else None
    if as_json:
        sys.stdout.buffer.write(json_line(reply, reasons))
    else:
        print(*reply_lines(reply), *(["", *reasons] if reasons else []), sep="\n")


def ask_batch(
    service: Service, lines: Iterable[bytes], output: BinaryIO, wish: Language | None, *, why: bool = False
) -> None:
    """Answers every line as soon as it is read, and hands the answer over before the next is read.

    Lines are read outside the event loop, which would keep Ctrl-C from ending a read.
    """
    with asyncio.Runner() as runner:
        for number, line in enumerate(lines):
            asked = read_line(line.removeprefix(BOM_UTF8) if number == 0 else line, wish)
            reply = runner.run(service.serve(asked))
            output.write(json_line(reply, explain(reply, service.base) if why else None))
            output.flush()


def read_line(line: bytes, wish: Language | None) -> Asked:
    """One line as a question: a JSON object that holds one, or else plain text; bad UTF-8 is no obstacle."""
    text = line.decode("utf-8", "replace").rstrip("\r\n")
    if not text.lstrip().startswith("{"):
        return Asked(text, wish)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return Asked(text, wish)
    if not isinstance(data.get("question"), str):
        return Asked(text, wish)
    match data.get("language"):
        case "fr" | "en" as language:
            wish = language
        case "auto":
            wish = None
    return Asked(data["question"], wish)


def json_line(reply: Reply, why: Sequence[str] | None = None) -> bytes:
    """The reply as one line of JSON in UTF-8, field by field as the contract has them; `why` comes last."""
    fields = {
        "question": reply.question,
        "language": reply.language,
        "outcome": reply.outcome,
        "answered": reply.outcome == "answer",
        "answer": reply.text,
        "facts": reply.facts if reply.outcome == "answer" else (),
        "score": round(reply.score, 2),
        "suggestions": [offer.text for offer in reply.offers] if reply.outcome == "suggest" else [],
        "base": reply.base,
    }
    if why is not None:
        fields["why"] = why
    try:
        return json.dumps(fields, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:  # a lone surrogate: only as an escape can it leave
        return json.dumps(fields).encode() + b"\n"
