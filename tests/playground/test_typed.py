"""Names as people type them, and mentions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.typed import as_sent, as_typed

MENTIONS = {"@Ann": "<@1>", "@Ann Lee": "<@2>", "@Dépêche": "<@3>", "#général": "<#4>"}


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("@Ann !", "<@1> !"),
        ("@ann lee, @ANN", "<@2>, <@1>"),
        ("(@Dépêche) #Général", "(<@3>) <#4>"),
        ("@Annabelle me@Ann", "@Annabelle me@Ann"),
        (r"\@Ann", r"\@Ann"),
        ("`@Ann` @Ann ```\n@Ann\n```", "`@Ann` <@1> ```\n@Ann\n```"),
        ("@nobody", "@nobody"),
        ("", ""),
    ],
)
def test_the_longest_name_becomes_its_mention(text: str, sent: str) -> None:
    """In any case, as a whole word, outside code."""
    assert sent == as_sent(text, MENTIONS)


def test_without_names_a_text_stays() -> None:
    """Nobody is known yet."""
    assert "@Ann" == as_sent("@Ann", {})


@given(st.text(st.sampled_from("@#AnLe é`\n"), max_size=40))
def test_what_is_edited_is_sent_again_as_it_was(text: str) -> None:
    """A message that is edited without a change keeps its mentions."""
    sent = as_sent(text, MENTIONS)

    assert sent == as_sent(as_typed(sent, MENTIONS), MENTIONS)
