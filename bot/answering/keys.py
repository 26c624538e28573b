"""What two questions can have in common: keys, plain strings such as `fr:coût` or `concept:cost`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bot.answering.facts import Language
from bot.answering.question import Question
from bot.answering.senses import Sense
from bot.answering.spotting import Mention
from bot.answering.text import stem

Key = str


_TELLING = 4
"""The letters from which a word of an expression tells anything: not « de » in « numéro de téléphone »."""


def key_of(sense: Sense) -> Key:
    """The key of an entity, concept or name."""
    return f"{sense.kind}:{sense.id}"


def mention_keys(mention: Mention, language: Language) -> Iterator[Key]:
    """Everything that a mention can be recognised by; an entity counts whatever its name."""
    yield from map(key_of, mention.senses)
    if not mention.entity:
        is_phrase = len(mention.stems) > 1
        for word in mention.stems:
            if not is_phrase or len(word) >= _TELLING:
                yield f"{language}:{word}"


def question_keys(question: Question) -> set[Key]:
    """All that can speak for a claim: stems and their pairs, senses, kinds, figures, years."""
    language = question.language
    stems = [stem(token.text, language) for token in question.tokens if token.text[0].isalnum()]
    keys = {f"{language}:{word}" for word in stems}
    keys.update(f"{language}:{first} {second}" for first, second in pairwise(["<", *stems, ">"]))
    keys.update(key_of(sense) for mention in question.mentions for sense in mention.senses)
    keys.update(f"kind:{kind}" for kind in question.kinds)
    keys.update(f"figure:{figure.low or figure.high}" for figure in question.figures)
    keys.update(f"year:{year}" for year in question.years)
    if question.is_yes_no:
        keys.add("kind:yes-no")
    return keys
