"""Many people in a guild with many channels, who ask."""

import itertools
from collections.abc import Iterator
from random import Random

from bot.evaluation.questions import DEVELOPMENT, read_questions
from bot.playground.interactions import Interaction
from bot.playground.model import Channel, Message
from bot.playground.people import Person
from bot.playground.server import Playground

CHANNELS = 25
SEED = 5


class Crowd:
    """So many people that nobody asks twice in a row, with the development questions in a fixed mixed order."""

    def __init__(self, playground: Playground, people: int) -> None:
        self.playground = playground
        world = playground.world
        guild = world.add_guild("Crowd", locale="fr")
        self.channels = [world.add_channel(guild, f"channel-{number}") for number in range(CHANNELS)]
        everybody = [
            playground.person(f"person{number}", guild, locale=("fr", "en-GB")[number % 2])
            for number in range(people)
        ]
        self._people: Iterator[tuple[Person, Channel]] = zip(
            itertools.cycle(everybody), itertools.cycle(self.channels), strict=False
        )
        questions = [
            labelled.question for labelled in read_questions(DEVELOPMENT) if labelled.question.strip()
        ]
        Random(SEED).shuffle(questions)  # noqa: S311 (the same mixture every time)
        self._questions = itertools.cycle(questions)

    def ask(self) -> Interaction:
        """One more person uses /ask."""
        person, channel = next(self._people)
        return person.slash(channel, "ask", {"question": next(self._questions)})

    def say(self) -> Message:
        """One more person mentions the bot."""
        person, channel = next(self._people)
        return person.say(channel, f"{self.playground.world.bot.mention} {next(self._questions)}")

    def forget(self) -> None:
        """Drop what the playground keeps for looking back, which is of no use here."""
        self.playground.requests.clear()
        self.playground.world.interactions.clear()
        for channel in self.channels:
            channel.messages.clear()
