"""The server itself, over real sockets: slow senders are cut off, the banner is hidden, a taken port is said."""

import datetime as dt
import re
import socket
import threading
import time
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from tests.factories import NOW
from tests.web.conftest import Clock
from weblocal.errors import OutsideFailed
from weblocal.flows.workspace import Workspace
from weblocal.web import app, serving


async def echo(request: Request) -> Response:
    return PlainTextResponse(str(len(await request.body())))


class Hurried(serving.DeadlineProtocol):
    """The same deadlines, shorter: nobody wants to wait ten seconds for a test."""

    header_seconds = 0.4
    body_seconds = 0.8


@pytest.fixture
def port() -> Iterator[int]:
    app = Starlette(routes=[Route("/", echo, methods=["GET", "POST"])])
    with serving.background(app, protocol=Hurried) as running:
        yield int(running.url.rpartition(":")[2])


def talk(port: int, *pieces: bytes, pause: float = 0.0) -> bytes:
    """Send pieces, listening for `pause` seconds after each, then everything until the server closes or falls silent."""
    heard = b""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
        try:
            for piece in pieces:
                line.sendall(piece)
                heard += listen(line, pause)
            while chunk := listen(line, 3):
                heard += chunk
        except OSError:
            pass
    return heard


def listen(line: socket.socket, seconds: float) -> bytes:
    """What comes within `seconds`; nothing when the other side is silent."""
    if seconds == 0:
        return b""
    line.settimeout(seconds)
    try:
        return line.recv(65536)
    except TimeoutError:
        return b""


GOOD = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"


def test_an_ordinary_request_is_answered_without_a_banner(port: int) -> None:
    answer = talk(port, GOOD)
    assert answer.startswith(b"HTTP/1.1 200")
    assert b"server:" not in answer.lower()
    assert b"date:" in answer.lower()


def test_a_head_that_dribbles_in_is_cut_off(port: int) -> None:
    pieces = [b"GET / HTTP/1.1\r\n", *(f"X-{n}: 1\r\n".encode() for n in range(20))]
    assert talk(port, *pieces, pause=0.1) == b""


def test_a_body_that_dribbles_in_is_cut_off(port: int) -> None:
    head = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n"
    assert talk(port, head, *[b"x"] * 20, pause=0.1) == b""


def test_a_line_that_says_nothing_is_cut_off(port: int) -> None:
    begun = time.monotonic()
    assert talk(port) == b""
    assert time.monotonic() - begun < 8  # far above what it takes, below what waiting for ever would


def test_a_second_request_on_the_same_line_has_its_own_deadline(port: int) -> None:
    first = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
    dribble = [b"GET / HTTP/1.1\r\n", *[b"X: 1\r\n"] * 15]
    answer = talk(port, first, *dribble, pause=0.1)
    assert len(re.findall(rb"HTTP/1.1 200", answer)) == 1


def test_a_slow_but_whole_request_is_answered(port: int) -> None:
    head = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nConnection: close\r\n\r\n"
    assert talk(port, head, b"ab", b"cd", pause=0.15).endswith(b"\r\n\r\n4")


def test_many_dribbling_strangers_do_not_keep_a_customer_waiting(port: int) -> None:
    lines = [socket.create_connection(("127.0.0.1", port)) for _ in range(300)]
    try:
        for line in lines:
            line.sendall(b"GET / HTTP/1.1\r\nX-")
        begun = time.monotonic()
        assert talk(port, GOOD).startswith(b"HTTP/1.1 200")
        assert time.monotonic() - begun < 8  # far above what it takes, below what waiting for ever would
    finally:
        for line in lines:
            line.close()


def test_a_taken_port_is_said_with_what_to_do(port: int) -> None:
    with pytest.raises(OutsideFailed) as said:
        serving.serve(Starlette(), "127.0.0.1", port)
    assert str(port) in said.value.message
    assert "--port" in said.value.fix


def test_a_server_outside_the_main_thread_leaves_signals_alone_and_ends_in_order() -> None:
    with serving.background(Starlette(routes=[Route("/", echo)])) as running:
        assert running.url.startswith("http://127.0.0.1:")
    assert not [thread for thread in threading.enumerate() if thread.name == "weblocal-desk"]


def test_a_desk_is_ready_for_its_first_post_before_it_says_that_it_answers(workspace: Workspace, clock: Clock) -> None:
    assert "ledger" not in vars(workspace)
    with serving.background(app.build(workspace, now=clock.now)):
        assert "ledger" in vars(workspace)
        assert not workspace.ledger.read(lambda reading: reading.leads_since(NOW - dt.timedelta(days=9999)))


def test_a_desk_whose_book_is_shut_still_answers_and_says_so(workspace: Workspace, clock: Clock) -> None:
    (workspace.state_folder / "ledger.sqlite3").write_bytes(b"this is no ledger" * 400)
    with serving.background(app.build(workspace, now=clock.now)) as running:
        answer = talk(int(running.url.rpartition(":")[2]), GOOD.replace(b"GET / ", b"GET /healthz "))
    assert answer.startswith(b"HTTP/1.1 503")
