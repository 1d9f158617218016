"""A plan becomes files: the same plan, the same bytes. What every page shares is rendered once."""

import collections
import dataclasses
import re
from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from weblocal.model import urls
from weblocal.model.branches import Branch
from weblocal.model.records import record
from weblocal.model.site import HomeSection, Page, PageKind, SiteFile, SiteFiles
from weblocal.site import (
    accompanying,
    alternatives,
    branches,
    dividing,
    dressing,
    emblems,
    for_assistants,
    presence,
    redirecting,
    sitemaps,
    structured,
    styling,
    whereabouts,
)
from weblocal.site.composing import Composer, Composition
from weblocal.site.heroes import Heroes
from weblocal.site.parts import NOTHING, Section
from weblocal.site.photographs import Photographs
from weblocal.site.picture_parts import Logo, SharePicture
from weblocal.site.planning import SitePlan
from weblocal.site.sections import Sections
from weblocal.site.status_parts import Status
from weblocal.site.styling import Wanted
from weblocal.site.tongue import Tongue
from weblocal.site.wayfinding import Wayfinding
from weblocal.wording import local

# private letters that stand for the values of a page in a form rendered once for all pages
_STAND_INS = {"page": "\ue000", "placement": "\ue001"}
_EMPTY_LINES = re.compile(r"\n\s*")


@record
class SiteView:
    """What every page of a site shares, for its templates."""

    name: str
    language: str
    direction: str
    home: str
    privacy: str
    comma: str
    icon: str
    manifest: str
    status: Status
    plate_light: str
    plate_dark: str
    font: str
    figures: str
    css: Markup
    script: Markup
    wall: Markup
    small_wall: Markup
    column: Markup
    things: tuple[Markup, ...] = ()
    scene: Markup = NOTHING
    logo: Logo | None = None
    share: SharePicture | None = None
    touch_icon: str = ""
    head: Markup = NOTHING
    foot: Markup = NOTHING
    small_foot: Markup = NOTHING
    photo_foot: Markup = NOTHING


def render(plan: SitePlan, *, css: str = "") -> SiteFiles:
    """Every file of the site but those that other rooms add (the contact card and the calendar of special days).

    `css` is the style of a whole site, when these are some of its pages; else it is made for those that are there.
    """
    plans = plan.in_every_language()
    presses = tuple(Press(each, plans) for each in plans)
    # every page carries the same style, whatever its language, because the policy names one digest
    css = css or presses[0].css + "".join(dict.fromkeys(rule for press in presses for rule in press.rules(press.wanted())))
    for press in presses:
        press.put_on(css)
    files = (*presses[0].beside(), *(page for press in presses for page in press.pages()))
    return tuple(sorted(files, key=lambda file: file.path))


