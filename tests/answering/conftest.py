"""A tiny whole base in a folder of its own, to be broken: three facts, an absence, two entities."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.loading import load_base
from bot.errors import BrokenBaseError

Change = Callable[[str, str, str], None]
Faults = Callable[..., list[str]]

SENTENCES = ("Acme vaut plus de 3 millions.", "M. Beta l'a lancée en 2016.", "Elle est à Lyon.")

TOPIC = """\
topic: {fr: La société, en: The company}
facts:
"""

FACT = """\
  - id: ID
    question: {fr: "Question ID ?", en: "Question of ID?"}
    answer:
      fr: FRENCH
      en: ENGLISH
    frame: {agent: [acme], about: [beta], asks: [cost], gives: [amount]}
    sentences: [SENTENCE]
    related: [RELATED]
    phrasings:
      fr: [FR_PHRASINGS]
      en: [EN_PHRASINGS]
"""

FACTS = (
    ("value", "Acme vaut plus de 3 millions.", "Acme is worth more than 3 million.", "s1", "start, place"),
    ("start", "M. Beta a lancé Acme en 2016.", "Mr Beta launched Acme in 2016.", "s2", "value, place"),
    ("place", "Acme est à Lyon.", "Acme is in Lyon.", "s3", "value, start"),
)

ENTITIES = """\
- {id: acme, name: Acme, kind: company}
- {id: beta, name: {fr: M. Beta, en: Mr Beta}, kind: person, part_of: acme, aliases: [Beta]}
"""

CONCEPTS = """\
- {id: cost, label: {fr: le coût, en: the cost}, opposite: gain, fr: [coûter], en: [cost]}
- {id: gain, label: {fr: le gain, en: the gain}, opposite: cost, fr: [gagner], en: [gain]}
"""

LEXICON = {
    "asking": "amount: {fr: [combien], en: [how much]}\n"
    "yes-no: {fr: {openers: [est-ce que], tags: [non], verbs: [est]}, en: {openers: [is], tags: [right], verbs: [has]}}\n"
    "negation: {fr: [pas], en: [not]}\ndenial: {fr: [il est faux], en: [is it false]}\n",
    "concepts/all": CONCEPTS,
    "context": "fr: {saying: [dire]}\nen: {saying: [say]}\n",
    "empty": "fr: {articles: [le]}\nen: {articles: [the]}\n",
    "languages": "fr: [le]\nen: [the]\nother: {de: {name: {fr: l'allemand, en: German}, words: [der]}}\n",
    "names": "companies: [Gamma, [Delta, Delta Inc]]\nambiguous: [[WHO]]\n",
    "roles": "agent: {fr: [par], en: [by]}\n",
    "smalltalk": "- {id: hello, fr: [bonjour], en: [hello]}\n",
}


def _phrasings(about: str, count: int) -> str:
    return ", ".join(f"{about} {number}" for number in range(1, count + 1))


def _fact(fact_id: str, french: str, english: str, sentence: str, related: str) -> str:
    values = {
        "FRENCH": french, "ENGLISH": english, "SENTENCE": sentence, "RELATED": related,
        "FR_PHRASINGS": _phrasings("demander ID", 12), "EN_PHRASINGS": _phrasings("asking ID", 12), "ID": fact_id,
    }  # fmt: skip
    text = FACT
    for name, value in values.items():
        text = text.replace(name, value)
    return text


def _article() -> str:
    sentences = "".join(
        f"  - {{id: s{number}, paragraph: {{fr: un, en: one}}, sha256: {hashlib.sha256(text.encode()).hexdigest()}}}\n"
        for number, text in enumerate(SENTENCES, start=1)
    )
    return f"title: {{fr: Un article, en: An article}}\nsource: Un journal\nsentences:\n{sentences}subjects: {{fr: Acme, en: Acme}}\n"


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """The folder of the tiny base."""
    files = {
        "article": _article(),
        "entities": ENTITIES,
        "company": TOPIC + "".join(_fact(*row) for row in FACTS),
        "absences/all": f"""\
- id: no-owner
  says: {{fr: L'article ne dit pas à qui est Acme., en: The article does not say who owns Acme.}}
  about: [acme]
  phrasings:
    fr: [{_phrasings("à qui est-elle", 5)}]
    en: [{_phrasings("whose is it", 5)}]
""",
        "questions": '- {ask: "Where is Acme?", facts: [place]}\n',
        **{f"lexicon/{name}": text for name, text in LEXICON.items()},
    }
    folder = tmp_path / "base"
    for name, text in files.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def change(tiny: Path) -> Change:
    """Replaces something that stands in a file of the tiny base, once."""

    def _change(name: str, old: str, new: str) -> None:
        text = (tiny / name).read_text(encoding="utf-8")
        assert old in text
        (tiny / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return _change


@pytest.fixture
def faults(tiny: Path) -> Faults:
    """Loads the tiny base; the faults in it, each a line that begins with the file's name."""

    def _faults(article: Path | None = None) -> list[str]:
        try:
            load_base(tiny, article)
        except BrokenBaseError as error:
            return [str(fault).removeprefix(f"{tiny}/") for fault in error.faults]
        return []

    return _faults
