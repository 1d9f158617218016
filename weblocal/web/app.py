"""The desk as one ASGI application: its routes, its guards, and the one place that catches what nobody expected."""

import contextlib
import dataclasses
import datetime as dt
import logging
import pathlib
from collections.abc import AsyncIterator, Callable
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from weblocal import clock
from weblocal.errors import LedgerUnavailable, NotAllowed, NotFound
from weblocal.flows import receive
from weblocal.flows.workspace import Workspace
from weblocal.web import folders, guards, pages, pairing, public, staff
from weblocal.web.bodies import BodyRefused

_log = logging.getLogger("weblocal.desk")


def build(
    workspace: Workspace,
    *,
    serve_site: pathlib.Path | None = None,
    hosts: tuple[str, ...] = (),
    now: Callable[[], dt.datetime] = clock.now,
    monotonic: Callable[[], float] = clock.monotonic,
    refusal_seconds: float = 1.0,
) -> Starlette:
    """The desk of one business. `serve_site` is a built site to serve at the same address; `hosts` are further names it answers to."""
    app = Starlette(
        routes=_routes(serve_site),
        middleware=[Middleware(guards.Guard, hosts=_hosts(workspace, hosts)), Middleware(LastCatch)],
        exception_handlers={
            BodyRefused: public.too_much,
            NotFound: _not_found,
            NotAllowed: _not_allowed,
            LedgerUnavailable: _no_ledger,
            HTTPException: _http,
        },
        lifespan=_made_ready,
    )
    app.state.desk = pages.open_desk(workspace, now=now)
    app.state.intake = public.Intake(
        posts=guards.Buckets(size=30, refill_seconds=4, monotonic=monotonic),
        scans=guards.Buckets(size=60, refill_seconds=2, monotonic=monotonic),
        refusal_seconds=refusal_seconds,
        serves_site=serve_site is not None,
    )
    app.state.pairing_tries = guards.Buckets(size=8, refill_seconds=20, monotonic=monotonic)
    return app


