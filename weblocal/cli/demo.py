"""`weblocal demo`: the whole loop on the sample business, here and now."""

import contextlib
import datetime as dt
import html.parser
import http.client
import pathlib
import time
import urllib.parse
from typing import TYPE_CHECKING

import click

from weblocal import clock
from weblocal.cli import settings, terminal

if TYPE_CHECKING:
    from weblocal.flows.demo import Visitor
    from weblocal.flows.workspace import Workspace

DAYS = 8  # long enough for the thank-you, the guide and the question how it was


@click.command(
    epilog="""\b
Examples:
  weblocal demo            take the sample business through the loop, and stop
  weblocal demo --serve    the same, and keep site and desk up to look at"""
)
@click.option(
    "--into", default="demo", show_default=True, type=click.Path(path_type=pathlib.Path), help="Where to lay the results."
)
@click.option("--serve", "stays_up", is_flag=True, help="Keep site and desk up until Ctrl-C.")
@click.option("--port", default=0, type=click.IntRange(0, 65535), help="The port to answer on; any free one when left out.")
def command(into: pathlib.Path, port: int, *, stays_up: bool) -> None:
    """Take the sample business through the whole loop.

    Site, desk, a lead posted over HTTP, mails, a scanned poster, a visit, the mails changing course, print pieces, report.
    Everything is real but the people. Nothing leaves this machine: mails are laid into a folder.
    """
    from weblocal.flows import demo
    from weblocal.web import app, serving

    folder = demo.prepare(into)
    terminal.say_strong(f"The sample business, copied to {folder}")
    with contextlib.ExitStack() as opened:
        at_work: list[Workspace] = []

        def desk_at(url: str) -> serving.Application:
            at_work.append(opened.enter_context(demo.open_at(folder, url, settings.read_settings())))
            return app.build(at_work[0], serve_site=_build(at_work[0]))

        running = opened.enter_context(serving.background_at(desk_at, port=port))
        _loop(at_work[0], running.url)
        if stays_up:
            _stay(at_work[0], running.url)


def _build(workspace: "Workspace") -> pathlib.Path:
    from weblocal.flows import build

    built = build.build(workspace, today=clock.today(workspace.business.zone))
    _step("Site", f"{built.page_count} pages from one file", built.folder)
    return built.folder


def _loop(workspace: "Workspace", url: str) -> None:
    """The story in its order; each step prints what happened and where its result lies."""
    from weblocal.flows import demo

    now = clock.now()
    person = demo.Visitor()
    _step("Desk", f"answers at {url}/desk, site at {url}/", workspace.state_folder)
    _step("Past", f"{demo.invent_past(workspace, now=now)} invented enquiries of the last four weeks", None)
    demo.send_what_is_due(workspace, now=now)

    poster = workspace.business.placements[1]
    status, place = _get(url, f"/q/{poster.code}")
    _step("Scan", f"{poster.name}: its code leads to {place} ({status})", None)
    status, place = _post_the_form(workspace, url, person)
    _step("Lead", f"{person.name} sent the form over HTTP, and was led to {place} ({status})", None)
    _mails(demo.send_what_is_due(workspace, now=clock.now()), workspace)

    came_at = clock.now()
    logged = demo.log_the_visit(workspace, person, now=came_at)
    _step("Visit", "staff logged that they came. The mails change course:", None)
    for change in logged.changes:
        terminal.say(f"          {change}")
    terminal.say(f"          (The demo moves its clock on, day by day, for {DAYS} days.)")
    for day in range(1, DAYS + 1):
        _mails(demo.send_what_is_due(workspace, now=came_at + dt.timedelta(days=day)), workspace, day=day)
    _print_and_report(workspace)
    terminal.say_good("The whole loop is done. Nothing left this machine.")


def _print_and_report(workspace: "Workspace") -> None:
    from weblocal.flows import print_pieces, report

    today = clock.today(workspace.business.zone)
    for piece in print_pieces.make(workspace, today=today).made:
        size = f"{piece.width_mm:g} × {piece.height_mm:g} mm"
        _step("Print", f"{piece.placement.name}, {size}, its code read back: {piece.says}", piece.path)
    reported = report.report(workspace, period=report.month_of(today), now=clock.now())
    first = reported.text.splitlines()[2]
    _step("Report", first, report.write_page(workspace, reported, to=None))


def _stay(workspace: "Workspace", url: str) -> None:
    from weblocal.flows import sign_in

    link = sign_in.make_link(workspace, device_name="Demo", now=clock.now())
    terminal.say_strong(f"Site: {url}/   Desk: {link.url(url)}   (Ctrl-C stops)")
    while True:
        time.sleep(3600)


def _step(name: str, words: str, where: pathlib.Path | None) -> None:
    terminal.say(f"{click.style(f'{name:<8}', bold=True)}  {words}")
    if where is not None:
        terminal.say(f"          {where}")


def _mails(told: tuple[str, ...], workspace: "Workspace", *, day: int = 0) -> None:
    when = f"day {day}, " if day else ""
    for line in told:
        _step("Mail", f"{when}{line}", None)
    if told:
        terminal.say(f"          {workspace.outbox_folder}")


def _get(url: str, path: str) -> tuple[int, str]:
    """Ask for a page as a phone would; the status, and where it led."""
    return _ask(url, "GET", path, "")


def _post_the_form(workspace: "Workspace", url: str, person: "Visitor") -> tuple[int, str]:
    """Read the form off the page as a browser would, fill it in, and post it."""
    from weblocal.flows import demo
    from weblocal.model import urls

    connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc, timeout=20)
    connection.request("GET", urls.CONTACT)
    found = _Form()
    found.feed(connection.getresponse().read().decode())
    connection.close()
    form = next(form for form in workspace.business.forms if found.action.endswith(f"/{form.id}"))
    post = demo.post_of(form, person, page=urls.CONTACT, placement="", at=clock.now())
    pairs = {**dict(found.hidden), **dict(post.pairs)}
    return _ask(url, "POST", urllib.parse.urlsplit(found.action).path, urllib.parse.urlencode(pairs))


def _ask(url: str, method: str, path: str, body: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc, timeout=20)
    headers = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
    connection.request(method, path, body=body or None, headers=headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, answer.headers.get("Location", path)


class _Form(html.parser.HTMLParser):
    """The first form of a page: where it posts to, and what it carries unseen."""

    def __init__(self) -> None:
        super().__init__()
        self.action = ""
        self.hidden: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the form and its hidden fields."""
        values = {name: value or "" for name, value in attrs}
        if tag == "form" and not self.action:
            self.action = values.get("action", "")
        if tag == "input" and values.get("type") == "hidden" and "name" in values:
            self.hidden.append((values["name"], values.get("value", "")))
