"""Routes about the bot itself, guilds, members and users."""

from bot.playground.calls import Call, Handler
from bot.playground.errors import Json, missing_access, unknown
from bot.playground.payloads import application_json, full_member_json, guild_json, own_user_json, user_json

IDENTIFIES = 1000


async def own_user(call: Call) -> Json:
    """GET /users/@me."""
    return own_user_json(call.world.bot)


async def application(call: Call) -> Json:
    """GET /oauth2/applications/@me."""
    joined = [guild for guild in call.world.guilds.values() if call.world.bot.id in guild.members]
    return application_json(call.world.application, len(joined))


async def gateway(call: Call) -> Json:
    """GET /gateway/bot."""
    limit = {"total": IDENTIFIES, "remaining": IDENTIFIES, "reset_after": 0, "max_concurrency": 1}
    return {"url": call.gateway_url, "shards": call.shards, "session_start_limit": limit}


async def user(call: Call) -> Json:
    """GET /users/{user_id}."""
    found = call.world.users.get(call.number("user_id"))
    if found is None:
        raise unknown("User")
    return user_json(found)


async def guild(call: Call) -> Json:
    """GET /guilds/{guild_id}."""
    found = call.world.guilds.get(call.number("guild_id"))
    if found is None:
        raise unknown("Guild")
    if call.world.bot.id not in found.members:
        raise missing_access()
    return guild_json(found) | {
        "approximate_member_count": len(found.members),
        "approximate_presence_count": len(found.members),
    }


async def member(call: Call) -> Json:
    """GET /guilds/{guild_id}/members/{user_id}."""
    await guild(call)
    found = call.world.guilds[call.number("guild_id")].members.get(call.number("user_id"))
    if found is None:
        raise unknown("Member")
    return full_member_json(found)


ROUTES: dict[str, Handler] = {
    "GET /users/@me": own_user,
    "GET /oauth2/applications/@me": application,
    "GET /gateway/bot": gateway,
    "GET /users/{user_id}": user,
    "GET /guilds/{guild_id}": guild,
    "GET /guilds/{guild_id}/members/{user_id}": member,
}
