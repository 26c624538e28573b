"""What Discord's own client offers to a person, and the interaction data that comes of it.

The client checks a command's options before anything reaches the bot; so does this.
"""

from contextlib import suppress
from typing import Any

from bot.playground.command_limits import kind
from bot.playground.errors import Json, NotOffered
from bot.playground.flags import EVERY, ChannelKind, CommandKind, Permission
from bot.playground.installs import owners
from bot.playground.interactions import Field, Modal
from bot.playground.model import Application, Channel, Guild, Member, Message, User
from bot.playground.payloads import channel_json, member_json, user_json
from bot.playground.world import World

SUBCOMMAND, GROUP, STRING, INTEGER, BOOLEAN, USER, CHANNEL, NUMBER = 1, 2, 3, 4, 5, 6, 7, 10
STRING_SELECT, TEXT_INPUT, LABEL, RADIO_GROUP = 3, 4, 18, 21
PYTHON_TYPES: dict[int, type | tuple[type, ...]] = {
    STRING: str, INTEGER: int, BOOLEAN: bool, USER: User, CHANNEL: Channel, NUMBER: (int, float),
}  # fmt: skip
Values = dict[str, Any]


def find_command(world: World, name: str, wanted: CommandKind, user: User, channel: Channel) -> Json:
    """The registered command that a person sees under this name, here."""
    for command in world.commands:
        if kind(command) is wanted and name in (command["name"], _localised(command, user)):
            _check_offered(command, user, channel, world.application)
            return command
    raise NotOffered(f"No command {name!r} is registered")


def offered(world: World, wanted: CommandKind, user: User, channel: Channel) -> list[Json]:
    """Every registered command of a kind that a person sees here."""
    found = []
    for command in world.commands:
        if kind(command) is wanted:
            with suppress(NotOffered):
                _check_offered(command, user, channel, world.application)
                found.append(command)
    return found


def _localised(item: Json, user: User) -> str | None:
    names: dict[str, str] = item.get("name_localizations") or {}
    return names.get(user.locale)


def _check_offered(command: Json, user: User, channel: Channel, application: Application) -> None:
    authority = owners(command, user, channel, application)
    if not authority:
        raise NotOffered(f"{command['name']} is not offered to {user.name} in {channel.name}")
    if channel.guild is None:
        return
    needed = command["default_member_permissions"]
    allowed = channel.permissions(user)
    # Nobody but administrators sees a command with the permissions "0".
    hidden = needed is not None and allowed != EVERY and (needed == "0" or int(needed) & ~int(allowed))
    if hidden or Permission.USE_APPLICATION_COMMANDS not in allowed:
        raise NotOffered(f"{user.name} lacks the permission for {command['name']}")


def invocation(
    command: Json, path: list[str], values: Values, channel: Channel, focused: str | None = None
) -> Json:
    """The data of a slash command, or of its autocompletion with the option `focused`."""
    leaf, wrappers = _descend(command, path)
    resolved: Json = {}
    options = _options(leaf, values, channel, resolved, focused)
    for wrapper in reversed(wrappers):
        options = [{"type": wrapper["type"], "name": wrapper["name"], "options": options}]
    data = {"id": command["id"], "name": command["name"], "type": 1, "options": options}
    return data | ({"resolved": resolved} if resolved else {})


def _descend(command: Json, path: list[str]) -> tuple[Json, list[Json]]:
    place, wrappers = command, []
    for name in path:
        below = [option for option in place.get("options") or [] if option["type"] in (SUBCOMMAND, GROUP)]
        inner = [option for option in below if option["name"] == name]
        if not inner:
            raise NotOffered(f"{command['name']} has no subcommand {name!r}")
        place = inner[0]
        wrappers.append(place)
    if any(option["type"] in (SUBCOMMAND, GROUP) for option in place.get("options") or []):
        raise NotOffered(f"{command['name']} needs a subcommand")
    return place, wrappers


def _options(leaf: Json, values: Values, channel: Channel, resolved: Json, focused: str | None) -> list[Json]:
    known = {option["name"]: option for option in leaf.get("options") or []}
    if unknown := set(values) - set(known):
        raise NotOffered(f"{leaf['name']} has no option {sorted(unknown)}")
    missing = [name for name, option in known.items() if option.get("required") and name not in values]
    if missing and focused is None:
        raise NotOffered(f"{leaf['name']} requires {missing}")
    filled = [
        _option(known[name], value, channel, resolved, name == focused) for name, value in values.items()
    ]
    if focused is not None and not any(option.get("focused") for option in filled):
        raise NotOffered(f"{leaf['name']} has no option {focused!r}")
    return filled


