"""The outbox folder: each mail becomes one file that any mail program opens. Exactly once, because the token names the file.

A mail is written beside, synced, then linked to its name without overwriting. Whoever finds the name taken knows that this
very message was laid there before.
"""

import contextlib
import email.policy
import hashlib
import os
import pathlib

from weblocal.errors import TransportUnavailable
from weblocal.mail import mime
from weblocal.model.mail import Mail, Outcome, Receipt


class OutboxFolder:
    """Lays mails into `folder` as .eml files."""

    def __init__(self, folder: pathlib.Path) -> None:
        self._folder = folder

    def send(self, mail: Mail) -> Receipt:
        """Lay one mail; the same token a second time changes nothing and is accepted."""
        try:
            raw = mime.message_of(mail).as_bytes(policy=email.policy.SMTP)
        except ValueError as wrong:
            return Receipt(outcome=Outcome.REFUSED, reason=f"the mail cannot be written: {wrong}")
        target = self._folder / self.name_of(mail)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not target.exists():
                self._lay(raw, target)
        except OSError as full:
            raise TransportUnavailable(
                f"The outbox folder cannot be written: {full.strerror}.",
                fix=f"Free some space, and check the rights of {self._folder}.",
            ) from full
        return Receipt(outcome=Outcome.ACCEPTED, provider_id=target.name)

    def close(self) -> None:
        """Nothing is kept open."""

    def name_of(self, mail: Mail) -> str:
        """The file's name: the day, what it is about, and a digest of the token that alone makes it unique."""
        digest = hashlib.blake2b(mail.token.encode(), digest_size=10).hexdigest()
        return f"{digest}.eml"

    def _lay(self, raw: bytes, target: pathlib.Path) -> None:
        draft = target.with_suffix(f".{os.getpid()}.part")
        with draft.open("wb") as opened:
            opened.write(raw)
            opened.flush()
            os.fsync(opened.fileno())
        try:
            with contextlib.suppress(FileExistsError):
                _link_without_overwrite(draft, target)
        finally:
            draft.unlink(missing_ok=True)
        if os.name != "nt":
            folder = os.open(target.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)


def _link_without_overwrite(draft: pathlib.Path, target: pathlib.Path) -> None:
    try:
        os.link(draft, target)
    except FileExistsError:
        raise
    except OSError:
        # a disk without links (FAT): claiming the name first is the nearest thing
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as opened:
            opened.write(draft.read_bytes())
            opened.flush()
            os.fsync(opened.fileno())
