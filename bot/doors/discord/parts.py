"""What the commands, buttons and listeners of this door work with."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.cooldown import Cooldown
from bot.doors.discord.following import Followed
from bot.doors.discord.operators import Operators
from bot.doors.discord.questions import Questions
from bot.service import Service
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
