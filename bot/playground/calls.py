"""One request to the HTTP API, as its handlers see it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.playground.errors import Json, missing_access, missing_permissions, unknown
from bot.playground.flags import Intent, Permission
from bot.playground.form import Form
from bot.playground.message_payloads import message_json
from bot.playground.model import Channel, Message
from bot.playground.world import World


@dataclass
class Call:
    """The world, and what the client sent: parts of the path, query and JSON body."""

    world: World
    path: Mapping[str, str]
    query: Mapping[str, str]
    body: Any
    gateway_url: str = ""
    shards: int = 1

    def number(self, name: str) -> int:
        """An identifier in the path."""
        if not self.path[name].isdecimal():
            form = Form()
            form.fault(name, "NUMBER_TYPE_COERCE", f'Value "{self.path[name]}" is not snowflake.')
            form.check()
        return int(self.path[name])

    def channel(self, *needed: Permission) -> Channel:
        """The channel in the path, if the bot sees it and has these permissions in it."""
        channel = self.world.channel(self.number("channel_id"))
        allowed = channel.permissions(self.world.bot)
        if Permission.VIEW_CHANNEL not in allowed:
            raise missing_access()
        if any(permission not in allowed for permission in needed):
            raise missing_permissions()
        return channel

    def message(self, channel: Channel) -> Message:
        """The message in the path."""
        message = channel.messages.get(self.number("message_id"))
        if message is None:
            raise unknown("Message")
        return message

    def shown(self, message: Message) -> Json:
        """A message as this application may read it."""
        application = self.world.application
        return message_json(message, application, Intent.MESSAGE_CONTENT in application.privileged)


Handler = Callable[[Call], Awaitable[Any]]
