"""The week as sections of a page: what happens on which day, and the rules of the house."""

from weblocal.model.business import Business
from weblocal.site.parts import Group, Row, Section
from weblocal.site.tongue import Tongue


def timetable(business: Business, tongue: Tongue) -> Section | None:
    """The sessions of every day that has some, in order of time."""
    groups = []
    for day in range(7):
        found = sorted((each for each in business.timetable if day in each.weekdays), key=lambda each: (each.minute, each.name))
        rows = tuple(
            Row(name=each.name, time=tongue.time(each.minute), words=", ".join(filter(None, (each.takes, each.who))))
            for each in found
        )
        if rows:
            groups.append(Group(title=tongue.weekday(day), rows=rows, day=day))
    if not groups:
        return None
    return Section(id="timetable", partial="timetable", title=tongue.say("The week"), groups=tuple(groups))


def rules(business: Business, tongue: Tongue) -> Section | None:
    """The rules of the house, numbered."""
    rows = tuple(Row(name=rule) for rule in business.rules)
    if not rows:
        return None
    return Section(id="rules", partial="rules", title=tongue.say("House rules"), groups=(Group(title="", rows=rows),))
