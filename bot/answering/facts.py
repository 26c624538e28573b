"""The shapes of the data: article, entities, facts, lexicon, and the base they make together."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")


def languages_from(first: Language) -> tuple[Language, Language]:
    """Both languages, the given one first."""
    return ("fr", "en") if first == "fr" else ("en", "fr")


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-.][a-z0-9]+)*$", max_length=60)]
Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300, pattern=r"[^\W_]")
]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1_500)]
Kind = Literal[
    "amount", "count", "size", "share", "date", "duration", "person", "organisation", "place",
    "reason", "purpose", "aim", "definition", "description", "manner", "condition", "consequence",
    "comparison", "list", "product", "rank", "role", "market", "origin", "drawback", "price", "choice",
]  # fmt: skip
Role = Literal["agent", "target", "companion", "owner", "aside"]
"""Who does, what it reaches, who does it too, whose it is, and who only stands beside the question."""


class Data(BaseModel):
    """What all data share: it never changes once read, and knows no field that we do not."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Twin(Data):
    """The same thing said in French and in English."""

    fr: Prose
    en: Prose

    def in_(self, language: Language) -> str:
        """The words of a language."""
        return self.fr if language == "fr" else self.en


class Words(Data):
    """Words and short expressions of each language."""

    fr: tuple[Line, ...] = ()
    en: tuple[Line, ...] = ()

    def in_(self, language: Language) -> tuple[str, ...]:
        """Those of a language."""
        return self.fr if language == "fr" else self.en


class Phrasings(Words):
    """The ways people ask for a fact; with fewer, matching would know too little of it."""

    fr: Annotated[tuple[Line, ...], Field(min_length=12)]
    en: Annotated[tuple[Line, ...], Field(min_length=12)]


class FewPhrasings(Words):
    """The ways people ask for what the article does not tell."""

    fr: Annotated[tuple[Line, ...], Field(min_length=5)]
    en: Annotated[tuple[Line, ...], Field(min_length=5)]


class Sentence(Data):
    """One sentence of the article, kept by its place and SHA-256, not by its words."""

    id: Id
    paragraph: Twin
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Article(Data):
    """What the base is drawn from; `subjects` says in a line what it is about."""

    title: Twin
    subjects: Twin
    source: Line
    sentences: Annotated[tuple[Sentence, ...], Field(min_length=1)]


class Entity(Data):
    """A name in the article: company, person, product, …

    `part_of` names the entity it belongs to; a question may name the whole for the part.
    """

    id: Id
    name: Twin | Line
    kind: Line
    part_of: Id | None = None
    aliases: tuple[Line, ...] = ()
    nicknames: Words = Words()

    def label(self, language: Language) -> str:
        """Its name in a language."""
        return self.name if isinstance(self.name, str) else self.name.in_(language)

    def names(self, language: Language) -> tuple[str, ...]:
        """Everything that it is called in a language."""
        return (self.label(language), *self.aliases, *self.nicknames.in_(language))


class Concept(Words):
    """One attribute, thing or action that people ask about, with their words for it.

    `opposite` contradicts it; concepts of one `family` exclude each other (Chinese, Japanese, …).
    `subject` says who the subject of its verb is: the `agent` (invests) or the `target` (receives).
    A `vague` concept says little: it is never missed in a fact.
    """

    id: Id
    label: Twin
    gives: Kind | None = None
    opposite: Id | None = None
    family: Id | None = None
    subject: Literal["agent", "target"] | None = None
    vague: bool = False
    fr: tuple[Line, ...]
    en: tuple[Line, ...]


class Frame(Data):
    """Who does what to whom in a fact, and what may be asked of it.

    `agent` and `target` are entities in their roles, `about` others that may be named beside them.
    `asks`: concepts that lead to the fact. `gives`: the kinds of answer it holds.
    `says`: the reply to its plain yes/no question; `open` where it takes more words than that.
    `denies`: concepts that turn that reply round.
    `only`: no other entity could stand there, so another name is wrong rather than unknown.
    """

    agent: tuple[Id, ...] = ()
    target: tuple[Id, ...] = ()
    about: tuple[Id, ...] = ()
    asks: tuple[Id, ...]
    gives: tuple[Kind, ...]
    says: Literal["yes", "no", "open"] = "yes"
    denies: tuple[Id, ...] = ()
    only: bool = False

    @property
    def entities(self) -> tuple[str, ...]:
        """All entities in it, whatever their role."""
        return self.agent + self.target + self.about


