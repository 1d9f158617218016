"""Whether one message may go now: asked when it is queued, and again in the transaction that hands it to the transport."""

import dataclasses
import datetime as dt

from weblocal.model.business import Business
from weblocal.model.mail import Allowed, Deferred, Message, Permission, Withheld
from weblocal.model.nurture import EnrolmentState
from weblocal.model.sequences import FrequencyCap, Purpose, SendStep, WhenCapped
from weblocal.nurture import schedule
from weblocal.nurture.standing import Standing


@dataclasses.dataclass(frozen=True, slots=True)
class _Hold:
    """A reason to wait, and until when."""

    until_at: dt.datetime
    reason: str


def may_send(message: Message, *, business: Business, standing: Standing, now: dt.datetime) -> Permission:
    """Allowed, never (Withheld) or later (Deferred), with the reason.

    Asked in this order: lateness, the way it belongs to (stopped, goal reached), refusals and consent by purpose, frequency
    caps, sending window. Transactional mail passes caps, and counts in them (S8).
    """
    if now > message.not_after_at:
        return Withheld(reason="too late to be of use")
    never = _way_over(message, standing) or standing.why_not(message.purpose, message.stream)
    if never:
        return Withheld(reason=never)
    hold = _hold(message, business=business, standing=standing, now=now)
    if hold is None:
        return Allowed()
    if hold.until_at > message.not_after_at:
        return Withheld(reason=f"{hold.reason}, and later would be too late")
    return Deferred(until_at=hold.until_at, reason=hold.reason)


def _way_over(message: Message, standing: Standing) -> str:
    """Why the sequence has nothing more to say to them; empty while it has. Goals and exits end the way when they happen (S6)."""
    way = next((enrolment for enrolment in standing.enrolments if enrolment.id == message.enrolment_id), None)
    if way is None:
        return "the sequence it belongs to is gone"
    if way.state in (EnrolmentState.ACTIVE, EnrolmentState.FINISHED):
        return ""  # a finished way may still have its last mail in the outbox
    return way.end_reason or f"the sequence is {way.state.value}"


def _hold(message: Message, *, business: Business, standing: Standing, now: dt.datetime) -> _Hold | None:
    if message.purpose is not Purpose.TRANSACTIONAL:
        capped = _capped(business.mail.caps, standing.sent_at, now=now)
        if capped is not None:
            if business.mail.when_capped is WhenCapped.SKIP:
                return _Hold(until_at=dt.datetime.max.replace(tzinfo=dt.UTC), reason=capped.reason)
            return _Hold(until_at=_opening(message, capped.until_at, business, standing), reason=capped.reason)
    opens_at = _opening(message, now, business, standing)
    return _Hold(until_at=opens_at, reason="outside the hours in which mails may go") if opens_at > now else None


def _capped(caps: tuple[FrequencyCap, ...], sent_at: tuple[dt.datetime, ...], *, now: dt.datetime) -> _Hold | None:
    """The cap that holds the longest, and the first instant at which every cap lets one more through."""
    holds = []
    for cap in caps:
        in_period = sorted(at for at in sent_at if at > now - cap.period)
        if len(in_period) >= cap.messages:
            words = "1 mail" if cap.messages == 1 else f"{cap.messages} mails"
            reason = f"they have had {words} in {schedule.in_words(cap.period)}, which is the most"
            holds.append(_Hold(until_at=in_period[-cap.messages] + cap.period, reason=reason))
    return max(holds, key=lambda hold: hold.until_at, default=None)


def _opening(message: Message, at: dt.datetime, business: Business, standing: Standing) -> dt.datetime:
    """`at`, or the next opening of the window when the step asks for one."""
    step = next(
        (
            step
            for sequence in business.sequences
            if sequence.id == message.sequence_id
            for step in sequence.steps
            if isinstance(step, SendStep) and step.id == message.step_id
        ),
        None,
    )
    if step is None or not step.in_window:
        return at
    return schedule.in_window(business, at, standing.zone(business.zone))
