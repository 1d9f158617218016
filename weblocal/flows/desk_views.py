"""What Today and One person show, as frozen values: words and links ready to print, no decision left to a template."""

import enum

from weblocal.model.records import record


@record
class Reach:
    """The ways to reach somebody: the number as people write it, and links to dial, text and mail; empty when unknown."""

    phone: str = ""
    phone_link: str = ""
    message_link: str = ""
    mail_link: str = ""


@record
class AnswerClock:
    """The promise of an answer: `due` and `left` in words, `part` of it gone (0 to 100).

    `from_iso` and `by_iso` let a script keep the words moving; `is_live` is False while the shop is shut and the clock rests.
    """

    due: str
    left: str
    part: int
    is_late: bool
    is_live: bool
    from_iso: str
    by_iso: str


@record
class WaitingLead:
    """Somebody who waits for an answer, in the words a colleague would use."""

    lead_id: str
    contact_id: str
    name: str
    headline: str
    who: str
    words: str
    source: str
    since: str
    reach: Reach
    clock: AnswerClock | None


@record
class Reminder:
    """Somebody to get back to, and why: no answer earlier, or (with a `task_id`) a sequence that asked staff to step in."""

    contact_id: str
    name: str
    headline: str
    why: str
    reach: Reach
    task_id: str = ""


@record
class VisitLine:
    """One visit of today; `contact_id` empty for a walk-in."""

    visit_id: str
    contact_id: str
    time: str
    name: str
    detail: str
    worth: str


@record
class TodayScreen:
    """The first screen. `first` owns the colour field; `answers` is the sentence about today's answers when nobody waits."""

    day: str
    day_iso: str
    waiting: str
    first: WaitingLead | None
    next_in_line: tuple[WaitingLead, ...]
    behind: tuple[WaitingLead, ...]
    try_again: tuple[Reminder, ...]
    visits_title: str
    visits: tuple[VisitLine, ...]
    held: str
    mails: str
    mails_when: str
    answers: str
    notices: tuple[str, ...]


class Joint(enum.StrEnum):
    """The shape of a joint of the story: square in real life, round on the web, a small dot for what we did ourselves."""

    SQUARE = "square"
    ROUND = "round"
    DOT = "dot"


@record
class StoryLine:
    """One thing of the story, newest first.

    `month` is set on the first line of a month and on the first line still to come. `branch` draws the run of mails beside
    the main pipe: "" none, "on" passing by, "start" where it leaves, "stop" where its valve is shut.
    """

    joint: Joint
    icon: str
    when: str
    iso: str
    title: str
    words: str = ""
    quote: str = ""
    note: str = ""
    why_id: str = ""
    month: str = ""
    branch: str = ""
    is_to_come: bool = False


@record
class ConsentLine:
    """What one stream is, whether we may send it ("yes", "no", "never"), and since when in words."""

    stream: str
    state: str
    said: str


@record
class StoryFold:
    """An older month of a long story, folded away under its name."""

    month: str
    lines: tuple[StoryLine, ...]


@record
class PersonScreen:
    """One person: facts in a row, the story, what comes next, what we may send."""

    contact_id: str
    name: str
    facts: tuple[str, ...]
    reach: Reach
    lead_id: str
    story: tuple[StoryLine, ...]
    folds: tuple[StoryFold, ...]
    comes_next: tuple[str, ...]
    is_held: bool
    may_hold: bool
    consents: tuple[ConsentLine, ...]
    may_not_be_mailed: str


@record
class MailFate:
    """What became of one mail of a run: "ok" sent, "wait" to come, "bad" will not go; with the reason in words."""

    title: str
    state: str
    said: str
    why: str


@record
class WhyScreen:
    """Why a run of mails goes on or stopped, as numbered steps, then each of its mails."""

    contact_id: str
    name: str
    title: str
    answer: str
    steps: tuple[tuple[str, str], ...]
    mails: tuple[MailFate, ...]
    visit_id: str
