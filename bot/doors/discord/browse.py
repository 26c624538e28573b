"""The command `/facts`: all that can be answered, by topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Sized
from typing import Any

import discord
from discord import app_commands, ui

from bot.answering.facts import Fact, FactBase, Language
from bot.answering.typography import typeset
from bot.answering.wording import say
from bot.doors.discord.drawing import bare, short
from bot.doors.discord.parts import Parts
from bot.doors.discord.pressing import pressed
from bot.doors.discord.translator import spoken, text

PAGE = 25
"""The options that a select holds."""

OPTION = 100

TOPIC_SELECTS = 3
"""What five rows leave beside the questions and the buttons."""

Interaction = discord.Interaction[Any]


def facts_command(parts: Parts) -> app_commands.Command[Any, ..., None]:
    """The command that opens the list, for the asker alone."""

    @app_commands.command(name=text("command-facts"), description=text("command-facts-description"))
    async def facts(interaction: Interaction) -> None:
        language = spoken(interaction.locale)
        base = parts.service.base
        heading = say(
            language, "facts-heading", count=len(base.facts), title=base.article.title.in_(language)
        )
        await interaction.response.send_message(
            content=typeset(heading, language), view=_selects(base, language, 0, 0), ephemeral=True
        )

    return facts


async def _choose_topic(parts: Parts, interaction: Interaction, language: Language) -> None:
    """Shows the questions of the topic that was chosen."""
    await _turn(parts, interaction, language, int(_chosen(interaction)), 0)


async def _turn_page(
    parts: Parts, interaction: Interaction, language: Language, topic: str, page: str
) -> None:
    """Shows another page of a topic."""
    await _turn(parts, interaction, language, int(topic), int(page))


async def _choose_fact(
    parts: Parts, interaction: Interaction, language: Language, topic: str, page: str
) -> None:
    """Shows the answer to the question that was chosen, above the same selects."""
    reply = parts.service.recall(_chosen(interaction), language)
    content = say(language, "button-outdated")
    if reply:
        content = f"**{reply.question}**\n{reply.text}\n-# {reply.paragraph}"
    await interaction.response.edit_message(
        content=typeset(content, language), view=_selects(parts.service.base, language, int(topic), int(page))
    )


async def _turn(parts: Parts, interaction: Interaction, language: Language, topic: int, page: int) -> None:
    base = parts.service.base
    name = base.topics[_last(topic, base.topics)].topic.in_(language)
    await interaction.response.edit_message(
        content=typeset(f"**{name}**", language), view=_selects(base, language, topic, page)
    )


def _chosen(interaction: Interaction) -> str:
    data: Any = interaction.data
    return str(data["values"][0])


def _selects(base: FactBase, language: Language, topic: int, page: int) -> ui.View:
    """Selects of topics, one of the questions in this topic, and buttons where it has several pages."""
    view = bare()
    topic = _last(topic, base.topics)
    for select in _topics(base, language, topic):
        view.add_item(select)
    facts = base.topics[topic].facts
    pages = [facts[start : start + PAGE] for start in range(0, len(facts), PAGE)]
    page = _last(page, pages)
    view.add_item(_questions(pages[page], language, f"{topic}.{page}"))
    for name, target in (("facts-back", page - 1), ("facts-on", page + 1)):
        if 0 <= target < len(pages):
            view.add_item(ui.Button(label=say(language, name), custom_id=f"page:{language}:{topic}.{target}"))
    return view


def _last(place: int, of: Sized) -> int:
    """The place, or the last one: after a reload there may be fewer topics and pages than there were."""
    return min(place, len(of) - 1)


def _topics(base: FactBase, language: Language, topic: int) -> Iterator[ui.Select[ui.View]]:
    """As many selects as it takes to reach every topic, nearly always one."""
    options = [
        discord.SelectOption(
            label=short(typeset(each.topic.in_(language), language), OPTION),
            value=str(number),
            default=number == topic,
        )
        for number, each in enumerate(base.topics[: PAGE * TOPIC_SELECTS])
    ]
    for start in range(0, len(options), PAGE):
        yield ui.Select(
            custom_id=f"topic:{language}:{start or 'all'}",
            placeholder=say(language, "facts-topic"),
            options=options[start : start + PAGE],
        )


def _questions(facts: Sequence[Fact], language: Language, place: str) -> ui.Select[ui.View]:
    options = [
        discord.SelectOption(
            label=short(typeset(fact.question.in_(language), language), OPTION), value=fact.id
        )
        for fact in facts
    ]
    return ui.Select(
        custom_id=f"fact:{language}:{place}", placeholder=say(language, "facts-question"), options=options
    )


_LANGUAGE = r"(?P<language>fr|en)"
_PLACE = r"(?P<topic>\d{1,3})\.(?P<page>\d{1,3})"

browsing = (
    pressed(rf"topic:{_LANGUAGE}:(?:all|\d{{2}})", _choose_topic),
    pressed(rf"page:{_LANGUAGE}:{_PLACE}", _turn_page),
    pressed(rf"fact:{_LANGUAGE}:{_PLACE}", _choose_fact),
)
