"""Which sections stand on which page, in which order and tone."""

import dataclasses
from collections.abc import Callable

from weblocal.model import urls
from weblocal.model.records import record
from weblocal.model.services import Service
from weblocal.model.site import HeroKind, HomeSection, Page, PageKind
from weblocal.site import board, branches, contents, numerals, presence, week
from weblocal.site.chapters import Chapters
from weblocal.site.enquiry import Asking
from weblocal.site.heroes import Heroes
from weblocal.site.landings import Landings, Parts
from weblocal.site.parts import Action, Hero, Link, Section
from weblocal.site.photographs import Photographs
from weblocal.site.planning import SitePlan
from weblocal.site.sections import Sections
from weblocal.site.tongue import Tongue
from weblocal.site.word_pages import WordPages
from weblocal.wording import soft_hyphens


@record
class Composition:
    """One page before its bytes: head, sections in order with their tones, and the way to it (name and path of each step)."""

    page: Page
    hero: Hero
    sections: tuple[Section, ...]
    crumbs: tuple[tuple[str, str], ...]


class Composer:
    """Composes the pages of one plan."""

    def __init__(self, plan: SitePlan, tongue: Tongue, sections: Sections, heroes: Heroes, *, photographs: Photographs) -> None:
        self._plan = plan
        self._business = plan.business
        self._tongue = tongue
        self._sections = sections
        self._heroes = heroes
        self._photographs = photographs
        self._chapters = Chapters(photographs, run=plan.business.trade.tiles)
        words = WordPages(plan.business, tongue, sections, heroes, chapters=self._chapters)
        landings = Landings(plan, tongue, sections, heroes, others=self)
        self._by_kind: dict[PageKind, Callable[[Page], tuple[Hero, Parts]]] = {
            PageKind.HOME: self._home,
            PageKind.SERVICES: self._services,
            PageKind.SERVICE: self._service,
            PageKind.AREAS: self._areas,
            PageKind.AREA: self._area,
            PageKind.BRANCHES: self._branches,
            PageKind.BRANCH: self._branch,
            PageKind.ABOUT: words.about,
            PageKind.REVIEWS: words.reviews,
            PageKind.FAQ: words.faq,
            PageKind.ARTICLES: words.articles,
            PageKind.ARTICLE: words.article,
            PageKind.GALLERY: self._gallery,
            PageKind.OWN: words.own,
            PageKind.CONTACT: self._contact,
            PageKind.OFFER: landings.offer,
            PageKind.PLACEMENT: landings.placement,
            PageKind.PRIVACY: words.privacy,
            PageKind.NOTICE: words.notice,
            PageKind.THANKS: self._thanks,
            PageKind.NOT_FOUND: self._not_found,
        }

    def compose(self, page: Page) -> Composition:
        """The page's head and sections; those without their minimum have fallen away."""
        hero, parts = self._by_kind[page.kind](page)
        if self._plan.theme.hero is HeroKind.CONTENTS:
            hero, parts = contents.led(hero, parts, self._tongue)
        crumbs = self._crumbs(page, soft_hyphens.whole(" ".join(hero.sentences)))
        if len(crumbs) > 2:
            links = (
                *(Link(text=name, href=self._tongue.href(path)) for name, path in crumbs[1:-1]),
                Link(text=crumbs[-1][0], href=""),
            )
            hero = dataclasses.replace(hero, crumbs=links)
        return Composition(page=page, hero=hero, sections=_toned(parts), crumbs=crumbs)

    def _home(self, page: Page) -> tuple[Hero, Parts]:
        hero = self._heroes.home()
        if self._plan.theme.hero is HeroKind.BOARD:
            numeral = board.numeral(self._business, self._tongue, year=self._plan.today.year)
            hero = numerals.headed(hero, numeral, self._tongue, self._plan.theme.artwork)
            hero = dataclasses.replace(hero, board=board.board(self._business, self._tongue))
        is_wished_for = hero.appointment is not None and bool(hero.appointment.form)
        return hero, self.home_parts(Asking(page=page.path, is_wished_for=is_wished_for))

    def home_parts(self, asking: Asking) -> Parts:
        """The sections of the home page, in the trade's order, with the form as asked from somewhere."""
        made: dict[HomeSection, Callable[[], Section | None]] = {
            HomeSection.FACTS: self._sections.facts,
            HomeSection.SERVICES: lambda: self._sections.services(at_home=True),
            HomeSection.PRICES: self._sections.prices,
            HomeSection.OFFERS: lambda: self._sections.offers(beside_prices=HomeSection.PRICES in self._plan.home_sections),
            HomeSection.TIMETABLE: lambda: week.timetable(self._business, self._tongue),
            HomeSection.RULES: lambda: week.rules(self._business, self._tongue),
            HomeSection.STEPS: self._sections.steps,
            HomeSection.GALLERY: lambda: self._photographs.gallery(at_home=True),
            HomeSection.TEAM: self._sections.team,
            HomeSection.REVIEWS: lambda: self._sections.reviews(at_home=True),
            HomeSection.WHERE: self._sections.where,
            HomeSection.PLACES: lambda: branches.finder(self._business, self._tongue, self._plan.today),
            HomeSection.FAQ: lambda: self._sections.faq(at_home=True),
            HomeSection.ARTICLES: lambda: self._sections.articles(at_home=True),
            HomeSection.FORM: lambda: self._sections.form(asking),
        }
        return (made[section]() for section in self._plan.home_sections)

    def _services(self, page: Page) -> tuple[Hero, Parts]:
        second = self._photographs.choice.second
        hero = self._heroes.of(self._tongue.say("Services and prices"), lead=self._business.lead, photo=second)
        return hero, (
            self._sections.services(at_home=False),
            self._sections.prices(),
            self._sections.offers(beside_prices=bool(presence.prices(self._business))),
            self._sections.form(Asking(page=page.path)),
        )

    def _service(self, page: Page) -> tuple[Hero, Parts]:
        service = next(service for service in self._business.services if service.id == page.subject)
        lead = service.summary or (service.page.summary if service.page else "")
        hero = self._heroes.of(service.name, lead=lead, photo=service.photo)
        return hero, self.service_parts(service, Asking(page=page.path, service=service.name))

    def service_parts(self, service: Service, asking: Asking) -> Parts:
        """The sections of a service's page."""
        return (
            self._sections.facts_of(service),
            *self._chapters.of_text(service.page),
            self._sections.form(asking),
            self._sections.other_services(service.id),
        )

    def _areas(self, page: Page) -> tuple[Hero, Parts]:
        hero = self._heroes.of(self._tongue.say("Where we work"), lead=self._business.lead)
        return hero, (
            self._sections.where(),
            self._sections.services(at_home=True),
            self._sections.form(Asking(page=page.path)),
        )

    def _area(self, page: Page) -> tuple[Hero, Parts]:
        area = next(area for area in presence.areas_with_pages(self._business) if area.id == page.subject)
        headline = (area.page.title if area.page else "") or self._tongue.say(
            "{trade} in {town}", trade=self._business.trade.name, town=area.name
        )
        hero = self._heroes.of(headline, lead=area.page.summary if area.page else "")
        return hero, (
            *self._chapters.of_text(area.page),
            self._sections.services(at_home=True),
            self._sections.form(Asking(page=page.path)),
        )

    def _gallery(self, page: Page) -> tuple[Hero, Parts]:
        hero = self._heroes.of(self._tongue.say("Photos"))
        return hero, (self._photographs.gallery(at_home=False), self._sections.form(Asking(page=page.path)))

    def _contact(self, page: Page) -> tuple[Hero, Parts]:
        say = self._tongue.say
        lead = say("Ring, or write a few words below.") if self._business.phone else say("Write a few words below.")
        hero = self._heroes.of(say("Talk to us"), lead=lead, actions=self._heroes.call() or None)
        asking = Asking(page=page.path)
        others = (
            self._sections.form(asking, form=form, id=f"form-{form.id.replace('_', '-')}")
            for form in presence.forms(self._business)[1:]
        )
        return hero, (self._sections.form(asking), self._sections.where(), *others)

    def _thanks(self, _: Page) -> tuple[Hero, Parts]:
        say = self._tongue.say
        promised = [form.answer_within for form in presence.forms(self._business) if form.answer_within]
        lead = say("We have your message and will be in touch.")
        if promised:
            lead = say(
                "We have your message. You usually hear from us within {span}, in opening hours.",
                span=self._tongue.span(promised[0]),
            )
        return self._heroes.of(say("Thank you. It is with us."), lead=lead, actions=self._heroes.call()), (
            self._sections.where(),
        )

    def _not_found(self, _: Page) -> tuple[Hero, Parts]:
        say = self._tongue.say
        home = Action(text=say("To the first page"), href=self._tongue.href(urls.HOME))
        hero = self._heroes.of(
            say("This page is not here."),
            lead=say("It may have moved, or the address has a slip in it."),
            actions=(home, *self._heroes.call()),
            is_small=False,
        )
        return hero, (self._sections.services(at_home=True),)

    def _branches(self, page: Page) -> tuple[Hero, Parts]:
        hero = self._heroes.of(self._tongue.say("Our places"), lead=self._business.lead)
        finder = branches.finder(self._business, self._tongue, self._plan.today)
        return hero, (finder, self._sections.form(Asking(page=page.path)))

    def _branch(self, page: Page) -> tuple[Hero, Parts]:
        branch = next(branch for branch in self._business.branches if branch.id == page.subject)
        hero = self._heroes.of(f"{self._business.name}, {branch.name}", lead=branch.page.summary if branch.page else "")
        return hero, (
            branches.where(self._business, branch, self._tongue, self._plan.today),
            *self._chapters.of_text(branch.page),
            self._sections.services(at_home=True),
            self._sections.form(Asking(page=page.path)),
        )

    def _crumbs(self, page: Page, name: str) -> tuple[tuple[str, str], ...]:
        """From the home page to here, through the index this page belongs to."""
        say = self._tongue.say
        indexes = {
            PageKind.SERVICE: (say("Services"), urls.SERVICES),
            PageKind.AREA: (say("Where we work"), urls.AREAS),
            PageKind.BRANCH: (say("Our places"), urls.BRANCHES),
            PageKind.ARTICLE: (say("Guides"), urls.ARTICLES),
        }
        if page.kind in {PageKind.HOME, PageKind.NOT_FOUND, PageKind.THANKS, PageKind.PLACEMENT}:
            return ()
        steps = [(self._business.name, urls.HOME)]
        index = indexes.get(page.kind)
        if index and self._plan.has(index[1]):
            steps.append(index)
        return (*steps, (name, page.path))


def _toned(parts: Parts) -> tuple[Section, ...]:
    """Tints alternate over the sections that exist; the brand field interrupts, never twice in a row nor straight after the head."""
    toned: list[Section] = []
    is_tinted = False
    for section in parts:
        if section is None:
            continue
        tone = section.tone
        if tone == "plate" and not toned:
            tone = ""
        if section.partial == "facts":
            toned.append(section)
            continue
        if tone != "plate":
            tone = "tint" if is_tinted else ""
            is_tinted = not is_tinted
        else:
            is_tinted = False
        toned.append(dataclasses.replace(section, tone=tone))
    return tuple(toned)
