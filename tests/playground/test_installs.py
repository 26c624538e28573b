"""The application installed by a person for themselves, where the bot is not."""

import asyncio
from typing import Any

import discord
import pytest
from discord import app_commands

from bot.playground.errors import NotOffered
from bot.playground.flags import USUAL, Permission
from bot.playground.model import Channel, Guild
from bot.playground.people import Person
from bot.playground.server import Playground

EVERYWHERE = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
FOR_BOTH = app_commands.AppInstallationType(guild=True, user=True)


def add_commands(client: Any) -> None:
    """Register commands that are offered in different places; the client keeps what they were given."""
    client.got = asyncio.Queue()

    async def answer(interaction: discord.Interaction, private: bool = False) -> None:
        client.got.put_nowait(interaction)
        await interaction.response.send_message("answer", ephemeral=private)

    async def chatter(interaction: discord.Interaction, count: int) -> None:
        refused = []
        await interaction.response.defer()
        for number in range(count + 1):  # the first takes the place of "is thinking"
            try:
                await interaction.followup.send(str(number))
            except discord.HTTPException as error:
                refused.append((error.status, error.code))
        client.got.put_nowait(refused)

    def command(name: str, callback: Any = answer, **details: Any) -> None:
        made: Any = app_commands.Command(name=name, description=name, callback=callback, **details)
        client.tree.add_command(made)

    command("everywhere", allowed_contexts=EVERYWHERE, allowed_installs=FOR_BOTH)
    command("chatter", chatter, allowed_contexts=EVERYWHERE, allowed_installs=FOR_BOTH)
    command(
        "servers", allowed_contexts=EVERYWHERE, allowed_installs=app_commands.AppInstallationType(guild=True)
    )
    command(
        "personal", allowed_contexts=EVERYWHERE, allowed_installs=app_commands.AppInstallationType(user=True)
    )
    command(
        "alone", allowed_contexts=app_commands.AppCommandContext(dm_channel=True), allowed_installs=FOR_BOTH
    )

    @client.tree.context_menu(name="Repeat")
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    @app_commands.allowed_installs(guilds=True, users=True)
    async def repeat(interaction: discord.Interaction, message: discord.Message) -> None:
        view = discord.ui.View(timeout=None)
        view.add_item(discord.ui.Button(label="More", custom_id="more"))
        await interaction.response.send_message(message.content, view=view)


@pytest.fixture
async def client(start: Any, new_client: Any, channel: Channel) -> Any:
    """A started client with the commands above."""
    made = new_client()
    add_commands(made)
    await start(made)
    return made


@pytest.fixture
def elsewhere(playground: Playground, alice: Person, bob: Person) -> Channel:
    """A channel of a guild that the bot is not in."""
    guild = playground.world.add_guild("Oslo", locale="no", with_bot=False)
    for person in (alice, bob):
        playground.world.join(guild, person.user)
    return playground.world.add_channel(guild, "prat")


@pytest.fixture
def group(playground: Playground, alice: Person, bob: Person) -> Channel:
    """A group of three people."""
    return playground.world.add_private_channel(alice.user, bob.user, playground.person("carol").user)


@pytest.fixture
def pair(playground: Playground, alice: Person, bob: Person) -> Channel:
    """A direct channel between two people."""
    return playground.world.add_private_channel(alice.user, bob.user)


@pytest.fixture
def places(
    channel: Channel, alice: Person, elsewhere: Channel, group: Channel, pair: Channel
) -> dict[str, Channel]:
    """Every kind of place where a person may be."""
    return {"guild": channel, "direct": alice.direct, "elsewhere": elsewhere, "group": group, "pair": pair}


@pytest.mark.parametrize(
    ("name", "installed", "offered"),
    [
        ("everywhere", True, {"guild", "direct", "elsewhere", "group", "pair"}),
        ("everywhere", False, {"guild", "direct"}),
        ("servers", True, {"guild", "direct"}),
        ("personal", True, {"guild", "direct", "elsewhere", "group", "pair"}),
        ("personal", False, set()),
        ("alone", True, {"direct"}),
    ],
)
async def test_command_is_offered_where_contexts_and_installation_allow(
    client: Any, places: dict[str, Channel], alice: Person, name: str, installed: bool, offered: set[str]
) -> None:
    """A command is offered where its contexts allow it and somebody who counts there installed it."""
    if installed:
        alice.install()
    answered = set()
    for kind, place in places.items():
        try:
            await alice.slash(place, name).response()
        except NotOffered:
            continue
        answered.add(kind)

    assert offered == answered


async def test_interaction_says_where_it_is_and_on_whose_authority(
    client: Any, places: dict[str, Channel], guild: Guild, alice: Person
) -> None:
    """The real client reads context, owners, channel and permissions as Discord gives them."""
    alice.install()
    seen = {}
    for kind, place in places.items():
        await alice.slash(place, "everywhere").response()
        seen[kind] = await client.got.get()
        assert (place.id, int(place.kind)) == (seen[kind].channel.id, seen[kind].channel.type.value)

    here, me = guild.id, alice.id
    expected = {
        "guild": ([True, False, False], {0: here, 1: me}),
        "direct": ([False, True, False], {0: 0, 1: me}),
        "elsewhere": ([True, False, False], {1: me}),
        "group": ([False, False, True], {1: me}),
        "pair": ([False, False, True], {1: me}),
    }
    assert expected == {kind: (contexts_of(got), got._integration_owners) for kind, got in seen.items()}


