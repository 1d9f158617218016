"""A contact card (vCard 3.0 or 4.0, RFC 2426 and 6350) read as fields of a profile."""

import re

from weblocal.errors import ImportInvalid
from weblocal.listing import arriving
from weblocal.listing.arriving import Arrived
from weblocal.model.problems import Place, Problem
from weblocal.model.records import record

LARGEST = 4 * 1024 * 1024
_LINE = re.compile(
    r"(?:[A-Za-z0-9-]+\.)?(?P<name>[A-Za-z0-9-]+)(?P<parameters>(?:;(?:\"[^\"]*\"|[^\":;])*)*):(?P<value>.*)", re.DOTALL
)
_GEO = re.compile(r"(?:geo:)?(-?\d+(?:\.\d+)?)[;,](-?\d+(?:\.\d+)?)")
_NOT_TAKEN = {
    "NOTE": "the note, because such notes are often private",
    "PHOTO": "the photo",
    "LOGO": "the logo",
    "BDAY": "the birthday",
    "TITLE": "the title",
    "ROLE": "the role",
}


@record
class _Property:
    """One line of a card: its name, the words of its parameters in small letters, its value as written."""

    name: str
    words: frozenset[str]
    value: str


def read(text: str, *, file: str) -> Arrived:
    """The first card in `text`; raises ImportInvalid for what is no card of version 3.0 or 4.0."""
    properties, cards = _properties(text, file)
    version = next((each.value.strip() for each in properties if each.name == "VERSION"), "")
    if version not in {"3.0", "4.0"}:
        message = f"This is a contact card of version {version[:10]}." if version else "This is no contact card."
        raise _refused(file, message, "Export it as vCard 3.0 or 4.0, or give Google's .csv export.")
    phones = _preferred(properties, "TEL", {"fax", "pager", "text"})
    addresses = _preferred(properties, "ADR", set())
    street, town, region, postcode, country = _address(addresses[0].value) if addresses else ("",) * 5
    website, lost_site = arriving.site(_first(properties, "URL"))
    fields = (
        ("name", _name(properties)),
        ("phone", _plain(phones[0].value.removeprefix("tel:").partition(";")[0]) if phones else ""),
        ("email", _plain(_preferred(properties, "EMAIL", set())[0].value) if _preferred(properties, "EMAIL", set()) else ""),
        ("website", website),
        ("address.street", street),
        ("address.town", town),
        ("address.postcode", postcode),
        ("address.country", country),
        ("address.region", region),
        ("address.map", _position(_first(properties, "GEO"))),
    )
    untaken = [*lost_site, *(words for name, words in _NOT_TAKEN.items() if _first(properties, name))]
    if len(phones) > 1:
        untaken.append(f"{len(phones) - 1} further telephone numbers")
    if cards > 1:
        untaken.append(f"{cards - 1} further cards")
    return Arrived(
        fields=tuple((name, value) for name, value in fields if value),
        category=_parts(_first(properties, "CATEGORIES"), ",")[0],
        untaken=tuple(untaken),
    )


def _properties(text: str, file: str) -> tuple[list[_Property], int]:
    """The lines of the first card, unfolded, and how many cards there are."""
    if len(text) > LARGEST:
        raise _refused(file, "The file is larger than 4 MB.", "Export the one card of the business.")
    unfolded = re.sub("\n[ \t]", "", text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff"))
    found, cards = [], 0
    for line in unfolded.split("\n"):
        match = _LINE.fullmatch(line)
        if not match:
            continue
        name = match["name"].upper()
        cards += name == "BEGIN"
        words = frozenset(word for word in re.split(r'[;=,"]', match["parameters"].lower()) if word)
        if cards == 1 and name not in {"BEGIN", "END"}:
            found.append(_Property(name=name, words=words, value=match["value"]))
    return found, cards


def _preferred(properties: list[_Property], name: str, without: set[str]) -> list[_Property]:
    """The properties of a name, those of the business and the preferred ones first, without some kinds."""
    found = [each for each in properties if each.name == name and each.value.strip() and not each.words & without]
    return sorted(found, key=lambda each: ("pref" not in each.words, "work" not in each.words, "home" in each.words))


def _name(properties: list[_Property]) -> str:
    """The firm where one is named, else the name on the card."""
    firm = _parts(_first(properties, "ORG"), ";")[0]
    return firm or _plain(_first(properties, "FN"))


def _address(value: str) -> tuple[str, str, str, str, str]:
    """Street with its additions, town, region, postcode, country; a post office box is part of the street."""
    box, more, street, town, region, postcode, country = (*_parts(value, ";"), *[""] * 7)[:7]
    whole = ", ".join(part for part in (street, more, box) if part)
    return whole, town, region, postcode, country


def _position(value: str) -> str:
    found = _GEO.match(value.strip())
    return f"{found[1]}, {found[2]}" if found else ""


def _first(properties: list[_Property], name: str) -> str:
    return next((each.value for each in properties if each.name == name and each.value.strip()), "")


def _parts(value: str, sign: str) -> list[str]:
    """A value taken apart at a sign that no backslash stands before."""
    return [_plain(part) for part in re.split(rf"(?<!\\){sign}", value)]


def _plain(value: str) -> str:
    """A text on one line, its escapes undone."""
    undone = re.sub(r"\\([nN]|.)", lambda found: " " if found[1] in "nN" else found[1], value)
    return " ".join("".join(letter if letter.isprintable() else " " for letter in undone).split())


def _refused(file: str, message: str, fix: str) -> ImportInvalid:
    return ImportInvalid((Problem(place=Place(file=file), field="", message=message, fix=fix),))
