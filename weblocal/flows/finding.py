"""Find the one person somebody means by a mail address, the end of a number, or part of a name."""

from weblocal.errors import NotFound
from weblocal.flows.workspace import Workspace
from weblocal.model.people import Contact
from weblocal.people import mail_addresses

MOST_PEOPLE = 6


def find_one(workspace: Workspace, person: str) -> Contact:
    """The one contact whom `person` fits; raises NotFound when nobody does, or more than one."""
    address = mail_addresses.normalise(person) if "@" in person else None
    if address:
        found = workspace.ledger.read(lambda reading: reading.contacts_matching(phone_e164="", email=address))
    else:
        found = workspace.ledger.read(lambda reading: reading.contacts_like(person, MOST_PEOPLE))
    if not found:
        raise NotFound(
            "Nobody in the book fits.", fix="Give the mail address, the last figures of the number, or part of the name."
        )
    if len(found) > 1:
        raise NotFound(f"{len(found)} people fit.", fix="Give more of the name or number, or the mail address.")
    return found[0]
