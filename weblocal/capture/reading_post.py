"""A form post, read: which answer is whose, what was ticked, where it came from. No verdict yet."""

import datetime as dt
import hashlib
import zoneinfo

from weblocal.capture import cleaning
from weblocal.model.business import Business
from weblocal.model.forms import ConsentWording, FieldName, Form
from weblocal.model.leads import Post
from weblocal.model.records import record

# what the site's form sends beside the questions; people never see the trap
TRAP = "website2"
PAGE, PLACEMENT, STARTED, KEY = "page", "placement", "started", "key"
WISH, WITH, WHEN = "wish", "with", "when"
CONSENT, VERSION = "consent_", "_version"
_SEVERAL_LINES = frozenset({FieldName.MESSAGE})
_LONGEST_PATH = 200
_LONGEST_WISH = 120


@record
class ReadPost:
    """One post, cleaned. `answers` are in the form's order, the empty ones left out; `started_at` is the visitor's own clock."""

    form: Form
    answers: tuple[tuple[FieldName, str], ...]
    agreed: tuple[ConsentWording, ...]
    trap: str
    page: str
    placement: str
    started_at: dt.datetime | None
    key: str
    received_at: dt.datetime

    def answer(self, name: FieldName) -> str:
        """What was answered to `name`; empty when nothing was, or the form does not ask."""
        return dict(self.answers).get(name, "")


def read(post: Post, form: Form, business: Business) -> ReadPost:
    """`post` as `form` of `business` understands it. Fields the form does not ask for are left aside."""
    sent = _first_of_each(post)
    answers = {field.name: _clean(field.name, sent.get(field.name.value, "")) for field in form.fields}
    answers |= _wished(answers, sent)
    answered = tuple((name, text) for name, text in answers.items() if text)
    return ReadPost(
        form=form,
        answers=answered,
        agreed=tuple(wording for wording in form.consents if _agreed(wording, sent)),
        trap=cleaning.one_line(sent.get(TRAP, "")),
        page=_path(sent.get(PAGE, "")),
        placement=placement_of(sent.get(PLACEMENT, ""), business),
        started_at=_instant(sent.get(STARTED, "")),
        key=_key(post, sent.get(KEY, ""), answered, business),
        received_at=post.received_at,
    )


def _wished(answers: dict[FieldName, str], sent: dict[str, str]) -> dict[FieldName, str]:
    """What the sentence at the head of the page adds: the service where the form was given none, with whom and when as words."""
    wish, with_whom, when = (cleaning.one_line(sent.get(name, ""))[:_LONGEST_WISH] for name in (WISH, WITH, WHEN))
    added: dict[FieldName, str] = {}
    if wish and FieldName.SERVICE in answers and not answers[FieldName.SERVICE]:
        added[FieldName.SERVICE] = wish
    if wishes := ", ".join(filter(None, (with_whom, when))):
        added[FieldName.MESSAGE] = "\n".join(filter(None, (wishes, answers.get(FieldName.MESSAGE, ""))))
    return added


def page_of(post: Post) -> str:
    """The path of the page that the form stood on; empty where it says none of ours."""
    return _path(_first_of_each(post).get(PAGE, ""))


def placement_of(code: str, business: Business) -> str:
    """The id of the placement whose code (or id) this is; empty when it is none of ours."""
    wanted = code.strip().lower()
    return next((p.id for p in business.placements if wanted and wanted in (p.code.lower(), p.id.lower())), "")


def _first_of_each(post: Post) -> dict[str, str]:
    """A field sent twice counts once: the first that says something."""
    sent: dict[str, str] = {}
    for name, text in post.pairs:
        if not sent.get(name, "").strip():
            sent[name] = text
    return sent


def _clean(name: FieldName, text: str) -> str:
    return cleaning.lines(text) if name in _SEVERAL_LINES else cleaning.one_line(text)


def _agreed(wording: ConsentWording, sent: dict[str, str]) -> bool:
    """Ticked, and beside the very words we still hold: agreement to words nobody can show is no proof of anything."""
    field = f"{CONSENT}{wording.stream}"
    return bool(sent.get(field, "").strip()) and sent.get(f"{field}{VERSION}", "").strip() == wording.version


def _path(text: str) -> str:
    """The path of a page of ours, without its query, which could hold anything."""
    path = cleaning.one_line(text).partition("?")[0].partition("#")[0]
    return path if path.startswith("/") and not path.startswith("//") and len(path) <= _LONGEST_PATH else ""


def _instant(text: str) -> dt.datetime | None:
    if not text.isascii() or not text.isdigit() or len(text) > 14:
        return None
    return dt.datetime.fromtimestamp(int(text) / 1000, dt.UTC)


def _key(post: Post, sent_key: str, answers: tuple[tuple[FieldName, str], ...], business: Business) -> str:
    """One key for one enquiry, however often its button is pressed.

    The answers are part of it, so that going back and correcting a number is never taken for a repeat. A page without
    script has no key of its own: there the same words on the same day are the same enquiry.
    """
    day = post.received_at.astimezone(zoneinfo.ZoneInfo(business.zone)).date().isoformat()
    parts = [post.form_id, sent_key.strip() or day, *(f"{name.value}={text}" for name, text in answers)]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:40]
