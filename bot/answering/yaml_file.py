"""One YAML file → plain data, with the place of every value at hand for a fault.

All scalars stay text (so `no` and `on` need no quotes); pydantic turns them into what they are.
A file that could exhaust time or memory is refused: size, depth and aliases are bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot.errors import Fault

try:
    from yaml import CSafeLoader as _Reading
except ImportError:  # PyYAML built without libyaml reads the same, only slower
    from yaml import SafeLoader as _Reading  # type: ignore[assignment]

MAX_BYTES = 1_000_000
MAX_DEPTH = 20

Where = tuple[int | str, ...]
"""The way from the top of a file to a value: keys and positions."""

_NULL, _TEXT = "null", "text"
_NULLS = frozenset({"", "~", "null"})
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class Unusable(Exception):
    """A file cannot be used at all; holds line, column and what to do."""

    def fault(self, name: str) -> Fault:
        """The same as a fault of the file called `name`."""
        return Fault(name, *self.args)


class _Loader(_Reading):
    """Tells null from text and nothing else: guessing types would take a third of the time."""

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> str:
        return _NULL if kind is yaml.ScalarNode and implicit[0] and value in _NULLS else _TEXT

    def descend_resolver(self, *_: Any) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


@dataclass(frozen=True)
class YamlFile:
    """A file that was read: `name` as people can open it, its bytes, plain data, and nodes for places."""

    name: str
    raw: bytes
    data: Any
    root: yaml.Node
    _fields: dict[int, dict[str, tuple[yaml.Node, yaml.Node]]] = field(default_factory=dict)

    def fault(self, where: Where, message: str, *, at_key: bool = False) -> Fault:
        """A fault at the value under `where` (or at its key); steps that lead nowhere are passed over."""
        node = place = self.root
        for step in where:
            key, below = self._below(node, step)
            if below is not None:
                node, place = below, key if at_key and key else below
        return Fault(self.name, *_start(place), message)

    def _below(self, node: yaml.Node, step: int | str) -> tuple[yaml.Node | None, yaml.Node | None]:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            return None, node.value[step]
        if not isinstance(node, yaml.MappingNode):
            return None, None
        # Kept for the next fault: a file full of faults must not be searched from the top for each.
        if id(node) not in self._fields:
            self._fields[id(node)] = {key.value: (key, value) for key, value in reversed(node.value)}
        return self._fields[id(node)].get(str(step), (None, None))


def read_yaml(path: Path, name: str, faults: list[Fault]) -> YamlFile | None:
    """Reads a file; what is wrong with it goes to `faults`, and None comes back if it cannot be used."""
    try:
        raw = _read(path)
        text = _decode(raw)
        root = _compose(text)
        tricks = list(_tricks(root)) if "\\" in text or ("&" in text and "*" in text) else []
        twice: list[yaml.Node] = []
        data = None if tricks else _plain(root, twice)
    except Unusable as error:
        faults.append(error.fault(name))
        return None
    faults += [Fault(name, *_start(node), message) for node, message in tricks]
    faults += [
        Fault(name, *_start(key), f"the key {quoted(key.value)} stands twice; keep one") for key in twice
    ]
    return None if tricks else YamlFile(name, raw, data, root)


def read_text(path: Path) -> str:
    """The text of a file in UTF-8, or `Unusable`."""
    return _decode(_read(path))


def quoted(value: object) -> str:
    """A value as a fault shows it, cut where it is long."""
    shown = repr(value)
    return shown if len(shown) <= 80 else f"{shown[:79]}…"


def _read(path: Path) -> bytes:
    """The bytes of a regular file of bearable size: pipes would block, devices never end."""
    try:
        if path.exists() and not path.is_file():
            raise Unusable(1, 1, "is no regular file; put a text file in its place")
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Unusable(
            1, 1, f"cannot be read ({error.strerror}); check that it exists and may be read"
        ) from None
    if len(raw) > MAX_BYTES:
        raise Unusable(1, 1, f"is larger than {MAX_BYTES:,} bytes; split it into smaller files")
    return raw


def _decode(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unusable(*_end(raw[: error.start].decode("utf-8")), "is not UTF-8; save it as UTF-8") from None


def _compose(text: str) -> yaml.Node:
    """The nodes of a text; what YAML says against it is put into words."""
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise _in_words(error, text) from None
    except yaml.YAMLError:
        bad = _CONTROLS.search(text)
        raise Unusable(
            *_end(text[: bad.start()] if bad else ""), "holds a control character; remove it"
        ) from None
    except RecursionError:
        raise Unusable(1, 1, "is nested too deeply; flatten it") from None
    if root is None:
        raise Unusable(1, 1, "is empty; fill it or remove it")
    return root


def _in_words(error: yaml.MarkedYAMLError, text: str) -> Unusable:
    problem, context = error.problem or "", error.context or ""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Unusable(1, 1, f"is not valid YAML ({problem}); correct it")
    if "quoted scalar" in context and error.context_mark and "escape" not in problem:
        mark, message = error.context_mark, "this quote is not closed; close it"
    elif "nesting" in problem:
        message = "is nested too deeply; flatten it"
    elif "tab" in problem or text[mark.index : mark.index + 1] == "\t":
        message = "a tab stands here; indent with spaces"
    else:
        problem = problem.removeprefix("but ")
        message = f"is not valid YAML ({problem}); check indentation and quotes, here and above"
    return Unusable(mark.line + 1, mark.column + 1, message)


def _tricks(root: yaml.Node) -> Iterator[tuple[yaml.Node, str]]:
    """Escaped control characters, and values used again by an alias, which can multiply without end."""
    seen: set[int] = set()
    again: dict[int, yaml.Node] = {}
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            again[id(node)] = node
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            waiting += [part for pair in node.value for part in pair]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif _CONTROLS.search(node.value):
            yield node, "holds a control character; remove it"
    for node in again.values():
        yield node, "is used again by an alias (*name); write it out each time"


def _plain(node: yaml.Node, twice: list[yaml.Node], depth: int = 0) -> Any:
    """The data of a node; of keys that stand twice the first counts, the others go to `twice`."""
    if isinstance(node, yaml.ScalarNode):
        return None if node.tag is _NULL else node.value
    if depth == MAX_DEPTH:
        raise Unusable(*_start(node), "is nested too deeply; flatten it")
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, twice, depth + 1) for item in node.value]
    plain: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise Unusable(*_start(key), "a key is not plain text; write it as a word")
        if key.value in plain:
            twice.append(key)
        else:
            plain[key.value] = _plain(value, twice, depth + 1)
    return plain


def _start(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _end(before: str) -> tuple[int, int]:
    """Line and column of what follows a text."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")
