"""The conversation of a person: completion, keys, drawing."""

import io
from collections.abc import Callable, Iterator

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from bot.answering.facts import FactBase
from bot.answering.reply import Reply
from bot.doors.terminal.chat import COMMANDS, Chat
from bot.doors.terminal.live import QuestionCompleter, converse, typed_lines
from bot.doors.terminal.panels import PanelScreen
from bot.service import Service

NewReply = Callable[..., Reply]


@pytest.fixture
def keyboard() -> Iterator[PipeInput]:
    """A keyboard that prompt_toolkit reads from; what it draws is thrown away."""
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        yield keys


@pytest.fixture
def console() -> Console:
    """A terminal of 60 columns without colours."""
    return Console(file=io.StringIO(), width=60, force_terminal=False, color_system=None)


@pytest.fixture
def chat(service: Service, console: Console) -> Chat:
    """A conversation in French, drawn."""
    return Chat(service, PanelScreen(console), "fr")


def drawn(console: Console) -> list[str]:
    """What the terminal shows, without the blanks at the ends of lines."""
    assert isinstance(console.file, io.StringIO)
    return [line.rstrip() for line in console.file.getvalue().splitlines()]


def completions(chat: Chat, typed: str) -> list[str]:
    """What the Tab key offers."""
    return [c.text for c in QuestionCompleter(chat).get_completions(Document(typed), CompleteEvent())]


def test_questions_complete_from_any_of_their_words(chat: Chat, base: FactBase) -> None:
    """Accents and order do not matter; the language spoken comes first; nothing typed offers all."""
    question = base.facts["gpt4-cost"].question
    assert question.fr == completions(chat, "gpt-4 COUTE")[0]
    assert question.en in completions(chat, "how much gpt-4 cost")
    assert 2 * len(base.facts) == len(completions(chat, ""))
    chat.language = "en"
    assert question.en in completions(chat, "")[: len(base.facts)]


def test_commands_complete(chat: Chat) -> None:
    """A slash offers the commands alone."""
    assert list(COMMANDS) == completions(chat, "/")
    assert ["/reload"] == completions(chat, "/r")


async def test_lines_come_until_a_key_that_leaves(chat: Chat, keyboard: PipeInput) -> None:
    """Enter sends, Ctrl-D and Ctrl-C end quietly, whatever was half typed."""
    keyboard.send_text("first\rsecond\r\x04")
    assert ["first", "second"] == [line async for line in typed_lines(chat)]
    keyboard.send_text("third\rhalf\x03")
    assert ["third"] == [line async for line in typed_lines(chat)]


async def test_a_whole_conversation_is_drawn(
    service: Service, keyboard: PipeInput, capsys: pytest.CaptureFixture[str]
) -> None:
    """The welcome, an answer in its frame and the reasons follow each other until the person leaves."""
    keyboard.send_text("How much did GPT-4 cost?\r/why\r/quit\r")
    await converse(service, "en")
    shown = capsys.readouterr().out
    assert (
        shown.index("/help") < shown.index("╭") < shown.index("See also:") < shown.index("What I understood:")
    )


def test_an_answer_is_framed_with_its_place_and_numbers(console: Console, new_reply: NewReply) -> None:
    """The paragraph stands in the frame, the questions below with their numbers."""
    PanelScreen(console).reply(new_reply())
    assert [
        "╭" + "─" * 58 + "╮",
        "│ A lot." + " " * 51 + "│",
        "╰" + "─" * 27 + " In the article: paragraph 1. ─╯",
        "  See also:",
        "  1 First?",
        "  2 Second?",
        "",
    ] == drawn(console)


def test_brackets_are_no_markup(console: Console, new_reply: NewReply) -> None:
    """What looks like rich markup is shown as it is."""
    PanelScreen(console).reply(new_reply(text="[red]not red[/red] [/]", offers=()))
    PanelScreen(console).lines(["  [bold]"])
    assert "│ [red]not red[/red] [/]" in drawn(console)[1]
    assert "  [bold]" in drawn(console)


def test_french_signs_stay_with_their_word(console: Console, new_reply: NewReply) -> None:
    """No line begins with a lone colon or closing quotation mark."""
    for width in range(20, 60):
        console.width = width
        PanelScreen(console).reply(new_reply(text="Il a dit « oui ou non » : est-ce vrai ; ou faux ?"))
    starts = {line.split()[1] for line in drawn(console) if line.startswith("│")}
    assert not starts & {"»", ":", ";", "?"}


def test_narrow_terminals_are_no_obstacle(console: Console, new_reply: NewReply) -> None:
    """Even a few columns show the text."""
    console.width = 4
    PanelScreen(console).reply(new_reply())
    assert drawn(console)
