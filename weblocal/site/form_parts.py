"""The questions of a form and what may be agreed to beside them, as the theme's partials are given them."""

from weblocal.model.records import record


@record
class Field:
    """One question of a form as HTML says it; `chips` make it buttons to tap."""

    id: str
    name: str
    label: str
    kind: str
    error: str
    is_required: bool
    autocomplete: str = ""
    inputmode: str = ""
    is_short: bool = False
    chips: tuple[str, ...] = ()
    chosen: str = ""
    shortest: int = 0
    longest: int = 200


@record
class Agreement:
    """One tick box, never ticked by us, with its exact words and their version."""

    id: str
    stream: str
    words: str
    version: str
