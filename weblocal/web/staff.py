"""The staff's screens and what their buttons do: every screen a page, every button a form answered by a redirect."""

import datetime as dt
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from weblocal.codes import qr
from weblocal.errors import NotFound
from weblocal.flows import (
    desk,
    desk_book,
    desk_coupons,
    desk_story,
    desk_taps,
    desk_visits,
    desk_why,
    desk_words,
    receive,
    sign_in,
    visit,
)
from weblocal.flows.desk_counter_views import MatchScreen
from weblocal.flows.desk_taps import Logged, Newcomer, Tap, Unreadable
from weblocal.model.leads import LeadOutcome
from weblocal.web.pairing import Staff, for_staff

SAID_OUTCOMES = {one.value: one for one in LeadOutcome if one is not LeadOutcome.VISITED}


def _see(path: str, **query: str) -> Response:
    return RedirectResponse(f"{path}?{urlencode(query)}" if query else path, 303)


def _part(staff: Staff, name: str) -> str:
    return str(staff.request.path_params[name])


@for_staff
async def today(staff: Staff) -> Response:
    """GET /desk."""
    return staff.page("today.html", current="today", screen=await staff.desk.ask(desk.today))


@for_staff
async def lead(staff: Staff) -> Response:
    """GET /desk/leads/{id}: where an alert leads, to the person who wrote."""
    contact_id = await staff.desk.ask(desk.contact_of_lead, _part(staff, "id"))
    return _see(f"/desk/people/{contact_id}")


@for_staff
async def outcome(staff: Staff) -> Response:
    """POST /desk/leads/{id}/outcome."""
    said = SAID_OUTCOMES.get(staff.answers.get("outcome", ""))
    if said is None:
        raise NotFound("That is none of the answers.")
    await staff.desk.ask(desk.record_outcome, lead_id=_part(staff, "id"), outcome=said, device=staff.device)
    return _see("/desk")


@for_staff
async def task_done(staff: Staff) -> Response:
    """POST /desk/tasks/{id}/done."""
    await staff.desk.ask(desk.finish_task, _part(staff, "id"), device=staff.device)
    return _see("/desk")


@for_staff
async def people(staff: Staff) -> Response:
    """GET /desk/people."""
    query = staff.request.query_params.get("q", "").strip()[:80]
    return staff.page("people.html", current="people", screen=await staff.desk.ask(desk_book.people, query=query))


@for_staff
async def person(staff: Staff) -> Response:
    """GET /desk/people/{id}."""
    return staff.page("person.html", current="people", screen=await staff.desk.ask(desk_story.person, _part(staff, "id")))


@for_staff
async def why(staff: Staff) -> Response:
    """GET /desk/people/{id}/why/{run}."""
    screen = await staff.desk.ask(desk_why.why, _part(staff, "id"), _part(staff, "run"))
    return staff.page("why.html", current="people", screen=screen)


@for_staff
async def note(staff: Staff) -> Response:
    """POST /desk/people/{id}/notes."""
    contact_id = _part(staff, "id")
    written, key = staff.answers.get("note", ""), staff.answers.get("key", "")
    await staff.desk.ask(desk.add_note, contact_id=contact_id, note=written, key=key, device=staff.device)
    return _see(f"/desk/people/{contact_id}")


@for_staff
async def hold(staff: Staff) -> Response:
    """POST /desk/people/{id}/hold."""
    contact_id = _part(staff, "id")
    await staff.desk.ask(desk_story.hold_mails, contact_id, is_held=staff.answers.get("hold") == "yes")
    return _see(f"/desk/people/{contact_id}")


@for_staff
async def who_is_here(staff: Staff) -> Response:
    """GET /desk/visit: the first tap."""
    asked = staff.request.query_params
    screen = await staff.desk.ask(desk_visits.visit_screen, query=asked.get("q", "").strip()[:80], at=asked.get("at", ""))
    return staff.page("visit.html", current="visit", screen=screen, wrong="")


@for_staff
async def log_visit(staff: Staff) -> Response:
    """POST /desk/visits: the second tap. The key made for the tap makes a double press one visit."""
    answers, tap = staff.answers, _tap_of(staff)
    if answers.get("walk_in"):
        logged = await staff.desk.ask(desk_taps.log_known, "", tap, is_another=True)
    elif answers.get("new"):
        newcomer = Newcomer(
            name=answers.get("name", "").strip()[:120], reach=answers.get("reach", ""), same=answers.get("same", "")
        )
        told = await staff.desk.ask(desk_taps.log_new, newcomer, tap)
        if not isinstance(told, Logged):
            return await _not_logged(staff, told)
        logged = told
    elif not answers.get("contact"):
        raise NotFound("Nobody was chosen.")
    else:
        is_another = answers.get("another") == "yes"
        logged = await staff.desk.ask(desk_taps.log_known, answers.get("contact", ""), tap, is_another=is_another)
    path = f"/desk/visits/{logged.visit_id}"
    return _see(path, again="yes") if logged.is_repeat else _see(path)


@for_staff
async def logged(staff: Staff) -> Response:
    """GET /desk/visits/{id}: what the tap changed."""
    is_repeat = staff.request.query_params.get("again") == "yes"
    screen = await staff.desk.ask(desk_visits.logged, _part(staff, "id"), is_repeat=is_repeat)
    return staff.page("logged.html", current="visit", screen=screen)


