"""Replies and lists as plain lines."""

from collections.abc import Callable

from bot.answering.facts import FactBase
from bot.answering.reply import Reply
from bot.doors.terminal.plain import coverage_lines, question_lines, reply_lines

NewReply = Callable[..., Reply]


def test_an_answer_shows_its_place_then_related_questions(new_reply: NewReply) -> None:
    """The text comes first, then the paragraph, then numbered questions under a heading."""
    expected = ["A lot.", "In the article: paragraph 1.", "See also:", "  1. First?", "  2. Second?"]
    assert expected == reply_lines(new_reply())


def test_a_suggestion_needs_no_second_heading(new_reply: NewReply) -> None:
    """The text of a suggestion already introduces the questions."""
    reply = new_reply(outcome="suggest", text="Did you mean:", paragraph="")
    assert ["Did you mean:", "  1. First?", "  2. Second?"] == reply_lines(reply)


def test_a_refusal_introduces_what_the_article_does_answer(new_reply: NewReply) -> None:
    """After a refusal, the offered questions are introduced in the language of the reply."""
    refusal = {"outcome": "decline", "text": "Non.", "paragraph": "", "language": "fr"}
    assert "L'article répond par contre à ceci :" == reply_lines(new_reply(**refusal))[1]
    assert ["Non."] == reply_lines(new_reply(**refusal, offers=()))


def test_several_answers_take_a_line_each(new_reply: NewReply) -> None:
    """The answers to several questions in one message stay apart."""
    assert ["One.", "Two."] == reply_lines(new_reply(text="One.\nTwo.", offers=(), paragraph=""))


def test_the_list_has_every_fact_once_under_its_topic(base: FactBase) -> None:
    """Topics are headings, an empty line parts them, and ids stand in front where wished."""
    lines = question_lines(base, "fr", ids=True)
    assert [topic.topic.fr for topic in base.topics] == [x for x in lines if x and not x.startswith(" ")]
    assert list(base.facts) == [line.split()[0] for line in lines if line.startswith(" ")]
    assert [f"  {fact.question.en}" for fact in base.facts.values()] == [
        line for line in question_lines(base, "en") if line.startswith(" ")
    ]


def test_coverage_has_every_sentence_with_all_its_facts(base: FactBase) -> None:
    """A sentence shows exactly the facts that rest on it, or a dash."""
    lines = coverage_lines(base, "en")
    assert [s.id for s in base.article.sentences] == [line.split()[0] for line in lines]
    for sentence, line in zip(base.article.sentences, lines, strict=True):
        resting = [fact.id for fact in base.facts.values() if sentence.id in fact.sentences]
        assert line.endswith("  " + (", ".join(resting) or "-"))
        assert sentence.paragraph.en in line
