"""The command line, and the one place where everything long-lived is built.

Imports that weigh (discord, rich, prompt_toolkit, the evaluation) wait inside the commands that need
them: a question asked from a shell should not pay for a Discord client.
"""

from __future__ import annotations

import asyncio
import io
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

from bot import __version__
from bot.errors import BrokenBaseError, DepecheError

if TYPE_CHECKING:
    from bot.answering.facts import FactBase, Language
    from bot.service import Service
    from bot.settings import Settings

log = logging.getLogger("bot")

app = typer.Typer(
    name="depeche",
    help="Dépêche answers questions about one news article, in French or English.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
facts_app = typer.Typer(no_args_is_help=True, help="Looks at the fact base.")
app.add_typer(facts_app, name="facts")

Wish = Literal["auto", "fr", "en"]
Shape = Literal["topic", "entities", "concepts", "article", "absences", "questions"]

FactsOption = Annotated[
    Path | None, typer.Option("--facts", metavar="DIR", help="The folder of the facts.", show_default=False)
]
LanguageOption = Annotated[
    Wish | None,
    typer.Option("--language", help="Of replies to texts that tell none.", show_default=False),
]
SaveOption = Annotated[
    Path | None,
    typer.Option("--save", metavar="JSON", help="Also write the figures there.", show_default=False),
]


def main() -> None:
    """Runs the command line; leaves by `SystemExit` with a code of the contract."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        app(prog_name="depeche")
    except BrokenBaseError as error:
        _leave(str(error), 3)
    except DepecheError as error:
        _leave(f"depeche: {error}", 2)
    except Exception as error:
        log.debug("unexpected failure", exc_info=True)
        _leave(f"depeche: unexpected failure: {type(error).__name__}: {' '.join(str(error).split())}", 1)


@contextmanager
def _while_read() -> Iterator[None]:
    """Ends quietly when whoever reads our output has seen enough, as `head` does."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # Python would complain once more while it closes the output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _leave(message: str, code: int) -> NoReturn:
    print(message, file=sys.stderr)
    sys.exit(code)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"depeche {__version__}")
        raise typer.Exit


@app.callback()
def _start(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    pass


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(metavar="QUESTION", show_default=False)] = None,
    batch: Annotated[
        typer.FileBinaryRead | None,
        typer.Option("--batch", metavar="FILE|-", help="One a line: text or JSON.", show_default=False),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the reply as JSON.")] = False,
    why: Annotated[bool, typer.Option("--why", help="Explain the reply.")] = False,
    facts: FactsOption = None,
    language: LanguageOption = None,
) -> None:
    """Answers a QUESTION, or with --batch one a line, as JSON Lines."""
    from bot.doors.terminal.asking import ask_batch, ask_once
    from bot.service import Asked

    if (question is None) == (batch is None):
        raise typer.BadParameter("give either a QUESTION or --batch FILE")
    settings = _settings(facts, language)
    service, wish = _service(settings), _wish(settings)
    with _while_read():
        if batch is not None:
            ask_batch(service, batch, sys.stdout.buffer, wish, why=why)
        elif question is not None:
            ask_once(service, Asked(question, wish), as_json=as_json, why=why)


@app.command()
def chat(facts: FactsOption = None, language: LanguageOption = None) -> None:
    """Opens a conversation in the terminal; from a pipe, answers line by line."""
    with suppress(KeyboardInterrupt):
        settings = _settings(facts, language)
        service, wish = _service(settings), _wish(settings)
        if sys.stdin.isatty() and sys.stdout.isatty():
            from bot.doors.terminal.live import converse

            asyncio.run(converse(service, wish or _language_of_the_terminal()))
        else:
            from bot.doors.terminal.piped import converse_plainly

            converse_plainly(service, wish, sys.stdin.buffer, sys.stdout)


@app.command()
def run() -> None:
    """Connects to Discord and answers there; needs DISCORD_TOKEN."""
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve_discord())


async def _serve_discord() -> None:
    from bot.doors.discord import client
    from bot.logs import set_up_logs

    settings = _settings()
    set_up_logs(settings.log_level)
    await client.run(settings, _service(settings))


