"""Stop mails at once, from any mail of ours however old, with one press and no log-in (RFC 8058); also for people since erased."""

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING

from weblocal import clock, tokens
from weblocal.flows import acquaintance, courses
from weblocal.flows.workspace import Workspace
from weblocal.model import urls
from weblocal.model.people import Consent, ConsentState, Contact, Suppression, SuppressionReason
from weblocal.model.records import record
from weblocal.model.visits import Event, EventKind
from weblocal.nurture import consequences
from weblocal.nurture.standing import Standing
from weblocal.people import mail_addresses

if TYPE_CHECKING:
    from weblocal.store.reading import Reading
    from weblocal.store.writing import Writing

PURPOSE = "unsubscribe"


@record
class UnsubscribePage:
    """What the page says: which stream (in the owner's words), and whether it, or everything, is stopped already."""

    token: str
    stream_words: str
    is_stopped: bool
    is_everything_stopped: bool


@dataclasses.dataclass(frozen=True, slots=True)
class _Asked:
    contact_id: str
    stream: str
    digest: str


def link(workspace: Workspace, contact: Contact, stream: str, *, now: dt.datetime) -> str:
    """The address of the one-click unsubscribe of a mail on `stream`; empty without a desk, where a mailto must serve.

    The token names nobody: ids and a keyed digest, so that it works when the contact is long gone.
    """
    desk = workspace.business.desk.address
    if not desk:
        return ""
    values = (contact.id, stream, mail_addresses.digest(contact.email, workspace.address_key))
    return desk + urls.unsubscribe(tokens.issue(values, purpose=PURPOSE, keys=workspace.keys, now=now))


def unsubscribe_page(workspace: Workspace, token: str, *, now: dt.datetime) -> UnsubscribePage:
    """What to show to whoever opens the link. It changes nothing: mail scanners open every link. Raises NotAllowed when forged."""
    asked = _read(workspace, token, now=now)
    return workspace.ledger.read(lambda reading: _page(reading, asked, token, workspace))


def unsubscribe(workspace: Workspace, token: str, *, now: dt.datetime, everything: bool = False) -> UnsubscribePage:
    """Stop this stream, or everything; pressing again changes nothing. Raises NotAllowed when the token is forged."""
    asked = _read(workspace, token, now=now)

    def job(writing: "Writing") -> UnsubscribePage:
        _stop(writing, asked, "" if everything else asked.stream, workspace, now=now)
        return _page(writing, asked, token, workspace)

    return workspace.ledger.write(job)


def stop(workspace: Workspace, contact: Contact, stream: str, *, now: dt.datetime) -> None:
    """Stop for somebody who asked by telephone or mail instead of pressing the link; every stream when none is named."""
    digest = mail_addresses.digest(contact.email, workspace.address_key) if contact.email else ""
    workspace.ledger.write(lambda writing: _stop(writing, _Asked(contact.id, stream, digest), stream, workspace, now=now))


def _read(workspace: Workspace, token: str, *, now: dt.datetime) -> _Asked:
    opened = tokens.open_token(token, purpose=PURPOSE, keys=workspace.keys, now=now)
    contact_id, stream, digest = (*opened.values, "", "", "")[:3]
    return _Asked(contact_id, stream, digest)


def _stop(writing: "Writing", asked: _Asked, stream: str, workspace: Workspace, *, now: dt.datetime) -> None:
    """Suppress the address the mail went to and the one the contact has now; a suppression outlives the contact (S7, S20)."""
    contact = writing.contact(asked.contact_id)
    digests = {asked.digest}
    if contact is not None and contact.email:
        digests.add(mail_addresses.digest(contact.email, workspace.address_key))
    for digest in sorted(digests - {""}):
        reason = SuppressionReason.UNSUBSCRIBED
        writing.add_suppression(Suppression(address_digest=digest, stream=stream, reason=reason, recorded_at=now))
    if contact is None:
        return
    _withdraw(writing, contact, stream, workspace, now=now)
    standing = acquaintance.standing_of(writing, contact.id, workspace, now=now)
    what = consequences.of_unsubscribe(stream, business=workspace.business, standing=standing)
    courses.follow(writing, what, contact_id=contact.id, business=workspace.business, now=now)


def _withdraw(writing: "Writing", contact: Contact, stream: str, workspace: Workspace, *, now: dt.datetime) -> None:
    """Record the withdrawal beside the agreement it takes back; where it is recorded already, nothing is added."""
    newest = {consent.stream: consent for consent in writing.consents_of(contact.id)}
    streams = [stream] if stream else sorted({one.id for one in workspace.business.streams} | set(newest))
    for one in streams:
        if one in newest and newest[one].state is ConsentState.WITHDRAWN:
            continue
        withdrawn = Consent(
            id=clock.new_id(),
            contact_id=contact.id,
            stream=one,
            state=ConsentState.WITHDRAWN,
            words="Unsubscribed by the link in a mail.",
            version="",
            page=urls.unsubscribe(""),
            placement="",
            recorded_at=now,
        )
        writing.add_consent(withdrawn)
        _tell(writing, withdrawn)


def _tell(writing: "Writing", withdrawn: Consent) -> None:
    writing.record_event(
        Event(
            id=clock.new_id(),
            kind=EventKind.CONSENT_WITHDRAWN,
            contact_id=withdrawn.contact_id,
            occurred_at=withdrawn.recorded_at,
            received_at=withdrawn.recorded_at,
            subject=withdrawn.stream,
            why="They pressed “unsubscribe” in a mail.",
        )
    )


def _page(reading: "Reading", asked: _Asked, token: str, workspace: Workspace) -> UnsubscribePage:
    words = next((stream.words for stream in workspace.business.streams if stream.id == asked.stream), "")
    standing = Standing(
        contact=None, consents=reading.consents_of(asked.contact_id), suppressions=reading.suppressions_of(asked.digest)
    )
    others = {stream.id for stream in workspace.business.streams} | {asked.stream}
    return UnsubscribePage(
        token=token,
        stream_words=words,
        is_stopped=standing.has_refused(asked.stream),
        is_everything_stopped=all(standing.has_refused(stream) for stream in others),
    )
