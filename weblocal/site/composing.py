"""Which sections stand on which page, in which order and tone."""

import dataclasses
import re
from collections.abc import Callable

from markupsafe import Markup

from weblocal.model import urls
from weblocal.model.services import Service
from weblocal.model.site import HeroKind, HomeSection, Page, PageKind
from weblocal.model.words import Text
from weblocal.prose import markdown
from weblocal.site import board, duties, presence, privacy, week
from weblocal.site.enquiry import Asking
from weblocal.site.heroes import Heroes
from weblocal.site.landings import Landings, Parts
from weblocal.site.parts import Action, Hero, Link, Section
from weblocal.site.photographs import Photographs
from weblocal.site.planning import SitePlan
from weblocal.site.sections import Sections
from weblocal.site.tongue import Tongue
from weblocal.wording import soft_hyphens

_HEADING = re.compile(r"<h2[^>]*>(.*?)</h2>", re.DOTALL)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
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
        landings = Landings(plan, tongue, sections, heroes, others=self)
        self._by_kind: dict[PageKind, Callable[[Page], tuple[Hero, Parts]]] = {
            PageKind.HOME: self._home,
            PageKind.SERVICES: self._services,
            PageKind.SERVICE: self._service,
            PageKind.AREAS: self._areas,
            PageKind.AREA: self._area,
            PageKind.ABOUT: self._about,
            PageKind.REVIEWS: self._reviews,
            PageKind.FAQ: self._faq,
            PageKind.ARTICLES: self._articles,
            PageKind.ARTICLE: self._article,
            PageKind.GALLERY: self._gallery,
            PageKind.OWN: self._own,
            PageKind.CONTACT: self._contact,
            PageKind.OFFER: landings.offer,
            PageKind.PLACEMENT: landings.placement,
            PageKind.PRIVACY: self._privacy,
            PageKind.NOTICE: self._notice,
            PageKind.THANKS: self._thanks,
            PageKind.NOT_FOUND: self._not_found,
        }

    def compose(self, page: Page) -> Composition:
        """The page's head and sections; those without their minimum have fallen away."""
        hero, parts = self._by_kind[page.kind](page)
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
            hero = dataclasses.replace(hero, board=board.board(self._business, self._tongue), numeral=numeral)
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
            *self._prose(service.page),
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
            *self._prose(area.page),
            self._sections.services(at_home=True),
            self._sections.form(Asking(page=page.path)),
        )

    def _about(self, page: Page) -> tuple[Hero, Parts]:
        about = self._business.about
        hero = self._heroes.of(
            (about.title if about else "") or self._tongue.say("About us"), lead=about.summary if about else ""
        )
        return hero, (
            self._sections.facts(),
            *self._prose(about),
            self._sections.team(),
            self._sections.form(Asking(page=page.path)),
        )

    def _reviews(self, page: Page) -> tuple[Hero, Parts]:
        hero = self._heroes.of(self._tongue.say("What customers say"))
        return hero, (self._sections.reviews(at_home=False), self._sections.form(Asking(page=page.path)))

    def _faq(self, page: Page) -> tuple[Hero, Parts]:
        hero = self._heroes.of(self._tongue.say("Questions and answers"))
        return hero, (self._sections.faq(at_home=False), self._sections.form(Asking(page=page.path)))

    def _articles(self, page: Page) -> tuple[Hero, Parts]:
        hero = self._heroes.of(self._tongue.say("Guides"))
        return hero, (self._sections.articles(at_home=False), self._sections.form(Asking(page=page.path)))

    def _article(self, page: Page) -> tuple[Hero, Parts]:
        article = next(article for article in self._business.articles if article.id == page.subject)
        title = article.text.title or article.id.replace("_", " ").capitalize()
        written = self._tongue.say("Written on {date}", date=self._tongue.date(article.published_on))
        hero = self._heroes.of(title, lead=article.text.summary)
        return hero, (*self._prose(article.text, beside=written), self._sections.form(Asking(page=page.path)))

    def _gallery(self, page: Page) -> tuple[Hero, Parts]:
        hero = self._heroes.of(self._tongue.say("Photos"))
        return hero, (self._photographs.gallery(at_home=False), self._sections.form(Asking(page=page.path)))

    def _own(self, page: Page) -> tuple[Hero, Parts]:
        text = next(own.text for own in self._business.pages if own.id == page.subject)
        hero = self._heroes.of(text.title, lead=text.summary)
        return hero, (*self._prose(text), self._sections.form(Asking(page=page.path)))

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

    def _privacy(self, _: Page) -> tuple[Hero, Parts]:
        say = self._tongue.say
        hero = self._heroes.of(
            say("Privacy"), lead=say("What {name} does with what you tell us.", name=self._business.name), actions=()
        )
        chapters = privacy.notice(self._business, self._tongue)
        return hero, (
            Section(id=f"privacy-{number}", partial="prose", title=title, prose=prose)
            for number, (title, prose) in enumerate(chapters, 1)
        )

    def _notice(self, _: Page) -> tuple[Hero, Parts]:
        hero = self._heroes.of(
            self._tongue.say("Legal notice"), lead=self._tongue.say("Who answers for this site."), actions=()
        )
        return hero, (Section(id="notice", partial="prose", title="", prose=duties.notice(self._business, self._tongue)),)

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

    def _prose(self, text: Text | None, *, beside: str = "") -> list[Section]:
        """The owner's text cut at its second-level headings, so that each hangs beside its own words."""
        if text is None:
            return []
        html = str(markdown.to_html(text.body)).replace("<ol>", '<ol class="run">')
        opening, *rest = _HEADING.split(html)
        chapters = [("", opening), *zip(rest[::2], rest[1::2], strict=True)]
        return [
            Section(
                id=f"text-{number}",
                partial="prose",
                title=Markup(title),  # noqa: S704 - cleaned by the one Markdown dialect
                words=beside if not title else "",
                prose=Markup(prose),  # noqa: S704 - cleaned by the one Markdown dialect
                run=self._business.trade.tiles,
            )
            for number, (title, prose) in enumerate(chapters)
            if prose.strip() or title
        ]

    def _crumbs(self, page: Page, name: str) -> tuple[tuple[str, str], ...]:
        """From the home page to here, through the index this page belongs to."""
        say = self._tongue.say
        indexes = {
            PageKind.SERVICE: (say("Services"), urls.SERVICES),
            PageKind.AREA: (say("Where we work"), urls.AREAS),
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
