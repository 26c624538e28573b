"""Who asks too fast: told alone, never loudly, and never an operator."""

from collections.abc import Awaitable, Callable

import pytest

from bot.cooldown import A_CHANNEL, A_USER
from bot.doors.discord.client import DepecheClient
from bot.playground.flags import USUAL, Permission
from bot.playground.model import Channel, Guild
from bot.playground.people import Person
from bot.playground.server import Playground
from bot.settings import Settings

GPT_4 = "Combien a coûté GPT-4 ?"
COST = "100 millions"

Start = Callable[..., Awaitable[DepecheClient]]


async def ask_away(person: Person, place: Channel) -> None:
    """Uses up what a user may ask."""
    for _ in range(A_USER.count):
        await person.slash(place, "ask", {"question": GPT_4, "private": True}).response()


async def test_command_is_put_off_in_private(client: DepecheClient, channel: Channel, alice: Person) -> None:
    """The asker alone reads how many seconds are left, in their language."""
    await ask_away(alice, channel)
    told = await alice.slash(channel, "ask", {"question": GPT_4}).response()

    assert told.ephemeral
    assert told.content.startswith("Un instant")
    assert [] == channel.after(None)


async def test_button_is_put_off_in_private(client: DepecheClient, channel: Channel, alice: Person) -> None:
    """A press counts like a question."""
    shown = await alice.slash(alice.direct, "ask", {"question": GPT_4}).response()
    for _ in range(A_USER.count - 1):
        await alice.press(shown, shown.buttons[0].label).response()
    told = await alice.press(shown, shown.buttons[0].label).response()

    assert (True, True) == (told.ephemeral, told.content.startswith("Un instant"))


async def test_mention_gets_an_hourglass(
    client: DepecheClient, playground: Playground, channel: Channel, alice: Person
) -> None:
    """In a server a reaction says it; nobody else is written to."""
    await ask_away(alice, channel)
    asked = alice.say(channel, f"{playground.world.bot.mention} {GPT_4}")
    await asked.until(lambda message: "⏳" in message.reactions)

    assert [] == channel.after(asked)


async def test_hourglass_needs_the_permission(client: DepecheClient, playground: Playground) -> None:
    """Where the bot may not react, it stays silent and does not try."""
    world = playground.world
    guild = world.add_guild("Paris", bot_permissions=USUAL & ~Permission.ADD_REACTIONS)
    place, carol = world.add_channel(guild, "general"), playground.person("carol", guild)
    await ask_away(carol, place)
    asked = carol.say(place, f"{world.bot.mention} {GPT_4}")

    assert await place.stays_silent(asked)
    assert {} == asked.reactions
    assert not [request for request in playground.requests if "/reactions/" in request.path]


async def test_direct_message_gets_a_line(
    client: DepecheClient, playground: Playground, channel: Channel, alice: Person
) -> None:
    """In private a line can be written, in the question's language."""
    await ask_away(alice, channel)
    asked = alice.say(alice.direct, GPT_4)
    told = await alice.direct.next_message(after=asked, by=playground.world.bot)

    assert told.content.startswith("Un instant")


async def test_others_are_not_held_up(
    client: DepecheClient, channel: Channel, alice: Person, bob: Person
) -> None:
    """One user's haste is not another's wait."""
    await ask_away(alice, channel)
    answer = await bob.slash(channel, "ask", {"question": GPT_4}).response()

    assert COST in answer.content


@pytest.mark.parametrize("named", [True, False])
async def test_operators_never_wait(
    start: Start, playground: Playground, settings: Settings, channel: Channel, alice: Person, named: bool
) -> None:
    """Neither those whom the settings name nor the owner of the application."""
    await start(settings.model_copy(update={"operators": (alice.id,)}))
    operator = alice if named else Person(playground.world, playground.world.application.owner)
    await ask_away(operator, channel)
    answer = await operator.slash(channel, "ask", {"question": GPT_4, "private": True}).response()

    assert COST in answer.content


async def test_crowd_does_not_keep_a_manager_from_setting_up(
    client: DepecheClient, playground: Playground, guild: Guild, channel: Channel
) -> None:
    """Where so many ask that everybody must wait, the channel can still be made quiet."""
    crowd = [playground.person(f"person{number}", guild) for number in range(A_CHANNEL.count)]
    for person in crowd:
        await person.slash(channel, "ask", {"question": GPT_4, "private": True}).response()
    ruler = playground.person("ruler", guild, permissions=USUAL | Permission.MANAGE_GUILD)
    put_off = await ruler.slash(channel, "ask", {"question": GPT_4}).response()
    told = await ruler.slash(channel, "setup mode", {"mode": "called"}).response()

    assert put_off.content.startswith("One moment")
    assert "I now speak only when spoken to" in told.content
