"""The command /setup, listened channels and hints; and that the bot lives without the intent they need."""

import asyncio
import os
import re
import signal
from collections.abc import Awaitable, Callable

import pytest

from bot.doors.discord.client import DepecheClient, run
from bot.playground.errors import NotOffered
from bot.playground.flags import NO_INTENTS, USUAL, ChannelKind, Intent, Permission
from bot.playground.model import Channel, Guild
from bot.playground.people import Person
from bot.playground.server import Playground
from bot.service import Service
from bot.settings import Settings

Start = Callable[..., Awaitable[DepecheClient]]

GPT_4 = "Combien a coûté GPT-4 ?"
COST = "100 millions"
HINT = "💡"


@pytest.fixture
def ruler(playground: Playground, guild: Guild) -> Person:
    """Somebody who manages the server."""
    return playground.person("ruler", guild, locale="fr", permissions=USUAL | Permission.MANAGE_GUILD)


@pytest.fixture
async def listener(start: Start, playground: Playground) -> DepecheClient:
    """The bot, with the message content intent switched on in the portal."""
    playground.world.application.privileged = Intent.MESSAGE_CONTENT
    return await start()


async def test_without_manage_guild_it_is_not_offered(
    client: DepecheClient, channel: Channel, alice: Person
) -> None:
    """Members do not see the command."""
    with pytest.raises(NotOffered):
        alice.slash(channel, "setup mode", {"mode": "answers"})


async def test_permission_is_checked_again(
    client: DepecheClient, playground: Playground, channel: Channel, alice: Person
) -> None:
    """Where an administrator shows it to everybody, members are refused all the same."""
    command = next(known for known in playground.world.commands if known["name"] == "setup")
    command["default_member_permissions"] = None
    told = await alice.slash(channel, "setup language", {"language": "en"}).response()

    assert (True, "Seuls ceux qui peuvent gérer") == (told.ephemeral, told.content[:28])


async def test_names_are_french_for_the_french(client: DepecheClient, playground: Playground) -> None:
    """The command, its subcommands, options and choices are localised."""
    command = next(known for known in playground.world.commands if known["name"] == "setup")
    inner = [option["name_localizations"]["fr"] for option in command["options"]]
    mode = command["options"][1]["options"][0]

    assert ("configurer", ["langue", "mode"]) == (command["name_localizations"]["fr"], inner)
    assert mode["choices"][1]["name_localizations"]["fr"].startswith("réponses")


async def test_language_of_channel_goes_before_that_of_server(
    client: DepecheClient, playground: Playground, guild: Guild, channel: Channel, ruler: Person
) -> None:
    """A text of no language is answered in the channel's, else the server's, else the locale's."""
    bot, other = playground.world.bot, playground.world.add_channel(guild, "other")

    async def greeting(place: Channel) -> str:
        asked = ruler.say(place, f"{bot.mention} ?")
        return (await place.next_message(after=asked, by=bot)).content[:7]

    by_locale = await greeting(other)
    await ruler.slash(channel, "setup language", {"language": "en"}).response()
    by_server = await greeting(other)
    await ruler.slash(channel, "setup language", {"language": "fr", "channel": other}).response()
    by_channel = await greeting(other)

    assert ["Je n'ai", "I found", "Je n'ai"] == [by_locale, by_server, by_channel]
    assert "I found" == await greeting(channel)


async def test_without_the_intent_setup_says_what_to_switch_on(
    client: DepecheClient, channel: Channel, ruler: Person, alice: Person
) -> None:
    """It names the switch, the portal and the restart; nothing is listened to."""
    told = await ruler.slash(channel, "setup mode", {"mode": "answers"}).response()

    assert all(part in told.content for part in ("Message Content Intent", "discord.com/developers", "redém"))
    assert await channel.stays_silent(alice.say(channel, GPT_4))


async def test_listened_channel_is_answered_when_asked_and_sure(
    listener: DepecheClient, playground: Playground, guild: Guild, channel: Channel, ruler: Person,
    alice: Person, bob: Person,
) -> None:  # fmt: skip
    """A question to everybody gets its answer; chat, unsure questions, replies, mentions and bots do not."""
    world = playground.world
    await ruler.slash(channel, "setup mode", {"mode": "answers"}).response()
    asked = alice.say(channel, GPT_4)
    answer = await channel.next_message(after=asked, by=world.bot)
    assert (True, asked) == (COST in answer.content, answer.reference)

    robot = world.add_user("robot", bot=True)
    world.join(guild, robot)
    chat = bob.say(channel, "GPT-4 a coûté plus de 100 millions de dollars.")
    bob.say(channel, "Quel temps fait-il à Paris ?")
    bob.say(channel, GPT_4, reply_to=chat)
    bob.say(channel, f"{alice.mention} {GPT_4}")
    last = world.post(channel, robot, content=GPT_4)

    assert await channel.stays_silent(last)
    assert [answer] == [message for message in channel.after(asked) if message.author is world.bot]


