"""Text as people type it, folded into tokens that can be compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.text import MAX_CHARACTERS, MAX_TOKENS, clean, fold, stem, tokenize

CLEANED = [
    ("plain words", "plain words"),
    ("**bold** _it_ ~~no~~ `code` ||spoiler||", " bold   it   no   code   spoiler "),
    ("> quote\n# title", "  quote\n  title"),
    ("<@123> <@!123> <@&123> <#123> a", "        a"),
    ("<:smile:123><a:dance:456>a", "  a"),
    ("</ask:123> <t:170:R> a", "    a"),
    ("https://a.b/c?d=e a", "  a"),
    ("discord.gg/abc a discord.com/invite/x", "  a  "),
    ("www.example.com a", "  a"),
    ("combieeeen", "combieen"),
    ("2000000", "2000000"),
    ("1 000 000", "1000000"),
    ("1\u202f000\u00a0000 €", "1000000 €"),
    ("1'000", "1000"),
    ("4 2000", "4 2000"),
    ("l’IA ‘ici’", "l'IA 'ici'"),
    ("Ｆｕｌｌ", "Full"),
    ("é", "é"),
    ("zero\u200bwidth\u00ad", "zerowidth"),
    ("\u202eabc\u202c", "abc"),
    ("a\x00b\ud800c", "a b c"),
    ("ﬁn", "fin"),
    ("a\u0301\u0316\u0489b", "\u00e1b"),
]  # fmt: skip

FOLDED = [
    ("Éléphant", "elephant"),
    ("ŒUVRE", "oeuvre"),
    ("Straße", "strasse"),
    ("ÇA", "ca"),
    ("naïve", "naive"),
    ("OpenAI", "openai"),
    ("\u041epen\u0410I", "openai"),
    ("\u039fpenAI", "openai"),
    ("Москва", "москва"),
    ("İstanbul", "istanbul"),
    ("", ""),
]  # fmt: skip

TOKENS = [
    ("Combien a coûté GPT-4 ?", ["combien", "a", "coute", "gpt", "4", "?"]),
    ("gpt4", ["gpt", "4"]),
    ("l'IA d'OpenAI", ["l", "ia", "d", "openai"]),
    ("3,4 milliards", ["3,4", "milliards"]),
    ("$3.4bn", ["$", "3.4", "bn"]),
    ("100 %", ["100", "%"]),
    ("2016/2017", ["2016", "/", "2017"]),
    ("don't", ["don", "t"]),
    ("est-ce", ["est", "ce"]),
    ("snake_case", ["snake", "case"]),
    ("<@1>🤔", []),
]  # fmt: skip

STEMS = [
    ("fr", "investissement", "invest"),
    ("fr", "investir", "invest"),
    ("fr", "utilisateurs", "utilis"),
    ("en", "investments", "invest"),
    ("en", "investing", "invest"),
    ("en", "chips", "chip"),
    ("fr", "ia", "ia"),
    ("en", "ai", "ai"),
    ("en", "was", "was"),
    ("fr", "2016", "2016"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cleaned"), CLEANED)
def test_clean(text: str, cleaned: str) -> None:
    """What Discord would render and what cannot be read is dropped; words stay apart."""
    assert cleaned.split() == clean(text).split()
    assert cleaned.count("\n") == clean(text).count("\n")


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_fold(text: str, folded: str) -> None:
    """Case, accents, ligatures and look-alikes make no difference; other alphabets keep their letters."""
    assert folded == fold(text)


@pytest.mark.parametrize(("text", "tokens"), TOKENS)
def test_tokenize(text: str, tokens: list[str]) -> None:
    """Elisions, hyphens and the border of letters and digits part words; figures stay whole."""
    assert tokens == [token.text for token in tokenize(text)]


def test_tokens_keep_what_was_typed() -> None:
    """A token knows its own kind and its letters as they were typed."""
    word, number, sign = tokenize("Coûté 3,4 ?")

    assert ("coute", "Coûté", True, False) == (word.text, word.raw, word.is_word, word.is_number)
    assert ("3,4", False, True) == (number.text, number.is_word, number.is_number)
    assert ("?", False, False) == (sign.text, sign.is_word, sign.is_number)


@pytest.mark.parametrize(("language", "word", "root"), STEMS)
def test_stem(language: str, word: str, root: str) -> None:
    """Forms of one word share a stem; short words and numbers are left alone."""
    assert root == stem(word, language)


@given(st.text(max_size=200))
def test_clean_is_done_once(text: str) -> None:
    """Cleaning what is clean changes no token."""
    assert tokenize(text) == tokenize(clean(text))


@given(st.text(max_size=200))
def test_tokens_are_never_empty(text: str) -> None:
    """Every token says something, folded and raw, and folding it again changes nothing."""
    tokens = tokenize(text)

    assert all(token.text and token.raw for token in tokens)
    assert [token.text for token in tokens] == [fold(token.text) for token in tokens]


@given(st.text(st.characters(max_codepoint=127), max_size=200))
def test_case_makes_no_difference(text: str) -> None:
    """The same letters in capitals make the same tokens."""
    assert [token.text for token in tokenize(text)] == [token.text for token in tokenize(text.upper())]


def test_limits() -> None:
    """Neither more characters nor more tokens are read than a question can have."""
    assert MAX_CHARACTERS == len(clean("ab" * MAX_CHARACTERS))
    assert MAX_TOKENS == len(tokenize("a b " * MAX_TOKENS))
