"""The staff's screens and buttons, as a paired phone without script sees them."""

import asyncio
import datetime as dt
import re
from collections.abc import Callable

import httpx2
import pytest
from starlette.applications import Starlette

from tests.factories import a_coupon
from tests.web.conftest import Clock, Visitor, hidden_of
from weblocal.codes import typed
from weblocal.flows.workspace import Workspace
from weblocal.model.leads import Lead, LeadOutcome
from weblocal.model.nurture import StaffTask
from weblocal.model.visits import EventKind, VisitState

CODE = typed.encode((1, 2, 3, 4, 5, 6, 7, 8, 9))


def press_person(staff: Visitor, page: str, contact_id: str, **answers: str) -> httpx2.Response:
    """Press the button of one person in the list of who is here."""
    return staff.press(page, "/desk/visits", answers, holding=f'value="{contact_id}"')


def add_new(staff: Visitor, answers: dict[str, str]) -> httpx2.Response:
    """Fill in the form for somebody new and press its button."""
    return staff.press("/desk/visit", "/desk/visits", answers, holding='name="new"')


class TestToday:
    def test_an_empty_desk_says_where_leads_come_from(self, staff: Visitor) -> None:
        page = staff.get("/desk").text
        assert "Nobody is waiting." in page
        assert "Leads come from the form on your website" in page

    def test_whoever_has_least_time_left_owns_the_field(
        self, staff: Visitor, clock: Clock, lead_from: Callable[..., Lead]
    ) -> None:
        lead_from(name="Ada First", service="Leak")
        clock.move(minutes=30)
        lead_from(name="Ben Second", phone="07700 900124", service="Boiler")
        page = staff.get("/desk").text
        assert "2 are waiting" in page
        assert page.index("Leak") < page.index("Next in line") < page.index("Boiler")
        assert "1 h left" in page or "90 min left" in page

    def test_late_is_said_in_words(self, staff: Visitor, clock: Clock, lead_from: Callable[..., Lead]) -> None:
        lead_from()
        clock.move(hours=2, minutes=14)
        page = staff.get("/desk").text
        assert "14 min late" in page
        assert "Was due at 12:00" in page

    @pytest.mark.parametrize(
        ("said", "outcome"),
        [
            ("booked", LeadOutcome.BOOKED),
            ("thinking", LeadOutcome.THINKING),
            ("no_answer", LeadOutcome.NO_ANSWER),
            ("not_for_us", LeadOutcome.NOT_FOR_US),
        ],
    )
    def test_one_tap_stops_the_clock(
        self, *, staff: Visitor, workspace: Workspace, lead_from: Callable[..., Lead], said: str, outcome: LeadOutcome
    ) -> None:
        lead = lead_from()
        answer = staff.press("/desk", f"/desk/leads/{lead.id}/outcome", {"outcome": said})
        assert (answer.status_code, answer.headers["location"]) == (303, "/desk")
        kept = workspace.ledger.read(lambda reading: reading.lead(lead.id))
        assert kept is not None
        assert kept.outcome is outcome
        assert "Nobody is waiting." in staff.get("/desk").text

    def test_no_answer_comes_back_under_try_again(self, staff: Visitor, lead_from: Callable[..., Lead]) -> None:
        lead = lead_from()
        staff.press("/desk", f"/desk/leads/{lead.id}/outcome", {"outcome": "no_answer"})
        assert "Try again today" in staff.get("/desk").text

    def test_what_a_sequence_asked_for_is_done_once_however_often_it_is_pressed(
        self, staff: Visitor, workspace: Workspace, lead_from: Callable[..., Lead], clock: Clock
    ) -> None:
        lead = lead_from(email="joan@example.com", consent_offers="yes", consent_offers_version="v1")
        (run,) = workspace.ledger.read(lambda reading: reading.enrolments_of(lead.contact_id))
        task = StaffTask(
            id="task-1",
            contact_id=lead.contact_id,
            enrolment_id=run.id,
            step_id="ring",
            staff="counter",
            words="Ring them once more.",
            told_at=clock.at,
        )
        workspace.ledger.write(lambda writing: writing.add_staff_task(task))
        page = staff.get("/desk").text
        assert page.index("Try again today") < page.index("Ring them once more.") < page.index("/desk/tasks/task-1/done")
        form = hidden_of(page, "/desk/tasks/task-1/done")
        clock.move(hours=1)
        for _ in range(2):
            answer = staff.post("/desk/tasks/task-1/done", form, headers={"Origin": staff.origin})
            assert (answer.status_code, answer.headers["location"]) == (303, "/desk")
        assert "Ring them once more." not in staff.get("/desk").text
        (kept,) = workspace.ledger.read(lambda reading: reading.staff_tasks_of(lead.contact_id))
        assert kept.done_at == clock.at
        story = staff.get(f"/desk/people/{lead.contact_id}").text
        assert story.count("Done, as asked") == 1

    def test_a_task_that_is_not_in_the_book_is_said(self, staff: Visitor, lead_from: Callable[..., Lead]) -> None:
        lead = lead_from()
        form = hidden_of(staff.get("/desk").text, f"/desk/leads/{lead.id}/outcome")
        assert staff.post("/desk/tasks/none/done", form, headers={"Origin": staff.origin}).status_code == 404

    def test_an_answer_that_is_none_changes_nothing(self, staff: Visitor, lead_from: Callable[..., Lead]) -> None:
        lead = lead_from()
        answer = staff.press("/desk", f"/desk/leads/{lead.id}/outcome", {"outcome": "visited"})
        assert answer.status_code == 404
        assert "1 is waiting" in staff.get("/desk").text

    def test_an_alert_leads_to_the_person(self, staff: Visitor, lead_from: Callable[..., Lead]) -> None:
        lead = lead_from()
        assert staff.get(f"/desk/leads/{lead.id}").headers["location"] == f"/desk/people/{lead.contact_id}"


