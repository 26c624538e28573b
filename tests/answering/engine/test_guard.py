"""The guard: a question's frame held against a fact's."""

from collections.abc import Callable

import pytest

from bot.answering.answerer import Answerer
from bot.answering.facts import Language
from bot.answering.guard import Findings, Guard
from bot.answering.index import Index
from bot.answering.judging import Judged
from bot.answering.match import rank
from bot.answering.question import Question

Read = Callable[[str, Language], Question]
Check = Callable[[str, Language, str], Findings]


@pytest.fixture(scope="session")
def check(answerer: Answerer, read: Read) -> Check:
    """What the guard finds between a question and the fact that it seems to be after."""
    index: Index = answerer._index
    guard = Guard(answerer.base)

    def _check(text: str, language: Language, fact: str) -> Findings:
        question = read(text, language)
        candidates = {c.profile.fact.id: c for c in rank(question, index).facts}
        return guard.check(question, candidates[fact])

    return _check


REVERSED = [
    ("fr", "OpenAI va-t-elle investir dans Apple ?", "apple-invests", {"openai", "apple"}),
    ("fr", "Combien DiDi Chuxing a-t-elle investi dans Apple ?", "apple-didi", {"didi", "apple"}),
    ("fr", "Combien a été investi dans Apple par DiDi ?", "apple-didi", {"didi", "apple"}),
    ("fr", "Combien Apple a-t-elle investi dans DiDi ?", "apple-didi", set()),
    ("fr", "Combien a été investi dans DiDi par Apple ?", "apple-didi", set()),
    ("en", "How much did DiDi Chuxing invest in Apple?", "apple-didi", {"didi", "apple"}),
    ("en", "How much was invested in Apple by DiDi?", "apple-didi", {"didi", "apple"}),
    ("en", "How much did Apple invest in DiDi?", "apple-didi", set()),
    ("en", "How much was invested in DiDi by Apple?", "apple-didi", set()),
    ("en", "Is OpenAI going to invest in Apple?", "apple-invests", {"openai", "apple"}),
    ("fr", "Pourquoi OpenAI veut-elle entrer au capital d'Apple ?", "apple-reason", {"apple"}),
    ("en", "Who teamed up with Google to fund that OpenAI rival?", "google-partner", set()),
    ("fr", "Qui utilise beaucoup de puces de chez Nvidia ?", "openai-uses-nvidia", set()),
    ("en", "Is OpenAI using Nvidia chips?", "openai-uses-nvidia", set()),
    ("en", "Whose fund did Apple chip into in 2017?", "apple-2017", set()),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "fact", "reversed_"), REVERSED)
def test_reversed_roles(check: Check, language: Language, text: str, fact: str, reversed_: set[str]) -> None:
    """Subject, object, passive and preposition: whoever stands in the other's place is found."""
    assert reversed_ == set(check(text, language, fact).reversed_roles)


@pytest.mark.parametrize(
    ("language", "text", "fact", "years"),
    [
        ("fr", "Combien Apple a-t-elle investi dans DiDi en 2017 ?", "apple-didi", (2017,)),
        ("fr", "Combien Apple a-t-elle investi dans DiDi en 2016 ?", "apple-didi", ()),
        ("en", "How much did Apple invest in the Vision Fund in 2016?", "apple-vision-fund", (2016,)),
        ("en", "How much did Apple invest in the Vision Fund in 2017?", "apple-vision-fund", ()),
    ],
)
def test_wrong_years(check: Check, language: Language, text: str, fact: str, years: tuple[int, ...]) -> None:
    """A year that is not the fact's is found."""
    assert years == check(text, language, fact).wrong_years


