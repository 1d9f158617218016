"""Runs an ASGI application on a socket: deadlines for slow senders, no banner, an orderly end on Ctrl-C or a stop signal."""

import asyncio
import contextlib
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

import h11
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from weblocal.errors import OutsideFailed
from weblocal.model.records import record

Application = ASGIApp  # for entrances that pass one on and know no server
HEADER_SECONDS = 10.0
BODY_SECONDS = 21.0  # a second more than the desk's own patience, so that a slow person gets a page and a slow attacker a cut
OPEN_CONNECTIONS = 4096


class DeadlineProtocol(H11Protocol):
    """HTTP/1.1 where a request's head and body must each be whole in time; uvicorn alone waits for ever (slowloris)."""

    header_seconds = HEADER_SECONDS
    body_seconds = BODY_SECONDS

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A connection opened: its first request has to arrive."""
        super().connection_made(transport)
        self._waits_for = "head"
        self._deadline: asyncio.TimerHandle | None = self.loop.call_later(self.header_seconds, self._too_slow)

    def data_received(self, data: bytes) -> None:
        """Some bytes came; they do not move the deadline, only a finished head or body does."""
        super().data_received(data)
        self._watch()

    def on_response_complete(self) -> None:
        """An answer is out; the next request on this connection may have begun already."""
        super().on_response_complete()
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection is gone, and its deadline with it."""
        self._wait_for("nothing")
        super().connection_lost(exc)

    def _watch(self) -> None:
        if self.conn.their_state is h11.SEND_BODY:
            self._wait_for("body")
        elif self.conn.their_state is h11.IDLE and self.conn.trailing_data[0]:
            self._wait_for("head")
        else:
            self._wait_for("nothing")

    def _wait_for(self, what: str) -> None:
        if what == self._waits_for:
            return
        self._waits_for = what
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
        if what != "nothing":
            seconds = self.header_seconds if what == "head" else self.body_seconds
            self._deadline = self.loop.call_later(seconds, self._too_slow)

    def _too_slow(self) -> None:
        self.transport.abort()


class _Server(uvicorn.Server):
    """uvicorn that says when it is ready, and ends by returning: the caller still has a ledger to close."""

    def __init__(self, config: uvicorn.Config, on_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._on_ready()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        wanted: list[signal.Signals] = [signal.SIGINT, signal.SIGTERM]
        before: dict[signal.Signals, Any] = {number: signal.signal(number, self._stop) for number in wanted}
        try:
            yield
        finally:
            for number, earlier in before.items():
                signal.signal(number, earlier)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self.handle_exit(number, frame)


def serve(app: ASGIApp, host: str, port: int, *, on_ready: Callable[[str], None] = lambda _url: None) -> None:
    """Answer on `host`:`port` (0 = any free port) until told to stop; `on_ready` gets the address once it answers.

    Raises OutsideFailed when the port is taken or may not be used.
    """
    listening = _listen(host, port)
    url = _url_of(listening, host)
    _Server(_config(app, DeadlineProtocol), lambda: on_ready(url)).run(sockets=[listening])


def address_in_network() -> str:
    """The address of this machine in its own network; empty when it is in none. Nothing is sent to find it out."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            # a datagram socket that is only pointed at an address (one for documentation, RFC 5737) sends nothing
            asking.connect(("192.0.2.1", 9))
            found = str(asking.getsockname()[0])
        except OSError:
            return ""
    return "" if found.startswith("127.") else found


@record
class Running:
    """A server in a thread of its own, and the address it answers on."""

    url: str


@contextlib.contextmanager
def background(
    app: ASGIApp, host: str = "127.0.0.1", port: int = 0, *, protocol: type[DeadlineProtocol] = DeadlineProtocol
) -> Iterator[Running]:
    """Answer in a thread while the block runs, for journeys through the real entrance."""
    with background_at(lambda _url: app, host, port, protocol=protocol) as running:
        yield running


@contextlib.contextmanager
def background_at(
    app_of: Callable[[str], ASGIApp],
    host: str = "127.0.0.1",
    port: int = 0,
    *,
    protocol: type[DeadlineProtocol] = DeadlineProtocol,
) -> Iterator[Running]:
    """The same for an application that has to know its address: `app_of` makes it once the address is known."""
    listening = _listen(host, port)
    is_ready = threading.Event()
    server = _Server(_config(app_of(_url_of(listening, host)), protocol), is_ready.set)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, name="weblocal-desk", daemon=True)
    thread.start()
    if not is_ready.wait(20):
        server.should_exit = True
        raise OutsideFailed("The desk did not start within 20 seconds.", fix="Run `weblocal doctor`.")
    try:
        yield Running(url=_url_of(listening, host))
    finally:
        server.should_exit = True
        thread.join(20)


def _config(app: ASGIApp, protocol: type[DeadlineProtocol]) -> uvicorn.Config:
    _allow_many_connections()
    return uvicorn.Config(
        app,
        http=protocol,
        ws="none",
        lifespan="auto",
        server_header=False,
        date_header=True,
        # an access log would hold addresses of visitors and the tokens in their links
        access_log=False,
        log_config=None,
        log_level="error",
        limit_concurrency=OPEN_CONNECTIONS,
        backlog=2048,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=10,
        h11_max_incomplete_event_size=32 * 1024,
        # forwarded addresses are believed from a proxy on this machine only; anybody else could forge them
        proxy_headers=True,
        forwarded_allow_ips="127.0.0.1,::1",
    )


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as wrong:
        raise OutsideFailed(
            f"Nothing can listen on {host} port {port}: {wrong.strerror or 'not allowed'}.",
            fix="Stop the other program, or choose another port with --port.",
        ) from wrong


def _url_of(listening: socket.socket, host: str) -> str:
    port = listening.getsockname()[1]
    shown = "127.0.0.1" if host == "0.0.0.0" else f"[{host}]" if ":" in host else host  # noqa: S104 - said, not bound
    return f"http://{shown}:{port}"


def _allow_many_connections() -> None:
    """Ask for as many open files as this user may have: 2,000 dribbling strangers must not starve one customer."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_CONNECTIONS + 512 if hard == resource.RLIM_INFINITY else min(hard, OPEN_CONNECTIONS + 512)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