def _option(option: Json, value: Any, channel: Channel, resolved: Json, focused: bool) -> Json:
    if focused and not option.get("autocomplete"):
        raise NotOffered(f"{option['name']} completes nothing")
    filled: Json = {"name": option["name"], "type": option["type"]}
    if focused:
        return filled | {"value": value, "focused": True}
    value = _chosen(option, value)
    wanted = PYTHON_TYPES.get(option["type"])
    if wanted is None or not isinstance(value, wanted):
        raise NotOffered(f"{option['name']} takes no {type(value).__name__}")
    if isinstance(value, Channel) and value.kind not in option.get("channel_types", list(ChannelKind)):
        raise NotOffered(f"{option['name']} takes no channel of the kind {value.kind.name}")
    _check_range(option, value)
    return filled | {"value": _resolve(value, channel.guild, resolved)}


def _chosen(option: Json, value: Any) -> Any:
    choices = option.get("choices") or []
    if not choices:
        return value
    for choice in choices:
        if value in (choice["name"], choice["value"], *(choice.get("name_localizations") or {}).values()):
            return choice["value"]
    raise NotOffered(f"{option['name']} has no choice {value!r}")


def _check_range(option: Json, value: Any) -> None:
    size = len(value) if isinstance(value, str) else value
    least = option.get("min_length", option.get("min_value"))
    most = option.get("max_length", option.get("max_value", 6000 if isinstance(value, str) else None))
    if (least is not None and size < least) or (most is not None and size > most):
        raise NotOffered(f"{option['name']} must lie between {least} and {most}")


def _resolve(value: Any, guild: Guild | None, resolved: Json) -> Any:
    if isinstance(value, User):
        resolve_user(value, guild, resolved)
        return str(value.id)
    if isinstance(value, Channel):
        # What is resolved tells less of a channel than its guild does.
        shown = {key: part for key, part in channel_json(value).items() if key != "permission_overwrites"}
        resolved.setdefault("channels", {})[str(value.id)] = {**shown, "permissions": "0"}
        return str(value.id)
    return value


def resolve_user(user: User, guild: Guild | None, resolved: Json) -> None:
    """Add a user, and their membership here, to the resolved objects."""
    resolved.setdefault("users", {})[str(user.id)] = user_json(user)
    member: Member | None = guild.members.get(user.id) if guild else None
    if member:
        shown = {key: part for key, part in member_json(member).items() if key not in ("mute", "deaf")}
        resolved.setdefault("members", {})[str(user.id)] = shown | {"permissions": "0"}


def pressed(message: Message, wanted: str) -> Json:
    """The data of pressing the button with this custom_id or label."""
    for button in message.buttons:
        if wanted in (button.custom_id, button.label) and button.custom_id and not button.disabled:
            return {"component_type": 2, "custom_id": button.custom_id}
    raise NotOffered(f"No button {wanted!r} can be pressed; there are {[b.label for b in message.buttons]}")


def chosen(select: Json, values: list[str]) -> Json:
    """The data of choosing these values in a select of texts."""
    known = [option["value"] for option in select["options"]]
    least, most = select.get("min_values", 1), select.get("max_values", 1)
    if select.get("disabled") or not set(values) <= set(known) or not least <= len(values) <= most:
        raise NotOffered(f"{values} cannot be chosen from {known}")
    return {"component_type": select["type"], "custom_id": select["custom_id"], "values": values}


def filled_form(modal: Modal, values: dict[str, str]) -> Json:
    """The data of a modal filled in by custom_id or label; inputs left out keep what the bot put there."""
    names = {name for field in modal.fields for name in (field.custom_id, field.label)}
    if unknown := set(values) - names:
        raise NotOffered(f"The form has no input {sorted(unknown)}")
    parts = [_submitted(part, modal, values) for part in modal.payload["components"]]
    return {"custom_id": modal.custom_id, "components": [part for part in parts if part]}


def _submitted(part: Json, modal: Modal, values: dict[str, str]) -> Json:
    inputs = [field for field in modal.fields if field.custom_id in _inner_ids(part)]
    filled = [_input(field, values) for field in inputs]
    if part["type"] == LABEL:
        return {"type": LABEL, "id": part["id"], "component": filled[0]}
    return {"type": part["type"], "id": part["id"], "components": filled} if filled else {}


def _inner_ids(part: Json) -> list[str]:
    inner = [*part.get("components", []), part.get("component", {})]
    return [input_["custom_id"] for input_ in inner if "custom_id" in input_]


def _input(field: Field, values: dict[str, str]) -> Json:
    value = values.get(field.custom_id, values.get(field.label, field.value))
    filled = {"type": field.kind, "id": field.id, "custom_id": field.custom_id}
    if field.kind == TEXT_INPUT:
        _check_text(field, value)
        return filled | {"value": value}
    if field.kind not in (STRING_SELECT, RADIO_GROUP):
        raise NotOffered(f"The playground fills in no component of type {field.kind}")
    if value not in field.options and (value or field.required):
        raise NotOffered(f"{field.label} has no option {value!r}")
    return filled | (
        {"values": [value] if value else []} if field.kind == STRING_SELECT else {"value": value or None}
    )


def _check_text(field: Field, value: str) -> None:
    if (field.required and not value) or (value and not field.least <= len(value) <= field.most):
        raise NotOffered(f"{field.label} must be between {field.least} and {field.most} in length")
