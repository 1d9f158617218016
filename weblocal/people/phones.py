"""Telephone numbers: any way of writing one to E.164, keeping how the owner writes it."""

import re

from weblocal.model.business import Phone

_LONGEST = 40
_SHORTEST_NATIONAL = 6
# digits of any script, and what people put between them; letters are refused, because a name in the wrong field is common
_WRITTEN = re.compile(r"^[\d\s()+./\-\u00a0\u2009\u2010-\u2015\u202f]+$")

_GROUPED = re.compile(r"\d\D+\d")


def normalise(raw: str, country: str) -> Phone | None:
    """The number in `raw`, dialled from `country` (ISO 3166 alpha-2) where it has no +; None when it cannot be one.

    It is shown as it was written; digits in one row, which nobody can read out, are shown in the groups of the country.
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
    e164 = str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
    return Phone(e164=e164, display=display if _GROUPED.search(display) else in_groups(e164, country))


def in_groups(e164: str, country: str) -> str:
    """A number in the groups that people in `country` are used to, with its own country before it where that is another; as it is when it is none."""
    import phonenumbers

    try:
        number = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return e164
    is_home = phonenumbers.country_code_for_region(country.upper()) == number.country_code
    form = phonenumbers.PhoneNumberFormat.NATIONAL if is_home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return str(phonenumbers.format_number(number, form))


def example(country: str) -> str:
    """A number as people in `country` write one, for messages."""
    import phonenumbers

    number = phonenumbers.example_number(country.upper())
    if number is None:
        return "+44 1632 960123"
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL))
