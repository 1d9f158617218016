"""What we know of one contact that decides whether they may be mailed: agreements, refusals, ways begun and mails sent."""

import datetime as dt

from weblocal.model.nurture import Enrolment, EnrolmentState
from weblocal.model.people import Consent, ConsentState, Contact, Suppression, SuppressionReason
from weblocal.model.records import record
from weblocal.model.sequences import Purpose

# an address that cannot or must not be reached at all, whatever the purpose (S7)
_DEAD = frozenset({SuppressionReason.BOUNCED, SuppressionReason.ERASED})
_WORDS = {
    SuppressionReason.UNSUBSCRIBED: "they asked us to stop",
    SuppressionReason.BOUNCED: "mail to this address came back",
    SuppressionReason.COMPLAINED: "they marked a mail as spam",
    SuppressionReason.ERASED: "their data was erased at their wish",
}
LIVE = frozenset({EnrolmentState.ACTIVE, EnrolmentState.PAUSED, EnrolmentState.HELD})


@record
class Standing:
    """One contact as the sender must see them. `sent_at` are the instants of mails accepted, unknown or being sent, alerts not counted.

    `contact` is None when the person was erased. `suppressions` are those of the contact's own address.
    """

    contact: Contact | None
    consents: tuple[Consent, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    enrolments: tuple[Enrolment, ...] = ()
    sent_at: tuple[dt.datetime, ...] = ()

    def zone(self, default: str) -> str:
        """The zone of the reader's wall: their own when known, else the business's (S5)."""
        return (self.contact.zone if self.contact else "") or default

    def newest_consent(self, stream: str) -> Consent | None:
        """The record that counts for `stream`: the newest."""
        of_stream = [consent for consent in self.consents if consent.stream == stream]
        return max(of_stream, key=lambda consent: (consent.recorded_at, consent.id), default=None)

    def why_not(self, purpose: Purpose, stream: str) -> str:
        """Why no mail of this purpose and stream may be sent, in words; empty when it may."""
        if self.contact is None:
            return "this person is no longer in the book"
        if not self.contact.email:
            return "no mail address"
        refused = self._refusal(purpose, stream)
        if refused:
            return refused
        newest = self.newest_consent(stream)
        if purpose is Purpose.MARKETING and newest is None:
            return f"they never agreed to “{stream}”"
        if purpose is not Purpose.TRANSACTIONAL and self._has_withdrawn(stream):
            return f"they took back their agreement to “{stream}”"
        return ""

    def has_refused(self, stream: str) -> bool:
        """Whether they have asked us to stop `stream`, or everything, and not said yes again since."""
        return bool(self._refusal(Purpose.MARKETING, stream)) or self._has_withdrawn(stream)

    def _has_withdrawn(self, stream: str) -> bool:
        newest = self.newest_consent(stream)
        return newest is not None and newest.state is ConsentState.WITHDRAWN

    def _refusal(self, purpose: Purpose, stream: str) -> str:
        for suppression in self.suppressions:
            if suppression.reason in _DEAD:
                return _WORDS[suppression.reason]
            touches = suppression.stream in ("", stream) and purpose is not Purpose.TRANSACTIONAL
            if touches and not self._agreed_since(suppression, stream):
                return _WORDS[suppression.reason]
        return ""

    def _agreed_since(self, suppression: Suppression, stream: str) -> bool:
        """Whether somebody who had unsubscribed has said yes again, later; a complaint is never undone by a form."""
        newest = self.newest_consent(stream)
        return (
            suppression.reason is SuppressionReason.UNSUBSCRIBED
            and newest is not None
            and newest.state is ConsentState.GIVEN
            and newest.recorded_at > suppression.recorded_at
        )
