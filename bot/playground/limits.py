"""Discord's limits on a message, a modal and autocomplete choices; each refused with Discord's own words."""

from http import HTTPStatus

from bot.playground.component_limits import check_components, check_modal_components
from bot.playground.errors import ApiError, Json
from bot.playground.flags import NO_FLAGS, MessageFlag
from bot.playground.form import Form
from bot.playground.mentions import check_allowed_mentions
from bot.playground.model import Message

CONTENT = 2000
EMBEDS = 10
EMBED_TOTAL = 6000
NONCE = 25
CHOICES = 25
CHOICE = 100
MODAL_TITLE = 45
CUSTOM_ID = 100
EMBED_TEXTS = {"title": 256, "description": 4096}


def check_message(body: Json, before: Message | None = None) -> None:
    """Refuse a message that Discord refuses; `before` is the one that the body changes."""
    form = Form()
    form.at_most("content", body.get("content"), CONTENT)
    if isinstance(body.get("nonce"), str):
        form.at_most("nonce", body["nonce"], NONCE)
    _check_embeds(body.get("embeds") or [], form)
    flags = before.flags if before else NO_FLAGS
    modern = MessageFlag.IS_COMPONENTS_V2 in flags | MessageFlag(body.get("flags") or 0)
    check_components(body.get("components") or [], modern, form)
    if modern:
        _check_modern(body, form)
    check_allowed_mentions(body.get("allowed_mentions"), form)
    form.check()
    if not any(_filled(name, body, before) for name in ("content", "embeds", "components")):
        raise ApiError(HTTPStatus.BAD_REQUEST, 50006, "Cannot send an empty message")


def _filled(name: str, body: Json, before: Message | None) -> bool:
    part = body.get(name, getattr(before, name, None))
    return bool(part.strip() if isinstance(part, str) else part)


def _check_modern(body: Json, form: Form) -> None:
    for key in ("content", "embeds"):
        if body.get(key):
            code = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"
            form.fault(key, code, f"The '{key}' field cannot be used with MessageFlags.IS_COMPONENTS_V2")


def _check_embeds(embeds: list[Json], form: Form) -> None:
    form.at_most("embeds", embeds, EMBEDS)
    for number, embed in enumerate(embeds):
        _check_embed(embed, f"embeds.{number}", form)
    if sum(map(_embed_size, embeds)) > EMBED_TOTAL:
        form.fault("embeds", "MAX_EMBED_SIZE_EXCEEDED", f"Embed size exceeds maximum of {EMBED_TOTAL}")


def _check_embed(embed: Json, path: str, form: Form) -> None:
    for name, most in EMBED_TEXTS.items():
        form.at_most(f"{path}.{name}", embed.get(name), most)
    form.at_most(f"{path}.footer.text", embed.get("footer", {}).get("text"), 2048)
    form.at_most(f"{path}.author.name", embed.get("author", {}).get("name"), 256)
    form.at_most(f"{path}.fields", embed.get("fields"), 25)
    for number, field in enumerate(embed.get("fields", [])):
        form.between(f"{path}.fields.{number}.name", field.get("name"), 1, 256)
        form.between(f"{path}.fields.{number}.value", field.get("value"), 1, 1024)


def _embed_size(embed: Json) -> int:
    texts = [embed.get("title"), embed.get("description")]
    texts += [embed.get("footer", {}).get("text"), embed.get("author", {}).get("name")]
    texts += [part for field in embed.get("fields", []) for part in (field.get("name"), field.get("value"))]
    return sum(len(text) for text in texts if text)


def check_choices(choices: list[Json]) -> None:
    """Refuse autocomplete choices as a whole, as Discord does, if one is at fault."""
    form = Form()
    form.at_most("data.choices", choices, CHOICES)
    for number, choice in enumerate(choices):
        path = f"data.choices.{number}"
        form.between(f"{path}.name", choice.get("name"), 1, CHOICE)
        if not isinstance(choice.get("value"), int | float):
            form.between(f"{path}.value", choice.get("value"), 1, CHOICE)
    form.check()


def check_modal(body: Json) -> None:
    """Refuse a modal that Discord refuses."""
    form = Form()
    form.between("data.title", body.get("title"), 1, MODAL_TITLE)
    form.between("data.custom_id", body.get("custom_id"), 1, CUSTOM_ID)
    check_modal_components(body.get("components") or [], form)
    form.check()