@dataclasses.dataclass(slots=True)
class LastCatch:
    """Whatever nobody expected becomes one plain page with a number; the log holds the number and the kind of error, no values."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; an answer that has begun cannot be changed, and is cut short."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        has_begun = False

        async def send_and_note(message: Message) -> None:
            nonlocal has_begun
            has_begun = has_begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, send_and_note)
        except Exception as wrong:  # noqa: BLE001 - the desk's one catch: a traceback would print what visitors wrote
            number = clock.new_id()[-8:]
            _log.error("something went wrong: number %s, %s", number, _where(wrong))
            if not has_begun:
                answer = PlainTextResponse(f"Something went wrong here, and it is not your doing. Number {number}.\n", 500)
                await answer(scope, receive, send_and_note)


@contextlib.asynccontextmanager
async def _made_ready(app: Starlette) -> AsyncIterator[None]:
    """Before the desk answers: its pages compiled, and one post rehearsed, so that nobody waits for being the first."""
    desk: pages.Desk = app.state.desk
    for name in desk.templates.list_templates():
        desk.templates.get_template(name)
    with contextlib.suppress(LedgerUnavailable):  # a desk whose book is shut says so to whoever comes
        await run_in_threadpool(receive.rehearse, desk.workspace, now=desk.now())
    yield


def _routes(serve_site: pathlib.Path | None) -> list[BaseRoute]:
    routes: list[BaseRoute] = [
        Route("/forms/{form_id}", public.take_form, methods=["POST"]),
        Route("/q/{code}", public.scan, methods=["GET"]),
        Route("/check-in", public.check_in_page, methods=["GET"]),
        Route("/check-in", public.check_in, methods=["POST"]),
        Route("/u/{token}", public.unsubscribe_page, methods=["GET"]),
        Route("/u/{token}", public.unsubscribe_now, methods=["POST"]),
        Route("/thanks", public.thanks, methods=["GET"]),
        Route("/healthz", public.health, methods=["GET"]),
        Route("/pair", pairing.pair_page, methods=["GET"]),
        Route("/pair", pairing.pair, methods=["POST"]),
        Route("/desk/files/{name}", pages.asset, methods=["GET"]),
        *_staff_routes(),
    ]
    routes.append(Route("/desk/{rest:path}", staff.missing, methods=["GET"]))
    if serve_site is not None:
        routes.append(Mount("/", folders.BuiltFolder(serve_site)))
    else:
        routes.append(Route("/", _front_door, methods=["GET"]))
    return routes


def _staff_routes() -> list[BaseRoute]:
    seen = {
        "/desk": staff.today,
        "/desk/leads/{id}": staff.lead,
        "/desk/people": staff.people,
        "/desk/people/{id}": staff.person,
        "/desk/people/{id}/why/{run}": staff.why,
        "/desk/visit": staff.who_is_here,
        "/desk/visits/{id}": staff.logged,
        "/desk/redeem": staff.redeem_page,
        "/desk/redeem/check": staff.check_coupon,
        "/desk/held": staff.held,
        "/desk/phones": staff.phones,
        "/desk/more": staff.more,
    }
    done = {
        "/desk/leads/{id}/outcome": staff.outcome,
        "/desk/tasks/{id}/done": staff.task_done,
        "/desk/people/{id}/notes": staff.note,
        "/desk/people/{id}/hold": staff.hold,
        "/desk/visits": staff.log_visit,
        "/desk/visits/{id}/undo": staff.undo_visit,
        "/desk/visits/{id}/what": staff.what_it_was,
        "/desk/redemptions": staff.redeem,
        "/desk/held/{id}/release": staff.let_in,
        "/desk/held/{id}/delete": staff.delete_held,
        "/desk/phones/new": staff.new_phone,
        "/desk/phones/{id}/lock-out": staff.lock_out,
    }
    return [
        *(Route(path, screen, methods=["GET"]) for path, screen in seen.items()),
        *(Route(path, button, methods=["POST"]) for path, button in done.items()),
    ]


def _hosts(workspace: Workspace, more: tuple[str, ...]) -> frozenset[str]:
    """The names the desk answers to: loopback, its own address, the website's, and those it was told."""
    named = (urlsplit(address).netloc for address in (workspace.business.desk.address, workspace.business.website))
    return frozenset(
        name for name in (*guards.LOOPBACK, *map(guards.host_name, named), *map(guards.host_name, more), *more) if name
    )


def _where(wrong: Exception) -> str:
    """The kind of error and the line that raised it: enough to find it, without a word of what was sent."""
    trace = wrong.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{pathlib.Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "nowhere"
    return f"{type(wrong).__name__} at {place}"


async def _front_door(_request: Request) -> Response:
    return RedirectResponse("/desk", 302)


def _not_found(request: Request, wrong: Exception) -> Response:
    message = wrong.message if isinstance(wrong, NotFound) else ""
    fix = wrong.fix if isinstance(wrong, NotFound) else ""
    link = {"to": "/desk", "words": "To the desk"} if request.url.path.startswith("/desk") else None
    return pages.desk_of(request).notice("Not here.", *(words for words in (message, fix) if words), status=404, link=link)


def _not_allowed(request: Request, wrong: Exception) -> Response:
    words = (wrong.message, wrong.fix) if isinstance(wrong, NotAllowed) else ()
    return pages.desk_of(request).notice("Not allowed.", *(one for one in words if one), status=403)


def _no_ledger(request: Request, wrong: Exception) -> Response:
    words = wrong.message if isinstance(wrong, LedgerUnavailable) else ""
    answer = pages.desk_of(request).notice(
        "Not now.", "The book cannot be opened just now. Nothing was lost; please try again in a minute.", status=503
    )
    _log.warning("the ledger cannot be used: %s", words)
    answer.headers["Retry-After"] = "60"
    return answer


def _http(request: Request, wrong: Exception) -> Response:
    assert isinstance(wrong, HTTPException)
    if wrong.status_code == 404:
        return pages.desk_of(request).notice("Not here.", "There is no such page.", status=404)
    return PlainTextResponse(f"{wrong.detail}\n", wrong.status_code, headers=dict(wrong.headers or {}))
