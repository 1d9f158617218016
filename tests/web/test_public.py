"""What anybody may send to the desk, and what they are told."""

import asyncio
import pathlib
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from tests.factories import a_business, a_contact, a_placement
from tests.web.conftest import Clock, Visitor
from weblocal.flows import sign_in, unsubscribe
from weblocal.flows.workspace import Workspace
from weblocal.model.business import Business
from weblocal.model.leads import Lead
from weblocal.model.people import ConsentState
from weblocal.model.placements import Target, TargetKind
from weblocal.model.visits import VisitState
from weblocal.web import app

FULL = {"name": "Joan Muster", "phone": "07700 900123", "message": "It drips.", "page": "/contact/"}
URLENCODED = {"Content-Type": "application/x-www-form-urlencoded"}


def a_post(clock: Clock, **changes: str) -> dict[str, str]:
    started = str(int(clock.at.timestamp() * 1000) - 60_000)
    return FULL | {"started": started} | changes


def leads_in(workspace: Workspace) -> tuple[Lead, ...]:
    return workspace.ledger.read(lambda reading: reading.leads_waiting())


class TestForms:
    def test_a_form_is_in_the_book_before_the_visitor_is_thanked(
        self, visitor: Visitor, workspace: Workspace, clock: Clock
    ) -> None:
        answer = visitor.post("/forms/quote", a_post(clock))
        assert answer.status_code == 303
        assert answer.headers["location"] == "/thanks"
        assert [lead.words for lead in leads_in(workspace)] == ["It drips."]
        assert "We have it" in visitor.get("/thanks").text

    def test_who_came_from_the_website_is_thanked_there(self, visitor: Visitor, clock: Clock) -> None:
        answer = visitor.post("/forms/quote", a_post(clock), headers={"Origin": "https://bright-pipes.example"})
        assert answer.headers["location"] == "https://bright-pipes.example/thanks/"

    def test_an_origin_of_a_strangers_choice_is_never_a_place_to_go(self, visitor: Visitor, clock: Clock) -> None:
        answer = visitor.post("/forms/quote", a_post(clock), headers={"Origin": "https://evil.example"})
        assert answer.headers["location"] == "/thanks"

    def test_a_multipart_form_is_taken_as_well(self, visitor: Visitor, workspace: Workspace, clock: Clock) -> None:
        files = {name: (None, text) for name, text in a_post(clock).items()}
        assert visitor.ask("POST", "/forms/quote", files=files).status_code == 303
        assert len(leads_in(workspace)) == 1

    def test_a_file_in_a_form_is_refused(self, visitor: Visitor, workspace: Workspace) -> None:
        answer = visitor.ask("POST", "/forms/quote", files={"name": ("x.php", b"<?php")})
        assert answer.status_code == 400
        assert not leads_in(workspace)

    def test_missing_answers_come_back_with_everything_that_was_written(self, visitor: Visitor, clock: Clock) -> None:
        answer = visitor.post("/forms/quote", a_post(clock, phone="", message='He said "now" & <b>soon</b>'))
        assert answer.status_code == 422
        assert "He said &#34;now&#34; &amp; &lt;b&gt;soon&lt;/b&gt;" in answer.text
        assert 'id="p-phone"' in answer.text
        assert 'name="page" value="/contact/"' in answer.text

    def test_the_form_shown_again_may_lead_to_the_websites_thanks(self, visitor: Visitor, clock: Clock) -> None:
        answer = visitor.post("/forms/quote", a_post(clock, phone=""))
        assert "form-action 'self' https://bright-pipes.example" in answer.headers["content-security-policy"]

    def test_junk_is_held_and_looks_the_same_to_its_sender(self, visitor: Visitor, workspace: Workspace, clock: Clock) -> None:
        good = visitor.post("/forms/quote", a_post(clock))
        junk = visitor.post("/forms/quote", a_post(clock, name="Deals", phone="07700 900999", website2="http://x.example"))
        assert (junk.status_code, junk.headers["location"], junk.content) == (
            good.status_code,
            good.headers["location"],
            good.content,
        )
        assert len(workspace.ledger.read(lambda reading: reading.held_submissions())) == 1

    def test_an_unknown_form_is_not_there(self, visitor: Visitor, clock: Clock) -> None:
        assert visitor.post("/forms/nothing", a_post(clock)).status_code == 404

    @pytest.mark.parametrize("kind", ["application/json", "text/plain", ""])
    def test_only_what_forms_send_is_taken(self, visitor: Visitor, kind: str) -> None:
        assert visitor.ask("POST", "/forms/quote", content=b"{}", headers={"Content-Type": kind}).status_code == 415

    def test_one_address_is_slowed_down_and_forgiven_after_a_while(self, visitor: Visitor, clock: Clock) -> None:
        statuses = [visitor.post("/forms/quote", a_post(clock, message=str(n))).status_code for n in range(31)]
        assert statuses == [303] * 30 + [429]
        clock.move(seconds=5)
        assert visitor.post("/forms/quote", a_post(clock)).status_code == 303


