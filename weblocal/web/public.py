"""What anybody may reach: forms, printed codes, check-in, one-click unsubscribe, and whether the desk is alive."""

import asyncio
import contextlib
import dataclasses
import functools
from collections.abc import AsyncIterator, Mapping
from urllib.parse import urlsplit

import anyio
import anyio.to_thread
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from weblocal.errors import LedgerUnavailable, NotAllowed
from weblocal.flows import check_in as arriving
from weblocal.flows import receive, unsubscribe
from weblocal.flows.workspace import Workspace
from weblocal.model import urls
from weblocal.model.leads import Post
from weblocal.model.placements import TargetKind
from weblocal.web import form_again, guards
from weblocal.web.bodies import BodyRefused, Caps, read_form
from weblocal.web.form_again import page_of
from weblocal.web.pages import Desk, desk_of
from weblocal.wording.texts import to_say

FORM_CAPS = Caps()
SMALL_CAPS = Caps(body_bytes=8 * 1024, fields=12, field_chars=1000)
POSTS_AT_ONCE = 256
POST_THREADS = 64


@dataclasses.dataclass(slots=True)
class Intake:
    """How much the public side takes: patience per address, posts at once, and how long a refusal lets somebody wait."""

    posts: guards.Buckets
    scans: guards.Buckets
    refusal_seconds: float
    serves_site: bool
    under_way: int = 0
    threads: anyio.CapacityLimiter = dataclasses.field(default_factory=lambda: anyio.CapacityLimiter(POST_THREADS))

    @contextlib.asynccontextmanager
    async def one_more(self, request: Request) -> AsyncIterator[None]:
        """Room for one post, or BodyRefused; the refusal is slow on purpose, because robots count in answers a second."""
        if not self.posts.take(guards.sender_address(request)):
            await asyncio.sleep(self.refusal_seconds)
            raise BodyRefused(
                429, to_say("That was a lot at once from your connection. Please wait a minute, go back and send it again.")
            )
        if self.under_way >= POSTS_AT_ONCE:
            await asyncio.sleep(self.refusal_seconds)
            raise BodyRefused(
                503, to_say("A great many people are writing just now. Please go back and send it again in a minute.")
            )
        self.under_way += 1
        try:
            yield
        finally:
            self.under_way -= 1

    async def write(self, workspace: Workspace, post: Post) -> receive.Received:
        """Put one post on disk. Many threads wait for the same commit: that is what makes a synced post cheap."""
        take = functools.partial(receive.receive, workspace, post, now=post.received_at)
        return await anyio.to_thread.run_sync(take, limiter=self.threads)


async def take_form(request: Request) -> Response:
    """POST /forms/{form_id}: thanks only after the post is on disk. Held and accepted look the same to the sender."""
    desk, intake = desk_of(request), _intake_of(request)
    async with intake.one_more(request):
        answers = await read_form(request, FORM_CAPS)
        post = Post(form_id=request.path_params["form_id"], pairs=answers, received_at=desk.now())
        try:
            received = await intake.write(desk.workspace, post)
        except LedgerUnavailable:
            return _not_saved(desk, page_of(post))
    match received.answer:
        case receive.Answer.ACCEPTED | receive.Answer.HELD:
            return RedirectResponse(_thanks(request, desk, post, serves_site=intake.serves_site), 303)
        case receive.Answer.CORRECT:
            return form_again.page(desk, post, dict(received.corrections))
        case receive.Answer.TOO_LARGE:
            say = desk.texts(page_of(post)).say
            return desk.notice(say("That is too long."), say(received.message), status=413, page=page_of(post))
        case receive.Answer.UNKNOWN_FORM:
            say = desk.texts().say
            return desk.notice(say("There is no such form."), say(received.message), status=404, link=_home(desk))


