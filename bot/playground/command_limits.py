"""Discord's limits on application commands."""

import unicodedata
from collections import Counter
from http import HTTPStatus
from typing import Any

from bot.playground.errors import ApiError, Json
from bot.playground.flags import CommandKind
from bot.playground.form import Form

NAME = 32
DESCRIPTION = 100
OPTIONS = 25
TOTAL = 8000
MOST = {CommandKind.CHAT_INPUT: 100, CommandKind.USER: 15, CommandKind.MESSAGE: 15}
LOCALES = frozenset({
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl",
    "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja",
    "zh-TW", "ko",
})  # fmt: skip
# Combining marks of Devanagari and Thai are no letters, but legal in a name.
SCRIPTS = (range(0x0900, 0x0980), range(0x0E00, 0x0E80))


def check_commands(commands: list[Json]) -> None:
    """Refuse a bulk overwrite that Discord refuses."""
    form = Form()
    for number, command in enumerate(commands):
        _check_command(command, str(number), form)
    _check_unique(commands, form)
    form.check()
    counts = Counter(kind(command) for command in commands)
    for sort, most in MOST.items():
        if counts[sort] > most:
            message = f"Maximum number of application commands reached ({most})."
            raise ApiError(HTTPStatus.BAD_REQUEST, 30032, message)


def kind(command: Json) -> CommandKind:
    """Which kind of command; a slash command where it does not say."""
    return CommandKind(command.get("type", 1))


def _check_unique(commands: list[Json], form: Form) -> None:
    seen: set[tuple[CommandKind, str]] = set()
    for number, command in enumerate(commands):
        key = (kind(command), str(command.get("name")))
        if key in seen:
            code = "APPLICATION_COMMANDS_DUPLICATE_NAME"
            form.fault(f"{number}.name", code, "Application command names must be unique")
        seen.add(key)


def _check_command(command: Json, path: str, form: Form) -> None:
    if kind(command) is CommandKind.CHAT_INPUT:
        _check_texts(command, path, form)
        _check_options(command.get("options") or [], path, form)
    else:
        form.between(f"{path}.name", command.get("name"), 1, NAME)
        if command.get("description"):
            form.fault(f"{path}.description", "BASE_TYPE_BAD_LENGTH", "Must be 0 in length.")
    if size(command) > TOTAL:
        form.fault(path, "APPLICATION_COMMAND_TOO_LARGE", f"Command exceeds maximum size ({TOTAL})")


def _check_texts(item: Json, path: str, form: Form) -> None:
    _check_name(item.get("name"), f"{path}.name", form)
    form.between(f"{path}.description", item.get("description"), 1, DESCRIPTION)
    for locale, name in _localised(item, "name").items():
        form_path = f"{path}.name_localizations.{locale}"
        _check_locale(locale, form_path, form)
        _check_name(name, form_path, form)
    for locale, text in _localised(item, "description").items():
        form_path = f"{path}.description_localizations.{locale}"
        _check_locale(locale, form_path, form)
        form.between(form_path, text, 1, DESCRIPTION)


def _check_locale(locale: str, path: str, form: Form) -> None:
    if locale not in LOCALES:
        form.fault(path, "LOCALE_INVALID", "Not a locale of Discord")


def _check_name(name: str | None, path: str, form: Form) -> None:
    form.between(path, name, 1, NAME)
    if name and (name != name.lower() or not all(map(_legal, name))):
        form.fault(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")


def _legal(character: str) -> bool:
    return (
        character in "-_'"
        or unicodedata.category(character)[0] in "LN"
        or any(ord(character) in script for script in SCRIPTS)
    )


def _check_options(options: list[Json], path: str, form: Form) -> None:
    form.at_most(f"{path}.options", options, OPTIONS)
    required = [option.get("required", False) for option in options]
    names = [option.get("name") for option in options]
    if len(names) != len(set(names)):
        code = "APPLICATION_COMMAND_OPTIONS_NAME_INVALID"
        form.fault(f"{path}.options", code, "Option names must be unique")
    if required != sorted(required, reverse=True):
        code = "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID"
        form.fault(f"{path}.options", code, "Required options must be placed before non-required options")
    for number, option in enumerate(options):
        _check_option(option, f"{path}.options.{number}", form)


def _check_option(option: Json, path: str, form: Form) -> None:
    form.one_of(f"{path}.type", option.get("type"), frozenset(range(1, 12)))
    _check_texts(option, path, form)
    _check_options(option.get("options") or [], path, form)
    choices = option.get("choices") or []
    form.at_most(f"{path}.choices", choices, OPTIONS)
    for number, choice in enumerate(choices):
        form.between(f"{path}.choices.{number}.name", choice.get("name"), 1, 100)
        if isinstance(choice.get("value"), str):
            form.between(f"{path}.choices.{number}.value", choice["value"], 1, 100)
    if choices and option.get("autocomplete"):
        form.fault(f"{path}.choices", "APPLICATION_COMMAND_OPTIONS_CHOICES", "No choices with autocomplete")


def size(item: Json) -> int:
    """The characters of a command that count: the longest localisation of each text, options and choices."""
    own = _longest(item, "name") + _longest(item, "description")
    inner = [*(item.get("options") or []), *(item.get("choices") or [])]
    value: Any = item.get("value")
    return own + (len(value) if isinstance(value, str) else 0) + sum(map(size, inner))


def _longest(item: Json, key: str) -> int:
    return max(len(text) for text in (item.get(key) or "", *_localised(item, key).values()))


def _localised(item: Json, key: str) -> dict[str, str]:
    return item.get(f"{key}_localizations") or {}
