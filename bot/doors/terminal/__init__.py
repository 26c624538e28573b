"""The terminal: one question, a file of them, or a conversation."""
