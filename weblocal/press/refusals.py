"""Why a picture is refused or left out: the reasons, each with what is wrong and what helps."""

import enum


class Refusal(enum.StrEnum):
    """What is wrong with a picture. The first seven cannot be used at all; the others are photographs better left out."""

    NO_PICTURE = "no picture"
    HEIC = "heic"
    BROKEN = "broken"
    TOO_MANY_PIXELS = "too many pixels"
    TOO_LARGE_A_FILE = "too large a file"
    CRASHED = "crashed"
    RUNS = "runs"
    TOO_SMALL = "too small"
    TOO_DARK = "too dark"
    TOO_BRIGHT = "too bright"
    EMPTY = "empty"
    BLURRED = "blurred"

    @property
    def is_unusable(self) -> bool:
        """Whether no page could be made with it; the others are a matter of looks."""
        return self in {
            Refusal.NO_PICTURE,
            Refusal.HEIC,
            Refusal.BROKEN,
            Refusal.TOO_MANY_PIXELS,
            Refusal.TOO_LARGE_A_FILE,
            Refusal.CRASHED,
            Refusal.RUNS,
        }


class Refused(Exception):
    """A picture that is not taken, with the reason and what was measured."""

    def __init__(self, reason: Refusal, *, measured: str = "") -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.measured = measured
