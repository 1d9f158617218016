"""The outbox folder: each mail becomes one file that any mail program opens. Exactly once, because the token names the file.

A mail is written beside, synced, then linked to its name without overwriting. Whoever finds the name taken knows that this
very message was laid there before. `index.txt` lists what lies there, for people.
"""

import contextlib
import hashlib
import os
import pathlib
import threading

from weblocal.errors import TransportUnavailable
from weblocal.mail import mime
from weblocal.model.mail import Mail, Outcome, Receipt

INDEX = "index.txt"


class OutboxFolder:
    """Lays mails into `folder` as .eml files."""

    def __init__(self, folder: pathlib.Path) -> None:
        self._folder = folder

    def send(self, mail: Mail) -> Receipt:
        """Lay one mail; the same token a second time changes nothing and is accepted."""
        try:
            raw = mime.bytes_of(mail)
        except ValueError as wrong:
            return Receipt(outcome=Outcome.REFUSED, reason=f"the mail cannot be written: {wrong}")
        target = self._folder / self.name_of(mail)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not target.exists() and self._lay(raw, target):
                self._list(mail, target)
        except OSError as full:
            raise TransportUnavailable(
                f"The outbox folder cannot be written: {full.strerror}.",
                fix=f"Free some space, and check the rights of {self._folder}.",
            ) from full
        return Receipt(outcome=Outcome.ACCEPTED, provider_id=target.name)

    def close(self) -> None:
        """Nothing is kept open."""

    def name_of(self, mail: Mail) -> str:
        """The file's name, from the token alone: a mail written again later, with another date in it, is the same mail."""
        digest = hashlib.blake2b(mail.token.encode(), digest_size=10).hexdigest()
        return f"{digest}.eml"

    def _lay(self, raw: bytes, target: pathlib.Path) -> bool:
        """Whether this call laid it: False when another process was there first."""
        draft = target.with_suffix(f".{os.getpid()}-{threading.get_ident()}.part")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(raw)
            opened.flush()
            os.fsync(opened.fileno())
        try:
            _link_without_overwrite(draft, target)
        except FileExistsError:
            return False
        finally:
            draft.unlink(missing_ok=True)
        _sync(target.parent)
        return True

    def _list(self, mail: Mail, target: pathlib.Path) -> None:
        """One line more in the list; the mail lies there already, so a list that cannot be written stops nothing."""
        line = f"{mail.date:%Y-%m-%d %H:%M}  {target.name}  {mail.to_address}  {mail.subject}\n"
        with contextlib.suppress(OSError):
            descriptor = os.open(self._folder / INDEX, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with os.fdopen(descriptor, "ab") as opened:
                opened.write(line.encode())


def _sync(folder: pathlib.Path) -> None:
    """A name is on disk when its folder is; Windows has no such call."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _link_without_overwrite(draft: pathlib.Path, target: pathlib.Path) -> None:
    try:
        os.link(draft, target)
    except FileExistsError:
        raise
    except OSError:
        # a disk without links (FAT): claiming the name first is the nearest thing
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(draft.read_bytes())
            opened.flush()
            os.fsync(opened.fileno())
