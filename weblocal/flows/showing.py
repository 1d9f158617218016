"""What a preview shows beside the site: every mail of every sequence, and every print piece, as they will be."""

import datetime as dt

from weblocal.codes import typed
from weblocal.errors import ProblemsFound, WeblocalError
from weblocal.flows import print_pieces
from weblocal.flows.workspace import Workspace
from weblocal.model.mail import Message, MessageState
from weblocal.model.people import Contact
from weblocal.model.records import record
from weblocal.model.sequences import SendStep, Sequence
from weblocal.nurture import compose

# somebody to write to: the address is one that never is (RFC 2606)
SAMPLE_NAME, SAMPLE_ADDRESS = "Alex Example", "alex@example.org"
SAMPLE_CODE = typed.encode((1, 2, 3, 4, 5, 6, 7, 8, 9))
SCREEN_DPI = 96


@record
class ShownMail:
    """One mail as it would reach somebody today, in both its forms; `id` is sequence/step."""

    id: str
    sequence: str
    subject: str
    html: str
    text: str


@record
class ShownPiece:
    """One print piece as a PNG, with its bleed; where it could not be made, `problem` says why."""

    id: str
    name: str
    picture: bytes
    problem: str = ""


def mails(workspace: Workspace, *, now: dt.datetime) -> tuple[ShownMail, ...]:
    """Every mail, in the order of the sequences and their steps."""
    return tuple(
        _mail(workspace, sequence, step, now)
        for sequence in workspace.business.sequences
        for step in sequence.steps
        if isinstance(step, SendStep)
    )


def pieces(workspace: Workspace) -> tuple[ShownPiece, ...]:
    """Every print piece of the profile, made anew; one that cannot be made does not stop the others."""
    shown = []
    for placement in print_pieces.printable(workspace):
        try:
            picture, problem = print_pieces.picture(workspace, placement, dpi=SCREEN_DPI), ""
        except ProblemsFound as refused:
            picture, problem = b"", f"{refused.message} {refused.fix}".strip()
        except WeblocalError as refused:
            picture, problem = b"", refused.message
        shown.append(ShownPiece(id=placement.id, name=placement.name, picture=picture, problem=problem))
    return tuple(shown)


def _mail(workspace: Workspace, sequence: Sequence, step: SendStep, now: dt.datetime) -> ShownMail:
    token = f"preview-{sequence.id}-{step.id}"
    message = Message(
        id=token,
        token=token,
        contact_id="preview",
        enrolment_id="preview",
        sequence_id=sequence.id,
        step_id=step.id,
        stream=sequence.stream,
        purpose=sequence.purpose,
        to_address=SAMPLE_ADDRESS,
        state=MessageState.READY,
        due_at=now,
        not_after_at=now,
        queued_at=now,
    )
    mail = compose.compose(
        message,
        step=step,
        business=workspace.business,
        theme=workspace.theme,
        contact=Contact(id="preview", name=SAMPLE_NAME, phone_e164="", email=SAMPLE_ADDRESS, created_at=now),
        unsubscribe_url="",
        coupon_code=SAMPLE_CODE if step.offer else "",
        now=now,
    )
    return ShownMail(
        id=f"{sequence.id}/{step.id}",
        sequence=sequence.name or sequence.id,
        subject=mail.subject,
        html=mail.html,
        text=mail.text,
    )
