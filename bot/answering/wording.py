"""Fluent messages → sentences of a language, with French elision where a name follows « de »."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

from bot.answering.facts import Language

_VOWELS = frozenset("aeiouyhàâäéèêëîïôöùûü")


@lru_cache(maxsize=2)
def _bundle(language: Language) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    source = files("bot.locales").joinpath(f"{language}.ftl").read_text(encoding="utf-8")
    bundle.add_resource(FluentResource(source))
    return bundle


def say(language: Language, message: str, **values: str | int) -> str:
    """The message in the language; raises `KeyError` for one that does not exist."""
    bundle = _bundle(language)
    pattern = bundle.get_message(message).value
    if pattern is None:
        raise KeyError(message)
    text, errors = bundle.format_pattern(pattern, values)
    if errors:
        raise errors[0]
    return str(text)


def of(name: str, language: Language) -> str:
    """A name as a complement: "of Apple", « d'Apple », « du Vision Fund »."""
    if language == "en":
        return f"of {name}"
    if name.startswith("le "):
        return f"du {name[3:]}"
    if name.startswith("les "):
        return f"des {name[4:]}"
    return f"d'{name}" if name[0].lower() in _VOWELS else f"de {name}"
