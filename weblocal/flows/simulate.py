"""What would happen? One imagined person goes through the real engine on a clock that jumps, in a ledger that is thrown away."""

import datetime as dt
import enum
import pathlib
import tempfile
import zoneinfo
from collections.abc import Callable
from typing import TYPE_CHECKING

from weblocal import clock
from weblocal.errors import NotFound
from weblocal.flows import receive, send, unsubscribe, visit
from weblocal.flows.visit import Tap
from weblocal.flows.workspace import Workspace
from weblocal.model.business import Business
from weblocal.model.forms import FieldName, Form
from weblocal.model.leads import Post
from weblocal.model.mail import Mail, Outcome, Receipt
from weblocal.model.nurture import Decided, Enrolment, StepLogEntry
from weblocal.model.records import record
from weblocal.model.visits import EventKind
from weblocal.nurture import explain
from weblocal.people import phones

if TYPE_CHECKING:
    from weblocal.store.reading import Reading

_MOST_ROUNDS = 5000
_TOLD_TO = {"owner": "the owner sees it at the desk", "counter": "whoever is at the counter sees it at the desk"}


@record
class Imagined:
    """The person and what they do: a form sent, then perhaps visits, perhaps an unsubscribe."""

    form_id: str
    lead_at: dt.datetime
    visits_at: tuple[dt.datetime, ...] = ()
    unsubscribes_at: dt.datetime | None = None
    agrees: bool = True


class CalendarKind(enum.StrEnum):
    """What a line of the calendar is about, in the order in which things of one moment are told."""

    DID = "did"
    ENDS = "ends"
    BEGINS = "begins"
    MAIL = "mail"
    STAFF = "staff"
    NOT_SENT = "not_sent"


_ORDER = {kind: number for number, kind in enumerate(CalendarKind)}


@record
class CalendarLine:
    """One line: the instant, the same on the business's wall, what happens, and the rule or reason behind it."""

    at: dt.datetime
    local: dt.datetime
    kind: CalendarKind
    words: str
    because: str


class _Pretended:
    """A transport that takes everything and sends nothing; it remembers subjects by token."""

    def __init__(self) -> None:
        self.subjects: dict[str, str] = {}

    def send(self, mail: Mail) -> Receipt:
        """Take the mail."""
        self.subjects[mail.token] = mail.subject
        return Receipt(outcome=Outcome.ACCEPTED, provider_id="simulated")

    def close(self) -> None:
        """Nothing is kept open."""


def simulate(workspace: Workspace, imagined: Imagined, *, until: dt.datetime) -> tuple[CalendarLine, ...]:
    """Every mail, task, beginning and end from the form to `until`, in order, each with the rule that caused it.

    Raises NotFound when the profile has no such form. Nothing is sent and nothing is kept.
    """
    form = next((form for form in workspace.business.forms if form.id == imagined.form_id), None)
    if form is None:
        known = ", ".join(form.id for form in workspace.business.forms)
        raise NotFound(f"There is no form “{imagined.form_id}”.", fix=f"The profile has: {known or 'none'}.")
    with tempfile.TemporaryDirectory(prefix="weblocal-") as folder:
        imaginary = Workspace(
            folder=pathlib.Path(folder), business=workspace.business, theme=workspace.theme, settings=workspace.settings
        )
        with imaginary:
            return _Rehearsal(imaginary, imagined, form).play(until)


