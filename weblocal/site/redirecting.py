"""Old addresses with their new ones: pages that send on where no host reads redirects, and rules that would lead nowhere."""

import posixpath
from collections.abc import Collection, Iterator

from weblocal.model import urls
from weblocal.model.business import Business
from weblocal.model.problems import Finding, Severity

# what Cloudflare Pages reads of a _redirects file (seen 2026); Netlify reads more
MOST_RULES = 2000
LONGEST_RULE = 1000
_PAGE_ENDINGS = ("", ".html", ".htm")


def pages(business: Business) -> Iterator[tuple[str, str]]:
    """File and new address of each old one that a page can stand in for.

    GitHub Pages, a plain folder and most shared hosts read no `_redirects`. Where a host does, it sends on by itself, or
    shows this page, which does the same.
    """
    made = set()
    for old, new in business.host.redirects:
        ending = posixpath.splitext(old)[1].lower()
        file = old.lstrip("/") if ending else f"{old.strip('/')}/index.html"
        if ending in _PAGE_ENDINGS and old != urls.HOME and file not in made:
            made.add(file)
            yield file, new


def findings(business: Business, names: Collection[str], *, paths: Collection[str]) -> Iterator[Finding]:
    """Redirects that hide a page, lead nowhere, or that hosts would not read; `names` are those of all files, `paths` those of all pages."""
    stand_ins = {file for file, _ in pages(business)}
    served = {_as_served(path) for path in (*paths, *(f"/{name}" for name in names if name not in stand_ins))}
    olds = {_as_served(old) for old, _ in business.host.redirects}
    for old, new in business.host.redirects:
        if _as_served(old) in served:
            message = f"{old} is a page of this site, and a redirect from it would hide it."
            yield _finding("redirect-hides-page", Severity.ERROR, message, f"Take {old} out of host.redirects.")
        target = _on_this_site(new, business)
        if target and target == _as_served(old):
            yield _finding("redirect-circle", Severity.ERROR, f"{old} leads to itself.", "Write the path of another page.")
        elif target and target not in served | olds:
            message = f"The redirect from {old} leads to {new}, and there is no such page."
            yield _finding("redirect-to-nothing", Severity.ERROR, message, "Write the path of a page that there is.")
        if len(f"{old} {new} 301") > LONGEST_RULE:
            message = f"The redirect from {old[:60]} is longer than the {LONGEST_RULE} characters that hosts read."
            yield _finding("redirect-too-long", Severity.WARNING, message, "Shorten it.")
    if len(business.host.redirects) > MOST_RULES:
        message = f"There are more than the {MOST_RULES} redirects that hosts read."
        yield _finding("redirects-too-many", Severity.WARNING, message, "Keep those that people still follow.")


def _on_this_site(new: str, business: Business) -> str:
    """Where a new address leads on this site; empty for another site."""
    path = new.partition("#")[0].partition("?")[0]
    own = business.website.rstrip("/")
    if path == own or path.startswith(f"{own}/"):
        path = path.removeprefix(own) or urls.HOME
    return _as_served(path) if path.startswith("/") else ""


def _as_served(path: str) -> str:
    """A path as hosts see it: `/a`, `/a/`, `/a.html` and `/a/index.html` are one."""
    return path.removesuffix("index.html").removesuffix(".html").rstrip("/") or "/"


def _finding(rule: str, severity: Severity, message: str, fix: str) -> Finding:
    return Finding(rule=rule, severity=severity, page="host.redirects", message=message, fix=fix)
