"""What every door calls: answer a question, reload the base. The only place that waits for two things."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from bot.answering.answerer import Answerer
from bot.answering.compiled import fingerprint, load_answerer
from bot.answering.facts import FactBase, Language, Twin
from bot.answering.floor import Examination, examine
from bot.answering.passages import passages
from bot.answering.reply import Reply
from bot.answering.statements import Checked
from bot.errors import BrokenBaseError, Fault
from bot.measured import Measured, read_measured

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a door hands it over; `wish` is the language to use where the text does not tell."""

    text: str
    wish: Language | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What the folder holds now, beside the live base: ids of facts by what becomes of them, or faults.

    `is_other` tells that anything at all has changed, be it only an absence or a word of the lexicon;
    `digest` names the base that `Service.apply` would put in service; `answers` has what changed facts
    answered and would answer, where that is something else.
    """

    digest: str = ""
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    answers: dict[str, tuple[Twin, Twin]] = field(default_factory=dict)
    is_other: bool = False
    faults: tuple[Fault, ...] = ()
    examination: Examination = field(default_factory=Examination)

    @property
    def is_fit(self) -> bool:
        """Whether it may be put in service unforced."""
        return not self.faults and self.examination.is_passed


Applied = Literal["applied", "outdated", "unfit"]
"""What became of a candidate: in service, no longer what the folder holds, or below the floor."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    answerer: Answerer
    measured: Measured | None
    preview: Preview
    fingerprint: str


class Service:
    """Answers from the live base; a reload swaps it whole or not at all."""

    def __init__(self, folder: Path, article: Path | None = None) -> None:
        """Loads the folder; raises `BrokenBaseError` with every fault when it is not whole."""
        self._folder = folder
        self._article = article
        self._live = load_answerer(folder, article)
        self.measured = read_measured(folder)
        self._candidate: _Candidate | None = None
        self._reloading = asyncio.Lock()

    @property
    def base(self) -> FactBase:
        """The base that answers now."""
        return self._live.base

    async def serve(self, asked: Asked) -> Reply:
        """The reply to a question. It is pure thought of some milliseconds: no thread is worth it."""
        return self._live.answer(asked.text, asked.wish)

    def language_of(self, asked: Asked) -> Language:
        """The language that a question would be answered in."""
        return self._live.language_of(asked.text, asked.wish)

    def recall(self, fact_id: str, language: Language) -> Reply | None:
        """The reply that gives a fact; None where the base has it no longer."""
        return self._live.recall(fact_id, language)

    def answer_in(self, asked: Asked, language: Language) -> Reply:
        """The reply to a question in a language of the reader's choice."""
        return self._live.translate(self._live.answer(asked.text, asked.wish), language)

    def check(self, asked: Asked) -> Checked:
        """What the article makes of the claims of a message."""
        return self._live.check(asked.text, asked.wish)

    @property
    def has_article(self) -> bool:
        """Whether the owner's text is there to be quoted."""
        return self._article is not None

    def passages(self, fact_id: str) -> list[str]:
        """The article's own sentences behind a fact; none without the owner's text."""
        return passages(self._article, self.base, fact_id) if self._article else []

    def complete(self, text: str, language: Language, limit: int) -> list[str]:
        """Canonical questions for what has been typed so far, best first."""
        return self._live.complete(text, language, limit)

    async def prepare(self) -> Preview:
        """Reads the folder into a candidate, in a thread while questions go on being answered."""
        async with self._reloading:
            self._candidate = None
            try:
                read = await asyncio.to_thread(self._read)
            except BrokenBaseError as error:
                log.warning("reload refused: %d faults", len(error.faults))
                return Preview(faults=tuple(error.faults))
            if read.preview.is_other:
                self._candidate = read
            else:  # the same base, perhaps measured anew
                self.measured = read.measured
            return read.preview

    async def apply(self, digest: str, *, forced: bool = False) -> Applied:
        """Puts the candidate of this digest in service, if it is still what the folder holds."""
        async with self._reloading:
            chosen = self._candidate
            if chosen is None or chosen.preview.digest != digest or not await self._is_current(chosen):
                return "outdated"
            if not (forced or chosen.preview.is_fit):
                return "unfit"
            self._live, self.measured, self._candidate = chosen.answerer, chosen.measured, None
            log.info("reloaded: %d facts, %s", len(self.base.facts), digest)
            return "applied"

    def discard(self, digest: str) -> None:
        """Forgets the candidate of this digest."""
        if self._candidate and self._candidate.preview.digest == digest:
            self._candidate = None

    async def reload(self) -> Preview:
        """Reads the folder and puts it in service at once, unless it has faults or is below the floor."""
        preview = await self.prepare()
        if preview.is_other and await self.apply(preview.digest) == "unfit":
            log.warning("reload refused: %d own questions fail", len(preview.examination.failed))
        return preview

    def _read(self) -> _Candidate:
        # Taken before reading: an edit in between makes the candidate outdated rather than unseen.
        taken = fingerprint(self._folder, self._article)
        fresh = load_answerer(self._folder, self._article)
        return _Candidate(fresh, read_measured(self._folder), _preview(self._live, fresh), taken)

    async def _is_current(self, candidate: _Candidate) -> bool:
        now = await asyncio.to_thread(fingerprint, self._folder, self._article)
        return now == candidate.fingerprint


def _preview(live: Answerer, fresh: Answerer) -> Preview:
    old, new = live.base, fresh.base
    if old.digest == new.digest:
        return Preview(new.digest)
    changed = tuple(i for i in new.facts if i in old.facts and new.facts[i] != old.facts[i])
    answers = {i: (old.facts[i].answer, new.facts[i].answer) for i in changed}
    return Preview(
        digest=new.digest,
        added=tuple(i for i in new.facts if i not in old.facts),
        changed=changed,
        answers={i: (before, after) for i, (before, after) in answers.items() if before != after},
        removed=tuple(i for i in old.facts if i not in new.facts),
        is_other=True,
        examination=examine(live, fresh),
    )
