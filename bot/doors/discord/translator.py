"""Discord's locales → our two languages, for what is said and for the names of commands."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.answering.facts import LANGUAGES, Language
from bot.answering.wording import say
from bot.settings import Settings

FOR_OTHERS: Language = "en"
"""What people read whose Discord is in neither language; the names of commands are in it too."""


def language_of(locale: discord.Locale | None) -> Language | None:
    """The language of a locale, if it is one of ours."""
    code = str(locale).partition("-")[0]
    return next((language for language in LANGUAGES if language == code), None)


def spoken(locale: discord.Locale | None) -> Language:
    """The language in which to speak to somebody with this locale."""
    return language_of(locale) or FOR_OTHERS


def wish(settings: Settings, locale: discord.Locale | None) -> Language | None:
    """The language for texts that tell none: what the operator fixed, else that of the locale."""
    return language_of(locale) if settings.language == "auto" else settings.language


def text(message: str) -> app_commands.locale_str:
    """A name or description of a command, by the message that says it in each language."""
    return app_commands.locale_str(say(FOR_OTHERS, message), message=message)


class FluentTranslator(app_commands.Translator):
    """Gives Discord the French names; the others read the default ones."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """The text of a message that `text` made, in French."""
        if locale is not discord.Locale.french or "message" not in string.extras:
            return None
        return say("fr", string.extras["message"])
