"""Which claims a question's keys speak for, held against a slow, obvious reference."""

import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.evidence import _RARE, Evidence

KEYS = st.sampled_from([f"fr:{letter}" for letter in "abcdefgh"])
PHRASINGS = st.lists(st.sets(KEYS, max_size=5), min_size=1, max_size=8)
CLAIMS = st.dictionaries(st.sampled_from([f"fact-{n}" for n in range(6)]), PHRASINGS, min_size=1, max_size=6)


def slow_evidence(claims: dict[str, list[set[str]]], keys: set[str]) -> dict[str, float]:
    """For every claim, over every key, the log of how much its share of phrasings stands out."""
    scores = {}
    for claim, phrasings in claims.items():
        shares = {key: sum(key in p for p in phrasings) / len(phrasings) for key in keys}
        if any(shares.values()):
            scores[claim] = sum(math.log(1 + share / _RARE) for share in shares.values())
    return scores


def _evidence(claims: dict[str, list[set[str]]]) -> Evidence:
    counts = {claim: Counter(key for p in phrasings for key in p) for claim, phrasings in claims.items()}
    return Evidence(counts, {claim: len(phrasings) for claim, phrasings in claims.items()})


@given(CLAIMS, st.sets(KEYS | st.just("fr:unknown")))
def test_against_the_slow_one(claims: dict[str, list[set[str]]], keys: set[str]) -> None:
    """The flat arrays add up to what counting it all again would."""
    assert pytest.approx(slow_evidence(claims, keys), rel=1e-5) == _evidence(claims).of(keys)


@given(CLAIMS, st.sets(KEYS, min_size=1), KEYS)
def test_more_keys_never_speak_against(claims: dict[str, list[set[str]]], keys: set[str], more: str) -> None:
    """A further key adds to what is there, or leaves it as it is."""
    evidence = _evidence(claims)
    before, after = evidence.of(keys), evidence.of({*keys, more})

    assert all(after[claim] >= score - 1e-9 for claim, score in before.items())


def test_rarer_elsewhere_does_not_matter() -> None:
    """A claim's evidence is its own share: what other claims say changes nothing."""
    alone = _evidence({"one": [{"fr:a"}, {"fr:b"}]})
    beside = _evidence({"one": [{"fr:a"}, {"fr:b"}], "two": [{"fr:a"}] * 8})

    assert alone.of({"fr:a"})["one"] == beside.of({"fr:a"})["one"]


def test_nothing_shared() -> None:
    """Claims that share no key are left out."""
    assert {} == _evidence({"one": [{"fr:a"}]}).of({"fr:b"})
    assert {} == _evidence({"one": [{"fr:a"}]}).of(set())


def test_a_thousand_claims_with_one_key_in_common() -> None:
    """In a large base the rarer keys lead to the claims, and the common ones are counted for those."""
    claims = {f"fact-{n}": [{"fr:le", f"fr:mot{n}"}] for n in range(3_000)}
    evidence = _evidence(claims)

    assert pytest.approx(slow_evidence({"fact-7": claims["fact-7"]}, {"fr:le", "fr:mot7"}), rel=1e-5) == (
        evidence.of({"fr:le", "fr:mot7"})
    )
    assert len(evidence.of({"fr:le"})) > 0
