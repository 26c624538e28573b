"""Pure thought: from a text to a reply, without waiting, Discord, SQL or clock."""
