"""Small makers of nouns with sensible defaults, so that a test states only what matters to it."""
# ruff: noqa: A002, ANN401 - a factory takes whatever its noun takes, under the names the noun uses

import datetime as dt
import functools
import itertools
import pathlib
from collections.abc import Callable
from typing import Any

from weblocal.disk import bundled, tree
from weblocal.flows.workspace import Workspace
from weblocal.model.business import (
    Address,
    Brand,
    Business,
    DeskSettings,
    HostKind,
    HostSettings,
    Legal,
    MailSettings,
    Phone,
    Trade,
    TransportKind,
)
from weblocal.model.forms import ConsentWording, Delivery, FieldName, Form, FormField
from weblocal.model.hours import Hours, Span
from weblocal.model.leads import Lead, Submission, SubmissionState
from weblocal.model.mail import Mail, Message, MessageState
from weblocal.model.nurture import Enrolment, EnrolmentState
from weblocal.model.offers import CouponTerms, CouponUse, Offer
from weblocal.model.people import Consent, ConsentState, Contact, Suppression, SuppressionReason
from weblocal.model.placements import PieceKind, Placement, Target, TargetKind
from weblocal.model.problems import Place
from weblocal.model.sequences import (
    EndEvent,
    FrequencyCap,
    Purpose,
    SendStep,
    Sequence,
    Step,
    Stream,
    TellStep,
    Trigger,
    Wait,
    WaitStep,
    WaitUnit,
    WhenCapped,
)
from weblocal.model.services import Money, Price, PriceKind, Service
from weblocal.model.visits import Coupon, Event, EventKind, Visit, VisitSource, VisitState
from weblocal.model.words import Teammate, Text
from weblocal.theming import theme

# A Tuesday, ten in the morning in London (summer time is over): inside every factory's opening hours.
NOW = dt.datetime(2026, 11, 10, 10, 0, tzinfo=dt.UTC)

_NINE_TO_SIX = (Span(9 * 60, 18 * 60),)
WEEKDAYS = Hours(week=(_NINE_TO_SIX,) * 5 + ((), ()), zone="Europe/London")
ALWAYS = Hours(week=((Span(0, 24 * 60),),) * 7, zone="Europe/London")


def some_ids(start: int = 1) -> Callable[[], str]:
    """A maker of ids that a test can foretell: id-0001, id-0002 …"""
    numbers = itertools.count(start)
    return lambda: f"id-{next(numbers):04d}"


def later(**span: float) -> dt.datetime:
    """`NOW` plus a span: later(days=2)."""
    return NOW + dt.timedelta(**span)


def a_text(body: str = "Hello {{ first_name | there }}.", *, title: str = "Hello", **more: Any) -> Text:
    return Text(body=body, title=title, place=Place(file="mails/hello.md", line=1), **more)


def a_trade(**changes: Any) -> Trade:
    defaults: dict[str, Any] = {
        "id": "plumber",
        "name": "Plumber",
        "schema_types": ("Plumber",),
        "tiles": "pipes",
        "sections": ("services", "reviews", "faq"),
        "primary_action": "call",
        "services_title": "What we do",
        "prices_title": "Prices",
        "when_shut": "emergency",
        "visit_word": "job",
    }
    return Trade(**(defaults | changes))


def a_form(id: str = "quote", **changes: Any) -> Form:
    defaults: dict[str, Any] = {
        "title": "Ask for a quote",
        "fields": (
            FormField(name=FieldName.NAME, required=True),
            FormField(name=FieldName.PHONE, required=True),
            FormField(name=FieldName.EMAIL, required=False),
            FormField(name=FieldName.SERVICE, required=False),
            FormField(name=FieldName.POSTCODE, required=False),
            FormField(name=FieldName.MESSAGE, required=False),
        ),
        "delivery": Delivery.DESK,
        "button": "Send",
        "answer_within": dt.timedelta(hours=2),
        "consents": (ConsentWording(stream="offers", words="Send me offers now and then.", version="v1"),),
    }
    return Form(id=id, **(defaults | changes))


def a_service(id: str = "boiler_service", **changes: Any) -> Service:
    defaults: dict[str, Any] = {
        "name": "Boiler service",
        "price": Price(kind=PriceKind.EXACT, low=Money(amount_minor=8900, currency="GBP")),
    }
    return Service(id=id, **(defaults | changes))


def an_offer(id: str = "first_visit", **changes: Any) -> Offer:
    defaults: dict[str, Any] = {
        "text": "£10 off your first visit.",
        "terms": "New customers.",
        "coupon": CouponTerms(
            worth=Money(amount_minor=1000, currency="GBP"),
            use=CouponUse.ONCE_PER_CONTACT,
            from_on=dt.date(2026, 11, 1),
            until_on=dt.date(2027, 3, 31),
        ),
    }
    return Offer(id=id, **(defaults | changes))


