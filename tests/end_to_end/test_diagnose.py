"""The command /diagnose: the channel's state, and what became of a message."""

import re
from collections.abc import Awaitable, Callable

import pytest

from bot.cooldown import A_USER
from bot.doors.discord.client import DepecheClient
from bot.playground.errors import NotOffered
from bot.playground.flags import USUAL, Permission
from bot.playground.model import Channel, Guild
from bot.playground.people import Person
from bot.playground.server import Playground

GPT_4 = "Combien a coûté GPT-4 ?"

Start = Callable[..., Awaitable[DepecheClient]]


@pytest.fixture(autouse=True)
async def started(start: Start, ruler: Person, alice: Person) -> None:
    """The bot, which learns the roles of a server when it connects."""
    await start()


@pytest.fixture
def ruler(playground: Playground, guild: Guild) -> Person:
    """Somebody who manages the server, in English."""
    return playground.person("ruler", guild, permissions=USUAL | Permission.MANAGE_GUILD)


async def test_permissions_are_told_one_by_one(playground: Playground) -> None:
    """What the bot may do in this very channel, its intent, mode and cooldown; for the asker alone."""
    world = playground.world
    guild = world.add_guild("Paris", bot_permissions=USUAL & ~Permission.ADD_REACTIONS)
    ruler = playground.person("carol", guild, permissions=USUAL | Permission.MANAGE_GUILD)
    told = await ruler.slash(world.add_channel(guild, "general"), "diagnose").response()

    assert told.ephemeral
    assert {"✓ send messages", "✗ add reactions"} <= set(told.content.splitlines())
    assert "✗ intent to read all messages" in told.content
    assert "I speak only when spoken to" in told.content
    assert "Its cooldown: none now." in told.content


@pytest.mark.parametrize("by_link", [True, False])
async def test_message_is_explained(
    playground: Playground, guild: Guild, channel: Channel, alice: Person, ruler: Person, by_link: bool
) -> None:
    """By its id or its link, in the reader's language: what was understood, the score against the least."""
    asked = alice.say(channel, f"{playground.world.bot.mention} {GPT_4}")
    await channel.next_message(after=asked, by=playground.world.bot)
    link = f"https://discord.com/channels/{guild.id}/{channel.id}/{asked.id}" if by_link else str(asked.id)
    told = await ruler.slash(channel, "diagnose", {"message": link}).response()

    assert "The message was said to me." in told.content
    assert "What I understood:" in told.content
    assert re.search(r"I answer: [\d.]+, at least [\d.]+ is needed", told.content)


async def test_everything_is_told_of_a_long_message(
    playground: Playground, channel: Channel, alice: Person, ruler: Person
) -> None:
    """Four questions take more than one message; none of them is cut, and what they quote is shown as text."""
    asked = alice.say(
        channel,
        f"{playground.world.bot.mention} {GPT_4} Quel est le chiffre d'affaires d'OpenAI ? "
        "Qui dirige Apple ? Qui est **Kralmo** ?",
    )
    await channel.next_message(after=asked, by=playground.world.bot)
    asking = ruler.slash(channel, "diagnose", {"message": str(asked.id)})
    told = [await asking.response(), await asking.followup()]
    whole = "\n".join(message.content for message in told)

    assert all(f"Question {number}:" in whole for number in (1, 2, 3, 4))
    assert all(message.ephemeral for message in told)
    assert "**Kralmo**" not in whole


async def test_channel_of_the_message_is_described(
    playground: Playground, guild: Guild, channel: Channel, alice: Person, ruler: Person
) -> None:
    """What the bot may do there is what matters, not what it may do where the command is used."""
    mute = playground.world.add_channel(guild, "mute")
    playground.world.forbid(mute, Permission.SEND_MESSAGES)
    asked = alice.say(mute, f"{playground.world.bot.mention} {GPT_4}")
    await asked.until(lambda message: "🔇" in message.reactions)
    link = f"https://discord.com/channels/{guild.id}/{mute.id}/{asked.id}"
    told = await ruler.slash(channel, "diagnose", {"message": link}).response()

    assert f"What I may do in <#{mute.id}>:" in told.content
    assert "✗ send messages" in told.content.splitlines()


