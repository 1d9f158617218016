"""The owner is told on every channel there is, and no channel's failure or key gets any further."""

import contextlib
import http.server
import json
import logging
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from weblocal.notify import owner_channels
from weblocal.notify.owner_channels import NotTold, Told


class Ears(http.server.ThreadingHTTPServer):
    """A channel that listens to JSON, and answers what it is told to."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Listening)
        self.heard: list[dict[str, Any]] = []
        self.answer = 200


class _Listening(http.server.BaseHTTPRequestHandler):
    server: Ears

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        if self.server.answer == 200:
            self.server.heard.append(json.loads(raw))
        self.send_response(self.server.answer)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep quiet."""


@contextlib.contextmanager
def ears() -> Iterator[tuple[Ears, str]]:
    server = Ears()
    thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.01), daemon=True)
    thread.start()
    try:
        yield server, f"json://127.0.0.1:{server.server_port}/sEcReT-kEy"
    finally:
        server.shutdown()
        server.server_close()


def test_every_channel_hears_the_sentence_and_its_link() -> None:
    with ears() as (one, first), ears() as (two, second):
        told = owner_channels.tell((first, second), "A new enquiry", "Answer by 10:11: https://desk.example/desk/leads/1")
        assert told == Told(channels=2)
        for server in (one, two):
            assert server.heard[0]["title"] == "A new enquiry"
            assert server.heard[0]["message"] == "Answer by 10:11: https://desk.example/desk/leads/1"


def test_a_channel_that_fails_does_not_silence_the_others() -> None:
    with ears() as (broken, first), ears() as (well, second):
        broken.answer = 500
        told = owner_channels.tell((first, "nonsense://key", second), "A new enquiry", "See the desk.")
        assert told == Told(channels=1, failed=("channel 1 (json)", "channel 2 (nonsense)"))
        assert len(well.heard) == 1


def test_when_no_channel_took_it_that_is_said_without_any_key(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with ears() as (broken, url):
        broken.answer = 403
        not_told = owner_channels.tell((url,), "A new enquiry", "See the desk.")
    assert isinstance(not_told, NotTold)
    assert not_told.failed == ("channel 1 (json)",)
    assert "sEcReT-kEy" not in repr(not_told) + caplog.text


def test_a_channel_that_is_not_there_is_an_answer_and_no_crash() -> None:
    assert isinstance(owner_channels.tell(("json://127.0.0.1:1/key",), "Title", "Words"), NotTold)


def test_without_channels_nobody_is_told() -> None:
    assert owner_channels.tell((), "Title", "Words") == NotTold(reason="no channel is set")


def test_controls_and_endless_words_do_not_reach_a_channel() -> None:
    with ears() as (server, url):
        owner_channels.tell((url,), "A\x00b", "w" * 5000)
        assert "\x00" not in server.heard[0]["title"]
        assert len(server.heard[0]["message"]) <= owner_channels.LONGEST_WORDS


@pytest.mark.parametrize(
    ("url", "is_usable"), [("ntfys://ntfy.example/topic", True), ("nonsense", False), ("gopher://x", False)]
)
def test_an_address_can_be_tried_without_sending(url: str, *, is_usable: bool) -> None:
    assert owner_channels.is_usable(url) is is_usable
