"""A French guild on the local Discord, with a channel and two people; each folder starts its own.

Beside it, a small made-up base that compiles at once.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bot.playground.model import Channel, Guild
from bot.playground.people import Person
from bot.playground.server import Playground
from tests.schema.inspector import SchemaInspector

# The same examples in every run, none remembered, and however long a busy machine takes over them.
settings.register_profile("fixed", derandomize=True, deadline=None, database=None)
settings.load_profile("fixed")


@pytest.fixture(autouse=True)
def inspector(monkeypatch: pytest.MonkeyPatch) -> Iterator[SchemaInspector]:
    """Holds what passes through any playground against Discord's descriptions, and fails on each fault."""
    looking = SchemaInspector()
    monkeypatch.setattr(Playground, "inspector", looking)
    yield looking
    looking.check()


@pytest.fixture
def guild(playground: Playground) -> Guild:
    """A French guild that the bot is in."""
    return playground.world.add_guild("Lyon", locale="fr")


@pytest.fixture
def channel(playground: Playground, guild: Guild) -> Channel:
    """Its text channel."""
    return playground.world.add_channel(guild, "general")


@pytest.fixture
def alice(playground: Playground, guild: Guild) -> Person:
    """A member whose Discord is in French."""
    return playground.person("alice", guild, locale="fr")


@pytest.fixture
def bob(playground: Playground, guild: Guild) -> Person:
    """A member whose Discord is in English."""
    return playground.person("bob", guild, locale="en-GB")


@pytest.fixture(scope="session")
def small_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the small base and the shipped lexicon; who changes it puts it back."""
    tests = Path(__file__).parent
    folder = tmp_path_factory.mktemp("facts") / "base"
    shutil.copytree(tests / "evaluation" / "base", folder)
    shutil.copytree(tests.parent / "facts" / "lexicon", folder / "lexicon")
    return folder
