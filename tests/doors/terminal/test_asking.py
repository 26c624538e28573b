"""`depeche ask`: lines in, JSON out."""

import io
import json
from collections.abc import Callable, Iterator

import pytest

from bot.answering.reply import Reply
from bot.doors.terminal.asking import ask_batch, ask_once, json_line, read_line
from bot.service import Asked, Service

NewReply = Callable[..., Reply]

FIELDS = ["question", "language", "outcome", "answered", "answer", "facts", "score", "suggestions", "base"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (b"plain text\n", Asked("plain text", "fr")),
        (b"\r\n", Asked("", "fr")),
        (b"", Asked("", "fr")),
        ("où\u2028quand\n".encode(), Asked("où\u2028quand", "fr")),
        (b"caf\xe9", Asked("caf\ufffd", "fr")),
        (b'{"question": "Why?"}', Asked("Why?", "fr")),
        (b'  {"question": "Why?", "conversation": "7"}\n', Asked("Why?", "fr")),
        (b'{"question": "Why?", "language": "en"}', Asked("Why?", "en")),
        (b'{"question": "Why?", "language": "auto"}', Asked("Why?", None)),
        (b'{"question": "Why?", "language": ["en"]}', Asked("Why?", "fr")),
        (b'{"question": "\\ud83d"}', Asked("\ud83d", "fr")),
        (b'{"question": 7}', Asked('{"question": 7}', "fr")),
        (b'{"ask": "Why?"}', Asked('{"ask": "Why?"}', "fr")),
        (b"{why?", Asked("{why?", "fr")),
        (b'{"a":' * 9_000, Asked('{"a":' * 9_000, "fr")),
        (b'{"question": ' + b"9" * 9_000 + b"}", Asked('{"question": ' + "9" * 9_000 + "}", "fr")),
    ],
)
def test_a_line_is_a_question_whatever_it_holds(line: bytes, expected: Asked) -> None:
    """JSON objects with a question are opened; all else is the question itself, where the wish is French."""
    assert expected == read_line(line, "fr")


def test_json_has_the_fields_of_the_contract_in_order(new_reply: NewReply) -> None:
    """An answer tells its facts and a rounded score, and suggests nothing."""
    fields = json.loads(json_line(new_reply()))
    assert FIELDS == list(fields)
    assert fields == {
        "question": "How much?",
        "language": "en",
        "outcome": "answer",
        "answered": True,
        "answer": "A lot.",
        "facts": ["much"],
        "score": 0.88,
        "suggestions": [],
        "base": "sha256:00",
    }


def test_json_suggests_only_for_a_suggestion(new_reply: NewReply) -> None:
    """What is offered beside a refusal is no suggestion, and only answers rest on facts."""
    suggest = json.loads(json_line(new_reply(outcome="suggest")))
    decline = json.loads(json_line(new_reply(outcome="decline")))
    assert (["First?", "Second?"], [], False) == (
        suggest["suggestions"], suggest["facts"], suggest["answered"]
    )  # fmt: skip
    assert ([], [], False) == (decline["suggestions"], decline["facts"], decline["answered"])


def test_json_keeps_accents_and_escapes_lone_surrogates(new_reply: NewReply) -> None:
    """One line comes out in valid UTF-8, even for half a character."""
    assert "é".encode() in json_line(new_reply(text="é"))
    line = json_line(new_reply(question="a\ud800\u2028b\n"))
    assert line.isascii()
    assert line.count(b"\n") == 1
    assert "a\ud800\u2028b\n" == json.loads(line)["question"]


def test_json_tells_why_at_the_end_if_asked(new_reply: NewReply) -> None:
    """The contract changes only by adding."""
    assert [*FIELDS, "why"] == list(json.loads(json_line(new_reply(), ["because"])))


def test_a_batch_answers_in_order_and_hands_over_each_answer_at_once(service: Service) -> None:
    """When a line is read, the answers to all lines before it have been flushed."""
    output = Flushed()
    questions = ["Combien a coûté GPT-4 ?", "", "How much did GPT-4 cost?"]
    seen = []

    def lines() -> Iterator[bytes]:
        for question in questions:
            seen.append(output.flushed.count(b"\n"))
            yield question.encode() + b"\n"

    ask_batch(service, lines(), output, None)
    replies = [json.loads(line) for line in output.flushed.splitlines()]
    assert [0, 1, 2] == seen
    assert questions == [reply["question"] for reply in replies]
    assert ["fr", "fr", "en"] == [reply["language"] for reply in replies]


def test_a_byte_order_mark_opens_a_file_and_is_no_question(service: Service) -> None:
    """What some editors put before the first line is dropped, there and only there."""
    output = Flushed()
    ask_batch(service, ["hello".encode("utf-8-sig")] * 2, output, None)
    assert ["hello", "\ufeffhello"] == [json.loads(x)["question"] for x in output.flushed.splitlines()]


class Flushed(io.BytesIO):
    """Remembers what had been written at the last flush."""

    flushed = b""

    def flush(self) -> None:
        """Keep what is there."""
        self.flushed = self.getvalue()


def test_one_question_is_answered_in_plain_text_with_reasons(
    service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty line parts the reply from its reasons."""
    ask_once(service, Asked("How much did GPT-4 cost?"), as_json=False, why=True)
    reply, reasons = capsys.readouterr().out.split("\n\n")
    assert "In the article:" in reply
    assert "  1. " in reply
    assert reasons.startswith("What I understood:")


def test_the_wish_decides_where_the_question_does_not_tell(
    service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    """A bare name is answered in the language wished for."""
    for language in ("fr", "en"):
        ask_once(service, Asked("GPT-4 ?", language), as_json=False, why=False)
        expected = {"fr": "Dans l'article", "en": "In the article"}[language]
        assert expected in capsys.readouterr().out
