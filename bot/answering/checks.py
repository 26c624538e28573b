"""Checks across files: every id stands once, every reference resolves, every sentence has its fact."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from bot.answering.facts import LANGUAGES
from bot.answering.folder import Entry, Folder, Space
from bot.answering.twins import same_phrasings, unlike_twins
from bot.answering.yaml_file import Unusable, quoted, read_text
from bot.errors import Fault

_SHARED_IDS: tuple[tuple[Space, ...], ...] = (
    ("facts", "absences", "smalltalk"), ("entities",), ("concepts",), ("sentences",),
)  # fmt: skip
_REFERENCES: tuple[tuple[Space, tuple[str, ...], Space], ...] = (
    ("facts", ("frame", "agent"), "entities"),
    ("facts", ("frame", "target"), "entities"),
    ("facts", ("frame", "about"), "entities"),
    ("facts", ("frame", "asks"), "concepts"),
    ("facts", ("frame", "denies"), "concepts"),
    ("facts", ("sentences",), "sentences"),
    ("facts", ("related",), "facts"),
    ("absences", ("about",), "entities"),
    ("questions", ("facts",), "facts"),
    ("entities", ("part_of",), "entities"),
    ("concepts", ("opposite",), "concepts"),
)
_UNKNOWN: dict[Space, str] = {
    "entities": "no entity has the id {}; correct it or add it to entities.yaml",
    "concepts": "no concept has the id {}; correct it or add it under lexicon/concepts",
    "sentences": "no sentence has the id {}; correct it or add it to article.yaml",
    "facts": "no fact has the id {}; name one that there is",
}
# A new sentence begins with a capital after a full stop, but for the one of "M. Altman".
_SENTENCE_END = re.compile(r"(?<=\.)(?<!\bM\.) +(?=[A-ZÀ-ÖØ-ÞŒ])")


def cross_checks(folder: Folder) -> list[Fault]:
    """Every fault that no file shows on its own."""
    return list(
        chain(
            _ids(folder), _topics(folder), _references(folder), _related(folder), _opposites(folder),
            _coverage(folder), same_phrasings(folder), unlike_twins(folder),
        )
    )  # fmt: skip


def check_article(text: Path, folder: Folder) -> list[Fault]:
    """Holds the hashes of article.yaml against the owner's text: each must fit, in the same order."""
    try:
        told = [(place, sha256_of(sentence)) for place, sentence in sentences_of(read_text(text))]
    except Unusable as error:
        return [error.fault(str(text))]
    kept = [(entry, found) for entry in folder.of("sentences") for _, found in entry.texts("sha256")]
    if not kept:
        return []
    hashes, known = {found for _, found in told}, {found for _, found in kept}
    faults = [
        entry.fault(("sha256",), f"is the hash of no sentence of {text}; correct one of them")
        for entry, found in kept if found not in hashes
    ] + [
        Fault(str(text), *place, "article.yaml holds no hash of this sentence; correct one of them")
        for place, found in told if found not in known
    ]  # fmt: skip
    return faults or [
        entry.fault(("sha256",), "is the hash of another sentence; follow the order of the text")
        for (entry, found), (_, expected) in zip(kept, told, strict=False) if found != expected
    ]  # fmt: skip


def sentences_of(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """The sentences of the article with line and column; a line is a paragraph or a heading."""
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        start = 0
        for sentence in _SENTENCE_END.split(line):
            start = line.index(sentence, start)
            if sentence.strip():
                yield (number, start + 1), sentence.strip()


def sha256_of(sentence: str) -> str:
    """The hash by which article.yaml knows a sentence."""
    return hashlib.sha256(unicodedata.normalize("NFC", sentence).encode()).hexdigest()


def _ids(folder: Folder) -> Iterator[Fault]:
    for spaces in _SHARED_IDS:
        first: dict[str, Entry] = {}
        for entry in (entry for space in spaces for entry in folder.of(space) if entry.id):
            if (known := first.setdefault(entry.id, entry)) is not entry:
                yield entry.fault(
                    ("id",), f"the id {quoted(entry.id)} stands already at {known.place('id')}; rename one"
                )


def _topics(folder: Folder) -> Iterator[Fault]:
    """A topic is one file: its name must tell it from the others."""
    for language in LANGUAGES:
        first: dict[str, Entry] = {}
        for topic in folder.topics():
            for way, title in topic.texts("topic", language):
                if (known := first.setdefault(title.strip().casefold(), topic)) is not topic:
                    yield topic.fault(
                        way, f"the topic stands already at {known.place(*way)}; join the files or rename one"
                    )


def _references(folder: Folder) -> Iterator[Fault]:
    known = {space: {entry.id for entry in folder.of(space)} for space in _UNKNOWN if folder.has_all(space)}
    for space, steps, target in _REFERENCES:
        if target in known:
            for entry in folder.of(space):
                for way, found in entry.texts(*steps):
                    if found not in known[target]:
                        yield entry.fault(way, _UNKNOWN[target].format(quoted(found)))


def _related(folder: Folder) -> Iterator[Fault]:
    for fact in folder.of("facts"):
        seen: set[str] = set()
        for way, found in fact.texts("related"):
            if found == fact.id:
                yield fact.fault(way, "a fact is not related to itself; name another")
            elif found in seen:
                yield fact.fault(way, f"{quoted(found)} stands twice; name another fact")
            seen.add(found)


def _opposites(folder: Folder) -> Iterator[Fault]:
    opposite = {
        concept.id: (concept, way, found)
        for concept in folder.of("concepts") for way, found in concept.texts("opposite")
    }  # fmt: skip
    known = {concept.id for concept in folder.of("concepts")}
    for concept, way, found in opposite.values():
        if found == concept.id:
            yield concept.fault(way, "a concept is not its own opposite; name another")
        elif found in known and (found not in opposite or opposite[found][2] != concept.id):
            yield concept.fault(
                way, f"{quoted(found)} does not name {concept.id!r} as its opposite in turn; make it mutual"
            )


def _coverage(folder: Folder) -> Iterator[Fault]:
    if not folder.has_all("facts"):
        return
    covered = {found for fact in folder.of("facts") for _, found in fact.texts("sentences")}
    for sentence in folder.of("sentences"):
        if sentence.id and sentence.id not in covered:
            yield sentence.fault(("id",), "no fact rests on this sentence; add one, or remove the sentence")
