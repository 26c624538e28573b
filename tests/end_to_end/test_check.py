"""The message menu that holds what somebody wrote against the article."""

from collections.abc import Awaitable, Callable

import pytest

from bot.doors.discord.client import DepecheClient
from bot.playground.model import Channel
from bot.playground.people import Person
from bot.playground.server import Playground

MENU = "Check against the article"
WRONG = "GPT-4 cost 50 million dollars."
LONG = (
    "OpenAI needs to raise very large amounts of capital to create artificial general intelligence, Mr "
    "Altman's goal. Anthropic is a competitor of OpenAI, started by former executives of that company, into "
    "which Google and Amazon put 6 billion dollars. Meta Platforms has developed an AI model of its own, free "
    "and built into its apps, Facebook and Instagram among them. Nvidia wants to secure its place in the "
    "semiconductor market, and its role as a supplier of essential infrastructure. "
) * 3

Start = Callable[..., Awaitable[DepecheClient]]


@pytest.mark.parametrize(
    ("claim", "verdict", "beside"),
    [
        ("GPT-4 cost more than 100 million dollars.", "The article says so", "100 million"),
        ("GPT-4 cost 50 million dollars.", "The article says otherwise", "100 million"),
        ("Google has 5000 employees.", "neither this nor the contrary", "Not in the article"),
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


async def test_long_result_is_shown_whole(
    client: DepecheClient, channel: Channel, alice: Person, bob: Person
) -> None:
    """All pieces are posted, from the first line on."""
    private = bob.use_on(alice.say(channel, LONG), MENU)
    last = [await private.response(), await private.followup()][-1]
    pressing = bob.press(last, "Post publicly")
    public = [await pressing.followup(number) for number in (1, 2)]

    assert public[0].content.startswith("**")
    assert [message.content for message in (private.original, last) if message] == [
        message.content for message in public
    ]


async def test_two_quick_presses_post_once(
    client: DepecheClient, channel: Channel, alice: Person, bob: Person
) -> None:
    """The second is taken for the first."""
    private = await bob.use_on(alice.say(channel, WRONG), MENU).response()
    pressings = [bob.press(private, "Post publicly") for _ in range(2)]
    for pressing in pressings:
        await pressing.acknowledged()
    await pressings[0].followup()

    assert await channel.stays_silent(channel.after(None)[-1])
    assert 1 == sum(len(pressing.followups) for pressing in pressings)


async def test_public_result_does_not_tell_the_checkers_locale(
    client: DepecheClient, channel: Channel, alice: Person, bob: Person
) -> None:
    """A text of no language is told to an English reader in English, and to the French server in French."""
    private = await bob.use_on(alice.say(channel, "GPT-4 : 50 M$"), MENU).response()
    public = await bob.press(private, "Post publicly").followup()

    assert "The article" in private.content
    assert "L'article" in public.content


async def test_result_can_be_shown_after_a_restart(
    start: Start, channel: Channel, alice: Person, bob: Person
) -> None:
    """A short claim stands in the button; a long one is forgotten, which is said."""
    first = await start()
    short = await bob.use_on(alice.say(channel, WRONG), MENU).response()
    checking = bob.use_on(alice.say(channel, LONG), MENU)
    long = await checking.followup()
    await first.close()
    await start()
    public = await bob.press(short, "Post publicly").followup()
    told = await bob.press(long, "Post publicly").response()

    assert short.content == public.content
    assert (True, "Check it again" in told.content) == (told.ephemeral, True)


async def test_nothing_is_posted_where_nobody_else_reads(client: DepecheClient, alice: Person) -> None:
    """In the bot's own direct channel there is nobody to show it to."""
    told = await alice.use_on(alice.say(alice.direct, WRONG), "Vérifier dans l'article").response()

    assert [] == told.buttons


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
    assert not [shown for shown in ("@everyone", "**has**") if shown in public.content]
