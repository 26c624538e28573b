"""An interaction: what a person did with the bot, and what they then see."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.playground.errors import ApiError, DidNotRespond, Json, already_acknowledged, unknown
from bot.playground.flags import Callback, InteractionKind
from bot.playground.ids import Clock
from bot.playground.installs import Owners
from bot.playground.model import Channel, Message, User, walk

if TYPE_CHECKING:
    from bot.playground.waiting import Changes

FIRST_RESPONSE_SECONDS = 3.0
TOKEN_SECONDS = 15 * 60.0


@dataclass(frozen=True)
class Field:
    """One input of a modal as a person sees it; `id` is its number among the components."""

    id: int
    custom_id: str
    label: str
    kind: int
    required: bool
    least: int
    most: int
    value: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Modal:
    """A form that the bot opened in answer to an interaction."""

    interaction: "Interaction" = field(repr=False)
    payload: Json

    @property
    def title(self) -> str:
        """Its title."""
        return str(self.payload["title"])

    @property
    def custom_id(self) -> str:
        """The bot's name for it."""
        return str(self.payload["custom_id"])

    @property
    def fields(self) -> list[Field]:
        """Its inputs in order; the label stands on the input or on the component around it."""
        found: list[Field] = []
        label = ""
        for part in walk(self.payload["components"]):
            label = part.get("label") or label
            if "custom_id" in part:
                found.append(_field(part, label))
        return found


def _field(part: Json, label: str) -> Field:
    options = part.get("options", [])
    return Field(
        id=part["id"],
        custom_id=part["custom_id"],
        label=label,
        kind=part["type"],
        required=part.get("required", True),
        least=part.get("min_length", 0),
        most=part.get("max_length", 4000),
        value=part.get("value") or next((o["value"] for o in options if o.get("default")), ""),
        options=tuple(option["value"] for option in options),
    )


@dataclass(eq=False)
class Interaction:
    """One act of a person; the bot must answer within three seconds, and may go on for fifteen minutes.

    `owners` says on whose authority the bot is there: who installed it, the guild or the person.
    `answered_after` are the seconds to the first response.
    """

    id: int
    token: str
    kind: InteractionKind
    user: User
    channel: Channel
    data: Json
    owners: Owners
    clock: Clock = field(repr=False)
    message: Message | None = None
    origin: "Interaction | None" = field(default=None, repr=False)
    first_response_seconds: float = FIRST_RESPONSE_SECONDS
    lateness: float = 0.0
    answered: Callback | None = None
    answered_after: float | None = None
    original: Message | None = None
    opened: Json | None = None
    choices: list[Json] = field(default_factory=list)
    followups: list[Message] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._started = self.clock.now() - self.lateness

    @property
    def _age(self) -> float:
        return self.clock.now() - self._started

    @property
    def over(self) -> bool:
        """Whether its token opens nothing any more."""
        return self._age > TOKEN_SECONDS

    @property
    def _changes(self) -> "Changes":
        return self.channel.changes

    def answer(self, callback: Callback) -> None:
        """Note the bot's first response."""
        self.answered = callback
        self.answered_after = self._age

    def check_unanswered(self) -> None:
        """Refuse a second first response (40060), or one that comes too late (10062)."""
        if self.answered is not None:
            raise already_acknowledged()
        if self._age > self.first_response_seconds:
            raise unknown("interaction")

    def check_token(self) -> None:
        """Refuse a token that is over (50027), or whose interaction has no first response yet (10015)."""
        if self.over:
            raise ApiError(401, 50027, "Invalid Webhook Token")
        if self.answered is None:
            raise unknown("Webhook")

    async def acknowledged(self) -> Callback:
        """How the bot answered first; DidNotRespond after three seconds."""
        left = max(0.0, self.first_response_seconds - self._age)
        try:
            return await self._changes.until(lambda: self.answered, left)
        except TimeoutError:
            raise DidNotRespond("The application did not respond") from None

    async def response(self, timeout: float = 5.0) -> Message:
        """The message that the person gets, or the pressed message after an update.

        Waits for the first answer, then for at most `timeout` seconds while the bot "is thinking".
        """
        answered = await self.acknowledged()
        if answered in (Callback.CHOICES, Callback.MODAL):
            raise DidNotRespond(f"The bot answered with {answered.name}, not with a message")
        try:
            return await self._changes.until(self._shown, timeout)
        except TimeoutError:
            raise DidNotRespond("The application is still thinking") from None

    def _shown(self) -> Message | None:
        return self.original if self.original and not self.original.loading else None

    async def modal(self) -> Modal:
        """The form that the bot opened."""
        await self.acknowledged()
        if self.opened is None:
            raise DidNotRespond("The bot opened no form")
        return Modal(self, self.opened)

    async def followup(self, number: int = 1, timeout: float = 3.0) -> Message:
        """The bot's n-th message after its first answer."""
        found = await self._changes.until(lambda: self.followups[number - 1 : number], timeout)
        return found[0]
