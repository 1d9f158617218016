"""A coupon from end to end over HTTP: from the form to the mail, from the mail to the counter, from the counter to the report."""

import dataclasses
import datetime as dt
import email
import email.policy
import html
import pathlib
import re
from collections.abc import Iterator

import httpx2
import pytest

from weblocal.codes import typed
from weblocal.flows import report, send, sign_in
from weblocal.flows.workspace import Workspace, open_workspace
from weblocal.model.nurture import EnrolmentState
from weblocal.model.visits import EventKind, VisitSource, VisitState
from weblocal.web import app, serving

# a Tuesday morning, the firm is open
ASKED_AT = dt.datetime(2026, 11, 24, 10, 0, tzinfo=dt.UTC)
OF_MAIL = "[[coupon]]\n\nShow the code to whoever comes."


@dataclasses.dataclass
class Clock:
    """A clock that stands still until the test moves it."""

    at: dt.datetime = ASKED_AT

    def now(self) -> dt.datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(sample: pathlib.Path) -> Iterator[Workspace]:
    """The plumber, who sends a coupon with the first answer and writes once more when it was used."""
    profile = sample / "business.yaml"
    text = profile.read_text()
    text = text.replace("{send: we_have_it, window: none}", "{send: we_have_it, window: none, offer: first_service}")
    used = (
        "  coupon_used:\n"
        "    name: Coupon used\n"
        "    trigger: {on: redemption, max_age: 72 hours}\n"
        "    purpose: marketing\n"
        "    stream: care\n"
        "    reentry: after 30 days\n"
        "    steps:\n"
        "      - {wait: 2 hours}\n"
        "      - {send: glad_it_helped}\n"
    )
    profile.write_text(text.replace("\nmail:\n", f"{used}\nmail:\n"))
    first = sample / "mails" / "new_lead" / "we_have_it.md"
    first.write_text(f"{first.read_text().rstrip()}\n\n{OF_MAIL}\n")
    (sample / "mails" / "coupon_used").mkdir()
    (sample / "mails" / "coupon_used" / "glad_it_helped.md").write_text(
        "---\nsubject: Good that you used it\npreheader: The boiler record follows.\n---\n# Good that you used it.\n\nHello {{ first_name | there }}.\n"
    )
    with open_workspace(sample, today=ASKED_AT.date()) as opened:
        yield opened


@pytest.fixture
def desk(workspace: Workspace, clock: Clock) -> Iterator[str]:
    with serving.background(app.build(workspace, now=clock.now)) as running:
        yield running.url


@pytest.fixture
def counter(workspace: Workspace, desk: str, clock: Clock) -> Iterator[httpx2.Client]:
    """The phone at the counter, paired."""
    with httpx2.Client(base_url=desk, headers={"Origin": desk}) as phone:
        link = sign_in.make_link(workspace, device_name="Counter", now=clock.now())
        assert phone.post("/pair", data={"presented": link.secret}).status_code == 303
        yield phone


def ask_for_a_price(workspace: Workspace, desk: str, clock: Clock, *, number: int, placement: str) -> None:
    started = int(clock.at.timestamp() * 1000) - 60_000
    form = next(form for form in workspace.business.forms if form.id == "quote")
    answers = {
        "service": "Boiler service",
        "name": f"Robin Sample {'I' * number}",
        "phone": f"01632 9607{number:02}",
        "email": f"robin{number}@sample.example",
        "page": "/from/card/",
        "placement": placement,
        "started": str(started),
    }
    for consent in form.consents:
        answers |= {f"consent_{consent.stream}": "yes", f"consent_{consent.stream}_version": consent.version}
    assert httpx2.post(f"{desk}/forms/quote", data=answers).status_code == 303


def send_what_is_due(workspace: Workspace, clock: Clock) -> None:
    transport = workspace.transport()
    send.run(workspace, transport, now=clock.at)
    transport.close()


def mails_to(workspace: Workspace, address: str) -> list[str]:
    letters = [
        email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        for path in sorted(workspace.outbox_folder.glob("*.eml"), key=lambda path: path.stat().st_mtime_ns)
    ]
    return [letter.get_body(("plain",)).get_content() for letter in letters if address in str(letter["To"])]


def code_in(text: str) -> str:
    """The code as the mail spells it: three groups of signs."""
    found = [group for group in re.findall(r"\b[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{2}\b", text) if typed.read(group)]
    assert len(set(found)) == 1, text
    return found[0]


