"""Printed and posted things with a code of their own."""

import datetime as dt
import enum

from weblocal.model.records import record
from weblocal.model.services import Money


class PieceKind(enum.StrEnum):
    """The print pieces the kit can make."""

    COUNTER_CARD = "counter_card"
    POSTER_A3 = "poster_a3"


class TargetKind(enum.StrEnum):
    """What a placement's code leads to."""

    OFFER = "offer"
    PAGE = "page"
    FORM = "form"
    CHECK_IN = "check_in"
    HOME = "home"


@record
class Target:
    """Where a placement leads: a kind and, but for home and check-in, the id of the offer, service or form."""

    kind: TargetKind
    id: str = ""


@record
class Placement:
    """One spot with its own code: where it hangs, where it leads, what it cost. `code` is the short path, /q/<code>."""

    id: str
    name: str
    code: str
    piece: PieceKind | None
    target: Target
    headline: str = ""
    cost: Money | None = None
    printed: int | None = None
    from_on: dt.date | None = None
    until_on: dt.date | None = None
