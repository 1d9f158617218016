"""The owner's files and the trade pack to a Business, or every problem at once."""

import dataclasses
import datetime as dt

from weblocal.errors import ProfileInvalid
from weblocal.model.business import Business
from weblocal.model.problems import Place, Problem, Unreadable
from weblocal.profile import assembling, countries, following_up, noticing, packs
from weblocal.profile.keys.whole import WHOLE, WrittenProfile
from weblocal.profile.noting import FieldOrigin, Notes, shown
from weblocal.profile.packs import Pack
from weblocal.profile.sources import Sources
from weblocal.reading.document import Reading, read_on
from weblocal.reading.nodes import NodeMap, Scalar, is_missing

PROFILE_FILE = "business.yaml"

# kind of link → the top key whose own keys are the ids
_LINKED = {
    "service": "services",
    "offer": "offers",
    "form": "forms",
    "teammate": "team",
    "stream": "streams",
    "article": "articles",
    "sequence": "sequences",
}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ParsedProfile:
    """A business, where each of its values came from, and what the owner should know though nothing is wrong."""

    business: Business
    origins: tuple[FieldOrigin, ...]
    notices: tuple[Problem, ...]


def parse(sources: Sources, trade_packs: Sources, *, today: dt.date) -> ParsedProfile:
    """Read business.yaml and the texts beside it; raises ProfileInvalid with every problem, by file and line.

    `trade_packs` holds `<trade>.yaml` for each trade that is known and `mails/<sequence>/<step>.md`; its `label` is set, so
    that origins can tell its words from the owner's.
    """
    labelled = trade_packs if trade_packs.label else dataclasses.replace(trade_packs, label="trades/")
    owner, reading = _document(sources)
    notes = Notes(sources=sources, packs=labelled, today=today, unread=reading.unread)
    notes.refuse_all(reading.problems)
    pack = _pack_of(owner, notes)
    whole = owner
    if pack:
        notes.slots = _slots(owner)
        starter = packs.filled(pack.profile, notes.slots)
        assert isinstance(starter, NodeMap)
        whole = packs.merged(owner, starter, WHOLE)
    _know_beforehand(whole, notes)
    arguments, is_whole = WHOLE.gather(whole, "", notes)
    joined = assembling.join(arguments, notes)
    sequences = following_up.sequences(arguments, notes)
    if notes.problems() or not is_whole or pack is None:
        raise ProfileInvalid(notes.problems())
    written = WrittenProfile(**arguments)  # type: ignore[arg-type]  # the declaration of WHOLE and its maker are held together by a test
    business = dataclasses.replace(assembling.business(written, pack, joined, notes), sequences=sequences)
    noticing.look(business, owner, notes)
    return ParsedProfile(business=business, origins=notes.origins(), notices=notes.notices())


def _document(sources: Sources) -> tuple[NodeMap, Reading]:
    if PROFILE_FILE not in sources:
        problem = Problem(
            place=Place(file=PROFILE_FILE), field="", message="There is no such file.", fix="Make one with: weblocal new"
        )
        raise ProfileInvalid((problem,))
    reading = read_on(sources.text(PROFILE_FILE), file=sources.shown(PROFILE_FILE))
    if isinstance(reading.node, NodeMap):
        return reading.node, reading
    problem = Problem(
        place=reading.node.place,
        field="",
        message="The file holds no keys.",
        fix="Begin each line with a key, as in name: Salon Sample",
    )
    raise ProfileInvalid(reading.problems or (problem,))


def _pack_of(owner: NodeMap, notes: Notes) -> Pack | None:
    word = owner.get("trade")
    if not isinstance(word, Scalar) or is_missing(word):
        return None  # the missing key is refused where every key is
    return packs.find(word, notes.packs, notes)


def _slots(owner: NodeMap) -> dict[str, str]:
    """What a pack's texts may name. Without a telephone number, the mail address is how people get in touch."""
    address = owner.get("address")
    return {
        "name": _text(owner, "name"),
        "town": _text(address, "town") if isinstance(address, NodeMap) else "",
        "phone": _text(owner, "phone") or _text(owner, "email"),
    }


def _know_beforehand(whole: NodeMap, notes: Notes) -> None:
    """Country, currency, zone and the ids that links may name: what fields need before they can be read, in any order."""
    address = whole.get("address")
    country = _text(address, "country").upper() if isinstance(address, NodeMap) else ""
    notes.country = country if countries.is_country(country) else ""
    currency = _text(whole, "currency").upper()
    if countries.is_currency(currency):
        notes.currency = currency
    elif notes.country:
        notes.currency = countries.currency_for(notes.country, notes.today)
    for kind, key in _LINKED.items():
        node = whole.get(key)
        notes.known[kind] = node.keys() if isinstance(node, NodeMap) else ()
    _find_zone(whole, address if isinstance(address, NodeMap) else whole, notes)


def _find_zone(whole: NodeMap, address: NodeMap, notes: Notes) -> None:
    zone = _text(whole, "zone")
    if zone:
        notes.zone = zone if countries.is_zone(zone) else "UTC"
        return
    found = countries.zone_for(notes.country, _text(address, "region")) if notes.country else ""
    if found:
        notes.zone = found
    elif notes.country:
        zones = countries.zones_of(notes.country)
        listed = ", ".join(zones[:8]) + (" …" if len(zones) > 8 else "")
        wrong = Unreadable(
            message=f"{notes.country} has more than one time zone, and the address does not tell which.",
            fix=f"Write zone: and one of {listed}",
        )
        notes.refuse(address.place, "zone", wrong)


def _text(node: NodeMap, key: str) -> str:
    found = node.get(key)
    return shown(found.text) if isinstance(found, Scalar) else ""
