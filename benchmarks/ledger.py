"""How many form posts a second the ledger keeps, synced: shared commits beside one commit for each post, in the same run.

    python -m benchmarks.ledger [--folder FOLDER] [--seconds 3]

A post here is what a real one is: a submission, a contact, a lead, a consent and an event, in one transaction. The rows
"one commit per post" run the same records on the same file, each with a transaction, a lock and a sync of its own. FOLDER decides
which disk is measured; memory disks sync for nothing and say nothing.
"""

import argparse
import dataclasses
import datetime as dt
import pathlib
import sqlite3
import statistics
import tempfile
import threading
import time
from collections.abc import Callable

from weblocal import clock
from weblocal.model.leads import Lead, Submission, SubmissionState
from weblocal.model.people import Consent, ConsentState, Contact
from weblocal.model.visits import Event, EventKind
from weblocal.store.ledger import LEDGER_FILE, Ledger
from weblocal.store.sqlite import LedgerFile
from weblocal.store.writing import Writing

Post = Callable[[], None]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One row of the table."""

    way: str
    threads: int
    posts_per_second: float
    middle_millis: float
    slow_millis: float
    posts_per_commit: float


def measure(folder: pathlib.Path, *, seconds: float) -> tuple[Measured, ...]:
    """The table's rows, each on a fresh ledger under `folder`."""
    rows = []
    for threads in (1, 64):
        for way, run in (("one commit per post", _commit_each), ("shared commits", _share_commits)):
            with tempfile.TemporaryDirectory(dir=folder) as scratch:
                rows.append(run(pathlib.Path(scratch), way, threads, seconds))
    return tuple(rows)


def _share_commits(folder: pathlib.Path, way: str, threads: int, seconds: float) -> Measured:
    with Ledger.open(folder, business="benchmark") as ledger:
        spans, took = _drive(lambda: ledger.write(_new_post()), threads=threads, seconds=seconds)
        return _row(way, threads, spans, took, commits=ledger.commit_count)


def _commit_each(folder: pathlib.Path, way: str, threads: int, seconds: float) -> Measured:
    """The ledger's own file, connections, settings and records, with a transaction for every post."""
    Ledger.open(folder, business="benchmark").close()
    file = LedgerFile(folder / LEDGER_FILE, wait_seconds=120.0)
    engine = file.writing_engine()
    connection = engine.connect()

    def post() -> None:
        record = _new_post()
        with file.held():
            with connection.begin():
                record(Writing(connection, business="benchmark"))
            file.checkpoint_when_large(connection)

    spans, took = _drive(post, threads=threads, seconds=seconds)
    connection.close()
    return _row(way, threads, spans, took, commits=len(spans))


def _new_post() -> Callable[[Writing], None]:
    at = clock.now()
    unique = clock.new_id()
    contact = Contact(
        id=unique, name="Joan Muster", phone_e164=f"+44{unique[-10:]}", email=f"{unique}@example.com", created_at=at
    )
    submission = Submission(
        id=unique,
        form_id="quote",
        answers=(("name", contact.name), ("phone", "07700 900123"), ("message", "It drips behind the boiler. " * 4)),
        ticked=("offers@v1",),
        page="/contact/",
        placement="counter",
        key=unique,
        received_at=at,
        state=SubmissionState.ACCEPTED,
    )
    lead = Lead(
        id=unique,
        submission_id=unique,
        contact_id=unique,
        form_id="quote",
        asked_for="Boiler service",
        words="It drips behind the boiler.",
        place="SA1 2AB",
        page="/contact/",
        placement="counter",
        received_at=at,
        answer_by=at + dt.timedelta(hours=2),
    )
    consent = Consent(
        id=unique,
        contact_id=unique,
        stream="offers",
        state=ConsentState.GIVEN,
        words="Send me offers now and then.",
        version="v1",
        page="/contact/",
        placement="counter",
        recorded_at=at,
    )
    event = Event(id=unique, kind=EventKind.LEAD, contact_id=unique, occurred_at=at, received_at=at, subject=unique)

    def record(writing: Writing) -> None:
        writing.add_contact(contact)
        writing.add_submission(submission)
        writing.add_lead(lead)
        writing.add_consent(consent)
        writing.record_event(event)

    return record


def _drive(post: Post, *, threads: int, seconds: float) -> tuple[list[float], float]:
    """Post from every thread until the time is over; how long each post took, and all of it."""
    spans: list[list[float]] = [[] for _ in range(threads)]
    until = time.monotonic() + seconds

    def run(mine: list[float]) -> None:
        while (began := time.monotonic()) < until:
            post()
            mine.append(time.monotonic() - began)

    began = time.monotonic()
    workers = [threading.Thread(target=run, args=(mine,)) for mine in spans]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return [span for mine in spans for span in mine], time.monotonic() - began


def _row(way: str, threads: int, spans: list[float], took: float, *, commits: int) -> Measured:
    return Measured(
        way=way,
        threads=threads,
        posts_per_second=len(spans) / took,
        middle_millis=statistics.median(spans) * 1000,
        slow_millis=sorted(spans)[int(len(spans) * 0.99)] * 1000,
        posts_per_commit=len(spans) / max(commits, 1),
    )


def table(rows: tuple[Measured, ...]) -> str:
    """The rows as text."""
    lines = [f"{'way':<22}{'threads':>8}{'posts/s':>10}{'middle ms':>11}{'slowest 1% ms':>15}{'posts a commit':>16}"]
    for row in rows:
        lines.append(
            f"{row.way:<22}{row.threads:>8}{row.posts_per_second:>10,.0f}{row.middle_millis:>11.2f}"
            f"{row.slow_millis:>15.2f}{row.posts_per_commit:>16.1f}"
        )
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--folder", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()))
    arguments.add_argument("--seconds", type=float, default=3.0)
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory(dir=chosen.folder) as scratch, Ledger.open(pathlib.Path(scratch), business="b") as ledger:
        sync_ms = ledger.health().sync_ms
    print(f"Ledger: synced form posts (SQLite {sqlite3.sqlite_version}, one sync of 4 KiB takes {sync_ms} ms)")
    print(table(measure(chosen.folder, seconds=chosen.seconds)))


if __name__ == "__main__":
    main()
