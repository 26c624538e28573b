"""Discord: the one place that imports discord.py."""
