"""The desk in a real browser, on a phone and wide, light and dark, with and without script."""

import datetime as dt
import pathlib
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.factories import NOW, a_business, a_coupon
from weblocal.codes import typed
from weblocal.disk import bundled, tree
from weblocal.flows import receive, sign_in
from weblocal.flows.workspace import Workspace
from weblocal.model.business import DeskSettings
from weblocal.model.leads import Lead, Post
from weblocal.theming import theme
from weblocal.web import app, serving

pytestmark = pytest.mark.browser

AXE = pathlib.Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
PHONE = {"width": 390, "height": 844}
CODE = typed.encode((1, 2, 3, 4, 5, 6, 7, 8, 9))
HOSTILE = "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>"


@pytest.fixture(scope="module")
def browser(chromium: Browser) -> Browser:
    return chromium


@pytest.fixture
def workspace(tmp_path: pathlib.Path) -> Iterator[Workspace]:
    files = tree.read_tree(bundled.themes_folder() / "fascia")
    fascia = theme.load("fascia", files.names, files.read)
    business = a_business(desk=DeskSettings(address=""))
    with Workspace(folder=tmp_path, business=business, theme=fascia) as opened:
        yield opened


@pytest.fixture
def address(workspace: Workspace) -> Iterator[str]:
    with serving.background(app.build(workspace, now=lambda: NOW)) as running:
        yield running.url


@pytest.fixture
def lead(workspace: Workspace) -> Lead:
    """Two leads are waiting, one form is held, one coupon is out; the first lead is handed on."""
    first = write_in(workspace, name="Joan Muster", phone="07700 900123", email="joan@example.com", consent_offers="yes")
    write_in(workspace, name="Karin Exemplo", phone="07700 900118", message="Display says F22.")
    write_in(workspace, name="Best Deals", phone="07700 900500", website2="x")
    workspace.ledger.write(lambda writing: writing.add_coupon(a_coupon(CODE, contact_id=first.contact_id)))
    return first


def write_in(workspace: Workspace, **answers: str) -> Lead:
    sent_at = NOW - dt.timedelta(minutes=20)
    told = {
        "page": "/contact/",
        "started": str(int(sent_at.timestamp() * 1000) - 60_000),
        "consent_offers_version": "v1",
    } | answers
    received = receive.receive(workspace, Post(form_id="quote", pairs=tuple(told.items()), received_at=sent_at), now=sent_at)
    found = workspace.ledger.read(lambda reading: reading.lead(received.lead_id))
    return found if found is not None else workspace.ledger.read(lambda reading: reading.leads_waiting())[0]


@pytest.fixture
def paired(browser: Browser, workspace: Workspace, address: str) -> Callable[..., BrowserContext]:
    """A maker of browsers on paired phones."""

    def make(**options: object) -> BrowserContext:
        link = sign_in.make_link(workspace, device_name="Sam", now=NOW)
        device = sign_in.pair(workspace, presented=link.secret, device_name="", now=NOW)
        context = browser.new_context(**({"viewport": PHONE} | options))  # type: ignore[arg-type]
        context.add_cookies([{"name": "desk", "value": device.cookie, "url": address}])
        return context

    return make


