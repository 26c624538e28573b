"""A folder of facts → an `Answerer`, compiled once a base and kept in the user's cache.

Compiling reads thousands of phrasings and takes seconds; what it makes is fetched in a tenth of one.
The file is named by the hash of the facts and of the code that compiled them, so it never goes stale.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import os
import pickle
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bot.answering.answerer import Answerer
from bot.answering.loading import load_base

_CODE = Path(__file__).resolve().parent
_KEPT = 3


def default_cache() -> Path:
    """Where compiled bases are kept: the user's cache directory."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "depeche"


def load_answerer(folder: Path, cache: Path | None = None) -> Answerer:
    """The `Answerer` for a folder; raises `BrokenBaseError` with every fault when it is not whole."""
    directory = cache or default_cache()
    kept = directory / f"{_fingerprint(folder)}.pickle"
    if (answerer := _fetch(kept)) is not None:
        return answerer
    with _no_garbage_collection():
        answerer = Answerer(load_base(folder))
    _keep(answerer, kept)
    return answerer


def _fingerprint(folder: Path) -> str:
    """The hash of all that a compiled base depends on; unreadable files are the loader's to report."""
    digest = hashlib.sha256()
    for root, pattern in ((folder, "**/*.yaml"), (_CODE, "*.py")):
        for path in sorted(root.glob(pattern)):
            with contextlib.suppress(OSError):
                digest.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _fetch(kept: Path) -> Answerer | None:
    """What was kept, if it is ours alone to write: a pickle of somebody else's could run anything."""
    try:
        status = kept.stat()
        if status.st_uid != os.getuid() or status.st_mode & 0o022:
            return None
        with _no_garbage_collection(), kept.open("rb") as file:
            answerer = pickle.load(file)  # noqa: S301 (checked above)
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, ValueError):
        return None
    return answerer if isinstance(answerer, Answerer) else None


def _keep(answerer: Answerer, kept: Path) -> None:
    """Writes beside and renames, so that nobody reads half a file; a full disk is no reason to fail."""
    with contextlib.suppress(OSError):
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=kept.parent, delete=False) as file:
            pickle.dump(answerer, file, protocol=5)
        Path(file.name).replace(kept)
        kept.chmod(0o600)
        for old in sorted(kept.parent.glob("*.pickle"), key=lambda p: -p.stat().st_mtime)[_KEPT:]:
            old.unlink()


@contextlib.contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Hundreds of thousands of objects that all stay: looking for garbage among them only takes time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
