"""The one thing to do, chosen by a fixed order of rules, always with its reason."""

import datetime as dt
import zoneinfo

from weblocal.model.business import Business
from weblocal.model.leads import Lead
from weblocal.model.records import record
from weblocal.model.report import Advice, AnswerDot, SourceLine
from weblocal.report import ranges, tracing

QUIET_DAYS = 60


@record
class Silence:
    """The days the book itself has seen, and every placement and page that brought anybody in all of them."""

    first_on: dt.date
    last_on: dt.date
    brought: frozenset[str]


def choose(
    *,
    business: Business,
    leads: tuple[Lead, ...],
    answers: tuple[AnswerDot, ...],
    sources: tuple[SourceLine, ...],
    silence: Silence,
) -> Advice:
    """Somebody unanswered; else a placement that costs and brought nobody; else slow answers; else nothing."""
    return (
        _somebody_waits(leads, business)
        or _quiet_placement(sources, business, silence)
        or _slow(answers, business)
        or _carry_on()
    )


def _somebody_waits(leads: tuple[Lead, ...], business: Business) -> Advice | None:
    waiting = sorted((lead for lead in leads if lead.outcome is None), key=lambda lead: lead.received_at)
    if not waiting:
        return None
    zone = zoneinfo.ZoneInfo(business.zone)
    oldest = waiting[0]
    asked_on = tracing.day_of(oldest.received_at, zone)
    others = len(waiting) - 1
    also = f" {others} more {'is' if others == 1 else 'are'} waiting." if others else ""
    subject = oldest.asked_for or "something"
    return Advice(
        do="Ring the one who waits.",
        why=f"Somebody asked about {subject} on {asked_on.day} {asked_on:%B} and has had no answer.{also}",
        lead_id=oldest.id,
    )


def _quiet_placement(sources: tuple[SourceLine, ...], business: Business, silence: Silence) -> Advice | None:
    """A placement that hung, and was watched by the book, for two months without one enquiry or visit."""
    hung_since = {placement.id: placement.from_on for placement in business.placements}
    for line in sources:
        since = hung_since.get(line.id)
        watched = silence.last_on - max(since, silence.first_on) if since else dt.timedelta()
        is_quiet = watched >= dt.timedelta(days=QUIET_DAYS) and line.id not in silence.brought
        if line.is_print and line.cost and line.cost.amount_minor and is_quiet:
            return Advice(
                do=f"Think again about {_in_a_sentence(line.name)}.", why="It has hung for two months and brought nobody."
            )
    return None


def _in_a_sentence(name: str) -> str:
    lowered = f"{name[:1].lower()}{name[1:]}"
    return lowered if lowered.startswith("the ") else f"the {lowered}"


def _slow(answers: tuple[AnswerDot, ...], business: Business) -> Advice | None:
    promises = [int(form.answer_within.total_seconds() // 60) for form in business.forms if form.answer_within]
    usual = ranges.median(tuple(dot.minutes for dot in answers if dot.minutes is not None))
    if not promises or usual is None or usual <= min(promises):
        return None
    return Advice(
        do="Answer sooner.",
        why=f"You promise an answer within {min(promises)} minutes, and half of them waited longer than {usual}.",
    )


def _carry_on() -> Advice:
    return Advice(do="Nothing. Carry on.", why="Everybody was answered, and nothing costs money for nobody.")
