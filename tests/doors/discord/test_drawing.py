"""Replies become messages that Discord accepts, whatever is in them."""

import dataclasses

import pytest
from discord import ui

from bot.answering.reply import Offer, Reply
from bot.answering.typography import typeset
from bot.answering.wording import say
from bot.doors.discord.drawing import CONTENT, LABEL, draw, split


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


def _labels(reply: Reply, prefix: str = "ask:") -> list[str | None]:
    view = draw(reply)[-1]["view"]
    buttons = [item for item in view.children if isinstance(item, ui.Button)]
    return [button.label for button in buttons if (button.custom_id or "").startswith(prefix)]


def test_answer_shows_text_place_and_questions(reply: Reply) -> None:
    """An answer is its text, the place in small print, and a button for each question."""
    (drawing,) = draw(reply)

    assert typeset(f"{reply.text}\n-# {reply.paragraph}", "fr") == drawing["content"]
    assert [typeset(offer.text, "fr") for offer in reply.offers] == _labels(reply)


def test_refusal_introduces_its_offers(reply: Reply) -> None:
    """A refusal with offers says what they are; one without does not."""
    refusal = dataclasses.replace(reply, outcome="decline", paragraph="")
    alone = dataclasses.replace(refusal, offers=())

    assert typeset(f"{reply.text}\n{say('fr', 'offer')}", "fr") == draw(refusal)[0]["content"]
    assert reply.text == draw(alone)[0]["content"]
    assert [] == _labels(alone)


def test_small_talk_has_no_buttons(reply: Reply) -> None:
    """A greeting needs neither a translation nor a reason."""
    talk = dataclasses.replace(reply, outcome="smalltalk", offers=())

    assert [] == _labels(talk, prefix="")


def test_long_answer_goes_on_in_further_messages(reply: Reply) -> None:
    """Nothing is lost of a long answer; its place and its buttons stand under the last message."""
    drawings = draw(dataclasses.replace(reply, text="Une phrase. " * 400))
    whole = " ".join(drawing["content"] for drawing in drawings)

    assert len(drawings) > 1
    assert all(len(drawing["content"]) <= CONTENT for drawing in drawings)
    assert 400 == whole.count("Une phrase.")
    assert drawings[-1]["content"].endswith(typeset(f"-# {reply.paragraph}", "fr"))
    assert [0] * (len(drawings) - 1) == [len(drawing["view"].children) for drawing in drawings[:-1]]


def test_long_label_is_cut(reply: Reply) -> None:
    """A question too long for a button ends in an ellipsis."""
    long, fitting = _labels(
        dataclasses.replace(reply, offers=(Offer("a", "mot " * 40), Offer("b", "é" * LABEL)))
    )

    assert long is not None
    assert len(long) <= LABEL
    assert long.endswith("mot…")
    assert "é" * LABEL == fitting


async def test_buttons_are_not_kept_in_memory(reply: Reply) -> None:
    """The view is finished at once: its buttons are answered by their custom_id."""
    assert draw(reply)[0]["view"].is_finished()


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("Court.", 6, ["Court."]),
        ("Un. Deux. Trois.", 12, ["Un. Deux.", "Trois."]),
        ("Il vaut 4.5 milliards.", 16, ["Il vaut 4.5", "milliards."]),
        ("Vraiment ? Oui ! Bien sûr.", 20, ["Vraiment ? Oui !", "Bien sûr."]),
        ("ligne\nautre ligne", 12, ["ligne", "autre ligne"]),
        ("mot" * 5, 10, ["motmotmotm", "otmot"]),
    ],
)
def test_text_is_split_at_the_end_of_a_sentence(text: str, room: int, expected: list[str]) -> None:
    """A text too long for its room is parted between sentences, else between words, else anywhere."""
    assert expected == split(text, room)
