"""What the commands, buttons and listeners of this door work with."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.answering.reply import Reply
from bot.cooldown import Cooldown
from bot.doors.discord.drawing import Drawing, draw
from bot.doors.discord.following import Followed
from bot.doors.discord.operators import Operators
from bot.doors.discord.questions import Questions
from bot.doors.discord.turns import Turns
from bot.service import Asked, Service
from bot.settings import Settings
from bot.state.preferences import Preferences


@dataclass(frozen=True, slots=True)
class Parts:
    """Made once by the client, handed to everything that answers."""

    settings: Settings
    service: Service
    operators: Operators
    cooldown: Cooldown
    preferences: Preferences
    questions: Questions = field(default_factory=Questions)
    followed: Followed = field(default_factory=Followed)
    turns: Turns = field(default_factory=Turns)

    async def reply(self, asked: Asked) -> Reply:
        """The reply to a question, when it is its turn."""
        async with self.turns.one():
            return await self.service.serve(asked)

    def draw(self, reply: Reply) -> list[Drawing]:
        """A reply as messages, whose buttons will know the question."""
        self.questions.keep(reply.question)
        return draw(reply)
