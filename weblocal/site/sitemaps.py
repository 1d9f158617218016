"""The sitemap: every page that search engines should know, with the day on which its words last changed."""

import html
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from weblocal.model import urls
from weblocal.model.site import Page, SiteFile, SiteFiles
from weblocal.site import alternatives, freshness
from weblocal.site.freshness import Seen
from weblocal.site.planning import SitePlan

NOTHING_SEEN: Mapping[str, Seen] = MappingProxyType({})


def dated(plan: SitePlan, files: SiteFiles, seen: Mapping[str, Seen]) -> tuple[SiteFiles, dict[str, Seen]]:
    """The files with the dates of their pages in the sitemap, and what is to be remembered of the pages for the next time."""
    plans = plan.in_every_language()
    listed = {_file_of(_address(each, page)): _address(each, page) for each in plans for page in each.pages if page.in_sitemap}
    pages = ((listed[file.path], file.content.decode()) for file in files if file.path in listed)
    changed = freshness.dated(pages, seen, today=plan.today)
    name = urls.SITEMAP.lstrip("/")
    whole = SiteFile(path=name, content=sitemap(plans, changed).encode())
    return tuple(whole if file.path == name else file for file in files), changed


def sitemap(plans: Sequence[SitePlan], changed: Mapping[str, Seen] = NOTHING_SEEN) -> str:
    """Every page that search engines should know, in every language, with the day on which its words last changed."""
    entries = "".join(
        f"<url><loc>{_in_xml(plan.business.website.rstrip('/') + page.path)}</loc>{_last_change(plan, page, changed)}"
        f"{_translations(page, plans)}</url>\n"
        for plan in plans
        for page in plan.pages
        if page.in_sitemap
    )
    spoken = ' xmlns:xhtml="http://www.w3.org/1999/xhtml"' if len(plans) > 1 else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"{spoken}>\n{entries}</urlset>\n'
    )


def _last_change(plan: SitePlan, page: Page, changed: Mapping[str, Seen]) -> str:
    seen = changed.get(_address(plan, page))
    return f"<lastmod>{seen.changed_on.isoformat()}</lastmod>" if seen else ""


def _translations(page: Page, plans: Sequence[SitePlan]) -> str:
    return "".join(
        f'<xhtml:link rel="alternate" hreflang="{one.language}" href="{_in_xml(one.address)}"/>'
        for one in alternatives.alternates(page, plans)
    )


def _in_xml(address: str) -> str:
    return html.escape(address)


def _address(plan: SitePlan, page: Page) -> str:
    return urls.in_language(page.path, plan.business.prefix)


def _file_of(path: str) -> str:
    return f"{path}index.html".lstrip("/") if path.endswith("/") else path.lstrip("/")
