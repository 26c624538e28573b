"""Which messages answer which question, so that an edited or deleted question takes its answer along."""

from __future__ import annotations

from collections import OrderedDict

MOST = 5000


class Followed:
    """Ids of answers by the id of their question; in memory alone, the oldest go first."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._answers: OrderedDict[int, list[int]] = OrderedDict()

    def note(self, question: int, answers: list[int]) -> None:
        """Keeps which messages answer a question."""
        if answers:
            self._answers[question] = answers
        while len(self._answers) > self._most:
            self._answers.popitem(last=False)

    def answers(self, question: int) -> list[int]:
        """The messages that answer a question; none for one that was not answered, or is forgotten."""
        return self._answers.get(question, [])

    def forget(self, question: int) -> list[int]:
        """The messages that answer a question, for the last time."""
        return self._answers.pop(question, [])
