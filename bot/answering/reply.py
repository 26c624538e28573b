"""Verdict → Reply: the words a person reads."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.answering.decide import PLAIN_FROM, SUGGESTIONS, Outcome, Verdict
from bot.answering.facts import Fact, FactBase, Language
from bot.answering.question import Question
from bot.answering.wording import of, say


@dataclass(frozen=True, slots=True)
class Offer:
    """A question that can be answered, put forward to the asker."""

    fact_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Reply:
    """All that a door needs to draw.

    `text` is what a person reads; `paragraph` says where the article has it (answers only);
    `offers` are suggested or related questions; `verdicts` tell why, one a question of the message.
    """

    question: str
    language: Language
    outcome: Outcome
    text: str
    facts: tuple[str, ...]
    score: float
    offers: tuple[Offer, ...]
    paragraph: str
    base: str
    verdicts: tuple[Verdict, ...]
    is_cut: bool = False
    """Whether the message asked more than is answered at once."""

    @property
    def plainness(self) -> float:
        """How little else than what it answers could be meant, from 0 to 2."""
        return min((verdict.plainness for verdict in self.verdicts), default=0.0)

    @property
    def is_plain(self) -> bool:
        """Whether it answers all of the message beyond doubt, so that it may be given unasked."""
        return self.plainness >= PLAIN_FROM


class Writer:
    """Writes replies from the facts of one base."""

    def __init__(self, base: FactBase) -> None:
        self.base = base

    def write(self, question: str, verdicts: tuple[Verdict, ...], *, is_cut: bool = False) -> Reply:
        """One reply for all questions of a message."""
        language = verdicts[0].question.language
        outcomes = [verdict.outcome for verdict in verdicts]
        order: tuple[Outcome, ...] = ("answer", "suggest", "decline", "smalltalk")
        outcome = next(o for o in order if o in outcomes)
        answered = [v for v in verdicts if v.outcome == "answer" and v.best]
        facts = tuple(dict.fromkeys(v.best.fact_id for v in answered if v.best))
        texts = [self._text(verdict, outcome) for verdict in verdicts]
        if is_cut:
            texts.append(say(language, "cut", count=str(len(verdicts))))
        return Reply(
            question=question,
            language=language,
            outcome=outcome,
            text="\n".join(dict.fromkeys(texts)),
            facts=facts,
            score=max(v.score for v in (answered or verdicts)),
            offers=self._offers(verdicts, outcome, facts, language),
            paragraph=self._paragraph([self.base.facts[i] for i in facts], language),
            base=self.base.digest,
            verdicts=verdicts,
            is_cut=is_cut,
        )

    def recall(self, fact_id: str, language: Language) -> Reply | None:
        """The reply that gives a fact, as if its own question had been asked; None where it is gone."""
        fact = self.base.facts.get(fact_id)
        if fact is None:
            return None
        return Reply(
            question=fact.question.in_(language),
            language=language,
            outcome="answer",
            text=fact.answer.in_(language),
            facts=(fact_id,),
            score=1.0,
            offers=self._offers((), "answer", (fact_id,), language),
            paragraph=self._paragraph([fact], language),
            base=self.base.digest,
            verdicts=(),
        )

    def translate(self, reply: Reply, language: Language) -> Reply:
        """The same reply in a language, whatever its question was asked in."""
        if reply.language == language or not reply.verdicts:
            return reply
        verdicts = tuple(replace(v, question=replace(v.question, language=language)) for v in reply.verdicts)
        if verdicts[0].question.foreign_language:
            return self.third_language(verdicts[0].question)
        return self.write(reply.question, verdicts, is_cut=reply.is_cut)

    def small_talk(self, question: Question, intent: str) -> Reply:
        """The reply to an utterance that asks nothing of the article."""
        verdict = Verdict(question, "smalltalk", ())
        return self._bare(verdict, self._small_talk(intent, question.language), 1.0)

    def third_language(self, question: Question) -> Reply:
        """Tells, in both languages, which two are spoken."""
        verdict = Verdict(question, "decline", (), missing="off-subject")
        return self._bare(verdict, say(question.language, "third-language"), 0.0)

    def _bare(self, verdict: Verdict, text: str, score: float) -> Reply:
        question = verdict.question
        return Reply(
            question.text,
            question.language,
            verdict.outcome,
            text,
            (),
            score,
            (),
            "",
            self.base.digest,
            (verdict,),
        )

    def _small_talk(self, intent: str, language: Language) -> str:
        example = next(iter(self.base.facts.values())).question.in_(language)
        return say(language, f"smalltalk-{intent}", subjects=self._subjects(language), example=example)

    def _subjects(self, language: Language) -> str:
        return self.base.article.subjects.in_(language)

    def _text(self, verdict: Verdict, outcome: Outcome) -> str:
        language = verdict.question.language
        if verdict.outcome == "answer" and verdict.best:
            answer = self.base.facts[verdict.best.fact_id].answer.in_(language)
            opener = say(language, f"opener-{verdict.opener}") if verdict.opener else ""
            return f"{opener} {answer}".strip()
        if verdict.outcome == "suggest":
            # Beside an answer, the offers are that answer's.
            return say(language, "suggest" if outcome == "suggest" else "unsure")
        if verdict.outcome == "smalltalk":
            return self._small_talk(verdict.rival or "nothing", language)
        return self._refusal(verdict)

    def _refusal(self, verdict: Verdict) -> str:
        """Says what the article does not tell, as precisely as the frame allows."""
        question, language = verdict.question, verdict.question.language
        about = self._about(question)
        match verdict.missing:
            case "absence" if verdict.rival:
                return self.base.absence[verdict.rival].says.in_(language)
            case "name":
                name = question.names[0]
                return say(language, "missing-name", name=name, of=of(name, language))
            case "off-subject":
                what = self._attribute(verdict)
                if what:
                    return say(language, "missing-attribute-off-subject", what=what)
                return say(language, "missing-off-subject", subjects=self._subjects(language))
            case "year":
                return say(language, "missing-year", years=", ".join(map(str, question.years)))
            case "reversed":
                return say(language, "missing-reversed")
            case "pair":
                first, second = (self.base.entity[e].label(language) for e in question.entities[:2])
                return say(language, "missing-pair", first=first, second=second)
            case "kind":
                kind = next(iter(sorted(question.kinds)), "other")
                return say(language, "missing-kind-of" if about else "missing-kind", kind=kind, **about)
            case "attribute" if what := self._attribute(verdict):
                return say(
                    language, "missing-attribute-of" if about else "missing-attribute", what=what, **about
                )
        return say(language, "missing-detail-of" if about else "missing-detail", **about)

    def _about(self, question: Question) -> dict[str, str]:
        """The entities of a question, as a complement and as names."""
        language = question.language
        labels = [self.base.entity[entity].label(language) for entity in question.entities[:2]]
        link = say(language, "and")
        return {"of": link.join(of(x, language) for x in labels), "name": link.join(labels)} if labels else {}

    def _attribute(self, verdict: Verdict) -> str:
        """The concept that the question is after and that no near fact explains, by its label."""
        best = verdict.best
        attribute = [concept for mention in verdict.question.attribute for concept in mention.concepts]
        unexplained = [e for e in best.findings.unexplained if e.mention.concepts] if best else []
        if attribute:
            concept = attribute[0]
        elif unexplained:
            heaviest = max(unexplained, key=lambda e: e.weight)
            concept = heaviest.mention.concepts[0]
        elif verdict.question.concepts:
            concept = verdict.question.concepts[0]
        else:
            return ""
        return self.base.concept[concept].label.in_(verdict.question.language)

    def _offers(
        self, verdicts: tuple[Verdict, ...], outcome: Outcome, facts: tuple[str, ...], language: Language
    ) -> tuple[Offer, ...]:
        if outcome == "answer":
            ids = [i for fact_id in facts for i in self.base.facts[fact_id].related if i not in facts]
        else:
            judged = [j for verdict in verdicts for j in verdict.judged]
            nearest = sorted(judged, key=lambda j: (-j.findings.agreed, -j.score, -j.merit))
            ids = [j.fact_id for j in nearest if j.is_related]
        return tuple(
            Offer(i, self.base.facts[i].question.in_(language))
            for i in list(dict.fromkeys(ids))[:SUGGESTIONS]
        )

    def _paragraph(self, facts: list[Fact], language: Language) -> str:
        places = dict.fromkeys(
            self.base.sentence[s].paragraph.in_(language) for fact in facts for s in fact.sentences
        )
        return say(language, "paragraph", places=", ".join(places)) if places else ""
