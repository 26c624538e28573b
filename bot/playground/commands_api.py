"""Routes about application commands, in the global scope."""

from bot.playground.calls import Call, Handler
from bot.playground.command_limits import check_commands, kind
from bot.playground.errors import Json, missing_access
from bot.playground.world import World

LOCALISED = ("name_localizations", "description_localizations")


async def replace(call: Call) -> list[Json]:
    """PUT: the commands become these; one of the same kind and name keeps its identifier."""
    _check_own(call)
    check_commands(call.body)
    known = {(kind(command), command["name"]): command for command in call.world.commands}
    kept = [(command, known.get((kind(command), command["name"]))) for command in call.body]
    call.world.commands = [registered(call.world, command, before) for command, before in kept]
    call.world.changes.happened()
    return call.world.commands


async def current(call: Call) -> list[Json]:
    """GET: the commands; localisations only on request."""
    _check_own(call)
    if call.query.get("with_localizations", "").lower() in ("1", "true"):
        return call.world.commands
    return [{key: part for key, part in c.items() if key not in LOCALISED} for c in call.world.commands]


def _check_own(call: Call) -> None:
    if call.number("application_id") != call.world.application.id:
        raise missing_access()


def registered(world: World, command: Json, before: Json | None = None) -> Json:
    """A command as Discord keeps it, with what was left out; `before` is the one that it replaces."""
    defaults: Json = {
        "type": 1, "description": "", "options": [], "default_member_permissions": None, "nsfw": False,
        "contexts": None, "integration_types": [0], "dm_permission": True,
        "name_localizations": None, "description_localizations": None,
    }  # fmt: skip
    filled = defaults | {key: value for key, value in command.items() if value is not None}
    if filled["default_member_permissions"] is not None:
        filled["default_member_permissions"] = str(filled["default_member_permissions"])
    command_id = before["id"] if before else str(world.ids.next())
    own = {"id": command_id, "application_id": str(world.application.id)}
    unchanged = before and {**before, "version": ""} == {**filled, **own, "version": ""}
    version = before["version"] if before and unchanged else str(world.ids.next())
    return filled | own | {"version": version}


ROUTES: dict[str, Handler] = {
    "PUT /applications/{application_id}/commands": replace,
    "GET /applications/{application_id}/commands": current,
}
