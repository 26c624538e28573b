"""A message held against the article: what it claims is supported, contradicted, or not told there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.answering.decide import Verdict
from bot.answering.facts import Language

Finding = Literal["supported", "contradicted", "told", "absent"]
"""`told`: the article speaks of it, but does not settle the claim."""

Overall = Literal["supported", "contradicted", "partly", "told", "absent"]

MEANT_FROM = 0.80
"""The probability that the fact is the one meant from which a claim is held against it."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim, read as the yes/no question whether it is so, with what the article makes of it."""

    verdict: Verdict
    finding: Finding

    @property
    def fact_id(self) -> str | None:
        """The fact that settles it, or that speaks of it."""
        best = self.verdict.best
        return best.fact_id if best and self.finding != "absent" else None


@dataclass(frozen=True, slots=True)
class Checked:
    """All claims of a message, in order."""

    language: Language
    statements: tuple[Statement, ...]

    @property
    def overall(self) -> Overall:
        """One word for the message: a single contradiction outweighs all that is right in it."""
        findings = {statement.finding for statement in self.statements}
        if "contradicted" in findings:
            return "contradicted"
        if findings == {"supported"}:
            return "supported"
        if "supported" in findings:
            return "partly"
        return "told" if "told" in findings else "absent"


def hold(verdict: Verdict) -> Statement:
    """What the article makes of a claim, from the verdict on whether it is so."""
    if verdict.outcome != "answer" or verdict.score < MEANT_FROM:
        return Statement(verdict, "absent")
    findings: dict[str | None, Finding] = {"yes": "supported", "no": "contradicted"}
    return Statement(verdict, findings.get(verdict.opener, "told"))
