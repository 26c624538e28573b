"""The conversation of a person at the terminal: drawn with rich, typed with prompt_toolkit,
with a history of the session and the known questions at the Tab key."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import InMemoryHistory
from rich.console import Console

from bot.answering.facts import Language, languages_from
from bot.answering.text import fold
from bot.doors.terminal.chat import COMMANDS, Chat
from bot.doors.terminal.panels import PanelScreen
from bot.service import Service


class QuestionCompleter(Completer):
    """Completes commands, and canonical questions that hold every word typed so far, accents or not."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """What may stand in the place of what is typed."""
        typed = document.text_before_cursor.lstrip()
        if typed.startswith("/"):
            return [Completion(c, -len(typed)) for c in COMMANDS if c.startswith(typed)]
        words = fold(typed).split()
        return [
            Completion(question, -len(document.text_before_cursor))
            for question in self._questions()
            if all(word in fold(question) for word in words)
        ]

    def _questions(self) -> Iterator[str]:
        """All canonical questions, those of the conversation's language first."""
        facts = self._chat.base.facts.values()
        for language in languages_from(self._chat.language):
            yield from (fact.question.in_(language) for fact in facts)


async def typed_lines(chat: Chat) -> AsyncIterator[str]:
    """The lines that a person types, until Ctrl-C or Ctrl-D."""
    session: PromptSession[str] = PromptSession(
        history=InMemoryHistory(),
        completer=QuestionCompleter(chat),
        complete_while_typing=False,
        reserve_space_for_menu=6,
    )
    while True:
        try:
            yield await session.prompt_async("> ")
        except (EOFError, KeyboardInterrupt):
            return


async def converse(service: Service, language: Language | None) -> None:
    """A whole conversation, from the welcome until the person leaves."""
    screen = PanelScreen(Console(highlight=False))
    chat = Chat(service, screen, language)
    screen.lines([chat.welcome()])
    async for line in typed_lines(chat):
        if not await chat.take(line):
            return
