"""Several questions in one message: each is answered or declined on its own."""

import pytest

from bot.answering.answerer import Answerer

ANSWERED = [
    ("Combien a coûté GPT-4 ? Qui a fondé Anthropic ?", ["gpt4-cost", "anthropic-founders"]),
    ("Combien a coûté GPT-4 et qui a fondé Anthropic ?", ["gpt4-cost", "anthropic-founders"]),
    ("De quel pays est SoftBank ?\nDe quel pays est DiDi Chuxing ?", ["softbank-country", "didi-country"]),
    (
        "Bonjour ! Quel est l'objectif de Nvidia ? Et quel est l'objectif d'Altman ? Merci.",
        ["nvidia-goal", "altman-goal"],
    ),
    (
        "1) Qui a investi dans Anthropic ? 2) Combien d'utilisateurs a ChatGPT ? 3) Le modèle de Meta est-il gratuit ?",
        ["anthropic-investors", "chatgpt-users", "meta-free"],
    ),
    ("How much did GPT-4 cost? Who founded Anthropic?", ["gpt4-cost", "anthropic-founders"]),
    ("How much did GPT-4 cost and who founded Anthropic?", ["gpt4-cost", "anthropic-founders"]),
    ("Which country is SoftBank from?\nWhich country is DiDi Chuxing from?", ["softbank-country", "didi-country"]),
    ("Hi! What is Nvidia's goal? And what is Altman's goal? Thanks.", ["nvidia-goal", "altman-goal"]),
    (
        "1) Who invested in Anthropic? 2) How many users does ChatGPT have? 3) Is Meta's model free?",
        ["anthropic-investors", "chatgpt-users", "meta-free"],
    ),
]  # fmt: skip

MIXED = [
    ("Combien de salariés compte OpenAI ? Combien a coûté GPT-4 ?", "gpt4-cost", "salariés"),
    ("Qui a fondé Anthropic ? Quelle est la recette de la ratatouille ?", "anthropic-founders", "article"),
    ("Who founded Anthropic? What is a good recipe for ratatouille?", "anthropic-founders", "article"),
    ("How many employees does OpenAI have? How much did GPT-4 cost?", "gpt4-cost", "employees"),
    ("Combien a coûté GPT-4 ? Et qui est le PDG de Microsoft ?", "gpt4-cost", "Microsoft"),
    ("How much did GPT-4 cost? And who is the CEO of Microsoft?", "gpt4-cost", "Microsoft"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "facts"), ANSWERED)
def test_all_answered(answerer: Answerer, text: str, facts: list[str]) -> None:
    """Each question has its answer, in the order asked, a line each."""
    reply = answerer.answer(text)

    assert tuple(facts) == reply.facts
    lines = reply.text.split("\n")
    assert len(facts) == len(lines)
    assert all(
        line.endswith(answerer.base.facts[fact].answer.in_(reply.language))
        for line, fact in zip(lines, facts, strict=True)
    )


@pytest.mark.parametrize(("text", "fact", "named"), MIXED)
def test_one_answered_one_declined(answerer: Answerer, text: str, fact: str, named: str) -> None:
    """What the article does not tell is declined by name beside the answer to the other question."""
    reply = answerer.answer(text)

    assert (fact,) == reply.facts
    assert ["answer", "decline"] == sorted(v.outcome for v in reply.verdicts)
    answer = answerer.base.facts[fact].answer.in_(reply.language)
    (refusal,) = (line for line in reply.text.split("\n") if line != answer)
    assert named in refusal


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Combien a coûté GPT-4 ? Combien a coûté GPT-4 ?", ("gpt4-cost",)),
        ("How much did GPT-4 cost? how much did gpt4 cost", ("gpt4-cost",)),
    ],
)
def test_same_question_twice(answerer: Answerer, text: str, facts: tuple[str, ...]) -> None:
    """A question asked twice is answered once."""
    reply = answerer.answer(text)

    assert facts == reply.facts
    assert 1 == len(reply.text.split("\n"))


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Le modèle de Meta est-il gratuit ? Et dans quelles applications est-il intégré ?",
            ("meta-free", "meta-apps"),
        ),
        ("De quel pays est SoftBank ? Et DiDi Chuxing ?", ("softbank-country", "didi-country")),
        ("Which country is SoftBank from? And DiDi Chuxing?", ("softbank-country", "didi-country")),
        ("Is Meta's model free? And which apps is it built into?", ("meta-free", "meta-apps")),
    ],
)
def test_leaning_question(answerer: Answerer, text: str, facts: tuple[str, ...]) -> None:
    """A question that leans on the one before takes over what it leaves out."""
    assert facts == answerer.answer(text).facts


def test_more_questions_than_are_answered_at_once_are_told(answerer: Answerer) -> None:
    """What is left out is not passed over in silence; with four, nothing is."""
    four = "Combien a coûté GPT-4 ? Qui a fondé Anthropic ? C'est quoi l'AGI ? Meta est gratuit ?"
    line = "Je réponds à 4 questions à la fois"

    assert line not in answerer.answer(four).text
    assert line in answerer.answer(f"{four} Que veut Nvidia ?").text


@pytest.mark.parametrize(
    "text", ["pourquoi ?", "quand ?", "Et pourquoi ça ?", "why?", "But when?", "how much?"]
)
def test_bare_interrogative_gets_no_fact(answerer: Answerer, text: str) -> None:
    """Nothing is asked about: any fact would be a guess."""
    assert "answer" != answerer.answer(text).outcome