class TestVisits:
    def test_two_taps_log_a_known_persons_visit(
        self, staff: Visitor, workspace: Workspace, lead_from: Callable[..., Lead]
    ) -> None:
        lead = lead_from(email="joan@example.com", consent_offers="yes", consent_offers_version="v1")
        answer = press_person(staff, "/desk/visit", lead.contact_id)
        assert answer.status_code == 303
        page = staff.get(answer.headers["location"]).text
        assert "Logged." in page
        assert "Joan Muster" in page
        assert "“Come and see us” stops here." in page
        visits = workspace.ledger.read(lambda reading: reading.visits_of(lead.contact_id))
        assert [visit.state for visit in visits] == [VisitState.CONFIRMED]

    def test_a_double_press_is_one_visit(self, staff: Visitor, workspace: Workspace, lead_from: Callable[..., Lead]) -> None:
        lead = lead_from()
        form = hidden_of(staff.get("/desk/visit").text.partition('class="people"')[2], "/desk/visits")
        headers = {"Origin": staff.origin}
        first, second = (staff.post("/desk/visits", form, headers=headers).headers["location"] for _ in range(2))
        assert first == second
        assert len(workspace.ledger.read(lambda reading: reading.visits_of(lead.contact_id))) == 1

    def test_a_second_tap_soon_after_asks_whether_it_is_another_visit(
        self, staff: Visitor, workspace: Workspace, clock: Clock, lead_from: Callable[..., Lead]
    ) -> None:
        lead = lead_from()
        press_person(staff, "/desk/visit", lead.contact_id)
        clock.move(minutes=5)
        again = press_person(staff, "/desk/visit", lead.contact_id).headers["location"]
        assert "Logged already." in staff.get(again).text
        press_person(staff, "/desk/visit", lead.contact_id, another="yes")
        assert len(workspace.ledger.read(lambda reading: reading.visits_of(lead.contact_id))) == 2

    def test_undo_takes_the_visit_back_and_the_mails_go_on(
        self, staff: Visitor, workspace: Workspace, lead_from: Callable[..., Lead]
    ) -> None:
        lead = lead_from(email="joan@example.com", consent_offers="yes", consent_offers_version="v1")
        place = press_person(staff, "/desk/visit", lead.contact_id).headers["location"]
        staff.press(place, f"{place}/undo")
        assert "Taken back." in staff.get(place).text
        assert "1 is waiting" in staff.get("/desk").text
        assert workspace.ledger.read(lambda reading: reading.visits_of(lead.contact_id))[0].taken_back

    def test_a_walk_in_counts_without_a_name(self, staff: Visitor, workspace: Workspace, clock: Clock) -> None:
        answer = staff.press("/desk/visit", "/desk/visits", {"walk_in": "yes"})
        assert "Counted without a name." in staff.get(answer.headers["location"]).text
        assert len(workspace.ledger.read(lambda reading: reading.visits_since(clock.at))) == 1

    def test_what_it_was_can_be_said_afterwards(
        self, staff: Visitor, workspace: Workspace, lead_from: Callable[..., Lead]
    ) -> None:
        lead = lead_from()
        place = press_person(staff, "/desk/visit", lead.contact_id).headers["location"]
        staff.press(place, f"{place}/what", {"what": "Boiler service"})
        assert 'aria-pressed="true"' in staff.get(place).text
        assert "Job: Boiler service" in staff.get(f"/desk/people/{lead.contact_id}").text
        staff.press(place, f"{place}/what", {"what": " Boiler   service, again "})
        (visit,) = workspace.ledger.read(lambda reading: reading.visits_of(lead.contact_id))
        assert visit.what == "Boiler service, again"
        events = workspace.ledger.read(lambda reading: reading.events_of(lead.contact_id))
        assert EventKind.NOTE not in [event.kind for event in events]

    def test_what_a_walk_in_came_for_can_be_said_too(self, staff: Visitor, workspace: Workspace, clock: Clock) -> None:
        place = staff.press("/desk/visit", "/desk/visits", {"walk_in": "yes"}).headers["location"]
        staff.press(place, f"{place}/what", {"what": "Boiler service"})
        assert [one.what for one in workspace.ledger.read(lambda reading: reading.visits_since(clock.at))] == ["Boiler service"]

    def test_an_earlier_time_counts_for_the_next_tap(
        self, staff: Visitor, workspace: Workspace, clock: Clock, lead_from: Callable[..., Lead]
    ) -> None:
        lead = lead_from()
        press_person(staff, "/desk/visit?at=2026-11-10T08:30", lead.contact_id)
        visit = workspace.ledger.read(lambda reading: reading.visits_of(lead.contact_id))[0]
        assert visit.occurred_at == dt.datetime(2026, 11, 10, 8, 30, tzinfo=dt.UTC)
        assert visit.received_at == clock.at

    @pytest.mark.parametrize("at", ["2026-11-11T09:00", "2020-01-01T09:00", "soon", "2026-11-10T08:30+05:00"])
    def test_a_time_that_cannot_be_is_now(self, staff: Visitor, at: str) -> None:
        assert "The next tap counts for" not in staff.get(f"/desk/visit?at={at.replace('+', '%2B')}").text

    def test_search_needs_no_script(self, staff: Visitor, lead_from: Callable[..., Lead]) -> None:
        lead_from(name="Joan Muster", phone="07700 900123")
        assert "Joan Muster" in staff.get("/desk/visit?q=must").text
        assert "Joan Muster" in staff.get("/desk/visit?q=0123").text
        assert "Nobody by that name or number" in staff.get("/desk/visit?q=nobody").text


