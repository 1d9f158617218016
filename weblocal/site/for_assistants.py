"""llms.txt: the business and its pages in plain Markdown for programs that answer questions (llmstxt.org, proposal of 2024-09-03)."""

import re

from weblocal.model.site import Page, PageKind
from weblocal.opening import listing
from weblocal.site import presence
from weblocal.site.planning import SitePlan
from weblocal.site.tongue import Tongue
from weblocal.site.whereabouts import postal_lines

LLMS_FILE = "llms.txt"
_OPTIONAL = frozenset({PageKind.PRIVACY, PageKind.NOTICE, PageKind.ARTICLE, PageKind.ARTICLES})
_SIGNS = re.compile(r"([\\`*_\[\]<>#])")


def llms(plan: SitePlan, tongue: Tongue) -> str:
    """Name, what the business is, how to reach it, when it is open, and its pages; only what the pages say too."""
    business = plan.business
    summary = business.lead or business.tagline or f"{business.trade.name}, {business.address.town}"
    ways = (
        ", ".join(postal_lines(business)),
        business.phone.display if business.phone else "",
        business.email,
        business.website,
    )
    parts = [f"# {_plain(business.name)}", f"> {_plain(summary)}", "\n".join(f"- {_plain(way)}" for way in ways if way)]
    if hours := _hours(plan, tongue):
        parts.append("\n".join((f"{_plain(tongue.say('Opening hours'))}:", "", *hours)))
    pages = [page for page in plan.pages if page.in_sitemap]
    parts.append(_links(plan, tongue.say("Pages"), [page for page in pages if page.kind not in _OPTIONAL]))
    # a section with this very name may be passed over by readers short of room
    parts.append(_links(plan, "Optional", [page for page in pages if page.kind in _OPTIONAL]))
    return "\n\n".join(part for part in parts if part) + "\n"


def _hours(plan: SitePlan, tongue: Tongue) -> list[str]:
    lines = []
    for group in listing.grouped(plan.business.hours) if plan.business.hours.is_known else ():
        days = tongue.listed(tuple(tongue.weekday(day) for day in range(group.first_day, group.last_day + 1)))
        spans = ", ".join(f"{tongue.time(span.opens)}–{tongue.time(span.closes)}" for span in group.spans)
        lines.append(f"- {days}: {spans or tongue.say('Closed')}")
    for day in presence.special_days(plan.business, plan.today):
        spans = ", ".join(f"{tongue.time(span.opens)}–{tongue.time(span.closes)}" for span in day.spans)
        lines.append(f"- {tongue.date(day.first_on)}: {spans or tongue.say('Closed')}")
    return lines


def _links(plan: SitePlan, title: str, pages: list[Page]) -> str:
    root = plan.business.website.rstrip("/")
    rows = [
        f"- [{_plain(page.title)}]({root}{page.path})" + (f": {_plain(page.description)}" if page.description else "")
        for page in pages
    ]
    return "\n".join((f"## {title}", "", *rows)) if rows else ""


def _plain(words: str) -> str:
    """The owner's words on one line, with no sign that would be read as Markdown, and no soft hyphens."""
    return _SIGNS.sub(r"\\\1", " ".join(words.replace("\u00ad", "").split()))
