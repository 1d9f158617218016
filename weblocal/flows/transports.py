"""Which transport a profile's word means; the one place to add another."""

import pathlib

from weblocal.mail.transport import Transport
from weblocal.model.business import TransportKind
from weblocal.model.settings import Settings


def transport_of(kind: TransportKind, *, outbox: pathlib.Path, settings: Settings) -> Transport:
    """The transport of `kind`; raises TransportUnavailable when it lacks what it needs."""
    match kind:
        case TransportKind.OUTBOX:
            from weblocal.mail.outbox_folder import OutboxFolder

            return OutboxFolder(outbox)
        case TransportKind.SMTP:
            from weblocal.mail.smtp import Smtp

            return Smtp(settings)
        case TransportKind.SENDGRID:
            from weblocal.mail.sendgrid_transport import SendGrid

            return SendGrid(settings)
