"""What will exist on the site, before any byte: which pages, under which paths, with which titles."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from weblocal.model import urls
from weblocal.model.business import Business
from weblocal.model.pictures import NO_PICTURES, Pictures
from weblocal.model.records import record
from weblocal.model.site import HomeSection, Page, PageKind
from weblocal.site import duties, photographs, presence
from weblocal.site.titles import Titles
from weblocal.site.tongue import Tongue
from weblocal.theming import drawings
from weblocal.theming.drawings import Drawings
from weblocal.theming.theme import Theme


@record
class SitePlan:
    """A site before any bytes: the business as of `today`, its theme and pictures, its pages, the sections of its home page.

    `draw` is what draws for the theme, or knows what was drawn before.

    Paths are those of the first language; `also_in` are the plans of the further ones, whose pages lie below a prefix.
    """

    business: Business
    theme: Theme
    today: dt.date
    pages: tuple[Page, ...]
    home_sections: tuple[HomeSection, ...]
    pictures: Pictures = NO_PICTURES
    draw: Callable[..., Drawings] = drawings.of
    also_in: tuple["SitePlan", ...] = ()
    _paths: frozenset[str] = dataclasses.field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_paths", frozenset(page.path for page in self.pages))  # asked for on every one of them

    def in_every_language(self) -> tuple["SitePlan", ...]:
        """This plan, then those of the further languages."""
        return (self, *self.also_in)

    def has(self, path: str) -> bool:
        """Whether a page with this path exists."""
        return path in self._paths


def plan(
    business: Business, theme: Theme, *, today: dt.date, pictures: Pictures = NO_PICTURES, also_in: Sequence[Business] = ()
) -> SitePlan:
    """Decide what exists: a page for everything the business can say something of its own about, and no other.

    `today` is the date at the business; offers, reviews and special days are judged by it. `pictures` are those that were
    good enough and have been made ready. `also_in` is the same business in the words of its further languages.
    """
    choice = photographs.choose(business, pictures)
    titles = Titles(business, Tongue(business))
    return SitePlan(
        business=business,
        theme=theme,
        today=today,
        pages=tuple(_pages(business, titles, today, choice)),
        home_sections=presence.home_sections(business, today, has_gallery=choice.has_gallery),
        pictures=pictures,
        also_in=tuple(plan(each, theme, today=today, pictures=pictures) for each in also_in),
    )


def drawn_by(planned: SitePlan, draw: Callable[..., Drawings]) -> SitePlan:
    """The same plan with somebody else to draw, in every language."""
    also_in = tuple(dataclasses.replace(each, draw=draw) for each in planned.also_in)
    return dataclasses.replace(planned, draw=draw, also_in=also_in)


def _pages(business: Business, titles: Titles, today: dt.date, choice: photographs.Choice) -> Iterator[Page]:
    yield titles.page(PageKind.HOME, urls.HOME)
    yield from _service_pages(business, titles)
    yield from _area_pages(business, titles)
    if business.branches:
        yield titles.page(PageKind.BRANCHES, urls.BRANCHES)
    for branch in business.branches:
        yield titles.of_branch(branch)
    yield from _pages_of_words(business, titles, today)
    if choice.has_more:
        yield titles.page(PageKind.GALLERY, urls.GALLERY)
    yield titles.page(PageKind.CONTACT, urls.CONTACT)
    yield from _offer_pages(business, titles, today)
    yield from _placement_pages(business, titles, today)
    yield titles.page(PageKind.PRIVACY, urls.PRIVACY)
    if duties.has_notice(business):
        yield titles.page(PageKind.NOTICE, urls.NOTICE)
    if presence.forms(business):
        yield titles.page(PageKind.THANKS, urls.THANKS, in_sitemap=False)
    yield titles.page(PageKind.NOT_FOUND, urls.NOT_FOUND, in_sitemap=False)


def _service_pages(business: Business, titles: Titles) -> Iterator[Page]:
    if len(business.services) >= 2:
        yield titles.page(PageKind.SERVICES, urls.SERVICES)
    for service in presence.services_with_pages(business):
        yield titles.of_service(service)


def _area_pages(business: Business, titles: Titles) -> Iterator[Page]:
    with_pages = presence.areas_with_pages(business)
    if with_pages or len(presence.areas(business)) >= 3:
        yield titles.page(PageKind.AREAS, urls.AREAS)
    for area in with_pages:
        yield titles.of_area(area)


def _pages_of_words(business: Business, titles: Titles, today: dt.date) -> Iterator[Page]:
    if business.about:
        yield titles.page(PageKind.ABOUT, urls.ABOUT)
    if presence.reviews(business, today):
        yield titles.page(PageKind.REVIEWS, urls.REVIEWS)
    if presence.questions(business):
        yield titles.page(PageKind.FAQ, urls.FAQ)
    if len(business.articles) >= 2:
        yield titles.page(PageKind.ARTICLES, urls.ARTICLES)
    for article in presence.articles(business):
        yield titles.of_article(article)
    for own in business.pages:
        yield titles.of_own(own)


def _offer_pages(business: Business, titles: Titles, today: dt.date) -> Iterator[Page]:
    for offer in presence.offers(business, today):
        yield titles.of_offer(offer)


def _placement_pages(business: Business, titles: Titles, today: dt.date) -> Iterator[Page]:
    """One landing page for each code, with the words of what it leads to."""
    for placement in presence.placements(business, today):
        yield titles.of_placement(placement)