class Press:
    """Everything needed to print pages of one plan, which is one language of a site; `plans` are those of all.

    It prints `pages`, or all of the plan's: a press says what its pages want of the style, is told the style, and prints.
    """

    def __init__(self, plan: SitePlan, plans: Sequence[SitePlan], pages: Sequence[Page] | None = None) -> None:
        self._plan = plan
        self._plans = plans
        self._business = plan.business
        self._tongue = tongue = Tongue(plan.business)
        self._dress = dress = dressing.dress(plan, tongue)
        photographs = Photographs(plan.business, tongue, plan.theme, plan.pictures)
        sections = Sections(plan, tongue, photographs, drawn_map=dress.map)
        self._heroes = Heroes(plan.business, tongue, photographs, leads_with=plan.theme.hero)
        composer = Composer(plan, tongue, sections, self._heroes, photographs=photographs)
        self._compositions = collections.deque(composer.compose(page) for page in (plan.pages if pages is None else pages))
        self._photographs = photographs
        self._wayfinding = Wayfinding(plan, tongue)
        self._environment = dress.environment
        self._rendered: dict[Section, Markup] = {}
        self._guides = {article.id: article for article in plan.business.articles}  # there may be ten thousand

    @property
    def css(self) -> str:
        """What every site in these clothes carries."""
        return self._dress.css

    def wanted(self) -> Wanted:
        """What the pages of this press want of the style."""
        return styling.wanted(self._compositions, sights=self._photographs.sights())

    def rules(self, wanted: Wanted) -> tuple[str, ...]:
        """The rules beside the theme's own for all that is wanted of this language."""
        return styling.rules(self._plan, wanted, has_languages=len(self._plans) > 1)

    def put_on(self, css: str) -> None:
        """Take the one style of the whole site, and make ready what every page shares."""
        self._css = css
        self._site = self._site_view()

    def pages(self) -> Iterator[SiteFile]:
        """Every page of this press, once: what a page is made of goes as it is printed, for there may be ten thousand."""
        while self._compositions:
            composition = self._compositions.popleft()
            # most of a page is the one style of all, which has no empty lines: the policy names its digest as it is
            before, style, after = self._page(composition).partition(self._css)
            text = _without_empty_lines(before) + style + _without_empty_lines(after)
            yield SiteFile(path=_file_path(self._tongue.here(composition.page.path)), content=text.encode())

    def beside(self) -> Iterator[SiteFile]:
        """What stands once beside the pages of all languages, in no order."""
        business, dress, plan = self._business, self._dress, self._plan
        placements = presence.placements(business, plan.today)
        for placement in placements:
            to = accompanying.short_link_target(business, placement)
            yield _text_file(f"q/{placement.code}/index.html", self._moved(self._tongue.href(to)))
        planned = {_file_path(self._tongue.here(page.path)) for page in plan.pages}
        for file, to in redirecting.pages(business):
            if file not in planned:
                yield _text_file(file, self._moved(self._tongue.href(to)))
        yield _text_file("sitemap.xml", sitemaps.sitemap(self._plans))
        yield _text_file(for_assistants.LLMS_FILE, for_assistants.llms(plan, self._tongue))
        key = accompanying.indexnow_key(business)
        yield _text_file(f"{key}.txt", key)
        yield _text_file("robots.txt", accompanying.robots(business))
        yield _text_file("favicon.svg", dress.icon)
        root = self._tongue.shared.removesuffix("/")
        colours = {"plate": dress.plate_light, "paper": dress.paper_light}
        yield _text_file("site.webmanifest", accompanying.manifest(business, root=root, icons=plan.pictures.icons, **colours))
        inline = {"style": self._css, "script": str(dress.script)}
        prefixes = [each.business.prefix for each in plan.also_in]
        yield _text_file(accompanying.HEADERS_FILE, accompanying.headers(business, plan.pages, also_in=prefixes, **inline))
        if lines := accompanying.redirects(business, placements, also_in=prefixes):
            yield _text_file(accompanying.REDIRECTS_FILE, lines)
        yield from dress.files

    def _page(self, composition: Composition) -> str:
        page = composition.page
        names = (f"pages/{page.kind.value}.html", "pages/page.html")
        return self._environment.select_template(names).render(
            site=self._site,
            say=self._tongue.say,
            page=page,
            canonical=self._business.website.rstrip("/") + page.path,
            is_home=page.kind is PageKind.HOME,
            verified=accompanying.verification_tags(self._business) if page.kind is PageKind.HOME else (),
            nav=self._wayfinding.masthead(page),
            alternates=alternatives.alternates(page, self._plans),
            languages=alternatives.language_links(page, self._plan, self._plans),
            hero=composition.hero,
            sections=tuple(map(self._section, composition.sections)),
            graph=Markup(self._graph(composition)),  # noqa: S704 - escaped for a script element by `structured`
        )

    def _section(self, section: Section) -> Markup:
        """One section through its partial; what many pages share is rendered once, a form but for the two values of its page."""
        if section.form is None:
            return self._shared(section)
        standing = {name: value for name, value in section.form.hidden if name in _STAND_INS}
        hidden = tuple((name, _STAND_INS.get(name, value)) for name, value in section.form.hidden)
        shared = self._shared(dataclasses.replace(section, form=dataclasses.replace(section.form, hidden=hidden)))
        for name, value in standing.items():
            shared = shared.replace(_STAND_INS[name], escape(value))
        return shared

    def _shared(self, section: Section) -> Markup:
        if section.partial == "prose":  # the owner's own words: on one page, and there may be ten thousand
            return self._printed(section)
        if section not in self._rendered:
            self._rendered[section] = self._printed(section)
        return self._rendered[section]

    def _printed(self, section: Section) -> Markup:
        template = self._environment.get_template(f"partials/{section.partial}.html")
        shown = dividing.divided(section, self._tongue)
        # our own template escaped every value
        return Markup(template.render(site=self._site, say=self._tongue.say, section=shown))  # noqa: S704

    def _graph(self, composition: Composition) -> str:
        page = composition.page
        if not page.in_sitemap:
            return ""
        about = self._business_node(page)
        here = [branches.node(self._business, each, self._plan.today) for each in self._business.branches if _is_of(page, each)]
        return structured.as_json(
            [
                about,
                *here,
                *structured.page_nodes(self._business, page, crumbs=composition.crumbs, article=self._guides.get(page.subject)),
            ]
        )

    def _business_node(self, page: Page) -> structured.Node:
        """The business on this page: whole at home and on the contact page, with its services where they are listed."""
        business = self._business
        lists_services = page.kind is PageKind.SERVICES or not self._plan.has(urls.SERVICES)
        node = structured.short_business_node(business)
        if page.kind in {PageKind.HOME, PageKind.CONTACT}:
            node |= structured.business_node(business, self._plan.today)
            node |= structured.picture_node(business, self._plan.pictures)
        if lists_services and page.kind in {PageKind.HOME, PageKind.SERVICES}:
            node |= structured.catalogue_node(business)
        return node

    def _moved(self, to: str) -> str:
        template = self._environment.get_template("pages/moved.html")
        return template.render(site=self._site, say=self._tongue.say, to=to, refresh=f"0; url={to}")

    def _site_view(self) -> SiteView:
        tongue, dress = self._tongue, self._dress
        where = f"{urls.HOME}#where" if HomeSection.WHERE in self._plan.home_sections else urls.CONTACT
        site = SiteView(
            name=self._business.name,
            language=self._business.language,
            direction=tongue.direction,
            home=tongue.href(urls.HOME),
            privacy=tongue.href(urls.PRIVACY),
            comma=local.comma(tongue.language),
            icon=tongue.href(urls.ICON),
            manifest=tongue.href(urls.MANIFEST),
            status=whereabouts.status(self._business, tongue, self._plan.today, href=tongue.href(where)),
            plate_light=dress.plate_light,
            plate_dark=dress.plate_dark,
            font=tongue.href(dress.preload) if dress.preload else "",
            figures=tongue.href(dress.preload_figures) if dress.preload_figures else "",
            css=Markup(self._css),  # noqa: S704 - the theme's own styles
            script=dress.script,
            wall=dress.wall,
            small_wall=dress.small_wall,
            column=dress.column,
            things=dress.things,
            scene=dress.scene,
            logo=emblems.logo(self._plan.pictures, tongue),
            share=emblems.share(self._plan.pictures, self._business),
            touch_icon=emblems.touch_icon(self._plan.pictures, tongue),
        )
        head = self._environment.get_template("partials/dress.html").render(site=site)
        template, footing = (
            self._environment.get_template("partials/foot.html"),
            self._wayfinding.footing(self._heroes.thumb_actions()),
        )
        # all of them come out of our own templates, where every value was escaped
        foot, small_foot, photo_foot = (
            Markup(template.render(site=site, say=tongue.say, footing=footing, strip=strip))  # noqa: S704
            for strip in (dress.strip, dress.small_strip, dress.column_strip)
        )
        return dataclasses.replace(site, head=Markup(head), foot=foot, small_foot=small_foot, photo_foot=photo_foot)  # noqa: S704


def _is_of(page: Page, branch: Branch) -> bool:
    return page.kind is PageKind.BRANCH and page.subject == branch.id


def _file_path(path: str) -> str:
    return f"{path}index.html".lstrip("/") if path.endswith("/") else path.lstrip("/")


def _text_file(path: str, text: str) -> SiteFile:
    content = _without_empty_lines(text) if path.endswith(".html") else text
    return SiteFile(path=path, content=content.encode())


def _without_empty_lines(text: str) -> str:
    return _EMPTY_LINES.sub("\n", text)
