"""Spaces and quotation marks as a language's typography wants them; facts are written with plain ones."""

from __future__ import annotations

import re

from bot.answering.facts import Language

NO_BREAK, NARROW = "\u00a0", "\u202f"

_FRENCH = (
    (re.compile(r'"([^"\n]+)"'), rf"«{NO_BREAK}\1{NO_BREAK}»"),
    (re.compile(r"« ?(?=\S)"), f"«{NO_BREAK}"),
    (re.compile(r" (?=[:»%€$](?:\W|$))"), NO_BREAK),
    (re.compile(r" (?=[;!?](?:\W|$))"), NARROW),
    (re.compile(r"(?<=\d) (?=\d{3}\b)"), NARROW),
)
_ENGLISH = ((re.compile(r'"([^"\n]+)"'), r"“\1”"),)
_RULES = {"fr": _FRENCH, "en": _ENGLISH}


def typeset(text: str, language: Language) -> str:
    """The text with the language's own quotation marks, and in French with spaces that do not break."""
    for pattern, replacement in _RULES[language]:
        text = pattern.sub(replacement, text)
    return text
