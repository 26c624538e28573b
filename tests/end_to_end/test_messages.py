"""Messages: who is answered, in which language, where, and without a ping."""

import dataclasses

import pytest

from bot.answering.typography import typeset
from bot.answering.wording import say
from bot.doors.discord.client import DepecheClient
from bot.playground.flags import USUAL, Permission
from bot.playground.model import Channel, Guild
from bot.playground.people import Person
from bot.playground.server import Playground
from bot.service import Asked, Service

pytestmark = pytest.mark.usefixtures("client")

SEND = "POST /channels/{channel_id}/messages"
GPT_4 = "Combien a coûté GPT-4 ?"
COST = "100 millions"


async def test_mention_is_answered_with_a_reply(
    playground: Playground, channel: Channel, alice: Person
) -> None:
    """Who mentions the bot gets a reply with the answer, its place in the article and further questions."""
    bot = playground.world.bot
    asked = alice.say(channel, f"{bot.mention} {GPT_4}")
    answer = await channel.next_message(after=asked, by=bot)

    assert asked is answer.reference
    assert COST in answer.content
    assert answer.content.splitlines()[-1].startswith("-# Dans l'article")
    assert ["English", "Pourquoi\u202f?", "Signaler"] == [button.label for button in answer.buttons[-3:]]
    assert 2 <= len(answer.buttons[:-3]) <= 3


