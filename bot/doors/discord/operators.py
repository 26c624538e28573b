"""Who runs the bot: the application's owner or team, and those whom the settings name."""

from __future__ import annotations

from typing import Any

import discord

from bot.settings import Settings


class Operators:
    """Knows the operators as of the last look at the application."""

    def __init__(self, settings: Settings) -> None:
        self._named = frozenset(settings.operators)
        self._owners: frozenset[int] = frozenset()

    def __contains__(self, user_id: int) -> bool:
        return user_id in self._named or user_id in self._owners

    def look_at(self, application: discord.AppInfo | None) -> None:
        """Learns the owner or the team."""
        self._owners = _owners(application) if application else frozenset()

    async def confirm(self, interaction: discord.Interaction[Any]) -> bool:
        """Whether the user is one, looked up anew: who has left the team must not decide any more."""
        if interaction.user.id not in self._named:
            self.look_at(await interaction.client.application_info())
        return interaction.user.id in self


def _owners(application: discord.AppInfo) -> frozenset[int]:
    if application.team is None:
        return frozenset({application.owner.id})
    joined = discord.TeamMembershipState.accepted
    return frozenset(member.id for member in application.team.members if member.membership_state is joined)
