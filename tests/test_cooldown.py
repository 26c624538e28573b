"""The cooldown: sliding windows by an injected clock, held against a slow and obvious count."""

from hypothesis import given
from hypothesis import strategies as st

from bot.cooldown import Cooldown, Limit

TWO = Limit(2, 10.0)


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """The seconds."""
        return self.now


def test_one_waits_until_the_oldest_question_has_left_the_window() -> None:
    """The third question within ten seconds waits for the first to be ten seconds old."""
    clock = Clock()
    cooldown = Cooldown(clock)
    waits = []
    for clock.now in (0.0, 4.0, 7.0, 10.0, 11.0):
        waits.append(cooldown.wait(("alice", TWO)))

    assert [0.0, 0.0, 3.0, 0.0, 3.0] == waits


def test_each_key_has_its_own_window_and_the_fullest_decides() -> None:
    """A full channel stops everybody in it, a full user is stopped everywhere."""
    cooldown = Cooldown(Clock())
    asked = [("alice", "here"), ("bob", "here"), ("carol", "here"), ("alice", "there"), ("alice", "there")]
    waits = [cooldown.wait((user, TWO), (place, TWO)) for user, place in asked]

    assert [0.0, 0.0, 10.0, 0.0, 10.0] == waits


def test_looking_does_not_count() -> None:
    """What is left can be asked for as often as one likes."""
    cooldown = Cooldown(Clock())

    assert [0.0] * 5 == [cooldown.left(("alice", TWO)) for _ in range(5)]


def test_memory_is_bounded() -> None:
    """However many ask, no more than the latest are remembered."""
    cooldown = Cooldown(Clock(), max_keys=3)
    for user in range(1000):
        cooldown.wait((user, TWO))

    assert [997, 998, 999] == list(cooldown._asked)


@given(st.lists(st.floats(0, 5), max_size=60), st.integers(1, 5))
def test_no_window_ever_holds_more(steps: list[float], count: int) -> None:
    """Whatever the rhythm, it lets through exactly what a count of the last ten seconds would."""
    clock, limit = Clock(), Limit(count, 10.0)
    cooldown = Cooldown(clock)
    passed: list[float] = []
    for step in steps:
        clock.now += step
        recent = [moment for moment in passed if moment + limit.seconds > clock.now]
        is_free = not cooldown.wait(("alice", limit))
        assert is_free == (len(recent) < count)
        passed += [clock.now] if is_free else []