@pytest.mark.parametrize("mention", ["<@{}>", "<@!{}>"])
async def test_mention_is_not_part_of_the_question(
    playground: Playground, channel: Channel, alice: Person, shipped: Service, mention: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """The mention is taken out of the text, wherever it stands and in both its spellings."""
    asked: list[str] = []
    reply = await shipped.serve(Asked(GPT_4))

    async def serve(question: Asked) -> object:
        asked.extend(question.text.split())
        return reply

    monkeypatch.setattr(shipped, "serve", serve)
    bot = playground.world.bot
    said = alice.say(channel, f"Combien a coûté {mention.format(bot.id)} GPT-4 ?")
    await channel.next_message(after=said, by=bot)

    assert GPT_4.split() == asked


async def test_reply_to_the_bot_is_answered(playground: Playground, channel: Channel, alice: Person) -> None:
    """Who replies to the bot, with its ping on, is answered."""
    bot = playground.world.bot
    first = await channel.next_message(after=alice.say(channel, f"{bot.mention} {GPT_4}"), by=bot)
    asked = alice.say(channel, "Et quel est le chiffre d'affaires d'OpenAI ?", reply_to=first)
    answer = await channel.next_message(after=asked, by=bot)

    assert asked is answer.reference
    assert answer.content.splitlines()[-1].startswith("-# ")


async def test_reply_without_ping_is_left_alone(
    playground: Playground, channel: Channel, alice: Person
) -> None:
    """Discord hides the text of a reply with its ping off, so the bot says nothing."""
    bot = playground.world.bot
    first = await channel.next_message(after=alice.say(channel, f"{bot.mention} {GPT_4}"), by=bot)

    assert await channel.stays_silent(alice.say(channel, GPT_4, reply_to=first, ping=False))


async def test_direct_message_is_answered(playground: Playground, alice: Person) -> None:
    """In private no mention is needed."""
    asked = alice.say(alice.direct, GPT_4)
    answer = await alice.direct.next_message(after=asked, by=playground.world.bot)

    assert COST in answer.content


async def test_picture_without_words_is_left_alone(playground: Playground, alice: Person) -> None:
    """A message without text, in private, asks nothing."""
    picture = playground.world.post(alice.direct, alice.user, content="")

    assert await alice.direct.stays_silent(picture)


async def test_what_people_say_to_each_other_is_left_alone(
    channel: Channel, alice: Person, bob: Person
) -> None:
    """Neither a message to everybody nor a mention of somebody else is answered."""
    alice.say(channel, GPT_4)
    alice.say(channel, f"@everyone {GPT_4}")

    assert await channel.stays_silent(alice.say(channel, f"{bob.mention} {GPT_4}"))


async def test_bots_are_not_answered(playground: Playground, guild: Guild, channel: Channel) -> None:
    """Neither another bot nor the bot itself can start a loop."""
    world = playground.world
    robot = world.add_user("robot", bot=True)
    world.join(guild, robot)
    pinging = {"parse": ["users"]}
    world.post(channel, robot, pinging, content=f"{world.bot.mention} {GPT_4}")
    last = world.post(channel, world.bot, pinging, content=f"{world.bot.mention} {GPT_4}")

    assert await channel.stays_silent(last)


async def test_bare_mention_is_greeted(playground: Playground, channel: Channel, alice: Person) -> None:
    """A mention without a question gets a word, in the language of the guild."""
    bot = playground.world.bot
    answer = await channel.next_message(after=alice.say(channel, bot.mention), by=bot)

    assert "Posez-m'en une" in answer.content


@pytest.mark.parametrize(("locale", "greeting"), [("fr", "Je n'ai"), ("en-US", "I found"), ("de", "Je n'ai")])
async def test_guild_decides_where_the_text_tells_no_language(
    playground: Playground, locale: str, greeting: str
) -> None:
    """A text of no language is answered in the guild's; a guild of a third language gets the bot's own."""
    guild = playground.world.add_guild("elsewhere", locale=locale)
    channel = playground.world.add_channel(guild, "general")
    carol = playground.person("carol", guild, locale="ja")
    bot = playground.world.bot
    answer = await channel.next_message(after=carol.say(channel, f"{bot.mention} ?"), by=bot)

    assert answer.content.startswith(greeting)


async def test_question_decides_before_the_guild(
    playground: Playground, channel: Channel, alice: Person
) -> None:
    """An English question is answered in English in a French guild."""
    bot = playground.world.bot
    asked = alice.say(channel, f"{bot.mention} How much did GPT-4 cost?")
    answer = await channel.next_message(after=asked, by=bot)

    assert "In the article" in answer.content


async def test_refusal_comes_with_what_can_be_answered(
    playground: Playground, channel: Channel, alice: Person, shipped: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the article does not tell is declined, with buttons for questions that it answers."""
    reply = await shipped.serve(Asked(GPT_4))

    async def serve(asked: Asked) -> object:
        return dataclasses.replace(reply, outcome="decline", text="L'article ne le dit pas.", paragraph="")

    monkeypatch.setattr(shipped, "serve", serve)
    bot = playground.world.bot
    answer = await channel.next_message(after=alice.say(channel, f"{bot.mention} Et le temps ?"), by=bot)

    assert ["L'article ne le dit pas.", typeset(say("fr", "offer"), "fr")] == answer.content.splitlines()
    questions = [button.label for button in answer.buttons if (button.custom_id or "").startswith("ask:")]
    assert [typeset(offer.text, "fr") for offer in reply.offers] == questions


async def test_threads_are_answered_in(playground: Playground, channel: Channel, alice: Person) -> None:
    """A mention in a thread is answered in the thread."""
    thread = playground.world.add_thread(channel, "side")
    bot = playground.world.bot
    answer = await thread.next_message(after=alice.say(thread, f"{bot.mention} {GPT_4}"), by=bot)

    assert COST in answer.content


@pytest.mark.parametrize("in_thread", [False, True])
async def test_nothing_is_tried_where_the_bot_may_not_write(playground: Playground, in_thread: bool) -> None:
    """Without the permission the bot does not even try: Discord counts refusals. A reaction tells who asked."""
    world = playground.world
    lacking = Permission.SEND_MESSAGES_IN_THREADS if in_thread else Permission.SEND_MESSAGES
    guild = world.add_guild("Paris", bot_permissions=USUAL & ~lacking)
    carol = playground.person("carol", guild)
    place = world.add_channel(guild, "general")
    place = world.add_thread(place, "side") if in_thread else place

    asked = carol.say(place, f"{world.bot.mention} {GPT_4}")
    await asked.until(lambda message: "🔇" in message.reactions)

    assert await place.stays_silent(asked)
    assert [] == playground.calls(SEND)


async def test_refusal_of_discord_is_only_logged(
    playground: Playground, channel: Channel, alice: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """Where Discord refuses what the bot believed it may do, a line in the log says so, and no trace."""
    caplog.set_level("INFO")
    bot = playground.world.bot
    channel.overrides[bot.id] = USUAL & ~Permission.SEND_MESSAGES

    assert await channel.stays_silent(alice.say(channel, f"{bot.mention} {GPT_4}"))
    assert [403] == [request.status for request in playground.calls(SEND)]
    assert [f"channel {channel.id}: refused to reply (50013)"] == [
        record.message for record in caplog.records if record.name == "bot.doors.discord.replying"
    ]  # fmt: skip


async def test_answer_stands_alone_where_history_is_closed(
    playground: Playground, guild: Guild, alice: Person
) -> None:
    """A reply needs the permission to read the history; without it the answer comes as a message."""
    world = playground.world
    other = world.add_guild("Paris", bot_permissions=USUAL & ~Permission.READ_MESSAGE_HISTORY)
    channel = world.add_channel(other, "general")
    carol = playground.person("carol", other)
    answer = await channel.next_message(
        after=carol.say(channel, f"{world.bot.mention} {GPT_4}"), by=world.bot
    )

    assert (None, True) == (answer.reference, COST in answer.content)


async def test_nobody_is_pinged(
    playground: Playground, channel: Channel, alice: Person, shipped: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever stands in an answer, neither the author nor anybody else is notified."""
    bot = playground.world.bot
    reply = await shipped.serve(Asked(GPT_4))

    async def serve(asked: Asked) -> object:
        return dataclasses.replace(reply, text=f"@everyone @here {alice.mention}")

    monkeypatch.setattr(shipped, "serve", serve)
    answer = await channel.next_message(after=alice.say(channel, f"{bot.mention} {GPT_4}"), by=bot)

    assert "@everyone" in answer.content
    assert not answer.pings(alice.user)
    assert [{"parse": [], "replied_user": False}] == [
        request.body["allowed_mentions"] for request in playground.calls(SEND)
    ]


async def test_question_is_answered_after_a_rate_limit(
    playground: Playground, channel: Channel, alice: Person
) -> None:
    """A 429 delays an answer and loses none."""
    playground.faults.rate_limit(SEND)
    bot = playground.world.bot
    answer = await channel.next_message(after=alice.say(channel, f"{bot.mention} {GPT_4}"), by=bot)

    assert COST in answer.content
    assert [429, 200] == [request.status for request in playground.calls(SEND)]


async def test_lost_word_of_discord_does_not_answer_twice(
    playground: Playground, channel: Channel, alice: Person
) -> None:
    """Where Discord posts the answer and then fails, the retry is recognised by its nonce."""
    playground.faults.fail(SEND, after_the_work=True)
    bot = playground.world.bot
    asked = alice.say(channel, f"{bot.mention} {GPT_4}")
    await playground.world.changes.until(lambda: len(playground.calls(SEND)) == 2, 5)
    await playground.world.changes.until(lambda: playground.calls(SEND)[1].status, 5)

    assert [500, 200] == [request.status for request in playground.calls(SEND)]
    assert 1 == len(channel.after(asked))


async def test_only_what_is_needed_is_heard(client: DepecheClient, playground: Playground) -> None:
    """No privileged intent is asked for, and nobody is kept in memory but the bot."""
    assert not client.intents.message_content
    assert not client.intents.members
    assert [[playground.world.bot.id]] == [[member.id for member in guild.members] for guild in client.guilds]
