"""Reply → why it is what it is, in plain words: what was understood, what came near, what decided."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from bot.answering.decide import ANSWER_FROM, SUGGEST_FROM, Verdict, threshold
from bot.answering.facts import FactBase, Language
from bot.answering.figures import Figure
from bot.answering.judging import Judged
from bot.answering.question import Question
from bot.answering.reply import Reply
from bot.answering.spotting import Mention
from bot.answering.wording import say

CANDIDATES = 3


def explain(reply: Reply, base: FactBase) -> list[str]:
    """Lines that tell why, in the reply's language; details are indented by two spaces a level.

    `base` lends the labels; where it no longer knows an id, after a reload, the id itself is shown.
    """
    explaining = _Explaining(base, reply.language)
    lines: list[str] = []
    for number, verdict in enumerate(reply.verdicts, start=1):
        if len(reply.verdicts) > 1:
            lines.append(explaining.say("why-question", number=str(number), text=verdict.question.text))
        lines += explaining.verdict(verdict)
    return lines


class _Explaining:
    """One explanation in the making: the labels of a base in the language of a reply."""

    def __init__(self, base: FactBase, language: Language) -> None:
        self._base = base
        self._language = language

    def say(self, message: str, **values: str) -> str:
        return say(self._language, message, **values)

    def verdict(self, verdict: Verdict) -> Iterator[str]:
        yield self.say("why-understood")
        yield from _indented(self._understood(verdict.question))
        if not _is_set_aside(verdict):
            yield self.say("why-candidates")
            yield from _indented(self._candidates(verdict))
        yield from self._decision(verdict)

    def _understood(self, question: Question) -> list[str]:
        """One line for each part of the frame that holds something."""
        lines = [self._spoken(question)]
        lines += self._listed("why-entities", map(self._entity, question.entities))
        lines += self._listed("why-concepts", self._concepts_of(question.mentions))
        if question.is_yes_no:
            lines.append(self.say("why-yes-no"))
        else:
            kinds = sorted(question.kinds)
            lines += self._listed("why-kinds", (self.say("why-kind", kind=kind) for kind in kinds))
        if question.is_negated:
            lines.append(self.say("why-negated"))
        lines += self._listed("why-figures", map(self._figure, question.figures))
        lines += self._listed("why-years", map(str, question.years))
        lines += self._listed("why-names", question.names)
        lines += self._listed("why-foreign", (m.text for m in question.mentions if m.is_foreign))
        return lines if question.says_something else [lines[0], self.say("why-nothing")]

    def _spoken(self, question: Question) -> str:
        foreign = question.foreign_language
        if not foreign:
            return self.say("why-language")
        other = self._base.lexicon.other_languages.get(foreign)
        name = other.name.in_(self._language) if other else self.say("why-unknown-language")
        return self.say("why-third-language", name=name)

    def _candidates(self, verdict: Verdict) -> Iterator[str]:
        if not verdict.judged:
            yield self.say("why-no-candidates")
        for rank, judged in enumerate(verdict.judged[:CANDIDATES], start=1):
            score = decimal(judged.score, self._language)
            yield self.say("why-candidate", rank=str(rank), score=score, question=self._title(judged))
            share = f"{judged.candidate.coverage:.0%}".removesuffix("%")
            findings = self._findings(verdict.question, judged) or [self.say("why-fits")]
            yield from _indented([self.say("why-explains", share=share), *findings])

    def _title(self, judged: Judged) -> str:
        return judged.candidate.profile.fact.question.in_(self._language)

    def _findings(self, question: Question, judged: Judged) -> list[str]:
        """What the guard holds against a candidate, one line each; empty when nothing."""
        findings = judged.findings
        kinds = [] if findings.kind_fits else sorted(question.kinds)
        lines = [
            *self._listed("why-wrong-kind", (self.say("why-kind", kind=kind) for kind in kinds)),
            *self._listed("why-other-entities", map(self._entity, findings.other_entities)),
            *self._listed("why-unknown-names", findings.unknown_names),
            *self._listed("why-reversed", map(self._entity, findings.reversed_roles)),
            *self._listed("why-wrong-figures", map(self._figure, findings.wrong_figures)),
            *self._listed("why-open-figures", map(self._figure, findings.open_figures)),
            *self._listed("why-wrong-years", map(str, findings.wrong_years)),
            *self._listed("why-opposed", map(self._concept, findings.opposed)),
            *self._listed("why-unexplained", (e.mention.text for e in findings.unexplained)),
        ]
        return [*lines, self.say("why-corrected")] if judged.is_corrected else lines

    def _decision(self, verdict: Verdict) -> Iterator[str]:
        score = decimal(verdict.score, self._language)
        least = threshold(verdict.question, verdict.best) if verdict.best else ANSWER_FROM
        needed = decimal(least, self._language)
        match verdict.outcome:
            case "answer" | "suggest":
                yield self.say(f"why-{verdict.outcome}", score=score, threshold=needed)
            case "smalltalk":
                yield self.say("why-smalltalk")
            case "decline":
                missing = "language" if _is_set_aside(verdict) else verdict.missing or "other"
                yield self.say("why-decline", missing=missing)
                if verdict.judged:
                    needed = decimal(SUGGEST_FROM, self._language)
                    yield self.say("why-decline-score", score=score, threshold=needed)

    def _listed(self, message: str, items: Iterable[str]) -> list[str]:
        joined = ", ".join(dict.fromkeys(items))
        return [self.say(message, list=joined)] if joined else []

    def _concepts_of(self, mentions: Iterable[Mention]) -> Iterator[str]:
        """The concepts of each mention; one word may stand for several."""
        either = f" {self.say('why-or')} "
        for mention in mentions:
            if mention.concepts:
                yield either.join(map(self._concept, mention.concepts))

    def _entity(self, entity_id: str) -> str:
        entity = self._base.entity.get(entity_id)
        return entity.label(self._language) if entity else entity_id

    def _concept(self, concept_id: str) -> str:
        concept = self._base.concept.get(concept_id)
        return concept.label.in_(self._language) if concept else concept_id

    def _figure(self, figure: Figure) -> str:
        low, high = (self._amount(value, figure.unit) for value in (figure.low, figure.high))
        if figure.is_point:
            bound = "point"
        elif math.isinf(figure.high):
            bound = "over"
        else:
            bound = "between" if figure.low else "under"
        return self.say("why-figure", bound=bound, low=low, high=high)

    def _amount(self, value: float, unit: str) -> str:
        written = f"{value:,.15g}"
        if self._language == "fr":
            written = written.replace(",", "\u202f").replace(".", ",")
        return f"{written}\u00a0{unit.upper()}" if unit else written


def decimal(score: float, language: Language) -> str:
    """A score as a language writes it."""
    written = f"{score:.2f}"
    return written.replace(".", ",") if language == "fr" else written


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _is_set_aside(verdict: Verdict) -> bool:
    """Whether no fact was looked for: small talk, or a language that is neither French nor English."""
    return not verdict.judged and (verdict.outcome == "smalltalk" or bool(verdict.question.foreign_language))
