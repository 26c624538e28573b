"""Slash commands, autocompletion, menus, buttons, selects, forms."""

import re
from typing import Any

import discord
import pytest
from discord import app_commands, ui

from bot.playground.errors import DidNotRespond, NotOffered
from bot.playground.flags import USUAL, Permission
from bot.playground.model import Channel
from bot.playground.people import Person
from bot.playground.server import Playground
from tests.schema.inspector import SchemaInspector


class Again(ui.DynamicItem[ui.Button[Any]], template=r"again:(?P<number>\d+)"):
    """A button that outlives a restart of its client."""

    def __init__(self, number: int) -> None:
        super().__init__(ui.Button(label="Again", custom_id=f"again:{number}"))
        self.number = number

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: ui.Item[Any], match: re.Match[str]
    ) -> "Again":
        """Build it from what was pressed."""
        return cls(int(match["number"]))

    async def callback(self, interaction: discord.Interaction) -> None:
        """Count on in the same message."""
        view = ui.View(timeout=None).add_item(Again(self.number + 1))
        await interaction.response.edit_message(content=f"pressed {self.number}", view=view)


class Ask(ui.Modal, title="Ask"):
    """A form with every kind of input that is filled in."""

    question: ui.TextInput[Any] = ui.TextInput(label="Question", min_length=2)
    tone: ui.Label[Any] = ui.Label(
        text="Tone", component=ui.Select(options=[discord.SelectOption(label="Kind", value="kind")])
    )

    length: ui.Label[Any] = ui.Label(
        text="Length",
        component=ui.RadioGroup(
            required=False,
            options=[discord.RadioGroupOption(label=name, value=name) for name in ("short", "long")],
        ),
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Say what was filled in."""
        select, radio = self.tone.component, self.length.component
        assert isinstance(select, ui.Select)
        assert isinstance(radio, ui.RadioGroup)
        filled = f"{self.question.value} {select.values[0]} {radio.value}"
        await interaction.response.send_message(filled, ephemeral=True)


def add_commands(tree: app_commands.CommandTree[Any]) -> None:
    """Register one command for each thing to try."""

    @tree.command()
    async def ask(interaction: discord.Interaction, question: str, private: bool = False) -> None:
        """Answer at once."""
        view = ui.View(timeout=None).add_item(Again(1))
        await interaction.response.send_message(
            f"{interaction.locale}: {question}", ephemeral=private, view=view
        )

    @ask.autocomplete("question")
    async def complete(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        many = 26 if typed == "many" else 2
        return [app_commands.Choice(name=f"{typed} {i}", value=f"v{i}") for i in range(many)]

    @tree.command()
    async def silent(interaction: discord.Interaction) -> None:
        """Never answer."""

    @tree.command()
    async def form(interaction: discord.Interaction) -> None:
        """Open a form."""
        await interaction.response.send_modal(Ask())

    @tree.context_menu(name="Ask about this")
    async def about(interaction: discord.Interaction, message: discord.Message) -> None:
        await interaction.response.send_message(f"about {message.content}", ephemeral=True)

    @tree.context_menu(name="Who")
    async def who(interaction: discord.Interaction, member: discord.Member) -> None:
        await interaction.response.send_message(f"{member.name}", ephemeral=True)

    group = app_commands.Group(
        name="admin", description="Rule", default_permissions=discord.Permissions(manage_guild=True),
        guild_only=True,
    )  # fmt: skip

    @group.command()
    async def reload(interaction: discord.Interaction, who: discord.Member) -> None:
        """Reload."""
        await interaction.response.send_message(f"reloaded by {who.name}")

    tree.add_command(group)


@pytest.fixture
async def client(start: Any, new_client: Any, channel: Channel) -> Any:
    """A started client with the commands above."""
    made = new_client()
    add_commands(made.tree)
    made.add_dynamic_items(Again)
    await start(made)
    return made


pytestmark = pytest.mark.usefixtures("client")


async def test_slash_answer_is_public(channel: Channel, alice: Person, bob: Person) -> None:
    """A public answer is a message of the channel, and carries the person's locale."""
    answer = await alice.slash(channel, "ask", {"question": "qui ?"}).response()

    assert ("fr: qui ?", False) == (answer.content, answer.ephemeral)
    assert [answer] == channel.after(None)
    assert bob.sees(answer)


async def test_slash_answer_is_ephemeral(channel: Channel, alice: Person, bob: Person) -> None:
    """An ephemeral answer is seen by the person alone."""
    answer = await alice.slash(channel, "ask", {"question": "qui ?", "private": True}).response()

    assert answer.ephemeral
    assert [] == channel.after(None)
    assert (True, False) == (alice.sees(answer), bob.sees(answer))


async def test_slash_works_in_a_direct_channel(alice: Person) -> None:
    """A command can be used without a guild."""
    answer = await alice.slash(alice.direct, "ask", {"question": "qui ?"}).response()

    assert "fr: qui ?" == answer.content


async def test_select_is_chosen_from(client: Any, channel: Channel, alice: Person) -> None:
    """A select gives the bot the values, which must be among those offered."""
    view = ui.View(timeout=None)
    select: ui.Select[Any] = ui.Select(custom_id="s", options=[discord.SelectOption(label="A", value="a")])
    await client.get_channel(channel.id).send("choose", view=view.add_item(select))
    message = channel.after(None)[0]
    with pytest.raises(NotOffered):
        alice.choose(message, "s", "b")
    alice.choose(message, "s", "a")
    interaction = await client.wait_for("interaction", timeout=3)
    await interaction.response.defer()

    assert ["a"] == interaction.data["values"]


async def test_autocomplete_gives_choices(channel: Channel, alice: Person) -> None:
    """A person who types sees the bot's choices."""
    choices = await alice.autocomplete(channel, "ask", "question", "qu")

    assert [("qu 0", "v0"), ("qu 1", "v1")] == [(choice.name, choice.value) for choice in choices]


async def test_too_many_choices_are_refused_as_a_whole(
    playground: Playground, inspector: SchemaInspector, channel: Channel, alice: Person
) -> None:
    """With 26 choices the person gets none."""
    playground.world.first_response_seconds = 0.2
    with pytest.raises(DidNotRespond):
        await alice.autocomplete(channel, "ask", "question", "many")

    assert [400] == [c.status for c in playground.requests if c.route.startswith("POST /interactions")]
    inspector.forgive("request body.data.choices")


async def test_menu_on_a_message_reads_it(channel: Channel, alice: Person, bob: Person) -> None:
    """The target of a message menu is readable without the content intent."""
    message = bob.say(channel, "look")
    answer = await alice.use_on(message, "Ask about this").response()

    assert "about look" == answer.content


async def test_menu_on_a_person(channel: Channel, alice: Person, bob: Person) -> None:
    """A user menu resolves the member."""
    answer = await alice.use_on(bob, "Who", channel).response()

    assert "bob" == answer.content


async def test_button_updates_its_message(channel: Channel, alice: Person, bob: Person) -> None:
    """Anybody presses a button, and the message changes in place."""
    answer = await alice.slash(channel, "ask", {"question": "?"}).response()
    pressed = await bob.press(answer, "Again").response()

    assert pressed is answer
    assert ("pressed 1", ["again:2"]) == (answer.content, [button.custom_id for button in answer.buttons])


async def test_button_works_after_a_restart(
    client: Any, start: Any, new_client: Any, channel: Channel, alice: Person
) -> None:
    """A dynamic button of a client that is gone is answered by the next one, also on an ephemeral message."""
    answer = await alice.slash(channel, "ask", {"question": "?", "private": True}).response()
    await client.close()
    second = new_client()
    second.add_dynamic_items(Again)
    await start(second)
    await alice.press(answer, "again:1").response()

    assert "pressed 1" == answer.content


async def test_form_is_filled_in(channel: Channel, alice: Person) -> None:
    """A form opens, and what was filled in reaches the bot."""
    modal = await alice.slash(channel, "form").modal()
    answer = await alice.submit(modal, {"Question": "qui ?", "Tone": "kind", "Length": "long"}).response()

    assert ["Question", "Tone", "Length"] == [field.label for field in modal.fields]
    assert ("qui ? kind long", True) == (answer.content, answer.ephemeral)


async def test_what_a_form_does_not_require_may_be_left_out(channel: Channel, alice: Person) -> None:
    """An optional choice stays open; a required one, or one that is not offered, is not sent."""
    modal = await alice.slash(channel, "form").modal()
    for wrong in ({"Tone": "rude"}, {"Tone": ""}, {"Length": "endless"}, {"Question": "?"}):
        with pytest.raises(NotOffered):
            alice.submit(modal, {"Question": "qui ?", "Tone": "kind", **wrong})
    answer = await alice.submit(modal, {"Question": "qui ?", "Tone": "kind"}).response()

    assert "qui ? kind None" == answer.content


async def test_subcommand_needs_the_permission(
    playground: Playground, channel: Channel, alice: Person
) -> None:
    """A command with default permissions is offered to those who have them, in guilds only."""
    assert channel.guild is not None
    chief = playground.person("chief", channel.guild, permissions=USUAL | Permission.MANAGE_GUILD)
    answer = await chief.slash(channel, "admin reload", {"who": alice}).response()
    for person, place in ((alice, channel), (chief, chief.direct)):
        with pytest.raises(NotOffered):
            person.slash(place, "admin reload", {"who": alice})

    assert "reloaded by alice" == answer.content


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("unknown", {}),
        ("ask", {}),
        ("ask", {"question": 3}),
        ("ask", {"question": "?", "more": "?"}),
        ("ask now", {"question": "?"}),
        ("admin", {}),
    ],
)
async def test_client_offers_only_what_is_registered(
    channel: Channel, alice: Person, name: str, options: dict[str, Any]
) -> None:
    """What Discord's client would not send does not reach the bot."""
    with pytest.raises(NotOffered):
        alice.slash(channel, name, options)


