"""What the theme's partials are given: one frozen value for each visible block, every word already chosen."""

from markupsafe import Markup

from weblocal.model.records import record
from weblocal.site.form_parts import Agreement, Field
from weblocal.site.picture_parts import Figure, Illustration, Picture
from weblocal.site.sentence_parts import Phrase

NOTHING = Markup("")


@record
class Link:
    """Words that lead somewhere; `is_here` when the visitor stands there."""

    text: str
    href: str
    is_here: bool = False


@record
class LanguageLink:
    """The way to the same page in another language, which calls itself by its own name; `language` is its tag."""

    text: str
    href: str
    language: str
    is_here: bool


@record
class Action:
    """A button: a verb with its object; `number` is the telephone number, set apart so that no script turns it round."""

    text: str
    href: str
    number: str = ""


@record
class Appointment:
    """A sentence to fill in, in the order of its language.

    It belongs to `form` on the same page, with whose post its answers travel, or it is sent by itself to the page `booking`
    elsewhere, with `kept` as further fields.
    """

    phrases: tuple[Phrase, ...]
    button: Action
    form: str = ""
    booking: str = ""
    kept: tuple[tuple[str, str], ...] = ()


@record
class BoardRow:
    """One row of a board: a time or a price, what it is, and on which of seven days from Monday.

    `minute` is -1 without a time; `until` is the minute at which it is over, or begins where nobody says how long it takes.
    """

    lead: str
    name: str
    takes: str = ""
    words: str = ""
    days: tuple[bool, ...] = ()
    days_in_words: str = ""
    minute: int = -1
    until: int = -1


@record
class Board:
    """Rows like those of a departures board; `is_week` when they have times, so that the script can mark the next one.

    `more` counts the rows that found no room; `letters` are those of the seven days from Monday.
    """

    title: str
    rows: tuple[BoardRow, ...]
    is_week: bool
    more: int = 0
    zone: str = ""
    letters: tuple[str, ...] = ()


@record
class Numeral:
    """A true number, drawn large, and the words that follow it in a sentence; no words where the headline itself goes on.

    `art` is the number as the theme draws it.
    """

    number: str
    words: str
    art: Markup = NOTHING


@record
class Hero:
    """The promise and what to do about it. `fit` names the class that fits the longest word into its column.

    With a `picture`, the artwork steps back beside it. `appointment` stands in place of the first action.
    `contents` list what there is, with `more` to the rest of it, and `credentials` are the facts, for heads that hold them.
    """

    sentences: tuple[str, ...]
    fit: str
    lead: str
    actions: tuple[Action, ...]
    is_small: bool
    crumbs: tuple[Link, ...] = ()
    picture: Picture | None = None
    appointment: Appointment | None = None
    board: Board | None = None
    numeral: Numeral | None = None
    contents: "Group | None" = None
    more: Link | None = None
    credentials: "tuple[Row, ...]" = ()


@record
class PriceWords:
    """A price as it is set: the small word before it ("from"), if any, and the amount."""

    before: str
    amount: str


@record
class Row:
    """One line of an index, a price list, a team or a list of guides; what it has not is empty; `takes` is how long it lasts.

    `is_long` when a word of the name needs the whole width of a phone, so that nothing stands beside it. A step on a ruler is
    `ticks` wide (its class m5 says so of 5) and begins at `time`.
    """

    name: str
    href: str = ""
    price: PriceWords | None = None
    words: str = ""
    marks: tuple[str, ...] = ()
    initials: str = ""
    date: str = ""
    time: str = ""
    is_long: bool = False
    picture: Picture | None = None
    takes: str = ""
    ticks: int = 0


@record
class Group:
    """Rows under a heading, which may be empty; `day` is the weekday they belong to, Monday is 0, or -1."""

    title: str
    rows: tuple[Row, ...]
    day: int = -1


@record
class Ticket:
    """An offer as a ticket, or with `stamps` as a stamp card."""

    text: str
    words: str
    action: Action | None = None
    stamps: tuple[str, ...] = ()


@record
class Voice:
    """One review: the words letter for letter, who and when, and the stars given, drawn and in words."""

    words: str
    said: str
    stars: str = ""
    stars_in_words: str = ""


@record
class HoursRow:
    """One line of the hours: the days, and a line of words for every span; `days` and `dates` tell the script when it is today's."""

    name: str
    times: tuple[str, ...]
    days: str = ""
    dates: str = ""


@record
class WayHere:
    """How long it takes to come from somewhere: the minutes, and the words that say it whole."""

    minutes: int
    words: str


@record
class Whereabouts:
    """Where and when: the hours, the postal address of premises, the places travelled to, the map of them."""

    hours: tuple[HoursRow, ...] = ()
    note: str = ""
    address: tuple[str, ...] = ()
    directions: Link | None = None
    places: tuple[Link, ...] = ()
    map: Markup = NOTHING
    cards: tuple[Link, ...] = ()
    ways: tuple[WayHere, ...] = ()


@record
class Office:
    """One place of a business that has several: where it is, how to ring it, when it is open."""

    name: str
    href: str
    address: tuple[str, ...]
    phone: str
    number: str
    hours: tuple[HoursRow, ...]
    directions: Link | None


@record
class Answer:
    """A question and its answer as clean HTML."""

    question: str
    answer: Markup


@record
class FormPart:
    """A whole form: wide questions first, then pairs, the agreements, what travels hidden, and where it goes."""

    id: str
    action: str
    netlify: bool
    fields: tuple[Field, ...]
    agreements: tuple[Agreement, ...]
    hidden: tuple[tuple[str, str], ...]
    button: str
    promise: str
    hurry: Action | None


@record
class Section:
    """One section of a page: the partial that shows it, its heading and opening words, and what stands in it.

    `tone` is "", "tint" or "plate". `run` names the line that joins its steps (a trade's tiles, or empty). A gallery has
    `figures` (three, five or seven at home, all of them on its own page) and `pairs` of before and after. `prose` goes on
    in `illustrated`, after each picture that stands in it. `note` is a voice for the margin, in themes that have one.
    """

    id: str
    partial: str
    title: str
    words: str = ""
    tone: str = ""
    groups: tuple[Group, ...] = ()
    tickets: tuple[Ticket, ...] = ()
    voices: tuple[Voice, ...] = ()
    where: Whereabouts | None = None
    offices: tuple[Office, ...] = ()
    answers: tuple[Answer, ...] = ()
    form: FormPart | None = None
    ways: tuple[Action, ...] = ()
    prose: Markup = NOTHING
    illustrated: tuple[Illustration, ...] = ()
    more: Link | None = None
    note: Voice | None = None
    run: str = ""
    figures: tuple[Figure, ...] = ()
    pairs: tuple[Figure, ...] = ()


@record
class Footing:
    """What stands under every page: how to find us again, links, the law's lines."""

    address: str
    phone: Action | None
    email: str
    whatsapp: Action | None
    columns: tuple[tuple[Link, ...], ...]
    legal: str
    bar: tuple[Action, ...]
    hours: tuple[HoursRow, ...] = ()