class TestSomeoneNew:
    def test_somebody_new_is_remembered_and_logged(self, staff: Visitor, workspace: Workspace) -> None:
        answer = add_new(staff, {"name": "Chris", "reach": "07700 900118"})
        assert "Chris" in staff.get(answer.headers["location"]).text
        assert workspace.ledger.read(lambda reading: reading.contacts_like("Chris", 5))

    def test_a_number_known_under_another_name_is_a_question_and_nothing_is_kept(
        self, staff: Visitor, workspace: Workspace, clock: Clock, lead_from: Callable[..., Lead]
    ) -> None:
        lead_from(name="Karin Exemplo", phone="07700 900118")
        answer = add_new(staff, {"name": "Chris", "reach": "07700 900118"})
        assert answer.status_code == 200
        assert "The same person?" in answer.text
        assert "Karin Exemplo" in answer.text
        assert not workspace.ledger.read(lambda reading: reading.visits_since(clock.at - dt.timedelta(days=1)))

    @pytest.mark.parametrize(("says", "people"), [("same", 1), ("no", 2), ("later", 2)])
    def test_the_answer_decides_whose_visit_it_is(
        self, staff: Visitor, workspace: Workspace, lead_from: Callable[..., Lead], says: str, *, people: int
    ) -> None:
        lead = lead_from(name="Karin Exemplo", phone="07700 900118")
        asked = add_new(staff, {"name": "Chris", "reach": "07700 900118"})
        same = lead.contact_id if says == "same" else says
        form = hidden_of(asked.text, "/desk/visits") | {"same": same}
        assert staff.post("/desk/visits", form, headers={"Origin": staff.origin}).status_code == 303
        book = workspace.ledger.read(lambda reading: reading.contacts_since(lead.received_at))
        assert len(book) == people
        visits = workspace.ledger.read(lambda reading: reading.visits_of(lead.contact_id))
        assert len(visits) == (1 if says == "same" else 0)

    def test_what_cannot_be_read_is_said_beside_the_box(self, staff: Visitor) -> None:
        answer = add_new(staff, {"name": "Chris", "reach": "<b>hm</b>"})
        assert answer.status_code == 422
        assert "“&lt;b&gt;hm&lt;/b&gt;” is neither a number nor a mail address." in answer.text


