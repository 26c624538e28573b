"""Holds everything that passes between the client and the playground against Discord's descriptions."""

import json
import reprlib
from collections.abc import Mapping
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from tests.schema import operations

DISPATCH = 0
# A number of a query beyond this is an identifier.
MOST_INT = 2**31


class SchemaFault(AssertionError):
    """Something passed that Discord's descriptions do not allow."""


class SchemaInspector:
    """Gathers a line for each fault: where it was, where in the JSON, and what was expected."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    def check(self) -> None:
        """Raise SchemaFault with every line."""
        if self.faults:
            raise SchemaFault("\n".join(self.faults))

    def forgive(self, what: str) -> None:
        """Forget the faults that a test makes on purpose: those whose line contains these words."""
        self.faults = [fault for fault in self.faults if what not in fault]

    def request(self, route: str, path: Mapping[str, str], query: Mapping[str, str], body: Any) -> None:
        """Hold a request's path, query and body against its operation."""
        for name, check, value in operations.in_path(route, list(path.values())):
            self._hold(check, value, f"{route}: path: {name}")
        declared = operations.in_query(route)
        for name, value in query.items():
            if name in declared:
                self._hold(declared[name], _read(value), f"{route}: query: {name}")
            else:
                self.faults.append(f"{route}: query: {name} is not expected")
        if check := operations.body(route):
            self._hold(check, body, f"{route}: request body")
        elif body:
            self.faults.append(f"{route}: request body: none was expected")

    def response(self, route: str, status: int, body: Any) -> None:
        """Hold a response against its operation; Discord describes no errors of the server."""
        if status >= 500:
            return
        answers = operations.answers(route)
        key = next((key for key in (str(status), f"{status // 100}XX") if key in answers), None)
        if key is None:
            self.faults.append(f"{route}: response {status}: is not expected")
        elif check := answers[key]:
            self._hold(check, body, f"{route}: response {status}")
        elif body is not None:
            self.faults.append(f"{route}: response {status}: no body is expected")

    def received(self, op: int, data: Any) -> None:
        """Hold what the client sent to the gateway against its operation."""
        self._known(operations.from_client(op), data, f"operation {op} of the client")

    def sent(self, op: int, data: Any, name: str | None) -> None:
        """Hold what the gateway sent against its operation or event."""
        what = f"event {name}" if op == DISPATCH else f"operation {op}"
        check = operations.event(name or "") if op == DISPATCH else operations.to_client(op)
        self._known(check, data, what)

    def _known(self, check: Draft202012Validator | None, data: Any, what: str) -> None:
        if check is None:
            self.faults.append(f"{what}: has no description")
        else:
            self._hold(check, data, what)

    def _hold(self, check: Draft202012Validator, value: Any, where: str) -> None:
        if check.is_valid(value):
            return
        error = _deepest(min(check.iter_errors(value), key=_depth))
        self.faults.append(f"{where}{error.json_path.removeprefix('$')}: {_words(error)}")


def _deepest(error: ValidationError) -> ValidationError:
    """Where several descriptions could hold, the fault in the one that was meant: the one of its `type`."""
    if not error.context:
        return error
    branches: dict[Any, list[ValidationError]] = {}
    for inner in error.context:
        branches.setdefault(inner.relative_schema_path[0], []).append(inner)
    meant = min(branches.values(), key=lambda faults: (any(map(_of_another_type, faults)), len(faults)))
    return _deepest(min(meant, key=_depth))


def _of_another_type(error: ValidationError) -> bool:
    way = list(error.relative_path)
    return way == ["type"] or (not way and error.validator == "type")


def _words(error: ValidationError) -> str:
    """What is wrong, with the value itself cut short."""
    return error.message.replace(repr(error.instance), reprlib.repr(error.instance))[:200]


def _depth(error: ValidationError) -> int:
    return len(error.absolute_path)


def _read(text: str) -> Any:
    """A value of a query as JSON where it is some; a snowflake stays text."""
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return text if isinstance(value, int) and value > MOST_INT else value
