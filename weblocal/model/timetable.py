"""What happens at fixed times of every week, the house rules, and how far it is from where people come from."""

from weblocal.model.records import record


@record
class Session:
    """Something that begins at one time on some weekdays: a class, a market, a lunch. `minute` counts from midnight, Monday is 0."""

    name: str
    weekdays: tuple[int, ...]
    minute: int
    takes: str = ""
    who: str = ""


@record
class Way:
    """How long it takes to come from somewhere, in minutes, and by what: "on foot", "by bike"."""

    start: str
    minutes: int
    by: str = ""
