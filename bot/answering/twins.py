"""Checks of what facts say: no two claim the same phrasing, and French and English tell the same."""

from __future__ import annotations

import math
import string
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from bot.answering.facts import LANGUAGES, Language
from bot.answering.figures import Figure, read_numbers
from bot.answering.folder import Entry, Folder
from bot.answering.text import tokenize, words_of
from bot.answering.yaml_file import Where, quoted
from bot.errors import Fault

_END = b"\x1f"
"""Parts texts that are folded together; no file may hold it."""

_SIGNS = bytes(set(range(128)) - set((string.ascii_lowercase + string.digits).encode()) - set(_END))

Names = dict[str, list[tuple[list[str], str]]]
"""What entities are called and their ids, by the first word."""


def same_phrasings(folder: Folder) -> Iterator[Fault]:
    """Phrasings that lead to two facts, or to a fact and an absence."""
    for language in LANGUAGES:
        claims = [
            (entry, way, text)
            for entry in (*folder.of("facts"), *folder.of("absences"))
            for field in ("question", "phrasings")
            for way, text in entry.texts(field, language)
        ]
        alike: dict[bytes, list[tuple[Entry, Where, str]]] = defaultdict(list)
        for claim, key in zip(claims, _rough_keys([text for _, _, text in claims]), strict=True):
            alike[key].append(claim)
        for group in alike.values():
            if len(group) > 1:
                yield from _claimed_twice(group)


def _rough_keys(texts: list[str]) -> list[bytes]:
    """The bare letters and digits of texts, folded all at once, since tokens of each take far longer."""
    folded = _END.decode().join(texts).casefold().replace("œ", "oe").replace("æ", "ae")
    bare = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").translate(None, _SIGNS)
    return bare.split(_END) if texts else []


def _claimed_twice(group: list[tuple[Entry, Where, str]]) -> Iterator[Fault]:
    first: dict[tuple[str, ...], tuple[Entry, Where]] = {}
    for entry, way, text in group:
        owner, where = first.setdefault(tuple(words_of(tokenize(text))), (entry, way))
        if owner is not entry:
            yield entry.fault(
                way, f"{quoted(text)} is claimed by {owner.id!r} at {owner.place(*where)}; keep it in one"
            )


def unlike_twins(folder: Folder) -> Iterator[Fault]:
    """French and English answers that tell other figures, years or names."""
    names = {language: _names(folder, language) for language in LANGUAGES}
    answers = [(fact, "answer") for fact in folder.of("facts")]
    for entry, field in answers + [(absence, "says") for absence in folder.of("absences")]:
        told = [
            _told(text, language, names[language])
            for language in LANGUAGES for way, text in entry.texts(field, language) if len(way) == 2
        ]  # fmt: skip
        if len(told) == 2:
            for kind, fr, en in zip(_KINDS, *told, strict=True):
                if fr != en:
                    yield entry.fault(
                        (field, "en"),
                        f"the twins tell different {kind}: {_listed(fr - en)} in French, "
                        f"{_listed(en - fr)} in English; make them agree",
                    )


_KINDS = ("figures", "years", "names")


def _told(text: str, language: Language, names: Names) -> tuple[set[str], set[str], set[str]]:
    """Figures, years and entities that a text tells."""
    tokens = tokenize(text)
    numbers = read_numbers(tokens, language)
    bare = {
        token.text.replace(",", "." if language == "fr" else "")
        for place, token in enumerate(tokens) if token.is_number and place not in numbers.taken
    }  # fmt: skip
    figures = {*map(_spelled, numbers.figures)} | bare
    return figures, set(map(str, numbers.years)), _named(words_of(tokens), names)


def _spelled(figure: Figure) -> str:
    low, high = f"{figure.low:,.12g}", f"{figure.high:,.12g}"
    if figure.is_point:
        text = low
    elif figure.high == math.inf:
        text = f"over {low}"
    else:
        text = f"{low} to {high}"
    return f"{text} {figure.unit}".strip()


def _listed(told: set[str]) -> str:
    return ", ".join(sorted(told)) or "none"


def _names(folder: Folder, language: Language) -> Names:
    names: Names = defaultdict(list)
    for entity in folder.of("entities"):
        for steps in (("name",), ("name", language), ("aliases",), ("nicknames", language)):
            for _, name in entity.texts(*steps):
                if words := words_of(tokenize(name)):
                    names[words[0]].append((words, entity.id))
    return names


def _named(words: list[str], names: Names) -> set[str]:
    """The entities named in a text, those within longer names too."""
    return {
        entity
        for start, word in enumerate(words)
        for name, entity in names.get(word, ())
        if words[start : start + len(name)] == name
    }
