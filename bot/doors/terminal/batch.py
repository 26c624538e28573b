"""Questions one a line → JSON objects one a line, in the same order (contract: `depeche ask`)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from bot.answering.facts import Language
from bot.answering.reply import Reply
from bot.service import Asked, Service

_BOM = b"\xef\xbb\xbf"


async def answer_lines(
    service: Service, lines: Iterable[bytes], output: BinaryIO, wish: Language | None
) -> None:
    """Answers every line as soon as it is read, and hands the answer over before the next is read."""
    for number, line in enumerate(lines):
        asked = read_line(line.removeprefix(_BOM) if number == 0 else line, wish)
        output.write(as_json(await service.serve(asked)))
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


def as_json(reply: Reply, why: Sequence[str] | None = None) -> bytes:
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
