"""A folder of YAML files → a fact base, or every fault in it at once."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from bot.answering.checks import cross_checks
from bot.answering.facts import (
    LANGUAGES,
    Absence,
    Article,
    Concept,
    Entity,
    FactBase,
    Kind,
    Lexicon,
    OtherLanguage,
    SmallTalk,
    Topic,
    Words,
    YesNo,
)
from bot.answering.yaml_file import YamlFile, read_yaml
from bot.errors import BrokenBaseError, Fault

T = TypeVar("T")

MAX_FILES = 500


def load_base(folder: Path) -> FactBase:
    """Reads a folder of facts; raises `BrokenBaseError` with every fault when it is not whole."""
    faults: list[Fault] = []
    files = {name: file for name, file in _read(folder, faults)}
    parts = _Parts(files, faults)
    article = parts.one("article.yaml", Article)
    entities = parts.one("entities.yaml", tuple[Entity, ...]) or ()
    topics = tuple(
        topic for name in parts.names(at_top=True) if (topic := parts.one(name, Topic)) is not None
    )
    absences = tuple(
        absence for name in parts.names(under="absences/") for absence in parts.one(name, tuple[Absence, ...]) or ()
    )
    lexicon = _lexicon(parts)
    if article is None or lexicon is None:
        raise BrokenBaseError(faults)
    base = FactBase.model_construct(
        article=article,
        entities=entities,
        topics=topics,
        absences=absences,
        lexicon=lexicon,
        digest=_digest(folder, files),
    )
    faults += cross_checks(base, files)
    if faults:
        raise BrokenBaseError(faults)
    return base


class _Parts:
    """The files that were read, turned one by one into typed data; faults are gathered, not raised."""

    def __init__(self, files: dict[str, YamlFile], faults: list[Fault]) -> None:
        self.files = files
        self.faults = faults

    def names(self, *, at_top: bool = False, under: str = "") -> list[str]:
        if at_top:
            return [n for n in self.files if "/" not in n and n not in {"article.yaml", "entities.yaml"}]
        return [name for name in self.files if name.startswith(under)]

    def one(self, name: str, kind: Any, data: Any = None) -> Any:
        """The file `name` as a `kind`, or None when that fails (the fault is noted)."""
        file = self.files.get(name)
        if file is None:
            if not any(fault.path == name for fault in self.faults):
                self.faults.append(Fault(name, 1, 1, "is missing; every fact base needs it"))
            return None
        try:
            return TypeAdapter(kind).validate_python(file.data if data is None else data)
        except ValidationError as error:
            self.faults += [file.fault(e["loc"], _in_words(e)) for e in error.errors()]
            return None


def _read(folder: Path, faults: list[Fault]) -> Iterator[tuple[str, YamlFile]]:
    if not folder.is_dir():
        raise BrokenBaseError([Fault(str(folder), 1, 1, "is no folder; name the folder of the facts")])
    paths = sorted(p for p in folder.rglob("*.yaml") if not p.name.startswith("."))
    if len(paths) > MAX_FILES:
        raise BrokenBaseError([Fault(str(folder), 1, 1, f"holds more than {MAX_FILES} files; join some")])
    home = os.path.realpath(folder)
    for path in paths:
        name = path.relative_to(folder).as_posix()
        if not os.path.realpath(path).startswith(home + os.sep):
            faults.append(Fault(name, 1, 1, "is a link that leaves the folder; copy the file instead"))
            continue
        match read_yaml(path, name):
            case Fault() as fault:
                faults.append(fault)
            case file:
                yield name, file


def _lexicon(parts: _Parts) -> Lexicon | None:
    concepts = [
        concept
        for name in parts.names(under="lexicon/concepts/")
        for concept in parts.one(name, tuple[Concept, ...]) or ()
    ]
    empty = parts.one("lexicon/empty.yaml", dict[str, dict[str, tuple[str, ...]]])
    context = parts.one("lexicon/context.yaml", dict[str, dict[str, tuple[str, ...]]])
    asking_file = parts.files.get("lexicon/asking.yaml")
    data = dict(asking_file.data) if asking_file and isinstance(asking_file.data, dict) else {}
    yes_no, negation = data.pop("yes-no", {}), data.pop("negation", {})
    asking = parts.one("lexicon/asking.yaml", dict[Kind, Words], data)
    yes_no = parts.one("lexicon/asking.yaml", dict[str, YesNo], yes_no)
    negation = parts.one("lexicon/asking.yaml", Words, negation)
    prepositions = parts.one("lexicon/roles.yaml", dict[str, Words])
    smalltalk = parts.one("lexicon/smalltalk.yaml", tuple[SmallTalk, ...])
    names = parts.one("lexicon/names.yaml", dict[str, tuple[str | tuple[str, ...], ...]])
    languages = parts.one("lexicon/languages.yaml", dict[str, Any])
    if None in (empty, context, asking, yes_no, negation, prepositions, smalltalk, names, languages):
        return None
    ambiguous = names.pop("ambiguous", ())
    flat = {
        code: tuple(w for part in (empty, context) for words in part.get(code, {}).values() for w in words)
        for code in LANGUAGES
    }
    return Lexicon.model_construct(
        concepts=tuple(concepts),
        empty=Words(**flat),
        asking=asking,
        yes_no=yes_no,
        negation=negation,
        prepositions=prepositions,
        names=tuple((n,) if isinstance(n, str) else n for group in names.values() for n in group),
        ambiguous_names=tuple(n if isinstance(n, str) else n[0] for n in ambiguous),
        smalltalk=smalltalk,
        telling=Words(fr=tuple(languages["fr"]), en=tuple(languages["en"])),
        other_languages=parts.one(
            "lexicon/languages.yaml", dict[str, OtherLanguage], languages.get("other", {})
        )
        or {},
    )


def _in_words(error: Any) -> str:
    """A pydantic error as a sentence that says what to do."""
    field = str(error["loc"][-1]) if error["loc"] else "the file"
    match error["type"]:
        case "missing":
            return f"the field {field!r} is missing; add it"
        case "extra_forbidden":
            return f"the field {field!r} is unknown; remove it or correct its name"
        case "string_pattern_mismatch":
            return f"{error['input']!r} does not fit here; expected {error['ctx']['pattern']}"
        case "literal_error":
            return f"{error['input']!r} is not allowed here; use {error['ctx']['expected']}"
    return f"{field}: {error['msg'][0].lower()}{error['msg'][1:]}; correct it"


def _digest(folder: Path, files: dict[str, YamlFile]) -> str:
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + (folder / name).read_bytes() + b"\0")
    return f"sha256:{digest.hexdigest()}"
