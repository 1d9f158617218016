"""Who is this? Careful matching of a person against the contacts in the book: sure, a question for staff, or somebody new.

A shared number or address is common (couples, front desks, workshops). So a number or address makes two records one person
only when the names do not speak against it; otherwise staff are asked, and nothing is ever merged in silence.
"""

import re
import unicodedata

from weblocal.model.people import Contact, Match, MatchKind

_NOT_A_WORD = re.compile(r"[^\w]+")
# forms of address say nothing about who somebody is
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "herr", "frau", "mme", "monsieur", "madame"})


def match(*, name: str, phone_e164: str, email: str, candidates: tuple[Contact, ...]) -> Match:
    """The contact among `candidates` that this is, with the rule that fired in words.

    `phone_e164` and `email` are normal forms, empty when unknown. Same number or same mail address and names that agree: the
    same person. Same number or address under another name, or number and address of two different contacts: a question.
    """
    if not phone_e164 and not email:
        return _new("no phone number or mail address to know them by")
    known = tuple(contact for contact in candidates if not contact.is_walk_in)
    by_phone = tuple(contact for contact in known if phone_e164 and contact.phone_e164 == phone_e164)
    by_mail = tuple(contact for contact in known if email and contact.email == email)
    if not by_phone and not by_mail:
        return _new("nobody in the book has this number or mail address")
    agreeing = _oldest_first(tuple(contact for contact in by_phone + by_mail if names_agree(name, contact.name)))
    if not agreeing:
        asked = _oldest_first(by_phone + by_mail)[0]
        what = "number" if asked in by_phone else "mail address"
        return Match(kind=MatchKind.ASK, contact_id=asked.id, rule=f"same {what}, but another name")
    if len(agreeing) == 1:
        return _same(agreeing[0], is_phone=agreeing[0] in by_phone, is_mail=agreeing[0] in by_mail)
    return _among(agreeing, by_phone=by_phone, by_mail=by_mail)


def names_agree(one: str, other: str) -> bool:
    """Whether two names may be the same person's: no name on one side, or every word of the shorter found in the longer.

    Case, accents, order and forms of address do not count, and an initial stands for a word: "J. Muster" agrees with "Joan Muster".
    """
    words, others = _words(one), _words(other)
    if not words or not others:
        return True
    shorter, longer = sorted((words, others), key=len)
    left = list(longer)
    for word in sorted(shorter, key=len, reverse=True):
        found = next((candidate for candidate in left if _same_word(word, candidate)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _among(agreeing: tuple[Contact, ...], *, by_phone: tuple[Contact, ...], by_mail: tuple[Contact, ...]) -> Match:
    """More than one agrees: sure only when exactly one of them has both the number and the mail address."""
    both = tuple(contact for contact in agreeing if contact in by_phone and contact in by_mail)
    if len(both) == 1:
        return _same(both[0], is_phone=True, is_mail=True)
    rule = "number and mail address belong to more than one person in the book"
    return Match(kind=MatchKind.ASK, contact_id=agreeing[0].id, rule=rule)


def _same(contact: Contact, *, is_phone: bool, is_mail: bool) -> Match:
    what = "same number and mail address" if is_phone and is_mail else "same number" if is_phone else "same mail address"
    return Match(kind=MatchKind.SAME, contact_id=contact.id, rule=what)


def _new(rule: str) -> Match:
    return Match(kind=MatchKind.NEW, contact_id="", rule=rule)


def _oldest_first(contacts: tuple[Contact, ...]) -> tuple[Contact, ...]:
    """Each contact once, the oldest first, so that the answer never hangs on the order of a query."""
    return tuple(sorted(set(contacts), key=lambda contact: (contact.created_at, contact.id)))


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return [word for word in _NOT_A_WORD.split(bare) if word and word not in _TITLES]


def _same_word(one: str, other: str) -> bool:
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0])
