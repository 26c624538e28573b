"""Bases made larger."""

from itertools import pairwise

from bot.answering.facts import FactBase
from bot.evaluation.synthetic import grow, made_up_name


def test_names_differ() -> None:
    """Twenty thousand names, no two alike, nor alike to their neighbours."""
    names = [made_up_name(number) for number in range(20_000)]

    assert len(names) == len(set(names))
    assert all(name.isalpha() and name[0].isupper() for name in names)
    assert all(a[:4] != b[:4] for a, b in pairwise(names))


def test_a_base_grows_whole(base: FactBase) -> None:
    """Facts, absences, entities and phrasings are as many times as many; the lexicon stays."""
    grown = grow(base, 3)

    assert 3 * len(base.facts) == len(grown.facts)
    assert 3 * len(base.absences) == len(grown.absences)
    assert 3 * len(base.entities) == len(grown.entity)
    assert base.lexicon is grown.lexicon
    assert base.topics == grown.topics[: len(base.topics)]


def test_once_the_facts_is_the_base_itself(base: FactBase) -> None:
    """Nothing is added."""
    assert base.facts == grow(base, 1).facts


def test_copies_speak_of_other_names(base: FactBase) -> None:
    """In ids, frames, questions, answers and phrasings; nicknames give way to the name."""
    grown = grow(base, 2)
    zorvex, kalmio, petrova = (grown.entity[f"{known}-1"] for known in ("zorvex", "kalmio", "petrova"))
    price, founder = grown.facts["kalmio-price-1"], grown.facts["zorvex-founder-1"]

    assert f"What does {kalmio.name} cost {zorvex.name}?" == price.phrasings.en[-1]
    assert f"{kalmio.name} coûte combien au géant du biscuit ?" == price.phrasings.fr[-1]
    assert f"{zorvex.name} pays 5 million euros for {kalmio.name}." == price.answer.en
    assert f"Did {petrova.name} found {zorvex.name}?" == founder.phrasings.en[-1]
    assert (("petrova-1",), ("zorvex-1",)) == (founder.frame.agent, founder.frame.target)
    assert base.facts["zorvex-founder"].frame.asks == founder.frame.asks
    assert ("kalmio-price-1", "zorvex-revenue-1") == founder.related
    assert "zorvex-1" == petrova.part_of
    assert ("kalmio-1",) == grown.absence["no-kalmio-headcount-1"].about
