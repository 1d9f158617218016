"""One visitor, one phone, one desk, one loop: through the real entrances, in a real browser."""

import email
import email.policy
import pathlib
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from email.message import EmailMessage

import pytest
from playwright.sync_api import Browser, Page, expect

PHONE = {"width": 390, "height": 844}


def weblocal(*arguments: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-m", "weblocal", *arguments], capture_output=True, text=True, check=False, timeout=120
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


@pytest.fixture
def address(sample: pathlib.Path) -> str:
    """The sample business, living at a free port of this machine."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        here = f"http://127.0.0.1:{probe.getsockname()[1]}"
    profile = sample / "business.yaml"
    text = re.sub(r"(?m)^website: .*$", f"website: {here}", profile.read_text())
    profile.write_text(re.sub(r"(?m)^  address: https://.*$", f"  address: {here}", text))
    weblocal("build", str(sample))
    return here


@pytest.fixture
def pairing_link(sample: pathlib.Path, address: str) -> Iterator[str]:
    """The desk with the built site beside it, as a process of its own; the link it prints for the first phone."""
    desk = subprocess.Popen(
        [sys.executable, "-u", "-m", "weblocal", "desk", str(sample), "--site", str(sample / "public"), "--port", address.rpartition(":")[2], "--no-sending"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )  # fmt: skip
    assert desk.stdout is not None
    said = ""
    for line in desk.stdout:
        said += line
        if "/pair#" in line:
            break
    else:
        raise AssertionError(said)
    yield line.strip()
    desk.terminate()
    desk.wait(timeout=20)


def outbox(sample: pathlib.Path) -> list[EmailMessage]:
    found = sorted((sample / ".weblocal" / "outbox").glob("*.eml"), key=lambda path: path.stat().st_mtime_ns)
    return [email.message_from_bytes(path.read_bytes(), policy=email.policy.default) for path in found]  # type: ignore[misc]


def to(letters: list[EmailMessage], address: str) -> list[EmailMessage]:
    return [letter for letter in letters if address in str(letter["To"])]


def sends_the_form(page: Page, address: str) -> None:
    page.goto(f"{address}/services/leaks/")
    expect(page.locator("h1")).to_be_visible()
    page.goto(f"{address}/contact/")
    form = page.locator("form").first
    form.get_by_label("Leak", exact=True).check(force=True)
    form.get_by_label("Your name").fill("Robin Sample")
    form.get_by_label("Phone").fill("01632 960777")
    form.get_by_label("E-mail").fill("robin@sample.example")
    for box in form.get_by_role("checkbox").all():
        box.check(force=True)
    page.wait_for_timeout(3200)  # somebody who fills in a form in under three seconds is held back as a machine
    form.get_by_role("button").click()
    page.wait_for_url("**/thanks/**")


def reads_the_whole_story(staff: Page, address: str) -> None:
    staff.goto(f"{address}/desk/people?q=Robin")
    staff.get_by_role("link", name=re.compile("Robin Sample")).click()
    expect(staff.locator("h1")).to_contain_text("Robin Sample")
    for told in ("Asked about: Leak", "We have your question", "They came"):
        expect(staff.locator("main")).to_contain_text(re.compile(told, re.IGNORECASE))


def test_a_visitor_becomes_a_lead_a_visit_and_one_line_in_the_report(
    chromium: Browser, sample: pathlib.Path, address: str, pairing_link: str
) -> None:
    visitor = chromium.new_page(viewport=PHONE, is_mobile=True)
    sends_the_form(visitor, address)

    weblocal("nurture", "run", str(sample))
    letters = outbox(sample)
    owner = [letter for letter in letters if "robin" not in str(letter["To"])]
    assert owner, "nobody was told of the lead"
    for letter in owner:
        assert "Robin" not in letter.as_string()
        assert "960777" not in letter.as_string()
    hello = to(letters, "robin@sample.example")
    assert len(hello) == 1
    assert hello[0]["List-Unsubscribe"]

    visitor.goto(f"{address}/q/hall")
    assert "/from/hall/" in visitor.url

    staff = chromium.new_context(viewport=PHONE).new_page()
    staff.goto(pairing_link)
    staff.get_by_role("button").first.click()
    staff.wait_for_url("**/desk**")
    expect(staff.locator("body")).to_contain_text("Robin Sample")
    staff.goto(f"{address}/desk/visit")
    staff.get_by_role("button", name=re.compile("Robin Sample")).first.click()
    expect(staff.locator("h1")).to_contain_text("Logged")
    expect(staff.locator("body")).to_contain_text("After an enquiry")

    reads_the_whole_story(staff, address)

    why = weblocal("nurture", "why", "Robin", str(sample))
    assert "they came" in why
    assert len(to(outbox(sample), "robin@sample.example")) == 1

    text = weblocal("report", str(sample))
    assert "1 person asked. 1 came." in text
    assert "1 of 1" in weblocal("report", str(sample), "--explain", "came") or "1 of 1 came" in weblocal(
        "report", str(sample), "--explain", "came"
    )