def trapped(page: Page) -> list[str]:
    """Everything the page complains about: errors, refused scripts, policy reports."""
    complaints: list[str] = []
    page.on("pageerror", lambda wrong: complaints.append(str(wrong)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    return complaints


def test_a_link_pairs_the_phone_and_its_secret_leaves_the_address(
    browser: Browser, workspace: Workspace, address: str, lead: Lead
) -> None:
    with browser.new_context(viewport=PHONE) as context:
        page = context.new_page()
        complaints = trapped(page)
        link = sign_in.make_link(workspace, device_name="Alex", now=NOW)
        page.goto(link.url(address))
        assert page.url == f"{address}/pair"
        assert not page.locator("#presented").is_visible()
        page.get_by_role("button", name="Pair this phone").click()
        page.wait_for_url(f"{address}/desk")
        assert "waiting" in page.locator("h1").inner_text()
        assert not complaints


def test_a_known_persons_visit_is_two_taps(paired: Callable[..., BrowserContext], address: str, lead: Lead) -> None:
    with paired() as context:
        page = context.new_page()
        complaints = trapped(page)
        page.goto(f"{address}/desk")
        page.get_by_role("navigation", name="Desk, short").get_by_role("link", name="Log a visit").click()
        page.get_by_role("button", name="Joan Muster").click()
        assert page.get_by_role("status").locator("h1").inner_text() == "Logged."
        assert "Joan Muster" in page.get_by_role("status").inner_text()
        page.get_by_role("button", name="Undo").click()
        assert page.locator("h1").inner_text() == "Taken back."
        assert not complaints


def test_without_script_every_step_works(browser: Browser, workspace: Workspace, address: str, lead: Lead) -> None:
    with browser.new_context(viewport=PHONE, java_script_enabled=False) as context:
        page = context.new_page()
        link = sign_in.make_link(workspace, device_name="", now=NOW)
        page.goto(link.url(address))
        page.get_by_label("Code").fill(link.code.lower())
        page.get_by_label("Whose phone is it?").fill("Plain phone")
        page.get_by_role("button", name="Pair this phone").click()
        page.get_by_role("link", name="Log a visit").last.click()
        page.get_by_label("Part of a name").fill("exem")
        page.get_by_role("button", name="Find").click()
        page.get_by_role("button", name="Karin Exemplo").click()
        assert page.locator("h1").inner_text() == "Logged."
        page.get_by_role("button", name="Undo").click()
        assert page.locator("h1").inner_text() == "Taken back."


def test_the_list_narrows_while_somebody_types(paired: Callable[..., BrowserContext], address: str, lead: Lead) -> None:
    with paired() as context:
        page = context.new_page()
        page.goto(f"{address}/desk/visit")
        page.get_by_label("Part of a name").fill("karin")
        assert page.locator("#people > li:visible").count() == 1


def test_the_clock_keeps_moving(paired: Callable[..., BrowserContext], address: str, lead: Lead) -> None:
    with paired() as context:
        page = context.new_page()
        page.clock.install(time=NOW)
        page.goto(f"{address}/desk")
        clock = page.locator(".longest .clock b")
        before = clock.inner_text()
        page.clock.run_for(11 * 60_000)
        assert clock.inner_text() != before
        page.clock.run_for(200 * 60_000)
        assert "late" in clock.inner_text()


def test_hostile_words_are_never_run(paired: Callable[..., BrowserContext], workspace: Workspace, address: str) -> None:
    found = write_in(workspace, name=HOSTILE[:100], phone="07700 900777", service=HOSTILE, message=HOSTILE, postcode="x")
    with paired() as context:
        page = context.new_page()
        complaints = trapped(page)
        for path in ("/desk", f"/desk/people/{found.contact_id}", "/desk/visit", "/desk/people", "/desk/held"):
            page.goto(address + path)
            assert page.title() != "run"
        assert not complaints


SCREENS = ("/desk", "/desk/visit", "/desk/redeem", f"/desk/redeem/check?code={CODE}", "/desk/redeem/check?code=ABC", "/desk/held", "/desk/phones", "/desk/more", "/desk/people", "/pair", "/check-in", "/thanks", "PERSON")  # fmt: skip


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(paired: Callable[..., BrowserContext], address: str, lead: Lead, *, width: int, scheme: str) -> None:
    with paired(viewport={"width": width, "height": 844}, color_scheme=scheme, bypass_csp=True) as context:
        page = context.new_page()
        for screen in SCREENS:
            page.goto(address + screen.replace("PERSON", f"/desk/people/{lead.contact_id}"))
            page.add_script_tag(path=str(AXE))
            found = page.evaluate("axe.run()")["violations"]
            assert not found, (screen, [(one["id"], one["nodes"][0]["html"]) for one in found])


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1600])
def test_nothing_scrolls_sideways(
    paired: Callable[..., BrowserContext], workspace: Workspace, address: str, lead: Lead, *, width: int
) -> None:
    write_in(workspace, name=HOSTILE[:100].replace(" ", ""), phone="07700 900777", service="x" * 60, message="y" * 300)
    with paired(viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        for screen in SCREENS:
            page.goto(address + screen.replace("PERSON", f"/desk/people/{lead.contact_id}"))
            assert page.evaluate("document.documentElement.scrollWidth") <= width, screen


def test_buttons_are_large_enough_for_wet_hands(paired: Callable[..., BrowserContext], address: str, lead: Lead) -> None:
    with paired() as context:
        page = context.new_page()
        for screen in SCREENS:
            page.goto(address + screen.replace("PERSON", f"/desk/people/{lead.contact_id}"))
            small = page.evaluate(
                "[...document.querySelectorAll('a,button,summary,input:not([type=hidden],[type=checkbox])')]"
                ".filter(one => !one.closest('p,small') && !one.matches('.skip,.unseen') && one.checkVisibility())"
                ".map(one => [one.outerHTML.slice(0, 120), one.getBoundingClientRect()])"
                ".filter(([, box]) => box.height < 43.5).map(([html]) => html)"
            )
            assert not small, (screen, small)
