"""A folder of YAML files → a fact base, or every fault in it at once."""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import Field, TypeAdapter, ValidationError, model_validator

from bot.answering.checks import check_article, cross_checks
from bot.answering.facts import (
    Absence,
    Article,
    Concept,
    Data,
    Entity,
    FactBase,
    Kind,
    Language,
    Lexicon,
    Line,
    OtherLanguage,
    ReaderQuestion,
    Role,
    SmallTalk,
    Topic,
    Words,
    YesNo,
)
from bot.answering.folder import Folder, Space, read_folder
from bot.answering.schema_faults import schema_faults
from bot.errors import BrokenBaseError, Fault

T = TypeVar("T")

MAX_CLAIMS = 5_000
"""Facts and absences of a base; an article has some hundred."""


def load_base(folder: Path, article: Path | None = None) -> FactBase:
    """Reads a folder of facts; raises `BrokenBaseError` with every fault when it is not whole.

    With `article`, the text that the base is drawn from, the hashes of its sentences are verified too.
    """
    with no_garbage_collection():
        return _load(folder, article)


def _load(path: Path, article_text: Path | None) -> FactBase:
    faults: list[Fault] = []
    folder = read_folder(path, faults)
    _refuse_too_many(folder, faults)
    parts = _Parts(folder, faults)
    article = parts.one("article.yaml", Article)
    entities = parts.one("entities.yaml", tuple[Entity, ...])
    topics = [topic for name in folder.names("facts") if (topic := parts.one(name, Topic))]
    absences = parts.all("absences", tuple[Absence, ...])
    lexicon = _lexicon(parts)
    questions = parts.all("questions", tuple[ReaderQuestion, ...])
    faults += cross_checks(folder)
    if article_text is not None:
        faults += check_article(article_text, folder)
    if faults or article is None or entities is None or lexicon is None:
        raise BrokenBaseError(faults)
    return FactBase.model_construct(
        article=article,
        entities=entities,
        topics=tuple(topics),
        absences=tuple(absences),
        lexicon=lexicon,
        questions=questions,
        digest=_digest(folder),
    )


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """Keeps the garbage collector out: reading makes a hundred thousand objects and no cycle.

    It would go through all of them time and again, and take half of the whole time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _refuse_too_many(folder: Folder, faults: list[Fault]) -> None:
    claims = [*folder.of("facts"), *folder.of("absences")]
    if len(claims) > MAX_CLAIMS:
        message = f"holds {len(claims):,} facts and absences of {MAX_CLAIMS:,} that fit; split the base"
        raise BrokenBaseError([*faults, claims[MAX_CLAIMS].fault((), message)])


class _Parts:
    """The files that were read, turned one by one into typed data; faults are gathered, not raised."""

    def __init__(self, folder: Folder, faults: list[Fault]) -> None:
        self._folder = folder
        self._faults = faults

    def one(self, name: str, kind: type[T]) -> T | None:
        """A file as a `kind`, or None when that fails or the file is lost."""
        file = self._folder.files.get(name)
        if file is None:
            return None
        try:
            return TypeAdapter(kind).validate_python(file.data)
        except ValidationError as error:
            self._faults += schema_faults(error, file)
            return None

    def all(self, space: Space, kind: type[tuple[T, ...]]) -> tuple[T, ...]:
        """The entries of all files that hold such."""
        return tuple(entry for name in self._folder.names(space) for entry in self.one(name, kind) or ())


_Aliases = Annotated[tuple[Line, ...], Field(min_length=1)]


class _Both(Words):
    """Words of which neither language may be missing."""

    fr: tuple[Line, ...]
    en: tuple[Line, ...]


class _Groups(Data):
    """Words in groups whose names serve people only."""

    fr: dict[str, tuple[Line, ...]]
    en: dict[str, tuple[Line, ...]]

    def of(self, language: Language) -> tuple[str, ...]:
        return tuple(word for group in getattr(self, language).values() for word in group)


class _YesNo(Data):
    fr: YesNo
    en: YesNo


class _Asking(Data):
    """The interrogatives of every kind of answer, beside two other fields."""

    kinds: dict[Kind, _Both]
    yes_no: Annotated[_YesNo, Field(alias="yes-no")]
    negation: _Both
    denial: _Both

    @model_validator(mode="before")
    @classmethod
    def _set_apart(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        own = {name: data[name] for name in ("yes-no", "negation", "denial") if name in data}
        return {"kinds": {name: data[name] for name in data if name not in own}, **own}


class _Languages(_Both):
    other: dict[str, OtherLanguage]


def _lexicon(parts: _Parts) -> Lexicon | None:
    concepts = parts.all("concepts", tuple[Concept, ...])
    empty = parts.one("lexicon/empty.yaml", _Groups)
    context = parts.one("lexicon/context.yaml", _Groups)
    asking = parts.one("lexicon/asking.yaml", _Asking)
    prepositions = parts.one("lexicon/roles.yaml", dict[Role, _Both])
    smalltalk = parts.one("lexicon/smalltalk.yaml", tuple[SmallTalk, ...])
    names = parts.one("lexicon/names.yaml", dict[str, tuple[Line | _Aliases, ...]])
    languages = parts.one("lexicon/languages.yaml", _Languages)
    if empty is None or context is None or asking is None or prepositions is None:
        return None
    if smalltalk is None or names is None or languages is None:
        return None
    ambiguous = names.pop("ambiguous", ())
    return Lexicon.model_construct(
        concepts=concepts,
        empty=Words(fr=empty.of("fr") + context.of("fr"), en=empty.of("en") + context.of("en")),
        asking={**asking.kinds},
        yes_no={"fr": asking.yes_no.fr, "en": asking.yes_no.en},
        negation=asking.negation,
        denial=asking.denial,
        prepositions={**prepositions},
        names=tuple((n,) if isinstance(n, str) else n for group in names.values() for n in group),
        ambiguous_names=tuple(n if isinstance(n, str) else n[0] for n in ambiguous),
        smalltalk=smalltalk,
        telling=Words(fr=languages.fr, en=languages.en),
        other_languages=languages.other,
    )


def _digest(folder: Folder) -> str:
    digest = hashlib.sha256()
    for name, file in sorted(folder.files.items()):
        digest.update(os.fsencode(name) + b"\0" + file.raw + b"\0")
    return f"sha256:{digest.hexdigest()}"
