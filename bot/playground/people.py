"""The side of the people: what a person does in Discord's client, as plain methods."""

from dataclasses import dataclass
from typing import Any

from bot.playground import installs, offers
from bot.playground.errors import Json, NotOffered
from bot.playground.flags import CommandKind, InteractionKind, Permission
from bot.playground.interactions import Interaction, Modal
from bot.playground.limits import CONTENT
from bot.playground.mentions import KINDS
from bot.playground.message_payloads import message_json
from bot.playground.model import Channel, Message, User, walk
from bot.playground.world import World


@dataclass(frozen=True)
class Choice:
    """One line of an autocompletion."""

    name: str
    value: str | int | float


class Person:
    """A person who uses Discord. What does not wait for the bot happens at once."""

    def __init__(self, world: World, user: User) -> None:
        self.user = user
        self._world = world

    @property
    def id(self) -> int:
        """Their identifier."""
        return self.user.id

    @property
    def mention(self) -> str:
        """The text that mentions them."""
        return self.user.mention

    def install(self) -> None:
        """Install the application for oneself, to have it in every guild and private channel."""
        self._world.install(self.user)

    @property
    def channels(self) -> list[Channel]:
        """Every channel that they see, in the order in which they were made."""
        return [channel for channel in self._world.channels.values() if self._sees_channel(channel)]

    @property
    def direct(self) -> Channel:
        """Their direct channel with the bot."""
        return self._world.direct_channel(self.user)

    def say(self, channel: Channel, text: str, reply_to: Message | None = None, ping: bool = True) -> Message:
        """Write a message; a reply pings its author unless told otherwise."""
        self._may(channel, _writing(channel))
        _check_length(text)
        return self._world.post(channel, self.user, _everything(ping), content=text, reference=reply_to)

    def edit(self, message: Message, text: str) -> Message:
        """Change a message of one's own."""
        if message.author is not self.user or message.deleted:
            raise NotOffered(f"{self.user.name} cannot edit this message")
        _check_length(text)
        replied = message.reference is not None and message.pings(message.reference.author)
        return self._world.edit(message, _everything(replied), content=text)

    def delete(self, message: Message) -> None:
        """Delete a message of one's own, or any with the permission to manage messages."""
        if not self.may_delete(message):
            raise NotOffered(f"{self.user.name} cannot delete this message")
        self._world.remove(message)

    def react(self, message: Message, emoji: str) -> None:
        """Put a reaction on a message."""
        self._may(message.channel, Permission.ADD_REACTIONS)
        self._world.react(message, self.user, emoji)

    def unreact(self, message: Message, emoji: str) -> None:
        """Take one's own reaction away."""
        self._world.react(message, self.user, emoji, added=False)

    def dismiss(self, message: Message) -> None:
        """Take an ephemeral message off one's own screen."""
        if not (message.ephemeral and self.sees(message)):
            raise NotOffered(f"{self.user.name} cannot dismiss this message")
        self._world.dismiss(message)

    def slash(self, channel: Channel, name: str, options: dict[str, Any] | None = None) -> Interaction:
        """Use a slash command; subcommands after a space. Users and channels are given as objects."""
        self._may(channel, Permission.VIEW_CHANNEL)
        command, path = self._slash(channel, name)
        data = offers.invocation(command, path, _plain(options or {}), channel)
        return self._invoke(InteractionKind.COMMAND, command, channel, data)

    async def autocomplete(
        self, channel: Channel, name: str, option: str, typed: str, others: dict[str, Any] | None = None
    ) -> list[Choice]:
        """The choices offered after typing into an option; DidNotRespond if none came in time."""
        command, path = self._slash(channel, name)
        values = {**_plain(others or {}), option: typed}
        data = offers.invocation(command, path, values, channel, focused=option)
        interaction = self._invoke(InteractionKind.AUTOCOMPLETE, command, channel, data)
        await interaction.acknowledged()
        return [Choice(choice["name"], choice["value"]) for choice in interaction.choices]

    def use_on(self, target: "Message | Person", name: str, channel: Channel | None = None) -> Interaction:
        """Use a command of the menu on a message, or on a person in a channel."""
        if isinstance(target, Message):
            return self._use(CommandKind.MESSAGE, target.channel, name, target.id, self._message(target))
        if channel is None:
            raise NotOffered("A command on a person is used in a channel")
        resolved: Json = {}
        offers.resolve_user(target.user, channel.guild, resolved)
        return self._use(CommandKind.USER, channel, name, target.id, resolved)

    def press(self, message: Message, button: str) -> Interaction:
        """Press the button with this label or custom_id."""
        return self._touch(message, offers.pressed(message, button))

    def choose(self, message: Message, custom_id: str, *values: str) -> Interaction:
        """Choose in a select of texts."""
        selects = [part for part in walk(message.components) if part.get("custom_id") == custom_id]
        if not selects or "options" not in selects[0]:
            raise NotOffered(f"No select {custom_id!r}")
        return self._touch(message, offers.chosen(selects[0], list(values)))

    def submit(self, modal: Modal, values: dict[str, str]) -> Interaction:
        """Send a form, its inputs named by custom_id or label."""
        origin = modal.interaction
        if origin.user is not self.user:
            raise NotOffered(f"{self.user.name} does not see this form")
        data = offers.filled_form(modal, values)
        return self._world.interact(
            InteractionKind.MODAL, self.user, origin.channel, data, origin.owners,
            message=origin.message, origin=origin,
        )  # fmt: skip

    def sees(self, message: Message) -> bool:
        """Whether the message is on their screen."""
        mine = message.interaction is not None and message.interaction.user is self.user
        return not message.deleted and self._sees_channel(message.channel) and (mine or not message.ephemeral)

    def may_write(self, channel: Channel) -> bool:
        """Whether they can send messages there."""
        return self._sees_channel(channel) and _writing(channel) in channel.permissions(self.user)

    def may_delete(self, message: Message) -> bool:
        """Whether they can delete it for everybody."""
        allowed = message.channel.permissions(self.user)
        return message.author is self.user or (
            message.channel.guild is not None and Permission.MANAGE_MESSAGES in allowed
        )

    def _sees_channel(self, channel: Channel) -> bool:
        return Permission.VIEW_CHANNEL in channel.permissions(self.user)

    def _may(self, channel: Channel, *needed: Permission) -> None:
        allowed = channel.permissions(self.user)
        if any(permission not in allowed for permission in needed):
            raise NotOffered(f"{self.user.name} may not do this in {channel.name}")

    def _slash(self, channel: Channel, name: str) -> tuple[Json, list[str]]:
        first, *path = name.split()
        return self._command(first, CommandKind.CHAT_INPUT, channel), path

    def _command(self, name: str, kind: CommandKind, channel: Channel) -> Json:
        return offers.find_command(self._world, name, kind, self.user, channel)

    def _invoke(self, kind: InteractionKind, command: Json, channel: Channel, data: Json) -> Interaction:
        owners = installs.owners(command, self.user, channel, self._world.application)
        return self._world.interact(kind, self.user, channel, data, owners)

    def _message(self, message: Message) -> Json:
        shown = message_json(message, self._world.application, content=True)
        return {"messages": {str(message.id): shown}}

    def _use(
        self, kind: CommandKind, channel: Channel, name: str, target_id: int, resolved: Json
    ) -> Interaction:
        command = self._command(name, kind, channel)
        data = {
            "id": command["id"], "name": command["name"], "type": int(kind),
            "target_id": str(target_id), "resolved": resolved,
        }  # fmt: skip
        return self._invoke(InteractionKind.COMMAND, command, channel, data)

    def _touch(self, message: Message, data: Json) -> Interaction:
        if not self.sees(message):
            raise NotOffered(f"{self.user.name} does not see this message")
        # A button acts on the authority of whoever had the message sent, not of who presses it.
        place = installs.place_owners(message.channel, self._world.application)
        owners = message.interaction.owners if message.interaction else place
        kind = InteractionKind.COMPONENT
        return self._world.interact(kind, self.user, message.channel, data, owners, message=message)


def _writing(channel: Channel) -> Permission:
    return Permission.SEND_MESSAGES_IN_THREADS if channel.parent else Permission.SEND_MESSAGES


def _check_length(text: str) -> None:
    if len(text) > CONTENT:
        raise NotOffered(f"A message has at most {CONTENT} characters")


def _everything(replied_user: bool) -> Json:
    # A person's client lets every mention ping; only the reply's has a switch, which an edit does not move.
    return {"parse": list(KINDS), "replied_user": replied_user}


def _plain(options: dict[str, Any]) -> dict[str, Any]:
    return {name: value.user if isinstance(value, Person) else value for name, value in options.items()}
