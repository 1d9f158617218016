"""How things run: mails, the desk, the host."""

import datetime as dt
import re

from weblocal.model.business import HostKind, HostSettings, TransportKind
from weblocal.model.problems import Unreadable
from weblocal.model.records import record
from weblocal.model.sequences import FrequencyCap, WhenCapped
from weblocal.model.services import Money
from weblocal.profile.amounts import cap, duration, keeping_days, money
from weblocal.profile.contacts import sender
from weblocal.profile.fields import Leaf
from weblocal.profile.leaves import choice, line, number, reference
from weblocal.profile.lists import ListOf, MapOf
from weblocal.profile.noting import Notes, shown
from weblocal.profile.opening_hours import WrittenWindow, mail_window
from weblocal.profile.records import Key, Record
from weblocal.profile.web_addresses import path_or_address, site_address, site_path

# git reads what begins with - as an option, and name::address as a program to run
_REMOTE = r"(?!-)(?!.*::)[^\s\x00-\x1f'\"`$;|<>]{1,300}"
_BRANCH = r"[A-Za-z0-9](?!.*(?:\.\.|//|\.lock$))[A-Za-z0-9._/\-]{0,78}[A-Za-z0-9]"

DEFAULT_CAPS = (
    FrequencyCap(messages=1, period=dt.timedelta(hours=20)),
    FrequencyCap(messages=4, period=dt.timedelta(days=14)),
)


@record
class WrittenCaps:
    """Frequency caps as written."""

    per_contact: tuple[FrequencyCap, ...] = DEFAULT_CAPS
    on_hit: WhenCapped = WhenCapped.DEFER


@record
class WrittenMail:
    """Mail settings as written."""

    sender: tuple[str, str] | None = None
    transport: TransportKind = TransportKind.OUTBOX
    window: WrittenWindow | None = None
    caps: WrittenCaps = WrittenCaps()
    max_late: dt.timedelta = dt.timedelta(hours=72)
    alerts: tuple[str, ...] = ()


@record
class WrittenDesk:
    """Desk settings as written."""

    address: str = ""
    keep_leads: int = 730
    keep_quarantine: int = 30
    grace_days: int = 0
    accept_offline_up_to: Money | None = None


CAPS = Record(
    "Caps",
    WrittenCaps,
    Key(
        "per_contact",
        ListOf(cap(), divides=True),
        "The most mails to one person.",
        otherwise="1 in 20 hours, 4 in 14 days",
        example="[4 in 14 days]",
    ),
    Key("on_hit", choice(WhenCapped), "What happens to a mail above that.", otherwise="defer"),
    words="How often one person may be written to at most.",
)

ALERTS = Record(
    "Alerts",
    lambda *, leads=(): leads,
    Key("leads", ListOf(reference("teammate"), divides=True), "Who is told of a new enquiry at once."),
    words="Who is told; an alert carries a link, never a name.",
)

MAIL = Record(
    "Mail",
    WrittenMail,
    Key("from", sender(), "Who mails come from.", otherwise="the business and its mail address", to="sender"),
    Key("transport", choice(TransportKind), "What hands them over; the key is never written here.", otherwise="outbox"),
    Key("window", mail_window(), "When mails of a sequence may go.", otherwise="monday-saturday 08:00-19:00, reader's zone"),
    Key("caps", CAPS, "How often one person may be written to."),
    Key("max_late", duration(), "A mail later than this is not sent any more.", otherwise="72 hours"),
    Key("alerts", ALERTS, "Who is told of what."),
    words="How mails go out. Answers come to `email`; postal address and unsubscribe link are always added.",
)

DESK = Record(
    "Desk",
    WrittenDesk,
    Key("address", site_address(in_ascii=True), "Where the desk can be reached.", example="https://desk.salon.example"),
    Key("keep_leads", keeping_days(), "How long enquiries are kept.", otherwise="24 months"),
    Key("keep_quarantine", keeping_days(), "How long held-back posts are kept.", otherwise="30 days"),
    Key("grace_days", number(0, 60), "How many days after its end a coupon is still taken.", otherwise="0"),
    Key("accept_offline_up_to", money(), "Up to which worth a coupon is taken without a line to the desk.", otherwise="0"),
    words="The small server with the staff screens.",
)


def remote() -> Leaf[str]:
    """A git remote: its name, an https or ssh address, or a folder; never what git would take for an option or a program."""

    def read(text: str, _notes: Notes) -> str | Unreadable:
        if re.fullmatch(_REMOTE, text):
            return text
        return Unreadable(
            message=f'"{shown(text)}" is not a git remote.', fix="Write origin, or https://... of the repository."
        )

    return Leaf(read, "the name of a remote, or the address of a repository")


def branch() -> Leaf[str]:
    """A git branch."""

    def read(text: str, _notes: Notes) -> str | Unreadable:
        if re.fullmatch(_BRANCH, text):
            return text
        return Unreadable(message=f'"{shown(text)}" is not a branch.', fix="Write gh-pages.")

    return Leaf(read, "the name of a branch", pattern=f"^{_BRANCH}$")


def _host_rule(host: HostSettings, _notes: Notes) -> Unreadable | None:
    if host.kind is HostKind.GIT_BRANCH and not host.remote:
        return Unreadable(message="A git branch needs a remote.", fix="Write remote: origin, or the address of the repository.")
    circle = _circle(host.redirects)
    if circle:
        return Unreadable(message=f"These redirects lead in a circle: {circle}.", fix="Let the last one lead to a page.")
    return None


def _circle(redirects: tuple[tuple[str, str], ...]) -> str:
    """The first redirects found that lead back to where they began; empty when there are none."""
    leads_to = {_as_served(old): _as_served(new.partition("#")[0]) for old, new in redirects}
    walked: set[str] = set()
    for start, first in leads_to.items():
        way, at = {start: None}, first
        while at in leads_to and at not in walked and at not in way:
            way[at] = None
            at = leads_to[at]
        if at in way:
            return shown(" → ".join((*list(way)[list(way).index(at) :], at)))
        walked |= way.keys()
    return ""


def _as_served(path: str) -> str:
    """`/a`, `/a/` and `/a/index.html` are one address to a host, and a redirect from one to the other never ends."""
    return path.removesuffix("index.html").rstrip("/") or "/"


HOST = Record(
    "Host",
    lambda *, kind=HostKind.FOLDER, folder="", remote="", branch="gh-pages", redirects=(): HostSettings(
        kind=kind, folder=folder, remote=remote, branch=branch, redirects=redirects
    ),
    Key("kind", choice(HostKind), "Where the site is put.", otherwise="folder"),
    Key("folder", line(), "The folder to put it in."),
    Key("remote", remote(), "The git remote."),
    Key("branch", branch(), "The branch.", otherwise="gh-pages"),
    Key(
        "redirects", MapOf(site_path(), path_or_address()), "Old addresses with their new ones.", example="/old.html: /prices/"
    ),
    words="Where the built site is served.",
    rule=_host_rule,
)
