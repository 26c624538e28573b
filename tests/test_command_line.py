"""The command line as other programs meet it: exit codes, streams, and what is loaded."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot import __version__

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = {
    **{k: v for k, v in os.environ.items() if not k.startswith(("DEPECHE_", "DISCORD_"))},
    "PYTHONIOENCODING": "utf-8",
    "PYTHONPATH": str(ROOT),
}


def run(
    arguments: Sequence[str | bytes], folder: Path, **variables: str
) -> subprocess.CompletedProcess[bytes]:
    """Runs Python with arguments in an empty folder, where no `.env` lies."""
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True,
        env={**ENVIRONMENT, **variables}, timeout=60, check=False,
    )  # fmt: skip


def depeche(folder: Path, *arguments: str | bytes, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Runs the product."""
    return run(["-m", "bot", *arguments], folder, **variables)


def test_a_question_is_answered_without_loading_what_it_does_not_need(tmp_path: Path) -> None:
    """One JSON object comes out, and neither Discord nor the drawing of terminals was imported."""
    script = (
        "import sys; from bot.__main__ import main\n"
        "try: main()\n"
        "finally: print(*{n.split('.')[0] for n in sys.modules}, file=sys.stderr)"
    )
    done = run(["-c", script, "ask", "--json", "Combien a coûté GPT-4 ?"], tmp_path)
    reply = json.loads(done.stdout)
    assert (0, "answer", ["gpt4-cost"]) == (done.returncode, reply["outcome"], reply["facts"])
    heavy = {"discord", "aiohttp", "rich", "prompt_toolkit", "sklearn", "numpy", "sqlalchemy"}
    assert not heavy & set(done.stderr.decode().split())


def test_a_batch_answers_each_line_before_the_next_is_sent(tmp_path: Path) -> None:
    """A program may talk with it, line by line, whatever the lines hold; the end of input ends it."""
    lines = [b"hello", b"", b"{bad", b'{"question": "\\ud800 GPT-4?", "language": "en"}', b"\xff\xfe caf\xe9"]
    command = [sys.executable, "-m", "bot", "ask", "--batch", "-"]
    with subprocess.Popen(
        command, cwd=tmp_path, env=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        questions = []
        for line in lines:
            process.stdin.write(line + b"\n")
            process.stdin.flush()
            questions.append(json.loads(process.stdout.readline())["question"])
        process.stdin.close()
        assert b"" == process.stdout.read()
    assert 0 == process.returncode
    assert ["hello", "", "{bad", "\ud800 GPT-4?", "\ufffd\ufffd caf\ufffd"] == questions


def test_a_pipe_is_a_plain_conversation_that_an_interrupt_ends_quietly(tmp_path: Path) -> None:
    """No banner, no colours, no complaint on Ctrl-C."""
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "chat"], cwd=tmp_path, env=ENVIRONMENT,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b"How much did GPT-4 cost?\n")
        process.stdin.flush()
        answer = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        complaint = process.stderr.read()
    assert b"100 million" in answer
    assert b"\x1b" not in answer
    assert (0, b"") == (process.returncode, complaint)


def test_a_broken_base_shows_every_fault_at_its_place(tmp_path: Path) -> None:
    """Faults of several files come at once, a line each, and the code is 3."""
    folder = tmp_path / "facts"
    shutil.copytree(ROOT / "facts", folder)
    for name in ("openai.yaml", "apple.yaml"):
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace("    answer:", "    anwser:", 1), encoding="utf-8")
    for command in (["ask", "hello"], ["facts", "check"]):
        done = depeche(tmp_path, *command, "--facts", str(folder))
        faults = done.stderr.decode().splitlines()
        assert (3, b"") == (done.returncode, done.stdout)
        assert {"openai.yaml", "apple.yaml"} <= {Path(fault.split(":")[0]).name for fault in faults}
        assert all(fault.split(":", 3)[1].isdigit() for fault in faults)
    assert 3 == depeche(tmp_path, "ask", "hello", "--facts", str(tmp_path / "none")).returncode


