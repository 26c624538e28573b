"""Routes about channels, messages and reactions."""

from typing import Any

from bot.playground.calls import Call, Handler
from bot.playground.emoji import is_emoji
from bot.playground.errors import ApiError, Json, unknown
from bot.playground.flags import MessageFlag, Permission
from bot.playground.form import Form
from bot.playground.ids import moment
from bot.playground.limits import check_message
from bot.playground.model import Channel, Message
from bot.playground.payloads import channel_json

MOST_AT_ONCE = 100
SETTABLE = MessageFlag.SUPPRESS_EMBEDS | MessageFlag.SUPPRESS_NOTIFICATIONS | MessageFlag.IS_COMPONENTS_V2


def written(body: Json) -> dict[str, Any]:
    """The fields of a message that a body sets; an absent one stays as it was."""
    fields: dict[str, Any] = {key: body[key] or [] for key in ("embeds", "components") if key in body}
    if "components" in fields:
        fields["components"] = [_without_required(part) for part in numbered(fields["components"])]
    if "content" in body:
        fields["content"] = body["content"] or ""
    return fields


def _without_required(row: Json) -> Json:
    # Whether an input must be filled in means something in a modal only; of messages Discord drops it.
    inner = [{k: v for k, v in part.items() if k != "required"} for part in row.get("components", [])]
    return {**row, "components": inner} if inner else row


def numbered(components: list[Json]) -> list[Json]:
    """Components with the numeric `id` that Discord gives to each."""
    counter = iter(range(1, 1000))

    def visit(part: Json) -> Json:
        part = {"id": next(counter), **part}
        for key in ("components", "accessory", "component"):
            if isinstance(part.get(key), list):
                part[key] = [visit(child) for child in part[key]]
            elif key in part:
                part[key] = visit(part[key])
        if part.get("emoji"):
            # discord.py writes a character's missing id as null, Discord leaves it out.
            part["emoji"] = {key: value for key, value in part["emoji"].items() if value is not None}
        return part

    return [visit(part) for part in components]


async def channel(call: Call) -> Json:
    """GET /channels/{channel_id}."""
    return channel_json(call.channel())


async def thread_member(call: Call) -> Json:
    """GET /channels/{channel_id}/thread-members/{user_id}."""
    thread, user_id = call.channel(), call.number("user_id")
    if user_id not in (user.id for user in thread.joined):
        raise unknown("Member")
    joined_at = moment(thread.id).isoformat()
    return {"id": str(thread.id), "user_id": str(user_id), "join_timestamp": joined_at, "flags": 0}


async def open_direct(call: Call) -> Json:
    """POST /users/@me/channels."""
    user = call.world.users.get(int(call.body["recipient_id"]))
    if user is None or user.bot:
        raise unknown("User") if user is None else ApiError(400, 50007, "Cannot send messages to this user")
    return channel_json(call.world.direct_channel(user))


async def typing(call: Call) -> None:
    """POST /channels/{channel_id}/typing."""
    call.world.type(call.channel(), call.world.bot)


async def create(call: Call) -> Json:
    """POST /channels/{channel_id}/messages."""
    place = _writable(call)
    check_message(call.body)
    if earlier := _same_nonce(call, place):
        return call.shown(earlier)
    message = call.world.post(
        place,
        call.world.bot,
        call.body.get("allowed_mentions"),
        flags=MessageFlag(call.body.get("flags") or 0) & SETTABLE,
        reference=_replied(call, place),
        nonce=call.body.get("nonce"),
        **written(call.body),
    )
    return call.shown(message)


def _writable(call: Call) -> Channel:
    place = call.world.channel(call.number("channel_id"))
    return call.channel(Permission.SEND_MESSAGES_IN_THREADS if place.parent else Permission.SEND_MESSAGES)


def _same_nonce(call: Call, place: Channel) -> Message | None:
    nonce = call.body.get("nonce")
    if nonce is None or not call.body.get("enforce_nonce"):
        return None
    return next((m for m in place.after(None, call.world.bot) if m.nonce == nonce), None)