async def test_thread_of_a_listened_channel_is_listened_to(
    listener: DepecheClient, playground: Playground, channel: Channel, ruler: Person, alice: Person
) -> None:
    """What is set up for a channel holds in its threads."""
    thread = playground.world.add_thread(channel, "about GPT-4")
    await ruler.slash(channel, "setup mode", {"mode": "answers"}).response()
    asked = alice.say(thread, GPT_4)

    assert COST in (await thread.next_message(after=asked, by=playground.world.bot)).content


async def test_answer_follows_what_was_overheard(
    listener: DepecheClient, playground: Playground, channel: Channel, ruler: Person, alice: Person
) -> None:
    """Editing the question edits the answer; where nothing is asked any more, the answer goes."""
    await ruler.slash(channel, "setup mode", {"mode": "answers"}).response()
    asked = alice.say(channel, GPT_4)
    answer = await channel.next_message(after=asked, by=playground.world.bot)

    alice.edit(asked, "Quel est le chiffre d'affaires d'OpenAI ?")
    await answer.until(lambda message: "3,4 milliards" in message.content)
    alice.edit(asked, "Laissez tomber, j'ai trouvé.")

    assert (await answer.until(lambda message: message.deleted)).deleted


async def test_diagnosis_tells_how_plainly_a_message_asks(
    ruler: Person, alice: Person, listener: DepecheClient, channel: Channel
) -> None:
    """What was not said to the bot needs more than a right answer; the figure and what it needs are told."""
    await ruler.slash(channel, "setup mode", {"mode": "answers"}).response()
    asked, chat = alice.say(channel, GPT_4), alice.say(channel, "t'as testé GPT-4 ?")
    shown = await ruler.slash(channel, "diagnose", {"message": str(asked.id)}).response()
    silent = await ruler.slash(channel, "diagnose", {"message": str(chat.id)}).response()

    assert re.search(r"autre chose\u00a0: netteté \d,\d\d, il faut \d,\d\d", shown.content)
    assert "Je me tais\u00a0: on pourrait vouloir dire autre chose." in silent.content


async def test_message_without_words_is_diagnosed_as_such(
    ruler: Person, alice: Person, listener: DepecheClient, playground: Playground, channel: Channel
) -> None:
    """Where the bot reads everything, a picture alone is not taken for a hidden text."""
    picture = playground.world.post(channel, alice.user)
    told = await ruler.slash(channel, "diagnose", {"message": str(picture.id)}).response()

    assert "Le message n'a pas de mots" in told.content


async def test_lacking_permission_is_told_at_once(
    listener: DepecheClient, playground: Playground, alice: Person
) -> None:
    """Who sets up hints where the bot may not react learns it then and there, not by its silence."""
    world = playground.world
    guild = world.add_guild("Paris", bot_permissions=USUAL & ~Permission.ADD_REACTIONS)
    place = world.add_channel(guild, "general")
    ruler = playground.person("carol", guild, permissions=USUAL | Permission.MANAGE_GUILD)
    hint = await ruler.slash(place, "setup mode", {"mode": "hint"}).response()
    answers = await ruler.slash(place, "setup mode", {"mode": "answers"}).response()

    assert "There I lack the permission to add reactions." in hint.content
    assert "I lack" not in answers.content


async def test_thread_needs_its_own_permission(
    listener: DepecheClient, playground: Playground, guild: Guild, channel: Channel, ruler: Person
) -> None:
    """Set up in a thread, what counts is whether the bot may write in threads."""
    world = playground.world
    world.set_role(guild, world.bot, USUAL & ~Permission.SEND_MESSAGES_IN_THREADS)
    thread = world.add_thread(channel, "side")
    in_thread = await ruler.slash(thread, "setup mode", {"mode": "answers"}).response()
    in_channel = await ruler.slash(channel, "setup mode", {"mode": "answers"}).response()

    assert "envoyer des messages dans les fils" in in_thread.content
    assert "manque" not in in_channel.content


