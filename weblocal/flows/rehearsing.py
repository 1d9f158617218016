"""An invented form post of nobody, for the rehearsal that makes a desk ready before it says that it answers."""

import datetime as dt

from weblocal.model.business import Business
from weblocal.model.forms import Delivery, FieldName, FormField
from weblocal.model.leads import Post


def invented_post(business: Business, *, now: dt.datetime) -> Post | None:
    """A whole and harmless post to the first form the desk takes, every box ticked; None when it takes none."""
    form = next((form for form in business.forms if form.delivery is Delivery.DESK), None)
    if form is None:
        return None
    answers = {field.name.value: _answer(field, business) for field in form.fields}
    for consent in form.consents:
        answers |= {f"consent_{consent.stream}": "yes", f"consent_{consent.stream}_version": consent.version}
    return Post(form_id=form.id, pairs=tuple(answers.items()), received_at=now)


def _answer(field: FormField, business: Business) -> str:
    if field.choices:
        return field.choices[0]
    number = business.phone or business.whatsapp
    known = {FieldName.PHONE: number.display if number else "", FieldName.EMAIL: "nobody@example.com", FieldName.PEOPLE: "2"}
    return known.get(field.name, "A rehearsal")