@for_staff
async def undo_visit(staff: Staff) -> Response:
    """POST /desk/visits/{id}/undo."""
    visit_id = _part(staff, "id")
    await staff.desk.ask(visit.take_back, visit_id)
    return _see(f"/desk/visits/{visit_id}")


@for_staff
async def what_it_was(staff: Staff) -> Response:
    """POST /desk/visits/{id}/what."""
    visit_id = _part(staff, "id")
    await staff.desk.ask(desk_taps.say_what, visit_id, staff.answers.get("what", ""))
    return _see(f"/desk/visits/{visit_id}")


@for_staff
async def redeem_page(staff: Staff) -> Response:
    """GET /desk/redeem."""
    return staff.page("redeem.html", current="redeem", screen=await staff.desk.ask(desk_coupons.redeem_screen))


@for_staff
async def check_coupon(staff: Staff) -> Response:
    """GET /desk/redeem/check: the answer to a code; nothing is changed by looking."""
    asked = staff.request.query_params
    typed = asked.get("code", "")[:40]
    if asked.get("done") == "yes":
        screen = await staff.desk.ask(desk_coupons.just_redeemed, typed, device=staff.device)
    else:
        screen = await staff.desk.ask(desk_coupons.check, typed)
    return staff.page("answer.html", current="redeem", screen=screen)


@for_staff
async def redeem(staff: Staff) -> Response:
    """POST /desk/redemptions."""
    typed = staff.answers.get("code", "")[:40]
    await staff.desk.ask(desk_coupons.redeem, typed, device=staff.device)
    return _see("/desk/redeem/check", code=typed, done="yes")


@for_staff
async def held(staff: Staff) -> Response:
    """GET /desk/held."""
    return staff.page("held.html", current="held", screen=await staff.desk.ask(desk_book.held))


@for_staff
async def let_in(staff: Staff) -> Response:
    """POST /desk/held/{id}/release."""
    received = await staff.desk.ask(receive.release, _part(staff, "id"))
    return _see(f"/desk/leads/{received.lead_id}") if received.lead_id else _see("/desk/held")


@for_staff
async def delete_held(staff: Staff) -> Response:
    """POST /desk/held/{id}/delete."""
    await staff.desk.ask(receive.refuse, _part(staff, "id"))
    return _see("/desk/held")


@for_staff
async def phones(staff: Staff) -> Response:
    """GET /desk/phones."""
    return staff.page(
        "phones.html", current="phones", screen=await staff.desk.ask(desk_book.phones_screen, device=staff.device), new=None
    )


@for_staff
async def new_phone(staff: Staff) -> Response:
    """POST /desk/phones/new: the square is shown once, on the page itself, and stands in no address."""
    name = staff.answers.get("device", "").strip()[: sign_in.NAME_LENGTH]
    link = await staff.desk.ask(sign_in.make_link, device_name=name)
    address = staff.desk.workspace.business.desk.address or _own_address(staff.request)
    new = {
        "device_name": name,
        "picture": qr.svg(link.url(address)),
        "until": desk_words.clock_time(link.expires_at, staff.desk.workspace.business.zone),
        "address": f"{address.partition('://')[2]}/pair",
        "code": link.code,
    }
    screen = await staff.desk.ask(desk_book.phones_screen, device=staff.device)
    return staff.page("phones.html", current="phones", screen=screen, new=new)


@for_staff
async def lock_out(staff: Staff) -> Response:
    """POST /desk/phones/{id}/lock-out."""
    await staff.desk.ask(sign_in.lock_out, _part(staff, "id"))
    return _see("/desk/phones")


@for_staff
async def more(staff: Staff) -> Response:
    """GET /desk/more."""
    return staff.page("more.html", current="more", screen=await staff.desk.ask(desk_book.more))


def _tap_of(staff: Staff) -> Tap:
    """When the tap counts for: the time of an answered question, an earlier time that was typed, or now."""
    now, zone = staff.desk.now(), staff.desk.workspace.business.zone
    happened = _instant(staff.answers.get("happened", ""), now)
    earlier = desk_visits.earlier_time(staff.answers.get("at", ""), zone=zone, now=now)
    return Tap(key=staff.answers.get("key", ""), occurred_at=happened or earlier or now, device=staff.device)


def _instant(text: str, now: dt.datetime) -> dt.datetime | None:
    try:
        at = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo is not None and now - dt.timedelta(days=366) < at <= now else None


async def _not_logged(staff: Staff, told: MatchScreen | Unreadable) -> Response:
    """A question or a correction; nothing was written down, so sending it again is harmless."""
    if isinstance(told, MatchScreen):
        return staff.page("match.html", current="visit", screen=told)
    screen = await staff.desk.ask(desk_visits.visit_screen, query="", at=staff.answers.get("at", ""))
    wrong = f"“{staff.answers.get('reach', '')[:80]}” is neither a number nor a mail address."
    return staff.page("visit.html", status=422, current="visit", screen=screen, wrong=wrong)


def _own_address(request: Request) -> str:
    return f"{request.url.scheme}://{request.headers['host']}"


@for_staff
async def missing(staff: Staff) -> Response:
    """GET /desk/...: whatever else is below /desk is the desk's own to answer, not the site's that is served beside it."""
    if not _part(staff, "rest"):
        return _see("/desk")
    raise NotFound("There is no such page.")
