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
from bot.service import Preview, Service
from bot.settings import Settings

Start = Callable[..., Awaitable[DepecheClient]]

Change = Callable[..., None]

WHAT = "How much does Zorvex pay for Kalmio?"
PRICE, DEARER = "Zorvex pays 5 million euros", "Zorvex is to pay 5 million euros"


@pytest.fixture
def owner(playground: Playground, guild: Guild) -> Person:
    """The owner of the application."""
    return Person(playground.world, playground.world.application.owner)


@pytest.fixture
def unchanged(shipped: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reading that finds nothing new, at once."""

    async def prepare() -> Preview:
        return Preview()

    monkeypatch.setattr(shipped, "prepare", prepare)


class TestFolder:
    """A real reload, from a copy of the small base."""

    @pytest.fixture
    def service(self, small_base: Path, tmp_path: Path) -> Service:
        """Answers from the copy."""
        return Service(shutil.copytree(small_base, tmp_path / "base"))

    @pytest.fixture
    def change(self, tmp_path: Path) -> Change:
        """Replaces something in a file of the copy."""

        def _change(old: str, new: str, name: str = "biscuits.yaml") -> None:
            file = tmp_path / "base" / name
            text = file.read_text(encoding="utf-8")
            assert old in text
            file.write_text(text.replace(old, new, 1), encoding="utf-8")

        return _change

    async def test_preview_is_applied_by_its_button(
        self, client: DepecheClient, owner: Person, change: Change
    ) -> None:
        """The report tells what would change while the facts from before go on; *Apply* takes them over."""
        change(PRICE, DEARER)
        report = await owner.slash(owner.direct, "reload").response(timeout=20)
        told = report.content
        before = await owner.slash(owner.direct, "ask", {"question": WHAT}).response()
        owner.press(report, "Apply")
        await report.until(lambda message: "In service: 4 facts" in message.content)
        after = await owner.slash(owner.direct, "ask", {"question": WHAT}).response()

        assert "! kalmio-price" in told
        assert (PRICE in before.content, DEARER in after.content) == (True, True)
        assert [] == report.buttons

    async def test_cancel_leaves_the_facts_as_they_are(
        self, client: DepecheClient, owner: Person, change: Change, service: Service
    ) -> None:
        """Who cancels is told so, and the facts from before go on answering."""
        before = service.base
        change(PRICE, DEARER)
        report = await owner.slash(owner.direct, "reload").response(timeout=20)
        owner.press(report, "Cancel")
        await report.until(lambda message: "Left as it was" in message.content)

        assert before is service.base

    async def test_broken_folder_is_refused_with_its_faults(
        self, client: DepecheClient, owner: Person, change: Change, service: Service
    ) -> None:
        """Faults are shown with their place and ping nobody; there is nothing to apply."""
        before = service.base
        change("kalmio-price", '"@everyone"')
        report = await owner.slash(owner.direct, "reload").response(timeout=20)

        assert "biscuits.yaml:" in report.content
        assert ([], False) == (report.buttons, report.mentions.everyone)
        assert before is service.base

    async def test_base_below_its_floor_must_be_forced(
        self, client: DepecheClient, owner: Person, change: Change, service: Service
    ) -> None:
        """The report says by which questions it fails, and only *Apply anyway* takes it over."""
        change("    en:\n", "    en:\n      - The price of Kalmio?\n", "absences/kalmio.yaml")
        report = await owner.slash(owner.direct, "reload").response(timeout=20)
        told, labels = report.content, [button.label for button in report.buttons]
        owner.press(report, "Apply anyway")
        await report.until(lambda message: "In service" in message.content)

        assert "The price of Kalmio?" in told
        assert "Below the floor" in told
        assert ["Apply anyway", "Cancel"] == labels
        assert "The price of Kalmio?" in service.base.absences[0].phrasings.en

    async def test_button_of_another_reading_applies_nothing(
        self, client: DepecheClient, owner: Person, change: Change, service: Service
    ) -> None:
        """After another edit, as after a restart, the press asks to read again."""
        before = service.base
        change(PRICE, DEARER)
        report = await owner.slash(owner.direct, "reload").response(timeout=20)
        change(DEARER, PRICE)
        owner.press(report, "Apply")
        await report.until(lambda message: "Use /reload to read again" in message.content)

        assert before is service.base

    async def test_press_after_a_restart_applies_nothing(
        self, start: Start, owner: Person, change: Change, tmp_path: Path
    ) -> None:
        """The next bot has not read what the last one showed; its button asks to read again."""
        first = await start()
        change(PRICE, DEARER)
        report = await owner.slash(owner.direct, "reload").response(timeout=20)
        await first.close()
        await start(answering=Service(tmp_path / "base"))
        owner.press(report, "Apply")

        await report.until(lambda message: "Use /reload to read again" in message.content)

    async def test_only_operators_may_press(
        self, client: DepecheClient, playground: Playground, owner: Person, alice: Person, channel: Channel,
        change: Change, service: Service,
    ) -> None:  # fmt: skip
        """Whoever else comes to see the button is refused in private, and nothing is applied."""
        before = service.base
        change(PRICE, DEARER)
        report = await owner.slash(owner.direct, "reload").response(timeout=20)
        shown = playground.world.post(
            channel, playground.world.bot, content="?", components=report.components
        )
        refused = await alice.press(shown, "Apply").followup()

        assert refused.ephemeral
        assert "Seuls ceux qui font tourner le bot" in refused.content
        assert ("?", before) == (shown.content, service.base)


@pytest.mark.usefixtures("unchanged")
async def test_report_is_private_and_pings_nobody(
    client: DepecheClient, playground: Playground, owner: Person
) -> None:
    """The owner of the application gets a report, alone; the edit that brings it pings nobody either."""
    report = await owner.slash(owner.direct, "reload").response()

    assert ("Read again: no fact has changed.", True, []) == (
        report.content, report.ephemeral, report.buttons
    )  # fmt: skip
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
    monkeypatch.setattr(shipped, "prepare", read.append)
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
