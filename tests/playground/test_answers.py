"""How and when an interaction may be answered."""

import asyncio
from typing import Any

import discord
import pytest
from discord import app_commands

from bot.playground.errors import DidNotRespond
from bot.playground.model import Channel
from bot.playground.people import Person
from bot.playground.server import Playground


def add_commands(tree: app_commands.CommandTree[Any]) -> None:
    """Register one command for each way to answer."""

    @tree.command()
    async def slow(interaction: discord.Interaction, private: bool = False) -> None:
        """Answer after thinking, then once more."""
        await interaction.response.defer(ephemeral=private, thinking=True)
        await interaction.followup.send("thought", ephemeral=not private)
        await interaction.followup.send("more", ephemeral=True)

    @tree.command()
    async def silent(interaction: discord.Interaction) -> None:
        """Never answer."""

    @tree.command()
    async def twice(interaction: discord.Interaction) -> None:
        """Answer, change the answer, take it away."""
        await interaction.response.send_message("first")
        await interaction.edit_original_response(content="second")
        original = await interaction.original_response()
        assert original.content == "second"
        await interaction.delete_original_response()


@pytest.fixture
async def client(start: Any, new_client: Any, channel: Channel) -> Any:
    """A started client with the commands above."""
    made = new_client()
    add_commands(made.tree)
    await start(made)
    return made


pytestmark = pytest.mark.usefixtures("client")


@pytest.mark.parametrize("private", [True, False])
async def test_deferred_answer_keeps_its_visibility(channel: Channel, alice: Person, private: bool) -> None:
    """The first follow-up takes the place of "is thinking", and is as public as that was."""
    interaction = alice.slash(channel, "slow", {"private": private})
    answer = await interaction.response()
    more = await interaction.followup()

    assert ("thought", private) == (answer.content, answer.ephemeral)
    assert ("more", True) == (more.content, more.ephemeral)


async def test_no_answer_is_seen_as_such(playground: Playground, channel: Channel, alice: Person) -> None:
    """A person whose command is not answered sees that the application did not respond."""
    playground.world.first_response_seconds = 0.1
    with pytest.raises(DidNotRespond):
        await alice.slash(channel, "silent").response()


async def test_late_answer_is_refused(
    client: Any, playground: Playground, channel: Channel, alice: Person
) -> None:
    """After three seconds the interaction is unknown to the bot."""
    alice.slash(channel, "silent")
    interaction = await client.wait_for("interaction", timeout=3)
    playground.world.clock.advance(3.1)
    with pytest.raises(discord.NotFound) as late:
        await interaction.response.send_message("late")

    assert 10062 == late.value.code


async def test_second_answer_is_refused(client: Any, channel: Channel, alice: Person) -> None:
    """A second first response is refused with 40060."""
    alice.slash(channel, "silent")
    interaction = await client.wait_for("interaction", timeout=3)
    await interaction.response.send_message("one")
    interaction.response._response_type = None
    with pytest.raises(discord.HTTPException) as second:
        await interaction.response.send_message("two")

    assert 40060 == second.value.code


async def test_token_ends_after_fifteen_minutes(
    client: Any, playground: Playground, channel: Channel, alice: Person
) -> None:
    """Follow-ups are refused after a quarter of an hour."""
    alice.slash(channel, "silent")
    interaction = await client.wait_for("interaction", timeout=3)
    await interaction.response.send_message("one")
    playground.world.clock.advance(15 * 60 + 1)
    with pytest.raises(discord.HTTPException) as ended:
        await interaction.followup.send("two")

    assert 50027 == ended.value.code


async def test_original_answer_is_edited_and_deleted(channel: Channel, alice: Person) -> None:
    """The bot reads, edits and deletes its first answer."""
    answer = await alice.slash(channel, "twice").response()
    await answer.until(lambda message: message.deleted)

    assert "second" == answer.content
    assert not alice.sees(answer)


async def test_followup_is_read_edited_and_deleted(client: Any, channel: Channel, alice: Person) -> None:
    """A follow-up has its own address under the interaction's token."""
    asked = alice.slash(channel, "silent")
    interaction = await client.wait_for("interaction", timeout=3)
    await interaction.response.send_message("one")
    sent = await interaction.followup.send("two", wait=True)
    more = await asked.followup()
    await sent.edit(content="three")
    fetched = await interaction.followup.fetch_message(sent.id)
    await sent.delete()

    assert ("three", "three", True) == (more.content, fetched.content, more.deleted)


async def test_thinking_that_never_ends(client: Any, channel: Channel, alice: Person) -> None:
    """A deferred answer that never comes is seen as such."""
    asked = alice.slash(channel, "silent")
    interaction = await client.wait_for("interaction", timeout=3)
    await interaction.response.defer(thinking=True)
    with pytest.raises(DidNotRespond):
        await asyncio.wait_for(asked.response(timeout=0.1), 3)


async def test_followups_of_every_kind(client: Any, channel: Channel, alice: Person, bob: Person) -> None:
    """Follow-ups are public or not, with buttons or not, waited for or not, and are edited by identifier."""
    asked = alice.slash(channel, "silent")
    interaction = await client.wait_for("interaction", timeout=3)
    view = discord.ui.View(timeout=None).add_item(discord.ui.Button(label="More", custom_id="more"))
    await interaction.response.send_message("one", ephemeral=True)
    await interaction.followup.send("public")
    await interaction.followup.send("private", ephemeral=True, suppress_embeds=True)
    await interaction.followup.send("mute", silent=True, allowed_mentions=discord.AllowedMentions.none())
    last = await interaction.followup.send(
        embed=discord.Embed(title="T", description="D"), view=view, wait=True
    )
    await interaction.followup.edit_message(last.id, content="edited", embed=None)
    await interaction.edit_original_response(content="one more", view=view)

    seen = [(m.content, m.ephemeral, len(m.buttons), bob.sees(m)) for m in asked.followups]
    assert [
        ("public", False, 0, True), ("private", True, 0, False), ("mute", False, 0, True), ("edited", False, 1, True),
    ] == seen  # fmt: skip
    original = await asked.response()
    assert ("one more", True, 1) == (original.content, original.ephemeral, len(original.buttons))
