"""`depeche demo` as a program: what it prints, how it ends, what it refuses."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith(("DEPECHE_", "DISCORD_"))},
    "PYTHONIOENCODING": "utf-8",
    "PYTHONPATH": str(ROOT),
}


@contextmanager
def demo(folder: Path, *arguments: str, **variables: str) -> Iterator["subprocess.Popen[str]"]:
    """The running program, in a folder without `.env`."""
    command = [sys.executable, "-m", "bot", "demo", *arguments]
    with subprocess.Popen(
        command, cwd=folder, env={**ENVIRONMENT, **variables}, text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        try:
            yield process
        finally:
            process.kill()


def address(process: "subprocess.Popen[Any]") -> str:
    """The address on its first line."""
    assert process.stdout
    said, _, url = process.stdout.readline().strip().partition(" ")
    assert "Open" == said
    return str(url)


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_says_one_line_serves_and_leaves_quietly(tmp_path: Path, ending: signal.Signals) -> None:
    """The page is there once its address is; an interrupt ends it with code 0 and no other word."""
    # What the environment says of Discord does not count here.
    with demo(
        tmp_path, "--no-open", DISCORD_TOKEN="of.another.bot", DISCORD_API_URL="http://127.0.0.1:9/"
    ) as process:
        with urllib.request.urlopen(address(process)) as page:  # noqa: S310 (an address of ours)
            assert b'<script type="module"' in page.read()
        process.send_signal(ending)
        rest = process.communicate(timeout=10)

    assert (0, ("", "")) == (process.returncode, rest)


def test_a_port_may_be_chosen_and_a_taken_one_is_one_line_and_code_2(tmp_path: Path) -> None:
    """A second demo on the same port says what to do instead."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with demo(tmp_path, "--no-open", "--port", str(port)) as first:
        assert f"http://127.0.0.1:{port}/" == address(first)
        with demo(tmp_path, "--no-open", "--port", str(port)) as second:
            told = second.communicate(timeout=20)

    line = f"depeche: port {port} cannot be used; choose another with --port\n"
    assert (2, ("", line)) == (second.returncode, told)


def test_it_listens_on_loopback_alone(tmp_path: Path) -> None:
    """No other address of this machine answers on its port."""
    with demo(tmp_path, "--no-open") as process:
        port = int(address(process).rstrip("/").rpartition(":")[2])
        listening = [
            line.split()[1]
            for line in Path("/proc/net/tcp").read_text().splitlines()[1:]
            if line.split()[3] == "0A"
        ]

    assert [f"0100007F:{port:04X}"] == [place for place in listening if place.endswith(f":{port:04X}")]


def test_its_facts_are_those_of_the_settings(tmp_path: Path) -> None:
    """A folder without facts is told as everywhere, by code 3."""
    with demo(tmp_path, "--no-open", DEPECHE_FACTS=str(tmp_path / "none")) as process:
        told = process.communicate(timeout=20)

    assert (3, "") == (process.returncode, told[0])
    assert "none" in told[1]


def test_it_opens_a_browser_where_there_is_one(tmp_path: Path) -> None:
    """The browser of the system is given the address that is printed."""
    browser, opened = tmp_path / "browser", tmp_path / "opened"
    os.mkfifo(opened)
    browser.write_text(f'#!/bin/sh\necho "$1" > {opened}\n', encoding="utf-8")
    browser.chmod(0o755)
    with demo(tmp_path, BROWSER=str(browser), DISPLAY=":0") as process:
        url = address(process)
        # Reading waits until the browser has written.
        assert f"{url}\n" == opened.read_text(encoding="utf-8")
