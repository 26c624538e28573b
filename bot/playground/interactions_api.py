"""Routes that answer an interaction: the callback, the original response and follow-ups."""

from bot.playground.calls import Call, Handler
from bot.playground.errors import ApiError, Json, too_many_followups, unknown
from bot.playground.faults import CALLBACK
from bot.playground.flags import Callback, InteractionKind, MessageFlag
from bot.playground.form import Form
from bot.playground.installs import has_bot, must_hide
from bot.playground.interactions import Interaction
from bot.playground.limits import check_choices, check_message, check_modal
from bot.playground.message_payloads import callback_json
from bot.playground.messages_api import SETTABLE, numbered, written
from bot.playground.model import Message

ALLOWED = {
    InteractionKind.COMMAND: {Callback.MESSAGE, Callback.DEFERRED_MESSAGE, Callback.MODAL},
    InteractionKind.COMPONENT: set(Callback) - {Callback.CHOICES},
    InteractionKind.AUTOCOMPLETE: {Callback.CHOICES},
    InteractionKind.MODAL: set(Callback) - {Callback.CHOICES, Callback.MODAL},
}
# Follow-ups of an interaction where the bot is not.
FOLLOWUPS_AS_GUEST = 5
UPDATES = (Callback.UPDATE, Callback.DEFERRED_UPDATE)


async def respond(call: Call) -> Json | None:
    """POST /interactions/{interaction_id}/{interaction_token}/callback."""
    interaction = call.world.interactions.get(call.path["interaction_token"])
    if interaction is None or interaction.id != call.number("interaction_id"):
        raise unknown("interaction")
    interaction.check_unanswered()
    callback = _callback(interaction, call.body.get("type"))
    _carry_out(call, interaction, callback, call.body.get("data") or {})
    interaction.answer(callback)
    call.world.changes.happened()
    if call.query.get("with_response", "").lower() not in ("1", "true"):
        return None
    return callback_json(interaction, call.world.application)


def _callback(interaction: Interaction, kind: int | None) -> Callback:
    allowed = ALLOWED[interaction.kind]
    if interaction.message is None:
        allowed = allowed - set(UPDATES)
    form = Form()
    form.one_of("type", kind, frozenset(int(callback) for callback in allowed))
    form.check()
    return Callback(kind or 0)


def _carry_out(call: Call, interaction: Interaction, callback: Callback, data: Json) -> None:
    match callback:
        case Callback.MESSAGE:
            interaction.original = _answer(call, interaction, data)
        case Callback.DEFERRED_MESSAGE:
            interaction.original = _thinking(call, interaction, data)
        case Callback.UPDATE:
            interaction.original = _update(call, interaction.message, data)
        case Callback.DEFERRED_UPDATE:
            interaction.original = interaction.message
        case Callback.CHOICES:
            check_choices(data.get("choices") or [])
            interaction.choices = data.get("choices") or []
        case Callback.MODAL:
            check_modal(data)
            interaction.opened = {**data, "components": numbered(data["components"])}


def _answer(call: Call, interaction: Interaction, data: Json) -> Message:
    check_message(data)
    asked = MessageFlag(data.get("flags") or 0) & SETTABLE
    return call.world.post(
        interaction.channel,
        call.world.bot,
        data.get("allowed_mentions"),
        interaction=interaction,
        flags=asked | _privacy(call, interaction, data),
        **written(data),
    )


def _thinking(call: Call, interaction: Interaction, data: Json) -> Message:
    flags = _privacy(call, interaction, data) | MessageFlag.LOADING
    return call.world.post(interaction.channel, call.world.bot, interaction=interaction, flags=flags)


def _privacy(call: Call, interaction: Interaction, data: Json) -> MessageFlag:
    if must_hide(interaction.user, interaction.channel, call.world.application):
        return MessageFlag.EPHEMERAL
    return MessageFlag(data.get("flags") or 0) & MessageFlag.EPHEMERAL


def _update(call: Call, message: Message | None, data: Json) -> Message:
    if message is None or message.deleted:
        raise unknown("Message")
    check_message(data, message)
    flags = message.flags | MessageFlag(data.get("flags") or 0) & SETTABLE
    return call.world.edit(message, data.get("allowed_mentions"), flags=flags, **written(data))


async def follow_up(call: Call) -> Json:
    """POST /webhooks/{application_id}/{interaction_token}."""
    interaction = _interaction(call)
    if interaction.original and interaction.original.loading:
        # The first message after "is thinking" takes its place, and keeps what it was: public or ephemeral.
        return call.shown(_update(call, interaction.original, call.body))
    is_guest = not has_bot(interaction.channel, call.world.application)
    if is_guest and len(interaction.followups) >= FOLLOWUPS_AS_GUEST:
        raise too_many_followups()
    message = _answer(call, interaction, call.body)
    interaction.followups.append(message)
    call.world.changes.happened()
    return call.shown(message)


async def read(call: Call) -> Json:
    """GET the original response or a follow-up."""
    return call.shown(_message(call))


async def edit(call: Call) -> Json:
    """PATCH the original response or a follow-up."""
    return call.shown(_update(call, _message(call), call.body))


async def delete(call: Call) -> None:
    """DELETE the original response or a follow-up."""
    call.world.remove(_message(call))


def _interaction(call: Call) -> Interaction:
    interaction = call.world.interactions.get(call.path["interaction_token"])
    if interaction is None or call.number("application_id") != call.world.application.id:
        raise ApiError(401, 50027, "Invalid Webhook Token")
    interaction.check_token()
    return interaction


def _message(call: Call) -> Message:
    interaction = _interaction(call)
    mine = [m for m in (interaction.original, *interaction.followups) if m and not m.deleted]
    wanted = call.path.get("message_id")
    found = interaction.original if wanted is None else next((m for m in mine if str(m.id) == wanted), None)
    if found not in mine or found is None:
        raise unknown("Message")
    return found


WEBHOOK = "/webhooks/{application_id}/{interaction_token}"
ROUTES: dict[str, Handler] = {
    CALLBACK: respond,
    f"POST {WEBHOOK}": follow_up,
    f"GET {WEBHOOK}/messages/@original": read,
    f"PATCH {WEBHOOK}/messages/@original": edit,
    f"DELETE {WEBHOOK}/messages/@original": delete,
    f"GET {WEBHOOK}/messages/{{message_id}}": read,
    f"PATCH {WEBHOOK}/messages/{{message_id}}": edit,
    f"DELETE {WEBHOOK}/messages/{{message_id}}": delete,
}
