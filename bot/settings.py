"""What an operator sets: read from the environment and `.env`, checked once, never changed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import ConfigurationError

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """All settings; their names in the environment stand in the README's table."""

    model_config = SettingsConfigDict(
        env_prefix="DEPECHE_",
        env_file=".env",
        extra="ignore",
        frozen=True,
        env_ignore_empty=True,
        hide_input_in_errors=True,
    )

    discord_token: Annotated[SecretStr | None, Field(validation_alias="DISCORD_TOKEN")] = None
    """The bot's token; needed by `depeche run` and `depeche invite`."""

    discord_api_url: Annotated[str | None, Field(validation_alias="DISCORD_API_URL")] = None
    """Another HTTP API than Discord's, such as the local one of the tests."""

    discord_gateway_url: Annotated[str | None, Field(validation_alias="DISCORD_GATEWAY_URL")] = None
    """Another gateway than Discord's."""

    facts: Path = ROOT / "facts"
    """The folder of the fact base."""

    language: Literal["auto", "fr", "en"] = "auto"
    """The language of replies to texts that tell none: a fixed one, or (`auto`) that of the asker."""

    operators: Annotated[tuple[int, ...], NoDecode] = ()
    """Discord ids, separated by commas, that may reload besides the application's owner and team."""

    @field_validator("operators", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return list(value.replace(",", " ").split()) if isinstance(value, str) else value

    article: Path | None = None
    """The article's own text, for its owner: the hashes of the base are verified against it."""

    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """How much is logged."""

    @property
    def token(self) -> str:
        """The bot's token; raises `ConfigurationError` where none is set."""
        token = self.discord_token.get_secret_value().strip() if self.discord_token else ""
        if not token:
            raise ConfigurationError("DISCORD_TOKEN is missing; set it in the environment or in .env")
        return token


def read_settings() -> Settings:
    """Reads the settings; raises `ConfigurationError` with one line a mistake."""
    try:
        return Settings()
    except ValidationError as error:
        lines = [f"{_name(e['loc'])}: {e['msg']}" for e in error.errors()]
        raise ConfigurationError("\n".join(lines)) from None


def _name(where: tuple[int | str, ...]) -> str:
    field = str(where[0]) if where else "settings"
    return field if field.isupper() else f"DEPECHE_{field.upper()}"
