"""Every sentence that is no fact, in French and English, as Fluent messages beside this file."""
