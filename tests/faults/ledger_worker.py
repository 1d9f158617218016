"""A process that writes to a ledger until it is told to stop, or is killed: the tests' victim, not a test.

    python ledger_worker.py FOLDER NAME THREADS POSTS

Each id is printed only after its commit was acknowledged, so whatever was printed must be in the ledger for ever.
"""

import os
import pathlib
import sys
import threading

sys.path.insert(0, str(pathlib.Path(__file__).parents[2]))

from tests.factories import a_submission
from weblocal.errors import LedgerUnavailable
from weblocal.store.ledger import Ledger

_WORDS = "It drips behind the boiler. " * 40


def main(folder: str, name: str, thread_count: int, posts: int) -> None:
    ledger = Ledger.open(pathlib.Path(folder), business="muster-plumbing", wait_seconds=20.0)

    def post(thread: int) -> None:
        for number in range(posts):
            key = f"{name}-{thread}-{number}"
            submission = a_submission(key, key=key, answers=(("message", _WORDS),))
            try:
                is_kept = ledger.write(lambda writing, s=submission: writing.add_submission(s))
            except LedgerUnavailable as refused:
                os.write(1, f"refused {key} {refused.message}\n".encode())
                continue
            assert is_kept
            os.write(1, f"kept {key}\n".encode())

    threads = [threading.Thread(target=post, args=(number,), daemon=True) for number in range(thread_count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    ledger.close()
    os.write(1, b"done\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
