"""The preview of a site while it is written: its folder over http, shown anew after every build, or what is wrong instead."""

import asyncio
import importlib.resources
import pathlib
import re
from typing import Protocol

import jinja2
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from weblocal.web import folders, guards

WAIT_SECONDS = 20.0
LOOK_SECONDS = 0.15
# a policy in the page itself cannot be loosened for the reload script by a header, so the preview leaves it out
_POLICY_IN_PAGE = re.compile(rb"<meta\s+http-equiv=[\"']?content-security-policy[^>]*>", re.IGNORECASE)


class Building(Protocol):
    """What the preview asks of whoever builds: how many times it was tried, and what was wrong the last time."""

    @property
    def number(self) -> int:
        """One more after every try, good or bad."""

    @property
    def problems(self) -> tuple[str, ...]:
        """What the last try found wrong, each a sentence with its place; empty when the site is there."""


def build_app(
    folder: pathlib.Path, building: Building, *, hosts: tuple[str, ...] = (), wait_seconds: float = WAIT_SECONDS
) -> Starlette:
    """The preview of `folder`. It answers to loopback names and `hosts` alone: a page elsewhere must not read a draft."""
    names = frozenset(guards.host_name(name) for name in (*guards.LOOPBACK, *hosts)) | {"::1"}
    app = Starlette(
        routes=[
            Route("/_weblocal/changes", _changes, methods=["GET"]),
            Route("/_weblocal/{name}", _own_file, methods=["GET"]),
            Route("/{path:path}", _page, methods=["GET"]),
        ],
        middleware=[Middleware(guards.Guard, hosts=names)],
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
        text = request.app.state.templates.get_template("preview_problems.html").render(problems=problems)
        answer: Response = HTMLResponse(_with_script(text.encode(), number), 500)
        answer.headers["Content-Security-Policy"] = _with_own_script("default-src 'none'; style-src 'self'; img-src data:")
        return answer
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
