"""The owner's files and the trade pack to a Business, or every problem at once."""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import cast

from weblocal.errors import ProfileInvalid
from weblocal.model.business import Business
from weblocal.model.problems import Place, Problem, Unreadable
from weblocal.model.records import record
from weblocal.model.sequences import Sequence
from weblocal.model.starters import StarterText
from weblocal.profile import approving, assembling, beginnings, countries, following_up, languages, noticing, packs
from weblocal.profile.beginnings import Beginning
from weblocal.profile.keys import pictures
from weblocal.profile.keys.whole import WHOLE, WrittenProfile
from weblocal.profile.noting import FieldOrigin, Notes, shown
from weblocal.profile.packs import Pack
from weblocal.profile.sources import Sources
from weblocal.reading.document import Reading, read_on
from weblocal.reading.nodes import NodeList, NodeMap, Scalar, is_missing

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


@record
class ParsedProfile:
    """A business, where each of its values came from, and what the owner should know though nothing is wrong.

    `also_in` is the same business in the words of each further language, in the owner's order. `starters` are the texts that
    the trade pack wrote, `approved` the codes of those the owner took for their own, and `cautions` what the law often asks of
    the words of this trade.
    """

    business: Business
    origins: tuple[FieldOrigin, ...]
    notices: tuple[Problem, ...]
    also_in: tuple[Business, ...] = ()
    starters: tuple[StarterText, ...] = ()
    approved: Mapping[str, str] = dataclasses.field(default_factory=dict)
    cautions: tuple[str, ...] = ()


def parse(sources: Sources, trade_packs: Sources, *, today: dt.date) -> ParsedProfile:
    """Read business.yaml and the texts beside it; raises ProfileInvalid with every problem, by file and line.

    `trade_packs` holds `<trade>.yaml` for each trade that is known and `mails/<sequence>/<step>.md`; its `label` is set, so
    that origins can tell its words from the owner's.
    """
    owner, pack, whole, notes = _laid_together(sources, trade_packs, today)
    _know_beforehand(whole, notes)
    one = _read(whole, notes)
    sequences = following_up.sequences(one.arguments, notes)
    tags = cast(tuple[str, ...], one.arguments.get("languages", ()))
    spoken = languages.speaking(owner, pack, tags[1:], notes)
    further = tuple(_read(each.whole, each.notes) for each in spoken)
    if notes.problems() or pack is None or not all(read.is_whole for read in (one, *further)):
        raise ProfileInvalid(notes.problems())
    further_tags = tuple(each.language for each in spoken)
    business = dataclasses.replace(_business(one, pack), sequences=sequences, also_speaks=further_tags)
    also_in = tuple(
        languages.in_words_of(each, business, _business(read, pack)) for each, read in zip(spoken, further, strict=True)
    )
    noticing.look(business, owner, notes)
    languages.tell(owner, whole, spoken, notes)
    approved = approving.read(sources, notes)
    return ParsedProfile(
        business=business,
        also_in=also_in,
        starters=_starters(whole, sequences, spoken, notes),
        approved=approved,
        cautions=pack.cautions,
        origins=notes.origins(),
        notices=notes.notices(),
    )


def begin_translation(sources: Sources, trade_packs: Sources, language: str, *, today: dt.date) -> Beginning:
    """What a translation to `language` has to say, ready to be filled in; raises ProfileInvalid where nothing can be read."""
    _owner, pack, whole, notes = _laid_together(sources, trade_packs, today)
    if pack is None:
        raise ProfileInvalid(notes.problems())
    return beginnings.begin(WHOLE, whole, language)


def _laid_together(sources: Sources, trade_packs: Sources, today: dt.date) -> tuple[NodeMap, Pack | None, NodeMap, Notes]:
    """What the owner wrote, the pack, both together, and notes that know how to read them."""
    labelled = trade_packs if trade_packs.label else dataclasses.replace(trade_packs, label="trades/")
    owner, reading = _document(sources)
    notes = Notes(sources=sources, packs=labelled, today=today, unread=reading.unread)
    notes.refuse_all(reading.problems)
    pack = _pack_of(owner, notes)
    _know_country(owner, notes)
    notes.language = languages.first(owner, notes)
    notes.slots = _slots(owner)
    whole = packs.merged(owner, languages.starter(pack, notes), WHOLE) if pack else owner
    return owner, pack, whole, notes


def _starters(
    whole: NodeMap, sequences: tuple[Sequence, ...], spoken: tuple[languages.Spoken, ...], notes: Notes
) -> tuple[StarterText, ...]:
    """What the pack wrote, in every language of the site; mails are written in the first one only."""
    first = approving.starters(whole, sequences, notes)
    others = (approving.further(first, approving.starters(each.whole, (), each.notes), each.language) for each in spoken)
    return (*first, *(text for texts in others for text in texts))


@record
class _Read:
    """The profile in one language, read as far as it could be."""

    arguments: dict[str, object]
    joined: assembling.Joined
    is_whole: bool
    notes: Notes


def _read(whole: NodeMap, notes: Notes) -> _Read:
    notes.photos = pictures.written(whole)
    arguments, is_whole = WHOLE.gather(whole, "", notes)
    return _Read(arguments=arguments, joined=assembling.join(arguments, notes), is_whole=is_whole, notes=notes)


def _business(read: _Read, pack: Pack) -> Business:
    written = WrittenProfile(**read.arguments)  # type: ignore[arg-type]  # the declaration of WHOLE and its maker are held together by a test
    return assembling.business(written, pack, read.joined, read.notes)


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
    """What a pack's texts may name. Without a telephone number, the mail address is how people get in touch.

    `in_town` is empty where the headline says the town already, being the trade and the town for want of a tagline.
    """
    address, tagline = owner.get("address"), _text(owner, "tagline")
    town = _text(address, "town") if isinstance(address, NodeMap) else ""
    return {
        "name": _text(owner, "name"),
        "town": town,
        "in_town": f" in {town}" if town and tagline and town not in tagline else "",
        "phone": _text(owner, "phone") or _text(owner, "email"),
    }


def _know_country(owner: NodeMap, notes: Notes) -> None:
    address = owner.get("address")
    country = _text(address, "country").upper() if isinstance(address, NodeMap) else ""
    notes.country = country if countries.is_country(country) else ""


def _know_beforehand(whole: NodeMap, notes: Notes) -> None:
    """Currency, zone and the ids that links may name: what fields need before they can be read, in any order."""
    currency = _text(whole, "currency").upper()
    if countries.is_currency(currency):
        notes.currency = currency
    elif notes.country:
        notes.currency = countries.currency_for(notes.country, notes.today)
    tags = whole.get("languages")
    nodes = tags.nodes if isinstance(tags, NodeList) else ()
    notes.known["language"] = tuple(node.text for node in nodes[1:] if isinstance(node, Scalar))
    for kind, key in _LINKED.items():
        node = whole.get(key)
        notes.known[kind] = node.keys() if isinstance(node, NodeMap) else ()
    address = whole.get("address")
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
