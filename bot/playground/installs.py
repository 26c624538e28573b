"""For whom the application is installed: where its commands are offered, and what they may do there."""

from bot.playground.errors import Json
from bot.playground.flags import AS_GUEST, Context, Install, Permission
from bot.playground.model import Application, Channel, User

Owners = dict[Install, int]
"""On whose authority an interaction happens: the guild (0 for the bot's own DM), the user, or both."""


def owners(command: Json, user: User, channel: Channel, application: Application) -> Owners:
    """On whose authority this user has a command here; empty if it is not offered to them."""
    # Without contexts it is offered everywhere; the older way to say "in guilds only" is dm_permission.
    contexts = command["contexts"] or (list(Context) if command["dm_permission"] else [Context.GUILD])
    if channel.context not in contexts:
        return {}
    everybody = place_owners(channel, application)
    personal = {Install.USER: user.id} if user in application.installed_by else {}
    return {kind: i for kind, i in (everybody | personal).items() if kind in command["integration_types"]}


def place_owners(channel: Channel, application: Application) -> Owners:
    """The authority of the place itself: the guild that has the bot, or the bot's direct channel."""
    if not has_bot(channel, application):
        return {}
    return {Install.GUILD: channel.guild_id or 0}


def has_bot(channel: Channel, application: Application) -> bool:
    """Whether the bot is in the place itself; elsewhere it only answers those who installed it."""
    if channel.guild:
        return application.bot.id in channel.guild.members
    return application.bot in channel.people


def must_hide(user: User, channel: Channel, application: Application) -> bool:
    """Whether a guild without the bot lets nobody but the user see its answers."""
    may_show = channel.guild is None or Permission.USE_EXTERNAL_APPS in channel.permissions(user)
    return not may_show and not has_bot(channel, application)


def app_permissions(channel: Channel, user: User, application: Application) -> Permission:
    """What the application may do in an answer here."""
    if channel.guild is None:
        more = Permission.USE_EXTERNAL_EMOJIS if channel.context is Context.BOT_DM else Permission(0)
        return AS_GUEST | more
    if has_bot(channel, application):
        return channel.permissions(application.bot)
    return AS_GUEST & channel.permissions(user)
