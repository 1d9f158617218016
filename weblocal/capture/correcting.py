"""What somebody has to correct before a form can be taken: one plain sentence for each field, to show beside it."""

from weblocal.capture.reading_post import ReadPost
from weblocal.model.business import Business
from weblocal.model.forms import FieldName
from weblocal.people import mail_addresses, phones
from weblocal.wording.texts import to_say

_MISSING = {
    FieldName.NAME: to_say("Please tell us your name."),
    FieldName.PHONE: to_say("Please leave a number we can ring."),
    FieldName.EMAIL: to_say("Please leave a mail address we can write to."),
    FieldName.SERVICE: to_say("Please choose what it is about."),
    FieldName.POSTCODE: to_say("Please tell us the postcode."),
    FieldName.PLACE: to_say("Please tell us the place."),
    FieldName.DAY: to_say("Please choose a day."),
    FieldName.PEOPLE: to_say("Please tell us for how many people."),
    FieldName.MESSAGE: to_say("Please write a few words."),
}
_BAD_PHONE = to_say("This number does not look complete.")
_BAD_EMAIL = to_say("This mail address does not look complete.")
_UNREACHABLE = to_say("Please leave a number or a mail address, so that we can answer.")
_WAYS = (FieldName.PHONE, FieldName.EMAIL)


def corrections(read: ReadPost, business: Business) -> tuple[tuple[str, str], ...]:
    """Field and sentence for everything that is missing or cannot be used; nothing when the post can be taken."""
    wrong = [(f.name.value, _MISSING[f.name]) for f in read.form.fields if f.required and not read.answer(f.name)]
    phone, email = (read.answer(way) for way in _WAYS)
    if phone and phones.normalise(phone, business.address.country) is None:
        wrong.append((FieldName.PHONE.value, _BAD_PHONE))
    if email and mail_addresses.normalise(email) is None:
        wrong.append((FieldName.EMAIL.value, _BAD_EMAIL))
    return tuple(wrong) or _unreachable(read)


def _unreachable(read: ReadPost) -> tuple[tuple[str, str], ...]:
    """A form may ask for a number and a mail address and insist on neither; one of them it needs all the same."""
    asked = [way for way in _WAYS if way in {field.name for field in read.form.fields}]
    if not asked or any(read.answer(way) for way in asked):
        return ()
    return ((asked[0].value, _UNREACHABLE),)
