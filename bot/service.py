"""What every door calls: answer a question, reload the base. The only place that waits for two things."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from pathlib import Path

from bot.answering.compiled import load_answerer
from bot.answering.facts import FactBase, Language
from bot.answering.passages import passages
from bot.answering.reply import Reply
from bot.answering.statements import Checked
from bot.errors import BrokenBaseError, Fault
from bot.measured import read_measured

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a door hands it over; `wish` is the language to use where the text does not tell."""

    text: str
    wish: Language | None = None


@dataclass(frozen=True, slots=True)
class Reloaded:
    """What a reload did: ids of facts by what became of them, or the faults that prevented it.

    `is_other` tells that anything at all has changed, be it only an absence or a word of the lexicon.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    is_other: bool = False
    faults: tuple[Fault, ...] = ()

    @property
    def is_live(self) -> bool:
        """Whether the folder's base is the one that now answers."""
        return not self.faults


class Service:
    """Answers from the live base; a reload swaps it whole or not at all."""

    def __init__(self, folder: Path, article: Path | None = None) -> None:
        """Loads the folder; raises `BrokenBaseError` with every fault when it is not whole."""
        self._folder = folder
        self._article = article
        self._live = load_answerer(folder, article)
        self.measured = read_measured(folder)
        self._reloading = asyncio.Lock()

    @property
    def base(self) -> FactBase:
        """The base that answers now."""
        return self._live.base

    async def serve(self, asked: Asked) -> Reply:
        """The reply to a question. It is pure thought of some milliseconds: no thread is worth it."""
        return self._live.answer(asked.text, asked.wish)

    def recall(self, fact_id: str, language: Language) -> Reply | None:
        """The reply that gives a fact; None where the base has it no longer."""
        return self._live.recall(fact_id, language)

    def answer_in(self, asked: Asked, language: Language) -> Reply:
        """The reply to a question in a language of the reader's choice."""
        return self._live.translate(self._live.answer(asked.text, asked.wish), language)

    def check(self, asked: Asked) -> Checked:
        """What the article makes of the claims of a message."""
        return self._live.check(asked.text, asked.wish)

    def passages(self, fact_id: str) -> list[str]:
        """The article's own sentences behind a fact; none without the owner's text."""
        return passages(self._article, self.base, fact_id) if self._article else []

    def complete(self, text: str, language: Language, limit: int) -> list[str]:
        """Canonical questions for what has been typed so far, best first."""
        return self._live.complete(text, language, limit)

    async def reload(self) -> Reloaded:
        """Reads the folder again, in a thread while questions go on being answered."""
        async with self._reloading:
            try:
                fresh = await asyncio.to_thread(load_answerer, self._folder, self._article)
            except BrokenBaseError as error:
                log.warning("reload refused: %d faults", len(error.faults))
                return Reloaded(faults=tuple(error.faults))
            report = _difference(self._live.base, fresh.base)
            self._live = fresh
            log.info("reloaded: %d facts, %s", len(fresh.base.facts), fresh.base.digest)
            return report


def _difference(old: FactBase, new: FactBase) -> Reloaded:
    return Reloaded(
        added=tuple(i for i in new.facts if i not in old.facts),
        changed=tuple(i for i in new.facts if i in old.facts and new.facts[i] != old.facts[i]),
        removed=tuple(i for i in old.facts if i not in new.facts),
        is_other=old.digest != new.digest,
    )
