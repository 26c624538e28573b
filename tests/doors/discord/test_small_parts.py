"""The parts of the Discord door that need no Discord."""

from typing import Any

import aiohttp
import discord
import pytest

from bot.answering.facts import Language, Twin
from bot.answering.floor import Examination, OwnQuestion, Turned
from bot.doors.discord.border import translated
from bot.doors.discord.invite import application_id, invite_url
from bot.doors.discord.previewing import describe
from bot.doors.discord.sync import fingerprint
from bot.doors.discord.translator import language_of, spoken, wish
from bot.errors import ConfigurationError, ConnectionRefusedByDiscord, Fault
from bot.service import Preview
from bot.settings import Settings

OURS: dict[str, Any] = {
    "type": 1, "name": "reload", "description": "Read", "nsfw": False, "default_member_permissions": 0,
    "contexts": [0, 1], "integration_types": [0], "name_localizations": {"fr": "recharger"},
    "options": [
        {"type": 3, "name": "question", "description": "What", "required": True, "min_length": 1},
        {"type": 5, "name": "private", "description": "Only", "required": False, "name_localizations": {}},
    ],
}  # fmt: skip
THEIRS: dict[str, Any] = {
    "id": "1", "application_id": "2", "version": "3", "type": 1, "name": "reload", "description": "Read",
    "default_member_permissions": "0", "contexts": [1, 0], "integration_types": [0], "dm_permission": True,
    "name_localizations": {"fr": "recharger"}, "description_localizations": None,
    "options": [
        {"type": 3, "name": "question", "description": "What", "required": True, "min_length": 1},
        {"type": 5, "name": "private", "description": "Only", "description_localizations": None},
    ],
}  # fmt: skip


def test_fingerprint_sees_through_what_discord_adds() -> None:
    """Our payload and Discord's record of it have one fingerprint."""
    assert fingerprint([OURS]) == fingerprint([THEIRS])


@pytest.mark.parametrize(
    "changed",
    [
        {"description": "Read it"},
        {"name_localizations": {"fr": "relire"}},
        {"name_localizations": None},
        {"default_member_permissions": None},
        {"contexts": [0]},
        {"options": THEIRS["options"][:1]},
        {"options": [{**THEIRS["options"][0], "autocomplete": True}, THEIRS["options"][1]]},
    ],
)
def test_fingerprint_tells_commands_apart(changed: dict[str, object]) -> None:
    """Whatever a user would see differently changes the fingerprint."""
    assert fingerprint([OURS]) != fingerprint([{**THEIRS, **changed}])


def test_fingerprint_does_not_depend_on_order() -> None:
    """Discord may list the commands in any order."""
    other = {**OURS, "name": "ask"}

    assert fingerprint([OURS, other]) == fingerprint([other, OURS])


def test_invitation_asks_for_the_least() -> None:
    """The address asks for bot and commands, to see, write, also in threads, read the history and react."""
    address = invite_url(123)

    assert address.startswith("https://discord.com/oauth2/authorize?client_id=123&")
    assert "scope=bot+applications.commands" in address
    assert f"permissions={1 << 6 | 1 << 10 | 1 << 11 | 1 << 16 | 1 << 38}" in address


def test_id_stands_in_the_token() -> None:
    """The first part of a token is the id in base64, with or without padding."""
    assert 123456789012345678 == application_id(" MTIzNDU2Nzg5MDEyMzQ1Njc4.Xx.yy ")
    assert 1234 == application_id("MTIzNA.Xx.yy")


@pytest.mark.parametrize("token", ["", "....", "é", "bm90IGFuIGlk.Xx.yy", "M"])
def test_token_without_an_id_is_refused(token: str) -> None:
    """What is no token is a mistake of the settings, and is not repeated in the message."""
    with pytest.raises(ConfigurationError, match="no id stands in it"):
        application_id(token)


@pytest.mark.parametrize(
    ("locale", "expected"),
    [("fr", "fr"), ("en-US", "en"), ("en-GB", "en"), ("de", None), ("es-ES", None)],
)
def test_locales_are_languages(locale: str, expected: Language | None) -> None:
    """French and both Englishes are ours; to others the bot speaks English."""
    assert expected == language_of(discord.Locale(locale))
    assert (expected or "en") == spoken(discord.Locale(locale))


def test_fixed_language_goes_before_the_locale() -> None:
    """What the operator fixed is the wish, otherwise the locale."""
    fixed = Settings.model_construct(language="en")

    assert "en" == wish(fixed, discord.Locale.french)
    assert "fr" == wish(Settings.model_construct(language="auto"), discord.Locale.french)
    assert wish(Settings.model_construct(language="auto"), None) is None


def test_report_names_every_fact() -> None:
    """Added, changed and removed facts have a sign each."""
    preview = Preview(is_other=True, added=("a",), changed=("b", "c"), removed=("d",))

    assert ["```diff", "+ a", "! b", "! c", "- d", "```"] == describe(preview, "en").splitlines()[1:]


def test_report_shows_an_answer_as_it_is_and_as_it_would_be() -> None:
    """Who has mistyped a sum sees it before it is served."""
    answers = {"b": (Twin(fr="Cent.", en="A hundred."), Twin(fr="Mille.", en="A thousand."))}
    preview = Preview(is_other=True, changed=("b",), answers=answers)

    assert ["! b", "-   A hundred.", "+   A thousand.", "```"] == describe(preview, "en").splitlines()[2:6]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_report_of_many_questions_fits_a_message(language: Language) -> None:
    """Long lists share the room: of each something is shown, and the rest is counted."""
    failed = tuple(OwnQuestion("fr", f"Échec {number} " + "x" * 90) for number in range(400))
    turned = tuple(Turned(f"Turn {number} " + "y" * 90, ("a",), ()) for number in range(400))
    ids = tuple(f"fact-{number}" for number in range(400))
    report = describe(
        Preview(is_other=True, added=ids, examination=Examination(800, failed, turned=turned)), language
    )

    assert len(report) <= 2000
    assert all(part in report for part in ("+ fact-0", "Échec 0", "Turn 0", "a → —"))
    assert 3 == sum(line.startswith("… ") for line in report.splitlines())


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("length", [1, 40, 400, 5000])
def test_report_of_many_faults_fits_a_message(language: Language, length: int) -> None:
    """Faults that do not fit are counted, and none can break out of its frame."""
    faults = tuple(Fault("facts/a.yaml", line, 1, "```" + "x" * length) for line in range(1, 501))
    report = describe(Preview(faults=faults), language)
    shown = report.count("facts/a.yaml")

    assert len(report) <= 2000
    assert str(500 - shown) in report.splitlines()[-2]
    assert 2 == report.count("```")


@pytest.mark.parametrize("error", [aiohttp.ClientError(), OSError(), TimeoutError()])
def test_foreign_errors_stop_at_the_border(error: Exception) -> None:
    """What keeps the bot from Discord is one line that says what to do."""
    with pytest.raises(ConnectionRefusedByDiscord) as refused, translated():
        raise error

    assert 1 == len(str(refused.value).splitlines())
    assert error is refused.value.__cause__


def test_own_errors_pass_the_border() -> None:
    """What is no failure of the connection stays what it is."""
    with pytest.raises(ValueError, match="ours"), translated():
        raise ValueError("ours")
