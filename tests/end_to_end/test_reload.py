"""The command /reload: who may, what it reports, and that a broken base never takes over."""

import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from bot.doors.discord.client import DepecheClient
from bot.playground.errors import NotOffered
from bot.playground.flags import USUAL, Permission
from bot.playground.model import Channel, Guild
from bot.playground.people import Person
from bot.playground.server import Playground
from bot.service import Reloaded, Service
from bot.settings import ROOT, Settings

Start = Callable[..., Awaitable[DepecheClient]]

WHO = "Apple va-t-elle investir dans OpenAI ?"


@pytest.fixture
def owner(playground: Playground, guild: Guild) -> Person:
    """The owner of the application."""
    return Person(playground.world, playground.world.application.owner)


@pytest.fixture
def unchanged(shipped: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reload that finds nothing new, at once."""

    async def reload() -> Reloaded:
        return Reloaded()

    monkeypatch.setattr(shipped, "reload", reload)


class TestFolder:
    """A real reload, from a copy of the base."""

    @pytest.fixture
    def service(self, tmp_path: Path) -> Service:
        """Answers from the copy."""
        shutil.copytree(ROOT / "facts", tmp_path, dirs_exist_ok=True)
        return Service(tmp_path)

    async def test_reload_takes_what_is_whole_and_refuses_what_is_broken(
        self, client: DepecheClient, playground: Playground, owner: Person, tmp_path: Path
    ) -> None:
        """Faults are shown with their place while the facts from before go on; changed facts take over."""
        topic = tmp_path / "apple.yaml"
        whole = topic.read_text(encoding="utf-8")
        old, new = "L'article fait état d'une décision", "Il y aurait une décision"
        assert old in whole

        topic.write_text(whole.replace("apple-invests", '"@everyone"', 1), encoding="utf-8")
        refused = await owner.slash(owner.direct, "reload").response(timeout=50)
        before = await owner.slash(owner.direct, "ask", {"question": WHO}).response()
        topic.write_text(whole.replace(old, new), encoding="utf-8")
        taken = await owner.slash(owner.direct, "reload").response(timeout=50)
        after = await owner.slash(owner.direct, "ask", {"question": WHO}).response()

        assert "apple.yaml:" in refused.content
        assert not refused.mentions.everyone
        assert (True, False) == (old in before.content, new in before.content)
        assert "! apple-invests" in taken.content
        assert (False, True) == (old in after.content, new in after.content)


@pytest.mark.usefixtures("unchanged")
async def test_report_is_private_and_pings_nobody(
    client: DepecheClient, playground: Playground, owner: Person
) -> None:
    """The owner of the application gets a report, alone; the edit that brings it pings nobody either."""
    report = await owner.slash(owner.direct, "reload").response()

    assert ("Read again: no fact has changed.", True) == (report.content, report.ephemeral)
    assert [{"parse": []}] == [
        request.body["allowed_mentions"] for request in playground.requests if "/webhooks/" in request.path
    ]


async def test_command_is_hidden_from_most(client: DepecheClient, channel: Channel, alice: Person) -> None:
    """In a guild, only those who rule it see the command."""
    with pytest.raises(NotOffered):
        alice.slash(channel, "reload")


async def test_administrator_of_a_guild_may_not_reload(
    client: DepecheClient, playground: Playground, guild: Guild, channel: Channel, shipped: Service,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Who rules a guild sees the command, but does not run the bot: they are refused, and nothing is read."""
    read: list[Any] = []
    monkeypatch.setattr(shipped, "reload", read.append)
    ruler = playground.person("ruler", guild, locale="fr", permissions=USUAL | Permission.ADMINISTRATOR)
    report = await ruler.slash(channel, "reload").response()

    assert report.ephemeral
    assert "Seuls ceux qui font tourner le bot" in report.content
    assert [] == read


@pytest.mark.usefixtures("unchanged")
async def test_named_operator_may_reload(start: Start, settings: Settings, alice: Person) -> None:
    """An id among the settings' operators is enough."""
    await start(settings.model_copy(update={"operators": (alice.id,)}))
    report = await alice.slash(alice.direct, "reload").response()

    assert "aucun n'a changé" in report.content


@pytest.mark.usefixtures("unchanged")
async def test_team_may_reload_and_nobody_else(
    client: DepecheClient, playground: Playground, owner: Person, alice: Person, bob: Person
) -> None:
    """Where a team owns the application, its members may reload and others may not."""
    playground.world.add_team("redaction", owner.user, alice.user)
    member = await alice.slash(alice.direct, "reload").response()
    stranger = await bob.slash(bob.direct, "reload").response()

    assert "aucun n'a changé" in member.content
    assert "Only those who run the bot" in stranger.content
