"""The cache of compiled bases: fast, never stale, never somebody else's."""

import pickle
import shutil
from pathlib import Path

import pytest

from bot.answering.compiled import cache_directory, load_answerer
from bot.errors import BrokenBaseError

ASKED = "Question of value?"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache of our own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return cache_directory()


def test_a_second_start_fetches_what_the_first_compiled(tiny: Path, cache: Path) -> None:
    """The compiled base is kept and answers the same."""
    first = load_answerer(tiny)
    (kept,) = cache.glob("*.pickle")
    second = load_answerer(tiny)
    assert 0o600 == kept.stat().st_mode & 0o777
    assert first.answer(ASKED).text == second.answer(ASKED).text


def test_a_changed_base_is_compiled_anew(tiny: Path, cache: Path) -> None:
    """Another file of facts has another name in the cache."""
    load_answerer(tiny)
    entities = tiny / "entities.yaml"
    entities.write_text(entities.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    load_answerer(tiny)
    assert 2 == len(list(cache.glob("*.pickle")))


def test_a_base_in_use_stays(tiny: Path, cache: Path) -> None:
    """However many others are compiled beside it, what is fetched again and again is still there."""
    load_answerer(tiny)
    (used,) = cache.glob("*.pickle")
    for number in range(4):
        other = tiny.with_name(f"other{number}")
        shutil.copytree(tiny, other)
        load_answerer(other)
        load_answerer(tiny)

    assert used.exists()
    assert 3 == len(list(cache.glob("*.pickle")))


@pytest.mark.parametrize("spoilt", [b"", b"no pickle", pickle.dumps({"not": "an answerer"})], ids=str)
def test_a_spoilt_file_is_compiled_over(tiny: Path, cache: Path, spoilt: bytes) -> None:
    """Half a file, or another thing's file, is no obstacle."""
    load_answerer(tiny)
    (kept,) = cache.glob("*.pickle")
    kept.write_bytes(spoilt)
    assert load_answerer(tiny).answer(ASKED).facts == ("value",)


def test_a_file_that_others_may_write_is_not_trusted(tiny: Path, cache: Path) -> None:
    """A pickle can run anything: only our own is opened."""
    load_answerer(tiny)
    (kept,) = cache.glob("*.pickle")
    kept.write_bytes(pickle.dumps(_Trap()))
    kept.chmod(0o666)
    load_answerer(tiny)
    assert not _sprung


def test_a_cache_that_cannot_be_written_is_no_obstacle(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a cache every start compiles, and answers."""
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")
    assert load_answerer(tiny).base.facts


_sprung: list[str] = []


def _spring() -> None:
    _sprung.append("sprung")


class _Trap:
    def __reduce__(self) -> tuple[object, tuple[()]]:
        return _spring, ()


def test_a_user_without_a_home_has_a_cache_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a container the user may have no entry and no home."""

    def no_home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", no_home)
    assert cache_directory().name.startswith("depeche")


def test_an_article_that_cannot_be_read_is_told_even_with_a_cache(tiny: Path) -> None:
    """What is in the cache was made without it."""
    load_answerer(tiny)
    with pytest.raises(BrokenBaseError):
        load_answerer(tiny, tiny / "none.txt")
