"""Gathers every fault of a request body in the tree that Discord answers with."""

from collections.abc import Sized
from http import HTTPStatus

from bot.playground.errors import ApiError, Json


class Form:
    """The faults of one body; `check` raises them all at once as error 50035."""

    def __init__(self) -> None:
        self._errors: Json = {}

    def fault(self, path: str, code: str, message: str) -> None:
        """Note a fault at a dotted path such as `components.0.custom_id`, or of the whole body at ""."""
        place = self._errors
        for key in filter(None, path.split(".")):
            place = place.setdefault(key, {})
        place.setdefault("_errors", []).append({"code": code, "message": message})

    def at_most(self, path: str, value: Sized | None, most: int) -> None:
        """Fault a text or list that is longer than `most`."""
        if value is not None and len(value) > most:
            self.fault(path, "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")

    def between(self, path: str, value: Sized | None, least: int, most: int) -> None:
        """Fault a text or list that is absent, shorter than `least` or longer than `most`."""
        if value is None:
            self.fault(path, "BASE_TYPE_REQUIRED", "This field is required")
        elif not least <= len(value) <= most:
            self.fault(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")

    def within(self, path: str, value: int, least: int, most: int) -> None:
        """Fault a number below `least` or above `most`."""
        if value < least:
            self.fault(path, "NUMBER_TYPE_MIN", f"int value should be greater than or equal to {least}.")
        elif value > most:
            self.fault(path, "NUMBER_TYPE_MAX", f"int value should be less than or equal to {most}.")

    def one_of(self, path: str, value: object, allowed: frozenset[int]) -> None:
        """Fault a value outside an enumeration."""
        if value not in allowed:
            choices = ", ".join(str(choice) for choice in sorted(allowed))
            self.fault(path, "BASE_TYPE_CHOICES", f"Value must be one of ({choices}).")

    def check(self) -> None:
        """Raise Discord's "Invalid Form Body" if anything was faulted."""
        if self._errors:
            raise ApiError(HTTPStatus.BAD_REQUEST, 50035, "Invalid Form Body", self._errors)
