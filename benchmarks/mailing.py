"""Messages a second from queue to a real SMTP server, settled in the ledger, beside a bare loop that sends the same finished mails.

    python -m benchmarks.mailing FOLDER

is the server: it takes mails on loopback, in a process of its own, and keeps each in FOLDER.
"""

import asyncio
import contextlib
import email
import email.policy
import pathlib
import re
import shutil
import smtplib
import sys
import time
from collections.abc import Iterator
from typing import Any

from benchmarks import timing
from benchmarks.timing import Row, middle

PEOPLE = 200
_SAMPLE = pathlib.Path(__file__).parents[1] / "sample_business"


def row(scratch: pathlib.Path, *, rounds: int, people: int = PEOPLE) -> Row:
    """Every round sends the mails of new enquiries: an alert and a first answer each; `scratch` is on a real disk."""
    ours, theirs, spent = [], [], []
    for turn in range(rounds):
        folder, taken = scratch / f"mails-{turn}", scratch / f"taken-{turn}"
        with _server(taken, scratch) as port:
            count, seconds, processor = _send_ours(folder, port, people)
        with _server(scratch / f"again-{turn}", scratch) as port:
            seconds_bare = _send_bare(tuple(taken.iterdir()), port)
        ours.append(count / seconds)
        theirs.append(count / seconds_bare)
        spent.append(processor / count)
    ratio = middle([our / their for our, their in zip(ours, theirs, strict=True)])
    return Row(
        what="messages/s to an SMTP server, queue to settled",
        weblocal=f"{middle(ours):,.0f} /s",
        peer=f"{middle(theirs):,.0f} /s",
        ratio=ratio,
        rounds=rounds,
        note=f"peer: smtplib alone with the finished mails; ours uses {middle(spent) * 1000:.1f} ms of processor each",
    )


def _send_ours(folder: pathlib.Path, port: int, people: int) -> tuple[int, float, float]:
    """How many were accepted, how long it took, and how much processor time of ours."""
    from weblocal import clock
    from weblocal.flows import send
    from weblocal.flows.workspace import open_workspace
    from weblocal.model.settings import Settings

    shutil.copytree(_SAMPLE, folder, ignore=shutil.ignore_patterns(".weblocal", "public"))
    profile = folder / "business.yaml"
    profile.write_text(profile.read_text("utf-8").replace("transport: outbox", "transport: smtp"), "utf-8")
    settings = Settings(smtp_host="127.0.0.1", smtp_port=port, smtp_security="none")
    with open_workspace(folder, settings=settings) as workspace:
        _enquire(workspace, people)
        transport = workspace.transport()
        began, processor = time.perf_counter(), time.process_time()
        summary = send.run(workspace, transport, now=clock.now(), limit=10 * people)
        took, used = time.perf_counter() - began, time.process_time() - processor
        transport.close()
    if summary.accepted != people or summary.alerts != people:
        raise RuntimeError(f"expected {people} mails and as many alerts: {summary}")
    return summary.accepted + summary.alerts, took, used


def _enquire(workspace: Any, people: int) -> None:  # noqa: ANN401 - a Workspace, loaded only by what measures mails
    from weblocal import clock
    from weblocal.flows import receive
    from weblocal.model.leads import Post

    form = next(form for form in workspace.business.forms if form.id == "quote")
    version = next(asked.version for asked in form.consents if asked.stream == "advice")
    for number in range(people):
        now = clock.now()
        pairs = (
            ("service", "Leak"),
            ("name", f"Visitor {number}"),
            ("phone", f"01632 {960_000 + number}"),
            ("email", f"visitor{number}@sample.example"),
            ("page", "/"),
            ("key", f"benchmark-{number:08d}"),
            ("consent_advice", "yes"),
            ("consent_advice_version", version),
        )
        receive.receive(workspace, Post(form_id="quote", pairs=pairs, received_at=now), now=now)


def _send_bare(mails: tuple[pathlib.Path, ...], port: int) -> float:
    """What a script would do that has nothing to remember: one connection, one mail after the other."""
    finished = []
    for file in mails:
        raw = file.read_bytes()
        head = email.message_from_bytes(raw, policy=email.policy.SMTP)
        finished.append((_address(head["From"]), _address(head["To"]), raw))
    began = time.perf_counter()
    with smtplib.SMTP("127.0.0.1", port) as connection:
        for sender, reader, raw in finished:
            connection.sendmail(sender, [reader], raw)
    return time.perf_counter() - began


def _address(field: object) -> str:
    found = re.search(r"[^<>\s]+@[^<>\s]+", str(field))
    assert found is not None
    return found[0]


@contextlib.contextmanager
def _server(folder: pathlib.Path, scratch: pathlib.Path) -> Iterator[int]:
    folder.mkdir()
    command = (sys.executable, "-u", "-m", "benchmarks.mailing", folder)
    root = str(pathlib.Path(__file__).parents[1])
    with timing.background(command, timing.surroundings(scratch, PYTHONPATH=root), ready="port") as (_, line):
        yield int(line.split()[1])


class _Kept:
    """Takes every mail and lays it down."""

    def __init__(self, folder: pathlib.Path) -> None:
        self._folder = folder
        self._count = 0

    async def handle_DATA(self, server: object, session: object, envelope: Any) -> str:  # noqa: ANN401, ARG002, N802 - aiosmtpd's names
        """The whole of one mail."""
        self._count += 1
        (self._folder / f"{self._count:06d}.eml").write_bytes(envelope.original_content)
        return "250 taken"


async def _serve(folder: pathlib.Path) -> None:
    from aiosmtpd.smtp import SMTP

    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(_Kept(folder), loop=loop), host="127.0.0.1", port=0)
    print("port", server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve(pathlib.Path(sys.argv[1])))
