"""What the ledger says and records of people: contacts, what identifies them, what they agreed to and refused."""

import datetime as dt
import unicodedata

import sqlalchemy as sa

from weblocal import clock
from weblocal.model.people import Consent, Contact, Identity, IdentityKind, Suppression
from weblocal.store import tables
from weblocal.store.sentences import Asking, Condition, Recording
from weblocal.store.shelf import Shelf

_CONTACTS = Shelf(tables.contact, Contact)
_IDENTITIES = Shelf(tables.identity, Identity)
_CONSENTS = Shelf(tables.consent, Consent)
_SUPPRESSIONS = Shelf(tables.suppression, Suppression)

# Fewer figures than this are in almost every number.
_FEWEST_FIGURES = 3


class PeopleAsking(Asking):
    """Questions about people."""

    def contact(self, contact_id: str) -> Contact | None:
        """The contact with this id."""
        return self._one(_CONTACTS, tables.contact.c.id == contact_id)

    def contacts_matching(self, *, phone_e164: str = "", email: str = "") -> tuple[Contact, ...]:
        """Every contact that has used this phone or this mail address, both in normal form; oldest first."""
        wanted = [(IdentityKind.PHONE, phone_e164), (IdentityKind.EMAIL, email)]
        pairs = [sa.and_(tables.identity.c.kind == kind, tables.identity.c.value == value) for kind, value in wanted if value]
        if not pairs:
            return ()
        return self._all(_CONTACTS, self._has_identity(sa.or_(*pairs)), by=_OLDEST_FIRST)

    def contacts_like(self, words: str, limit: int = 20) -> tuple[Contact, ...]:
        """Contacts whose name holds every one of `words`, or whose number ends with its figures; newest first."""
        folded = fold(words)
        if not folded:
            return ()
        ways = [sa.and_(*(tables.contact.c.name_folded.contains(word, autoescape=True) for word in folded.split()))]
        # People type 01632 960123 for +44 1632 960123: the zero belongs to the country, not to the number.
        figures = "".join(letter for letter in folded if letter.isdecimal()).lstrip("0")
        is_number = not any(letter.isalpha() for letter in folded)
        if is_number and len(figures) >= _FEWEST_FIGURES:
            ends_so = tables.identity.c.value.endswith(figures, autoescape=True)
            ways.append(self._has_identity(sa.and_(tables.identity.c.kind == IdentityKind.PHONE, ends_so)))
        if "@" in folded:
            begins_so = tables.identity.c.value.startswith(folded, autoescape=True)
            ways.append(self._has_identity(sa.and_(tables.identity.c.kind == IdentityKind.EMAIL, begins_so)))
        return self._all(_CONTACTS, sa.or_(*ways), by=_NEWEST_FIRST, limit=limit)

    def contacts_since(self, at: dt.datetime) -> tuple[Contact, ...]:
        """Contacts first seen at or after `at`, oldest first."""
        return self._all(_CONTACTS, tables.contact.c.created_at >= at, by=_OLDEST_FIRST)

    def identities_of(self, contact_id: str) -> tuple[Identity, ...]:
        """Every phone and mail address the contact has used, in the order they came."""
        columns = tables.identity.c
        return self._all(_IDENTITIES, columns.contact_id == contact_id, by=[columns.added_at, columns.kind, columns.value])

    def consents_of(self, contact_id: str) -> tuple[Consent, ...]:
        """Everything the contact agreed to or withdrew, in the order it was recorded."""
        columns = tables.consent.c
        return self._all(_CONSENTS, columns.contact_id == contact_id, by=[columns.recorded_at, columns.id])

    def suppressions_of(self, address_digest: str) -> tuple[Suppression, ...]:
        """Why the address with this digest is not mailed; none means that nothing stands against it."""
        columns = tables.suppression.c
        return self._all(_SUPPRESSIONS, columns.address_digest == address_digest, by=[columns.recorded_at, columns.stream])

    def _has_identity(self, condition: Condition) -> Condition:
        having = sa.select(tables.identity.c.contact_id).where(self._mine(tables.identity), condition)
        return tables.contact.c.id.in_(having)


class PeopleRecording(PeopleAsking, Recording):
    """Records of people."""

    def add_contact(self, contact: Contact) -> bool:
        """Keep a new contact, and its phone and mail address as what identifies it."""
        is_new = self._add(_CONTACTS, contact, name_folded=fold(contact.name))
        if is_new:
            self._identify(contact, contact.created_at)
        return is_new

    def update_contact(self, contact: Contact) -> bool:
        """Keep what is known of a contact now; a former phone or address goes on identifying it."""
        values = {**_CONTACTS.row(contact), "name_folded": fold(contact.name)}
        is_known = self._change(tables.contact, tables.contact.c.id == contact.id, **values) == 1
        if is_known:
            self._identify(contact, clock.now())
        return is_known

    def add_identity(self, identity: Identity) -> bool:
        """Keep one more phone or mail address that identifies a contact."""
        return self._add(_IDENTITIES, identity)

    def add_consent(self, consent: Consent) -> bool:
        """Append what a contact agreed to or withdrew; no record is ever changed."""
        return self._add(_CONSENTS, consent)

    def add_suppression(self, suppression: Suppression) -> bool:
        """Never mail an address again; the first record for its stream and reason stays."""
        return self._add(_SUPPRESSIONS, suppression)

    def _identify(self, contact: Contact, at: dt.datetime) -> None:
        for kind, value in ((IdentityKind.PHONE, contact.phone_e164), (IdentityKind.EMAIL, contact.email)):
            if value:
                self.add_identity(Identity(contact_id=contact.id, kind=kind, value=value, added_at=at))


def fold(words: str) -> str:
    """Letters as people type them in a hurry: small, without accents, one space between words."""
    apart = unicodedata.normalize("NFKD", words)
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(plain.casefold().split())


_OLDEST_FIRST = (tables.contact.c.created_at, tables.contact.c.id)
_NEWEST_FIRST = (tables.contact.c.created_at.desc(), tables.contact.c.id.desc())
