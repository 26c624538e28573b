"""Whom a message pings: the mentions in its text, under Discord's allowed_mentions."""

import re

from bot.playground.errors import Json
from bot.playground.flags import MessageFlag, Permission
from bot.playground.form import Form
from bot.playground.model import Channel, Mentions, Message, User, walk

USER = re.compile(r"<@!?(\d+)>")
ROLE = re.compile(r"<@&(\d+)>")
EVERYONE = re.compile(r"@(everyone|here)\b")
KINDS = ("users", "roles", "everyone")
MOST_IDS = 100

# Messages ping whatever they name unless told otherwise; answers to interactions ping users only.
MESSAGE_DEFAULT: Json = {"parse": list(KINDS), "replied_user": True}
INTERACTION_DEFAULT: Json = {"parse": ["users"], "replied_user": True}


def check_allowed_mentions(allowed: Json | None, form: Form) -> None:
    """Fault an allowed_mentions that both parses a kind and lists it, or that lists too many."""
    allowed = allowed or {}
    for kind in ("users", "roles"):
        listed = allowed.get(kind) or []
        form.at_most(f"allowed_mentions.{kind}", listed, MOST_IDS)
        if listed and kind in allowed.get("parse", []):
            form.fault(
                "allowed_mentions",
                "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                f'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.',
            )
    if not set(allowed.get("parse", [])) <= set(KINDS):
        form.fault("allowed_mentions.parse", "BASE_TYPE_CHOICES", f"Value must be one of {KINDS}.")


def resolve(message: Message, people: dict[int, User], allowed: Json | None) -> Mentions:
    """The users, roles and everyone that a message pings."""
    if allowed is None:
        allowed = INTERACTION_DEFAULT if message.interaction else MESSAGE_DEFAULT
    text = visible_text(message)
    users = [people[i] for i in _allowed(USER, text, "users", allowed) if i in people]
    if message.reference and allowed.get("replied_user") and _reply_pings(message.reference):
        users.append(message.reference.author)
    may_shout = Permission.MENTION_EVERYONE in message.channel.permissions(message.author)
    roles = [i for i in _allowed(ROLE, text, "roles", allowed) if may_shout and i in _roles(message.channel)]
    everyone = may_shout and "everyone" in allowed.get("parse", []) and bool(EVERYONE.search(text))
    return Mentions(tuple(dict.fromkeys(users)), tuple(roles), everyone)


def text_fields(message: Message) -> set[str]:
    """The fields in which its text may be: the components too where it is one of components v2."""
    modern = MessageFlag.IS_COMPONENTS_V2 in message.flags
    return {"content", "components"} if modern else {"content"}


def visible_text(message: Message) -> str:
    """The text in which mentions count: the content and the text displays of components v2."""
    return "\n".join([message.content, *(p["content"] for p in walk(message.components) if p["type"] == 10)])


def _allowed(pattern: re.Pattern[str], text: str, kind: str, allowed: Json) -> list[int]:
    named = dict.fromkeys(int(match) for match in pattern.findall(text))
    if kind in allowed.get("parse", []):
        return list(named)
    listed = {int(i) for i in allowed.get(kind) or []}
    return [i for i in named if i in listed]


def _reply_pings(replied: Message) -> bool:
    # A reply to an answer to a slash command pings nobody: its author is the interaction's webhook.
    return replied.interaction is None


def _roles(channel: Channel) -> set[int]:
    return {member.role_id for member in channel.guild.members.values()} if channel.guild else set()
