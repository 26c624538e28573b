"""The message menu that holds what somebody wrote against the article."""

import pytest

from bot.doors.discord.client import DepecheClient
from bot.playground.model import Channel
from bot.playground.people import Person
from bot.playground.server import Playground

MENU = "Check against the article"


@pytest.mark.parametrize(
    ("claim", "verdict", "beside"),
    [
        ("GPT-4 cost more than 100 million dollars.", "The article says so", "100 million"),
        ("GPT-4 cost 50 million dollars.", "The article says otherwise", "100 million"),
        ("Google has 5000 employees.", "nor the contrary", "Not in the article"),
        ("Meta's model is free. Google has 5000 employees.", "only a part", "Not in the article"),
        ("😀😀", "no claim", ""),
    ],
)
async def test_claim_is_held_against_the_article(
    client: DepecheClient, channel: Channel, alice: Person, bob: Person, claim: str, verdict: str, beside: str
) -> None:
    """Supported, contradicted with the right figure, in part, or not there: for the asker alone."""
    result = await bob.use_on(alice.say(channel, claim), MENU).response()

    assert verdict in result.content
    assert beside in result.content
    assert (True, False) == (bob.sees(result), alice.sees(result))


async def test_result_can_be_shown_to_all(
    client: DepecheClient, channel: Channel, alice: Person, bob: Person
) -> None:
    """A press posts it, and the button is gone so that it is posted once."""
    said = alice.say(channel, "GPT-4 cost 50 million dollars.")
    private = await bob.use_on(said, MENU).response()
    pressing = bob.press(private, "Post publicly")
    public = await pressing.followup()

    assert private.content == public.content
    assert not public.ephemeral
    assert [] == private.buttons


async def test_menu_has_a_french_name(client: DepecheClient, channel: Channel, alice: Person) -> None:
    """A French reader finds it in French, and a French message is checked in French."""
    said = alice.say(channel, "Le modèle de Meta est payant.")
    result = await alice.use_on(said, "Vérifier dans l'article").response()

    assert "L'article dit autre chose" in result.content


async def test_what_was_written_pings_nobody(
    client: DepecheClient, playground: Playground, channel: Channel, alice: Person, bob: Person
) -> None:
    """The quoted claim is text: neither its mentions nor its markdown work."""
    said = alice.say(channel, f"Google {bob.mention} @everyone **has** 5000 employees.")
    private = await bob.use_on(said, MENU).response()
    public = await bob.press(private, "Post publicly").followup()

    assert not public.mentions.everyone
    assert not public.pings(bob.user)
    assert "**has**" not in public.content
