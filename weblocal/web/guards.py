"""What stands between strangers and the desk: names it answers to, headers on every answer, patience per address."""

import collections
import dataclasses
import hmac
import ipaddress
from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = ("localhost", "127.0.0.1", "::1")
EVERY_ADDRESS = frozenset({"0.0.0.0", "::"})  # noqa: S104 - compared with, not bound to
TAKEN_METHODS = ("GET", "HEAD", "POST")

_FIXED_HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()"),
    ("X-Frame-Options", "DENY"),
)


def host_name(host: str) -> str:
    """The name in a Host header or a network location, without port and brackets, in lower case."""
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def policy(*, form_action: str = "'self'", connect: str = "'none'") -> str:
    """The content security policy of the desk's own pages: files of the desk only, no inline script or style, no frames."""
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        f"connect-src {connect}; form-action {form_action}; base-uri 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


@dataclasses.dataclass(slots=True)
class Guard:
    """Refuses foreign host names (a rebound DNS name reaches loopback too) and methods; puts the same headers on all answers."""

    app: ASGIApp
    hosts: frozenset[str]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or refuse it before anything of ours has looked at it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add_headers(MutableHeaders(scope=message), is_https=scope["scheme"] == "https")
            await send(message)

        refusal = self._refusal(scope)
        await (refusal or self.app)(scope, receive, send_guarded)

    def _answers_to(self, name: str) -> bool:
        """Bound to every address of the machine, any address will do: only names can be rebound, addresses cannot."""
        return name in self.hosts or (bool(self.hosts & EVERY_ADDRESS) and _is_address(name))

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        if not self._answers_to(host_name(Headers(scope=scope).get("host", ""))):
            return PlainTextResponse("This desk does not answer to that name.\n", 421)
        if scope["method"] not in TAKEN_METHODS:
            return PlainTextResponse("Not taken here.\n", 405, {"Allow": ", ".join(TAKEN_METHODS)})
        return None


def _add_headers(headers: MutableHeaders, *, is_https: bool) -> None:
    for name, value in _FIXED_HEADERS:
        headers.setdefault(name, value)
    headers.setdefault("Cache-Control", "no-store")
    headers.setdefault("Referrer-Policy", "same-origin")
    headers.setdefault("Content-Security-Policy", policy())
    if is_https:
        headers.setdefault("Strict-Transport-Security", "max-age=31536000")


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_from_this_site(request: Request) -> bool:
    """Whether a POST comes from a page of this desk.

    Browsers say so in Sec-Fetch-Site and in Origin. Each that is there must agree, and one of them must be there: a browser
    that sends neither with a POST is older than any that can show the desk.
    """
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    if site is None and origin is None:
        return False
    if site is not None and site != "same-origin":
        return False
    own = f"{request.url.scheme}://{request.headers.get('host', '')}"
    return origin is None or hmac.compare_digest(origin.encode(), own.encode())


class Buckets:
    """A bucket of tokens per address: `size` at once, one more every `refill_seconds`; the oldest addresses are forgotten."""

    def __init__(self, *, size: int, refill_seconds: float, monotonic: Callable[[], float], remembered: int = 10_000) -> None:
        self._size = size
        self._refill_seconds = refill_seconds
        self._monotonic = monotonic
        self._remembered = remembered
        self._levels: collections.OrderedDict[str, tuple[float, float]] = collections.OrderedDict()

    def take(self, address: str) -> bool:
        """Take one token for `address`; False when its bucket is empty."""
        now = self._monotonic()
        level, seen = self._levels.pop(address, (float(self._size), now))
        level = min(float(self._size), level + (now - seen) / self._refill_seconds)
        is_allowed = level >= 1
        self._levels[address] = (level - 1 if is_allowed else level, now)
        if len(self._levels) > self._remembered:
            self._levels.popitem(last=False)
        return is_allowed


def sender_address(request: Request) -> str:
    """Whose bucket a request draws from: the IPv4 address, or the /64 that one IPv6 household has to itself."""
    host = request.client.host if request.client else ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if address.version == 6:
        return str(ipaddress.ip_network(f"{address}/64", strict=False).network_address)
    return str(address)
