"""What facts say: a phrasing leads to one fact, and French and English tell the same."""

from collections.abc import Callable
from pathlib import Path

import pytest

Change = Callable[[str, str, str], None]
Faults = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("name", "old", "new", "place", "owner", "line"),
    [
        ("company.yaml", "demander start 3", "Démander « VALUE-3 » ?!", "23:48", "value", 12),
        ("company.yaml", "asking start 12", '"question of value"', "24:190", "value", 4),
        ("absences/all.yaml", "whose is it 2", "Question of place?", "6:25", "place", 26),
    ],
)
def test_a_phrasing_leads_to_one_fact(
    change: Change, faults: Faults, tiny: Path, name: str, old: str, new: str, place: str, owner: str, line: int
) -> None:  # fmt: skip
    """Case, accents and signs make no difference; canonical questions count, and absences too."""
    change(name, old, new)
    (told,) = faults()
    assert told.startswith(f"{name}:{place}: ")
    assert told.endswith(f" is claimed by '{owner}' at {tiny / 'company.yaml'}:{line}; keep it in one")


def test_likeness_is_no_claim(change: Change, faults: Faults) -> None:
    """The same letters in other words, or the same words in the other language, are no clash."""
    change("company.yaml", "demander start 3", "l'agi")
    change("company.yaml", "demander value 3", "lagi")
    change("company.yaml", "asking place 3", "lagi")
    assert [] == faults()


@pytest.mark.parametrize(
    ("french", "english", "kind", "told"),
    [
        ("Acme vaut 3 millions.", "Acme is worth 4 million.", "figures", ("3,000,000", "4,000,000")),
        ("Acme vaut 3 millions.", "Acme is worth 3 billion.", "figures", ("3,000,000", "3,000,000,000")),
        (
            "Acme vaut plus de 3 millions.",
            "Acme is worth 3 million.",
            "figures",
            ("over 3,000,000", "3,000,000"),
        ),
        ("Acme a 30000 euros.", "Acme has $30,000.", "figures", ("30,000 eur", "30,000 usd")),
        ("Acme a 3,5 % du marché.", "Acme has its part.", "figures", ("3.5 %", "none")),
        ("Acme a 12 sites.", "Acme has 13 sites.", "figures", ("12", "13")),
        ("Acme existe depuis 2016.", "Acme exists since 2017.", "years", ("2016", "2017")),
        ("Acme est à Lyon.", "It is in Lyon.", "names", ("acme", "none")),
        ("M. Beta dirige Acme.", "Acme leads Acme.", "names", ("beta", "none")),
    ],
)
def test_twins_that_tell_different_things_are_told(
    change: Change, faults: Faults, french: str, english: str, kind: str, told: tuple[str, str]
) -> None:
    """Figures with their bounds and units, years and names: what only one of the two has is shown."""
    change("company.yaml", "Acme est à Lyon.", f'"{french}"')
    change("company.yaml", "Acme is in Lyon.", f'"{english}"')
    fault = f"the twins tell different {kind}: {told[0]} in French, {told[1]} in English; make them agree"
    assert [f"company.yaml:29:11: {fault}"] == faults()


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("Acme est à Beta.", "Acme belongs to Mr Beta."),
        ("Acme vaut 1 500 000 dollars.", "Acme is worth $1,500,000."),
        ("Acme a 3 000 sites, dont 1,5 % à Lyon.", "Acme has 3,000 sites, 1.5% of them in Lyon."),
        ("Acme a des dizaines de milliers de sites.", "Acme has tens of thousands of sites."),
    ],
)
def test_twins_may_write_the_same_in_their_own_ways(
    change: Change, faults: Faults, french: str, english: str
) -> None:
    """Separators, signs, words for numbers and titles are each language's own."""
    change("company.yaml", "Acme est à Lyon.", f'"{french}"')
    change("company.yaml", "Acme is in Lyon.", f'"{english}"')
    assert [] == faults()


def test_absences_are_twins_too(change: Change, faults: Faults) -> None:
    """What an absence says is checked like an answer."""
    change("absences/all.yaml", "who owns Acme", "who owns Beta")
    told = "absences/all.yaml:2:56: the twins tell different names: acme in French, beta in English; make them agree"
    assert [told] == faults()
