"""The words of lexicon and base: what they can mean, and the mending of misspelt ones."""

import pytest

from bot.answering.senses import Match
from bot.answering.text import stem, tokenize, words_of
from bot.answering.vocabulary import Vocabulary

ENTITIES = [
    ("fr", "OpenAI", "openai", 1),
    ("fr", "open ai", "openai", 2),
    ("fr", "GPT 4", "gpt-4", 2),
    ("fr", "gpt4", "gpt-4", 2),
    ("fr", "la marque à la pomme", "apple", 4),
    ("fr", "prochain modèle d'OpenAI", "next-model", 4),
    ("en", "Vision Fund", "vision-fund", 2),
    ("en", "SoftBank Vision Fund", "vision-fund", 3),
    ("en", "the iPhone maker", "apple", 2),
    ("en", "artificial general intelligence", "agi", 3),
    ("fr", "Sam Altman", "altman", 2),
]  # fmt: skip

CONCEPTS = [
    ("fr", "chiffre d'affaires", "revenue"),
    ("en", "revenue", "revenue"),
    ("fr", "salariés", "headcount"),
    ("en", "employees", "headcount"),
    ("fr", "gratuit", "free-of-charge"),
    ("en", "share price", "share-price"),
    ("fr", "misent", "invest"),
]  # fmt: skip
MENDED = [
    ("fr", "anthropci", ("anthropic",)),
    ("fr", "gratiut", ("gratuit",)),
    ("fr", "utilisatuers", ("utilisateurs",)),
    ("fr", "dopenai", ("d", "openai")),
    ("fr", "lagi", ("l", "agi")),
    ("fr", "combiencoute", ("combien", "coute")),
    ("en", "anthropci", ("anthropic",)),
    ("en", "expensve", ("expensive",)),
    ("en", "revneue", ("revenue",)),
    ("en", "howmuchcost", ()),
    ("fr", "xqz", ()),
    ("en", "zzzzzzzzzz", ()),
]  # fmt: skip


def _match(vocabulary: Vocabulary, text: str, language: str) -> Match | None:
    forms = words_of(tokenize(text))
    start = 1 if forms[0] in {"la", "the"} else 0
    return vocabulary.tables[language].match(forms, [stem(form, language) for form in forms], start)


@pytest.mark.parametrize(("language", "text", "entity", "length"), [*ENTITIES])
def test_entities(vocabulary: Vocabulary, language: str, text: str, entity: str, length: int) -> None:
    """A name is found by any of its spellings and nicknames, the longest first, its article left out."""
    match = _match(vocabulary, text, language)

    assert match is not None
    assert ([("entity", entity)], length) == ([(s.kind, s.id) for s in match.senses], match.length)


@pytest.mark.parametrize(("language", "text", "concept"), CONCEPTS)
def test_concepts(vocabulary: Vocabulary, language: str, text: str, concept: str) -> None:
    """A concept is found by the words for it, in any of their forms."""
    match = _match(vocabulary, text, language)

    assert match is not None
    assert concept in [sense.id for sense in match.senses if sense.kind == "concept"]


@pytest.mark.parametrize(("language", "word", "mended"), MENDED)
def test_mend(vocabulary: Vocabulary, language: str, word: str, mended: tuple[str, ...]) -> None:
    """A slip is mended into the nearest known word, glued words are parted, noise stays noise."""
    assert not vocabulary.knows(word, language)
    assert mended == vocabulary.mend(word, language)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_mending_makes_known_words(vocabulary: Vocabulary, language: str) -> None:
    """One letter dropped inside a long known word mends into a word that is known."""
    known = sorted(w for w in vocabulary.tables[language].mendable if w.isalpha() and len(w) == 9)[::25]
    slips = {word: word[:4] + word[5:] for word in known}
    mended = {w: vocabulary.mend(s, language) for w, s in slips.items() if not vocabulary.knows(s, language)}

    assert {} == {
        w: m for w, m in mended.items() if not m or not all(vocabulary.knows(p, language) for p in m[-1:])
    }


@pytest.mark.parametrize(
    ("language", "word", "empty"),
    [("fr", "le", True), ("fr", "gratuit", False), ("en", "the", True), ("en", "free", False)],
)
def test_empty(vocabulary: Vocabulary, language: str, word: str, empty: bool) -> None:
    """Articles mean nothing by themselves, words that can be asked for do."""
    assert empty == vocabulary.is_empty(word, language)


@pytest.mark.parametrize("word", ["combien", "pourquoi", "how", "who", "pas", "not", "million"])
def test_function_words(vocabulary: Vocabulary, word: str) -> None:
    """Words that ask, deny or count are function words in both languages."""
    assert vocabulary.is_function_word(word)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("combien de temps", {"duration"}),
        ("combien", {"count"}),
        ("combien d'argent", {"amount"}),
        ("en quelle année", {"date"}),
        ("pourquoi", {"reason"}),
    ],
)
def test_asking(vocabulary: Vocabulary, text: str, kinds: set[str]) -> None:
    """The longest interrogative tells which kind of answer is asked."""
    forms = words_of(tokenize(text))

    assert kinds == {kind for kind, _, _ in vocabulary.asking["fr"].find(forms)}
