"""Send what is due: steps become messages, messages become mails, every outcome is kept with its reason. One round, or for ever."""

import dataclasses
import datetime as dt
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from weblocal import clock
from weblocal.errors import LedgerUnavailable, TransportUnavailable
from weblocal.flows import handover, receive, stepping, unsubscribe
from weblocal.flows.handover import Claimed, NextClaim
from weblocal.flows.stepping import Stepped
from weblocal.flows.workspace import Workspace
from weblocal.mail.transport import Transport
from weblocal.model import urls
from weblocal.model.mail import Mail, Message, Outcome, Receipt
from weblocal.model.records import record
from weblocal.nurture import compose

if TYPE_CHECKING:
    from weblocal.store.writing import Writing

_STEPS_AT_ONCE = 100
_NOT_WRITTEN = dt.timedelta(hours=1)
_LONGEST_NAP = dt.timedelta(seconds=1)


@record
class Summary:
    """What was done, by count; `alerts` to the owner are apart from mails.

    `untold` names the owner's channels that did not take an alert; `next_due_at` is when something is due again.
    """

    stepped: Stepped = dataclasses.field(default_factory=Stepped)
    accepted: int = 0
    refused: int = 0
    unknown: int = 0
    withheld: int = 0
    deferred: int = 0
    tried_again_later: int = 0
    alerts: int = 0
    untold: tuple[str, ...] = ()
    next_due_at: dt.datetime | None = None

    @property
    def handed_over(self) -> int:
        """Mails given to the transport, whatever came of them."""
        return self.accepted + self.refused + self.unknown + self.tried_again_later + self.alerts


def run(workspace: Workspace, transport: Transport, *, now: dt.datetime, limit: int = 1000) -> Summary:
    """Take every due step and hand over up to `limit` messages that are due at `now`.

    Raises TransportUnavailable when the transport cannot be used at all: what was claimed has gone back into the outbox.
    """
    round_ = _Round(workspace, transport, now)
    round_.reap()
    while True:
        stepped = stepping.take_due_steps(workspace, now=now, limit=_STEPS_AT_ONCE)
        round_.note(stepped)
        handed_over = round_.hand_over(limit - round_.summary.handed_over)
        if not stepped.looked_at and not handed_over:
            break
        if round_.summary.handed_over >= limit:
            break
    next_due_at = workspace.ledger.read(lambda reading: reading.next_due_at())
    return dataclasses.replace(round_.summary, next_due_at=next_due_at)


def keep_sending(
    workspace: Workspace,
    *,
    stopped: threading.Event,
    now: Callable[[], dt.datetime] = clock.now,
    told: Callable[[Summary], None] = lambda _: None,
    failed: Callable[[Exception], None] = lambda _: None,
) -> None:
    """Send until `stopped` is set, resting until the next thing is due, a second at most (a lead may come at any moment, and its owner is told at once).

    A transport or ledger that is out of order is told to `failed` and tried again: the sender outlives bad hours.
    """
    while not stopped.is_set():
        try:
            transport = workspace.transport()
            try:
                told(run(workspace, transport, now=now()))
            finally:
                transport.close()
        except (TransportUnavailable, LedgerUnavailable) as out_of_order:
            failed(out_of_order)
        stopped.wait(_LONGEST_NAP.total_seconds())


