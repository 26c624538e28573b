"""A folder of facts → its files, and the entries in them whether whole or not.

Checks across files work on these plain entries: so a fact with one wrong field still counts where
others refer to it, and everything else about it is still checked.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from bot.answering.yaml_file import Where, YamlFile, read_yaml
from bot.errors import BrokenBaseError, Fault

MAX_FILES = 500
MAX_BYTES = 20_000_000

Space = Literal["facts", "absences", "entities", "concepts", "sentences", "smalltalk", "questions"]

_LEXICON = ("asking", "context", "empty", "languages", "names", "roles", "smalltalk")
_NEEDED = ("article.yaml", "entities.yaml", *(f"lexicon/{name}.yaml" for name in _LEXICON))
_PLACES = ("", "absences", "lexicon", "lexicon/concepts")
_BELOW: dict[str, Where] = {"facts": ("facts",), "sentences": ("sentences",)}
"""Where the list of entries stands in a file, if not at its top."""


@dataclass(frozen=True)
class Entry:
    """One fact, entity, concept, … as its file has it."""

    file: YamlFile
    where: Where
    data: dict[str, Any]

    @property
    def id(self) -> str:
        """Its id, or nothing where there is none."""
        value = self.data.get("id")
        return value if isinstance(value, str) else ""

    def texts(self, *steps: str) -> list[tuple[Where, str]]:
        """The text or the texts of the list under some steps, each with its way; all else is left out."""
        value: Any = self.data
        for step in steps:
            value = value.get(step) if isinstance(value, dict) else None
        if isinstance(value, str):
            return [(steps, value)]
        items = enumerate(value) if isinstance(value, list) else ()
        return [((*steps, place), item) for place, item in items if isinstance(item, str)]

    def fault(self, steps: Where, message: str) -> Fault:
        """A fault at what stands under some steps."""
        return self.file.fault((*self.where, *steps), message)

    def place(self, *steps: int | str) -> str:
        """Where what is under some steps stands, as editors and terminals open it."""
        fault = self.fault(steps, "")
        return f"{fault.path}:{fault.line}"


@dataclass(frozen=True)
class Folder:
    """What was read: files by their name in the folder, and the names of those that are lost."""

    files: dict[str, YamlFile]
    lost: frozenset[str]

    def of(self, space: Space) -> list[Entry]:
        """All entries of one kind, in the order of files."""
        below = _BELOW.get(space, ())
        return [
            Entry(self.files[name], (*below, place), item)
            for name in self.names(space)
            for place, item in enumerate(self._list(name) or ()) if isinstance(item, dict)
        ]  # fmt: skip

    def topics(self) -> list[Entry]:
        """The files of facts, each as one entry."""
        files = [self.files[name] for name in self.names("facts")]
        return [Entry(file, (), file.data) for file in files if isinstance(file.data, dict)]

    def names(self, space: Space) -> list[str]:
        """The files that hold such entries."""
        return [name for name in self.files if _space(name) == space]

    def has_all(self, space: Space) -> bool:
        """Whether no file of such entries is lost or without a list: only then is an unknown id a fault."""
        lists = (self._list(name) for name in self.names(space))
        return space not in map(_space, self.lost) and all(found is not None for found in lists)

    def _list(self, name: str) -> list[Any] | None:
        """The entries of a file, in whatever state; None where no list stands."""
        data = self.files[name].data
        for step in _BELOW.get(_space(name), ()):
            data = data.get(step) if isinstance(data, dict) else None
        return data if isinstance(data, list) else None


def read_folder(path: Path, faults: list[Fault]) -> Folder:
    """Reads every file of a base; what is wrong goes to `faults`."""
    if not _is_dir(path):
        raise BrokenBaseError([Fault(str(path), 1, 1, "is no folder; name the folder of the facts")])
    lost: set[str] = set()
    names = sorted(islice(_names(path, faults, lost), MAX_FILES + 1))
    if len(names) > MAX_FILES:
        raise BrokenBaseError([Fault(str(path), 1, 1, f"holds more than {MAX_FILES} files; join some")])
    missing = [name for name in _NEEDED if not {name, _all_in(name.rpartition("/")[0])} & {*names, *lost}]
    faults += [Fault(str(path / name), 1, 1, "is missing; every fact base needs it") for name in missing]
    files: dict[str, YamlFile] = {}
    for name in names:
        if (file := read_yaml(path / name, str(path / name), faults)) is not None:
            files[name] = file
        if sum(len(read.raw) for read in files.values()) > MAX_BYTES:
            too_large = Fault(str(path), 1, 1, f"holds over {MAX_BYTES:,} bytes; split it")
            raise BrokenBaseError([*faults, too_large])
    return Folder(files, frozenset({*lost, *missing, *names} - files.keys()))


def _names(path: Path, faults: list[Fault], lost: set[str]) -> Iterator[str]:
    """The files to read; what cannot be one of them is a fault, lest it be left out unseen."""
    for place in _PLACES:
        if _all_in(place) in lost or not _is_dir(path / place):
            continue
        try:
            found = [entry.name for entry in (path / place).iterdir()]
        except OSError as error:
            faults.append(Fault(str(path / place), 1, 1, f"cannot be read ({error.strerror}); allow it"))
            lost.update(_within(place))
            continue
        for name in (f"{place}/{base}".lstrip("/") for base in found if not base.startswith(".")):
            if message := _objection(path, name):
                faults.append(Fault(str(path / name), 1, 1, message))
                lost.update(_within(name) or {name})
            elif name.endswith(".yaml"):
                yield name


def _objection(path: Path, name: str) -> str:
    """What to do about something that is, or looks like, a part of the base and will not be read."""
    place, _, base = name.rpartition("/")
    is_file, is_place = base.endswith(".yaml"), name in _PLACES
    home, target = (Path(os.path.realpath(p)) for p in (path, path / name))
    if (is_file or is_place) and not target.is_relative_to(home):
        return "is a link that leaves the folder; copy it instead"
    if is_file and place == "lexicon" and name not in _NEEDED:
        return f"is no file of the lexicon; correct its name to one of {', '.join(_LEXICON)}"
    if base.endswith(".yml"):
        return "is not read; let its name end in .yaml"
    if not is_place and _is_dir(path / name) and any((path / name).glob("*.yaml")):
        return "is not read; move its files to the top, or to absences"
    return ""


def _is_dir(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # what is around it may not be looked into
        return False


def _all_in(place: str) -> str:
    return f"{place}/*"


def _within(place: str) -> set[str]:
    """Everything in a place and in those under it; nothing if it is none."""
    return {_all_in(other) for other in _PLACES if not place or f"{other}/".startswith(f"{place}/")}


def _space(name: str) -> str:
    """What the entries of a file are."""
    place, _, base = name.rpartition("/")
    if place:
        return {"lexicon/concepts": "concepts", "lexicon": base.removesuffix(".yaml")}.get(place, place)
    own: dict[str, Space] = {
        "article.yaml": "sentences",
        "entities.yaml": "entities",
        "questions.yaml": "questions",
    }
    return own.get(base, "facts")