class TestCaps:
    @pytest.mark.parametrize(("extra", "status"), [(-1, 422), (0, 422), (1, 413)])
    @pytest.mark.parametrize("is_announced", [True, False])
    def test_bytes_are_counted_before_anything_reads_them(
        self, visitor: Visitor, extra: int, status: int, *, is_announced: bool
    ) -> None:
        lead_in = b"a=" + b"x" * 15_000 + b"&b=" + b"x" * 15_000 + b"&c=" + b"x" * 15_000 + b"&d=" + b"x" * 15_000 + b"&e="
        body = lead_in + b"x" * (64 * 1024 + extra - len(lead_in))

        async def in_pieces() -> AsyncIterator[bytes]:
            for start in range(0, len(body), 4096):
                yield body[start : start + 4096]

        content: Any = body if is_announced else in_pieces()
        assert visitor.ask("POST", "/forms/quote", content=content, headers=URLENCODED).status_code == status

    @pytest.mark.parametrize(("count", "status"), [(39, 422), (40, 422), (41, 413)])
    def test_fields_are_counted(self, visitor: Visitor, count: int, status: int) -> None:
        body = "&".join(f"f{n}=1" for n in range(count)).encode()
        assert visitor.ask("POST", "/forms/quote", content=body, headers=URLENCODED).status_code == status

    @pytest.mark.parametrize(("count", "status"), [(39, 422), (40, 422), (41, 413)])
    def test_parts_are_counted(self, visitor: Visitor, count: int, status: int) -> None:
        files = {f"f{n}": (None, "1") for n in range(count)}
        assert visitor.ask("POST", "/forms/quote", files=files).status_code == status

    @pytest.mark.parametrize(("length", "status"), [(15_999, 422), (16_000, 422), (16_001, 413)])
    def test_one_answer_has_its_own_limit(self, visitor: Visitor, length: int, status: int) -> None:
        assert visitor.ask("POST", "/forms/quote", content=b"a=" + b"x" * length, headers=URLENCODED).status_code == status

    def test_a_lie_about_the_length_is_no_way_round(self, visitor: Visitor) -> None:
        headers = URLENCODED | {"Content-Length": "999999999"}
        assert visitor.ask("POST", "/forms/quote", content=b"a=1", headers=headers).status_code == 413

    def test_control_characters_never_reach_the_book(self, visitor: Visitor, workspace: Workspace, clock: Clock) -> None:
        visitor.post("/forms/quote", a_post(clock, message="one\x00two\x1b[31m\r\nthree\u202e"))
        assert leads_in(workspace)[0].words.replace("\u202e", "") == "onetwo[31m\nthree"


