"""What an event means for a contact's sequences: which stop, which begin, and which were looked at and did not."""

import datetime as dt
from collections.abc import Callable, Iterable

from weblocal.model.business import Business
from weblocal.model.leads import Lead
from weblocal.model.nurture import Consequences, Enrolment, NotEnrolled, Start, Stop
from weblocal.model.sequences import EndEvent, Purpose, Sequence
from weblocal.model.visits import Redemption, Visit
from weblocal.nurture import enrol
from weblocal.nurture.standing import LIVE, Standing

HAPPENED = {
    EndEvent.VISIT: "they came",
    EndEvent.REDEMPTION: "they used their coupon",
    EndEvent.LEAD: "they wrote again",
    EndEvent.REPLY: "they replied",
    EndEvent.ANSWERED: "somebody answered them",
}


def of_lead(lead: Lead, *, business: Business, standing: Standing, now: dt.datetime, new_id: Callable[[], str]) -> Consequences:
    """A new enquiry: stops what waits for one, begins what answers one."""
    stops = _stops(EndEvent.LEAD, lead.received_at, business=business, standing=standing)
    answers = enrol.on_lead(lead, business=business, standing=standing, now=now, new_id=new_id)
    return _consequences(stops, answers)


def of_visit(
    visit: Visit, *, business: Business, standing: Standing, now: dt.datetime, new_id: Callable[[], str]
) -> Consequences:
    """Somebody came, or says so: "come and see us" stops either way; only a confirmed visit begins the thanks."""
    stops = _stops(EndEvent.VISIT, visit.occurred_at, business=business, standing=standing)
    answers = enrol.on_visit(visit, business=business, standing=standing, now=now, new_id=new_id)
    return _consequences(stops, answers)


def of_redemption(
    redemption: Redemption, *, business: Business, standing: Standing, now: dt.datetime, new_id: Callable[[], str]
) -> Consequences:
    """A coupon was used."""
    stops = _stops(EndEvent.REDEMPTION, redemption.redeemed_at, business=business, standing=standing)
    answers = enrol.on_redemption(redemption, business=business, standing=standing, now=now, new_id=new_id)
    return _consequences(stops, answers)


def of_answer(answered_at: dt.datetime, *, business: Business, standing: Standing) -> Consequences:
    """Staff got in touch."""
    return Consequences(stops=_stops(EndEvent.ANSWERED, answered_at, business=business, standing=standing))


def of_unsubscribe(stream: str, *, business: Business, standing: Standing) -> Consequences:
    """Somebody asked us to stop: every way on that stream ends at once, on every stream when none is named (S7)."""
    by_id = {sequence.id: sequence for sequence in business.sequences}
    stops = tuple(
        Stop(enrolment_id=enrolment.id, reason="they asked us to stop", goal_reached=False)
        for enrolment in _live(standing)
        if _is_on(by_id.get(enrolment.sequence_id), stream)
    )
    return Consequences(stops=stops)


def _is_on(sequence: Sequence | None, stream: str) -> bool:
    """A sequence that is no longer in the profile has nothing left to say: it ends as well."""
    if sequence is None:
        return True
    return sequence.purpose is not Purpose.TRANSACTIONAL and stream in ("", sequence.stream)


def _stops(event: EndEvent, occurred_at: dt.datetime, *, business: Business, standing: Standing) -> tuple[Stop, ...]:
    """The live ways that `event` ends. An event older than a way does not end it, however late we learn of it (S9)."""
    by_id = {sequence.id: sequence for sequence in business.sequences}
    stops: list[Stop] = []
    for enrolment in _live(standing):
        sequence = by_id.get(enrolment.sequence_id)
        if sequence is None or occurred_at < enrolment.started_at:
            continue
        if event in sequence.goals or event in sequence.exits:
            stops.append(Stop(enrolment_id=enrolment.id, reason=HAPPENED[event], goal_reached=event in sequence.goals))
    return tuple(stops)


def _live(standing: Standing) -> tuple[Enrolment, ...]:
    return tuple(enrolment for enrolment in standing.enrolments if enrolment.state in LIVE)


def _consequences(stops: tuple[Stop, ...], answers: Iterable[Start | NotEnrolled]) -> Consequences:
    answers = tuple(answers)
    return Consequences(
        stops=stops,
        starts=tuple(answer for answer in answers if isinstance(answer, Start)),
        not_enrolled=tuple(answer for answer in answers if isinstance(answer, NotEnrolled)),
    )
