"""What stands between strangers and the desk: names, headers, forged posts, hostile words, patience."""

import asyncio
from collections.abc import Callable

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from tests.web.conftest import Clock, Visitor, hidden_of
from weblocal.flows.workspace import Workspace
from weblocal.model.leads import Lead
from weblocal.web import app, guards
from weblocal.web.app import LastCatch

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'-alert(1)-'",
    "{{ 7 * 7 }}{% for a in b %}",
    "</textarea><svg onload=alert(1)>",
    "javascript:alert(1)",
)


def staff_posts(desk: Starlette) -> list[str]:
    return [
        route.path.replace("{id}", "x")
        for route in desk.routes
        if isinstance(route, Route) and route.path.startswith("/desk") and "POST" in (route.methods or ())
    ]


def staff_pages(desk: Starlette) -> list[str]:
    return [
        route.path.replace("{id}", "x").replace("{run}", "y")
        for route in desk.routes
        if isinstance(route, Route)
        and route.path.startswith("/desk")
        and "GET" in (route.methods or ())
        and "{name}" not in route.path
    ]


FORGERIES = {
    "nothing said": {},
    "another site": {"Origin": "https://evil.example"},
    "no site": {"Origin": "null"},
    "cross-site fetch": {"Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"},
    "a sister site": {"Sec-Fetch-Site": "same-site"},
    "the same name on another port": {"Origin": "http://localhost:81"},
    "typed in": {"Sec-Fetch-Site": "none"},
    "https for http": {"Origin": "https://localhost"},
}


class TestForgedPosts:
    @pytest.mark.parametrize("headers", FORGERIES.values(), ids=FORGERIES.keys())
    def test_no_button_of_the_desk_can_be_pressed_from_elsewhere(
        self, staff: Visitor, desk: Starlette, headers: dict[str, str]
    ) -> None:
        token = hidden_of(staff.get("/desk/visit").text, "/desk/visits")["token"]
        paths = staff_posts(desk)
        assert len(paths) >= 10
        for path in paths:
            assert staff.post(path, {"token": token, "walk_in": "yes", "key": "k"}, headers=headers).status_code == 403, path

    @pytest.mark.parametrize("token", ["", "x", "WzEsIngiXQ.forged"])
    def test_no_button_works_without_the_token_of_its_page(self, staff: Visitor, desk: Starlette, token: str) -> None:
        headers = {"Origin": staff.origin, "Sec-Fetch-Site": "same-origin"}
        for path in staff_posts(desk):
            assert staff.post(path, {"token": token, "key": "k"}, headers=headers).status_code == 403, path

    def test_one_phones_token_is_worth_nothing_on_another(
        self, *, staff: Visitor, desk: Starlette, runner: asyncio.Runner, workspace: Workspace, clock: Clock
    ) -> None:
        from weblocal.flows import sign_in

        other = Visitor(desk, runner=runner)
        link = sign_in.make_link(workspace, device_name="Alex", now=clock.now())
        other.post("/pair", {"presented": link.secret}, headers={"Origin": other.origin})
        stolen = hidden_of(staff.get("/desk/visit").text, "/desk/visits")["token"]
        headers = {"Origin": other.origin}
        assert other.post("/desk/visits", {"token": stolen, "walk_in": "yes", "key": "k"}, headers=headers).status_code == 403

    def test_pairing_cannot_be_forced_on_a_browser_from_elsewhere(
        self, visitor: Visitor, workspace: Workspace, clock: Clock
    ) -> None:
        from weblocal.flows import sign_in

        link = sign_in.make_link(workspace, device_name="Evil", now=clock.now())
        for headers in FORGERIES.values():
            answer = visitor.post("/pair", {"presented": link.secret}, headers=headers)
            assert answer.status_code == 403
            assert "set-cookie" not in answer.headers

    def test_nothing_of_the_desk_is_shown_to_who_is_not_paired(self, visitor: Visitor, desk: Starlette) -> None:
        pages = staff_pages(desk)
        assert len(pages) >= 10
        for path in pages:
            answer = visitor.get(path)
            assert (answer.status_code, answer.headers["location"]) == (303, "/pair"), path

    def test_a_button_pressed_by_who_is_not_paired_does_nothing(self, visitor: Visitor, desk: Starlette) -> None:
        for path in staff_posts(desk):
            answer = visitor.post(path, {"key": "k"}, headers={"Origin": visitor.origin})
            assert answer.headers.get("location") == "/pair", path


