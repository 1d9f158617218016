"""The files beside the pages: sitemap, robots, the manifest, and the headers and redirects for hosts that read them."""

import hashlib
import json
from collections.abc import Sequence
from urllib.parse import urlsplit

from weblocal.model import urls
from weblocal.model.business import Business
from weblocal.model.pictures import Rendition
from weblocal.model.placements import Placement
from weblocal.model.site import Page
from weblocal.site import presence
from weblocal.theming import styles

HEADERS_FILE = "_headers"
REDIRECTS_FILE = "_redirects"

_PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()"

_VERIFICATION = {
    "google": "google-site-verification",
    "bing": "msvalidate.01",
    "yandex": "yandex-verification",
    "pinterest": "p:domain_verify",
    "facebook": "facebook-domain-verification",
}


def indexnow_key(business: Business) -> str:
    """The key under which search engines take news of changed pages (indexnow.org): 32 hexadecimal letters, always the same.

    It is no secret: whoever wants may read it in the file that bears its name.
    """
    return hashlib.blake2b(f"indexnow {business.root}".encode(), digest_size=16).hexdigest()


def robots(business: Business) -> str:
    """Everybody may read everything; pages that should not be listed say so themselves, which a reader kept out would not see."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {business.website.rstrip('/')}{urls.SITEMAP}\n"


def manifest(business: Business, *, plate: str, paper: str, root: str, icons: Sequence[Rendition] = ()) -> str:
    """What a phone shows when somebody keeps the site on the home screen.

    The largest icon may be cut to any shape: what matters in it stands within the circle that is always left.
    """
    drawn = [
        {"src": root + icon.path, "type": icon.type, "sizes": f"{icon.width}x{icon.height}"}
        for icon in icons
        if icon.path != urls.TOUCH_ICON
    ]
    maskable = [drawn[0] | {"purpose": "maskable"}] if drawn else []
    says = {
        "name": business.name,
        "short_name": business.name if len(business.name) <= 12 else business.name.split()[0],
        "lang": business.language,
        "start_url": f"{root}/",
        "scope": f"{root}/",
        "display": "browser",
        "theme_color": plate,
        "background_color": paper,
        "icons": [{"src": root + urls.ICON, "type": "image/svg+xml", "sizes": "any"}, *drawn, *maskable],
    }
    return json.dumps(says, ensure_ascii=False, indent=1) + "\n"


def verification_tags(business: Business) -> tuple[tuple[str, str], ...]:
    """Name and content of the tags by which search engines know the owner."""
    return tuple((_VERIFICATION[service], code) for service, code in business.verification)


def digest_for_policy(inline: str) -> str:
    """The SHA-256 of an inline style or script as a Content-Security-Policy names it."""
    return f"'{styles.policy_hash(inline)}'"


def policy(business: Business, *, style: str, script: str) -> str:
    """The Content-Security-Policy: nothing but our own style, script, pictures and fonts, and forms to who receives them."""
    rules = (
        "default-src 'none'",
        f"script-src {digest_for_policy(script)}",
        f"style-src {digest_for_policy(style)}",
        "img-src 'self' data:",
        "font-src 'self'",
        # no page of ours asks for anything; tools that judge pages fetch robots.txt from within them
        "connect-src 'self'",
        "manifest-src 'self'",
        f"form-action {' '.join(_receivers(business))}",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
    return "; ".join(rules)


def headers(business: Business, pages: Sequence[Page], *, style: str, script: str, also_in: Sequence[str] = ()) -> str:
    """Headers in the form that Netlify and Cloudflare Pages read. HSTS is the owner's to decide: it binds the whole domain."""
    lines = [
        "/*",
        f"  Content-Security-Policy: {policy(business, style=style, script=script)}",
        "  X-Content-Type-Options: nosniff",
        "  X-Frame-Options: DENY",
        "  Referrer-Policy: strict-origin-when-cross-origin",
        f"  Permissions-Policy: {_PERMISSIONS}",
        "  Cross-Origin-Opener-Policy: same-origin",
        "",
        "/fonts/*",
        "  Cache-Control: public, max-age=31536000, immutable",
        "",
        f"{urls.PICTURES}*",
        "  Cache-Control: public, max-age=31536000, immutable",
    ]
    # only these two, under one star each: hosts allow a hundred rules and a campaign may have more cards
    hidden = {"/from/*": "/from/", "/q/*": "/from/", urls.THANKS: urls.THANKS}
    for prefix in also_in:
        hidden |= {f"{prefix}/from/*": "/from/", f"{prefix}{urls.THANKS}": urls.THANKS}
    for pattern, start in hidden.items():
        if any(page.path.startswith(start) for page in pages):
            lines += ["", pattern, "  X-Robots-Tag: noindex"]
    return "\n".join(lines) + "\n"


def redirects(business: Business, placements: Sequence[Placement], *, also_in: Sequence[str] = ()) -> str:
    """Old addresses to new ones, every printed short link to where it leads, and what says "not here" under each prefix."""
    lines = [f"{old} {new} 301" for old, new in business.host.redirects]
    for placement in placements:
        to = short_link_target(business, placement)
        lines += [f"{urls.short_link(placement.code)} {to} 302", f"{urls.short_link(placement.code)}/ {to} 302"]
    # last, since hosts take the first rule that fits; some find the nearest such page by themselves
    lines += [f"{prefix}/* {prefix}{urls.NOT_FOUND} 404" for prefix in also_in]
    return "\n".join(lines) + "\n" if lines else ""


def short_link_target(business: Business, placement: Placement) -> str:
    """The desk, which counts the scan and sends the visitor on; without one, the landing page itself."""
    if business.desk.address:
        return business.desk.address + urls.short_link(placement.code)
    return urls.placement(placement.code)


def _receivers(business: Business) -> list[str]:
    """Who may receive a form: this site (and the page after a post), the desk, form services."""
    actions = [presence.form_action(form, business) for form in presence.forms(business)]
    if business.booking:  # the sentence on the home page may be sent there
        actions.append(business.booking.url)
    origins = {f"{parts.scheme}://{parts.netloc}" for parts in map(urlsplit, actions) if parts.netloc}
    return ["'self'", *sorted(origins)]