class Fact(Data):
    """One claim of the article, with the ways people ask for it."""

    id: Id
    question: Twin
    answer: Twin
    frame: Frame
    sentences: Annotated[tuple[Id, ...], Field(min_length=1)]
    related: Annotated[tuple[Id, ...], Field(min_length=2, max_length=3)]
    phrasings: Phrasings

    def phrasings_in(self, language: Language) -> tuple[str, ...]:
        """All ways to ask in a language, the canonical question first."""
        return (self.question.in_(language), *self.phrasings.in_(language))

    @property
    def told(self) -> Twin:
        """What is said to who asks for it."""
        return self.answer


class Absence(Data):
    """Something that readers ask and the article does not tell, with the ways people ask for it."""

    id: Id
    says: Twin
    about: tuple[Id, ...] = ()
    phrasings: FewPhrasings

    def phrasings_in(self, language: Language) -> tuple[str, ...]:
        """All ways to ask for it in a language."""
        return self.phrasings.in_(language)

    @property
    def told(self) -> Twin:
        """What is said to who asks for it."""
        return self.says


class ReaderQuestion(Data):
    """A question as a reader asked it, and the facts of which any may answer it: with none, nothing may."""

    ask: Line
    facts: tuple[Id, ...]


class Topic(Data):
    """Facts that belong together: one file."""

    topic: Twin
    facts: tuple[Fact, ...]


class YesNo(Data):
    """What opens and what closes a yes/no question; `verbs` make one of a plain sentence with "?"."""

    openers: tuple[Line, ...]
    tags: tuple[Line, ...]
    verbs: tuple[Line, ...]


class SmallTalk(Words):
    """Whole utterances that ask nothing of the article."""

    id: Id
    fr: tuple[Line, ...]
    en: tuple[Line, ...]

    def phrasings_in(self, language: Language) -> tuple[str, ...]:
        """All ways to say it in a language."""
        return self.in_(language)


Claim = Fact | Absence | SmallTalk
"""What a question can turn out to be after: all compete for it by their phrasings."""


class OtherLanguage(Data):
    """Words that betray a language we do not speak."""

    name: Twin
    words: tuple[Line, ...]


class Lexicon(Data):
    """The general French and English of asking; nothing in it is about one article."""

    concepts: tuple[Concept, ...]
    empty: Words
    asking: dict[Kind, Words]
    yes_no: dict[Language, YesNo]
    negation: Words
    denial: Words
    prepositions: dict[Role, Words]
    names: tuple[tuple[str, ...], ...]
    ambiguous_names: tuple[str, ...]
    smalltalk: tuple[SmallTalk, ...]
    telling: Words
    other_languages: dict[str, OtherLanguage]


class FactBase(Data):
    """All that an `Answerer` knows; `digest` is the hash of the files it was read from."""

    article: Article
    entities: tuple[Entity, ...]
    topics: tuple[Topic, ...]
    absences: tuple[Absence, ...]
    lexicon: Lexicon
    questions: tuple[ReaderQuestion, ...] = ()
    digest: str

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """All facts, by id."""
        return {fact.id: fact for topic in self.topics for fact in topic.facts}

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """All that a question can be after."""
        return (*self.facts.values(), *self.absences, *self.lexicon.smalltalk)

    @cached_property
    def small_talk(self) -> dict[str, SmallTalk]:
        """All small talk, by id."""
        return {talk.id: talk for talk in self.lexicon.smalltalk}

    @cached_property
    def absence(self) -> dict[str, Absence]:
        """All absences, by id."""
        return {absence.id: absence for absence in self.absences}

    @cached_property
    def entity(self) -> dict[str, Entity]:
        """All entities, by id."""
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def concept(self) -> dict[str, Concept]:
        """All concepts, by id."""
        return {concept.id: concept for concept in self.lexicon.concepts}

    @cached_property
    def sentence(self) -> dict[str, Sentence]:
        """All sentences, by id."""
        return {sentence.id: sentence for sentence in self.article.sentences}
