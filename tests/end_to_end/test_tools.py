"""What every reply can be asked for: the other language, the reasons, a correction."""

import asyncio
import logging
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.answering.checks import sha256_of
from bot.cooldown import A_USER
from bot.doors.discord.client import DepecheClient
from bot.playground.model import Channel, Message
from bot.playground.people import Person
from bot.playground.server import Playground
from bot.service import Service

Start = Callable[..., Awaitable[DepecheClient]]

GPT_4 = "combien a coûté GPT-4 ?"
LONG = f"{'Bonjour à tous ! ' * 8}{GPT_4}"


@pytest.fixture
async def answer(client: DepecheClient, channel: Channel, alice: Person) -> Message:
    """An answer that everybody sees."""
    return await alice.slash(channel, "ask", {"question": GPT_4}).response()


async def test_the_same_in_the_other_language(answer: Message, alice: Person, bob: Person) -> None:
    """Who presses gets it alone, with what goes on in that language too."""
    english = await bob.press(answer, "English").response()
    french = await bob.press(english, "Français").response()

    assert english.content.startswith("GPT-4, OpenAI's most powerful model")
    assert (True, False) == (bob.sees(english), alice.sees(english))
    assert answer.content == french.content


async def test_refusal_can_be_read_in_the_other_language(
    client: DepecheClient, channel: Channel, alice: Person, bob: Person
) -> None:
    """What the article does not tell, it does not tell in both."""
    refusal = await alice.slash(channel, "ask", {"question": "Combien d'employés a OpenAI ?"}).response()
    english = await bob.press(refusal, "English").response()

    assert "The article does not" in english.content


async def test_reasons_are_private_and_in_the_readers_language(
    answer: Message, bob: Person, alice: Person
) -> None:
    """In plain words: what was understood, what came near, what decided, where the article has it."""
    why = await bob.press(answer, "Pourquoi\u202f?").response()

    assert "What I understood" in why.content
    assert "I answer" in why.content
    assert "In the article" in why.content
    assert not alice.sees(why)


async def test_reasons_quote_nothing_that_pings_or_links(
    client: DepecheClient, channel: Channel, alice: Person
) -> None:
    """A question's own words are shown as text."""
    asked = "Qui a fondé <@123> **Kralmo** ? Combien @everyone a-t-il payé https://x.example ?"
    reply = await alice.slash(channel, "ask", {"question": asked}).response()
    why = await alice.press(reply, "Pourquoi\u202f?").response()

    assert not why.mentions.everyone
    assert "everyone" in why.content
    assert not [shown for shown in ("@everyone", "<@123>", "**Kralmo**", "https:") if shown in why.content]


async def test_reasons_of_a_long_question_fit_their_messages(
    client: DepecheClient, channel: Channel, alice: Person
) -> None:
    """French spaces make a text longer: what is set is what must fit."""
    words = '"x" ' * 100
    asked = (
        f'Combien a coûté "GPT-4" {words}? Qui est "zorvex" {words}? Quel est le "ca" de "kralmo" {words}?'
    )
    reply = await alice.slash(channel, "ask", {"question": asked}).response()
    why = await alice.press(reply, "Pourquoi\u202f?").response()

    assert "Ce que j'ai compris" in why.content


async def test_long_question_is_remembered_for_its_buttons(
    client: DepecheClient, channel: Channel, alice: Person
) -> None:
    """Too long for a button, it is kept in memory."""
    reply = await alice.slash(channel, "ask", {"question": LONG}).response()
    english = await alice.press(reply, "English").response()

    assert "100 million dollars" in english.content


async def test_long_question_is_found_again_above_its_reply(
    start: Start, playground: Playground, channel: Channel, alice: Person
) -> None:
    """After a restart, the message that was replied to still has it."""
    first = await start()
    bot = playground.world.bot
    asked = alice.say(channel, f"{bot.mention} {LONG}")
    reply = await channel.next_message(after=asked, by=bot)
    await first.close()
    await start()
    english = await alice.press(reply, "English").response()

    assert "100 million dollars" in english.content


