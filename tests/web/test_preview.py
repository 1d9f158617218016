"""The preview: pages as built, anew after every build, and what is wrong instead of a page."""

import asyncio
import dataclasses
import pathlib

import pytest

from tests.web.conftest import Visitor
from weblocal.flows.showing import ShownMail, ShownPiece
from weblocal.web import preview

POLICY = "default-src 'none'; script-src 'sha256-abc'; style-src 'sha256-def'; upgrade-insecure-requests"


@dataclasses.dataclass
class Builder:
    number: int = 1
    problems: tuple[str, ...] = ()
    shown_mails: tuple[ShownMail, ...] = ()
    shown_pieces: tuple[ShownPiece, ...] = ()

    def mails(self) -> tuple[ShownMail, ...]:
        return self.shown_mails

    def pieces(self) -> tuple[ShownPiece, ...]:
        return self.shown_pieces


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    (tmp_path / "about").mkdir()
    (tmp_path / ".weblocal").mkdir()
    (tmp_path / ".weblocal" / "key").write_text("secret")
    (tmp_path / "index.html").write_text("<html><body><h1>Home</h1></body></html>")
    (tmp_path / "about" / "index.html").write_text('<meta http-equiv="Content-Security-Policy" content="x"><body>About</body>')
    (tmp_path / "404.html").write_text("<body>Nothing here</body>")
    (tmp_path / "robots.txt").write_text("User-agent: *")
    (tmp_path / "_headers").write_text(
        f"/*\n  Content-Security-Policy: {POLICY}\n  X-Frame-Options: DENY\n/q/*\n  X-Other: 1\n"
    )
    return tmp_path


@pytest.fixture
def builder() -> Builder:
    return Builder()


@pytest.fixture
def reader(folder: pathlib.Path, builder: Builder, runner: asyncio.Runner) -> Visitor:
    return Visitor(preview.build_app(folder, builder, wait_seconds=0.3), runner=runner)


def test_a_page_is_shown_with_the_script_that_watches(reader: Visitor) -> None:
    page = reader.get("/")
    assert page.status_code == 200
    assert page.text == '<html><body><h1>Home</h1><script src="/_weblocal/reload.js" data-number="1"></script></body></html>'


def test_the_sites_own_policy_holds_but_for_that_script(reader: Visitor) -> None:
    told = reader.get("/").headers["content-security-policy"]
    assert "script-src 'sha256-abc' 'self'" in told
    assert "connect-src 'self'" in told
    assert "style-src 'sha256-def'" in told
    assert "upgrade-insecure-requests" not in told


def test_a_policy_in_the_page_does_not_lock_the_script_out(reader: Visitor) -> None:
    assert "http-equiv" not in reader.get("/about/").text


def test_other_files_come_as_they_are(reader: Visitor) -> None:
    assert reader.get("/robots.txt").text == "User-agent: *"


def test_what_is_missing_shows_the_sites_own_page(reader: Visitor) -> None:
    page = reader.get("/nothing/")
    assert page.status_code == 404
    assert "Nothing here" in page.text


@pytest.mark.parametrize("path", ["/.weblocal/key", "/_headers", "/%2e%2e/key", "/about/..%2f.weblocal/key"])
def test_nothing_hidden_is_served(reader: Visitor, path: str) -> None:
    page = reader.get(path)
    assert page.status_code == 404
    assert "secret" not in page.text


def test_problems_stand_in_place_of_every_page_and_are_never_run(reader: Visitor, builder: Builder) -> None:
    builder.problems = ('business.yaml:14 hours.friday: "<script>" is not a time range. Write 09:00-17:00.',)
    page = reader.get("/about/")
    assert page.status_code == 500
    assert "business.yaml:14" in page.text
    assert "&lt;script&gt;" in page.text


def test_a_new_build_is_told_at_once_and_an_old_one_after_a_while(reader: Visitor, builder: Builder) -> None:
    assert reader.get("/_weblocal/changes?since=1").status_code == 204
    builder.number = 2
    assert reader.get("/_weblocal/changes?since=1").status_code == 205


@pytest.mark.parametrize("host", ["evil.example", "bright-pipes.example"])
def test_a_page_elsewhere_cannot_read_a_draft_through_a_rebound_name(reader: Visitor, host: str) -> None:
    assert reader.get("/", headers={"Host": host}).status_code == 421
