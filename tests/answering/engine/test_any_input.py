"""Anything that can be typed gets a reply: no exception, and nothing of the input that Discord would render."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answering.answerer import Answerer
from bot.answering.text import MAX_CHARACTERS, MAX_TOKENS, tokenize

ZALGO = "".join(c + "\u0301\u0316\u0489\u035f\u0334" for c in "Combien a coûté GPT ")
INPUTS = {
    "nothing": "",
    "white space": " \t\r\n\v\f\u00a0\u3000",
    "6,000 characters": "Combien a coûté GPT-4 ? " * 250,
    "100,000 characters": "a" * 100_000,
    "20,000 repeated words": "combien " * 20_000,
    "20,000 questions": "qui ? " * 20_000,
    "20,000 joints": "et qui, " * 20_000,
    "one long word": "anthropic" * 500,
    "one long number": "9" * 5_000,
    "many numbers": "1 000 " * 1_000,
    "number with points": "1.2.3,4,5.6 millions de dollars",
    "zeros": "0 0,0 000 millions 0 %",
    "zalgo": ZALGO,
    "zero width": "Com\u200bbien a co\u200dûté G\ufeffPT-4\u2060 ?",
    "right to left": "\u202eCombien a coûté GPT-4 ?\u202c \u2067שלום\u2069",
    "full width": "Ｃｏｍｂｉｅｎ　ａ　ｃｏûｔé　ＧＰＴ－４？",
    "lone surrogates": "Combien \ud800 a coûté \udfff GPT-4 ?",
    "noughts": "Combien\x00 a coûté\x00 GPT-4 ?",
    "controls": "".join(map(chr, range(32))),
    "private use": "\ue000\uf8ff\U000f0000\U0010ffff",
    "only punctuation": "?!.,;:-_'\"()[]{}<>/\\|@#$%^&*+=~`" * 20,
    "only apostrophes": "''''’’’’" * 500,
    "only elisions": "l'd'qu'n'" * 500,
    "only hyphens": "-a-t-il" * 500,
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈🇫🇷" * 200,
    "digits of the world": "٣٫٤ ३.४ ３．４ 三 ²³ ½ Ⅷ",
    "mentions": "<@1> <@!2> <@&3> @everyone @here <#4> </ask:5> <a:x:6>",
    "broken mentions": "<@<@1>1> <@ 1> <@1 @everyone`<@1>`",
    "code": "```py\nprint('combien')\n```` `` ` combien",
    "links": "http://a.b https://c.d/?q=<@1> [x](http://y) HTTPS://Z ftp://w discord.gg/x",
    "markdown": "# ***~~__||combien||__~~*** > - * `",
    "braces": "{ $name } {0} %s %(x)s ${x} {{}} combien a coûté { $what } ?",
    "names in capitals": "OPENAI " * 800,
    "tags": "non ? " * 2_000 + "n'est-ce pas",
    "negations": "ne pas " * 2_000,
    "lower and upper İ": "İıſKﬁﬂ combien a coûté GPT-4",
}
FORBIDDEN = ("<@", "<#", "@everyone", "@here", "http", "discord.gg", "`", "</", "\x00", "\u202e")

TYPED = st.text(
    alphabet=st.one_of(
        st.sampled_from("aeioulnrst éèàçœ'’-?!.,\n0123456789$€%@<>`*_~|#[](){}/:&"),
        st.characters(),
        st.characters(categories=["Cs", "Co", "Cn", "Mn", "Cf"]),
    ),
    max_size=300,
)
WORDS = st.lists(
    st.sampled_from(
        ["combien", "how", "much", "OpenAI", "GPT-4", "d'Apple", "n'est-ce", "pas", "?", "2016", "1 milliard", "et",
         "qui", "<@1>", "@everyone", "`x`", "http://x.y", "moins de", "not", "isn't", "par", "by", "\u200b", "é", "$"]
    ),
    max_size=60,
).map(" ".join)  # fmt: skip


@pytest.mark.parametrize("name", INPUTS)
def test_strange_input(answerer: Answerer, name: str) -> None:
    """Whatever is typed, a reply comes that is safe to post."""
    reply = answerer.answer(INPUTS[name])

    assert reply.text.strip()
    assert [] == [bad for bad in FORBIDDEN if bad in reply.text]
    assert reply.outcome in {"answer", "suggest", "decline", "smalltalk"}
    assert reply.language in {"fr", "en"}
    assert 0.0 <= reply.score <= 1.0
    assert reply.text.encode("utf-8")


@pytest.mark.parametrize(
    "name",
    ["zero width", "full width", "lone surrogates", "noughts", "lower and upper İ", "6,000 characters"],
)
def test_readable_through_it(answerer: Answerer, name: str) -> None:
    """Where the question is still there to be read, it is answered."""
    assert ("gpt4-cost",) == answerer.answer(INPUTS[name]).facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Quel est le chiffre d'affaires d'\u041epenAI ?", "openai-revenue"),
        ("Qui a fondé Anthr\u043epic ?", "anthropic-founders"),
        ("What is \u039epenAI's revenue?".replace("\u039e", "\u039f"), "openai-revenue"),
        ("Wh\u043e f\u043eunded Anthropi\u0441?", "anthropic-founders"),
    ],
)
def test_lookalikes(answerer: Answerer, text: str, fact: str) -> None:
    """Letters of other alphabets that look like ours are read as ours."""
    assert (fact,) == answerer.answer(text).facts


@given(TYPED)
@settings(max_examples=150, suppress_health_check=list(HealthCheck))
def test_any_text(answerer: Answerer, text: str) -> None:
    """Any text at all gets a reply that is safe to post."""
    reply = answerer.answer(text)

    assert reply.text.strip()
    assert [] == [bad for bad in FORBIDDEN if bad in reply.text]


@given(WORDS)
@settings(max_examples=150, suppress_health_check=list(HealthCheck))
def test_any_words(answerer: Answerer, text: str) -> None:
    """Any heap of words that mean something gets a reply that is safe to post, the same each time."""
    reply = answerer.answer(text)

    assert reply.text.strip()
    assert [] == [bad for bad in FORBIDDEN if bad in reply.text]
    assert reply == answerer.answer(text)


def test_limits() -> None:
    """Only the beginning of an endless message is read."""
    assert MAX_TOKENS == len(tokenize("a " * 50_000))
    assert [] == tokenize(" " * MAX_CHARACTERS + "word")
