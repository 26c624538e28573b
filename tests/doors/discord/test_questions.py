"""A button carries its question, or a mark of a long one that is remembered."""

import pytest

from bot.doors.discord.questions import ROOM, Questions, key

LONG = "combien " * 40


def test_short_question_is_its_own_key() -> None:
    """It stands in the button whole, on one line, and needs no memory: so the button outlives a restart."""
    assert "Combien a coûté GPT-4 ?" == key(" Combien a  coûté GPT-4 ?\n")
    assert "Combien ?" == Questions().text("Combien ?")


def test_long_question_is_remembered() -> None:
    """A long one is known by a mark as long as somebody remembers it."""
    questions = Questions()
    questions.keep(LONG)

    assert LONG == questions.text(key(LONG))
    assert Questions().text(key(LONG)) is None


def test_lines_are_not_joined() -> None:
    """Two questions on two lines are not one: they are remembered as they are."""
    questions = Questions()
    questions.keep("GPT-4\nApple")

    assert "GPT-4\nApple" == questions.text(key("GPT-4 \n\n Apple"))
    assert key("GPT-4 Apple") != key("GPT-4\nApple")


def test_memory_is_bounded() -> None:
    """The oldest go first."""
    questions = Questions(most=2)
    for number in range(3):
        questions.keep(f"{number} {LONG}")

    assert [False, True, True] == [questions.text(key(f"{n} {LONG}")) is not None for n in range(3)]


@pytest.mark.parametrize("text", ["é" * 200, "🙂" * ROOM, "\ud800", "", "#0123456789abcdef", "a" * ROOM])
def test_key_fits_into_a_button(text: str) -> None:
    """Whatever is asked, its key is never empty, fits beside the button's name, and can be sent."""
    size = len(key(text).encode("utf-16-le")) // 2

    assert 0 < size <= ROOM
