"""A form shown once more: every answer kept, and a sentence beside each that needs another look."""

from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from starlette.responses import Response

from weblocal.model import urls
from weblocal.model.forms import FieldName, Form
from weblocal.model.leads import Post
from weblocal.model.records import record
from weblocal.web import guards
from weblocal.web.pages import Desk
from weblocal.wording.texts import to_say

_LABELS = {
    FieldName.NAME: (to_say("Your name"), "text", "name"),
    FieldName.PHONE: (to_say("Phone"), "tel", "tel"),
    FieldName.EMAIL: (to_say("Mail"), "email", "email"),
    FieldName.SERVICE: (to_say("What is it about?"), "text", ""),
    FieldName.POSTCODE: (to_say("Postcode"), "text", "postal-code"),
    FieldName.PLACE: (to_say("Place"), "text", "address-level2"),
    FieldName.DAY: (to_say("Which day suits you?"), "text", ""),
    FieldName.PEOPLE: (to_say("For how many?"), "text", ""),
    FieldName.MESSAGE: (to_say("Your message"), "text", ""),
}


@record
class AskedAgain:
    """One question of a form that is shown once more, with what was answered and what is wrong with it."""

    name: str
    label: str
    type: str
    autocomplete: str
    required: bool
    is_long: bool
    choices: tuple[str, ...]
    value: str
    problem: str


@record
class TickAgain:
    """One consent of a form that is shown once more; ticked only where the visitor had ticked it."""

    stream: str
    words: str
    version: str
    is_ticked: bool


def page(desk: Desk, post: Post, problems: Mapping[str, str]) -> Response:
    """The form once more, with every answer kept and a sentence beside each that needs another look."""
    business = desk.workspace.speaking_at(page_of(post))
    say = desk.texts(page_of(post)).say
    form = next(form for form in business.forms if form.id == post.form_id)
    answers = dict(post.pairs)
    asked = {field.name.value for field in form.fields} | {f"consent_{consent.stream}" for consent in form.consents}
    versions = {f"consent_{consent.stream}_version" for consent in form.consents}
    answer = desk.page(
        "form_again.html",
        status=422,
        speaks=business,
        action=urls.form_action(form.id),
        problems=problems,
        fields=_fields_again(form, answers, {name: say(words) for name, words in problems.items()}, say),
        consents=tuple(
            TickAgain(
                stream=one.stream, words=one.words, version=one.version, is_ticked=bool(answers.get(f"consent_{one.stream}"))
            )
            for one in form.consents
        ),
        hidden=tuple((name, text) for name, text in post.pairs if name not in asked | versions),
        button=form.button,
    )
    # browsers hold a form's redirect to the same rule as the form: the website's thank-you page must be named
    website = urlsplit(business.website)
    target = f"'self' {website.scheme}://{website.netloc}" if website.netloc else "'self'"
    answer.headers["Content-Security-Policy"] = guards.policy(form_action=target)
    return answer


def page_of(post: Post) -> str:
    """The path of the page a form stood on; it says in which language to answer."""
    return next((text for name, text in post.pairs if name == "page"), "")


def _fields_again(
    form: Form, answers: Mapping[str, str], problems: Mapping[str, str], say: Callable[[str], str]
) -> tuple[AskedAgain, ...]:
    asked = []
    for field in form.fields:
        label, kind, autocomplete = _LABELS[field.name]
        asked.append(
            AskedAgain(
                name=field.name.value,
                label=say(label),
                type=kind,
                autocomplete=autocomplete,
                required=field.required,
                is_long=field.name is FieldName.MESSAGE,
                choices=field.choices,
                value=answers.get(field.name.value, ""),
                problem=problems.get(field.name.value, ""),
            )
        )
    return tuple(asked)
