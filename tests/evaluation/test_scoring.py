"""Replies held against labels."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bot.answering.answerer import Answerer
from bot.answering.reply import Reply
from bot.evaluation.questions import Labelled
from bot.evaluation.scoring import Said, score, score_said

NewLabelled = Callable[..., Labelled]

PRICE, REVENUE, FOUNDER = (
    Said("answer", "kalmio-price"),
    Said("answer", "zorvex-revenue"),
    Said("answer", "zorvex-founder"),
)
DECLINE, TALK = Said("decline"), Said("smalltalk")

ANSWER: dict[str, Any] = {"expect": "answer", "facts": ["kalmio-price", "zorvex-founder"]}
REFUSE: dict[str, Any] = {"expect": "decline", "facts": []}
EITHER: dict[str, Any] = {"expect": "decline", "also": "answer", "facts": ["kalmio-price"]}
CHAT: dict[str, Any] = {"expect": "smalltalk", "facts": []}
YES: dict[str, Any] = {"expect": "answer", "facts": ["kalmio-price"], "opens": "yes"}


def opened(said: Said, opens: Any) -> Said:
    return replace(said, opens=opens)


@pytest.mark.parametrize(
    ("label", "said", "right", "wrong"),
    [
        (ANSWER, (PRICE,), True, False),
        (ANSWER, (FOUNDER,), True, False),
        (ANSWER, (REVENUE,), False, True),
        (ANSWER, (PRICE, FOUNDER), True, False),
        (ANSWER, (PRICE, REVENUE), False, True),
        (ANSWER, (PRICE, DECLINE), True, False),
        (ANSWER, (DECLINE,), False, False),
        (ANSWER, (TALK,), False, False),
        (REFUSE, (DECLINE,), True, False),
        (REFUSE, (PRICE,), False, True),
        (REFUSE, (DECLINE, PRICE), False, True),
        (REFUSE, (TALK,), False, False),
        (REFUSE | {"facts": ["kalmio-price"]}, (PRICE,), False, True),
        (EITHER, (DECLINE,), True, False),
        (EITHER, (PRICE,), True, False),
        (EITHER, (REVENUE,), False, True),
        (ANSWER | {"also": "decline"}, (DECLINE,), True, False),
        (ANSWER | {"also": "decline"}, (REVENUE,), False, True),
        (CHAT, (TALK,), True, False),
        (CHAT, (DECLINE,), False, False),
        (CHAT, (PRICE,), False, True),
        (CHAT | {"also": "decline"}, (DECLINE,), True, False),
        (YES, (opened(PRICE, "yes"),), True, False),
        (YES, (opened(PRICE, "no"),), False, True),
        (YES, (PRICE,), True, False),
        (ANSWER, (opened(PRICE, "no"),), True, False),
    ],
)
def test_one_question(
    new_labelled: NewLabelled, label: dict[str, Any], said: tuple[Said, ...], right: bool, wrong: bool
) -> None:
    """A right fact, a refusal or small talk, as the label or its second fair outcome wants."""
    scored = score_said(new_labelled(**label), said)

    assert (right, wrong) == (scored.is_right, scored.is_wrong_fact)


WHO = {"expect": "answer", "facts": ["zorvex-founder"]}
HOW_MUCH = {"expect": "answer", "facts": ["kalmio-price"]}
BOTH = {"expect": "answer", "facts": ["zorvex-founder", "kalmio-price"]}


@pytest.mark.parametrize(
    ("parts", "said", "right", "wrong"),
    [
        ((WHO, HOW_MUCH), (FOUNDER, PRICE), True, False),
        ((WHO, HOW_MUCH), (PRICE, FOUNDER), True, False),
        ((WHO, HOW_MUCH), (FOUNDER,), False, False),
        ((WHO, HOW_MUCH), (FOUNDER, DECLINE), False, False),
        ((WHO, HOW_MUCH), (FOUNDER, REVENUE), False, True),
        ((WHO, BOTH), (FOUNDER,), True, False),
        ((WHO, REFUSE), (FOUNDER, DECLINE), True, False),
        ((WHO, REFUSE), (FOUNDER,), False, False),
        ((WHO, REFUSE), (FOUNDER, PRICE), False, True),
        ((WHO, REFUSE, REFUSE), (FOUNDER, DECLINE), True, False),
        ((WHO, EITHER), (FOUNDER, PRICE), True, False),
        ((WHO, EITHER), (FOUNDER, DECLINE), True, False),
        ((WHO, EITHER), (FOUNDER,), False, False),
        ((WHO, YES), (FOUNDER, opened(PRICE, "no")), False, True),
        ((HOW_MUCH, YES), (opened(PRICE, "no"), PRICE), False, True),
        ((YES, YES | {"opens": "no"}), (opened(PRICE, "yes"), opened(PRICE, "no")), True, False),
    ],
)
def test_several_questions(
    new_labelled: NewLabelled,
    parts: tuple[dict[str, Any], ...],
    said: tuple[Said, ...],
    right: bool,
    wrong: bool,
) -> None:
    """Each question of a message must fare well, and nothing may be said that none asked for."""
    scored = score_said(new_labelled(parts=parts), said)

    assert (right, wrong) == (scored.is_right, scored.is_wrong_fact)


@pytest.fixture
def reply(answerer: Answerer) -> Reply:
    """A reply that answers with the price, whatever the thresholds are today."""
    given = answerer.answer("What is the price of Kalmio?")
    verdict = replace(given.verdicts[0], outcome="answer", opener=None)
    assert verdict.best is not None
    assert "kalmio-price" == verdict.best.fact_id
    return replace(given, verdicts=(verdict,), language="en")


def test_a_reply_is_scored_by_its_verdicts(new_labelled: NewLabelled, reply: Reply) -> None:
    """The fact of the verdict counts, and the language of the reply."""
    scored = score(new_labelled(), reply)

    assert (PRICE,) == scored.said
    assert (True, True) == (scored.is_right, scored.has_right_language)
    assert not score(new_labelled(language="fr"), reply).has_right_language


@pytest.mark.parametrize(("opener", "opens"), [("si", "yes"), ("yes", "yes"), ("no", "no"), (None, None)])
def test_openers_are_read(new_labelled: NewLabelled, reply: Reply, opener: Any, opens: str | None) -> None:
    """« Si » is a yes."""
    verdict = replace(reply.verdicts[0], opener=opener)
    scored = score(new_labelled(), replace(reply, verdicts=(verdict,)))

    assert opens == scored.said[0].opens


@pytest.mark.parametrize(
    ("outcome", "said"), [("suggest", DECLINE), ("decline", DECLINE), ("smalltalk", TALK)]
)
def test_other_outcomes_give_no_fact(
    new_labelled: NewLabelled, reply: Reply, outcome: Any, said: Said
) -> None:
    """A suggestion is a refusal: it puts nothing forward as true."""
    verdict = replace(reply.verdicts[0], outcome=outcome)

    assert (said,) == score(new_labelled(), replace(reply, verdicts=(verdict,))).said


def test_a_peer_chooses_no_language(new_labelled: NewLabelled) -> None:
    """Without a reply there is no language to be right in."""
    assert not score_said(new_labelled(), (PRICE,)).has_right_language
