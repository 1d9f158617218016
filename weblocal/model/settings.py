"""What the surroundings say: where mail servers are, and secrets that never show themselves."""

import dataclasses

from weblocal.model.records import record


class Secret:
    """A text that opens nothing by being printed: only `reveal()` gives it away."""

    __slots__ = ("_text",)

    def __init__(self, text: str = "") -> None:
        self._text = text

    def reveal(self) -> str:
        """The secret itself, for the one call that needs it."""
        return self._text

    def __bool__(self) -> bool:
        return bool(self._text)

    def __repr__(self) -> str:
        return "Secret(hidden)" if self._text else "Secret(empty)"

    __str__ = __repr__


@record
class Settings:
    """What weblocal takes from the environment; `smtp_security` is "starttls", "tls" or "none" (loopback only).

    `makes_pictures` is False where pages alone are wanted, without photographs, icons and the picture for shared links.
    `cache_folder` is where work that need not be done twice is kept; nothing is kept where it is empty.
    """

    smtp_host: str = "localhost"
    smtp_port: int = 587
    smtp_user: str = ""
    smtp_password: Secret = dataclasses.field(default_factory=Secret)
    smtp_security: str = "starttls"
    sendgrid_key: Secret = dataclasses.field(default_factory=Secret)
    sendgrid_region: str = "global"
    alert_channels: tuple[str, ...] = ()
    is_plain: bool = False
    shows_traces: bool = False
    makes_pictures: bool = True
    cache_folder: str = ""
