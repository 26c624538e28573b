"""Messages that ask nothing of the article: each kind has its own reply, and no fact is given."""

import pytest

from bot.answering.answerer import Answerer
from bot.answering.facts import LANGUAGES, Language
from bot.answering.wording import say

SMALL_TALK = [
    ("hello", ["Bonjour", "salut !", "Coucou 👋", "bonsoir tout le monde"], ["Hello!", "hi there", "hey", "Good evening"]),
    ("thanks", ["Merci beaucoup", "merci !", "mrc"], ["Thanks a lot!", "thank you", "thx"]),
    ("goodbye", ["Au revoir", "à bientôt", "bonne nuit"], ["Bye", "goodbye!", "see you later"]),
    ("how-are-you", ["Comment ça va ?", "ça va ?"], ["How are you?", "how are you doing?"]),
    ("who-are-you", ["Qui es-tu ?", "tu es qui ?"], ["Who are you?", "what's your name?"]),
    ("are-you-human", ["Es-tu un robot ?", "t'es humain ?"], ["Are you a bot?", "are you human?"]),
    ("what-can-you-do", ["Que sais-tu faire ?", "tu sais faire quoi ?"], ["What can you do?"]),
    ("who-made-you", ["Qui t'a créé ?"], ["Who made you?", "who created you?"]),
    ("compliment", ["bravo", "Bien joué !"], ["well done", "good bot"]),
    ("insult", ["t'es nul"], ["you are useless"]),
    ("sing-joke", ["raconte-moi une blague"], ["tell me a joke"]),
    ("laugh", ["mdr", "haha"], ["lol", "haha"]),
    ("help", ["aide", "à l'aide"], ["help", "help me"]),
]  # fmt: skip
ROWS = [
    (language, intent, text)
    for intent, french, english in SMALL_TALK
    for language, texts in (("fr", french), ("en", english))
    for text in texts
]
TWO_AT_ONCE = [
    ("fr", "Bonjour, merci !", "thanks"),
    ("fr", "Salut ! Qui es-tu ?", "who-are-you"),
    ("en", "Hello, thanks!", "thanks"),
    ("en", "Hi! Who are you?", "who-are-you"),
]  # fmt: skip
NOTHING = [
    "",
    " ",
    "\n\n",
    "????",
    "…",
    "🤔🤔🤔",
    "👍",
    "!!!",
    ".",
    "<@123456789012345678>",
    "https://example.com/a",
]
NOISE = ["asdkjh qwlekj zmxncb", "xzxzq vvvbn", "12345", "qsdfghjklm", "blorp flarg wibble"]


def told(answerer: Answerer, language: Language, intent: str) -> str:
    """What is said to small talk of a kind, with what the article lends to it."""
    base = answerer.base
    example = next(iter(base.facts.values())).question.in_(language)
    return say(language, f"smalltalk-{intent}", subjects=base.article.subjects.in_(language), example=example)


@pytest.mark.parametrize(("language", "intent", "text"), ROWS)
def test_small_talk(answerer: Answerer, language: Language, intent: str, text: str) -> None:
    """Small talk is answered in kind."""
    reply = answerer.answer(text, language)

    assert ("smalltalk", ()) == (reply.outcome, reply.facts)
    assert told(answerer, language, intent) == reply.text


@pytest.mark.parametrize(("language", "text", "intent"), TWO_AT_ONCE)
def test_two_at_once(answerer: Answerer, language: str, text: str, intent: str) -> None:
    """A greeting before other small talk does not count."""
    assert say(language, f"smalltalk-{intent}") == answerer.answer(text, language).text


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("text", NOTHING)
def test_nothing(answerer: Answerer, text: str, language: str) -> None:
    """A message without a word is told so, in the language that the door wishes."""
    reply = answerer.answer(text, language)

    assert ("smalltalk", language) == (reply.outcome, reply.language)
    assert say(language, "smalltalk-nothing") == reply.text


@pytest.mark.parametrize("text", NOISE)
def test_noise(answerer: Answerer, text: str) -> None:
    """Noise has no answer, and nothing is offered for it."""
    reply = answerer.answer(text)

    assert (("decline", ()), ()) == ((reply.outcome, reply.facts), reply.offers)


def test_every_intent_has_its_words(answerer: Answerer) -> None:
    """Every kind of small talk in the lexicon has a reply in both languages, and each its own."""
    for language in LANGUAGES:
        replies = {talk.id: told(answerer, language, talk.id) for talk in answerer.base.lexicon.smalltalk}

        assert len(replies) == len(set(replies.values()))