class TestPeople:
    def test_the_story_tells_what_happened_newest_first(self, staff: Visitor, lead_from: Callable[..., Lead]) -> None:
        lead = lead_from(message="It drips.", service="Tap")
        press_person(staff, "/desk/visit", lead.contact_id)
        page = staff.get(f"/desk/people/{lead.contact_id}").text
        assert page.index("<h3>Job</h3>") < page.index("Asked about: Tap")
        assert "“It drips.”" in page

    def test_a_note_is_written_once_however_often_it_is_sent(self, staff: Visitor, lead_from: Callable[..., Lead]) -> None:
        lead = lead_from()
        page = f"/desk/people/{lead.contact_id}"
        form = hidden_of(staff.get(page).text, f"{page}/notes") | {"note": "Dog in the yard."}
        for _ in range(2):
            staff.post(f"{page}/notes", form, headers={"Origin": staff.origin})
        assert staff.get(page).text.count("Dog in the yard.") == 1

    def test_mails_can_be_held_and_let_go_on(self, staff: Visitor, lead_from: Callable[..., Lead]) -> None:
        lead = lead_from(email="joan@example.com", consent_offers="yes", consent_offers_version="v1")
        page = f"/desk/people/{lead.contact_id}"
        staff.press(page, f"{page}/hold", {"hold": "yes"})
        assert "All mails are on hold." in staff.get(page).text
        staff.press(page, f"{page}/hold", {"hold": "no"})
        assert "All mails are on hold." not in staff.get(page).text

    def test_consent_that_was_never_asked_for_has_no_button_to_say_yes(
        self, staff: Visitor, lead_from: Callable[..., Lead]
    ) -> None:
        page = staff.get(f"/desk/people/{lead_from().contact_id}").text
        assert "Never asked" in page

    def test_why_a_run_stopped_is_explained(self, staff: Visitor, workspace: Workspace, lead_from: Callable[..., Lead]) -> None:
        lead = lead_from(email="joan@example.com", consent_offers="yes", consent_offers_version="v1")
        press_person(staff, "/desk/visit", lead.contact_id)
        run = workspace.ledger.read(lambda reading: reading.enrolments_of(lead.contact_id))[0]
        page = staff.get(f"/desk/people/{lead.contact_id}/why/{run.id}").text
        assert "Why “Come and see us” stopped." in page
        assert "Because they came." in page
        assert "Will not go" in page

    @pytest.mark.parametrize(
        "path", ["/desk/people/nobody", "/desk/visits/nothing", "/desk/leads/nothing", "/desk/people/x/why/y"]
    )
    def test_what_is_not_in_the_book_is_said(self, staff: Visitor, path: str) -> None:
        assert staff.get(path).status_code == 404