@pytest.mark.parametrize(
    "kind", [ChannelKind.ANNOUNCEMENT, ChannelKind.FORUM, ChannelKind.VOICE, ChannelKind.STAGE]
)
async def test_any_channel_with_messages_can_be_set_up(
    client: DepecheClient, playground: Playground, guild: Guild, channel: Channel, ruler: Person,
    kind: ChannelKind,
) -> None:  # fmt: skip
    """People write in announcements, posts of a forum, and beside a call too."""
    place = playground.world.add_channel(guild, "place", kind)
    for command, option in (("language", {"language": "en"}), ("mode", {"mode": "called"})):
        told = await ruler.slash(channel, f"setup {command}", {**option, "channel": place}).response()

        assert f"<#{place.id}>" in told.content


async def test_forum_needs_the_permission_of_threads(
    listener: DepecheClient, playground: Playground, guild: Guild, channel: Channel, ruler: Person
) -> None:
    """Its posts are threads."""
    forum = playground.world.add_channel(guild, "forum", ChannelKind.FORUM)
    playground.world.forbid(forum, Permission.SEND_MESSAGES)
    fit = await ruler.slash(channel, "setup mode", {"mode": "answers", "channel": forum}).response()
    playground.world.forbid(forum, Permission.SEND_MESSAGES_IN_THREADS)
    unfit = await ruler.slash(channel, "setup mode", {"mode": "answers", "channel": forum}).response()

    assert "manque" not in fit.content
    assert "envoyer des messages dans les fils" in unfit.content


async def test_other_channels_are_not_listened_to(
    listener: DepecheClient, playground: Playground, guild: Guild, channel: Channel, ruler: Person,
    alice: Person,
) -> None:  # fmt: skip
    """Listening is chosen channel by channel."""
    other = playground.world.add_channel(guild, "other")
    await ruler.slash(channel, "setup mode", {"mode": "answers"}).response()

    assert await other.stays_silent(alice.say(other, GPT_4))


async def test_hint_gives_the_answer_to_who_asked(
    listener: DepecheClient, playground: Playground, channel: Channel, ruler: Person, alice: Person,
    bob: Person,
) -> None:  # fmt: skip
    """Under a question only a hint appears; the author's press brings the answer once, another's nothing."""
    bot = playground.world.bot
    await ruler.slash(channel, "setup mode", {"mode": "hint"}).response()
    asked = alice.say(channel, GPT_4)
    await asked.until(lambda message: bot in message.reactions.get(HINT, []))
    bob.react(asked, HINT)
    assert await channel.stays_silent(asked)

    alice.react(asked, HINT)
    answer = await channel.next_message(after=asked, by=bot)

    assert (True, asked) == (COST in answer.content, answer.reference)
    assert bot not in asked.reactions[HINT]


async def test_hint_follows_the_edits_of_its_message(
    listener: DepecheClient, playground: Playground, channel: Channel, ruler: Person, alice: Person
) -> None:
    """It comes when a message becomes a question, and goes when it is one no more."""
    bot = playground.world.bot
    await ruler.slash(channel, "setup mode", {"mode": "hint"}).response()
    said = alice.say(channel, "on mange quoi ce midi ?")
    alice.edit(said, GPT_4)
    await said.until(lambda message: bot in message.reactions.get(HINT, []))
    alice.edit(said, "laissez tomber")

    await said.until(lambda message: bot not in message.reactions.get(HINT, []))


async def test_own_hint_of_a_person_is_no_hint(
    listener: DepecheClient, channel: Channel, alice: Person
) -> None:
    """A 💡 that the bot has not put there promises nothing."""
    asked = alice.say(channel, GPT_4)
    alice.react(asked, HINT)

    assert await channel.stays_silent(asked)


async def test_refused_intent_does_not_keep_it_from_connecting(
    playground: Playground, settings: Settings, shipped: Service, alice: Person,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Where the portal says yes and the gateway no (4014), it connects again without the intent."""
    application = playground.world.application
    application.privileged = Intent.MESSAGE_CONTENT
    refuse = playground.gateway._refusal

    def refusal(connection: object, data: dict[str, int]) -> int | None:
        application.privileged = NO_INTENTS
        return refuse(connection, data)  # type: ignore[arg-type]

    monkeypatch.setattr(playground.gateway, "_refusal", refusal)
    running = asyncio.create_task(run(settings, shipped))
    await playground.gateway.ready()
    asked = alice.say(alice.direct, GPT_4)
    answer = await alice.direct.next_message(after=asked, by=playground.world.bot)
    os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.wait_for(running, 3)

    asks = [bool(data["intents"] & Intent.MESSAGE_CONTENT) for data in playground.gateway.identified]
    assert ([True, False], True) == (asks, COST in answer.content)
