"""A preview on a phone: the key opens it once, a cookie keeps it open, and nobody else gets in."""

import asyncio
import pathlib

import pytest

from tests.web.conftest import Visitor
from tests.web.test_preview import Builder
from weblocal.flows.showing import ShownMail, ShownPiece
from weblocal.web import preview

KEY = "k3yk3yk3yk3yk3y"
ADDRESS = "http://192.168.1.20:8000"
HELLO = ShownMail(id="new_lead/hello", sequence="After a question", subject="We have it", html="<p style='x'>Hi</p>", text="Hi")
CARD = ShownPiece(id="counter", name="Counter card", picture=b"\x89PNG", problem="")
BROKEN = ShownPiece(id="poster", name="Poster", picture=b"", problem="No room: headline.")


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    (tmp_path / "index.html").write_text("<html><body>Draft</body></html>")
    (tmp_path / "404.html").write_text("<body>Nothing here</body>")
    (tmp_path / "_headers").write_text("/*\n  Content-Security-Policy: default-src 'none'\n")
    return tmp_path


def a_phone(folder: pathlib.Path, runner: asyncio.Runner, builder: Builder | None = None) -> Visitor:
    app = preview.build_app(folder, builder or Builder(), hosts=("0.0.0.0", "::"), key=KEY, wait_seconds=0.3)
    return Visitor(app, host=ADDRESS, runner=runner)


def test_a_phone_without_the_key_sees_nothing(folder: pathlib.Path, runner: asyncio.Runner) -> None:
    phone = a_phone(folder, runner)
    for path in ("/", "/_weblocal/", "/_weblocal/changes", "/?key=wrong", f"/?key={KEY}x"):
        answer = phone.get(path)
        assert answer.status_code == 403, path
        assert "Draft" not in answer.text


def test_the_key_opens_once_leaves_the_address_bar_and_a_cookie_stands_for_it(
    folder: pathlib.Path, runner: asyncio.Runner
) -> None:
    phone = a_phone(folder, runner)
    opened = phone.get(f"/?key={KEY}&x=1")
    assert opened.status_code == 303
    assert opened.headers["location"] == "/?x=1"
    assert "httponly" in opened.headers["set-cookie"].lower()
    assert "Draft" in phone.get("/").text


def test_the_key_cannot_be_used_to_send_somebody_elsewhere(folder: pathlib.Path, runner: asyncio.Runner) -> None:
    assert a_phone(folder, runner).get(f"{ADDRESS}//evil.example/?key={KEY}").headers["location"] == "/evil.example/"


def test_a_rebound_name_is_refused_even_with_the_key(folder: pathlib.Path, runner: asyncio.Runner) -> None:
    app = preview.build_app(folder, Builder(), hosts=("0.0.0.0", "::"), key=KEY)
    assert Visitor(app, host="http://evil.example", runner=runner).get(f"/?key={KEY}").status_code == 421


def test_mails_and_print_pieces_are_listed_and_shown(folder: pathlib.Path, runner: asyncio.Runner) -> None:
    phone = a_phone(folder, runner, Builder(shown_mails=(HELLO,), shown_pieces=(CARD, BROKEN)))
    phone.get(f"/?key={KEY}")
    listed = phone.get("/_weblocal/").text
    assert "We have it" in listed
    assert "/_weblocal/print/counter.png" in listed
    assert "No room: headline." in listed
    mail = phone.get("/_weblocal/mails/new_lead/hello.html")
    assert "style-src 'unsafe-inline'" in mail.headers["content-security-policy"]
    assert "reload.js" in mail.text
    assert phone.get("/_weblocal/mails/new_lead/hello.txt").text == "Hi"
    assert phone.get("/_weblocal/print/counter.png").content == CARD.picture
    assert phone.get("/_weblocal/print/poster.png").status_code == 404
    assert phone.get("/_weblocal/mails/new_lead/nothing.html").status_code == 404


def test_while_something_is_wrong_the_list_says_so_with_its_place(folder: pathlib.Path, runner: asyncio.Runner) -> None:
    phone = a_phone(folder, runner, Builder(problems=("business.yaml:3 trade: is missing.",)))
    phone.get(f"/?key={KEY}")
    answer = phone.get("/_weblocal/")
    assert answer.status_code == 500
    assert "business.yaml:3" in answer.text