def press_redeem(counter: httpx2.Client, code: str) -> httpx2.Response:
    """Type the code under Redeem, read the answer, press the button it shows."""
    page = counter.get("/desk/redeem/check", params={"code": code}).text
    assert "Good." in page
    form = dict(re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', page))
    answer = counter.post("/desk/redemptions", data=form)
    assert answer.status_code == 303
    return counter.get(answer.headers["location"])


@pytest.fixture
def code(workspace: Workspace, desk: str, clock: Clock) -> str:
    """Robin scanned the card on the counter, asked for a price, and the code came by mail; now it is the day after."""
    ask_for_a_price(workspace, desk, clock, number=1, placement="card")
    send_what_is_due(workspace, clock)
    (first_mail,) = mails_to(workspace, "robin1@sample.example")
    clock.at += dt.timedelta(days=1)
    return code_in(first_mail)


def only_person(workspace: Workspace) -> str:
    (person,) = workspace.ledger.read(lambda reading: reading.contacts_like("Robin", 5))
    return person.id


def test_a_mailed_code_is_good_however_it_is_typed_until_it_is_redeemed(
    workspace: Workspace, counter: httpx2.Client, clock: Clock, code: str
) -> None:
    as_typed = f" {code.lower().replace(' ', '-')} "
    looked = html.unescape(counter.get("/desk/redeem/check", params={"code": as_typed}).text)
    assert "£15 off your first boiler service." in looked
    assert "Robin Sample" in looked
    redeemed = html.unescape(press_redeem(counter, as_typed).text)
    assert "Redeemed." in redeemed
    for change in ("“After an enquiry” stops here.", "“Coupon used” begins.", "“After a job” begins."):
        assert change in redeemed
    clock.at += dt.timedelta(minutes=10)
    again = counter.get("/desk/redeem/check", params={"code": as_typed}).text
    assert "Already used." in again
    assert "Redeem it now" not in again
    kinds = [event.kind for event in workspace.ledger.read(lambda reading: reading.events_of(only_person(workspace)))]
    assert kinds.count(EventKind.COUPON_ISSUED) == kinds.count(EventKind.REDEEMED) == kinds.count(EventKind.VISIT) == 1


def test_a_redeemed_code_confirms_a_visit_and_begins_what_it_triggers(
    workspace: Workspace, counter: httpx2.Client, clock: Clock, code: str
) -> None:
    press_redeem(counter, code)
    person = only_person(workspace)
    (visit,) = workspace.ledger.read(lambda reading: reading.visits_of(person))
    assert (visit.source, visit.state, visit.what) == (VisitSource.REDEMPTION, VisitState.CONFIRMED, "")
    ways = {way.sequence_id: way.state for way in workspace.ledger.read(lambda reading: reading.enrolments_of(person))}
    assert (ways["new_lead"], ways["coupon_used"]) == (EnrolmentState.EXITED, EnrolmentState.ACTIVE)
    clock.at += dt.timedelta(hours=2)
    send_what_is_due(workspace, clock)
    assert any("GOOD THAT YOU USED IT." in text for text in mails_to(workspace, "robin1@sample.example"))
    story = html.unescape(counter.get(f"/desk/people/{person}").text)
    assert "Coupon redeemed" in story
    assert "“Coupon used” began" in story


def test_the_report_knows_which_card_brought_the_visit_a_code_proved(
    workspace: Workspace, counter: httpx2.Client, clock: Clock, code: str
) -> None:
    press_redeem(counter, code)
    clock.at += dt.timedelta(hours=1)
    reported = report.report(workspace, period=report.month_of(clock.at.date()), now=clock.at)
    assert "1 person asked. 1 came." in reported.text
    assert "1 of 1" in report.explain(reported, "came", language="en-GB")
    assert re.search(r"Card on our counter.*1.*1", reported.text), reported.text


def test_two_phones_that_both_hold_the_button_take_a_code_once(
    workspace: Workspace, counter: httpx2.Client, clock: Clock, code: str
) -> None:
    with httpx2.Client(base_url=counter.base_url, headers=counter.headers) as other:
        link = sign_in.make_link(workspace, device_name="Van", now=clock.now())
        other.post("/pair", data={"presented": link.secret})
        page = other.get("/desk/redeem/check", params={"code": code}).text
        form = dict(re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', page))
        assert "Redeemed." in press_redeem(counter, code).text
        late = other.post("/desk/redemptions", data=form)
        assert "Already used." in other.get(late.headers["location"]).text
    assert len(workspace.ledger.read(lambda reading: reading.visits_of(only_person(workspace)))) == 1
