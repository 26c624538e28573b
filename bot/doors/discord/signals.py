"""Signals of the operating system."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress


@contextmanager
def handling(**handlers: Callable[[], object]) -> Iterator[None]:
    """Handles signals by name, for as long as it lasts; on Windows there is no such thing."""
    loop = asyncio.get_running_loop()
    for name, handler in handlers.items():
        with suppress(NotImplementedError, AttributeError):
            loop.add_signal_handler(getattr(signal, name), handler)
    try:
        yield
    finally:
        for name in handlers:
            with suppress(NotImplementedError, AttributeError):
                loop.remove_signal_handler(getattr(signal, name))
