"""Reply → the content and the buttons of one or more messages."""

from __future__ import annotations

import re
from typing import TypedDict

from discord import ButtonStyle, ui

from bot.answering.facts import Language
from bot.answering.reply import Offer, Reply
from bot.answering.typography import typeset
from bot.answering.wording import say
from bot.doors.discord.questions import key

CONTENT = 2000
LABEL = 80
_END_OF_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
_TOOL_ROW = 3


class Drawing(TypedDict):
    """What a message is sent with: `send(**drawing)`."""

    content: str
    view: ui.View


def draw(reply: Reply) -> list[Drawing]:
    """A reply as messages, nearly always one: text, place in the article, what to go on with."""
    language = reply.language
    below = [f"-# {reply.paragraph}"] if reply.paragraph else []
    if reply.outcome == "decline" and reply.offers:
        below.append(say(language, "offer"))
    drawings = pages("\n".join([reply.text, *below]), language)
    drawings[-1]["view"] = _buttons(reply)
    return drawings


def pages(text: str, language: Language) -> list[Drawing]:
    """A text as messages without buttons; it is set before it is parted, for setting makes it longer."""
    return [Drawing(content=piece, view=bare()) for piece in split(typeset(text, language))]


def plain(content: str, language: Language = "en") -> Drawing:
    """A line of the bot's own, without buttons."""
    return Drawing(content=typeset(content, language), view=bare())


def split(text: str, room: int = CONTENT) -> list[str]:
    """The text in pieces that each fit, parted between sentences, or between words where one is too long."""
    pieces = [""]
    start = 0
    for end in [*(found.end() for found in _END_OF_SENTENCE.finditer(text)), len(text)]:
        sentence, start = text[start:end], end
        if len(pieces[-1]) + len(sentence.rstrip()) > room:
            pieces.append("")
        while len(sentence.rstrip()) > room:
            cut = sentence.rfind(" ", 1, room) + 1 or room
            pieces[-1:] = [sentence[:cut], ""]
            sentence = sentence[cut:]
        pieces[-1] += sentence
    return [piece.strip() for piece in pieces if piece.strip()] or [text[:room]]


def short(text: str, room: int) -> str:
    """The text for a label, cut where it is too long."""
    return text if len(text) <= room else f"{text[: room - 1].rstrip()}…"


def custom_id(language: Language, fact_id: str) -> str:
    """The name of the button that asks for a fact; never change its shape, old messages carry it."""
    return f"ask:{language}:{fact_id}"


def other(language: Language) -> Language:
    """The other one of the two languages."""
    return "en" if language == "fr" else "fr"


def bare() -> ui.View:
    """A view without anything; also takes away what an edited message had."""
    view = ui.View(timeout=None)
    # A stopped view is not kept in memory: a press is answered by its custom_id, also after a restart.
    view.stop()
    return view


def _buttons(reply: Reply) -> ui.View:
    view = bare()
    for row, offer in enumerate(reply.offers):
        view.add_item(_offer(offer, reply.language, row))
    if reply.outcome != "smalltalk":
        for tool in _tools(reply):
            view.add_item(tool)
    return view


def _offer(offer: Offer, language: Language, row: int) -> ui.Button[ui.View]:
    label = short(typeset(offer.text, language), LABEL)
    return ui.Button(
        style=ButtonStyle.secondary, label=label, custom_id=custom_id(language, offer.fact_id), row=row
    )


def _tools(reply: Reply) -> list[ui.Button[ui.View]]:
    """What every reply can be asked for: the other language, the reasons, a correction."""
    language, mark = reply.language, key(reply.question)
    tools = [
        (f"in:{other(language)}", "button-language", ButtonStyle.primary),
        (f"why:{language}", "button-why", ButtonStyle.secondary),
        (f"flag:{language}", "button-flag", ButtonStyle.secondary),
    ]
    return [
        ui.Button(
            style=style,
            label=typeset(say(language, message), language),
            custom_id=f"{name}:{mark}",
            row=_TOOL_ROW,
        )
        for name, message, style in tools
    ]
