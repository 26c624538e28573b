"""Identifiers and the clock."""

from datetime import UTC, datetime, timedelta

from bot.playground.ids import Clock, Snowflakes, moment, shard_of


def test_identifiers_are_unique_and_only_grow() -> None:
    """Ten thousand in a row are in order, and leave Discord's worker bits alone."""
    snowflakes = Snowflakes(Clock())
    made = [snowflakes.next() for _ in range(10_000)]

    assert sorted(set(made)) == made
    assert {0} == {snowflake >> 12 & 0x3FF for snowflake in made}


def test_identifier_carries_its_time() -> None:
    """The moment in an identifier is the clock's."""
    clock = Clock()
    clock.advance(3600)
    ahead = moment(Snowflakes(clock).next()) - datetime.now(UTC)

    assert timedelta(minutes=59) < ahead < timedelta(minutes=61)


def test_direct_messages_belong_to_shard_zero() -> None:
    """A guild's shard comes from its identifier; without a guild it is 0."""
    assert [1, 0] == [shard_of(3 << 22, 2), shard_of(None, 2)]
