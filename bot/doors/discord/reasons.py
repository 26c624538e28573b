"""Why a reply is what it is, as private messages; for the text's owner, with a button to its sentences."""

from __future__ import annotations

from collections.abc import Iterator

from discord import ui
from discord.utils import escape_mentions

from bot.answering.facts import FactBase, Language
from bot.answering.reply import Reply
from bot.answering.wording import say
from bot.doors.discord.drawing import Drawing, pages
from bot.doors.explaining import explain
from bot.service import Service


def reasons(reply: Reply, service: Service) -> list[Drawing]:
    """What was understood, what came near, what decided, and where the article has it."""
    lines = [*listed(reply, service.base), *([f"-# {reply.paragraph}"] if reply.paragraph else [])]
    drawings = pages("\n".join(lines), reply.language)
    for fact_id in reply.facts if service.has_article else ():
        drawings[-1]["view"].add_item(_passage(fact_id, reply.language))
    return drawings


def listed(reply: Reply, base: FactBase) -> Iterator[str]:
    """The explanation of a reply, with its levels as Discord's lists."""
    for line in explain(reply, base):
        inner = line.lstrip()
        depth = (len(line) - len(inner)) // 2
        # A question is read without its markdown, but may speak of everyone.
        shown = escape_mentions(inner)
        yield f"{'  ' * (depth - 1)}- {shown}" if depth else f"**{shown}**"


def _passage(fact_id: str, language: Language) -> ui.Button[ui.View]:
    return ui.Button(label=say(language, "button-passage"), custom_id=f"passage:{language}:{fact_id}")