class TestHeldBack:
    def hold(self, visitor: Visitor, workspace: Workspace) -> str:
        told = {"name": "H. Voorbeeld", "phone": "07700 900661", "message": "Drain again.", "website2": "x", "started": "1"}
        visitor.post("/forms/quote", told)
        return workspace.ledger.read(lambda reading: reading.held_submissions())[0].id

    def test_let_in_becomes_a_lead_with_the_time_it_was_sent(
        self, staff: Visitor, visitor: Visitor, workspace: Workspace, clock: Clock
    ) -> None:
        held = self.hold(visitor, workspace)
        sent_at = clock.at
        clock.move(hours=3)
        staff.press("/desk/held", f"/desk/held/{held}/release")
        assert [lead.received_at for lead in workspace.ledger.read(lambda reading: reading.leads_waiting())] == [sent_at]
        assert "late" in staff.get("/desk").text

    def test_deleted_is_gone_from_the_list(self, staff: Visitor, visitor: Visitor, workspace: Workspace) -> None:
        held = self.hold(visitor, workspace)
        assert "1 form held back" in staff.get("/desk").text
        staff.press("/desk/held", f"/desk/held/{held}/delete")
        assert "Nothing is held back." in staff.get("/desk/held").text


class TestRedeeming:
    @pytest.fixture(autouse=True)
    def coupon(self, workspace: Workspace, lead_from: Callable[..., Lead]) -> Lead:
        lead = lead_from()
        workspace.ledger.write(lambda writing: writing.add_coupon(a_coupon(CODE, contact_id=lead.contact_id)))
        return lead

    def test_a_good_code_says_so_and_changes_nothing(self, staff: Visitor, workspace: Workspace) -> None:
        page = staff.get(f"/desk/redeem/check?code={CODE.lower()}").text
        assert "Good." in page
        assert "Joan Muster" in page
        assert not workspace.ledger.read(lambda reading: reading.redemptions_of(CODE))

    def test_a_press_redeems_once_and_counts_as_a_visit(
        self, staff: Visitor, workspace: Workspace, coupon: Lead, clock: Clock
    ) -> None:
        check = f"/desk/redeem/check?code={CODE}"
        form = hidden_of(staff.get(check).text, "/desk/redemptions")
        for _ in range(2):
            answer = staff.post("/desk/redemptions", form, headers={"Origin": staff.origin})
            assert "Redeemed." in staff.get(answer.headers["location"]).text
        assert len(workspace.ledger.read(lambda reading: reading.redemptions_of(CODE))) == 1
        assert len(workspace.ledger.read(lambda reading: reading.visits_of(coupon.contact_id))) == 1
        assert "£10 off your first visit." in staff.get("/desk/redeem").text
        clock.move(minutes=10)
        assert "Already used." in staff.get(check).text

    @pytest.mark.parametrize(
        ("date", "word", "may"),
        [
            (dt.datetime(2027, 3, 31, 12, tzinfo=dt.UTC), "Good.", True),
            (dt.datetime(2027, 4, 7, 12, tzinfo=dt.UTC), "Too late.", True),
            (dt.datetime(2027, 4, 8, 12, tzinfo=dt.UTC), "Too late.", False),
        ],
        ids=["last day", "last day of grace", "after the grace"],
    )
    def test_days_and_grace(self, staff: Visitor, clock: Clock, date: dt.datetime, word: str, *, may: bool) -> None:
        clock.at = date
        page = staff.get(f"/desk/redeem/check?code={CODE}").text
        assert word in page
        assert ('action="/desk/redemptions"' in page) is may

    def test_a_code_that_is_none_is_not_one_of_ours(self, staff: Visitor) -> None:
        assert "Not one of ours." in staff.get("/desk/redeem/check?code=ABC").text


