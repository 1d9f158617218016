"""The desk's own pages: its templates, its three cached files, and what every template may ask for."""

import datetime as dt
import importlib.resources
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import jinja2
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from weblocal import clock, tokens
from weblocal.flows.workspace import Workspace
from weblocal.model.business import Business
from weblocal.model.devices import Device
from weblocal.model.records import record
from weblocal.web import brand
from weblocal.wording import local, texts
from weblocal.wording.texts import Texts

FORM_PURPOSE = "desk.form"
STAFF_LANGUAGE = "en"

T = TypeVar("T")


@record
class Asset:
    """One cached file: its address carries a digest of its bytes, so that it may be kept for ever."""

    name: str
    media_type: str
    content: bytes

    @property
    def path(self) -> str:
        """The address, new whenever a byte changes."""
        return f"{brand.FILES}{self.name}?v={brand.digest(self.content)}"


@record
class Colour:
    """The colour of the browser's own frame in light or dark."""

    scheme: str
    value: str


@record
class Frame:
    """What every template may ask for beside its own screen."""

    business: str
    tiles: str
    current: str
    token: str
    theme_colours: tuple[Colour, ...]
    brand_css: str
    desk_css: str
    desk_js: str
    face: str
    mural: Markup
    new_key: Callable[[], str]
    language: str
    direction: str


@record
class Desk:
    """The running desk: the business folder, its pages, its clock."""

    workspace: Workspace
    templates: jinja2.Environment
    assets: Mapping[str, Asset]
    now: Callable[[], dt.datetime]

    async def ask(self, work: Callable[..., T], *args: Any, **kwargs: Any) -> T:  # noqa: ANN401 - hands on what a flow takes
        """Run a flow on this business in a worker thread: no page waits for another page's disk."""
        return await run_in_threadpool(work, self.workspace, *args, now=self.now(), **kwargs)

    def frame(self, *, current: str = "", device: Device | None = None, speaks: Business | None = None) -> Frame:
        """What templates may ask for; the form token belongs to the device that is signed in. Staff are spoken to in English."""
        business = self.workspace.business
        token = ""
        if device is not None:
            token = tokens.issue((device.id,), purpose=FORM_PURPOSE, keys=self.workspace.keys, now=self.now())
        light, dark = brand.field_colours(self.workspace)
        return Frame(
            business=business.name,
            tiles=business.trade.tiles,
            current=current,
            token=token,
            theme_colours=(Colour(scheme="light", value=light), Colour(scheme="dark", value=dark)),
            brand_css=self.assets["brand.css"].path,
            desk_css=self.assets["desk.css"].path,
            desk_js=self.assets["desk.js"].path,
            face=brand.face_address(self.workspace),
            mural=brand.mural(self.workspace),
            new_key=clock.new_id,
            language=speaks.language if speaks else STAFF_LANGUAGE,
            direction=local.direction(speaks.language if speaks else STAFF_LANGUAGE),
        )

    def texts(self, page: str = "") -> Texts:
        """What is said to a visitor, in the language of the page that they came from; else in the first one."""
        return texts.for_language(self.workspace.speaking_at(page).locale)

    def page(
        self,
        template: str,
        *,
        status: int = 200,
        current: str = "",
        device: Device | None = None,
        speaks: Business | None = None,
        **values: object,
    ) -> Response:
        """One page of the desk; `speaks` is the business in a visitor's language, for pages that visitors see."""
        frame = self.frame(current=current, device=device, speaks=speaks)
        say = texts.for_language(speaks.locale if speaks else STAFF_LANGUAGE)
        text = self.templates.get_template(template).render(desk=frame, say=say.say, many=say.many, **values)
        return HTMLResponse(text, status)

    def notice(
        self,
        heading: str,
        *sentences: str,
        status: int = 200,
        button: Mapping[str, str] | None = None,
        link: Mapping[str, str] | None = None,
        page: str = "",
    ) -> Response:
        """A public page that says one thing, in the language of `page`, from which the visitor came."""
        speaks = self.workspace.speaking_at(page)
        template = "public.html"
        return self.page(template, status=status, speaks=speaks, heading=heading, sentences=sentences, button=button, link=link)


def desk_of(request: Request) -> Desk:
    """The desk that serves this request."""
    desk: Desk = request.app.state.desk
    return desk


def open_desk(workspace: Workspace, *, now: Callable[[], dt.datetime]) -> Desk:
    """Read templates and files once; nothing is read from disk for a page afterwards."""
    here = importlib.resources.files("weblocal.web")
    assets = [
        Asset(name="desk.css", media_type="text/css", content=here.joinpath("static", "desk.css").read_bytes()),
        Asset(name="desk.js", media_type="text/javascript", content=here.joinpath("static", "desk.js").read_bytes()),
        Asset(name="brand.css", media_type="text/css", content=brand.css(workspace).encode()),
    ]
    assets.extend(Asset(name=name, media_type="font/woff2", content=content) for name, content in brand.fonts(workspace))
    templates = jinja2.Environment(
        loader=jinja2.PackageLoader("weblocal.web", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return Desk(workspace=workspace, templates=templates, assets={asset.name: asset for asset in assets}, now=now)


async def asset(request: Request) -> Response:
    """A cached file of the desk: style, script, brand, fonts."""
    found = desk_of(request).assets.get(request.path_params["name"])
    if found is None:
        return Response("Not here.\n", 404, media_type="text/plain")
    is_named_by_digest = request.query_params.get("v", "") in found.path
    keep = "public, max-age=31536000, immutable" if is_named_by_digest and request.query_params.get("v") else "no-cache"
    return Response(found.content, media_type=found.media_type, headers={"Cache-Control": keep})