class TestPrintedCodes:
    def scans(self, workspace: Workspace, clock: Clock) -> int:
        workspace.ledger.write(lambda writing: writing.meta(""))  # scans are counted behind the visitor's back, in order
        start = clock.at.replace(year=2020)
        return len(workspace.ledger.read(lambda reading: reading.scans_between(start, clock.at.replace(year=2030))))

    @pytest.fixture
    def business(self) -> Business:
        poster = a_placement("poster", name="Poster", code="p3kk", target=Target(kind=TargetKind.HOME))
        return a_business(placements=(a_placement(), poster))

    def test_a_scan_is_counted_and_led_on(self, visitor: Visitor, workspace: Workspace, clock: Clock) -> None:
        answer = visitor.get("/q/p3kk")
        assert (answer.status_code, answer.headers["location"]) == (302, "https://bright-pipes.example/from/p3kk/")
        assert answer.headers["cache-control"] == "no-store"
        assert self.scans(workspace, clock) == 1

    @pytest.mark.parametrize(
        ("method", "headers"),
        [
            ("HEAD", {}),
            ("GET", {"Sec-Purpose": "prefetch;prerender"}),
            ("GET", {"Purpose": "prefetch"}),
            ("GET", {"X-Moz": "prefetch"}),
        ],
    )
    def test_looking_ahead_is_no_scan(
        self, *, visitor: Visitor, workspace: Workspace, clock: Clock, method: str, headers: dict[str, str]
    ) -> None:
        assert visitor.ask(method, "/q/p3kk", headers=headers).status_code == 302
        assert self.scans(workspace, clock) == 0

    def test_a_code_nobody_knows_leads_home_and_counts_nothing(
        self, visitor: Visitor, workspace: Workspace, clock: Clock
    ) -> None:
        assert visitor.get("/q/nothing").headers["location"] == "https://bright-pipes.example/"
        assert self.scans(workspace, clock) == 0

    @pytest.mark.parametrize("code", ["//evil.example", "https:%2F%2Fevil.example", "%0d%0aLocation:x", "..%2f..%2f"])
    def test_no_code_leads_to_a_strangers_site(self, visitor: Visitor, code: str) -> None:
        answer = visitor.get(f"/q/{code}")
        assert "evil" not in answer.headers.get("location", "")

    def test_a_check_in_square_leads_to_the_check_in(self, visitor: Visitor) -> None:
        assert visitor.get("/q/k7m2").headers["location"] == "/check-in?at=k7m2"


class TestCheckIn:
    def test_known_and_unknown_numbers_get_the_same_answer(self, visitor: Visitor, lead_from: Callable[..., Lead]) -> None:
        lead_from(phone="07700 900123")
        known = visitor.post("/check-in", {"reach": "07700 900123", "placement": "k7m2"})
        unknown = visitor.post("/check-in", {"reach": "07700 900777", "placement": "k7m2"})
        assert known.status_code == unknown.status_code == 200
        assert known.text == unknown.text

    def test_a_check_in_is_a_visit_in_the_visitors_own_words(
        self, visitor: Visitor, workspace: Workspace, lead_from: Callable[..., Lead]
    ) -> None:
        lead = lead_from()
        visitor.post("/check-in", {"reach": "07700 900123", "placement": "k7m2"})
        visits = workspace.ledger.read(lambda reading: reading.visits_of(lead.contact_id))
        assert [visit.state for visit in visits] == [VisitState.SELF_REPORTED]

    def test_what_is_neither_number_nor_mail_is_asked_again(self, visitor: Visitor) -> None:
        answer = visitor.post("/check-in", {"reach": "hello", "placement": "k7m2"})
        assert answer.status_code == 422
        assert 'aria-invalid="true"' in answer.text


class TestUnsubscribe:
    @pytest.fixture
    def link(self, workspace: Workspace, clock: Clock) -> str:
        contact = a_contact()
        workspace.ledger.write(lambda writing: writing.add_contact(contact))
        return unsubscribe.link(workspace, contact, "offers", now=clock.at).removeprefix("https://desk.bright-pipes.example")

    def is_stopped(self, workspace: Workspace) -> bool:
        consents = workspace.ledger.read(lambda reading: reading.consents_of("contact-1"))
        return any(consent.state is ConsentState.WITHDRAWN for consent in consents)

    def test_a_scanner_that_opens_every_link_changes_nothing(self, visitor: Visitor, workspace: Workspace, link: str) -> None:
        for method in ("GET", "HEAD", "GET"):
            assert visitor.ask(method, link).status_code == 200
        assert not self.is_stopped(workspace)

    @pytest.mark.parametrize(
        "body",
        [
            {"data": {"List-Unsubscribe": "One-Click"}},
            {"files": {"List-Unsubscribe": (None, "One-Click")}},
            {"content": b""},
        ],
        ids=["urlencoded", "multipart", "empty"],
    )
    def test_one_click_stops_the_mails_without_redirect_cookie_or_login(
        self, visitor: Visitor, workspace: Workspace, link: str, body: dict[str, Any]
    ) -> None:
        answer = visitor.ask("POST", link, **body)
        assert answer.status_code == 200
        assert "set-cookie" not in answer.headers
        assert self.is_stopped(workspace)

    def test_pressing_again_is_no_mistake(self, visitor: Visitor, link: str) -> None:
        assert visitor.post(link).text == visitor.post(link).text

    def test_a_forged_token_changes_nothing_and_is_not_there(self, visitor: Visitor, workspace: Workspace, link: str) -> None:
        for place in range(len("/u/"), len(link), 7):
            forged = link[:place] + ("A" if link[place] != "A" else "B") + link[place + 1 :]
            assert visitor.post(forged).status_code == 404
            assert visitor.get(forged).status_code == 404
        assert not self.is_stopped(workspace)

    def test_the_page_with_the_token_tells_nobody_its_address(self, visitor: Visitor, link: str) -> None:
        assert visitor.get(link).headers["referrer-policy"] == "no-referrer"