def contexts_of(interaction: discord.Interaction) -> list[bool]:
    """Whether it happened in a guild, in the bot's direct channel, among people."""
    context = interaction.context
    return [context.guild, context.dm_channel, context.private_channel]


async def test_permissions_of_a_guest(client: Any, places: dict[str, Channel], alice: Person) -> None:
    """Where it is no member, the application may do what its person may, and little of that."""
    alice.install()
    allowed = {}
    for kind, place in places.items():
        await alice.slash(place, "everywhere").response()
        allowed[kind] = (await client.got.get()).app_permissions

    guest = discord.Permissions(embed_links=True, attach_files=True, mention_everyone=True)
    assert int(USUAL) == allowed["guild"].value
    assert guest == allowed["group"] == allowed["pair"]
    assert guest | discord.Permissions(external_emojis=True) == allowed["direct"]
    assert discord.Permissions(embed_links=True, attach_files=True) == allowed["elsewhere"]


async def test_answer_is_public_where_outside_apps_are_allowed(
    client: Any, elsewhere: Channel, group: Channel, alice: Person, bob: Person
) -> None:
    """Everybody in the place sees a public answer."""
    alice.install()
    for place in (elsewhere, group):
        answer = await alice.slash(place, "everywhere").response()

        assert (False, True) == (answer.ephemeral, bob.sees(answer))


async def test_answer_is_hidden_where_outside_apps_are_not_allowed(
    client: Any, playground: Playground, elsewhere: Channel, bob: Person
) -> None:
    """Without the permission for outside apps, first answers and follow-ups turn ephemeral."""
    assert elsewhere.guild is not None
    dave = playground.person("dave", elsewhere.guild, permissions=USUAL & ~Permission.USE_EXTERNAL_APPS)
    dave.install()
    answer = await dave.slash(elsewhere, "everywhere").response()
    more = dave.slash(elsewhere, "chatter", {"count": 1})

    assert (True, False) == (answer.ephemeral, bob.sees(answer))
    assert (await more.response()).ephemeral
    assert (await more.followup()).ephemeral


async def test_member_of_the_bots_guild_needs_no_such_permission(
    client: Any, playground: Playground, guild: Guild, channel: Channel
) -> None:
    """Where the guild has the bot, that permission does not matter, not even for a personal command."""
    dave = playground.person("dave", guild, permissions=USUAL & ~Permission.USE_EXTERNAL_APPS)
    dave.install()

    for name in ("everywhere", "personal"):
        assert not (await dave.slash(channel, name).response()).ephemeral


async def test_guest_has_five_followups(client: Any, group: Channel, channel: Channel, alice: Person) -> None:
    """The sixth follow-up is refused where the bot is not, and nowhere else."""
    alice.install()
    for place, count, refused in ((group, 5, [(400, 40094)]), (channel, 6, [])):
        interaction = alice.slash(place, "chatter", {"count": 6})

        assert refused == await asyncio.wait_for(client.got.get(), 3)
        assert count == len(interaction.followups)


async def test_guest_sees_nothing_but_interactions(
    client: Any, playground: Playground, elsewhere: Channel, group: Channel, channel: Channel, alice: Person
) -> None:
    """No message, no channel, no guild: only what is done with the application reaches it."""
    alice.install()
    told = len(client.events)
    for place in (elsewhere, group):
        message = alice.say(place, f"{playground.world.bot.mention} ?")
        alice.react(message, "👍")
        alice.edit(message, "!")
        await alice.slash(place, "everywhere").response()
        with pytest.raises(discord.Forbidden) as refused:
            await client.get_partial_messageable(place.id).send("hello")
        assert 50001 == refused.value.code

    assert ["INTERACTION_CREATE"] * 2 == client.events[told:]
    assert [channel.guild] == [playground.world.guilds[seen.id] for seen in client.guilds]


async def test_menu_and_button_work_for_a_guest(
    client: Any, group: Channel, alice: Person, bob: Person
) -> None:
    """A menu reads the message it is used on; a button acts for whom the message was sent, whoever presses it."""
    alice.install()
    answer = await alice.use_on(bob.say(group, "look"), "Repeat").response()
    bob.press(answer, "More")
    pressed = await client.wait_for("interaction", timeout=3)
    await pressed.response.edit_message(content="pressed", view=None)

    assert "pressed" == answer.content
    assert (bob.id, {1: alice.id}) == (pressed.user.id, pressed._integration_owners)


async def test_nobody_else_may_use_a_private_channel(
    client: Any, playground: Playground, pair: Channel, alice: Person
) -> None:
    """A person who is not in a private channel does nothing there, and sees nothing."""
    stranger = playground.person("stranger")
    stranger.install()
    message = alice.say(pair, "between us")
    with pytest.raises(NotOffered):
        stranger.slash(pair, "everywhere")

    assert (True, False) == (alice.sees(message), stranger.sees(message))