async def thanks(request: Request) -> Response:
    """GET /thanks: the desk's own thank-you, where the website is served somewhere else."""
    desk = desk_of(request)
    phone, say = desk.workspace.business.phone, desk.texts().say
    sentences = [say("It is in our book, and we come back to you.")]
    if phone:
        sentences.append(say("If it cannot wait, ring {number}.", number=phone.display))
    return desk.notice(say("Thank you. We have it."), *sentences, link=_home(desk))


async def scan(request: Request) -> Response:
    """GET /q/{code}: count the scan, lead on. A robot's HEAD and a browser's look ahead are not people."""
    desk, intake = desk_of(request), _intake_of(request)
    code = request.path_params["code"]
    placement = next((one for one in desk.workspace.business.placements if one.code.lower() == code.lower()), None)
    if placement is None:
        return RedirectResponse(_site(desk.workspace, urls.HOME, serves_site=intake.serves_site), 302)
    if _is_a_person(request) and intake.scans.take(guards.sender_address(request)):
        with contextlib.suppress(LedgerUnavailable):  # nobody is turned away for the sake of a count
            await run_in_threadpool(receive.record_scan, desk.workspace, placement.code, now=desk.now())
    if placement.target.kind is TargetKind.CHECK_IN:
        return RedirectResponse(f"/check-in?at={placement.code}", 302)
    return RedirectResponse(_site(desk.workspace, urls.placement(placement.code), serves_site=intake.serves_site), 302)


async def check_in_page(request: Request) -> Response:
    """GET /check-in: one question, one box; no names, and no hint whom we know."""
    desk = desk_of(request)
    place = _place_of(desk.workspace, request.query_params.get("at", ""))
    return desk.page("check_in.html", speaks=desk.workspace.business, placement=place, wrong="")


async def check_in(request: Request) -> Response:
    """POST /check-in: a visit in the visitor's own words; known and unknown get the same answer."""
    desk = desk_of(request)
    async with _intake_of(request).one_more(request):
        answers = dict(await read_form(request, SMALL_CAPS))
        sent = arriving.CheckIn(code=answers.get("placement", ""), typed=answers.get("reach", "").strip())
        answer = await desk.ask(arriving.check_in, sent)
    say = desk.texts().say
    if answer is arriving.CheckInAnswer.UNREADABLE:
        wrong = say("That is neither a phone number nor a mail address. Please look at it again.")
        return desk.page("check_in.html", status=422, speaks=desk.workspace.business, placement=sent.code, wrong=wrong)
    if answer is arriving.CheckInAnswer.UNKNOWN_PLACE:
        unknown = say("We do not know that place.")
        return desk.notice(unknown, say("Please scan the square at the counter once more."), status=404)
    return desk.notice(say("Thank you. Good to see you."), say("You are checked in."), link=_home(desk))


async def unsubscribe_page(request: Request) -> Response:
    """GET /u/{token}: a page for a person. It changes nothing, because scanners open every link of every mail."""
    desk, token = desk_of(request), request.path_params["token"]
    try:
        page = await desk.ask(unsubscribe.unsubscribe_page, token)
    except NotAllowed as wrong:
        return _private(_strange_link(desk, wrong))
    return _private(_unsubscribe_notice(desk, page))


async def unsubscribe_now(request: Request) -> Response:
    """POST /u/{token}: the mail programme's one click (RFC 8058) and the page's button. Never a redirect, no cookie, no log-in."""
    desk, token = desk_of(request), request.path_params["token"]
    try:
        answers = dict(await read_form(request, SMALL_CAPS))
    except BodyRefused as refused:
        if refused.status in {408, 413}:
            raise
        answers = {}  # some senders leave the body out: the address alone says what is wanted
    try:
        page = await desk.ask(unsubscribe.unsubscribe, token, everything=answers.get("everything") == "yes")
    except NotAllowed as wrong:
        return _private(_strange_link(desk, wrong))
    return _private(_unsubscribe_notice(desk, page))


