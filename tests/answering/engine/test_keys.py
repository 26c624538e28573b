"""What two questions can have in common, as plain strings."""

from collections.abc import Callable

import pytest

from bot.answering.facts import Language
from bot.answering.keys import key_of, mention_keys, question_keys
from bot.answering.question import Mention, Question
from bot.answering.senses import Sense

Read = Callable[[str, Language], Question]


@pytest.mark.parametrize(
    ("text", "language", "keys"),
    [
        (
            "Qui a fondé Anthropic ?",
            "fr",
            {"fr:qui", "fr:< qui", "fr:anthropic >", "entity:anthropic", "kind:person"},
        ),
        (
            "Who founded Anthropic?",
            "en",
            {"en:who", "en:< who", "en:anthrop >", "entity:anthropic", "kind:person"},
        ),
        ("En 2016, 1 milliard ?", "fr", {"year:2016", "figure:1000000000.0"}),
        ("Is Meta's model free?", "en", {"kind:yes-no", "entity:meta", "concept:free-of-charge"}),
        ("moins de 50 millions ?", "fr", {"figure:50000000.0"}),
    ],
)
def test_question_keys(read: Read, text: str, language: Language, keys: set[str]) -> None:
    """Words, their neighbours, what they stand for, what is asked, figures and years all count."""
    assert keys <= question_keys(read(text, language))


def test_keys_of_languages_differ(read: Read) -> None:
    """The same letters in two languages are two keys; what they stand for is one."""
    french, english = (question_keys(read("invest OpenAI", code)) for code in ("fr", "en"))

    assert {"entity:openai"} <= french & english
    assert not any(key.startswith(("fr:", "en:")) for key in french & english)


def test_entities_count_whatever_their_name(read: Read) -> None:
    """A name is known by what it names, other words by their stems too."""
    (named,) = read("la marque à la pomme", "fr").mentions
    free = Mention((Sense("concept", "free-of-charge"),), ("gratuit",), 0, 1, "gratuit")

    assert ["entity:apple"] == list(mention_keys(named, "fr"))
    assert ["concept:free-of-charge", "fr:gratuit"] == list(mention_keys(free, "fr"))
    assert "name:Tesla" == key_of(Sense("name", "Tesla"))


def test_nothing_asked(read: Read) -> None:
    """A message without words has only the keys of its two ends."""
    assert question_keys(read("", "fr")) <= {"fr:< >"}