def a_placement(id: str = "counter", **changes: Any) -> Placement:
    defaults: dict[str, Any] = {
        "name": "Counter card",
        "code": "k7m2",
        "piece": PieceKind.COUNTER_CARD,
        "target": Target(kind=TargetKind.CHECK_IN),
    }
    return Placement(id=id, **(defaults | changes))


def a_wait(amount: int = 2, unit: WaitUnit = WaitUnit.DAYS, *, id: str = "wait") -> WaitStep:
    return WaitStep(id=id, wait=Wait(amount=amount, unit=unit))


def a_send_step(id: str = "hello", *, in_window: bool = True, **changes: Any) -> SendStep:
    return SendStep(id=id, in_window=in_window, **({"text": a_text()} | changes))


def a_sequence(id: str = "come_and_see_us", *, steps: tuple[Step, ...] | None = None, **changes: Any) -> Sequence:
    """Three mails after a lead, stopped by a visit or a reply; marketing on the stream "offers"."""
    defaults: dict[str, Any] = {
        "name": id.replace("_", " ").capitalize(),
        "trigger": Trigger.LEAD,
        "purpose": Purpose.MARKETING,
        "stream": "offers",
        "version": "1",
        "max_age": dt.timedelta(hours=48),
        "goals": (EndEvent.VISIT,),
        "exits": (EndEvent.REPLY,),
        "reentry_after": Wait(amount=90, unit=WaitUnit.DAYS),
    }
    if steps is None:
        steps = (
            a_send_step("hello", in_window=False),
            a_wait(2, id="wait_1"),
            a_send_step("how_to_choose"),
            a_wait(5, id="wait_2"),
            a_send_step("last_word"),
        )
    return Sequence(id=id, steps=steps, **(defaults | changes))


def a_thank_you(id: str = "thank_you", **changes: Any) -> Sequence:
    """Two mails and a word to staff after a confirmed visit."""
    defaults: dict[str, Any] = {
        "trigger": Trigger.VISIT,
        "confirmed_only": True,
        "goals": (),
        "exits": (),
        "reentry_after": Wait(amount=30, unit=WaitUnit.DAYS),
        "steps": (
            a_wait(3, WaitUnit.HOURS, id="wait_1"),
            a_send_step("thanks"),
            a_wait(7, id="wait_2"),
            a_send_step("review_ask"),
            TellStep(id="ring_them", staff="counter", words="Ring them about the next service."),
        ),
    }
    return a_sequence(id, **(defaults | changes))


def mail_settings(**changes: Any) -> MailSettings:
    defaults: dict[str, Any] = {
        "from_name": "Bright Pipes",
        "from_address": "hello@mail.bright-pipes.example",
        "transport": TransportKind.OUTBOX,
        "window": WEEKDAYS,
        "caps": (
            FrequencyCap(messages=1, period=dt.timedelta(hours=20)),
            FrequencyCap(messages=4, period=dt.timedelta(days=14)),
        ),
        "when_capped": WhenCapped.DEFER,
        "max_late": dt.timedelta(hours=72),
        "alert_ids": (),
    }
    return MailSettings(**(defaults | changes))


def a_business(**changes: Any) -> Business:
    """A plumbing firm in Britain with a form, an offer, a counter card, and mails before and after a visit."""
    defaults: dict[str, Any] = {
        "slug": "bright-pipes",
        "name": "Bright Pipes",
        "trade": a_trade(),
        "website": "https://bright-pipes.example",
        "language": "en-GB",
        "currency": "GBP",
        "address": Address(street="12 Mill Lane", town="Sampleton", postcode="SA1 2AB", country="GB"),
        "brand": Brand(colour="#8a3b5c", theme="fascia"),
        "hours": WEEKDAYS,
        "mail": mail_settings(),
        "desk": DeskSettings(address="https://desk.bright-pipes.example"),
        "host": HostSettings(kind=HostKind.FOLDER, folder="public"),
        "legal": Legal(),
        "tagline": "Warm by tonight.",
        "phone": Phone(e164="+441632960123", display="01632 960123"),
        "email": "hello@bright-pipes.example",
        "services": (a_service(),),
        "team": (Teammate(id="ada", name="Ada Sample", role="Owner", staff="owner"),),
        "offers": (an_offer(),),
        "forms": (a_form(),),
        "placements": (a_placement(),),
        "streams": (Stream(id="offers", words="Offers and news, once a month at most"),),
        "sequences": (a_sequence(), a_thank_you()),
    }
    return Business(**(defaults | changes))


def a_contact(id: str = "contact-1", **changes: Any) -> Contact:
    defaults: dict[str, Any] = {
        "name": "Joan Muster",
        "phone_e164": "+447700900123",
        "email": "joan@example.com",
        "created_at": NOW,
    }
    return Contact(id=id, **(defaults | changes))


def a_consent(contact_id: str = "contact-1", **changes: Any) -> Consent:
    defaults: dict[str, Any] = {
        "id": "consent-1",
        "stream": "offers",
        "state": ConsentState.GIVEN,
        "words": "Send me offers now and then.",
        "version": "v1",
        "page": "/contact/",
        "placement": "",
        "recorded_at": NOW,
    }
    return Consent(contact_id=contact_id, **(defaults | changes))