async def health(request: Request) -> Response:
    """GET /healthz: ok when the ledger answers."""
    desk = desk_of(request)
    try:
        await run_in_threadpool(desk.workspace.ledger.read, lambda reading: reading.meta("health"))
    except LedgerUnavailable:
        return PlainTextResponse("the ledger cannot be used\n", 503)
    return PlainTextResponse("ok\n")


def too_much(request: Request, refused: Exception) -> Response:
    """The page for a body that is not taken."""
    assert isinstance(refused, BodyRefused)
    desk = desk_of(request)
    say = desk.texts().say
    answer = desk.notice(say("Not sent yet."), say(refused.words), status=refused.status)
    answer.headers["Connection"] = "close"
    if refused.status in {429, 503}:
        answer.headers["Retry-After"] = "60"
    return answer


def _intake_of(request: Request) -> Intake:
    intake: Intake = request.app.state.intake
    return intake


def _is_a_person(request: Request) -> bool:
    purpose = " ".join(request.headers.get(name, "") for name in ("sec-purpose", "purpose", "x-moz", "x-purpose"))
    return request.method == "GET" and not {"prefetch", "prerender", "preview"} & set(purpose.replace(";", " ").lower().split())


def _site(workspace: Workspace, path: str, *, serves_site: bool) -> str:
    """A page of the website: here when the desk serves it, else at its own address."""
    website = workspace.business.website
    return path if serves_site or not website else website.rstrip("/") + path


def _home(desk: Desk) -> Mapping[str, str] | None:
    website = desk.workspace.business.website
    return {"to": website, "words": desk.texts().say("Back to the website")} if website else None


def _strange_link(desk: Desk, wrong: NotAllowed) -> Response:
    say = desk.texts().say
    again = say("Open it again from the mail or card it came with.")
    return desk.notice(say("This link is not one of ours."), again if wrong.fix else "", status=404)


def _thanks(request: Request, desk: Desk, post: Post, *, serves_site: bool) -> str:
    """The website's thank-you page for who came from there, in the language they read; the desk's own for everybody else."""
    thanks = urls.in_language(urls.THANKS, desk.workspace.speaking_at(page_of(post)).prefix)
    if serves_site:
        return thanks
    website = urlsplit(desk.workspace.business.website)
    came_from = request.headers.get("origin", "")
    if website.netloc and came_from == f"{website.scheme}://{website.netloc}":
        return desk.workspace.business.root + thanks
    return "/thanks"


def _place_of(workspace: Workspace, code: str) -> str:
    """The code of the placement somebody checks in at; without one, the business's only check-in placement."""
    places = [one for one in workspace.business.placements if one.target.kind is TargetKind.CHECK_IN]
    known = [one.code for one in places if one.code.lower() == code.lower()]
    return known[0] if known else places[0].code if places else ""


def _not_saved(desk: Desk, page: str) -> Response:
    phone, say = desk.workspace.business.phone, desk.texts(page).say
    words = say("What you wrote could not be saved just now. Please go back and send it again in a minute.")
    ring = say("Or ring {number}.", number=phone.display) if phone else ""
    answer = desk.notice(say("Not saved."), f"{words} {ring}".rstrip(), status=503, page=page)
    answer.headers["Retry-After"] = "60"
    return answer


def _unsubscribe_notice(desk: Desk, page: unsubscribe.UnsubscribePage) -> Response:
    say = desk.texts().say
    what = page.stream_words or say("these mails")
    if page.is_everything_stopped:
        return desk.notice(say("Done. No more mails."), say("Only answers to what you ask us yourself still reach you."))
    if page.is_stopped:
        everything = {"to": urls.unsubscribe(page.token), "words": say("Stop all other mails too"), "name": "everything"}
        return desk.notice(say("Done."), say("This has stopped: {what}.", what=what), button=everything)
    yes = {"to": urls.unsubscribe(page.token), "words": say("Yes, stop them"), "name": ""}
    return desk.notice(say("Stop these mails?"), f"{what}.", button=yes)


def _private(answer: Response) -> Response:
    """The address holds a token: no page that is reached from here may learn it."""
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer
