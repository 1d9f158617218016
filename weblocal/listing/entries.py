"""A business as one entry of a listing file: what each column says, whatever it is called there, and what stands in the way."""

import dataclasses
import datetime as dt

from weblocal.listing import categories, google_hours, nap
from weblocal.listing.headings import Column
from weblocal.model import urls
from weblocal.model.business import Business
from weblocal.model.problems import Finding, Severity
from weblocal.model.records import record

LONGEST_STORE_CODE = 59
LONGEST_DESCRIPTION = 750
MOST_AREAS = 20
MOST_SPECIAL_RUN = 6
_NOON = 12 * 60
_MIDNIGHT = 24 * 60


@record
class Entry:
    """The cells of one business by column, in no platform's order; hours are not in it, because platforms write them differently."""

    cells: dict[Column, str]


def of_business(business: Business) -> Entry:
    """Name, address, phone and the rest; the street and the position only where they are public."""
    address, category = business.address, categories.of_trade(business.trade)
    cells = {
        Column.STORE_CODE: store_code(business),
        Column.NAME: business.name,
        Column.TOWN: address.town,
        Column.REGION: address.region,
        Column.COUNTRY: address.country,
        Column.PHONE: nap.international(business.phone.e164) if business.phone else "",
        Column.WEBSITE: f"{business.website.rstrip('/')}/",
        Column.EMAIL: business.email,
        Column.CATEGORY: category.google if category else "",
        Column.DESCRIPTION: description(business),
    }
    if business.whatsapp and business.phone and business.whatsapp.e164 != business.phone.e164:
        cells[Column.MORE_PHONES] = nap.international(business.whatsapp.e164)
    if address.public:
        cells |= {Column.LINE_1: address.street, Column.POSTCODE: address.postcode}
        if address.latitude is not None and address.longitude is not None:
            cells |= {Column.LATITUDE: f"{address.latitude:.6f}", Column.LONGITUDE: f"{address.longitude:.6f}"}
    return Entry(cells={column: text for column, text in cells.items() if text})


def places(business: Business) -> tuple[Business, ...]:
    """Every place that has an entry of its own: the main one, then each branch with its own code and page."""
    return (
        business,
        *(
            dataclasses.replace(
                business.at(branch),
                slug=f"{business.slug}-{branch.id}",
                website=business.root + urls.branch(branch.id),
                branches=(),
            )
            for branch in business.branches
        ),
    )


def store_code(business: Business) -> str:
    """The code that joins a row with this business for ever: its short name, as long as platforms allow."""
    return business.slug[:LONGEST_STORE_CODE]


def description(business: Business) -> str:
    """What the business says of itself in plain words, cut at a sentence where it is too long."""
    words = " ".join((business.lead or business.tagline).split())
    if len(words) <= LONGEST_DESCRIPTION:
        return words
    cut = words[:LONGEST_DESCRIPTION]
    return cut[: cut.rfind(". ") + 1] or cut[: cut.rfind(" ")]


def findings(business: Business, *, page: str, today: dt.date) -> tuple[Finding, ...]:
    """What a platform would refuse, change or misunderstand in this business, whatever the file."""
    found = [*_name(business), *_whereabouts(business), *_hours(business, today)]
    if categories.of_trade(business.trade) is None:
        message = f"No platform's category for the trade {business.trade.id} is known here."
        found.append(_finding("listing-category", Severity.WARNING, message, "Choose it on the platform."))
    if not business.phone:
        found.append(
            _finding("listing-phone", Severity.WARNING, "There is no telephone number.", "Write phone: in business.yaml.")
        )
    if len(" ".join((business.lead or business.tagline).split())) > LONGEST_DESCRIPTION:
        message = f"The description was cut: platforms take {LONGEST_DESCRIPTION} characters."
        found.append(_finding("listing-description", Severity.HINT, message, "Shorten lead: in business.yaml."))
    return tuple(dataclasses.replace(each, page=page) for each in found)


def _name(business: Business) -> list[Finding]:
    """The platforms' rule for names: what stands on the door, and nothing that sells."""
    name = business.name.casefold()
    reasons = []
    if business.tagline and business.tagline.casefold().rstrip(".!") in name:
        reasons.append("the tagline")
    if "http" in name or "www." in name:
        reasons.append("a web address")
    if business.phone and "".join(filter(str.isdigit, business.phone.display)) in "".join(filter(str.isdigit, name)):
        reasons.append("the telephone number")
    if not reasons:
        return []
    message = f"The name holds {' and '.join(reasons)}; platforms suspend entries for that."
    return [_finding("listing-name", Severity.WARNING, message, "Write in name: what stands on the door, and nothing else.")]


def _whereabouts(business: Business) -> list[Finding]:
    found = []
    if not business.address.public:
        message = "The street is private, so it is not in the file."
        fix = (
            "Give the street to the platform only where it asks for it to verify you, tick that it is not shown, "
            "and name the areas you serve."
        )
        found.append(_finding("listing-private-street", Severity.WARNING, message, fix))
    elif not business.address.street:
        message = "There is no street, and platforms ask for the first line of the address."
        found.append(_finding("listing-street", Severity.WARNING, message, "Write address.street in business.yaml."))
    if business.area and len(business.area.places) > MOST_AREAS:
        message = f"There are {len(business.area.places)} areas; Google takes {MOST_AREAS}, as places and not as a circle."
        found.append(_finding("listing-areas", Severity.WARNING, message, "Name the twenty that matter most there."))
    return found


def _hours(business: Business, today: dt.date) -> list[Finding]:
    hours, found = business.hours, []
    special = google_hours.dated(hours, since=today)
    if special and not hours.is_known:
        message = "There are special days, but no week: platforms take no special hours without regular ones."
        found.append(_finding("listing-no-week", Severity.WARNING, message, "Write the week under hours in business.yaml."))
    for day in hours.special:
        length = (day.last_on - day.first_on).days + 1
        if not day.spans and day.last_on >= today and length > MOST_SPECIAL_RUN:
            message = f"{day.first_on} to {day.last_on} are {length} days in a row; special hours are meant for up to six."
            fix = "Mark the business as temporarily closed on the platform for that time."
            found.append(_finding("listing-long-closing", Severity.WARNING, message, fix))
    late = [on for on, spans in special if any(span.closes - _MIDNIGHT >= _NOON and not span.is_all_day for span in spans)]
    for on in late:
        message = f"On {on} a time runs to noon of the next day or longer, which Google refuses."
        found.append(_finding("listing-runs-on", Severity.WARNING, message, "Split it into two dates."))
    return found


def _finding(rule: str, severity: Severity, message: str, fix: str) -> Finding:
    return Finding(rule=rule, severity=severity, page="", message=message, fix=fix)
