"""Names as people type them, and the mentions that Discord's client sends in their place."""

import re
from collections.abc import Mapping

# What stands in code is sent as it is.
_CODE = re.compile(r"(```.*?```|`[^`\n]*`)", re.DOTALL)


def as_sent(text: str, mentions: Mapping[str, str]) -> str:
    """The text with each known name in its mention's place: the longest that fits, in any case.

    `mentions` are typed names with their sigil, such as `{"@Dépêche": "<@1>", "#general": "<#2>"}`.
    """
    if not mentions:
        return text
    known = {name.casefold(): mention for name, mention in mentions.items()}
    names = "|".join(re.escape(name) for name in sorted(mentions, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w\\])(?:{names})(?!\w)", re.IGNORECASE)
    parts = _CODE.split(text)
    # Every second part is what the split was made at: code.
    parts[::2] = [pattern.sub(lambda found: known[found[0].casefold()], part) for part in parts[::2]]
    return "".join(parts)


def as_typed(content: str, mentions: Mapping[str, str]) -> str:
    """A message's text as its author typed it, for the box in which it is edited."""
    for name, mention in mentions.items():
        content = content.replace(mention, name)
    return content
