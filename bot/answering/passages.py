"""The article's own sentences, for the owner of its text: known by their hash, never kept."""

from __future__ import annotations

from pathlib import Path

from bot.answering.checks import sentences_of, sha256_of
from bot.answering.facts import FactBase
from bot.answering.yaml_file import Unusable, read_text


def passages(article: Path, base: FactBase, fact_id: str) -> list[str]:
    """The sentences that a fact rests on, word for word; one whose hash does not fit is left out."""
    fact = base.facts.get(fact_id)
    wanted = {base.sentence[sentence].sha256 for sentence in fact.sentences} if fact else set()
    try:
        told = [sentence for _, sentence in sentences_of(read_text(article))]
    except Unusable:  # the text was moved since the start
        return []
    return [sentence for sentence in told if sha256_of(sentence) in wanted]