def a_suppression(address_digest: str = "digest-1", **changes: Any) -> Suppression:
    defaults: dict[str, Any] = {"stream": "", "reason": SuppressionReason.UNSUBSCRIBED, "recorded_at": NOW}
    return Suppression(address_digest=address_digest, **(defaults | changes))


def a_submission(id: str = "submission-1", **changes: Any) -> Submission:
    defaults: dict[str, Any] = {
        "form_id": "quote",
        "answers": (("name", "Joan Muster"), ("phone", "07700 900123"), ("email", "joan@example.com")),
        "ticked": ("offers@v1",),
        "page": "/contact/",
        "placement": "",
        "key": "key-1",
        "received_at": NOW,
        "state": SubmissionState.ACCEPTED,
    }
    return Submission(id=id, **(defaults | changes))


def a_lead(id: str = "lead-1", **changes: Any) -> Lead:
    defaults: dict[str, Any] = {
        "submission_id": "submission-1",
        "contact_id": "contact-1",
        "form_id": "quote",
        "asked_for": "Boiler service",
        "words": "It drips.",
        "place": "SA1 2AB",
        "page": "/contact/",
        "placement": "",
        "received_at": NOW,
        "answer_by": NOW + dt.timedelta(hours=2),
    }
    return Lead(id=id, **(defaults | changes))


def a_visit(id: str = "visit-1", **changes: Any) -> Visit:
    defaults: dict[str, Any] = {
        "contact_id": "contact-1",
        "state": VisitState.CONFIRMED,
        "source": VisitSource.STAFF,
        "occurred_at": NOW,
        "received_at": NOW,
        "key": "tap-1",
        "matched_by": "chosen by staff",
    }
    return Visit(id=id, **(defaults | changes))


def a_coupon(code: str = "7KM2P9QX4T", **changes: Any) -> Coupon:
    defaults: dict[str, Any] = {
        "offer_id": "first_visit",
        "contact_id": "contact-1",
        "issued_at": NOW,
        "until_on": dt.date(2027, 3, 31),
    }
    return Coupon(code=code, **(defaults | changes))


def an_event(id: str = "event-1", kind: EventKind = EventKind.NOTE, **changes: Any) -> Event:
    defaults: dict[str, Any] = {"contact_id": "contact-1", "occurred_at": NOW, "received_at": NOW}
    return Event(id=id, kind=kind, **(defaults | changes))


def an_enrolment(id: str = "enrolment-1", **changes: Any) -> Enrolment:
    defaults: dict[str, Any] = {
        "sequence_id": "come_and_see_us",
        "version": "1",
        "contact_id": "contact-1",
        "cause": "lead-1",
        "state": EnrolmentState.ACTIVE,
        "step_index": 0,
        "anchor_at": NOW,
        "due_at": NOW,
        "started_at": NOW,
    }
    return Enrolment(id=id, **(defaults | changes))


def a_message(id: str = "message-1", **changes: Any) -> Message:
    defaults: dict[str, Any] = {
        "token": f"token-of-{id}",
        "contact_id": "contact-1",
        "enrolment_id": "enrolment-1",
        "sequence_id": "come_and_see_us",
        "step_id": "hello",
        "stream": "offers",
        "purpose": Purpose.MARKETING,
        "to_address": "joan@example.com",
        "state": MessageState.READY,
        "due_at": NOW,
        "not_after_at": NOW + dt.timedelta(hours=72),
        "queued_at": NOW,
    }
    return Message(id=id, **(defaults | changes))


def a_mail(token: str = "token-1", **changes: Any) -> Mail:
    defaults: dict[str, Any] = {
        "message_id": f"<{token}@mail.bright-pipes.example>",
        "from_name": "Bright Pipes",
        "from_address": "hello@mail.bright-pipes.example",
        "to_address": "joan@example.com",
        "to_name": "Joan Muster",
        "reply_to": "hello@bright-pipes.example",
        "subject": "Hello",
        "html": "<p>Hello Joan.</p>",
        "text": "Hello Joan.\n",
        "date": NOW,
        "unsubscribe_url": "https://desk.bright-pipes.example/u/abc",
    }
    return Mail(token=token, **(defaults | changes))


@functools.cache
def the_theme(name: str = "fascia") -> theme.Theme:
    """A theme that travels with the program, read once for all tests."""
    files = tree.read_tree(bundled.themes_folder() / name)
    return theme.load(name, files.names, files.read, lender=lambda lending: tree.read_tree(bundled.themes_folder() / lending))


def a_workspace(folder: pathlib.Path, **changes: Any) -> Workspace:
    """An opened business folder with a real ledger; close it, or use it in a `with`."""
    return Workspace(folder=folder, business=a_business(**changes), theme=the_theme())
