"""Reply → the content and the buttons of a message."""

from __future__ import annotations

import re
from typing import TypedDict

from discord import ButtonStyle, ui

from bot.answering.facts import Language
from bot.answering.reply import Offer, Reply
from bot.answering.wording import say

CONTENT = 2000
LABEL = 80
_END_OF_SENTENCE = re.compile(r"[.!?…](?=\s)|\n")


class Drawing(TypedDict):
    """What a message is sent with: `send(**draw(reply))`."""

    content: str
    view: ui.View


def draw(reply: Reply) -> Drawing:
    """A reply as a message: text, place in the article, questions to go on with."""
    below = [f"-# {reply.paragraph}"] if reply.paragraph else []
    if reply.outcome == "decline" and reply.offers:
        below.append(say(reply.language, "offer"))
    room = CONTENT - sum(len(line) + 1 for line in below)
    return Drawing(
        content="\n".join([cut(reply.text, room), *below]), view=_buttons(reply.offers, reply.language)
    )


def plain(content: str) -> Drawing:
    """A line of the bot's own, without buttons."""
    return Drawing(content=content, view=_buttons((), "fr"))


def cut(text: str, room: int) -> str:
    """The text, ended after its last whole sentence where it is too long for the room."""
    if len(text) <= room:
        return text
    kept = text[: room - 2]
    ends = [found.end() for found in _END_OF_SENTENCE.finditer(kept)]
    return f"{kept[: ends[-1]].rstrip()} …" if ends else f"{kept.rstrip()}…"


def custom_id(language: Language, fact_id: str) -> str:
    """The name of the button that asks for a fact; never change its shape, old messages carry it."""
    return f"ask:{language}:{fact_id}"


def _buttons(offers: tuple[Offer, ...], language: Language) -> ui.View:
    view = ui.View(timeout=None)
    for row, offer in enumerate(offers):
        label = offer.text if len(offer.text) <= LABEL else f"{offer.text[: LABEL - 1].rstrip()}…"
        button: ui.Button[ui.View] = ui.Button(
            style=ButtonStyle.secondary, label=label, custom_id=custom_id(language, offer.fact_id), row=row
        )
        view.add_item(button)
    # A stopped view is not kept in memory: `buttons` answers by the custom_id alone, also after a restart.
    view.stop()
    return view
