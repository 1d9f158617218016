"""Sequences joined with their texts: each mail's words from the owner's folder, else the trade pack's, and a digest over it all."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from weblocal.model.problems import Place, Unreadable
from weblocal.model.sequences import ExitStep, SendStep, Sequence, Step, TellStep, Wait, WaitStep
from weblocal.model.words import Text
from weblocal.profile import languages, packs
from weblocal.profile.fields import Lost
from weblocal.profile.keys.nurture import WrittenSend, WrittenSequence, WrittenStep, WrittenTell
from weblocal.profile.naming import digest, in_words
from weblocal.profile.noting import Notes, suggestion
from weblocal.profile.text_files import Placed, read_text_file


def sequences(written: Mapping[str, Any], notes: Notes) -> tuple[Sequence, ...]:
    """Every sequence that can be joined; what a pack's sequence misses because the owner replaced it is a notice, not a problem."""
    joined = [_sequence(each, notes) for each in written.get("sequences", ())]
    return tuple(each for each in joined if each is not None)


def _sequence(written: WrittenSequence, notes: Notes) -> Sequence | None:
    links = [("form", form) for form in written.trigger.form]
    if written.stream:
        links.append(("stream", written.stream))
    whole = [_is_known(kind, link, written.id, notes) for kind, link in links]
    if not all(whole):
        return None
    steps = _steps(written, notes)
    made = Sequence(
        id=written.id,
        name=written.name or in_words(written.id),
        trigger=written.trigger.on,
        purpose=written.purpose,
        stream=written.stream.value if written.stream else "",
        steps=steps,
        version="",
        forms=tuple(form.value for form in written.trigger.form),
        confirmed_only=written.trigger.confirmed,
        max_age=written.trigger.max_age,
        goals=written.goal,
        exits=written.exit,
        reentry_after=written.reentry,
    )
    return dataclasses.replace(made, version=version(made))


def version(sequence: Sequence) -> str:
    """A digest of the steps and their texts: whatever a reader could notice changes it, moving a line in a file does not."""
    parts: list[str] = [sequence.purpose.value, sequence.stream]
    for step in sequence.steps:
        parts.append(type(step).__name__)
        match step:
            case SendStep():
                text = step.text
                more = [word for pair in text.more for word in pair]
                parts += [step.id, str(step.in_window), step.offer, step.article, text.title, text.summary, *more, text.body]
            case WaitStep():
                parts += [step.id, str(step.wait.amount), step.wait.unit.value]
            case TellStep():
                parts += [step.id, step.staff, step.words]
            case ExitStep():
                parts += [step.id, step.reason]
    return digest(*parts)


def _is_known(kind: str, link: Placed[str], sequence_id: str, notes: Notes) -> bool:
    known = notes.known.get(kind, ())
    if link.value in known:
        return True
    message = f'There is no {kind} "{link.value}".'
    if notes.is_of_pack_file(link.place):
        message += f" So the trade pack's sequence {sequence_id} is left out."
    fix = suggestion(link.value, known, otherwise=f"Name it under {kind}s, or change it here.")
    notes.dangling(link.place, link.path, Unreadable(message=message, fix=fix))
    return False


def _steps(written: WrittenSequence, notes: Notes) -> tuple[Step, ...]:
    steps: list[Step] = []
    seen: set[str] = set()
    for number, each in enumerate(written.steps, start=1):
        placed = _name_of(each)
        if placed and placed.value in seen:
            wrong = Unreadable(message=f'There are two steps "{placed.value}" here.', fix="Give each its own name.")
            notes.refuse(placed.place, placed.path, wrong)
        if placed:
            seen.add(placed.value)
        step = _step(each, number, written.id, notes)
        if step is not None:
            steps.append(step)
    return tuple(steps)


def _name_of(step: WrittenStep) -> Placed[str] | None:
    if isinstance(step, WrittenSend):
        return step.send
    return step.tell if isinstance(step, WrittenTell) else None


def _step(step: WrittenStep, number: int, sequence_id: str, notes: Notes) -> Step | None:
    match step:
        case Wait():
            return WaitStep(id=f"wait_{number}", wait=step)
        case ExitStep():
            return dataclasses.replace(step, id=f"exit_{number}")
        case WrittenTell():
            return TellStep(id=step.tell.value, staff=step.staff, words=step.words or in_words(step.tell.value))
        case WrittenSend():
            text = _text(step, sequence_id, notes)
            if text is None:
                return None
            return SendStep(
                id=step.send.value, text=text, in_window=step.window != "none", offer=step.offer, article=step.article
            )


def _text(step: WrittenSend, sequence_id: str, notes: Notes) -> Text | None:
    """The words of one mail: the owner's file wins over the pack's of the same name."""
    name = f"mails/{sequence_id}/{step.send.value}.md"
    sources = notes.sources
    if name not in sources:
        sources, name = notes.packs, languages.mail_file(name, notes)
    if name not in sources:
        wrong = Unreadable(
            message="The words of this mail are missing.",
            fix=f"Write them in {name}, with subject: ... on top between two lines of ---.",
        )
        notes.refuse(step.send.place, step.send.path, wrong)
        return None
    text = read_text_file(name, sources, notes)
    if isinstance(text, Lost):
        return None
    if sources is notes.packs:
        text = packs.filled_text(text, notes.slots)
    subject = dict(text.more).get("subject", "") or text.title
    if not subject or not text.body.strip():
        missing = "words below it" if subject else "subject"
        place = Place(file=sources.shown(name), line=1, column=1)
        notes.refuse(
            place,
            "subject" if not subject else "",
            Unreadable(message=f"The mail has no {missing}.", fix="Write subject: ... between two lines of --- on top."),
        )
        return None
    notes.seen_file(f"sequences.{sequence_id}.{step.send.value}", subject, text.place)
    return dataclasses.replace(text, title=subject)
