"""Preview → the report of `/reload`, in one message."""

from __future__ import annotations

from bot.answering.facts import Language
from bot.answering.floor import FLOOR
from bot.answering.typography import typeset
from bot.answering.wording import say
from bot.doors.discord.drawing import CONTENT
from bot.service import Preview

_LINE = 300
_MARGIN = 60
"""Room for the fence, and for the line that counts what did not fit."""

_NOTHING = "—"
"""Stands for a question that is not answered."""


def describe(preview: Preview, language: Language) -> str:
    """What a reload would change and how the new base fares, or the faults that prevent it."""
    if preview.faults:
        faults = [str(fault) for fault in preview.faults]
        return _block(say(language, "reload-faults"), faults, language, CONTENT)
    if not preview.is_other:
        return typeset(say(language, "reload-unchanged"), language)
    sections = [
        (
            say(language, "reload-preview"),
            _changes(preview, language) or [say(language, "reload-elsewhere")],
            "diff",
        ),
        (_own(preview, language), [question.text for question in preview.examination.failed], ""),
        (say(language, "reload-turned"), _turned(preview), ""),
    ]
    room = CONTENT // len(sections) - 1
    told = [_block(*section[:2], language, room, section[2]) for section in sections if section[1]]
    return "\n".join(told)


def _changes(preview: Preview, language: Language) -> list[str]:
    """Ids with a sign each; under those of other answers, the answer now and then."""
    signs = {"+": preview.added, "!": preview.changed, "-": preview.removed}
    lines = []
    for sign, fact_id in ((sign, fact_id) for sign, ids in signs.items() for fact_id in ids):
        lines.append(f"{sign} {fact_id}")
        if answers := preview.answers.get(fact_id):
            before, after = (answer.in_(language) for answer in answers)
            lines += [f"-   {before}", f"+   {after}"] if before != after else []
    return lines


def _own(preview: Preview, language: Language) -> str:
    examination = preview.examination
    message = "reload-above-floor" if examination.is_passed else "reload-below-floor"
    counts = {
        "asked": str(examination.asked),
        "failed": str(len(examination.failed)),
        "newly": str(len(examination.newly)),
    }
    return say(language, message, floor=f"{FLOOR:.0%}".removesuffix("%"), **counts)


def _turned(preview: Preview) -> list[str]:
    return [
        f"{turned.text} {_given(turned.before)} → {_given(turned.after)}"
        for turned in preview.examination.turned
    ]


def _given(facts: tuple[str, ...]) -> str:
    return ", ".join(facts) or _NOTHING


def _block(heading: str, lines: list[str], language: Language, room: int, colours: str = "") -> str:
    """A heading and as many lines as there is room for, then the count of the others; lines as they are."""
    heading = typeset(heading, language)
    room -= len(heading) + _MARGIN
    kept: list[str] = []
    for line in (line.replace("```", "'''")[:_LINE] for line in lines):
        room -= len(line) + 1
        if room < 0:
            break
        kept.append(line)
    if len(kept) < len(lines):
        kept.append(say(language, "reload-more", count=str(len(lines) - len(kept))))
    return "\n".join([heading, f"```{colours}", *kept, "```"])
