"""Replies become messages that Discord accepts, whatever is in them."""

import dataclasses

import pytest
from discord import ui

from bot.answering.reply import Offer, Reply
from bot.answering.wording import say
from bot.doors.discord.drawing import CONTENT, LABEL, cut, draw


@pytest.fixture
def reply() -> Reply:
    """An answer with its place in the article and related questions."""
    return Reply(
        question="Combien a coûté GPT-4 ?",
        language="fr",
        outcome="answer",
        text="GPT-4 a coûté plus de 100 millions de dollars.",
        facts=("gpt4-cost",),
        score=1.0,
        offers=(
            Offer("gpt4-rank", "Quel est le modèle le plus puissant ?"),
            Offer("chips", "Quelles puces ?"),
        ),
        paragraph="Dans l'article : paragraphe 7.",
        base="sha256:0",
        verdicts=(),
    )


def _labels(view: ui.View) -> list[str | None]:
    return [item.label for item in view.children if isinstance(item, ui.Button)]


def test_answer_shows_text_place_and_questions(reply: Reply) -> None:
    """An answer is its text, the place in small print, and a button for each question."""
    drawing = draw(reply)

    assert f"{reply.text}\n-# {reply.paragraph}" == drawing["content"]
    assert [offer.text for offer in reply.offers] == _labels(drawing["view"])


def test_refusal_introduces_its_offers(reply: Reply) -> None:
    """A refusal with offers says what they are; one without does not."""
    refusal = dataclasses.replace(reply, outcome="decline", paragraph="")
    bare = dataclasses.replace(refusal, offers=())

    assert f"{reply.text}\n{say('fr', 'offer')}" == draw(refusal)["content"]
    assert reply.text == draw(bare)["content"]
    assert [] == _labels(draw(bare)["view"])


def test_long_answer_is_cut_and_keeps_its_place(reply: Reply) -> None:
    """The place in the article is not what is cut off."""
    content = draw(dataclasses.replace(reply, text="Une phrase. " * 400))["content"]

    assert len(content) <= CONTENT
    assert content.endswith(f"Une phrase. …\n-# {reply.paragraph}")


def test_long_label_is_cut(reply: Reply) -> None:
    """A question too long for a button ends in an ellipsis."""
    drawing = draw(dataclasses.replace(reply, offers=(Offer("a", "mot " * 40), Offer("b", "é" * LABEL))))
    long, fitting = _labels(drawing["view"])

    assert long is not None
    assert len(long) <= LABEL
    assert long.endswith("mot…")
    assert "é" * LABEL == fitting


async def test_buttons_are_not_kept_in_memory(reply: Reply) -> None:
    """The view is finished at once: its buttons are answered by their custom_id."""
    assert draw(reply)["view"].is_finished()


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("Court.", 6, "Court."),
        ("Un. Deux. Trois.", 12, "Un. Deux. …"),
        ("Il vaut 4.5 milliards de dollars.", 16, "Il vaut 4.5 mi…"),
        ("Vraiment ? Oui ! Bien sûr.", 20, "Vraiment ? Oui ! …"),
        ("ligne\nautre ligne", 12, "ligne …"),
        ("mot" * 10, 10, "motmotmo…"),
    ],
)
def test_text_is_cut_at_the_end_of_a_sentence(text: str, room: int, expected: str) -> None:
    """A text too long for its room ends with a whole sentence, if there is one."""
    assert expected == cut(text, room)
    assert len(cut(text, room)) <= room
