"""How much memory this process holds, in megabytes."""

from __future__ import annotations

import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")


def resident() -> float:
    """What it holds now; what it held at most where the system tells no more, 0 where it tells nothing."""
    return _status("VmRSS") or _highest()


def peak() -> float:
    """What it held at most; 0 where the system does not tell."""
    # Not getrusage first: on Linux a new process inherits its parent's peak there.
    return _status("VmHWM") or _highest()


def physical() -> float:
    """What the machine has; infinity where the system does not tell."""
    return _status("MemTotal", Path("/proc/meminfo")) or float("inf")


def _status(name: str, file: Path = _STATUS) -> float:
    if not file.exists():
        return 0.0
    lines = file.read_text(encoding="utf-8").splitlines()
    return next((int(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith(f"{name}:")), 0.0)


def _highest() -> float:
    if sys.platform == "win32":
        return 0.0
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
