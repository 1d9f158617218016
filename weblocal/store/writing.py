"""The ledger's language for recording: everything a job may ask and record, in one transaction."""

from weblocal.store.devices import DevicesRecording
from weblocal.store.enrolments import EnrolmentsRecording
from weblocal.store.events import EventsRecording
from weblocal.store.leads import LeadsRecording
from weblocal.store.outbox import OutboxRecording
from weblocal.store.people import PeopleRecording
from weblocal.store.reading import Reading
from weblocal.store.visits import VisitsRecording


class Writing(
    PeopleRecording,
    LeadsRecording,
    VisitsRecording,
    EventsRecording,
    EnrolmentsRecording,
    OutboxRecording,
    DevicesRecording,
    Reading,
):
    """A Reading that also records. Good for the job it was handed to, not longer."""
