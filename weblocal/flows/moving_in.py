"""Move in with a file from before: Google's export or a contact card becomes the first profile, and what cannot is told."""

import datetime as dt
import pathlib

from weblocal.errors import ImportInvalid, NotEditable, NotFound, ProfileInvalid
from weblocal.flows import listing, set_field
from weblocal.flows.workspace import trade_packs
from weblocal.listing import arriving, card_reading, categories, headings, nap, templates
from weblocal.listing.arriving import Arrived
from weblocal.model.records import record
from weblocal.profile import countries, packs
from weblocal.reading import tables

# fields that `weblocal new` asks for, with the names of its answers
_ANSWERS = {
    "name": "name",
    "phone": "phone",
    "email": "email",
    "website": "website",
    "address.street": "street",
    "address.town": "town",
    "address.postcode": "postcode",
    "address.country": "country",
}
_MOST_HOURS = 60


@record
class Moved:
    """What a file brought: answers for `weblocal new`, fields to set once the profile is begun, and what was left behind."""

    answers: dict[str, str]
    further: tuple[tuple[str, str], ...]
    untaken: tuple[str, ...]


NOTHING = Moved(answers={}, further=(), untaken=())


def read(source: pathlib.Path, *, today: dt.date) -> Moved:
    """What the file at `source` says of a business; raises ImportInvalid or NotFound."""
    raw = listing.read_file(source)
    text, _ = tables.decode(raw)
    if text.lstrip("\ufeff\r\n \t").upper().startswith("BEGIN:VCARD"):
        return _moved(card_reading.read(text, file=source.name))
    template = templates.recognise(listing.rows_of(raw, file=source.name), file=source.name)
    if not headings.is_google(template.columns):
        raise NotFound(
            f"{source.name} is neither Google's export nor a contact card.",
            fix="Download the profile at Google as .csv, or export the contact as .vcf.",
        )
    entry = templates.entry_of(template, {}, country="")
    if entry is None:
        raise NotFound(
            f"{source.name} holds more than one business, or none.",
            fix="Leave the row with the headings and the one of the business in it, and delete the others.",
        )
    return _moved(arriving.from_google(entry, unknown=template.unknown, today=today))


def take_over(folder: pathlib.Path, moved: Moved, *, today: dt.date) -> tuple[str, ...]:
    """Set what `weblocal new` has not asked for, field by field; answers with what could not be, and what was left behind."""
    told = []
    for field, value in moved.further:
        try:
            set_field.set_field(folder, field, value, today=today)
        except (ProfileInvalid, NotEditable, ImportInvalid) as refused:
            why = refused.problems[0].message if isinstance(refused, ProfileInvalid) and refused.problems else refused.message
            told.append(f"{field} “{value[:60]}”: {why}")
    return (*told, *moved.untaken)


def _moved(arrived: Arrived) -> Moved:
    answers = {_ANSWERS[field]: value for field, value in arrived.fields if field in _ANSWERS}
    untaken = list(arrived.untaken)
    country = answers.get("country", "")
    if country and not countries.is_country(country.upper()):
        answers["country"] = countries.code_of_name(country)
        if not answers["country"]:
            del answers["country"]
            untaken.append(f"the country {country[:40]}, which is not known by that name")
    if "phone" in answers:
        answers["phone"] = nap.at_home(answers["phone"], country=answers.get("country", ""))
    trade = _trade(arrived.category)
    if trade:
        answers["trade"] = trade
    elif arrived.category:
        untaken.append(f"the category {arrived.category[:60]}: no trade pack is near to it")
    hours = arrived.hours[:_MOST_HOURS]
    if hours and not hours[0][0][:1].isdigit():  # the first line is an answer, so that the others stand below it
        answers["hours"] = " ".join(hours[0])
        hours = hours[1:]
    further = [(field, value) for field, value in arrived.fields if field not in _ANSWERS]
    further += [(f"hours.{days}", times) for days, times in hours]
    return Moved(answers=answers, further=tuple(further), untaken=tuple(untaken))


def _trade(category: str) -> str:
    """The word under `trade` that is nearest to a platform's category."""
    said = category.removeprefix("gcid:").replace("_", " ")
    for words in (said, categories.trade_of(category), said.rpartition(" ")[0]):
        known = packs.word_for(words, trade_packs()) if words else ""
        if known:
            return known
    return ""