class _Round:
    """One round of sending at one moment, and what it has counted so far."""

    def __init__(self, workspace: Workspace, transport: Transport, now: dt.datetime) -> None:
        self._workspace = workspace
        self._transport = transport
        self._now = now
        self.summary = Summary()

    def note(self, stepped: Stepped) -> None:
        """Count steps taken."""
        self.summary = dataclasses.replace(self.summary, stepped=self.summary.stepped + stepped)

    def reap(self) -> None:
        """What a sender that died left half done is unknown; nobody sends it again."""

        def job(writing: "Writing") -> int:
            lost = writing.reap(self._now)
            for message in lost:
                handover.went(writing, message, self._workspace, now=self._now)
            return len(lost)

        self._count(unknown=self._workspace.ledger.write(job))

    def hand_over(self, limit: int) -> int:
        """Hand over messages one by one; how many. The settling of one and the claim of the next share a transaction."""
        done = 0
        claim = self._workspace.ledger.write(self._claim) if limit > 0 else None
        while claim is not None and claim.claimed is not None:
            done += 1
            claim = self._give(claim.claimed, is_last=done >= limit)
        return done

    def _claim(self, writing: "Writing") -> NextClaim:
        claim = handover.claim_next(writing, self._workspace, now=self._now)
        self._count(withheld=claim.withheld, deferred=claim.deferred)
        return claim

    def _give(self, claimed: Claimed, *, is_last: bool) -> NextClaim | None:
        receipt, out_of_order = self._send(claimed)

        def job(writing: "Writing") -> NextClaim | None:
            self._settle(writing, claimed.message, receipt)
            return None if is_last or out_of_order else self._claim(writing)

        following = self._workspace.ledger.write(job)
        if out_of_order is not None:
            raise out_of_order
        return following

    def _send(self, claimed: Claimed) -> tuple[Receipt, TransportUnavailable | None]:
        """Write the mail and give it to the transport. Before the transport is asked nothing has gone; after, nobody can be sure."""
        try:
            mail = self._mail(claimed)
        except Exception as wrong:  # noqa: BLE001 - one mail that cannot be written must not stop the others
            reason = f"the mail could not be written ({type(wrong).__name__})"
            return Receipt(outcome=Outcome.TRY_AGAIN, reason=reason, retry_after=_NOT_WRITTEN), None
        if claimed.step is None and claimed.message.attempt <= 1:
            self._tell_channels(claimed.message, mail)
        try:
            return self._transport.send(mail), None
        except TransportUnavailable as out_of_order:
            return Receipt(outcome=Outcome.TRY_AGAIN, reason="the mail transport could not be used"), out_of_order
        except Exception as wrong:  # noqa: BLE001 - whatever broke, it broke after the mail may have left
            return Receipt(outcome=Outcome.UNKNOWN, reason=f"the sender broke off ({type(wrong).__name__})"), None

    def _mail(self, claimed: Claimed) -> Mail:
        workspace, message = self._workspace, claimed.message
        business, theme = workspace.business, workspace.theme
        if claimed.step is None or claimed.contact is None:
            return self._alert(message)
        link = unsubscribe.link(workspace, claimed.contact, message.stream, now=self._now)
        return compose.compose(
            message,
            step=claimed.step,
            business=business,
            theme=theme,
            contact=claimed.contact,
            unsubscribe_url=link,
            coupon_code=claimed.coupon_code,
            now=self._now,
            occasion=claimed.occasion,
        )

    def _alert(self, message: Message) -> Mail:
        business = self._workspace.business
        lead = self._workspace.ledger.read(lambda reading: reading.lead(receive.alerted_lead_id(message)))
        form = next((form for form in business.forms if lead is not None and form.id == lead.form_id), None)
        return compose.alert(
            message,
            lead_url=self._lead_url(message),
            form_title=form.title if form else "",
            answer_by=lead.answer_by if lead else None,
            business=business,
            theme=self._workspace.theme,
            now=self._now,
        )

    def _lead_url(self, message: Message) -> str:
        desk = self._workspace.business.desk.address
        return desk + urls.desk_lead(receive.alerted_lead_id(message)) if desk else ""

    def _tell_channels(self, message: Message, mail: Mail) -> None:
        """Say it where the owner already is, once, and before the mail: a mail server that is down must not keep it from them."""
        channels = self._workspace.settings.alert_channels
        if channels:
            from weblocal.notify import owner_channels

            told = owner_channels.tell(channels, mail.subject, self._lead_url(message) or mail.subject)
            self.summary = dataclasses.replace(self.summary, untold=self.summary.untold + told.failed)

    def _settle(self, writing: "Writing", message: Message, receipt: Receipt) -> None:
        outcome = handover.settle(writing, message, receipt, self._workspace, now=self._now)
        if not message.enrolment_id and outcome is Outcome.ACCEPTED:
            self._count(alerts=1)
            return
        match outcome:
            case Outcome.ACCEPTED:
                self._count(accepted=1)
            case Outcome.REFUSED:
                self._count(refused=1)
            case Outcome.UNKNOWN:
                self._count(unknown=1)
            case Outcome.TRY_AGAIN:
                self._count(tried_again_later=1)

    def _count(self, **more: int) -> None:
        counts = {name: getattr(self.summary, name) + number for name, number in more.items()}
        self.summary = dataclasses.replace(self.summary, **counts)
