"""Commands as a person's client lists them: flattened to what can be used, in the person's language."""

from typing import Any

from bot.playground.errors import Json
from bot.playground.model import Channel, User
from bot.playground.offers import GROUP, SUBCOMMAND

LIMITS = ("min_length", "max_length", "min_value", "max_value", "channel_types")
ENGLISH = {"en-US": "en-GB", "en-GB": "en-US"}


def command_views(commands: list[Json], locale: str) -> list[Json]:
    """What can be used of these commands: each subcommand stands by itself, `path` is its real name."""
    return [view for command in commands for view in _views(command, locale, [], [])]


def _views(item: Json, locale: str, path: list[str], names: list[str]) -> list[Json]:
    path, names = [*path, item["name"]], [*names, localised(item, "name", locale)]
    below = [option for option in item.get("options") or [] if option["type"] in (SUBCOMMAND, GROUP)]
    if below:
        return [view for inner in below for view in _views(inner, locale, path, names)]
    options = [_option(option, locale) for option in item.get("options") or []]
    description = localised(item, "description", locale)
    return [{"path": " ".join(path), "name": " ".join(names), "description": description, "options": options}]


def _option(option: Json, locale: str) -> Json:
    limits = {key: option.get(key) for key in LIMITS}
    choices = [
        {"name": localised(choice, "name", locale), "value": choice["value"]}
        for choice in option.get("choices") or []
    ]
    return limits | {
        "path": option["name"], "name": localised(option, "name", locale), "type": option["type"],
        "description": localised(option, "description", locale), "required": option.get("required", False),
        "completes": option.get("autocomplete", False), "choices": choices,
    }  # fmt: skip


def used_path(used: Json) -> str:
    """The real name of what an interaction used, with its subcommands."""
    below = [used_path(part) for part in used.get("options") or [] if part["type"] in (SUBCOMMAND, GROUP)]
    return " ".join([used["name"], *below])


def localised(item: Json, key: str, locale: str) -> str:
    """A name or description as somebody with this locale reads it."""
    texts = item.get(f"{key}_localizations") or {}
    # Each English falls back to the other before the default, as Discord does.
    return str(texts.get(locale) or texts.get(ENGLISH.get(locale, "")) or item.get(key) or "")


def given(values: dict[str, Any], users: dict[int, User], channels: dict[int, Channel]) -> dict[str, Any]:
    """Options from the page, with `{"user": id}` and `{"channel": id}` as the objects that they mean."""
    return {name: _object(value, users, channels) for name, value in values.items()}


def _object(value: Any, users: dict[int, User], channels: dict[int, Channel]) -> Any:
    match value:
        case {"user": user_id}:
            return users[int(user_id)]
        case {"channel": channel_id}:
            return channels[int(channel_id)]
    return value
