"""From a raw form post to a lead: accepted, held back for a human to look at, or refused with what to correct."""

import dataclasses
from collections.abc import Callable

from weblocal.capture import correcting, reading_post, suspicion
from weblocal.capture.reading_post import ReadPost
from weblocal.model.business import Business, speaking_at
from weblocal.model.forms import FieldName
from weblocal.model.leads import Lead, Post, Submission, SubmissionState
from weblocal.model.people import Consent, ConsentState
from weblocal.model.records import record
from weblocal.opening import windows
from weblocal.people import mail_addresses, phones
from weblocal.wording.texts import to_say

_MOST_FIELDS = 60
_MOST_TEXT = 100_000


@record
class Person:
    """Whoever sent it, in normal forms; empty where unknown."""

    name: str
    phone_e164: str
    email: str


@record
class Accepted:
    """A lead. `lead` and `consents` name no contact yet: who it is, the book decides."""

    submission: Submission
    lead: Lead
    person: Person
    consents: tuple[Consent, ...]


@record
class Quarantined:
    """Kept, and shown to a human with the reason (`submission.held_because`)."""

    submission: Submission


@record
class Refused:
    """Not taken: `message` says why, `fields` what to correct in which field, so that the form can be shown again."""

    message: str
    fields: tuple[tuple[str, str], ...] = ()
    is_unknown_form: bool = False
    is_too_large: bool = False


def accept(
    post: Post, *, business: Business, new_id: Callable[[], str], also_in: tuple[Business, ...] = ()
) -> Accepted | Quarantined | Refused:
    """What becomes of `post`. What might be junk is held back, never dropped; what lacks an answer goes back to its sender.

    `also_in` is the business in its further languages: what was agreed to is kept in the words that the visitor read, and what
    is asked for in those of the first language, which the desk speaks.
    """
    spoken = speaking_at(reading_post.page_of(post), business, also_in)
    form = next((form for form in spoken.forms if form.id == post.form_id), None)
    if form is None:
        return Refused(message=to_say("This form is not one of ours."), is_unknown_form=True)
    if len(post.pairs) > _MOST_FIELDS or sum(len(name) + len(text) for name, text in post.pairs) > _MOST_TEXT:
        return Refused(message=to_say("That is too much text for this form. Please send less."), is_too_large=True)
    read = reading_post.read(post, form, spoken)
    held_because = suspicion.reason(read)
    if held_because:
        return Quarantined(submission=_submission(read, SubmissionState.QUARANTINED, id=new_id(), held_because=held_because))
    wrong = correcting.corrections(read, business)
    if wrong:
        return Refused(message=to_say("Nearly there. Please look at what is marked."), fields=wrong)
    submission = _submission(read, SubmissionState.ACCEPTED, id=new_id())
    return _accepted(read, submission, business=business, spoken=spoken, new_id=new_id)


def release(
    submission: Submission, *, business: Business, new_id: Callable[[], str], also_in: tuple[Business, ...] = ()
) -> Accepted | Refused:
    """The lead of a held submission that a human let in, with the time at which it was sent; its answers are taken as they are."""
    spoken = speaking_at(submission.page, business, also_in)
    form = next((form for form in spoken.forms if form.id == submission.form_id), None)
    if form is None:
        return Refused(message=to_say("The form it came through is no longer in the profile."), is_unknown_form=True)
    read = ReadPost(
        form=form,
        answers=tuple((FieldName(name), text) for name, text in submission.answers),
        agreed=tuple(wording for wording in form.consents if f"{wording.stream}@{wording.version}" in submission.ticked),
        trap="",
        page=submission.page,
        placement=submission.placement,
        started_at=None,
        key=submission.key,
        received_at=submission.received_at,
    )
    released = dataclasses.replace(submission, state=SubmissionState.RELEASED)
    return _accepted(read, released, business=business, spoken=spoken, new_id=new_id)


def _submission(read: ReadPost, state: SubmissionState, *, id: str, held_because: str = "") -> Submission:  # noqa: A002 - the noun's own word
    return Submission(
        id=id,
        form_id=read.form.id,
        answers=tuple((name.value, text) for name, text in read.answers),
        ticked=tuple(f"{wording.stream}@{wording.version}" for wording in read.agreed),
        page=read.page,
        placement=read.placement,
        key=read.key,
        received_at=read.received_at,
        state=state,
        held_because=held_because,
    )


def _accepted(
    read: ReadPost, submission: Submission, *, business: Business, spoken: Business, new_id: Callable[[], str]
) -> Accepted:
    phone = phones.normalise(read.answer(FieldName.PHONE), business.address.country)
    person = Person(
        name=read.answer(FieldName.NAME),
        phone_e164=phone.e164 if phone else "",
        email=mail_addresses.normalise(read.answer(FieldName.EMAIL)) or "",
    )
    asked_for, stray = _asked_for(read, business, spoken)
    lead = Lead(
        id=new_id(),
        submission_id=submission.id,
        contact_id="",
        form_id=read.form.id,
        asked_for=asked_for,
        words="\n".join(words for words in (stray, read.answer(FieldName.MESSAGE)) if words),
        place=read.answer(FieldName.POSTCODE) or read.answer(FieldName.PLACE),
        page=read.page,
        placement=read.placement,
        received_at=read.received_at,
        answer_by=windows.add_open_time(business.hours, read.received_at, read.form.answer_within)
        if read.form.answer_within
        else None,
    )
    return Accepted(submission=submission, lead=lead, person=person, consents=_consents(read, new_id))


def _consents(read: ReadPost, new_id: Callable[[], str]) -> tuple[Consent, ...]:
    return tuple(
        Consent(
            id=new_id(),
            contact_id="",
            stream=wording.stream,
            state=ConsentState.GIVEN,
            words=wording.words,
            version=wording.version,
            page=read.page,
            placement=read.placement,
            recorded_at=read.received_at,
        )
        for wording in read.agreed
    )


def _asked_for(read: ReadPost, business: Business, spoken: Business) -> tuple[str, str]:
    """The service in the owner's words, whether the page sent its id or its name; and an answer that was none of the chips.

    What is asked for becomes a heading at the desk. Where there are chips to tap, other words come from no form of ours:
    they are kept beside the message, where a person's own words belong.
    """
    answer = read.answer(FieldName.SERVICE)
    owners = {service.id: service.name for service in business.services}
    named = {name: owners[service.id] for service in spoken.services for name in (service.id, service.name)}
    choices = _choices(read.form.id, spoken)
    if answer in choices:
        # translated choices stand in the order of the first ones
        owners_words = dict(zip(choices, _choices(read.form.id, business), strict=False))
        return owners_words.get(answer, answer), ""
    if answer in named:
        return named[answer], ""
    return ("", answer) if choices else (answer, "")


def _choices(form_id: str, business: Business) -> tuple[str, ...]:
    form = next((form for form in business.forms if form.id == form_id), None)
    return next((field.choices for field in form.fields if field.name is FieldName.SERVICE), ()) if form else ()
