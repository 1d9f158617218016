"""What hands a mail over: one call that answers with a Receipt, whatever happens on the wire."""

from typing import Protocol

from weblocal.model.mail import Mail, Receipt


class Transport(Protocol):
    """A way for mails to leave.

    `send` never raises for what happens to one mail: it says accepted, refused, try again (certainly not sent) or unknown
    (nobody can know). It raises TransportUnavailable when no mail at all could be sent this way (no key, no such server).
    """

    def send(self, mail: Mail) -> Receipt:
        """Hand one mail over."""

    def close(self) -> None:
        """Let connections go."""
