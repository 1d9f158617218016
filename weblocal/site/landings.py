"""The pages that printed cards and offers lead to: one promise, one form that notes where its visitor came from."""

import dataclasses
from collections.abc import Iterable
from typing import Protocol

from weblocal.model import urls
from weblocal.model.offers import Offer
from weblocal.model.placements import Placement, TargetKind
from weblocal.model.services import Service
from weblocal.model.site import Page
from weblocal.site import presence
from weblocal.site.enquiry import Asking
from weblocal.site.heroes import Heroes
from weblocal.site.parts import Action, Hero, Section
from weblocal.site.planning import SitePlan
from weblocal.site.sections import Sections
from weblocal.site.tongue import Tongue

Parts = Iterable[Section | None]


class OtherPages(Protocol):
    """The pages whose sections a landing page may repeat."""

    def home_parts(self, asking: Asking) -> Parts:
        """The sections of the home page."""

    def service_parts(self, service: Service, asking: Asking) -> Parts:
        """The sections of a service's page."""


class Landings:
    """Composes the landing pages of one plan."""

    def __init__(self, plan: SitePlan, tongue: Tongue, sections: Sections, heroes: Heroes, *, others: OtherPages) -> None:
        self._plan = plan
        self._business = plan.business
        self._tongue = tongue
        self._sections = sections
        self._heroes = heroes
        self._others = others

    def offer(self, page: Page) -> tuple[Hero, Parts]:
        """An offer's own page."""
        offer = next(offer for offer in self._business.offers if offer.id == page.subject)
        return self._of_offer(offer, offer.text, Asking(page=page.path))

    def placement(self, page: Page) -> tuple[Hero, Parts]:
        """The words of what a code leads to, under the headline of its card; what is no longer there leads to the home page's."""
        placement = next(placement for placement in self._business.placements if placement.id == page.subject)
        asking = Asking(page=page.path, placement=placement.code)
        made = {
            TargetKind.OFFER: self._to_offer,
            TargetKind.PAGE: self._to_service,
            TargetKind.FORM: self._to_form,
            TargetKind.CHECK_IN: self._to_check_in,
            TargetKind.HOME: self._to_home,
        }
        return made[placement.target.kind](placement, asking) or self._to_home(placement, asking)

    def _to_offer(self, placement: Placement, asking: Asking) -> tuple[Hero, Parts] | None:
        held = presence.offers(self._business, self._plan.today)
        offer = next((offer for offer in held if offer.id == placement.target.id), None)
        return self._of_offer(offer, placement.headline or offer.text, asking) if offer else None

    def _to_service(self, placement: Placement, asking: Asking) -> tuple[Hero, Parts] | None:
        service = next((service for service in self._business.services if service.id == placement.target.id), None)
        if service is None:
            return None
        hero = self._heroes.of(placement.headline or service.name, lead=service.summary, photo=service.photo)
        return hero, self._others.service_parts(service, dataclasses.replace(asking, service=service.name))

    def _to_form(self, placement: Placement, asking: Asking) -> tuple[Hero, Parts] | None:
        form = next((form for form in presence.forms(self._business) if form.id == placement.target.id), None)
        if form is None:
            return None
        hero = self._heroes.of(placement.headline or form.title, actions=self._heroes.call())
        return hero, (self._sections.form(asking, form=form), self._sections.where())

    def _to_check_in(self, placement: Placement, asking: Asking) -> tuple[Hero, Parts]:
        say, desk = self._tongue.say, self._business.desk.address
        headline = placement.headline or say("Good to see you")
        parts = (self._sections.form(asking), self._sections.where())
        if not desk:
            return self._heroes.of(headline), parts
        check_in = Action(text=say("I am here"), href=desk + urls.short_link(placement.code))
        return self._heroes.of(headline, lead=say("Tell us that you are here, with one tap."), actions=(check_in,)), parts

    def _to_home(self, placement: Placement, asking: Asking) -> tuple[Hero, Parts]:
        home = self._heroes.home()
        if not placement.headline:
            return home, self._others.home_parts(asking)
        hero = dataclasses.replace(self._heroes.of(placement.headline, lead=home.lead, is_small=False), picture=home.picture)
        return hero, self._others.home_parts(asking)

    def _of_offer(self, offer: Offer, headline: str, asking: Asking) -> tuple[Hero, Parts]:
        words = self._sections.ticket(offer, action=None).words
        hero = self._heroes.of(headline, lead=words if headline == offer.text else f"{offer.text} {words}")
        return hero, (self._sections.stamp_card(offer), self._sections.form(asking), self._sections.where())
