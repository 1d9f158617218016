"""The ledger's language for asking: everything a job may want to know, from one snapshot."""

from weblocal.store.devices import DevicesAsking
from weblocal.store.enrolments import EnrolmentsAsking
from weblocal.store.events import EventsAsking
from weblocal.store.leads import LeadsAsking
from weblocal.store.outbox import OutboxAsking
from weblocal.store.people import PeopleAsking
from weblocal.store.visits import VisitsAsking


class Reading(
    PeopleAsking,
    LeadsAsking,
    VisitsAsking,
    EventsAsking,
    EnrolmentsAsking,
    OutboxAsking,
    DevicesAsking,
):
    """Asks one business's part of the ledger. Good for the job it was handed to, not longer."""
