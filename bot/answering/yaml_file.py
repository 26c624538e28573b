"""One YAML file → plain data, with the place of every value at hand for a fault.

All scalars stay text (so `no` and `on` need no quotes); pydantic turns them into what they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.errors import Fault

MAX_BYTES = 1_000_000

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML built without libyaml reads the same, only slower
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]


@dataclass(frozen=True)
class YamlFile:
    """A file that was read: `name` as shown to people, `data` plain, `root` to find places."""

    name: str
    data: Any
    root: yaml.Node

    def fault(self, where: tuple[int | str, ...], message: str) -> Fault:
        """A fault at the value under `where`, or at the nearest one above it that exists."""
        node = self.root
        for step in where:
            below = _child(node, step)
            if below is None:
                break
            node = below
        mark = node.start_mark
        return Fault(self.name, mark.line + 1, mark.column + 1, message)


def read_yaml(path: Path, name: str) -> YamlFile | Fault:
    """Reads a file; what cannot be read comes back as a fault."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        return Fault(name, 1, 1, f"cannot be read ({error.strerror}); check that it exists and may be read")
    if len(raw) > MAX_BYTES:
        return Fault(name, 1, 1, f"is larger than {MAX_BYTES:,} bytes; split it into smaller files")
    try:
        text = raw.decode("utf-8")
        root = yaml.compose(text, Loader=_Loader)
        if root is None:
            return Fault(name, 1, 1, "is empty; fill it or remove it")
        return YamlFile(name, _construct(root, set()), root)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return Fault(name, line, 1, "is not UTF-8; save it as UTF-8")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return Fault(name, line, column, f"is not valid YAML: {error.problem}; check indentation and quotes")
    except yaml.YAMLError:
        return Fault(name, 1, 1, "holds characters that YAML does not allow; remove them")
    except RecursionError:
        return Fault(name, 1, 1, "is nested too deeply; flatten it")


def _construct(node: yaml.Node, seen: set[int]) -> Any:
    if id(node) in seen:
        raise yaml.MarkedYAMLError(problem="an alias (*name) is used", problem_mark=node.start_mark)
    if isinstance(node, yaml.ScalarNode):
        return None if node.tag.endswith(":null") and node.style is None else node.value
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        return [_construct(item, seen) for item in node.value]
    return dict(_pairs(node, seen))


def _pairs(node: yaml.Node, seen: set[int]) -> Iterator[tuple[str, Any]]:
    keys: set[str] = set()
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise yaml.MarkedYAMLError(problem="a key is not plain text", problem_mark=key.start_mark)
        if key.value in keys:
            raise yaml.MarkedYAMLError(
                problem=f"the key {key.value!r} stands twice", problem_mark=key.start_mark
            )
        keys.add(key.value)
        yield key.value, _construct(value, seen)


def _child(node: yaml.Node, step: int | str) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        child: yaml.Node = node.value[step]
        return child
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == str(step)), None)
    return None
