"""The same page in the other languages of the site: what search engines are told, and the links a visitor is given."""

from collections.abc import Sequence

from weblocal.model.records import record
from weblocal.model.site import Page
from weblocal.site.parts import LanguageLink
from weblocal.site.planning import SitePlan
from weblocal.site.tongue import Tongue
from weblocal.wording import local

# for visitors whose language the site does not speak (Google, Localized versions of your pages)
DEFAULT = "x-default"


@record
class Alternate:
    """One address under which a page can be read in one language, for `hreflang`."""

    language: str
    address: str


def alternates(page: Page, plans: Sequence[SitePlan]) -> tuple[Alternate, ...]:
    """Every language in which this page exists, itself among them, then the default; nothing where there is only one.

    `plans` are those of all languages, the first language first. A page that search engines should not list has none.
    """
    if len(plans) < 2 or not page.in_sitemap:
        return ()
    having = [plan for plan in plans if plan.has(page.path)]
    if len(having) < 2:
        return ()
    named = [Alternate(language=plan.business.language, address=_address(plan, page.path)) for plan in having]
    return (*named, Alternate(language=DEFAULT, address=named[0].address))


def language_links(page: Page, plan: SitePlan, plans: Sequence[SitePlan]) -> tuple[LanguageLink, ...]:
    """The way to this page in every language, each by its own name; where it does not exist, the way to the first page."""
    if len(plans) < 2:
        return ()
    tags = tuple(each.business.language for each in plans)
    return tuple(
        LanguageLink(
            text=local.own_name(each.business.language, among=tags),
            href=Tongue(each.business).href(page.path if each.has(page.path) else "/"),
            language=each.business.language,
            is_here=each is plan,
        )
        for each in plans
    )


def _address(plan: SitePlan, path: str) -> str:
    return plan.business.website.rstrip("/") + path
