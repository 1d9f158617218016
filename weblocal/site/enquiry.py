"""The form as the page shows it: labels, native controls, one sentence of error each, consent in exact words, a trap for machines."""

import dataclasses

from weblocal.model import urls
from weblocal.model.business import Business
from weblocal.model.forms import Delivery, FieldName, Form, FormField
from weblocal.model.records import record
from weblocal.site import presence
from weblocal.site.form_parts import Agreement, Field
from weblocal.site.parts import Action, FormPart
from weblocal.site.tongue import Tongue

MOST_CHIPS = 8


@record
class Asking:
    """Where a form stands: the page's path, the placement that led there, the service it is about; any may be empty.

    `is_wished_for` when a sentence on the same page has asked for the service already, so that the form insists on none.
    """

    page: str
    placement: str = ""
    service: str = ""
    is_wished_for: bool = False


@record
class _Control:
    """How HTML asks one question: its label, what is said when the answer is missing, and the keyboard a phone shows."""

    label: str
    error: str
    kind: str = "text"
    autocomplete: str = ""
    inputmode: str = ""
    is_short: bool = False
    shortest: int = 0
    longest: int = 200


_CONTROLS = {
    FieldName.NAME: _Control(label="Your name", error="Please tell us your name.", autocomplete="name", longest=120),
    FieldName.PHONE: _Control(
        label="Phone",
        error="We need a number to ring you back.",
        kind="tel",
        autocomplete="tel",
        inputmode="tel",
        shortest=6,
        longest=40,
    ),
    FieldName.EMAIL: _Control(
        label="E-mail",
        error="Please write your e-mail address, like name@example.com.",
        kind="email",
        autocomplete="email",
        inputmode="email",
        longest=254,
    ),
    FieldName.SERVICE: _Control(label="What is it about?", error="Please choose one."),
    FieldName.POSTCODE: _Control(
        label="Postcode", error="Please tell us your postcode.", autocomplete="postal-code", is_short=True, longest=16
    ),
    FieldName.PLACE: _Control(
        label="Town or street", error="Please tell us where.", autocomplete="address-level2", longest=120
    ),
    FieldName.DAY: _Control(label="Which day?", error="Please choose a day.", kind="date", is_short=True),
    FieldName.PEOPLE: _Control(
        label="How many people?", error="Please tell us how many.", inputmode="numeric", is_short=True, longest=8
    ),
    FieldName.MESSAGE: _Control(label="Your message", error="Please tell us what it is about.", kind="message", longest=4000),
}


def form_part(form: Form, business: Business, tongue: Tongue, asking: Asking) -> FormPart:
    """The form ready for its partial; call it only for a form that somebody receives."""
    return FormPart(
        id=f"f-{form.id.replace('_', '-')}",
        action=tongue.href(presence.form_action(form, business)),
        netlify=form.delivery is Delivery.NETLIFY,
        fields=tuple(
            _field(asked, form.id, chips=_chips(asked, business, tongue, asking), tongue=tongue, service=asking.service)
            for asked in _asked(form, asking)
        ),
        agreements=tuple(
            Agreement(id=f"{form.id}-{wording.stream}", stream=wording.stream, words=wording.words, version=wording.version)
            for wording in form.consents
        ),
        hidden=_hidden(form, business, dataclasses.replace(asking, page=tongue.here(asking.page))),
        button=form.button or tongue.say("Send"),
        promise=_promise(form, tongue),
        hurry=Action(text=tongue.say("In a hurry? Ring"), href=tongue.dial(business.phone), number=business.phone.display)
        if business.phone
        else None,
    )


def _asked(form: Form, asking: Asking) -> tuple[FormField, ...]:
    if not asking.is_wished_for:
        return form.fields
    return tuple(dataclasses.replace(each, required=False) if each.name is FieldName.SERVICE else each for each in form.fields)


def ways_in(business: Business, tongue: Tongue) -> tuple[Action, ...]:
    """Call, message and mail, for a business whose forms nobody would receive."""
    say = tongue.say
    ways = []
    if business.phone:
        ways.append(Action(text=say("Call"), href=tongue.dial(business.phone), number=business.phone.display))
    if business.whatsapp:
        href = f"https://wa.me/{business.whatsapp.e164.lstrip('+')}"
        ways.append(Action(text=say("Message us on WhatsApp"), href=href))
    if business.email:
        ways.append(Action(text=say("Write to {email}", email=business.email), href=f"mailto:{business.email}"))
    return tuple(ways)


def opening_words(form: Form, tongue: Tongue) -> str:
    """What stands under the form's heading: when an answer comes, if the owner promises one."""
    if form.answer_within is None:
        return ""
    return tongue.say("You usually hear from us within {span}, in opening hours.", span=tongue.span(form.answer_within))


def _field(asked: FormField, form_id: str, *, chips: tuple[str, ...], tongue: Tongue, service: str) -> Field:
    control = _CONTROLS[asked.name]
    is_afterthought = asked.name is FieldName.MESSAGE and not asked.required
    return Field(
        id=f"{form_id}-{asked.name}",
        name=asked.name.value,
        label=tongue.say("Anything else") if is_afterthought else tongue.say(control.label),
        kind=control.kind,
        error=tongue.say(control.error),
        is_required=asked.required,
        autocomplete=control.autocomplete,
        inputmode=control.inputmode,
        is_short=control.is_short,
        chips=chips,
        chosen=service if service in chips else "",
        shortest=control.shortest,
        longest=control.longest,
    )


def _chips(asked: FormField, business: Business, tongue: Tongue, asking: Asking) -> tuple[str, ...]:
    """The answers to tap: the owner's, or for the service the names of what the business does; never a long list."""
    if asked.name is not FieldName.SERVICE:
        return asked.choices
    choices = asked.choices or tuple(one.name for one in business.services[:MOST_CHIPS])
    if asking.service and asking.service not in choices:
        choices = (asking.service, *choices)
    if choices and not asked.choices:
        choices = (*choices, tongue.say("Something else"))
    return choices


def _hidden(form: Form, business: Business, asking: Asking) -> tuple[tuple[str, str], ...]:
    """What travels along: where the form stood, and two values that only the script can fill."""
    travels = [("page", asking.page), ("placement", asking.placement), ("started", ""), ("key", "")]
    travels += [(f"consent_{wording.stream}_version", wording.version) for wording in form.consents]
    thanks = business.website.rstrip("/") + urls.THANKS
    if form.delivery is Delivery.NETLIFY:
        travels.append(("form-name", form.id))
    if form.delivery is Delivery.FORMSPREE:
        travels.append(("_next", thanks))
    if form.delivery is Delivery.WEB3FORMS:
        travels += [("access_key", form.service_key), ("redirect", thanks)]
    return tuple(travels)


def _promise(form: Form, tongue: Tongue) -> str:
    if form.consents:
        return tongue.say("We use this to answer you, and for nothing else unless you tick a box above.")
    return tongue.say("We use this to answer you and for nothing else.")
