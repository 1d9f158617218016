"""The title and description of every page: what a visitor reads in search results and in the tab."""

from weblocal.model import urls
from weblocal.model.branches import Branch
from weblocal.model.business import Business
from weblocal.model.offers import Offer
from weblocal.model.placements import Placement
from weblocal.model.services import Area, Service
from weblocal.model.site import Page, PageKind
from weblocal.model.words import Article, OwnPage
from weblocal.prose import markdown
from weblocal.site.tongue import Tongue

DESCRIPTION_LETTERS = 155


class Titles:
    """Titles in the language of one business; each names what the page is about first, then whose it is."""

    def __init__(self, business: Business, tongue: Tongue) -> None:
        self._business = business
        self._tongue = tongue
        self._town = business.address.town
        self._by_kind = self._of_kinds()

    def page(self, kind: PageKind, path: str, *, in_sitemap: bool = True) -> Page:
        """A page that exists once on the site."""
        title, description = self._by_kind[kind]
        return self._page(kind, path, title, description, in_sitemap=in_sitemap)

    def of_service(self, service: Service) -> Page:
        """The page of one service, with its price when there is one."""
        say = self._tongue.say
        price = self._tongue.price_in_words(service.price) if service.price else ""
        title = say("{service} in {town}", service=service.name, town=self._town)
        summary = service.summary or (service.page.summary if service.page else "")
        return self._page(
            PageKind.SERVICE,
            urls.service(service.id),
            f"{title}, {price}" if price else title,
            summary or _opening(service.page.body if service.page else ""),
            subject=service.id,
        )

    def of_area(self, area: Area) -> Page:
        """The page of one place the business travels to."""
        title = self._tongue.say("{trade} in {town}", trade=self._business.trade.name, town=area.name)
        words = area.page
        description = (words.summary or _opening(words.body)) if words else ""
        return self._page(PageKind.AREA, urls.area(area.id), title, description, subject=area.id)

    def of_article(self, article: Article) -> Page:
        """A guide under its own title."""
        text = article.text
        title = text.title or article.id.replace("_", " ").capitalize()
        return self._page(
            PageKind.ARTICLE, urls.article(article.id), title, text.summary or _opening(text.body), subject=article.id
        )

    def of_branch(self, branch: Branch) -> Page:
        """The page of one branch: the trade and where it is."""
        town = branch.address.town if branch.name == branch.address.town else f"{branch.name}, {branch.address.town}"
        title = self._tongue.say("{trade} in {town}", trade=self._business.trade.name, town=town)
        where = self._tongue.say("Address, phone and opening hours of {name} in {town}.", name=self._business.name, town=town)
        words = (branch.page.summary or _opening(branch.page.body)) if branch.page else ""
        return self._page(PageKind.BRANCH, urls.branch(branch.id), title, words or where, subject=branch.id)

    def of_own(self, own: OwnPage) -> Page:
        """A page of the owner's own under its own title."""
        text = own.text
        return self._page(PageKind.OWN, urls.own_page(own.id), text.title, text.summary or _opening(text.body), subject=own.id)

    def of_offer(self, offer: Offer) -> Page:
        """The page of an offer: what is to be had, then the conditions."""
        words = f"{offer.text} {offer.terms}".strip()
        return self._page(PageKind.OFFER, urls.offer(offer.id), offer.text.rstrip("."), words, subject=offer.id)

    def of_placement(self, placement: Placement) -> Page:
        """The page behind a printed code; not for search engines, since it counts where people come from."""
        title = placement.headline or self._business.tagline or self._promise()
        return self._page(PageKind.PLACEMENT, urls.placement(placement.code), title, "", subject=placement.id, in_sitemap=False)

    def _of_kinds(self) -> dict[PageKind, tuple[str, str]]:
        """Title and description of every page that exists once."""
        say, business, about = self._tongue.say, self._business, self._business.about
        called = {"name": business.name, "town": self._town}
        return {
            PageKind.HOME: (self._promise(), business.lead or business.tagline or self._range()),
            PageKind.SERVICES: (say("Services and prices"), self._range()),
            PageKind.AREAS: (say("Where we work"), say("Places around {town} that {name} comes to.", **called)),
            PageKind.BRANCHES: (
                say("Our places"),
                say("Where to find {name}: every address with its hours.", name=business.name),
            ),
            PageKind.ABOUT: ((about.title if about else "") or say("About us"), _opening(about.body if about else "")),
            PageKind.REVIEWS: (say("What customers say"), say("Words of customers of {name} in {town}.", **called)),
            PageKind.FAQ: (say("Questions and answers"), say("What people ask {name} in {town}, and the answers.", **called)),
            PageKind.ARTICLES: (say("Guides"), say("Advice from {name} in {town}.", **called)),
            PageKind.GALLERY: (say("Photos"), say("Photos of {name} in {town}.", **called)),
            PageKind.CONTACT: (say("Contact and opening hours"), self._how_to_reach()),
            PageKind.NOTICE: (say("Legal notice"), say("Who answers for this site.")),
            PageKind.PRIVACY: (say("Privacy"), say("What {name} does with what you tell us.", name=business.name)),
            PageKind.THANKS: (say("Thank you"), ""),
            PageKind.NOT_FOUND: (say("Page not found"), ""),
        }

    def _promise(self) -> str:
        return self._tongue.say("{trade} in {town}", trade=self._business.trade.name, town=self._town)

    def _range(self) -> str:
        names = self._tongue.listed(tuple(service.name for service in self._business.services[:3]))
        return self._tongue.say("{services} in {town}.", services=names, town=self._town) if names else self._promise()

    def _how_to_reach(self) -> str:
        business = self._business
        ways = tuple(way for way in (business.phone.display if business.phone else "", business.email) if way)
        return self._tongue.say("How to reach {name} in {town}.", name=business.name, town=self._town) + (
            f" {self._tongue.in_a_row(*ways)}." if ways else ""
        )

    def _page(
        self, kind: PageKind, path: str, title: str, description: str, *, subject: str = "", in_sitemap: bool = True
    ) -> Page:
        return Page(
            kind=kind,
            path=path,
            title=f"{title} | {self._business.name}" if self._business.name not in title else title,
            description=_cut(description, DESCRIPTION_LETTERS),
            subject=subject,
            in_sitemap=in_sitemap,
        )


def _opening(body: str) -> str:
    """The first paragraph of a Markdown text, in plain words."""
    for paragraph in body.split("\n\n"):
        if paragraph.strip() and not paragraph.lstrip().startswith(("#", "-", "*", "1.", "|", ">")):
            return markdown.to_plain(paragraph)
    return ""


def _cut(words: str, letters: int) -> str:
    """At most `letters` letters, cut between words."""
    if len(words) <= letters:
        return words
    return words[: letters - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
