"""Where every page leads: the few links of its masthead, and the foot with the address and every index of the site."""

from collections.abc import Sequence

from weblocal.model import urls
from weblocal.model.site import HomeSection, Page, PageKind
from weblocal.site import presence, privacy, whereabouts
from weblocal.site.parts import Action, Footing, Link
from weblocal.site.planning import SitePlan
from weblocal.site.tongue import Tongue

MOST_LINKS_IN_MASTHEAD = 4


class Wayfinding:
    """The ways through one site."""

    def __init__(self, plan: SitePlan, tongue: Tongue) -> None:
        self._plan = plan
        self._business = plan.business
        self._tongue = tongue

    def masthead(self, page: Page) -> tuple[Link, ...]:
        """The links of the masthead, the one to this page marked."""
        return tuple(
            Link(text=text, href=self._tongue.href(path), is_here=path == page.path)
            for text, path in self._ways()[:MOST_LINKS_IN_MASTHEAD]
        )

    def _ways(self) -> list[tuple[str, str]]:
        """Where the masthead leads: what the trade says first, contact always among them; the rest goes to the foot."""
        say, plan = self._tongue.say, self._plan
        prices = say("Menu") if presence.has_menu(self._business) else say("Prices")
        named = {
            HomeSection.SERVICES: (say("Services"), urls.SERVICES),
            HomeSection.PRICES: (prices, f"{urls.HOME}#prices"),
            HomeSection.TIMETABLE: (say("The week"), f"{urls.HOME}#timetable") if self._business.timetable else ("", ""),
            HomeSection.REVIEWS: (say("Reviews"), urls.REVIEWS),
            HomeSection.WHERE: (say("Find us"), f"{urls.HOME}#where") if presence.is_premises(self._business) else ("", ""),
            HomeSection.TEAM: (say("People"), f"{urls.HOME}#team"),
        }
        ways = [named[section] for section in plan.home_sections if section in named and named[section][0]]
        ways = [(text, path) for text, path in ways if "#" in path or plan.has(path)]
        return [*ways[: MOST_LINKS_IN_MASTHEAD - 1], (say("Contact"), urls.CONTACT), *ways[MOST_LINKS_IN_MASTHEAD - 1 :]]

    def footing(self, bar: tuple[Action, ...]) -> Footing:
        """What stands under every page; `bar` holds the actions under the thumb."""
        business, tongue = self._business, self._tongue
        phone, whatsapp = business.phone, business.whatsapp
        return Footing(
            address=tongue.in_a_row(*whereabouts.postal_lines(business)),
            phone=Action(text="", href=tongue.dial(phone), number=phone.display) if phone else None,
            email=business.email,
            whatsapp=Action(text=tongue.say("WhatsApp"), href=f"https://wa.me/{whatsapp.e164.lstrip('+')}")
            if whatsapp
            else None,
            columns=self._columns(),
            legal=privacy.lines_of_law(business, tongue),
            bar=bar,
            hours=whereabouts.hours_rows(business, tongue, self._plan.today),
        )

    def _columns(self) -> tuple[tuple[Link, ...], ...]:
        """Every index of the site, in two columns: what the business does, then who it is and the rest."""
        say, plan, href = self._tongue.say, self._plan, self._tongue.href
        others = (
            (say("Where we work"), urls.AREAS),
            (say("Our places"), urls.BRANCHES),
            (say("About us"), urls.ABOUT),
            (say("Questions"), urls.FAQ),
            (say("Guides"), urls.ARTICLES),
        )
        first = tuple(Link(text=text, href=href(path)) for text, path in self._ways())
        second = [Link(text=text, href=href(path)) for text, path in others if plan.has(path)]
        if not plan.has(urls.ARTICLES):
            second += [Link(text=page.title.split(" | ")[0], href=href(page.path)) for page in _of_kind(plan, PageKind.ARTICLE)]
        if not plan.has(urls.SERVICES):
            second += [Link(text=page.title.split(" | ")[0], href=href(page.path)) for page in _of_kind(plan, PageKind.SERVICE)]
        second += [Link(text=own.text.title, href=href(urls.own_page(own.id))) for own in self._business.pages]
        if plan.has(urls.NOTICE):
            second.append(Link(text=say("Legal notice"), href=href(urls.NOTICE)))
        return (first, (*second, Link(text=say("Privacy"), href=href(urls.PRIVACY))))


def _of_kind(plan: SitePlan, kind: PageKind) -> Sequence[Page]:
    return [page for page in plan.pages if page.kind is kind]
