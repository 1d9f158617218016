"""The whole loop on the sample business: everything real but the people, who are invented, and the clock, which is moved on."""

import dataclasses
import datetime as dt
import email
import email.policy
import pathlib
import shutil
import zoneinfo

from weblocal.disk import bundled
from weblocal.errors import ProblemsFound
from weblocal.flows import receive, send, visit
from weblocal.flows.visit import Described, Logged
from weblocal.flows.workspace import Workspace, open_workspace
from weblocal.model.forms import Form
from weblocal.model.leads import LeadOutcome, Post
from weblocal.model.records import record
from weblocal.model.services import Money
from weblocal.model.settings import Settings

MARKER = "made-by-weblocal-demo"
BUSINESS = "business"
NAMES = ("Ada", "Ben", "Cara", "Dev", "Elin", "Finn", "Gita", "Hal", "Ines", "Jo", "Kit", "Lena", "Mo", "Nell")
SURNAMES = ("Sample", "Muster", "Exempel", "Voorbeeld", "Esempio", "Exemplo", "Przyklad")


@record
class Visitor:
    """The person of the demo, who asks on the site and comes to the shop."""

    name: str = "Robin Sample"
    phone: str = "01632 960777"
    email: str = "robin@sample.example"


def prepare(folder: pathlib.Path) -> pathlib.Path:
    """A fresh copy of the sample business in `folder`; an older demo is replaced, anything else is left alone."""
    if folder.exists() and any(folder.iterdir()) and not (folder / MARKER).exists():
        raise ProblemsFound(
            f"{folder} holds something that is no demo, so it was left alone.", fix="Name another folder with --into."
        )
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / MARKER).write_text("weblocal demo replaces this folder whenever it runs.\n", encoding="utf-8")
    # what somebody made of the sample in a checkout (a ledger, a site) is no part of it
    leftovers = shutil.ignore_patterns(".weblocal", "public", "print")
    shutil.copytree(bundled.sample_business_folder(), folder / BUSINESS, ignore=leftovers)
    return folder / BUSINESS


def open_at(business_folder: pathlib.Path, address: str, settings: Settings) -> Workspace:
    """The sample business with its site and desk at `address`, so that the whole loop stays on this machine."""
    workspace = open_workspace(business_folder, settings=settings)
    desk = dataclasses.replace(workspace.business.desk, address=address)
    workspace.business, *further = (
        dataclasses.replace(each, website=address + each.prefix, desk=desk) for each in workspace.in_every_language()
    )
    workspace.also_in = tuple(further)
    return workspace


def invent_past(workspace: Workspace, *, now: dt.datetime) -> int:
    """Four weeks of invented enquiries, scans and visits, so that the report has something to count; how many enquiries."""
    zone = zoneinfo.ZoneInfo(workspace.business.zone)
    form = workspace.business.forms[0]
    codes = [placement.code for placement in workspace.business.placements]
    pages = ["/", "/services/leaks/", "/services/boiler-service/", "/contact/"]
    count = 22
    for number in range(count):
        day = (now - dt.timedelta(days=27 - number)).astimezone(zone)
        at = day.replace(hour=9 + number % 7, minute=7 * number % 60, second=0, microsecond=0).astimezone(dt.UTC)
        if at >= now:
            continue
        placement = codes[number % len(codes)] if number % 3 == 0 else ""
        for _ in range(number % 4 if placement else 0):
            receive.record_scan(workspace, placement, now=at)
        person = Visitor(
            name=f"{NAMES[number % len(NAMES)]} {SURNAMES[number % len(SURNAMES)]}",
            phone=f"01632 9600{number:02d}",
            email="",
        )
        received = receive.receive(
            workspace, post_of(form, person, page=pages[number % len(pages)], placement=placement, at=at), now=at
        )
        _answer(workspace, received.lead_id, at + dt.timedelta(minutes=4 + number * 7 % 80))
        if number % 3 != 2 and at + dt.timedelta(days=1) < now:
            _came(workspace, person, number, at + dt.timedelta(days=1))
    return count


def post_of(form: Form, person: Visitor, *, page: str, placement: str, at: dt.datetime) -> Post:
    """What a browser would post for `person`, consent ticked when they leave a mail address."""
    answers = {"name": person.name, "phone": person.phone, "email": person.email}
    pairs = [
        (field.name.value, answers.get(field.name.value) or (field.choices[0] if field.choices else ""))
        for field in form.fields
    ]
    pairs += [("page", page), ("placement", placement)]
    for consent in form.consents if person.email else ():
        pairs += [(f"consent_{consent.stream}", "yes"), (f"consent_{consent.stream}_version", consent.version)]
    return Post(form_id=form.id, pairs=tuple((name, value) for name, value in pairs if value), received_at=at)


def send_what_is_due(workspace: Workspace, *, now: dt.datetime) -> tuple[str, ...]:
    """Run the sender at `now`; the subjects that were laid into the outbox by it, alerts included."""
    before = set(_mails(workspace))
    transport = workspace.transport()
    try:
        send.run(workspace, transport, now=now)
    finally:
        transport.close()
    fresh = sorted(set(_mails(workspace)) - before, key=lambda path: path.stat().st_mtime_ns)
    return tuple(_told(path) for path in fresh)


def log_the_visit(workspace: Workspace, person: Visitor, *, now: dt.datetime) -> Logged:
    """Somebody at the counter logs that the person came."""
    currency = workspace.business.currency
    described = Described(
        occurred_at=now,
        name=person.name,
        phone=person.phone,
        what="Leak stopped",
        worth=Money(amount_minor=12_500, currency=currency),
    )
    return visit.add(workspace, described, now=now)


def _answer(workspace: Workspace, lead_id: str, at: dt.datetime) -> None:
    if lead_id:
        workspace.ledger.write(lambda writing: writing.record_outcome(lead_id, LeadOutcome.BOOKED, at))


def _came(workspace: Workspace, person: Visitor, number: int, at: dt.datetime) -> None:
    worth = Money(amount_minor=6_500 + 700 * number, currency=workspace.business.currency)
    visit.add(workspace, Described(occurred_at=at, phone=person.phone, what="Job done", worth=worth), now=at)


def _mails(workspace: Workspace) -> list[pathlib.Path]:
    return list(workspace.outbox_folder.glob("*.eml")) if workspace.outbox_folder.is_dir() else []


def _told(path: pathlib.Path) -> str:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    return f"to {message['To'].addresses[0].addr_spec}: {str(message['Subject']).strip()}"
