"""Why a reply is what it is, as private messages; for the text's owner, with the article's own sentences."""

from __future__ import annotations

from collections.abc import Iterator

from discord.utils import escape_markdown, escape_mentions

from bot.answering.reply import Reply
from bot.answering.wording import say
from bot.doors.discord.drawing import CONTENT, Drawing, plain, split
from bot.doors.explaining import explain
from bot.service import Service


def reasons(reply: Reply, service: Service) -> list[Drawing]:
    """What was understood, what came near, what decided, and where the article has it."""
    lines = [*_listed(explain(reply, service.base)), *_sources(reply, service)]
    return [plain(piece, reply.language) for piece in split("\n".join(lines), CONTENT)]


def _listed(lines: list[str]) -> Iterator[str]:
    """Lines indented by two spaces a level, as Discord's lists."""
    for line in lines:
        inner = line.lstrip()
        depth = (len(line) - len(inner)) // 2
        # Escaped, for a question may hold marks of its own.
        shown = escape_markdown(escape_mentions(inner))
        yield f"{'  ' * (depth - 1)}- {shown}" if depth else f"**{shown}**"


def _sources(reply: Reply, service: Service) -> Iterator[str]:
    if reply.paragraph:
        yield f"-# {reply.paragraph}"
    for fact_id in reply.facts:
        passages = service.passages(fact_id)
        if passages:
            yield say(reply.language, "why-passage")
        yield from (f"> {passage}" for passage in passages)
