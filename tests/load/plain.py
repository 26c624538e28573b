"""A bot of discord.py alone: the same command with a fixed answer, and no thought behind it."""

import asyncio
import os

import discord
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

ANSWER = "More than 100 million dollars."


class PlainClient(discord.AutoShardedClient):
    """As little as discord.py can do for an answer."""

    def __init__(self) -> None:
        intents = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
        super().__init__(
            intents=intents, max_messages=None, guild_ready_timeout=0.0, chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
        )  # fmt: skip
        self.tree = app_commands.CommandTree(self)

    async def setup_hook(self) -> None:
        """Register the command."""

        @self.tree.command()
        async def ask(interaction: discord.Interaction, question: str) -> None:
            """Answer."""
            await interaction.response.send_message(ANSWER)

        await self.tree.sync()

    async def launch_shard(self, gateway: URL, shard_id: int, *, initial: bool = False) -> None:
        """Connect to the local gateway."""
        await super().launch_shard(URL(os.environ["DISCORD_GATEWAY_URL"]), shard_id, initial=initial)


async def main() -> None:
    """Answer until ended."""
    Route.BASE = os.environ["DISCORD_API_URL"]
    DiscordWebSocket.DEFAULT_GATEWAY = URL(os.environ["DISCORD_GATEWAY_URL"])
    async with PlainClient() as client:
        await client.start(os.environ["DISCORD_TOKEN"])


if __name__ == "__main__":
    asyncio.run(main())
