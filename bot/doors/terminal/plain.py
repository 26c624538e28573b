"""Reply → plain lines, for pipes, files and programs that read them."""

from __future__ import annotations

from bot.answering.facts import FactBase, Language
from bot.answering.reply import Reply
from bot.answering.wording import say


def reply_lines(reply: Reply) -> list[str]:
    """The text, then where the article has it, then the questions put forward, numbered."""
    lines = reply.text.splitlines()
    if reply.paragraph:
        lines.append(reply.paragraph)
    if reply.offers and (heading := offers_heading(reply)):
        lines.append(heading)
    lines += [f"  {number}. {offer.text}" for number, offer in enumerate(reply.offers, start=1)]
    return lines


def offers_heading(reply: Reply) -> str:
    """What introduces the questions put forward; empty where the text itself does."""
    match reply.outcome:
        case "suggest":
            return ""
        case "answer":
            return say(reply.language, "terminal-related")
    return say(reply.language, "offer")


def question_lines(base: FactBase, language: Language, *, ids: bool = False) -> list[str]:
    """Every canonical question under its topic, with the fact's id in front if wished."""
    width = max(map(len, base.facts), default=0) if ids else 0
    lines: list[str] = []
    for topic in base.topics:
        lines += ["", topic.topic.in_(language)] if lines else [topic.topic.in_(language)]
        for fact in topic.facts:
            question = fact.question.in_(language)
            lines.append(f"  {fact.id:<{width}}  {question}" if ids else f"  {question}")
    return lines


def coverage_lines(base: FactBase, language: Language) -> list[str]:
    """The sentences of the article, each with its place and the facts that rest on it."""
    resting: dict[str, list[str]] = {sentence.id: [] for sentence in base.article.sentences}
    for fact in base.facts.values():
        for sentence_id in fact.sentences:
            resting[sentence_id].append(fact.id)
    places = {sentence.id: sentence.paragraph.in_(language) for sentence in base.article.sentences}
    first, second = (max(map(len, column), default=0) for column in (resting, places.values()))
    return [
        f"{sentence_id:<{first}}  {places[sentence_id]:<{second}}  {', '.join(ids) or '-'}"
        for sentence_id, ids in resting.items()
    ]
