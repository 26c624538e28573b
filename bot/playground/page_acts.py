"""What a person does in the page, one function an act; they are the acts of `people.Person`."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.playground.command_limits import LOCALES
from bot.playground.errors import Json, NotOffered
from bot.playground.faults import Faults
from bot.playground.flags import CommandKind
from bot.playground.gateway import Gateway
from bot.playground.interactions import Interaction, Modal
from bot.playground.model import Channel, Message
from bot.playground.offers import offered
from bot.playground.page_commands import command_views, given
from bot.playground.page_view import typed_names
from bot.playground.people import Person
from bot.playground.typed import as_sent
from bot.playground.world import World

SLOW = 4.0
TROUBLES: dict[str, Callable[[Faults, Gateway], None]] = {
    "rate-limit": lambda faults, gateway: faults.rate_limit("*", times=1, retry_after=2.0),
    "failure": lambda faults, gateway: faults.fail("*", 500),
    "slow": lambda faults, gateway: faults.slow("*", SLOW),
    "drop": lambda faults, gateway: gateway.drop(),
    "reconnect": lambda faults, gateway: gateway.reconnect(),
    "invalidate": lambda faults, gateway: gateway.invalidate(),
}


@dataclass
class Acting:
    """Who acts, and on what."""

    world: World
    faults: Faults
    gateway: Gateway
    person: Person

    def channel(self, asked: Json) -> Channel:
        """The channel that was named."""
        return self.world.channel(int(asked["channel"]))

    def message(self, asked: Json) -> Message:
        """The message that was named, if the person sees it."""
        number = int(asked["message"])
        found = self.world.ephemeral.get(number) or self.channel(asked).messages.get(number)
        if found is None or not self.person.sees(found):
            raise NotOffered(f"{self.person.user.name} sees no message {number}")
        return found

    def sent(self, text: str) -> str:
        """A text with its mentions, as it is sent; a box with nothing in it sends nothing."""
        if not text.strip():
            raise NotOffered("Nothing was written")
        return as_sent(text, typed_names(self.world))


Act = Callable[[Acting, Json], Awaitable[Json | None]]


async def say(acting: Acting, asked: Json) -> None:
    """Write a message, or a reply."""
    replied = acting.message({**asked, "message": asked["reply"]}) if asked.get("reply") else None
    text = acting.sent(asked["text"])
    acting.person.say(acting.channel(asked), text, replied, asked.get("ping", True))


async def edit(acting: Acting, asked: Json) -> None:
    """Change a message of one's own."""
    acting.person.edit(acting.message(asked), acting.sent(asked["text"]))


async def delete(acting: Acting, asked: Json) -> None:
    """Delete a message."""
    acting.person.delete(acting.message(asked))


async def dismiss(acting: Acting, asked: Json) -> None:
    """Take an ephemeral message off the screen."""
    acting.person.dismiss(acting.message(asked))


async def react(acting: Acting, asked: Json) -> None:
    """Put a reaction on a message, or take one's own away."""
    change = acting.person.react if asked["added"] else acting.person.unreact
    change(acting.message(asked), asked["emoji"])


async def commands(acting: Acting, asked: Json) -> Json:
    """List the commands of a kind, slash or message, that are offered in a channel."""
    kind = CommandKind.MESSAGE if asked["kind"] == "message" else CommandKind.CHAT_INPUT
    found = offered(acting.world, kind, acting.person.user, acting.channel(asked))
    return {"commands": command_views(found, acting.person.user.locale)}


async def slash(acting: Acting, asked: Json) -> Json:
    """Use a slash command."""
    values = given(asked["options"], acting.world.users, acting.world.channels)
    return await _answered(acting.person.slash(acting.channel(asked), asked["command"], values))


async def autocomplete(acting: Acting, asked: Json) -> Json:
    """Ask for the choices of an option."""
    others = given(asked["options"], acting.world.users, acting.world.channels)
    place = acting.channel(asked)
    choices = await acting.person.autocomplete(
        place, asked["command"], asked["option"], asked["typed"], others
    )
    return {"choices": [{"name": choice.name, "value": choice.value} for choice in choices]}


async def use(acting: Acting, asked: Json) -> Json:
    """Use a command of a message's menu."""
    return await _answered(acting.person.use_on(acting.message(asked), asked["command"]))


async def press(acting: Acting, asked: Json) -> Json:
    """Press a button."""
    return await _answered(acting.person.press(acting.message(asked), asked["button"]))


async def choose(acting: Acting, asked: Json) -> Json:
    """Choose in a select."""
    message = acting.message(asked)
    return await _answered(acting.person.choose(message, asked["select"], *asked["values"]))


async def submit(acting: Acting, asked: Json) -> Json:
    """Send a form."""
    number = int(asked["form"])
    found = [i for i in acting.world.interactions.values() if i.id == number and i.opened]
    if not found:
        raise NotOffered("No such form")
    return await _answered(acting.person.submit(await found[0].modal(), asked["values"]))


async def locale(acting: Acting, asked: Json) -> None:
    """Change the language of the person's client."""
    if asked["locale"] not in LOCALES:
        raise NotOffered("No such locale")
    acting.person.user.locale = asked["locale"]
    acting.world.changes.happened()


async def trouble(acting: Acting, asked: Json) -> None:
    """Let something go wrong."""
    TROUBLES[asked["kind"]](acting.faults, acting.gateway)
    acting.world.changes.happened()


async def _answered(interaction: Interaction) -> Json:
    await interaction.acknowledged()
    return {"form": _form(await interaction.modal())} if interaction.opened else {}


def _form(modal: Modal) -> Json:
    interaction = str(modal.interaction.id)
    return {"id": interaction, "title": modal.title, "components": modal.payload["components"]}


ACTS: dict[str, Act] = {
    act.__name__: act
    for act in (
        say, edit, delete, dismiss, react, commands, slash, autocomplete, use, press, choose, submit, locale,
        trouble,
    )
}  # fmt: skip
