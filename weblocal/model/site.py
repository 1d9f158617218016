"""What a site will be (pages, before any bytes) and what it became (files)."""

import enum

from weblocal.model.records import record


class PageKind(enum.StrEnum):
    """Every kind of page a site may hold; a theme shows it with pages/<kind>.html, or with pages/page.html."""

    HOME = "home"
    SERVICES = "services"
    SERVICE = "service"
    AREAS = "areas"
    AREA = "area"
    BRANCHES = "branches"
    BRANCH = "branch"
    ABOUT = "about"
    REVIEWS = "reviews"
    FAQ = "faq"
    ARTICLES = "articles"
    ARTICLE = "article"
    GALLERY = "gallery"
    OWN = "own"
    CONTACT = "contact"
    OFFER = "offer"
    PLACEMENT = "placement"
    PRIVACY = "privacy"
    NOTICE = "notice"
    THANKS = "thanks"
    NOT_FOUND = "not_found"


class HeroKind(enum.StrEnum):
    """What the first screen of a theme leads with: the promise beside artwork, a table of contents, a sentence to fill in, a board."""

    PROMISE = "promise"
    CONTENTS = "contents"
    APPOINTMENT = "appointment"
    BOARD = "board"


class ArtworkKind(enum.StrEnum):
    """What a theme draws for a business that has no photographs."""

    TILES = "tiles"
    SEAL = "seal"
    STILL_LIFE = "still_life"
    LANES = "lanes"


class FieldKind(enum.StrEnum):
    """What a theme does with the brand field: dimmed in the dark like everything else, or a signal, the same at day and night."""

    DIMMED = "dimmed"
    SIGNAL = "signal"


class HomeSection(enum.StrEnum):
    """The sections a home page may hold, as trade packs list them; each appears only when it has something to say."""

    FACTS = "facts"
    SERVICES = "services"
    PRICES = "prices"
    OFFERS = "offers"
    TIMETABLE = "timetable"
    RULES = "rules"
    STEPS = "steps"
    GALLERY = "gallery"
    TEAM = "team"
    REVIEWS = "reviews"
    WHERE = "where"
    PLACES = "places"
    FAQ = "faq"
    ARTICLES = "articles"
    FORM = "form"


@record
class Page:
    """A document with a URL. `path` begins and (but for /404.html) ends with a slash; `subject` is the id it is about."""

    kind: PageKind
    path: str
    title: str
    description: str
    subject: str = ""
    in_sitemap: bool = True


@record
class SiteFile:
    """One file of the built site; `path` is relative, with forward slashes."""

    path: str
    content: bytes


SiteFiles = tuple[SiteFile, ...]


@record
class TreeChanges:
    """What replacing a tree did to its files, by path."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
