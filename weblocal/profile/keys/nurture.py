"""What is written to people over time: sequences with their triggers and steps."""

import datetime as dt

from weblocal.model.problems import Unreadable
from weblocal.model.records import record
from weblocal.model.sequences import EndEvent, ExitStep, Purpose, Trigger, Wait
from weblocal.profile.amounts import duration, reentry, wait
from weblocal.profile.leaves import choice, ident, line, one_of, reference, yes_or_no
from weblocal.profile.lists import ListOf
from weblocal.profile.noting import Notes
from weblocal.profile.records import Key, NamedRecords, Record, Variants
from weblocal.profile.text_files import Placed, WithPlace


@record
class WrittenTrigger:
    """What starts a sequence, as written."""

    on: Trigger
    form: tuple[Placed[str], ...] = ()
    confirmed: bool = False
    max_age: dt.timedelta | None = None


@record
class WrittenSend:
    """A mail to send; its text lies in mails/<sequence>/<send>.md."""

    send: Placed[str]
    window: str = ""
    offer: str = ""
    article: str = ""


@record
class WrittenTell:
    """Something staff should do."""

    tell: Placed[str]
    staff: str = "counter"
    words: str = ""


WrittenStep = WrittenSend | WrittenTell | Wait | ExitStep


@record
class WrittenSequence:
    """A sequence as written."""

    id: str
    trigger: WrittenTrigger
    purpose: Purpose
    steps: tuple[WrittenStep, ...]
    name: str = ""
    stream: Placed[str] | None = None
    goal: tuple[EndEvent, ...] = ()
    exit: tuple[EndEvent, ...] = ()
    reentry: Wait | None = None


TRIGGER = Record(
    "Trigger",
    WrittenTrigger,
    Key("on", choice(Trigger), "What starts it.", required=True, example="lead"),
    Key(
        "form",
        ListOf(WithPlace(ident("the short name of a form")), divides=True),
        "Only leads from this form.",
        otherwise="every form",
    ),
    Key("confirmed", yes_or_no(), "Only visits that staff, a coupon or a till confirmed.", otherwise="no"),
    Key("max_age", duration(), "What happened longer ago than this starts nothing.", example="48 hours"),
    words="What starts a sequence.",
)


SEND = Record(
    "Step: send",
    WrittenSend,
    Key("send", WithPlace(ident()), "Send the mail of this short name.", required=True, example="hello"),
    Key("window", one_of("none"), "`none`: at once, whatever the hour.", otherwise="in the mail window"),
    Key("offer", reference("offer"), "An offer that goes with it; each reader gets a code of their own."),
    Key("article", reference("article"), "A guide that goes with it, by its short name."),
    words="Send one mail. Its words lie in mails/, in a folder named like the sequence, in a file named like the step.",
)
WAIT = Record(
    "Step: wait",
    lambda *, wait: wait,
    Key("wait", wait(), "Let this much time pass since the step before was done.", required=True, example="2 days"),
    words="Let time pass.",
)
TELL = Record(
    "Step: tell",
    WrittenTell,
    Key("tell", WithPlace(ident()), "The short name of the task.", required=True, example="ring_them"),
    Key("staff", one_of("owner", "counter"), "Who sees it.", otherwise="counter"),
    Key("words", line(longest=160), "What the desk shows them."),
    words="Put a task on the desk.",
)
EXIT = Record(
    "Step: exit",
    lambda *, exit: ExitStep(id="", reason=exit),  # noqa: A006 - the owner's word
    Key("exit", ident("a short reason"), "Stop here, for this reason.", required=True, example="no_answer"),
    words="Stop here.",
)


def _sequence_rule(sequence: WrittenSequence, _notes: Notes) -> Unreadable | None:
    if sequence.purpose is Purpose.MARKETING and sequence.stream is None:
        return Unreadable(
            message="A marketing sequence belongs to a stream.", fix="Write stream: and one of the streams people may choose."
        )
    if sequence.trigger.form and sequence.trigger.on is not Trigger.LEAD:
        return Unreadable(message="Only leads come from a form.", fix="Write on: lead, or leave form out.")
    if sequence.trigger.confirmed and sequence.trigger.on is not Trigger.VISIT:
        return Unreadable(message="Only visits can be confirmed.", fix="Write on: visit, or leave confirmed out.")
    return None


SEQUENCE = Record(
    "Sequence",
    WrittenSequence,
    Key("name", line(longest=80), "What reports call it."),
    Key("trigger", TRIGGER, "What starts it.", required=True, example="{on: lead}"),
    Key(
        "purpose",
        choice(Purpose),
        "Why it is sent; marketing goes only to those who agreed.",
        required=True,
        example="marketing",
    ),
    Key("stream", WithPlace(ident("the short name of a stream")), "The stream people agree to and may leave."),
    Key(
        "goal",
        ListOf(choice(EndEvent), divides=True),
        "What means that it has done its work.",
        example="[visit]",
        aka=("goals",),
    ),
    Key(
        "exit",
        ListOf(choice(EndEvent), divides=True),
        "What means that it should not go on.",
        example="[reply]",
        aka=("exits",),
    ),
    Key("reentry", reentry(), "When the same person may go through it again.", otherwise="never"),
    Key(
        "steps",
        ListOf(Variants(send=SEND, wait=WAIT, tell=TELL, exit=EXIT)),
        "What happens, in order.",
        required=True,
        example="- {send: hello}",
    ),
    words="Ordered mails over time for one person, from a trigger to a goal.",
    rule=_sequence_rule,
)
SEQUENCES = NamedRecords(ident(), SEQUENCE)
