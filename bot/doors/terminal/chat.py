"""A conversation: every line typed is a question, the number of an offered one, or a command."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import Protocol

from bot.answering.answerer import DEFAULT_LANGUAGE
from bot.answering.facts import FactBase, Language
from bot.answering.reply import Offer, Reply
from bot.answering.wording import say
from bot.doors.explaining import explain
from bot.doors.terminal.plain import question_lines
from bot.service import Asked, Preview, Service

COMMANDS = ("/fr", "/en", "/why", "/facts", "/reload", "/help", "/quit")


class Screen(Protocol):
    """Where a conversation shows: plainly, or drawn for a person."""

    def reply(self, reply: Reply) -> None:
        """Shows a reply with the questions it puts forward."""

    def asked(self, question: str) -> None:
        """Shows which question a number stood for."""

    def lines(self, lines: Sequence[str]) -> None:
        """Shows lines that are no reply, as they are."""


class Chat:
    """One conversation; `language` is what it speaks where the next text does not tell."""

    def __init__(self, service: Service, screen: Screen, language: Language | None) -> None:
        self.language: Language = language or DEFAULT_LANGUAGE
        self._service = service
        self._screen = screen
        self._reply: Reply | None = None
        self._commands: dict[str, Callable[[], Coroutine[None, None, None]]] = {
            "/fr": lambda: self._speak("fr"),
            "/en": lambda: self._speak("en"),
            "/why": self._why,
            "/facts": self._facts,
            "/reload": self._reload,
            "/help": self._help,
        }

    @property
    def base(self) -> FactBase:
        """The base that answers now; a reload changes it."""
        return self._service.base

    def welcome(self) -> str:
        """What this is, and how to get help, in a line."""
        title = self.base.article.title.in_(self.language)
        return self._say("terminal-welcome", title=title, facts=str(len(self.base.facts)))

    async def take(self, line: str) -> bool:
        """Does what a line asks for; false once it asks to leave."""
        text = line.strip()
        if text == "/quit":
            return False
        if text.startswith("/"):
            await self._obey(text)
        elif self._offers and text.isascii() and text.isdigit():
            await self._pick(int(text))
        elif text:
            await self._ask(text)
        return True

    async def _obey(self, text: str) -> None:
        if command := self._commands.get(text):
            await command()
        else:
            self._tell("terminal-no-such-command", command=text)

    @property
    def _offers(self) -> tuple[Offer, ...]:
        return self._reply.offers if self._reply else ()

    async def _ask(self, text: str) -> None:
        self._reply = await self._service.serve(Asked(text, self.language))
        self.language = self._reply.language
        self._screen.reply(self._reply)

    async def _pick(self, number: int) -> None:
        if not 1 <= number <= len(self._offers):
            self._tell("terminal-no-such-number", number=str(number), last=str(len(self._offers)))
            return
        question = self._offers[number - 1].text
        self._screen.asked(question)
        await self._ask(question)

    async def _speak(self, language: Language) -> None:
        self.language = language
        self._tell("terminal-speaks")

    async def _why(self) -> None:
        if self._reply is None:
            self._tell("terminal-no-reply-yet")
        else:
            self._screen.lines(explain(self._reply, self.base))

    async def _facts(self) -> None:
        self._screen.lines(question_lines(self.base, self.language))

    async def _reload(self) -> None:
        self._screen.lines(_reload_lines(await self._service.reload(), self.language))

    async def _help(self) -> None:
        commands = [f"  {name:<9}{self._say('terminal-help-' + name[1:])}" for name in COMMANDS]
        self._screen.lines([*self._say("terminal-help").splitlines(), *commands])

    def _say(self, message: str, **values: str) -> str:
        return say(self.language, message, **values)

    def _tell(self, message: str, **values: str) -> None:
        self._screen.lines([self._say(message, **values)])


def _reload_lines(preview: Preview, language: Language) -> list[str]:
    if preview.faults:
        return [say(language, "terminal-reload-refused"), *map(str, preview.faults)]
    examination = preview.examination
    if not preview.is_fit:
        counts = {"failed": str(len(examination.failed)), "asked": str(examination.asked)}
        questions = [f"  {question.text}" for question in examination.failed]
        return [say(language, "terminal-reload-below-floor", **counts), *questions]
    counts = {name: str(len(getattr(preview, name))) for name in ("added", "changed", "removed")}
    return [say(language, "terminal-reloaded", **counts)]
