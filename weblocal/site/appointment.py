"""The sentence that asks for an appointment: "I would like a cut with Ana this week", made of native lists of choices.

It works without script and on any host. Its lists belong to the form further down by the attribute `form`, so what was chosen
travels with that form's post as `wish`, `with` and `when`; for a booking page elsewhere the sentence is a form of its own,
which takes the answers there in the address.
"""

import re
from urllib.parse import parse_qsl, urlsplit

from weblocal.model.business import BookingPage, Business
from weblocal.model.forms import FieldName, Form
from weblocal.site import presence
from weblocal.site.parts import Action, Appointment
from weblocal.site.sentence_parts import Choice, Gap, Phrase
from weblocal.site.tongue import Tongue

WISH, WITH, WHEN = "wish", "with", "when"
FEWEST_WISHES, MOST_WISHES = 2, 20
LONGEST_SHOWN = 24
# from this minute on, closing time makes an evening
_EVENING = 19 * 60
_SATURDAY = 5
_MARKS = {WISH: "\ue010", WITH: "\ue011", WHEN: "\ue012"}
_MARK = re.compile("([\ue010-\ue012])")


def appointment(business: Business, tongue: Tongue) -> Appointment | None:
    """The sentence, or None when there is nothing to choose, or nobody who would receive the choice."""
    forms = presence.forms(business)
    form = forms[0] if forms else None
    wishes = tuple(service.name for service in business.services[:MOST_WISHES])
    if len(wishes) < FEWEST_WISHES or not (business.booking or _asks_for_service(form)):
        return None
    phrases = _phrases(_gaps(business, tongue, wishes), tongue)
    if business.booking:
        bare, kept = _address(business.booking)
        return Appointment(phrases=phrases, button=booking_action(business.booking, tongue), booking=bare, kept=kept)
    if form is None:
        return None
    return Appointment(phrases=phrases, button=Action(text=form.title, href="#form"), form=f"f-{form.id.replace('_', '-')}")


def booking_action(booking: BookingPage, tongue: Tongue) -> Action:
    """The button to a booking page, which says where it leads."""
    host = (urlsplit(booking.url).hostname or "").removeprefix("www.")
    return Action(text=tongue.say("Book at {name}", name=booking.name or host), href=booking.url)


def _asks_for_service(form: Form | None) -> bool:
    """Whether a wish means anything to the form: who books a table chooses no service."""
    return form is not None and any(field.name is FieldName.SERVICE for field in form.fields)


def _gaps(business: Business, tongue: Tongue, wishes: tuple[str, ...]) -> dict[str, Gap]:
    say = tongue.say
    is_appointment = business.trade.visit_word == "appointment"
    any_wish = say("an appointment") if is_appointment else say("some advice")
    gaps = {WISH: Gap(name=WISH, label=say("What is it about?"), choices=_choices(any_wish, wishes))}
    if is_appointment and (people := presence.team(business)):
        names = tuple(mate.name for mate in people)
        gaps[WITH] = Gap(name=WITH, label=say("With whom?"), choices=_choices(say("anyone"), names))
    gaps[WHEN] = Gap(name=WHEN, label=say("When?"), choices=_choices(say("soon"), _times(business, tongue)))
    return gaps


def _times(business: Business, tongue: Tongue) -> tuple[str, ...]:
    """When somebody may come; evenings and Saturdays only where the door is open then."""
    say, week = tongue.say, business.hours.week
    times = [say("this week"), say("next week"), say("in the morning")]
    if any(span.closes >= _EVENING for spans in week for span in spans):
        times.append(say("in the evening"))
    if len(week) > _SATURDAY and week[_SATURDAY]:
        times.append(say("on a Saturday"))
    return tuple(times)


def _choices(usual: str, others: tuple[str, ...]) -> tuple[Choice, ...]:
    return (Choice(text=usual, value=""), *(Choice(text=_shortened(each), value=each) for each in others))


def _shortened(text: str) -> str:
    """At most 24 letters, cut behind a word where that leaves enough."""
    if len(text) <= LONGEST_SHOWN:
        return text
    cut = text[: LONGEST_SHOWN - 1]
    head, _, _ = cut.rpartition(" ")
    return f"{(head if len(head) >= LONGEST_SHOWN // 2 else cut).rstrip(' ,&-')}…"


def _phrases(gaps: dict[str, Gap], tongue: Tongue) -> tuple[Phrase, ...]:
    """The sentence in the order of its language, cut behind each gap."""
    if WITH in gaps:
        whole = tongue.say(
            "I would like {wish} with {person} {time}.", wish=_MARKS[WISH], person=_MARKS[WITH], time=_MARKS[WHEN]
        )
    else:
        whole = tongue.say("I would like {wish} {time}.", wish=_MARKS[WISH], time=_MARKS[WHEN])
    pieces = _MARK.split(whole)
    found = [
        Phrase(words=words.strip(), gap=next(gap for name, gap in gaps.items() if _MARKS[name] == mark))
        for words, mark in zip(pieces[::2], pieces[1::2], strict=False)
    ]
    rest = pieces[-1].strip(" .。")
    return (*found, Phrase(words=rest)) if rest else tuple(found)


def _address(booking: BookingPage) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The address without its query, and the query as fields: a browser replaces it with the answers of the form."""
    parts = urlsplit(booking.url)
    return parts._replace(query="", fragment="").geturl(), tuple(parse_qsl(parts.query))