def _replied(call: Call, place: Channel) -> Message | None:
    reference = call.body.get("message_reference")
    if not reference:
        return None
    if Permission.READ_MESSAGE_HISTORY not in place.permissions(call.world.bot):
        raise ApiError(403, 160002, "Cannot reply without permission to read message history")
    replied = place.messages.get(int(reference["message_id"]))
    if replied is None and reference.get("fail_if_not_exists", True):
        form = Form()
        form.fault("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message")
        form.check()
    return replied


async def read(call: Call) -> Json:
    """GET /channels/{channel_id}/messages/{message_id}."""
    return call.shown(call.message(call.channel(Permission.READ_MESSAGE_HISTORY)))


async def history(call: Call) -> list[Json]:
    """GET /channels/{channel_id}/messages, newest first; with `before`, `after` and `limit`."""
    place, limit = call.channel(), _limit(call)
    if Permission.READ_MESSAGE_HISTORY not in place.permissions(call.world.bot):
        return []
    before = int(call.query.get("before", 1 << 63))
    after = int(call.query.get("after", 0))
    found = [m for m in place.messages.values() if after < m.id < before]
    # With `after`, Discord takes the oldest that fit; otherwise the newest. Both come newest first.
    chosen = found[:limit] if after else found[-limit:]
    return [call.shown(message) for message in reversed(chosen)]


def _limit(call: Call) -> int:
    limit = int(call.query.get("limit", 50))
    form = Form()
    form.within("limit", limit, 1, MOST_AT_ONCE)
    form.check()
    return limit


async def edit(call: Call) -> Json:
    """PATCH /channels/{channel_id}/messages/{message_id}."""
    message = call.message(call.channel())
    if message.author is not call.world.bot:
        raise ApiError(403, 50005, "Cannot edit a message authored by another user")
    check_message(call.body, message)
    flags = message.flags | MessageFlag(call.body.get("flags") or 0) & SETTABLE
    call.world.edit(message, call.body.get("allowed_mentions"), flags=flags, **written(call.body))
    return call.shown(message)


async def delete(call: Call) -> None:
    """DELETE /channels/{channel_id}/messages/{message_id}."""
    place = call.channel()
    message = call.message(place)
    if message.author is not call.world.bot and place.guild:
        call.channel(Permission.MANAGE_MESSAGES)
    elif message.author is not call.world.bot:
        raise ApiError(403, 50003, "Cannot execute action on a DM channel")
    call.world.remove(message)


async def react(call: Call) -> None:
    """PUT one's own reaction."""
    place = call.channel(Permission.READ_MESSAGE_HISTORY)
    message, emoji = call.message(place), call.path["emoji"]
    if emoji not in message.reactions:
        call.channel(Permission.ADD_REACTIONS)
        if not is_emoji(emoji):
            raise unknown("Emoji")
    call.world.react(message, call.world.bot, emoji)


async def unreact(call: Call) -> None:
    """DELETE one's own reaction."""
    call.world.react(call.message(call.channel()), call.world.bot, call.path["emoji"], added=False)


MESSAGE = "/channels/{channel_id}/messages/{message_id}"
ROUTES: dict[str, Handler] = {
    "POST /users/@me/channels": open_direct,
    "GET /channels/{channel_id}": channel,
    "GET /channels/{channel_id}/thread-members/{user_id}": thread_member,
    "POST /channels/{channel_id}/typing": typing,
    "GET /channels/{channel_id}/messages": history,
    "POST /channels/{channel_id}/messages": create,
    f"GET {MESSAGE}": read,
    f"PATCH {MESSAGE}": edit,
    f"DELETE {MESSAGE}": delete,
    f"PUT {MESSAGE}/reactions/{{emoji}}/@me": react,
    f"DELETE {MESSAGE}/reactions/{{emoji}}/@me": unreact,
}
