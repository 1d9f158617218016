"""A running desk for every test: a real ledger, a real theme, a clock that the test moves."""
# ruff: noqa: ANN401 - a visitor takes whatever the web client takes

import asyncio
import dataclasses
import datetime as dt
import pathlib
import re
from collections.abc import Callable, Iterator
from typing import Any

import httpx2
import pytest
from starlette.applications import Starlette

from tests.factories import NOW, a_business
from weblocal.disk import bundled, tree
from weblocal.flows import receive, sign_in
from weblocal.flows.workspace import Workspace
from weblocal.model.business import Business, DeskSettings
from weblocal.model.leads import Lead, Post
from weblocal.theming import theme
from weblocal.theming.theme import Theme
from weblocal.web import app


@dataclasses.dataclass
class Clock:
    """A clock that stands still until a test moves it."""

    at: dt.datetime = NOW
    ticks: float = 0.0

    def now(self) -> dt.datetime:
        return self.at

    def monotonic(self) -> float:
        return self.ticks

    def move(self, **span: float) -> None:
        self.at += dt.timedelta(**span)
        self.ticks += dt.timedelta(**span).total_seconds()


class Visitor:
    """Somebody with a browser of their own, without a window: follows nothing, keeps cookies."""

    def __init__(self, desk: Starlette, *, host: str = "http://localhost", runner: asyncio.Runner) -> None:
        transport = httpx2.ASGITransport(app=desk, client=("203.0.113.9", 4000))
        self.web = httpx2.AsyncClient(transport=transport, base_url=host)
        self._runner = runner
        self.origin = host

    def get(self, path: str, **options: Any) -> httpx2.Response:
        return self.ask("GET", path, **options)

    def ask(self, method: str, path: str, **options: Any) -> httpx2.Response:
        return self._runner.run(self.web.request(method, path, **options))

    def post(self, path: str, answers: dict[str, str] | None = None, **options: Any) -> httpx2.Response:
        return self.ask("POST", path, data=answers or {}, **options)

    def press(self, page: str, path: str, answers: dict[str, str] | None = None, *, holding: str = "") -> httpx2.Response:
        """Press the button of the form on `page` that posts to `path`, as a browser would send it."""
        headers = {"Origin": self.origin, "Sec-Fetch-Site": "same-origin"}
        return self.post(path, hidden_of(self.get(page).text, path, holding=holding) | (answers or {}), headers=headers)


def hidden_of(html: str, path: str, *, holding: str = "") -> dict[str, str]:
    """The hidden fields of the first form that posts to `path` and holds some text."""
    forms = re.findall(rf'action="{re.escape(path)}".*?</form>', html, re.DOTALL)
    form = next((one for one in forms if holding in one), "")
    assert form, f"no form posts to {path}"
    return dict(re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', form))


@pytest.fixture(scope="session")
def fascia() -> Theme:
    files = tree.read_tree(bundled.themes_folder() / "fascia")
    return theme.load("fascia", files.names, files.read)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as one:
        yield one


@pytest.fixture
def business() -> Business:
    return a_business(desk=DeskSettings(address="https://desk.bright-pipes.example", grace_days=7))


@pytest.fixture
def workspace(tmp_path: pathlib.Path, business: Business, fascia: Theme) -> Iterator[Workspace]:
    with Workspace(folder=tmp_path, business=business, theme=fascia) as opened:
        yield opened


@pytest.fixture
def desk(workspace: Workspace, clock: Clock) -> Starlette:
    return app.build(workspace, now=clock.now, monotonic=clock.monotonic, refusal_seconds=0)


@pytest.fixture
def visitor(desk: Starlette, runner: asyncio.Runner) -> Visitor:
    return Visitor(desk, runner=runner)


@pytest.fixture
def staff(desk: Starlette, runner: asyncio.Runner, workspace: Workspace, clock: Clock) -> Visitor:
    """A visitor whose phone is paired."""
    phone = Visitor(desk, runner=runner)
    link = sign_in.make_link(workspace, device_name="Sam", now=clock.now())
    answer = phone.post("/pair", {"presented": link.secret}, headers={"Origin": phone.origin})
    assert answer.status_code == 303
    return phone


@pytest.fixture
def lead_from(workspace: Workspace, clock: Clock) -> Callable[..., Lead]:
    """A maker of leads as a visitor would send them."""

    def make(**answers: str) -> Lead:
        started = str(int(clock.at.timestamp() * 1000) - 60_000)
        told = {"name": "Joan Muster", "phone": "07700 900123", "page": "/contact/", "started": started} | answers
        post = Post(form_id="quote", pairs=tuple(told.items()), received_at=clock.at)
        received = receive.receive(workspace, post, now=clock.at)
        lead = workspace.ledger.read(lambda reading: reading.lead(received.lead_id))
        assert lead is not None, received
        return lead

    return make
