"""Why a reply is what it is, in plain words."""

import math
from dataclasses import replace
from typing import get_args

import pytest

from bot.answering.decide import Missing
from bot.answering.facts import FactBase, Kind, Language
from bot.answering.figures import Figure
from bot.answering.guard import Findings
from bot.answering.reply import Reply
from bot.answering.wording import say
from bot.doors.explaining import explain
from bot.service import Asked, Service


async def reasons(service: Service, text: str, wish: Language | None = None) -> list[str]:
    """The explanation of the reply to a text."""
    return explain(await service.serve(Asked(text, wish)), service.base)


async def test_an_answer_is_explained_from_understanding_to_score(service: Service) -> None:
    """Language, names and notions come first, then the nearest facts, then the decision."""
    lines = await reasons(service, "Combien a coûté GPT-4 ?")
    assert ["Ce que j'ai compris :", "  langue : français", "  noms de l'article : GPT-4"] == lines[:3]
    assert lines[3].startswith("  notions : le coût")
    near = lines.index("Les réponses les plus proches :")
    assert lines[near + 1].endswith(" · Combien a coûté GPT-4 ?")
    assert lines[near + 2 : near + 4] == ["    explique 100 % de la question", "    rien ne le contredit"]
    assert lines[-1].startswith("Je réponds : ")
    assert ", il faut au moins 0," in lines[-1]


async def test_an_unknown_name_is_named(service: Service) -> None:
    """A refusal tells which name the article does not mention, in the language of the question."""
    lines = await reasons(service, "How many employees does Microsoft have?")
    assert "  names that the article does not mention: Microsoft" in lines
    assert "I do not answer: the article does not mention that name." in lines


async def test_figures_years_and_unknown_words_are_shown(service: Service) -> None:
    """Figures are written as the language writes them, years bare, strange words as typed."""
    question = "Est-ce que GPT-4 n'a pas coûté plus de 50 millions de dollars en 2031, zorglub ?"
    text = "\n".join(await reasons(service, question))
    assert "chiffres : plus de 50\u202f000\u202f000\u00a0USD" in text
    assert "années : 2031" in text
    assert "mots inconnus : zorglub" in text
    assert "réponse attendue : oui ou non" in text
    assert "tournure négative" in text


async def test_small_talk_looks_for_no_fact(service: Service) -> None:
    """Politeness is explained in one decision, without candidates."""
    lines = await reasons(service, "bonjour")
    assert "Je réponds par politesse : ce message ne demande rien sur l'article." == lines[-1]
    assert "Les réponses les plus proches :" not in lines


async def test_a_third_language_is_named(service: Service) -> None:
    """Spanish is recognised as such, and no fact is looked for."""
    lines = await reasons(service, "¿Cuándo fue fundada la empresa y quién es el director?", "fr")
    assert "  langue : ni français ni anglais (l'espagnol)" in lines
    assert "Je ne réponds pas : je ne parle que français et anglais." == lines[-1]


async def test_each_question_of_a_message_is_explained(service: Service) -> None:
    """Several questions are numbered and told apart."""
    lines = await reasons(service, "How much did GPT-4 cost? When did Apple invest in the Vision Fund?")
    heads = [line for line in lines if line.startswith("Question ")]
    assert ["Question 1: “How much did GPT-4 cost?”"] == heads[:1]
    assert 2 == len(heads)


async def test_every_finding_of_the_guard_has_its_words(service: Service) -> None:
    """Whatever the guard holds against a fact is told, by label rather than by id."""
    reply = await service.serve(Asked("How much did GPT-4 cost?"))
    verdict = reply.verdicts[0]
    findings = Findings(
        kind_fits=False,
        other_entities=("openai",),
        unknown_names=("Microsoft",),
        reversed_roles=("gpt-4",),
        unexplained=verdict.judged[0].candidate.explained[:1],
        wrong_figures=(Figure(1e6, 1e9, "usd"),),
        open_figures=(Figure(0, 0.5, "%"), Figure(7, math.inf)),
        wrong_years=(2017,),
        opposed=("cost",),
    )
    judged = replace(verdict.judged[0], findings=findings, is_corrected=True)
    verdict = replace(
        verdict, question=replace(verdict.question, kinds=frozenset({"amount"})), judged=(judged,)
    )
    lines = explain(replace(reply, verdicts=(verdict,)), service.base)
    start = next(i for i, line in enumerate(lines) if line.startswith("    explains")) + 1
    assert [
        "    does not give the kind of answer asked for (an amount)",
        "    is not about: OpenAI",
        "    does not know: Microsoft",
        "    has in the other role: GPT-4",
        "    contradicts the figure: from 1,000,000\u00a0USD to 1,000,000,000\u00a0USD",
        "    does not settle the figure: less than 0.5\u00a0%, more than 7",
        "    does not hold for: 2017",
        "    says the contrary on: the cost",
        f"    leaves unexplained: {findings.unexplained[0].mention.text}",
        "    a single mistake in the question: the answer corrects it",
    ] == lines[start:-1]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_kind_and_every_missing_piece_has_words(language: Language) -> None:
    """No internal word reaches a reader."""
    kinds = [say(language, "why-kind", kind=kind) for kind in get_args(Kind)]
    assert len(set(kinds)) == len(kinds)
    assert not set(kinds) & set(get_args(Kind))
    spoken = {say(language, "why-decline", missing=missing) for missing in (*get_args(Missing), "language")}
    assert len(get_args(Missing)) + 1 == len(spoken)


async def test_ids_stand_in_for_labels_that_a_reload_removed(service: Service, base: FactBase) -> None:
    """An explanation asked for after a reload must not fail."""
    reply = await service.serve(Asked("How much did GPT-4 cost?"))
    lexicon = base.lexicon.model_copy(update={"concepts": ()})
    bare = FactBase.model_construct(
        article=base.article, entities=(), topics=(), lexicon=lexicon, digest="sha256:00"
    )
    assert "  names in the article: gpt-4" in explain(reply, bare)


async def test_every_canonical_question_can_be_explained(service: Service, base: FactBase) -> None:
    """No reply of the shipped base breaks an explanation, and all lines hold words."""
    for fact in base.facts.values():
        for question in (fact.question.fr, fact.question.en):
            reply: Reply = await service.serve(Asked(question))
            assert all(line.strip() for line in explain(reply, base))