class TestAlive:
    def test_the_desk_says_that_it_is_alive(self, visitor: Visitor) -> None:
        assert (visitor.get("/healthz").status_code, visitor.get("/healthz").text) == (200, "ok\n")

    def test_a_ledger_that_is_gone_is_said_and_costs_nobody_their_words(
        self, visitor: Visitor, workspace: Workspace, clock: Clock
    ) -> None:
        workspace.ledger.close()
        answer = visitor.post("/forms/quote", a_post(clock))
        assert answer.status_code == 503
        assert answer.headers["retry-after"] == "60"


def test_the_desk_needs_no_website_to_answer(visitor: Visitor) -> None:
    assert visitor.get("/").headers["location"] == "/desk"


class TestWithTheSiteBesideIt:
    @pytest.fixture
    def both(self, workspace: Workspace, clock: Clock, runner: asyncio.Runner, tmp_path: pathlib.Path) -> Visitor:
        site = tmp_path / "public"
        (site / "thanks").mkdir(parents=True)
        (site / "index.html").write_text("<h1>Home</h1>")
        (site / "thanks" / "index.html").write_text("<h1>Thanks</h1>")
        (site / "404.html").write_text("<h1>Lost</h1>")
        (site / "720.avif").write_bytes(b"a picture")
        (site / "_headers").write_text("/*\n  Content-Security-Policy: default-src 'none'; style-src 'sha256-x'\n")
        desk = app.build(workspace, serve_site=site, now=clock.now, monotonic=clock.monotonic, refusal_seconds=0)
        return Visitor(desk, runner=runner)

    def test_one_address_serves_both(self, both: Visitor) -> None:
        page = both.get("/")
        assert page.text == "<h1>Home</h1>"
        assert page.headers["content-security-policy"] == "default-src 'none'; style-src 'sha256-x'"
        assert both.get("/desk").headers["location"] == "/pair"

    def test_thanks_is_the_sites_own_page(self, both: Visitor, clock: Clock) -> None:
        assert both.post("/forms/quote", a_post(clock)).headers["location"] == "/thanks/"
        assert both.get("/thanks/").text == "<h1>Thanks</h1>"

    def test_a_picture_is_called_one_whatever_the_machine_knows_of_it(self, both: Visitor) -> None:
        assert both.get("/720.avif").headers["content-type"] == "image/avif"
        assert both.get("/721.avif").headers["content-type"].startswith("text/html")

    def test_what_is_missing_is_the_sites_own_page(self, both: Visitor) -> None:
        page = both.get("/nothing/")
        assert (page.status_code, page.text) == (404, "<h1>Lost</h1>")

    def test_what_is_missing_at_the_desk_is_the_desks_own_page(self, both: Visitor, workspace: Workspace, clock: Clock) -> None:
        assert both.get("/desk/nosuch").headers["location"] == "/pair"
        link = sign_in.make_link(workspace, device_name="Sam", now=clock.now())
        both.post("/pair", {"presented": link.secret}, headers={"Origin": both.origin})
        page = both.get("/desk/nosuch")
        assert page.status_code == 404
        assert "To the desk" in page.text
        assert "Lost" not in page.text
        assert both.get("/desk/").headers["location"] == "/desk"

    def test_the_ledger_is_never_served(self, both: Visitor) -> None:
        for path in ("/../.weblocal/ledger.sqlite3", "/%2e%2e/.weblocal/link.keys", "/_headers"):
            assert both.get(path).status_code == 404