@pytest.mark.parametrize(
    ("arguments", "variables", "told"),
    [
        (["ask"], {}, "give either a QUESTION or --batch FILE"),
        (["ask", "why?", "--batch", "-"], {}, "give either a QUESTION or --batch FILE"),
        (["ask", "--batch", "none.txt"], {}, "none.txt"),
        (["ask", "--language", "es", "hola"], {}, "'es'"),
        (["dance"], {}, "dance"),
        (["evaluate", "none.jsonl"], {}, "none.jsonl"),
        (["ask", "why?"], {"DEPECHE_LANGUAGE": "es"}, "DEPECHE_LANGUAGE"),
        (["run"], {}, "DISCORD_TOKEN is missing"),
        (["invite"], {}, "DISCORD_TOKEN is missing"),
        (["invite"], {"DISCORD_TOKEN": "nonsense"}, "DISCORD_TOKEN"),
    ],
)
def test_bad_usage_and_settings_are_told_by_code_2(
    tmp_path: Path, arguments: list[str], variables: dict[str, str], told: str
) -> None:
    """What is wrong stands on standard error, without a trace."""
    done = depeche(tmp_path, *arguments, **variables)
    assert (2, b"") == (done.returncode, done.stdout)
    assert told in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.parametrize(("level", "lines"), [("info", 1), ("debug", None)])
def test_an_unexpected_failure_is_one_line_and_code_1(tmp_path: Path, level: str, lines: int | None) -> None:
    """The trace is shown only to those who ask for it by the level of the logs."""
    script = (
        "import bot.service as service; from bot.__main__ import main\n"
        "def fail(*_): raise RuntimeError('out of\\nluck')\n"
        "service.load_answerer = fail; main()"
    )
    done = run(["-c", script, "ask", "hello"], tmp_path, DEPECHE_LOG_LEVEL=level)
    told = done.stderr.decode().splitlines()
    assert 1 == done.returncode
    assert "depeche: unexpected failure: RuntimeError: out of luck" == told[-1]
    assert (lines == len(told)) if lines else ("Traceback" in done.stderr.decode())


def test_a_question_that_is_no_text_is_answered(tmp_path: Path) -> None:
    """Bytes from a shell in another encoding do not break the output."""
    done = depeche(tmp_path, "ask", "--json", b"caf\xe9")
    assert 0 == done.returncode
    assert "caf\udce9" == json.loads(done.stdout)["question"]


def test_the_base_can_be_looked_at(tmp_path: Path) -> None:
    """The commands under `facts` print counts, lists and schemas that programs can read."""
    check, listed, coverage = (depeche(tmp_path, "facts", name) for name in ("check", "list", "coverage"))
    assert check.stdout.decode().endswith(" concepts: whole\n")
    assert b"gpt4-cost" in listed.stdout
    assert b"gpt4-cost" in coverage.stdout
    titles = [
        json.loads(depeche(tmp_path, "facts", "schema", "--of", shape).stdout)["type"]
        for shape in ("topic", "entities", "concepts", "article", "absences", "questions")
    ]
    assert ["object", "array", "array", "object", "array", "array"] == titles
    assert 0 == check.returncode + listed.returncode + coverage.returncode


def test_the_invitation_names_the_application_but_not_its_token(tmp_path: Path) -> None:
    """The id that the token starts with is all that the address holds of it."""
    done = depeche(tmp_path, "invite", DISCORD_TOKEN="MTIzNDU2Nzg5MDEyMzQ1Njc4.secret.part")
    assert 0 == done.returncode
    assert b"client_id=123456789012345678" in done.stdout
    assert b"secret" not in done.stdout


def test_the_version_is_told(tmp_path: Path) -> None:
    """The name and the number, as packaging tools expect them."""
    assert f"depeche {__version__}\n".encode() == depeche(tmp_path, "--version").stdout


def test_a_reader_that_leaves_early_is_no_failure(tmp_path: Path) -> None:
    """`depeche ask … | head` ends quietly."""
    questions = "\n".join(["How much did GPT-4 cost?"] * 3_000).encode()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "ask", "--batch", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    with contextlib.suppress(BrokenPipeError):
        process.stdin.write(questions[:60_000])
        process.stdin.flush()
    process.stdout.readline()
    process.stdout.close()
    with contextlib.suppress(BrokenPipeError):
        process.stdin.close()
    told = process.stderr.read()
    process.stderr.close()
    assert (0, b"") == (process.wait(30), told)
