"""Where a test may look at everything that passes between the client and the playground."""

from collections.abc import Mapping
from typing import Any, Protocol


class Inspector(Protocol):
    """Is shown all traffic, in both directions; it changes nothing."""

    def request(self, route: str, path: Mapping[str, str], query: Mapping[str, str], body: Any) -> None:
        """A request of the client: its route, the parts of its path, its query and its JSON."""

    def response(self, route: str, status: int, body: Any) -> None:
        """The playground's response; `body` is None where there is none."""

    def received(self, op: int, data: Any) -> None:
        """A payload of the client to the gateway."""

    def sent(self, op: int, data: Any, name: str | None) -> None:
        """A payload of the gateway to the client; `name` is the event's, for operation 0."""


class Uninspected:
    """Looks at nothing."""

    def request(self, route: str, path: Mapping[str, str], query: Mapping[str, str], body: Any) -> None:
        """Nothing."""

    def response(self, route: str, status: int, body: Any) -> None:
        """Nothing."""

    def received(self, op: int, data: Any) -> None:
        """Nothing."""

    def sent(self, op: int, data: Any, name: str | None) -> None:
        """Nothing."""
