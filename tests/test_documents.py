"""What the documents say is what the code does."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    """The command line sets up the logs of the process; the other tests want theirs back."""
    root, library = logging.getLogger(), logging.getLogger("discord")
    handlers, levels = root.handlers[:], (root.level, library.level)
    yield
    root.handlers[:] = handlers
    root.setLevel(levels[0])
    library.setLevel(levels[1])


def names() -> set[str]:
    """The names of all settings in the environment."""
    return {
        str(field.validation_alias or f"DEPECHE_{name.upper()}")
        for name, field in Settings.model_fields.items()
    }


def test_every_setting_stands_in_the_readme_and_no_other() -> None:
    """The settings table and `Settings` agree."""
    assert names() == set(re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE))


def test_every_setting_stands_in_the_example_and_no_other() -> None:
    """`.env.example` and `Settings` agree."""
    assert names() == set(re.findall(r"^#? ?([A-Z_]+)=", EXAMPLE, re.MULTILINE))


@pytest.mark.parametrize(
    ("question", "shown"), re.findall(r'^\$ depeche ask "(.+)"\n((?:[^$…`].*\n)+)', README, re.MULTILINE)
)
def test_the_session_in_the_readme_is_real(question: str, shown: str) -> None:
    """What the README shows is what a reader gets, word for word."""
    result = CliRunner().invoke(app, ["ask", question])
    assert result.stdout.startswith(shown)


@pytest.mark.parametrize("command", sorted(set(re.findall(r"depeche ((?:facts )?[a-z]+)", README))))
def test_every_command_of_the_readme_exists(command: str) -> None:
    """What a reader is told to type can be typed."""
    result = CliRunner().invoke(app, [*command.split(), "--help"])
    assert 0 == result.exit_code


@pytest.mark.parametrize("target", re.findall(r"^make (\w+)", README, re.MULTILINE))
def test_every_make_target_of_the_readme_exists(target: str) -> None:
    """The two commands of the README are in the Makefile."""
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#:]+)\)", README))
def test_every_local_link_of_the_readme_leads_somewhere(link: str) -> None:
    """Nothing that the README points at is missing."""
    assert (ROOT / link).exists()


def test_requirements_are_pinned_by_hash_and_name_no_index() -> None:
    """Every requirement has a version and a hash, and no address tells where it came from."""
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        pinned = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
        assert all("==" in line and line.endswith("\\") for line in pinned)
        assert not re.search(r"https?://|--(?:extra-)?index|--find-links", text)
