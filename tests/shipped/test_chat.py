"""A listened channel's chatter, written from the article alone: the bot speaks only when it is asked."""

import json
from pathlib import Path

import pytest

from bot.answering.answerer import Answerer
from bot.answering.compiled import load_answerer
from bot.answering.splitting import split

ROOT = Path(__file__).resolve().parents[2]
CHAT = Path(__file__).parent / "chat" / "test.jsonl"

Spoken = dict[str, list[bool]]


def speaks_up(answerer: Answerer, text: str, language: str) -> bool:
    """Whether a message that is for nobody in particular would be answered."""
    asks = any(part.asks for part in split(text))
    return asks and answerer.answer(text, "fr" if language == "fr" else "en").is_plain


@pytest.fixture(scope="module")
def spoken() -> Spoken:
    """Whether the bot speaks up, for every message that calls for silence and for an answer."""
    answerer = load_answerer(ROOT / "facts")
    found: Spoken = {"silent": [], "answer": []}
    for line in CHAT.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found[row["expected"]].append(speaks_up(answerer, row["text"], row["language"]))
    return found


def test_chatter_is_left_alone(spoken: Spoken) -> None:
    """Of 96 messages that ask nothing the article tells, one at most is answered."""
    assert 96 == len(spoken["silent"])
    assert sum(spoken["silent"]) <= 1


def test_most_questions_to_everybody_are_answered(spoken: Spoken) -> None:
    """Of 34 questions that it tells, however they are put, three in four; a mention gets the others."""
    assert 34 == len(spoken["answer"])
    assert sum(spoken["answer"]) >= 26
