"""What the commands, buttons and listeners of this door work with."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.doors.discord.following import Followed
from bot.doors.discord.questions import Questions
from bot.service import Service
from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Parts:
    """Made once by the client, handed to everything that answers."""

    settings: Settings
    service: Service
    questions: Questions = field(default_factory=Questions)
    followed: Followed = field(default_factory=Followed)
