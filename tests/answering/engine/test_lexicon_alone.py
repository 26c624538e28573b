"""Words of the lexicon at the very end of a message, where nothing follows them to lean on."""

import pytest

from bot.answering.answerer import Answerer
from bot.answering.facts import Language
from bot.answering.text import stem, tokenize, words_of
from bot.answering.vocabulary import Vocabulary

ENDINGS = [
    "Apple met de l'argent",
    "Anthropic was founded by",
    "Apple put money",
    "Sam Altman",
    "gpt",
    "Anthropic, qui a fondé",
    "Apple et OpenAI, fondé par",
    "Apple à l'origine de",
    "Apple hand over",
    "who founded",
]


@pytest.mark.parametrize("text", ENDINGS)
def test_unfinished(answerer: Answerer, text: str) -> None:
    """A message that stops in mid-sentence gets a reply like any other."""
    assert answerer.answer(text).text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_matches_end_with_the_text(answerer: Answerer, vocabulary: Vocabulary, language: Language) -> None:
    """No expression of the lexicon is found to be longer than what is left of the text."""
    table = vocabulary.tables[language]
    longer = []
    for concept in answerer.base.lexicon.concepts:
        for expression in concept.in_(language)[::3]:
            forms = words_of(tokenize(expression))
            match = table.match(forms, [stem(form, language) for form in forms], 0) if forms else None
            if match and match.length > len(forms):
                longer.append(expression)

    assert [] == longer