class _Rehearsal:
    """The imagined person's days, played through once."""

    def __init__(self, workspace: Workspace, imagined: Imagined, form: Form) -> None:
        self._workspace = workspace
        self._imagined = imagined
        self._form = form
        self._transport = _Pretended()
        self._contact_id = ""
        self._did: list[CalendarLine] = []

    def play(self, until: dt.datetime) -> tuple[CalendarLine, ...]:
        """Jump from one thing that happens to the next; what the person does comes before what falls due at the same moment."""
        acts: list[tuple[dt.datetime, Callable[[dt.datetime], None]]] = [(self._imagined.lead_at, self._write)]
        acts += [*((at, self._come) for at in self._imagined.visits_at)]
        if self._imagined.unsubscribes_at is not None:
            acts.append((self._imagined.unsubscribes_at, self._stop))
        acts.sort(key=lambda act: act[0])
        now: dt.datetime | None = acts[0][0]
        for _ in range(_MOST_ROUNDS):
            if now is None or now > until:
                break
            while acts and acts[0][0] <= now:
                at, act = acts.pop(0)
                act(at)
            due_at = send.run(self._workspace, self._transport, now=now).next_due_at
            following = [at for at in (due_at, acts[0][0] if acts else None) if at is not None]
            now = max(min(following), now + dt.timedelta(microseconds=1)) if following else None
        return self._calendar(until)

    def _write(self, at: dt.datetime) -> None:
        post = Post(form_id=self._form.id, pairs=_answers(self._form, self._workspace.business, self._imagined), received_at=at)
        received = receive.receive(self._workspace, post, now=at)
        lead = self._workspace.ledger.read(lambda reading: reading.lead(received.lead_id))
        self._contact_id = lead.contact_id if lead else ""
        agreed = "and agrees to mails" if self._imagined.agrees and self._form.consents else "and agrees to nothing"
        self._note(at, f"Somebody sends the form “{self._form.title}”", agreed)

    def _come(self, at: dt.datetime) -> None:
        logged = visit.log_visit(
            self._workspace, Tap(contact_id=self._contact_id, key=clock.new_id(), occurred_at=at, is_another=True), now=at
        )
        self._note(at, "They come, and staff log the visit", " ".join(logged.changes))

    def _stop(self, at: dt.datetime) -> None:
        contact = self._workspace.ledger.read(lambda reading: reading.contact(self._contact_id))
        if contact is not None:
            unsubscribe.stop(self._workspace, contact, "", now=at)
        self._note(at, "They unsubscribe", "from everything")

    def _note(self, at: dt.datetime, words: str, because: str) -> None:
        self._did.append(self._line(at, CalendarKind.DID, words, because))

    def _line(self, at: dt.datetime, kind: CalendarKind, words: str, because: str) -> CalendarLine:
        local = at.astimezone(zoneinfo.ZoneInfo(self._workspace.business.zone))
        return CalendarLine(at=at, local=local, kind=kind, words=words, because=because)

    def _calendar(self, until: dt.datetime) -> tuple[CalendarLine, ...]:
        lines = self._did + self._mails() + self._tasks() + self._courses() + self._not_sent()
        return tuple(sorted((line for line in lines if line.at <= until), key=lambda line: (line.at, _ORDER[line.kind])))

    def _mails(self) -> list[CalendarLine]:
        lines = []
        for message in self._workspace.ledger.read(lambda reading: reading.messages_of(self._contact_id)):
            sequence = next((one for one in self._workspace.business.sequences if one.id == message.sequence_id), None)
            subject = self._transport.subjects.get(message.token)
            if subject is not None and sequence is not None and message.settled_at is not None:
                because = f"{sequence.name}: {explain.rule_of(sequence, message.step_id)}"
                lines.append(self._line(message.settled_at, CalendarKind.MAIL, subject, because))
        return lines

    def _tasks(self) -> list[CalendarLine]:
        tasks = self._workspace.ledger.read(lambda reading: reading.staff_tasks_of(self._contact_id))
        return [
            self._line(task.told_at, CalendarKind.STAFF, task.words, _TOLD_TO.get(task.staff, "staff see it at the desk"))
            for task in tasks
        ]

    def _courses(self) -> list[CalendarLine]:
        kinds = {EventKind.ENROLLED: CalendarKind.BEGINS, EventKind.SEQUENCE_ENDED: CalendarKind.ENDS}
        events = self._workspace.ledger.read(lambda reading: reading.events_of(self._contact_id))
        return [
            self._line(event.received_at, kinds[event.kind], dict(event.values)["sequence"], explain.reason_in_words(event.why))
            for event in events
            if event.kind in kinds
        ]

    def _not_sent(self) -> list[CalendarLine]:
        def job(reading: "Reading") -> tuple[tuple[Enrolment, ...], tuple[StepLogEntry, ...]]:
            return reading.enrolments_of(self._contact_id), reading.step_log_of_contact(self._contact_id)

        enrolments, log = self._workspace.ledger.read(job)
        ways, never = explain.story(enrolments, log, business=self._workspace.business)
        lines = [line for way in ways for line in way.unsent] + [line for line in never if line.decided is Decided.NOT_BEGUN]
        return [self._line(line.at, CalendarKind.NOT_SENT, line.words, "") for line in lines]


def _answers(form: Form, business: Business, imagined: Imagined) -> tuple[tuple[str, str], ...]:
    """Believable answers to every question, and every box ticked or none."""
    believable = {
        FieldName.NAME: "Joan Muster",
        FieldName.PHONE: phones.example(business.address.country),
        FieldName.EMAIL: "joan@example.com",
        FieldName.MESSAGE: "I would like to know more.",
    }
    answers = [(field.name.value, believable.get(field.name) or (field.choices or ("1",))[0]) for field in form.fields]
    for wording in form.consents if imagined.agrees else ():
        answers += [(f"consent_{wording.stream}", "on"), (f"consent_{wording.stream}_version", wording.version)]
    return tuple(answers)
