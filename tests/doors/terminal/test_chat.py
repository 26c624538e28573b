"""The conversation, on plain lines."""

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.facts import FactBase
from bot.doors.terminal.chat import COMMANDS, Chat
from bot.doors.terminal.piped import PlainScreen, converse_plainly
from bot.service import Service

Talk = Callable[..., list[str]]


@pytest.fixture
def talk(service: Service) -> Talk:
    """Types lines into a new conversation and returns what it wrote, piece by piece."""

    def _talk(*lines: str, on: Service = service) -> list[str]:
        output = io.StringIO()
        converse_plainly(on, None, [f"{line}\n".encode() for line in lines], output)
        return output.getvalue().split("\n\n")[:-1]

    return _talk


def test_a_number_asks_the_question_that_was_put_forward(talk: Talk, base: FactBase) -> None:
    """The second related question is echoed and answered."""
    first, second = talk("How much did GPT-4 cost?", "2")
    fact = base.facts[base.facts["gpt4-cost"].related[1]]
    assert f"  2. {fact.question.en}" in first.splitlines()
    assert f"> {fact.question.en}" == second.splitlines()[0]
    assert "In the article:" in second


def test_a_number_beyond_the_list_is_refused_by_its_bounds(talk: Talk) -> None:
    """The refusal tells which numbers there are, and the list stays in force."""
    _, refused, accepted = talk("How much did GPT-4 cost?", "17", "1")
    assert "There is no question number 17: choose from 1 to 3." == refused
    assert accepted.startswith("> ")


def test_a_number_is_a_question_when_nothing_was_put_forward(talk: Talk) -> None:
    """Without a list, digits are what the person asks."""
    assert not talk("2")[0].startswith("> ")


def test_languages_switch_by_command_and_by_question(talk: Talk) -> None:
    """A command or the last question tells the language of texts that do not."""
    french, told, english, switched, again = talk(
        "GPT-4 ?", "/en", "GPT-4 ?", "Combien a coûté GPT-4 ?", "GPT-4 ?"
    )
    assert "Dans l'article" in french
    assert "I reply in English, except to a question in French." == told
    assert "In the article" in english
    assert "Dans l'article" in switched
    assert "Dans l'article" in again
    assert talk("/en", "/fr")[1].startswith("Je réponds en français")


def test_why_explains_the_last_reply(talk: Talk) -> None:
    """Before any reply there is nothing to explain; after one, its reasons."""
    nothing, _, why = talk("/why", "How much did GPT-4 cost?", "/why")
    assert "Rien à expliquer : posez d'abord une question." == nothing
    assert why.startswith("What I understood:\n  language: English")


def test_help_tells_every_command(talk: Talk) -> None:
    """No command is left out, and an unknown one leads to the help."""
    help_text, unknown = talk("/help", "/dance")
    assert list(COMMANDS) == [x.split()[0] for x in help_text.splitlines() if x.startswith("  /")]
    assert "Commande inconnue : /dance. Tapez /help pour l'aide." == unknown


def test_facts_lists_the_questions_in_the_language_spoken(talk: Talk, base: FactBase) -> None:
    """Every canonical question can be found."""
    text = "\n".join(talk("/en", "/facts"))
    assert all(fact.question.en in text for fact in base.facts.values())


def test_quit_leaves_and_empty_lines_are_passed_over(talk: Talk) -> None:
    """Nothing is answered after the word to leave, nor to an empty line."""
    assert 1 == len(talk("", "  ", "bonjour", "/quit", "bonjour"))


def test_bytes_that_are_no_text_are_no_obstacle(service: Service) -> None:
    """A line that is not UTF-8 is answered like any other."""
    output = io.StringIO()
    converse_plainly(service, "en", [b"\xff\xfe\x00\n", b"hello"], output)
    assert 2 == output.getvalue().count("\n\n")


def test_reload_tells_what_changed_or_why_it_did_not(talk: Talk, tmp_path: Path, small_base: Path) -> None:
    """A broken folder changes nothing and every fault is shown; a whole one replaces the base."""
    folder = tmp_path / "facts"
    shutil.copytree(small_base, folder)
    service = Service(folder)
    base = service.base
    topic = folder / "biscuits.yaml"
    whole = topic.read_text(encoding="utf-8")
    topic.write_text(whole.replace("    answer:", "    anwser:", 1), encoding="utf-8")
    refused = talk("/reload", on=service)[0].splitlines()
    assert "Les faits relus ont des défauts ; les précédents restent en service :" == refused[0]
    assert any(line.startswith(f"{topic}:") for line in refused[1:])
    assert base.digest == service.base.digest
    answer = base.facts["kalmio-price"].answer.fr
    topic.write_text(whole.replace(answer, f"En somme, {answer}", 1), encoding="utf-8")
    reloaded, reply = talk("/reload", "Combien Zorvex paie-t-elle Kalmio ?", on=service)
    assert "Faits relus : 0 ajoutés, 1 modifiés, 0 retirés." == reloaded
    assert reply.startswith("En somme, ")


def test_the_welcome_tells_what_it_is_and_how_to_get_help(service: Service, base: FactBase) -> None:
    """One line, in the language of the terminal."""
    welcome = Chat(service, PlainScreen(io.StringIO()), "en").welcome()
    assert f"({len(base.facts)} facts)" in welcome
    assert base.article.title.en in welcome
    assert "/help" in welcome
    assert "\n" not in welcome
