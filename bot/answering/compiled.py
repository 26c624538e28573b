"""A folder of facts → an `Answerer`, compiled once a base and kept in the user's cache.

Compiling reads thousands of phrasings and takes seconds; what it makes is fetched in a tenth of one.
The file is named by the hash of all that it was made from and by, so it never goes stale.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import os
import pickle
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from bot.answering.answerer import Answerer
from bot.answering.facts import FactBase
from bot.answering.loading import load_base, no_garbage_collection

_CODE = Path(__file__).resolve().parent
_KEPT = 3
_LIBRARIES = ("PyStemmer", "pydantic", "rapidfuzz")


def compile_base(base: FactBase) -> Answerer:
    """Compiles a base, which takes seconds."""
    with no_garbage_collection():
        return Answerer(base)


def compile_and_keep(folder: Path, article: Path | None = None) -> None:
    """Compiles a folder and puts it into the cache, whatever is there."""
    _keep(compile_base(load_base(folder, article)), _kept(folder, article))


def cache_directory() -> Path:
    """Where compiled bases are kept: the user's cache directory."""
    if named := os.environ.get("XDG_CACHE_HOME"):
        return Path(named) / "depeche"
    try:
        return Path.home() / ".cache" / "depeche"
    except RuntimeError:  # a user without a home, as in containers
        return Path(tempfile.gettempdir()) / f"depeche-{os.getuid()}"


def load_answerer(folder: Path, article: Path | None = None) -> Answerer:
    """The `Answerer` for a folder; raises `BrokenBaseError` with every fault when it is not whole.

    With `article`, the text that the base is drawn from, the hashes of its sentences are verified too.
    """
    kept = _kept(folder, article)
    answerer = _fetch(kept)
    if answerer is None:
        _compile_apart(folder, article)
        answerer = _fetch(kept)
    if answerer is None:  # without a cache to write, or with faults to tell, it is done here
        answerer = compile_base(load_base(folder, article))
    # It stays and holds no cycle: the garbage collector would go through it in the midst of an answer.
    gc.freeze()
    return answerer


def _kept(folder: Path, article: Path | None) -> Path:
    """The file that holds what a folder compiles to."""
    return cache_directory() / f"{fingerprint(folder, article)}.pickle"


def _compile_apart(folder: Path, article: Path | None) -> None:
    """Compiles in a process of its own: what that takes is given back, and questions go on being answered."""
    paths = [str(path) for path in (folder, article) if path]
    with contextlib.suppress(OSError):
        subprocess.run(  # noqa: S603 (our own interpreter and module)
            [sys.executable, "-m", "bot.answering.compiled", *paths],
            env={**os.environ, "PYTHONPATH": str(_CODE.parent.parent)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )


def fingerprint(folder: Path, article: Path | None) -> str:
    """The hash of all that a compiled base depends on: facts, article, code, libraries."""
    versions = [sys.version, *(f"{name} {version(name)}" for name in _LIBRARIES)]
    digest = hashlib.sha256("\n".join(versions).encode())
    files = [path for path in sorted(folder.rglob("*")) if path.suffix in {".yaml", ".yml"}]
    for path in [*files, *sorted(_CODE.glob("*.py")), *([article] if article else [])]:
        digest.update(os.fsencode(path) + b"\0")
        with contextlib.suppress(OSError):  # what cannot be read is the loader's to report
            if path.is_file():
                digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()


def _fetch(kept: Path) -> Answerer | None:
    """What was kept, if it is ours alone to write: a pickle of somebody else's could run anything."""
    try:
        status = kept.stat()
        if status.st_uid != os.getuid() or status.st_mode & 0o022:
            return None
        with no_garbage_collection(), kept.open("rb") as file:
            answerer = pickle.load(file)  # noqa: S301 (checked above)
        with contextlib.suppress(OSError):
            os.utime(kept)  # what is in use is not what makes room for others
    except Exception:  # whatever a spoilt file makes of itself, it is compiled over
        return None
    return answerer if isinstance(answerer, Answerer) else None


def _keep(answerer: Answerer, kept: Path) -> None:
    """Writes beside and renames, so that nobody reads half a file; a full disk is no reason to fail."""
    beside = kept.with_suffix(f".{os.getpid()}")
    try:
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside.touch(mode=0o600)
        beside.write_bytes(pickle.dumps(answerer, protocol=5))
        beside.replace(kept)
        for old in sorted(kept.parent.glob("*.pickle"), key=lambda p: -p.stat().st_mtime)[_KEPT:]:
            old.unlink()
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


if __name__ == "__main__":
    compile_and_keep(*map(Path, sys.argv[1:3]))
