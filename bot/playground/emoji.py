"""What can be a reaction. Python has no list of emoji, so their characters' kinds decide."""

import re
from unicodedata import category

KEYCAP = re.compile(r"[0-9#*]\ufe0f?\u20e3")
# Symbols, skin tones, and what joins or varies them; then those that Unicode counts as something else.
KINDS = frozenset({"So", "Sm", "Sk", "Mn", "Cf"})
OTHERS = frozenset("‼⁉〰ℹ")


def is_emoji(text: str) -> bool:
    """Whether this is an emoji of Unicode; the guilds here have none of their own."""
    symbols = all(part in OTHERS or (not part.isascii() and category(part) in KINDS) for part in text)
    return (bool(text) and symbols) or bool(KEYCAP.fullmatch(text))