async def test_forgotten_question_is_regretted(start: Start, channel: Channel, alice: Person) -> None:
    """A long question of a command is gone with the memory: the button says so."""
    first = await start()
    reply = await alice.slash(channel, "ask", {"question": LONG}).response()
    await first.close()
    await start()
    told = await alice.press(reply, "Pourquoi\u202f?").response()

    assert "Je ne sais plus" in told.content


async def test_wrong_answer_is_reported_without_a_name(
    answer: Message, bob: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """The reason reaches the log of those who run the bot; who gave it does not."""
    with caplog.at_level(logging.WARNING, "bot"):
        form = await bob.press(answer, "Signaler").modal()
        thanks = await bob.submit(form, {"Your reason": "This is not the figure."}).response()

    assert "Thank you" in thanks.content
    assert thanks.ephemeral
    assert "This is not the figure." in caplog.text
    assert str(bob.id) not in caplog.text


async def test_form_is_taken_after_a_restart(
    start: Start, channel: Channel, alice: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever was still writing is not left without an answer, and the question is known."""
    first = await start()
    shown = await alice.slash(channel, "ask", {"question": GPT_4}).response()
    form = await alice.press(shown, "Signaler").modal()
    await first.close()
    await start()
    thanks = await alice.submit(form, {"Votre remarque": "Chiffre faux."}).response()

    assert thanks.content.startswith("Merci\u202f!")
    assert GPT_4 in caplog.text


async def test_form_that_is_never_sent_is_not_waited_for(answer: Message, alice: Person) -> None:
    """Nothing goes on in the background: a task that is left fails any test here."""
    form = await alice.press(answer, "Signaler").modal()

    assert form.custom_id == f"flagged:{GPT_4}"


async def test_forms_are_paced(answer: Message, alice: Person, channel: Channel) -> None:
    """Who sends them faster than anybody reads is asked to wait."""
    form = await alice.press(answer, "Signaler").modal()
    told = [
        (await alice.submit(form, {"Votre remarque": "Chiffre faux."}).response()).content
        for _ in range(A_USER.count)
    ]

    assert told[0].startswith("Merci")
    assert told[-1].startswith("Un instant")


class TestOwnerOfTheText:
    """Where the article's text is set, the reasons lead to its sentences."""

    SENTENCES = ("Une phrase.", "Une autre.", "La troisième.", "La dernière.")

    @pytest.fixture
    def text(self, tmp_path: Path) -> Path:
        """An article of four sentences."""
        path = tmp_path / "article.txt"
        path.write_text("\n".join(self.SENTENCES), encoding="utf-8")
        return path

    @pytest.fixture
    def service(self, tmp_path: Path, small_base: Path, text: Path) -> Service:
        """A small base with the hashes of that article."""
        folder = tmp_path / "base"
        shutil.copytree(small_base, folder)
        kept = (folder / "article.yaml").read_text(encoding="utf-8")
        for digit, sentence in enumerate(self.SENTENCES, 1):
            kept = kept.replace(str(digit) * 64, sha256_of(sentence))
        (folder / "article.yaml").write_text(kept, encoding="utf-8")
        return Service(folder, text)

    async def test_passage_shows_the_sentences_of_the_answer(
        self, client: DepecheClient, service: Service, alice: Person, text: Path
    ) -> None:
        """Word for word, to the presser alone; a text that was moved is regretted."""
        fact = next(iter(service.base.facts.values()))
        wanted = [self.SENTENCES[list(service.base.sentence).index(s)] for s in fact.sentences]
        answer = await alice.slash(alice.direct, "ask", {"question": fact.question.fr}).response()
        why = await alice.press(answer, "Pourquoi\u202f?").response()
        passage = await alice.press(why, "Passage").response()
        await asyncio.to_thread(text.unlink)
        gone = await alice.press(why, "Passage").response()

        assert [f"> {sentence}" for sentence in wanted] == passage.content.splitlines()[1:]
        assert passage.ephemeral
        assert "n'est plus à sa place" in gone.content
