"""Where things live on the site and on the desk: every path is made here and nowhere else."""

HOME = "/"
SERVICES = "/services/"
AREAS = "/areas/"
ABOUT = "/about/"
REVIEWS = "/reviews/"
FAQ = "/questions/"
ARTICLES = "/guides/"
BRANCHES = "/locations/"
GALLERY = "/photos/"
CONTACT = "/contact/"
PRIVACY = "/privacy/"
NOTICE = "/legal-notice/"
THANKS = "/thanks/"
NOT_FOUND = "/404.html"
VCARD = "/business.vcf"
CALENDAR = "/special-hours.ics"
ICON = "/favicon.svg"
OLD_ICON = "/favicon.ico"
TOUCH_ICON = "/apple-touch-icon.png"
TOUCH_ICON_PX = 180
PICTURES = "/pictures/"
MANIFEST = "/site.webmanifest"
SITEMAP = "/sitemap.xml"
_TAKEN = frozenset(
    (SERVICES, AREAS, BRANCHES, ABOUT, REVIEWS, FAQ, ARTICLES, GALLERY, CONTACT, PRIVACY, NOTICE, THANKS, PICTURES)
) | {
    "/offers/",
    "/from/",
    "/q/",
    "/forms/",
    "/u/",
    "/desk/",
    "/fonts/",
}
_SHARED = ("/q/", "/forms/", "/u/", "/desk/", "/fonts/")


def service(service_id: str) -> str:
    """The page of one service."""
    return f"/services/{service_id.replace('_', '-')}/"


def icon(side_px: int) -> str:
    """The icon of this side; telephones of one maker ask for theirs by a name of its own."""
    return TOUCH_ICON if side_px == TOUCH_ICON_PX else f"/icon-{side_px}.png"


def area(area_id: str) -> str:
    """The page of one area."""
    return f"/areas/{area_id.replace('_', '-')}/"


def article(article_id: str) -> str:
    """The page of one article."""
    return f"/guides/{article_id.replace('_', '-')}/"


def branch(branch_id: str) -> str:
    """The page of one branch."""
    return f"{BRANCHES}{branch_id.replace('_', '-')}/"


def own_page(page_id: str) -> str:
    """A page of the owner's own."""
    return f"/{page_id.replace('_', '-')}/"


def is_taken(page_id: str) -> bool:
    """Whether a page of the owner's own would stand where the site has one of its own already."""
    return own_page(page_id) in _TAKEN


def offer(offer_id: str) -> str:
    """The landing page of one offer."""
    return f"/offers/{offer_id.replace('_', '-')}/"


def placement(code: str) -> str:
    """The landing page of one placement, which its short link leads to."""
    return f"/from/{code}/"


def short_link(code: str) -> str:
    """The printed path of a placement: on the desk it counts the scan, on the static site it redirects."""
    return f"/q/{code}"


def form_action(form_id: str) -> str:
    """Where a form posts to, on the desk."""
    return f"/forms/{form_id}"


def unsubscribe(token: str) -> str:
    """The one-click address of a mail, on the desk (RFC 8058)."""
    return f"/u/{token}"


def desk_lead(lead_id: str) -> str:
    """Where an alert leads: one lead, on the desk, for paired devices only."""
    return f"/desk/leads/{lead_id}"


def desk_coupon(code: str) -> str:
    """Where a coupon's QR leads: the desk's answer to the code, for paired devices only; looking changes nothing."""
    return f"/desk/redeem/check?code={code}"


def prefix_of(language: str) -> str:
    """What stands before every path of a further language: cy is at /cy."""
    return f"/{language.lower()}"


def in_language(path: str, prefix: str) -> str:
    """A path under the prefix of one language. What all languages share stays where it is: files, short links, the desk."""
    name = path.partition("#")[0].partition("?")[0].rsplit("/", 1)[-1]
    is_shared = ("." in name and name != NOT_FOUND.lstrip("/")) or path.startswith(_SHARED)
    return path if is_shared else prefix + path
