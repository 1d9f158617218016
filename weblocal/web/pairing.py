"""Pairing a device and knowing it again: the page a link opens, the cookie, and the check that stands before every staff page."""

import functools
from collections.abc import Awaitable, Callable, Mapping

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from weblocal import tokens
from weblocal.errors import NotAllowed
from weblocal.flows import sign_in
from weblocal.model.devices import Device
from weblocal.model.records import record
from weblocal.web import guards
from weblocal.web.bodies import BodyRefused, Caps, read_form
from weblocal.web.pages import FORM_PURPOSE, Desk, desk_of

FORM_CAPS = Caps(body_bytes=16 * 1024, fields=16, field_chars=4000)
KEPT_SECONDS = 400 * 24 * 3600  # browsers keep no cookie longer


@record
class Staff:
    """A request from a paired device: the desk, the device, and what its form said."""

    request: Request
    desk: Desk
    device: Device
    answers: Mapping[str, str]

    def page(self, template: str, *, current: str, status: int = 200, **values: object) -> Response:
        """One staff page."""
        return self.desk.page(template, current=current, status=status, device=self.device, speaks=None, **values)


StaffWork = Callable[[Staff], Awaitable[Response]]


def for_staff(work: StaffWork) -> Callable[[Request], Awaitable[Response]]:
    """The endpoint that does `work` for a paired device alone; a POST must come from a page this desk gave to that device."""

    @functools.wraps(work)
    async def endpoint(request: Request) -> Response:
        desk = desk_of(request)
        if request.method == "POST" and not guards.is_from_this_site(request):
            return _not_from_here(desk)
        device = await desk.ask(sign_in.who, request.cookies.get(_cookie_name(request), ""))
        if device is None:
            return RedirectResponse("/pair", 303)
        if request.method != "POST":
            return await work(Staff(request=request, desk=desk, device=device, answers={}))
        answers = dict(await read_form(request, FORM_CAPS))
        if not _is_form_of(desk, device, answers.get("token", "")):
            return _not_from_here(desk)
        return await work(Staff(request=request, desk=desk, device=device, answers=answers))

    return endpoint


async def pair_page(request: Request) -> Response:
    """GET /pair: where a link leads. What stands after # never came here; a small script or a typed code hands it over."""
    return desk_of(request).page("pair.html", wrong="")


async def pair(request: Request) -> Response:
    """POST /pair: use the link or code, once; the cookie is the device's from now on."""
    desk = desk_of(request)
    if not guards.is_from_this_site(request):
        return _not_from_here(desk)
    tries: guards.Buckets = request.app.state.pairing_tries
    if not tries.take(guards.sender_address(request)) or not tries.take("everybody"):
        raise BodyRefused(429, "Too many codes were tried. Please wait a minute.")
    answers = dict(await read_form(request, FORM_CAPS))
    presented, device_name = answers.get("presented", ""), answers.get("device", "")
    try:
        paired = await desk.ask(sign_in.pair, presented=presented, device_name=device_name)
    except NotAllowed as refused:
        return desk.page("pair.html", status=403, wrong=f"{refused.message} {refused.fix}")
    answer = RedirectResponse("/desk", 303)
    answer.set_cookie(
        _cookie_name(request),
        paired.cookie,
        max_age=KEPT_SECONDS,
        path="/",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",
    )
    return answer


def _cookie_name(request: Request) -> str:
    """Over https the name forbids browsers to take the cookie from anywhere but this host, over http there is no such promise."""
    return "__Host-desk" if request.url.scheme == "https" else "desk"


def _is_form_of(desk: Desk, device: Device, token: str) -> bool:
    try:
        opened = tokens.open_token(token, purpose=FORM_PURPOSE, keys=desk.workspace.keys, now=desk.now())
    except NotAllowed:
        return False
    return opened.values == (device.id,)


def _not_from_here(desk: Desk) -> Response:
    return desk.notice(
        "Nothing was done.", "That did not come from a page of this desk. Open the desk and tap again.", status=403
    )
