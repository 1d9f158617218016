"""What leads in: forms with their consents, and placements with their codes."""

import datetime as dt
import re

from weblocal.model.forms import Delivery, FieldName
from weblocal.model.placements import PieceKind, Target, TargetKind
from weblocal.model.problems import Unreadable
from weblocal.model.records import record
from weblocal.model.services import Money
from weblocal.profile.amounts import duration, money
from weblocal.profile.fields import Leaf
from weblocal.profile.leaves import choice, day, ident, line, number, words
from weblocal.profile.lists import ListOf, MapOf
from weblocal.profile.noting import Notes, shown, suggestion
from weblocal.profile.records import Key, NamedRecords, Record
from weblocal.profile.text_files import Placed, WithPlace


@record
class WrittenForm:
    """A form as written."""

    id: str
    asks: tuple[FieldName, ...]
    title: str = ""
    may_ask: tuple[FieldName, ...] = ()
    choices: tuple[tuple[FieldName, tuple[str, ...]], ...] = ()
    delivers_to: Delivery = Delivery.DESK
    key: str = ""
    answer_within: dt.timedelta | None = None
    button: str = ""
    consent: Placed[tuple[tuple[str, str], ...]] | None = None


@record
class WrittenPlacement:
    """A placement as written."""

    id: str
    target: Placed[Target]
    name: str = ""
    piece: PieceKind | None = None
    headline: str = ""
    code: Placed[str] | None = None
    cost: Money | None = None
    printed: int | None = None
    from_on: dt.date | None = None
    until_on: dt.date | None = None


_NEEDS_KEY = (Delivery.FORMSPREE, Delivery.WEB3FORMS, Delivery.BASIN)
_LEADS_TO = {"offer": TargetKind.OFFER, "page": TargetKind.PAGE, "form": TargetKind.FORM}


def service_key() -> Leaf[str]:
    """The public key of a form at a form service: a part of the address it posts to."""

    def read(text: str, _notes: Notes) -> str | Unreadable:
        if re.fullmatch(r"[A-Za-z0-9_\-]{1,100}", text):
            return text
        return Unreadable(
            message=f'"{shown(text)}" is not a form\'s key.', fix="Write the letters and digits the service shows, no address."
        )

    return Leaf(read, "letters and digits")


def _form_rule(form: WrittenForm, _notes: Notes) -> Unreadable | None:
    asked = (*form.asks, *form.may_ask)
    twice = [field.value for field in asked if asked.count(field) > 1]
    if twice:
        return Unreadable(message=f"{twice[0]} is asked twice.", fix="Leave it in asks or in may_ask.")
    idle = [field.value for field, _choices in form.choices if field not in asked]
    if idle:
        return Unreadable(
            message=f"There are choices for {idle[0]}, which the form does not ask.", fix=f"Add {idle[0]} to may_ask."
        )
    if not {FieldName.PHONE, FieldName.EMAIL} & set(asked):
        return Unreadable(message="The form asks for no way to answer.", fix="Add phone or email to asks.")
    if form.delivers_to in _NEEDS_KEY and not form.key:
        return Unreadable(message=f"{form.delivers_to.value} needs the key it gave you for this form.", fix="Write key: ...")
    return None


FORM = Record(
    "Form",
    WrittenForm,
    Key("title", line(longest=80), "What stands above it.", spoken=True),
    Key(
        "asks",
        ListOf(choice(FieldName), divides=True),
        "What must be filled in.",
        required=True,
        example="[name, phone]",
        aka=("fields", "ask"),
    ),
    Key("may_ask", ListOf(choice(FieldName), divides=True), "What may be left empty.", aka=("may_asks", "optional")),
    Key(
        "choices",
        MapOf(choice(FieldName), ListOf(line(longest=60))),
        "Answers to tap for a question.",
        example="day: [Monday, Tuesday]",
        spoken=True,
    ),
    Key("delivers_to", choice(Delivery), "Who takes what is sent.", otherwise="desk"),
    Key("key", service_key(), "The form's key at a form service; no secret stands here."),
    Key("answer_within", duration(), "How soon somebody answers, in opening hours.", example="2 hours"),
    Key("button", line(longest=40), "The words on the button.", otherwise="Send", spoken=True),
    Key(
        "consent",
        WithPlace(MapOf(ident(), words(longest=400))),
        "A tick box for each stream of mails, with the exact words agreed to.",
        example='offers: "Send me offers now and then. I can stop at any time."',
        spoken=True,
    ),
    words="What a visitor is asked.",
    rule=_form_rule,
)
FORMS = NamedRecords(ident(), FORM)


def target() -> Leaf[Target]:
    """`offer first_visit`, `page colour`, `form appointment`, `check_in` or `home`."""

    def read(text: str, notes: Notes) -> Target | Unreadable:
        if text in {"check_in", "home"}:
            return Target(kind=TargetKind(text))
        found = re.match(r"^(offer|page|form) +(\S+)$", text)
        if not found:
            fix = "Write offer, page or form with a short name, or check_in, or home."
            return Unreadable(message=f'"{shown(text)}" does not say where the code leads.', fix=fix)
        kind = "service" if found[1] == "page" else found[1]
        known = notes.known.get(kind, ())
        if found[2] in known:
            return Target(kind=_LEADS_TO[found[1]], id=found[2])
        otherwise = "" if known else f"There is no {kind} in the profile yet."
        return Unreadable(
            message=f'There is no {kind} "{shown(found[2])}".', fix=suggestion(found[2], known, otherwise=otherwise)
        )

    return Leaf(read, "`offer`, `page` or `form` with a short name, or `check_in`, or `home`")


def short_code() -> Leaf[str]:
    """The end of a printed link."""

    def read(text: str, _notes: Notes) -> str | Unreadable:
        if re.fullmatch(r"[a-z0-9]([a-z0-9-]{0,22}[a-z0-9])?", text):
            return text
        return Unreadable(
            message=f'"{shown(text)}" cannot end a printed link.', fix="Write small letters, digits and -, 24 at most."
        )

    return Leaf(read, "small letters, digits and `-`", pattern="^[a-z0-9]([a-z0-9-]{0,22}[a-z0-9])?$")


def _placement_rule(placement: WrittenPlacement, _notes: Notes) -> Unreadable | None:
    if placement.from_on and placement.until_on and placement.until_on < placement.from_on:
        return Unreadable(message="It ends before it begins.", fix="Change one of the two dates.")
    return None


PLACEMENT = Record(
    "Placement",
    WrittenPlacement,
    Key("name", line(longest=80), "Where it hangs, in your words."),
    Key("piece", choice(PieceKind), "What is printed; leave it out for what you have printed elsewhere."),
    Key("goes_to", WithPlace(target()), "Where the code leads.", required=True, to="target", example="offer first_visit"),
    Key("headline", line(longest=80), "The large words on the piece.", spoken=True),
    Key("code", WithPlace(short_code()), "The end of the printed link.", otherwise="the short name"),
    Key("cost", money(), "What it cost, all in all; the report divides by it."),
    Key("printed", number(1, 10_000_000), "How many were printed."),
    Key("from", day(), "Since when it hangs.", to="from_on"),
    Key("until", day(), "Until when.", to="until_on"),
    words="One spot with its own code: a card, a poster, a van.",
    rule=_placement_rule,
)
PLACEMENTS = NamedRecords(ident(), PLACEMENT)
