"""The JSON of users, guilds, channels and the application, in the shapes of Discord's own openapi.json."""

from bot.playground.errors import Json
from bot.playground.flags import EVERY, ChannelKind, Intent, Permission
from bot.playground.ids import moment
from bot.playground.model import Application, Channel, Guild, Member, Team, User

# Which bit of the application's flags says that a privileged intent is on for an app under 10,000 users.
INTENT_FLAGS = {
    Intent.GUILD_PRESENCES: 1 << 13,
    Intent.GUILD_MEMBERS: 1 << 15,
    Intent.MESSAGE_CONTENT: 1 << 19,
}


def user_json(user: User) -> Json:
    """A user as everybody sees them."""
    return {
        "id": str(user.id), "username": user.name, "global_name": user.shown_name, "discriminator": "0",
        "avatar": None, "bot": user.bot, "flags": 0, "public_flags": 0, "primary_guild": None,
    }  # fmt: skip


def own_user_json(user: User) -> Json:
    """The bot's user as it sees itself."""
    return {**user_json(user), "mfa_enabled": True, "locale": user.locale, "verified": True, "email": None}


def member_json(member: Member) -> Json:
    """A member without its user, as it comes beside a message's author."""
    return {
        "roles": [str(member.role_id)], "joined_at": member.joined_at.isoformat(), "nick": None,
        "avatar": None, "banner": None, "premium_since": None, "pending": False,
        "communication_disabled_until": None, "flags": 0, "mute": False, "deaf": False,
    }  # fmt: skip


def full_member_json(member: Member) -> Json:
    """A member with its user."""
    return {**member_json(member), "user": user_json(member.user)}


def _role_json(role_id: int, name: str, permissions: Permission, position: int) -> Json:
    return {
        "id": str(role_id), "name": name, "permissions": str(int(permissions)), "position": position,
        "color": 0, "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False, "managed": False, "mentionable": False, "icon": None, "unicode_emoji": None,
        "flags": 0,
    }  # fmt: skip


def roles_json(guild: Guild) -> list[Json]:
    """A guild's roles: everyone's, and one for each member."""
    everyone = _role_json(guild.id, "@everyone", Permission(0), 0)
    members = enumerate(guild.members.values(), 1)
    return [everyone, *(_role_json(m.role_id, m.user.name, m.permissions, place) for place, m in members)]


def guild_json(guild: Guild) -> Json:
    """A guild as the HTTP API gives it."""
    nothing = dict.fromkeys(
        ("icon", "description", "home_header", "splash", "discovery_splash", "banner", "application_id",
         "afk_channel_id", "system_channel_id", "widget_channel_id", "max_presences", "vanity_url_code",
         "rules_channel_id", "safety_alerts_channel_id", "public_updates_channel_id", "incidents_data")
    )  # fmt: skip
    zeros = dict.fromkeys(
        ("system_channel_flags", "verification_level", "default_message_notifications", "mfa_level",
         "explicit_content_filter", "premium_tier", "premium_subscription_count", "nsfw_level"), 0
    )  # fmt: skip
    return nothing | zeros | {
        "id": str(guild.id), "name": guild.name, "owner_id": str(guild.owner.id), "region": "deprecated",
        "preferred_locale": guild.locale, "roles": roles_json(guild), "features": [], "emojis": [],
        "stickers": [], "afk_timeout": 300, "max_members": 500_000, "max_video_channel_users": 25,
        "max_stage_video_channel_users": 50, "widget_enabled": False, "premium_progress_bar_enabled": False,
        "nsfw": False,
    }  # fmt: skip