@pytest.mark.parametrize(
    ("language", "text", "wrong", "still_open"),
    [
        ("fr", "GPT-4 a-t-il coûté 50 millions ?", 1, 0),
        ("fr", "GPT-4 a-t-il coûté moins de 100 millions ?", 1, 0),
        ("fr", "GPT-4 a-t-il coûté 100 millions ?", 0, 0),
        ("fr", "GPT-4 a-t-il coûté plus de 50 millions ?", 0, 0),
        ("fr", "GPT-4 a-t-il coûté 100 millions d'euros ?", 1, 0),
        ("en", "Did GPT-4 cost 50 million?", 1, 0),
        ("en", "Did GPT-4 cost more than 200 million?", 0, 1),
        ("en", "Did GPT-4 cost 100 million dollars?", 0, 0),
    ],
)
def test_figures(check: Check, language: Language, text: str, wrong: int, still_open: int) -> None:
    """A figure is found wrong where the fact contradicts it, open where it does not settle it."""
    findings = check(text, language, "gpt4-cost")

    assert (wrong, still_open) == (len(findings.wrong_figures), len(findings.open_figures))


@pytest.mark.parametrize(
    ("language", "text", "fact", "others"),
    [
        ("fr", "Combien Google a-t-il investi dans DiDi ?", "apple-didi", ("google",)),
        ("fr", "Combien a coûté ChatGPT ?", "gpt4-cost", ()),
        ("fr", "Combien Apple a-t-elle investi dans SoftBank ?", "apple-vision-fund", ()),
        ("en", "How much did Amazon invest in DiDi?", "apple-didi", ("amazon",)),
        ("en", "How much did Apple invest in SoftBank?", "apple-vision-fund", ()),
    ],
)
def test_other_entities(
    check: Check, language: Language, text: str, fact: str, others: tuple[str, ...]
) -> None:
    """A company that the fact is not about is found; what it owns, or who owns it, is near enough."""
    assert others == check(text, language, fact).other_entities


@pytest.mark.parametrize(
    ("language", "text", "fact", "fits"),
    [
        ("fr", "Quand GPT-4 a-t-il été construit ?", "gpt4-cost", False),
        ("fr", "Combien d'argent a coûté GPT-4 ?", "gpt4-cost", True),
        ("fr", "Qui a fondé Anthropic ?", "anthropic-founders", True),
        ("en", "When was Anthropic founded?", "anthropic-founders", False),
        ("en", "Who founded Anthropic?", "anthropic-founders", True),
        ("en", "Where is SoftBank from?", "softbank-country", True),
    ],
)
def test_kind(check: Check, language: Language, text: str, fact: str, fits: bool) -> None:
    """A fact that gives another kind of answer than the one asked is found."""
    assert fits == check(text, language, fact).kind_fits


@pytest.mark.parametrize(
    ("language", "text", "fact", "opposed"),
    [
        ("fr", "Le modèle de Meta est-il payant ?", "meta-free", True),
        ("fr", "Le modèle de Meta est-il gratuit ?", "meta-free", False),
        ("fr", "SoftBank est-elle chinoise ?", "softbank-country", True),
        ("fr", "Peut-on utiliser le modèle de Meta sans payer ?", "meta-free", False),
        ("en", "Are AI chips cheap?", "chips-price", True),
        ("en", "Can I use Meta's model without paying?", "meta-free", False),
        ("en", "Are AI chips expensive?", "chips-price", False),
        ("en", "Is SoftBank Chinese?", "softbank-country", True),
        ("en", "Is SoftBank Japanese?", "softbank-country", False),
    ],
)
def test_opposed(check: Check, language: Language, text: str, fact: str, opposed: bool) -> None:
    """What the fact denies, or of whose family it has another, is found."""
    assert opposed == bool(check(text, language, fact).opposed)


def test_clean(check: Check, answerer: Answerer) -> None:
    """Against its own canonical question nothing contradicts a fact."""
    assert check("How much did GPT-4 cost?", "en", "gpt4-cost").is_clean
    contradicted = {}
    for fact in answerer.base.facts.values():
        best: Judged | None = answerer.answer(fact.question.fr).verdicts[0].best
        if best is not None and best.fact_id == fact.id:
            contradicted[fact.id] = best.findings.is_contradicted

    assert set() == {fact for fact, found in contradicted.items() if found}
