"""Text → Reply: split, read, match, guard, decide, write. What is measured is what is served."""

from __future__ import annotations

from dataclasses import replace

from rapidfuzz import fuzz, process

from bot.answering.decide import STATED_FROM, Verdict, decide
from bot.answering.facts import LANGUAGES, FactBase, Language, languages_from
from bot.answering.guard import Guard
from bot.answering.index import Index
from bot.answering.keys import question_keys
from bot.answering.language import Spoken
from bot.answering.match import rank
from bot.answering.question import Question, Reader
from bot.answering.reply import Reply, Writer
from bot.answering.splitting import MAX_PARTS, Part, split
from bot.answering.statements import Checked, hold
from bot.answering.text import clean, fold, tokenize, words_of
from bot.answering.vocabulary import Vocabulary

DEFAULT_LANGUAGE: Language = "fr"
_OPENINGS = frozenset({"hello", "how-are-you", "agreement", "laugh"})
"""Small talk that often goes before other small talk, which then counts."""

MAX_STATEMENTS = 8
"""So many sentences of a message are held against the article."""

_SMALL_TALK_CLOSENESS = 85.0
_SMALL_TALK_WORDS = 9


class Answerer:
    """Answers questions from one base; built once a base, then only read."""

    def __init__(self, base: FactBase) -> None:
        self.base = base
        self._vocabulary = Vocabulary(base)
        self._reader = Reader(base, self._vocabulary)
        self._index = Index(base, self._reader)
        self._vocabulary.forget_slips()
        self._guard = Guard(base)
        self._writer = Writer(base)
        self._small_talk = {
            code: {
                " ".join(words_of(tokenize(utterance))): talk.id
                for talk in base.lexicon.smalltalk
                for utterance in talk.in_(code)
            }
            for code in LANGUAGES
        }

    def answer(self, text: str, wish: Language | None = None) -> Reply:
        """The reply to a message; `wish` is the language of the door, for texts that do not tell."""
        spoken, whole = self._listen(text, wish)
        if intent := self._small_talk_intent(whole):
            return self._writer.small_talk(whole, intent)
        if spoken.foreign:
            return self._writer.third_language(whole)
        verdicts = self._verdicts(split(text), whole, spoken)
        if not verdicts:
            return self._writer.small_talk(whole, "nothing")
        return self._writer.write(text, tuple(verdicts[:MAX_PARTS]), is_cut=len(verdicts) > MAX_PARTS)

    def language_of(self, text: str, wish: Language | None = None) -> Language:
        """The language that a message would be replied to in."""
        return self._listen(text, wish)[0].language

    def recall(self, fact_id: str, language: Language) -> Reply | None:
        """The reply that gives a fact; None where the base has it no longer."""
        return self._writer.recall(fact_id, language)

    def translate(self, reply: Reply, language: Language) -> Reply:
        """The same reply in a language, whatever the question was asked in."""
        return self._writer.translate(reply, language)

    def check(self, text: str, wish: Language | None = None) -> Checked:
        """Holds every sentence of a message against the article, as if it were asked whether it is so."""
        spoken, _ = self._listen(text, wish)
        sentences = [part.text for part in split(text) if not part.is_open_question][:MAX_STATEMENTS]
        claims = [self._reader.read(sentence, spoken) for sentence in sentences]
        # What stands in a statement is denied there, never asked: « n'est-il pas … » is no statement.
        asked = [
            replace(claim, is_yes_no=True, kinds=frozenset[str](), negation=claim.negation and "stated")
            for claim in claims if claim.says_something and not self._small_talk_intent(claim)
        ]  # fmt: skip
        return Checked(spoken.language, tuple(hold(self._decide(question)) for question in asked))

    def complete(self, text: str, language: Language, limit: int) -> list[str]:
        """Canonical questions for what has been typed so far, best first; all of them for nothing."""
        questions = [fact.question.in_(language) for fact in self.base.facts.values()]
        if not text.strip():
            return questions[:limit]
        folded = {question: fold(question) for question in questions}
        found = process.extract(fold(clean(text)), folded, scorer=fuzz.WRatio, limit=None)
        typed = words_of(tokenize(text))
        begun = {question: _begun(typed, words_of(tokenize(question))) for question in questions}
        return sorted((question for _, _, question in found), key=lambda question: -begun[question])[:limit]

    def _listen(self, text: str, wish: Language | None) -> tuple[Spoken, Question]:
        """The language of a text, and the text read in it.

        Where neither it nor the door tells, it is the language of most phrasings that the text recalls.
        """
        spoken = self._reader.listen(text, wish or DEFAULT_LANGUAGE)
        if wish or spoken.is_sure or spoken.foreign:
            return spoken, self._reader.read(text, spoken)
        heard = {code: self._reader.read(text, Spoken(code)) for code in languages_from(spoken.language)}
        likeliest = max(heard, key=lambda code: self._recalled(heard[code]))
        return Spoken(likeliest), heard[likeliest]

    def _recalled(self, question: Question) -> int:
        """How many words and pairs of words, in its language, stand in any phrasing."""
        own = (key for key in question_keys(question) if key.startswith(f"{question.language}:"))
        return self._index.evidence.known(own)

    def _verdicts(self, parts: list[Part], whole: Question, spoken: Spoken) -> list[Verdict]:
        """A verdict for every question of a message; sentences that do not ask count if they are answered."""
        verdicts: list[tuple[Part, Verdict]] = []
        before: Question | None = None
        for part in parts[: 3 * MAX_PARTS]:
            said = self._without_greeting(part.text, spoken)
            question = whole if said == whole.text.strip() else self._reader.read(said, spoken)
            if self._small_talk_intent(question):
                continue
            if part.asks and before is not None and (fuller := self._completed(question, before)):
                question = self._reader.read(fuller, spoken)
            elif part.is_bare:
                continue
            verdict = self._decide(question)
            if question.says_something or verdict.outcome == "answer":
                verdicts.append((part, verdict))
            before = question if question.entities or question.names else before
        asking = [v for part, v in verdicts if part.asks and v.outcome != "smalltalk"]
        if not asking:
            answered = [v for _, v in verdicts if v.outcome == "answer"]
            return answered or [v for _, v in verdicts][-1:]
        return [v for _, v in verdicts if v in asking or _is_plainly_meant(v)]

    def _without_greeting(self, text: str, spoken: Spoken) -> str:
        """A sentence without the greeting before its first comma."""
        greeting, comma, rest = text.partition(",")
        if comma and self._small_talk_intent(self._reader.read(greeting, spoken)):
            return rest
        return text

    def _completed(self, question: Question, before: Question) -> str | None:
        """A question that leans on the one before, with what it leaves out; None if it stands alone.

        "And why?" takes over the names, "and Google's?" all but the name.
        """
        if not (question.entities or question.names):
            if any(m.is_foreign or self._index.is_alien(m, question.language) for m in question.mentions):
                return None
            names = dict.fromkeys(m.text for m in before.mentions if m.entity or m.name)
            return f"{question.text} {' '.join(names)}"
        if question.kinds or len(question.mentions) > 1 or not before.entities:
            return None
        start, end = next((m.start, m.end) for m in before.mentions if m.entity)
        name = question.mentions[0].text
        return " ".join(
            name if i == start else token.raw for i, token in enumerate(before.tokens) if not start < i < end
        )

    def _decide(self, question: Question) -> Verdict:
        return decide(question, rank(question, self._index), self._guard)

    def _small_talk_intent(self, question: Question) -> str | None:
        """The intent of an utterance that is small talk as a whole; greetings yield to what follows them."""
        words = words_of(question.tokens)
        if len(words) > _SMALL_TALK_WORDS or question.entities or question.figures:
            return None
        if intents := self._small_talk_inside(words, question.language):
            return min(intents, key=lambda intent: intent in _OPENINGS)
        for language in languages_from(question.language):
            known = self._small_talk[language]
            near = process.extractOne(
                " ".join(words), known.keys(), scorer=fuzz.ratio, score_cutoff=_SMALL_TALK_CLOSENESS
            )
            if near:
                return known[near[0]]
        return None

    def _small_talk_inside(self, words: list[str], language: Language) -> list[str]:
        """The intents of the utterances that words are made of; none when anything else is said."""
        known, intents, start, other = self._small_talk[language], [], 0, 0
        while start < len(words):
            for end in range(len(words), start, -1):
                if intent := known.get(" ".join(words[start:end])):
                    intents.append(intent)
                    start = end
                    break
            else:
                other += not self._vocabulary.is_empty(words[start], language)
                start += 1
        return intents if not other else []


def _begun(typed: list[str], words: list[str]) -> int:
    """How many of the words typed so far begin a word of a question."""
    return sum(any(word.startswith(start) for word in words) for start in typed)


def _is_plainly_meant(verdict: Verdict) -> bool:
    """Whether a sentence without a question is one all the same, as in "OpenAI's revenue, please."."""
    best = verdict.best
    is_covered = best is not None and best.candidate.coverage >= STATED_FROM
    return verdict.outcome == "answer" and is_covered and bool(verdict.question.entities)
