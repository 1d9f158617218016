"""Who may look at a preview from another machine, such as a phone: whoever once brings the key, which a cookie then stands for."""

import dataclasses
import hmac
import ipaddress
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

COOKIE, PARAMETER = "weblocal_preview", "key"
_REFUSED = "This preview is private. Open it with the whole address, or the code, that weblocal serve shows.\n"


@dataclasses.dataclass(slots=True)
class Visiting:
    """Lets this machine in, and others with the key alone; without a key nobody else is expected, and the guard decides."""

    app: ASGIApp
    key: str

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the visitor, show the door, or take the key out of the address bar and begin again."""
        if scope["type"] != "http" or not self.key or _is_this_machine(scope):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        if _is_same(request.cookies.get(COOKIE, ""), self.key):
            await self.app(scope, receive, send)
        elif _is_same(request.query_params.get(PARAMETER, ""), self.key):
            rest = [(name, value) for name, value in parse_qsl(request.url.query) if name != PARAMETER]
            # one slash in front: a second one would make the path another host's
            path = "/" + request.url.path.lstrip("/")
            answer = RedirectResponse(path + (f"?{urlencode(rest)}" if rest else ""), 303)
            answer.set_cookie(COOKIE, self.key, httponly=True, samesite="strict")
            await answer(scope, receive, send)
        else:
            await PlainTextResponse(_REFUSED, 403)(scope, receive, send)


def _is_this_machine(scope: Scope) -> bool:
    client = scope.get("client")
    try:
        return client is not None and ipaddress.ip_address(client[0]).is_loopback
    except ValueError:
        return False


def _is_same(given: str, key: str) -> bool:
    return hmac.compare_digest(given.encode(), key.encode())