async def test_commands_keep_their_identifiers(client: Any, playground: Playground) -> None:
    """A second sync keeps the identifiers, and the commands can be read."""
    before = {command["name"]: command["id"] for command in playground.world.commands}
    await client.tree.sync()
    fetched = await client.tree.fetch_commands()

    assert before == {command.name: str(command.id) for command in fetched}


async def test_interaction_that_discord_forgot(
    playground: Playground, channel: Channel, alice: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """The answer is refused with 10062, the person sees nothing, and the next one is answered."""
    playground.world.first_response_seconds = 0.2
    playground.faults.forget_interaction()
    with pytest.raises(DidNotRespond):
        await alice.slash(channel, "ask", {"question": "?"}).response()
    playground.world.first_response_seconds = 3.0

    assert "error code: 10062" in caplog.text
    assert "fr: ?" == (await alice.slash(channel, "ask", {"question": "?"}).response()).content


async def test_interaction_that_arrives_too_late(
    playground: Playground, channel: Channel, alice: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """An answer within three seconds of the arrival is too late if the act is older."""
    playground.world.lateness = 3.5
    with pytest.raises(DidNotRespond):
        await alice.slash(channel, "ask", {"question": "?"}).response()
    await playground.world.changes.until(lambda: playground.requests[-1].status == 404, 3)
    playground.world.lateness = 1.0

    assert "fr: ?" == (await alice.slash(channel, "ask", {"question": "?"}).response()).content


async def test_an_ephemeral_message_can_be_dismissed_by_its_reader_alone(
    playground: Playground, channel: Channel, alice: Person, bob: Person
) -> None:
    """It goes off the screen; a public one cannot be dismissed."""
    private = await alice.slash(channel, "ask", {"question": "x", "private": True}).response()
    public = await alice.slash(channel, "ask", {"question": "x"}).response()
    for person, message in ((bob, private), (alice, public)):
        with pytest.raises(NotOffered):
            person.dismiss(message)
    alice.dismiss(private)

    assert {} == playground.world.ephemeral