async def test_diagnosis_is_set_as_french_wants(
    playground: Playground, channel: Channel, alice: Person, ruler: Person
) -> None:
    """Spaces do not break, and figures have a comma."""
    ruler.user.locale = "fr"
    asked = alice.say(channel, f"{playground.world.bot.mention} {GPT_4}")
    await channel.next_message(after=asked, by=playground.world.bot)
    told = await ruler.slash(channel, "diagnose", {"message": str(asked.id)}).response()

    assert " :" not in told.content
    assert re.search(r"Je réponds\u00a0: \d,\d\d, il faut", told.content)


async def test_hidden_message_is_told_to_be_so(channel: Channel, alice: Person, ruler: Person) -> None:
    """What was not said to the bot, it cannot read."""
    asked = alice.say(channel, GPT_4)
    told = await ruler.slash(channel, "diagnose", {"message": str(asked.id)}).response()

    assert "Discord hides the text" in told.content


async def test_waiting_author_is_told(
    playground: Playground, channel: Channel, alice: Person, ruler: Person
) -> None:
    """Whose question was put off for haste."""
    for _ in range(A_USER.count):
        await alice.slash(channel, "ask", {"question": GPT_4, "private": True}).response()
    asked = alice.say(channel, f"{playground.world.bot.mention} {GPT_4}")
    told = await ruler.slash(channel, "diagnose", {"message": str(asked.id)}).response()

    assert "Its author asks too fast" in told.content


@pytest.mark.parametrize("link", ["nonsense", "123456789012345678"])
async def test_message_that_cannot_be_found_is_told(channel: Channel, ruler: Person, link: str) -> None:
    """Neither a link that is none nor an id of nothing is a failure."""
    told = await ruler.slash(channel, "diagnose", {"message": link}).response()

    assert "I cannot find that message" in told.content


async def test_messages_of_closed_channels_stay_closed(
    playground: Playground, guild: Guild, channel: Channel, alice: Person, ruler: Person
) -> None:
    """Nobody reads through the bot what they may not read themselves."""
    closed = playground.world.add_channel(guild, "closed")
    closed.overrides[ruler.id] = USUAL & ~Permission.VIEW_CHANNEL
    playground.world._tell("CHANNEL_UPDATE", closed)
    asked = alice.say(closed, f"{playground.world.bot.mention} {GPT_4}")
    await closed.next_message(after=asked, by=playground.world.bot)
    link = f"https://discord.com/channels/{guild.id}/{closed.id}/{asked.id}"
    told = await ruler.slash(channel, "diagnose", {"message": link}).response()

    assert "I cannot find that message" in told.content


@pytest.mark.parametrize("joins", [True, False])
async def test_private_threads_stay_private(
    playground: Playground, channel: Channel, alice: Person, ruler: Person, joins: bool
) -> None:
    """Who sees the channel does not see its private threads, unless they are in them."""
    world = playground.world
    members = (alice.user, world.bot, *([ruler.user] if joins else []))
    thread = world.add_thread(channel, "secret", *members)
    asked = alice.say(thread, f"{world.bot.mention} {GPT_4}")
    await thread.next_message(after=asked, by=world.bot)
    link = f"https://discord.com/channels/{channel.guild_id}/{thread.id}/{asked.id}"
    told = await ruler.slash(channel, "diagnose", {"message": link}).response()

    assert joins == ("The message was said to me." in told.content)
    assert joins != ("I cannot find that message" in told.content)


async def test_who_manages_threads_reads_private_ones(
    playground: Playground, guild: Guild, channel: Channel, alice: Person, ruler: Person
) -> None:
    """Discord shows them to moderators, and so does the bot."""
    world = playground.world
    world.set_role(guild, ruler.user, USUAL | Permission.MANAGE_GUILD | Permission.MANAGE_THREADS)
    thread = world.add_thread(channel, "secret", alice.user, world.bot)
    asked = alice.say(thread, f"{world.bot.mention} {GPT_4}")
    await thread.next_message(after=asked, by=world.bot)
    told = await ruler.slash(thread, "diagnose", {"message": str(asked.id)}).response()

    assert "The message was said to me." in told.content


async def test_members_are_refused(playground: Playground, channel: Channel, alice: Person) -> None:
    """The command is hidden from them, and refused where somebody shows it to them."""
    with pytest.raises(NotOffered):
        alice.slash(channel, "diagnose")
    command = next(known for known in playground.world.commands if known["name"] == "diagnose")
    command["default_member_permissions"] = None
    told = await alice.slash(channel, "diagnose").response()

    assert (True, "Seuls ceux qui peuvent gérer") == (told.ephemeral, told.content[:28])