@app.command()
def demo(
    port: Annotated[
        int | None, typer.Option("--port", min=1, max=65535, help="A free one without.", show_default=False)
    ] = None,
    no_open: Annotated[bool, typer.Option("--no-open", help="Open no browser.")] = False,
) -> None:
    """Opens a local Discord with the bot in it, in the browser; needs no account."""
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve_demo(port or 0, no_open))


async def _serve_demo(port: int, no_open: bool) -> None:
    from bot import demo
    from bot.logs import set_up_logs

    settings = _settings()
    set_up_logs("debug" if settings.log_level == "debug" else "warning")

    def announce(url: str) -> None:
        print(f"Open {url}", flush=True)
        if not no_open:
            demo.open_browser(url)

    await demo.run(settings, _service(settings), port, announce)


@app.command()
def invite() -> None:
    """Prints the address that adds the bot to a server; needs DISCORD_TOKEN."""
    from bot.doors.discord.invite import application_id, invite_url

    print(invite_url(application_id(_settings().token)))


@app.command()
def evaluate(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", exists=True, dir_okay=False)],
    save: SaveOption = None,
    facts: FactsOption = None,
) -> None:
    """Measures the answers to labelled questions."""
    from bot.evaluation import report

    raise typer.Exit(report.main(files, _settings(facts).facts, save))


@app.command()
def bench(save: SaveOption = None, facts: FactsOption = None) -> None:
    """Measures how fast answers come."""
    from bot.evaluation import bench

    raise typer.Exit(bench.main(_settings(facts).facts, save))


@facts_app.command()
def check(facts: FactsOption = None) -> None:
    """Tells whether the base is whole, or every fault in it."""
    base = _base(_settings(facts))
    counts = (
        f"{len(base.facts)} facts, {len(base.absences)} absences, {len(base.entities)} entities, "
        f"{len(base.lexicon.concepts)} concepts"
    )
    print(f"{counts}: whole")


@facts_app.command()
def coverage(facts: FactsOption = None, language: LanguageOption = None) -> None:
    """Lists the sentences of the article with the facts that rest on each."""
    from bot.doors.terminal.plain import coverage_lines

    settings = _settings(facts, language)
    with _while_read():
        print(*coverage_lines(_base(settings), _wish(settings) or "fr"), sep="\n")


@facts_app.command("list")
def list_facts(facts: FactsOption = None, language: LanguageOption = None) -> None:
    """Lists every fact by topic: its id and its question."""
    from bot.doors.terminal.plain import question_lines

    settings = _settings(facts, language)
    with _while_read():
        print(*question_lines(_base(settings), _wish(settings) or "fr", ids=True), sep="\n")


@facts_app.command()
def schema(
    of: Annotated[Shape, typer.Option("--of", help="Of which file of the base.")] = "topic",
) -> None:
    """Prints the JSON Schema of a file of the base, for editors."""
    from bot.doors.terminal.schemas import schema_of

    print(schema_of(of))


def _settings(facts: Path | None = None, language: Wish | None = None) -> Settings:
    """The settings, with what the command line says in their place.

    Only `run` logs at the level of the settings: at a terminal the replies themselves tell everything,
    unless someone is looking for a mistake.
    """
    from bot.logs import set_up_logs
    from bot.settings import read_settings

    settings = read_settings()
    set_up_logs("debug" if settings.log_level == "debug" else "error")
    said = {"facts": facts, "language": language}
    return settings.model_copy(update={name: value for name, value in said.items() if value is not None})


def _base(settings: Settings) -> FactBase:
    from bot.answering.loading import load_base

    return load_base(settings.facts, settings.article)


def _service(settings: Settings) -> Service:
    from bot.service import Service

    return Service(settings.facts, settings.article)


def _wish(settings: Settings) -> Language | None:
    return None if settings.language == "auto" else settings.language


def _language_of_the_terminal() -> Language | None:
    """What the terminal speaks, by the variables that every Unix program goes by."""
    named = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "fr" if named.startswith("fr") else "en" if named.startswith("en") else None


if __name__ == "__main__":
    main()
