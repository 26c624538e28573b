"""Small French and English words that more than one reader of a question looks for, folded."""

POSSESSION = frozenset({"de", "d", "du", "des", "of"})
"""What stands between a thing and whose it is."""

ARTICLES = frozenset({"le", "la", "l", "les", "un", "une", "the", "an"})
"""Not "a", which is also « à » without its accent."""

WHICH = frozenset({"quel", "quelle", "quels", "quelles", "kel", "which"})
"""What asks for one out of a class."""