def guild_create_json(guild: Guild, members: list[Member], viewer: User) -> Json:
    """A guild as the gateway gives it, with its channels and the members that the session may see."""
    seen = [c for c in guild.channels.values() if Permission.VIEW_CHANNEL in c.permissions(viewer)]
    return {
        **guild_json(guild),
        "joined_at": guild.members[viewer.id].joined_at.isoformat(),
        "large": False,
        "member_count": len(guild.members),
        "members": [full_member_json(member) for member in members],
        "channels": [channel_json(c) for c in seen if not c.parent],
        "threads": [channel_json(c) for c in seen if c.parent],
        "voice_states": [], "presences": [], "stage_instances": [], "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }  # fmt: skip


def channel_json(channel: Channel) -> Json:
    """A channel of any kind."""
    common: Json = {"id": str(channel.id), "type": int(channel.kind), "flags": 0}
    common["last_message_id"] = str(next(reversed(channel.messages))) if channel.messages else None
    if channel.people:
        return common | _private_json(channel)
    common |= {"guild_id": str(channel.guild_id), "name": channel.name, "rate_limit_per_user": 0}
    return common | (_thread_json(channel) if channel.parent else _text_json(channel))


def _private_json(channel: Channel) -> Json:
    # The bot does not count itself among the recipients.
    recipients = [channel.recipient] if channel.recipient else channel.people
    shown: Json = {"recipients": [user_json(user) for user in recipients]}
    if channel.kind is ChannelKind.GROUP:
        shown |= {"name": channel.name, "icon": None, "owner_id": str(channel.people[0].id)}
    return shown


def _text_json(channel: Channel) -> Json:
    overwrites = [
        {"id": str(user_id), "type": 1, "allow": str(int(allowed)), "deny": str(int(EVERY & ~allowed))}
        for user_id, allowed in channel.overrides.items()
    ]
    is_call = channel.kind in (ChannelKind.VOICE, ChannelKind.STAGE)
    call = {"bitrate": 64_000, "user_limit": 0, "rtc_region": None} if is_call else {}
    return call | {
        "position": 0, "topic": None, "nsfw": False, "parent_id": None, "permission_overwrites": overwrites,
    }  # fmt: skip


def _thread_json(thread: Channel) -> Json:
    made = moment(thread.id).isoformat()
    return {
        "owner_id": str(thread.guild.owner.id) if thread.guild else None,
        "parent_id": str(thread.parent.id) if thread.parent else None,
        "member_count": 1, "message_count": len(thread.messages), "total_message_sent": len(thread.messages),
        "thread_metadata": {
            "archived": False, "archive_timestamp": made, "create_timestamp": made,
            "auto_archive_duration": 1440, "locked": False,
        },
    }  # fmt: skip


def application_flags(application: Application) -> int:
    """The application's public flags: which privileged intents are on."""
    return sum(flag for intent, flag in INTENT_FLAGS.items() if intent in application.privileged)


def application_json(application: Application, guilds: int) -> Json:
    """The application as its own bot sees it."""
    return {
        "id": str(application.id), "name": application.name, "icon": None, "description": "", "type": None,
        "bot": user_json(application.bot), "bot_public": True, "bot_require_code_grant": False,
        "verify_key": "0" * 64, "flags": application_flags(application),
        "flags_new": str(application_flags(application)), "redirect_uris": [],
        "interactions_endpoint_url": None, "role_connections_verification_url": None,
        "owner": user_json(_shown_owner(application)), "approximate_guild_count": guilds,
        "approximate_user_install_count": len(application.installed_by),
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0, "eligible_oauth2_scopes": [],
        "team": _team_json(application.team) if application.team else None,
    }  # fmt: skip


def _shown_owner(application: Application) -> User:
    # Discord shows a team's application as owned by a user that stands for the team.
    team = application.team
    return User(team.id, f"team{team.id}") if team else application.owner


def _team_json(team: Team) -> Json:
    members = [
        {
            "user": user_json(member), "team_id": str(team.id), "membership_state": 2,
            "role": "admin", "permissions": ["*"],
        }
        for member in team.members
    ]  # fmt: skip
    return {
        "id": str(team.id), "name": team.name, "icon": None, "owner_user_id": str(team.members[0].id),
        "members": members,
    }  # fmt: skip
