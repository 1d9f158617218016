"""Telephone numbers: any way of writing one to E.164, keeping how the owner writes it."""

import re

from weblocal.model.business import Phone

_LONGEST = 40
_SHORTEST_NATIONAL = 6
# digits of any script, and what people put between them; letters are refused, because a name in the wrong field is common
_WRITTEN = re.compile(r"^[\d\s()+./\-\u00a0\u2009\u2010-\u2015\u202f]+$")


def normalise(raw: str, country: str) -> Phone | None:
    """The number in `raw`, dialled from `country` (ISO 3166 alpha-2) where it has no +; None when it cannot be one.

    "Possible" is asked, not "valid": numbers kept for fiction are no subscriber's, and new ranges outrun every library.
    """
    import phonenumbers

    display = " ".join(raw.split())
    if not display or len(display) > _LONGEST or not _WRITTEN.match(display):
        return None
    try:
        number = phonenumbers.parse(display, country.upper())
    except phonenumbers.NumberParseException:
        return None
    if phonenumbers.is_possible_number_with_reason(number) != phonenumbers.ValidationResult.IS_POSSIBLE:
        return None
    if len(phonenumbers.national_significant_number(number)) < _SHORTEST_NATIONAL:
        return None
    return Phone(e164=phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), display=display)


def example(country: str) -> str:
    """A number as people in `country` write one, for messages."""
    import phonenumbers

    number = phonenumbers.example_number(country.upper())
    if number is None:
        return "+44 1632 960123"
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL))
