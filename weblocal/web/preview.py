"""The preview of a site while it is written: its folder over http, shown anew after every build, or what is wrong instead."""

import asyncio
import importlib.resources
import pathlib
import re
from collections.abc import Sequence
from typing import Protocol

import jinja2
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from weblocal.web import folders, guards, visiting

WAIT_SECONDS = 20.0
LOOK_SECONDS = 0.015
# a policy in the page itself cannot be loosened for the reload script by a header, so the preview leaves it out
_POLICY_IN_PAGE = re.compile(rb"<meta\s+http-equiv=[\"']?content-security-policy[^>]*>", re.IGNORECASE)


class Mail(Protocol):
    """A mail to look at."""

    @property
    def id(self) -> str:
        """Its sequence and step, with a slash between them."""

    @property
    def sequence(self) -> str:
        """What the sequence is called."""

    @property
    def subject(self) -> str:
        """Its subject."""

    @property
    def html(self) -> str:
        """The mail as most people see it."""

    @property
    def text(self) -> str:
        """The same in plain text."""


class Piece(Protocol):
    """A print piece to look at."""

    @property
    def id(self) -> str:
        """The id of its placement."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def picture(self) -> bytes:
        """A PNG of it; empty where it could not be made."""

    @property
    def problem(self) -> str:
        """Why it could not be made."""


class Building(Protocol):
    """What the preview asks of whoever builds: how many times it was tried, and what was wrong the last time."""

    @property
    def number(self) -> int:
        """One more after every try, good or bad."""

    @property
    def problems(self) -> tuple[str, ...]:
        """What the last try found wrong, each a sentence with its place; empty when the site is there."""

    def mails(self) -> Sequence[Mail]:
        """Every mail as it will be."""

    def pieces(self) -> Sequence[Piece]:
        """Every print piece as it will be."""


def build_app(
    folder: pathlib.Path, building: Building, *, hosts: tuple[str, ...] = (), key: str = "", wait_seconds: float = WAIT_SECONDS
) -> Starlette:
    """The preview of `folder`. It answers to loopback names and `hosts` alone: a page elsewhere must not read a draft.

    With a `key`, whoever comes from another machine has to bring it once, in the address; a cookie then stands for it.
    """
    names = frozenset(guards.host_name(name) for name in (*guards.LOOPBACK, *hosts)) | {"::1"}
    app = Starlette(
        routes=[
            Route("/_weblocal/changes", _changes, methods=["GET"]),
            Route("/_weblocal/", _workshop, methods=["GET"]),
            Route("/_weblocal/mails/{id:path}.html", _mail, methods=["GET"]),
            Route("/_weblocal/mails/{id:path}.txt", _mail_text, methods=["GET"]),
            Route("/_weblocal/print/{id}.png", _piece, methods=["GET"]),
            Route("/_weblocal/{name}", _own_file, methods=["GET"]),
            Route("/{path:path}", _page, methods=["GET"]),
        ],
        middleware=[Middleware(guards.Guard, hosts=names), Middleware(visiting.Visiting, key=key)],
    )
    app.state.building = building
    app.state.site = folders.BuiltFolder(folder)
    app.state.wait_seconds = wait_seconds
    app.state.templates = jinja2.Environment(
        loader=jinja2.PackageLoader("weblocal.web", "templates"), autoescape=True, undefined=jinja2.StrictUndefined
    )
    return app


async def _page(request: Request) -> Response:
    building: Building = request.app.state.building
    number, problems = building.number, building.problems
    if problems:
        return _own_page(request, "preview_problems.html", status=500, problems=problems)
    site: folders.BuiltFolder = request.app.state.site
    found = await site.get_response(site.get_path(request.scope), request.scope)
    if not found.headers.get("content-type", "").startswith("text/html"):
        return found
    html = await _whole(found)
    shown = HTMLResponse(_with_script(html, number), found.status_code)
    for name, value in found.headers.items():
        if name not in {"content-length", "content-type", "etag", "last-modified", "content-security-policy"}:
            shown.headers[name] = value
    shown.headers["Content-Security-Policy"] = _with_own_script(found.headers["content-security-policy"])
    shown.headers["Cache-Control"] = "no-store"
    return shown


async def _workshop(request: Request) -> Response:
    """The list of all that leaves the house beside the site: mails in order, print pieces as pictures."""
    building: Building = request.app.state.building
    if building.problems:
        return _own_page(request, "preview_problems.html", status=500, problems=building.problems)
    mails = await asyncio.to_thread(building.mails)
    pieces = await asyncio.to_thread(building.pieces)
    return _own_page(request, "preview_workshop.html", mails=mails, pieces=pieces)


async def _mail(request: Request) -> Response:
    mail = await _found_mail(request)
    building: Building = request.app.state.building
    answer = HTMLResponse(_with_script(mail.html.encode(), building.number))
    # mails carry their styles in attributes, as mail programs want them
    answer.headers["Content-Security-Policy"] = _with_own_script("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    return answer


async def _mail_text(request: Request) -> Response:
    return PlainTextResponse((await _found_mail(request)).text)


async def _found_mail(request: Request) -> Mail:
    building: Building = request.app.state.building
    wanted = request.path_params["id"]
    found = next((mail for mail in await asyncio.to_thread(building.mails) if mail.id == wanted), None)
    if found is None:
        raise HTTPException(404)
    return found


async def _piece(request: Request) -> Response:
    building: Building = request.app.state.building
    wanted = request.path_params["id"]
    found = next((piece for piece in await asyncio.to_thread(building.pieces) if piece.id == wanted), None)
    if found is None or not found.picture:
        raise HTTPException(404)
    return Response(found.picture, media_type="image/png")


def _own_page(request: Request, template: str, *, status: int = 200, **values: object) -> Response:
    """A page of the preview itself, which starts over when the site was built again."""
    building: Building = request.app.state.building
    text = request.app.state.templates.get_template(template).render(**values)
    answer = HTMLResponse(_with_script(text.encode(), building.number), status)
    answer.headers["Content-Security-Policy"] = _with_own_script("default-src 'none'; style-src 'self'; img-src 'self' data:")
    return answer


async def _changes(request: Request) -> Response:
    """Answer as soon as the site was built again: 205 "start over"; 204 when nothing happened for a while."""
    building: Building = request.app.state.building
    since = request.query_params.get("since", "")
    looks = max(1, round(request.app.state.wait_seconds / LOOK_SECONDS))
    for _ in range(looks):
        if str(building.number) != since:
            return Response(status_code=205)
        if await request.is_disconnected():
            break
        await asyncio.sleep(LOOK_SECONDS)
    return Response(status_code=204)


async def _own_file(request: Request) -> Response:
    kinds = {"reload.js": "text/javascript", "preview.css": "text/css"}
    name = request.path_params["name"]
    if name not in kinds:
        raise HTTPException(404)
    content = importlib.resources.files("weblocal.web").joinpath("static", name).read_bytes()
    return PlainTextResponse(content, media_type=kinds[name])


async def _whole(found: Response) -> bytes:
    """The bytes of an answer that would stream from a file."""
    path = getattr(found, "path", None)
    if path is None:
        return bytes(found.body)
    return await asyncio.to_thread(pathlib.Path(path).read_bytes)


def _with_script(html: bytes, number: int) -> bytes:
    html = _POLICY_IN_PAGE.sub(b"", html)
    script = b'<script src="/_weblocal/reload.js" data-number="%d"></script>' % number
    before, tag, after = html.rpartition(b"</body>")
    return before + script + tag + after if tag else html + script


def _with_own_script(policy: str) -> str:
    """The site's policy, with the preview's script and its question let through."""
    parts = {one.strip().partition(" ")[0]: one.strip().partition(" ")[2] for one in policy.split(";") if one.strip()}
    fallback = parts.get("default-src", "'none'")
    for name in ("script-src", "connect-src"):
        sources = [source for source in parts.get(name, fallback).split() if source != "'none'"]
        parts[name] = " ".join([*sources, "'self'"])
    parts.pop("require-trusted-types-for", None)
    return "; ".join(f"{name} {sources}".strip() for name, sources in parts.items())
