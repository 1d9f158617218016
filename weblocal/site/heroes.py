"""The promise at the head of every page, and the actions that a visitor is offered: at most two, the first the trade's own."""

import dataclasses
import re

from weblocal.model import urls
from weblocal.model.business import Business
from weblocal.model.pictures import Photo
from weblocal.model.site import HeroKind
from weblocal.site import appointment, dressing, presence, whereabouts
from weblocal.site.parts import Action, Hero
from weblocal.site.photographs import Photographs
from weblocal.site.tongue import Tongue

# What a visitor wants first in trades of each kind; what the business cannot offer falls away.
_WANTED = {
    "call": ("call", "book", "form", "mail", "directions"),
    "form": ("book", "form", "call", "mail", "directions"),
    "prices": ("prices", "book", "directions", "call", "form", "mail"),
    "directions": ("directions", "book", "call", "form", "mail"),
}
_UNDER_THE_THUMB = {
    "call": ("call", "book", "form", "mail"),
    "form": ("book", "form", "call", "mail"),
    "prices": ("book", "directions", "call", "form", "mail"),
    "directions": ("book", "directions", "call", "form", "mail"),
}
_SENTENCE_END = re.compile(r"(?<=[.!?…؟。])\s+")


def promise(business: Business, tongue: Tongue) -> str:
    """The promise of the business: its tagline, or trade and town."""
    return business.tagline or tongue.say("{trade} in {town}", trade=business.trade.name, town=business.address.town)


def sentences_of(words: str) -> tuple[str, ...]:
    """A headline sentence by sentence, as it is set."""
    return tuple(_SENTENCE_END.split(words.strip()))


class Heroes:
    """Makes the heads of one site's pages."""

    def __init__(
        self, business: Business, tongue: Tongue, photographs: Photographs, *, leads_with: HeroKind = HeroKind.PROMISE
    ) -> None:
        self._leads_with = leads_with
        self._business = business
        self._tongue = tongue
        self._photographs = photographs

    def home(self) -> Hero:
        """The tagline, or trade and town; the lead, or the first three services; the main photograph, if there is one."""
        business = self._business
        words, lead = promise(business, self._tongue), business.lead or self._range()
        hero = self.of(words, lead=lead, is_small=False, photo=self._photographs.choice.main)
        if self._leads_with is not HeroKind.APPOINTMENT:
            return hero
        return dataclasses.replace(hero, appointment=appointment.appointment(business, self._tongue))

    def of(
        self,
        headline: str,
        *,
        lead: str = "",
        actions: tuple[Action, ...] | None = None,
        is_small: bool = True,
        photo: Photo | None = None,
    ) -> Hero:
        """A head with this headline, one sentence a line where they fit."""
        sentences = tuple(map(self._tongue.divided, sentences_of(headline)))
        return Hero(
            sentences=sentences,
            fit=dressing.fit_class(sentences),
            lead=lead,
            actions=self.actions(form_here=True) if actions is None else actions,
            is_small=is_small,
            picture=self._photographs.hero(photo),
        )

    def actions(self, *, form_here: bool) -> tuple[Action, ...]:
        """The two buttons of a head; `form_here` when the page itself holds the form."""
        return self._offered(_WANTED.get(self._business.trade.primary_action, _WANTED["call"]), form_here=form_here)

    def thumb_actions(self) -> tuple[Action, ...]:
        """The two buttons at the lower edge of a phone, on every page the same."""
        wanted = _UNDER_THE_THUMB.get(self._business.trade.primary_action, _UNDER_THE_THUMB["call"])
        return self._offered(wanted, form_here=False)

    def call(self) -> tuple[Action, ...]:
        """The number as a button, if there is one."""
        return self._offered(("call",), form_here=False)

    def _offered(self, wanted: tuple[str, ...], *, form_here: bool) -> tuple[Action, ...]:
        booking = self._business.booking
        booked = appointment.booking_action(booking, self._tongue) if booking else None
        found = (booked if kind == "book" else self._action(kind, form_here=form_here) for kind in wanted)
        return tuple(action for action in found if action)[:2]

    def _action(self, kind: str, *, form_here: bool) -> Action | None:
        business, say, href = self._business, self._tongue.say, self._tongue.href
        if kind == "call" and business.phone:
            return Action(text=say("Call"), href=self._tongue.dial(business.phone), number=business.phone.display)
        if kind == "form" and (forms := presence.forms(business)):
            return Action(text=forms[0].title, href="#form" if form_here else href(f"{urls.CONTACT}#form"))
        if kind == "prices" and presence.prices(business):
            text = say("See the menu") if presence.has_menu(business) else say("See the prices")
            return Action(text=text, href=href(f"{urls.HOME}#prices"))
        if kind == "directions" and (way := whereabouts.directions(business, self._tongue)):
            return Action(text=way.text, href=way.href)
        if kind == "mail" and business.email:
            return Action(text=say("Write to us"), href=f"mailto:{business.email}")
        return None

    def _range(self) -> str:
        names = self._tongue.listed(tuple(service.name for service in self._business.services[:3]))
        return f"{names}." if names else ""