class TestNames:
    @pytest.mark.parametrize(
        "host", ["evil.example", "localhost.evil.example", "127.0.0.1.nip.example", "", "localhost@evil.example"]
    )
    def test_a_rebound_name_gets_no_answer(self, visitor: Visitor, host: str) -> None:
        assert visitor.get("/healthz", headers={"Host": host}).status_code == 421

    @pytest.mark.parametrize(
        "host",
        ["localhost", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000", "desk.bright-pipes.example", "bright-pipes.example"],
    )
    def test_the_desks_own_names_do(self, visitor: Visitor, host: str) -> None:
        assert visitor.get("/healthz", headers={"Host": host}).status_code == 200

    def test_further_names_can_be_named(self, workspace: Workspace, runner: asyncio.Runner) -> None:
        desk = app.build(workspace, hosts=("192.168.1.5:8000",))
        assert Visitor(desk, runner=runner).get("/healthz", headers={"Host": "192.168.1.5"}).status_code == 200

    def test_bound_to_every_address_it_answers_to_addresses_and_to_no_strange_name(
        self, workspace: Workspace, runner: asyncio.Runner
    ) -> None:
        reader = Visitor(app.build(workspace, hosts=("0.0.0.0",)), runner=runner)
        assert reader.get("/healthz", headers={"Host": "192.168.1.5:8000"}).status_code == 200
        assert reader.get("/healthz", headers={"Host": "[fe80::1]:8000"}).status_code == 200
        assert reader.get("/healthz", headers={"Host": "evil.example"}).status_code == 421


class TestHeaders:
    @pytest.mark.parametrize("path", ["/desk", "/pair", "/thanks", "/u/x", "/check-in", "/nothing", "/healthz"])
    def test_every_answer_carries_the_same_guards(self, visitor: Visitor, path: str) -> None:
        headers = visitor.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe-inline" not in headers["content-security-policy"]
        assert "require-trusted-types-for 'script'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] in {"same-origin", "no-referrer"}
        assert "server" not in headers

    @pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "CONNECT", "PATCH"])
    def test_other_methods_are_not_taken(self, visitor: Visitor, method: str) -> None:
        assert visitor.ask(method, "/forms/quote").status_code == 405

    def test_pages_hold_no_script_or_style_of_their_own(self, staff: Visitor, lead_from: Callable[..., Lead]) -> None:
        contact = lead_from().contact_id
        for path in (
            "/desk",
            "/desk/visit",
            f"/desk/people/{contact}",
            "/desk/phones",
            "/desk/held",
            "/desk/redeem",
            "/desk/more",
        ):
            page = staff.get(path).text
            assert " style=" not in page
            assert "<style" not in page
            assert page.count("<script") == 1

    def test_files_are_kept_for_ever_under_a_name_that_changes_with_them(self, staff: Visitor) -> None:
        page = staff.get("/desk").text
        path = page.partition('rel="stylesheet" href="')[2].partition('"')[0]
        assert "immutable" in staff.get(path).headers["cache-control"]
        assert staff.get(path.partition("?")[0]).headers["cache-control"] == "no-cache"
        assert staff.get("/desk/files/nothing.css").status_code == 404

    def test_style_and_script_stay_small(self, staff: Visitor) -> None:
        import gzip

        sizes = [len(gzip.compress(staff.get(f"/desk/files/{name}").content, 9)) for name in ("desk.css", "desk.js")]
        assert sum(sizes) < 8 * 1024


class TestHostileWords:
    @pytest.mark.parametrize("payload", PAYLOADS)
    def test_what_strangers_write_is_shown_and_never_run(
        self, staff: Visitor, lead_from: Callable[..., Lead], payload: str
    ) -> None:
        lead = lead_from(name=f"J {payload}", message=payload, service=payload, postcode=payload[:20], page=f"/{payload}")
        for path in ("/desk", f"/desk/people/{lead.contact_id}", "/desk/visit", "/desk/people"):
            page = staff.get(path)
            assert page.status_code == 200
            for raw in ("<script>alert", "<img src=x", "<svg onload", 'href="javascript:'):
                assert raw not in page.text, path
            assert ("7 * 7" in payload) <= ("{{ 7 * 7 }}" in page.text), path

    @pytest.mark.parametrize("payload", PAYLOADS)
    def test_what_is_searched_for_is_shown_and_never_run(self, staff: Visitor, payload: str) -> None:
        for path in ("/desk/visit", "/desk/people"):
            page = staff.get(path, params={"q": payload})
            assert page.status_code == 200
            for raw in ("<script>alert", "<img src=x", "<svg onload"):
                assert raw not in page.text

    @pytest.mark.parametrize("payload", PAYLOADS)
    def test_held_words_are_shown_and_never_run(self, visitor: Visitor, staff: Visitor, payload: str) -> None:
        told = {"name": payload, "phone": "07700 900123", "message": payload, "website2": "x", "started": "1"}
        visitor.post("/forms/quote", told)
        page = staff.get("/desk/held").text
        assert "1 form looks like junk" in page
        for raw in ("<script>alert", "<img src=x", "<svg onload"):
            assert raw not in page


class TestPatience:
    def test_codes_cannot_be_tried_out(self, visitor: Visitor) -> None:
        headers = {"Origin": visitor.origin}
        statuses = [visitor.post("/pair", {"presented": f"AAAA{n:04d}"}, headers=headers).status_code for n in range(9)]
        assert statuses == [403] * 8 + [429]

    def test_a_bucket_fills_again_and_forgets_the_oldest_address(self) -> None:
        time = [0.0]
        buckets = guards.Buckets(size=2, refill_seconds=10, monotonic=lambda: time[0], remembered=2)
        assert [buckets.take("a") for _ in range(3)] == [True, True, False]
        time[0] = 10
        assert [buckets.take("a"), buckets.take("a")] == [True, False]
        assert buckets.take("b")
        assert buckets.take("c")
        assert buckets.take("a"), "the oldest address is forgotten, so that memory has an end"


class TestTheLastCatch:
    def test_what_nobody_expected_is_a_plain_page_and_a_log_without_a_word_of_it(
        self, runner: asyncio.Runner, caplog: pytest.LogCaptureFixture
    ) -> None:
        async def broken(_scope: Scope, _receive: Receive, _send: Send) -> None:
            raise RuntimeError("Joan Muster, 07700 900123")

        answer = Visitor(LastCatch(broken), runner=runner).get("/")
        assert answer.status_code == 500
        for text in (answer.text, caplog.text):
            assert "Joan" not in text
            assert "900123" not in text
        assert "RuntimeError at test_guards.py" in caplog.text