class TestPhones:
    def test_a_link_works_once(self, staff: Visitor, visitor: Visitor) -> None:
        page = staff.press("/desk/phones", "/desk/phones/new", {"device": "Alex"}).text
        code = re.search(r'class="big above n">([A-Z0-9 ]+)<', page)
        assert code
        headers = {"Origin": visitor.origin}
        assert visitor.post("/pair", {"presented": code.group(1).lower()}, headers=headers).status_code == 303
        assert visitor.get("/desk").status_code == 200
        assert visitor.post("/pair", {"presented": code.group(1)}, headers=headers).status_code == 403
        assert "Alex" in staff.get("/desk/phones").text

    def test_a_link_is_worth_nothing_after_ten_minutes(self, staff: Visitor, visitor: Visitor, clock: Clock) -> None:
        page = staff.press("/desk/phones", "/desk/phones/new").text
        code = re.search(r'class="big above n">([A-Z0-9 ]+)<', page)
        assert code
        clock.move(minutes=10)
        assert visitor.post("/pair", {"presented": code.group(1)}, headers={"Origin": visitor.origin}).status_code == 403

    def test_a_locked_out_phone_opens_nothing(self, staff: Visitor, workspace: Workspace) -> None:
        device = workspace.ledger.read(lambda reading: reading.devices())[0]
        staff.press("/desk/phones", f"/desk/phones/{device.id}/lock-out")
        assert staff.get("/desk").headers["location"] == "/pair"

    def test_the_cookie_is_out_of_reach_of_scripts(self, visitor: Visitor, staff: Visitor) -> None:
        page = staff.press("/desk/phones", "/desk/phones/new").text
        code = re.search(r'class="big above n">([A-Z0-9 ]+)<', page)
        assert code
        cookie = visitor.post("/pair", {"presented": code.group(1)}, headers={"Origin": visitor.origin}).headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie

    def test_over_https_the_cookie_belongs_to_this_host_alone(
        self, desk: Starlette, runner: asyncio.Runner, staff: Visitor
    ) -> None:
        safe = Visitor(desk, host="https://desk.bright-pipes.example", runner=runner)
        page = staff.press("/desk/phones", "/desk/phones/new").text
        code = re.search(r'class="big above n">([A-Z0-9 ]+)<', page)
        assert code
        answer = safe.post("/pair", {"presented": code.group(1)}, headers={"Origin": safe.origin})
        assert answer.headers["set-cookie"].startswith("__Host-desk=")
        assert "Secure" in answer.headers["set-cookie"]
        assert "strict-transport-security" in answer.headers

    def test_no_secret_stands_in_the_ledger(self, staff: Visitor, workspace: Workspace) -> None:
        cookie = next(iter(staff.web.cookies.values()))
        secret = cookie.partition(".")[2]
        kept = b"".join(path.read_bytes() for path in workspace.state_folder.glob("ledger*"))
        assert secret.encode() not in kept


def test_more_leads_everywhere_else(staff: Visitor) -> None:
    page = staff.get("/desk/more").text
    for path in ("/desk/people", "/desk/held", "/desk/phones"):
        assert f'href="{path}"' in page
