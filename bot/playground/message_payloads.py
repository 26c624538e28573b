"""The JSON of messages and interactions, and which content the bot is allowed to read."""

from bot.playground.errors import Json
from bot.playground.flags import Callback, ChannelKind, CommandKind, InteractionKind
from bot.playground.installs import app_permissions
from bot.playground.interactions import Interaction
from bot.playground.model import Application, Channel, Message, User
from bot.playground.payloads import channel_json, full_member_json, member_json, user_json


def message_json(message: Message, application: Application, content: bool) -> Json:
    """A message; without the `content` intent, text and components are empty unless the bot may read them."""
    payload = _basic_json(message, application, content)
    if message.reactions:
        payload["reactions"] = _reactions(message, application.bot)
    if replied := message.reference:
        shown = None if replied.deleted else _basic_json(replied, application, content)
        payload["referenced_message"] = shown
    return payload


def _basic_json(message: Message, application: Application, content: bool) -> Json:
    """A message without its reactions and what it replies to, as it stands in a reply to it."""
    payload = _readable(message, application, content) | {
        "id": str(message.id), "channel_id": str(message.channel.id), "author": user_json(message.author),
        "type": _type(message), "flags": int(message.flags), "timestamp": message.sent_at.isoformat(),
        "edited_timestamp": message.edited_at.isoformat() if message.edited_at else None,
        "tts": False, "pinned": False, "attachments": [], "mention_everyone": message.mentions.everyone,
        "mentions": [user_json(user) for user in message.mentions.users],
        "mention_roles": [str(role) for role in message.mentions.roles],
    }  # fmt: skip
    if message.nonce is not None:
        payload["nonce"] = message.nonce
    if message.interaction:
        payload |= _answer(message.interaction, application)
    if message.reference:
        payload["message_reference"] = _reference(message.reference)
    return payload


def gateway_message_json(message: Message, application: Application, content: bool) -> Json:
    """A message as the gateway gives it: with its guild and its author's membership."""
    payload = message_json(message, application, content)
    if guild := message.channel.guild:
        payload["guild_id"] = str(guild.id)
        if member := guild.members.get(message.author.id):
            payload["member"] = member_json(member)
    return payload


def _type(message: Message) -> int:
    if message.interaction and message.interaction.kind is InteractionKind.COMMAND:
        return 20 if message.interaction.data["type"] == CommandKind.CHAT_INPUT else 23
    return 19 if message.reference else 0


def _readable(message: Message, application: Application, content: bool) -> Json:
    bot = application.bot
    direct = message.channel.kind is ChannelKind.DM
    if not (content or direct or message.author is bot or bot in message.mentions.users):
        return {"content": "", "embeds": [], "components": []}
    return {"content": message.content, "embeds": message.embeds, "components": message.components}


def _reactions(message: Message, viewer: User) -> list[Json]:
    return [_reaction(emoji, users, viewer) for emoji, users in message.reactions.items() if users]


def _reaction(emoji: str, users: list[User], viewer: User) -> Json:
    counts = {"count": len(users), "count_details": {"burst": 0, "normal": len(users)}}
    mine = {"me": viewer in users, "me_burst": False, "burst_colors": []}
    return {"emoji": emoji_json(emoji), **counts, **mine}


def emoji_json(emoji: str) -> Json:
    """A reaction's emoji from its name in a path: a character, or `name:id` for one of a guild."""
    name, _, emoji_id = emoji.partition(":")
    return {"id": emoji_id or None, "name": name}


def _reference(replied: Message) -> Json:
    reference = {"type": 0, "channel_id": str(replied.channel.id), "message_id": str(replied.id)}
    if replied.channel.guild_id:
        reference["guild_id"] = str(replied.channel.guild_id)
    return reference


def _answer(interaction: Interaction, application: Application) -> Json:
    payload: Json = {
        "application_id": str(application.id),
        "webhook_id": str(application.id),
        "interaction_metadata": _metadata(interaction),
    }
    if interaction.kind is InteractionKind.COMMAND:
        user = user_json(interaction.user)
        kind = int(interaction.kind)
        name = interaction.data["name"]
        payload["interaction"] = {"id": str(interaction.id), "type": kind, "name": name, "user": user}
    return payload


def _metadata(interaction: Interaction) -> Json:
    metadata: Json = {
        "id": str(interaction.id),
        "type": int(interaction.kind),
        "user": user_json(interaction.user),
        "authorizing_integration_owners": _owners_json(interaction),
    }
    if interaction.kind is InteractionKind.COMPONENT and interaction.message:
        metadata["interacted_message_id"] = str(interaction.message.id)
    if interaction.kind is InteractionKind.MODAL and interaction.origin:
        metadata["triggering_interaction_metadata"] = _metadata(interaction.origin)
    return metadata


def _owners_json(interaction: Interaction) -> Json:
    return {str(int(kind)): str(owner) for kind, owner in interaction.owners.items()}


def interaction_json(interaction: Interaction, application: Application) -> Json:
    """An interaction as the gateway gives it."""
    channel = interaction.channel
    payload: Json = {
        "id": str(interaction.id), "application_id": str(application.id), "type": int(interaction.kind),
        "token": interaction.token, "version": 1, "data": interaction.data, "locale": interaction.user.locale,
        "channel_id": str(channel.id), "channel": _partial_channel(channel, interaction.user),
        "app_permissions": str(int(app_permissions(channel, interaction.user, application))),
        "authorizing_integration_owners": _owners_json(interaction), "context": int(channel.context),
        "entitlements": [],
        "attachment_size_limit": 10 * 1024 * 1024,
    }  # fmt: skip
    if interaction.message:
        # The bot wrote the message with the component, so it may always read it.
        payload["message"] = message_json(interaction.message, application, content=True)
    return payload | _actor(interaction)


def _partial_channel(channel: Channel, viewer: User) -> Json:
    shown = {key: part for key, part in channel_json(channel).items() if key != "permission_overwrites"}
    return {**shown, "permissions": str(int(channel.permissions(viewer)))}


def _actor(interaction: Interaction) -> Json:
    guild, user = interaction.channel.guild, interaction.user
    if guild is None:
        return {"user": user_json(user)}
    permissions = str(int(interaction.channel.permissions(user)))
    return {
        "guild_id": str(guild.id),
        "guild": {"id": str(guild.id), "locale": guild.locale, "features": []},
        "guild_locale": guild.locale,
        "member": {**full_member_json(guild.members[user.id]), "permissions": permissions},
    }


def callback_json(interaction: Interaction, application: Application) -> Json:
    """What `with_response` gives back after a first response."""
    payload: Json = {"id": str(interaction.id), "type": int(interaction.kind)}
    message, answered = interaction.original, interaction.answered
    if message is None:
        return {"interaction": payload}
    payload |= {
        "response_message_id": str(message.id),
        "response_message_loading": message.loading,
        "response_message_ephemeral": message.ephemeral,
    }
    if answered not in (Callback.MESSAGE, Callback.UPDATE):
        return {"interaction": payload}
    resource = {"type": int(answered), "message": message_json(message, application, content=True)}
    return {"interaction": payload, "resource": resource}
