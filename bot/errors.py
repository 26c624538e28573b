"""Every exception the product raises on purpose.

DepecheError
├── ConfigurationError     a setting is missing or wrong (exit code 2)
├── BrokenBaseError        the fact base cannot be used; carries every fault (exit code 3)
└── ConnectionRefusedByDiscord   the token or the gateway turned us away (exit code 2)
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong in the fact base, with its place and what to do about it."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


class DepecheError(Exception):
    """The root of the product's own exceptions; its text is fit for an operator."""


class ConfigurationError(DepecheError):
    """A setting is missing or wrong."""


class ConnectionRefusedByDiscord(DepecheError):
    """Discord turned the bot away: a wrong token, a closed gateway, no network."""


class BrokenBaseError(DepecheError):
    """The fact base cannot be used; `faults` holds every reason, sorted by place."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = sorted(faults)
        super().__init__("\n".join(map(str, self.faults)))
