"""Name, address, phone and website reduced to what counts when two of them are compared: the same thing, however it is written."""

import re
import unicodedata
import urllib.parse

from weblocal.people import phones

_TRACKING = re.compile(r"^(utm_\w+|gclid|fbclid|y_source)$")
# what a street is shortened to, in the languages whose platforms shorten them
_STREET_WORDS = (
    (r"stra(?:ss|ß)e\b", "str"),
    (r"\bstreet\b", "st"),
    (r"\broad\b", "rd"),
    (r"\bavenue\b", "ave"),
    (r"\blane\b", "ln"),
    (r"\bdrive\b", "dr"),
    (r"\bboulevard\b", "blvd"),
    (r"\bsuite\b", "ste"),
    (r"\bcourt\b", "ct"),
    (r"\bplace\b", "pl"),
    (r"\bsquare\b", "sq"),
    (r"\byard\b", "yd"),
)


def same_words(one: str, other: str) -> bool:
    """Whether two names are one: form of letters, case, spaces and quotation marks do not count; every letter does."""
    return _words(one) == _words(other)


def same_street(one: str, other: str) -> bool:
    """Whether two streets are one, written out or shortened, with or without commas."""
    return _street(one) == _street(other)


def same_postcode(one: str, other: str) -> bool:
    """Whether two postcodes are one, spaces and case aside."""
    return re.sub(r"[\s-]", "", one).casefold() == re.sub(r"[\s-]", "", other).casefold()


def same_phone(one: str, other: str, *, country: str) -> bool:
    """Whether two numbers ring the same bell (by E.164); what is no number is compared by its figures."""
    return _number(one, country) == _number(other, country)


def same_website(one: str, other: str) -> bool:
    """Whether two addresses lead to one page: scheme, www, a last slash and tracking parameters do not count."""
    return _website(one) == _website(other)


def international(e164: str) -> str:
    """A number in the form every country can dial: +44 1632 960417."""
    import phonenumbers

    number = phonenumbers.parse(e164)
    written = str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL))
    return " ".join(re.sub(r"[^\d+]+", " ", written).split())


def at_home(text: str, *, country: str) -> str:
    """A number as its neighbours write it: 01632 960417 for one of the own country, else as it was."""
    import phonenumbers

    phone = phones.normalise(text, country)
    if phone is None or " " in text.strip():
        return text
    number = phonenumbers.parse(phone.e164)
    if phonenumbers.country_code_for_region(country.upper()) != number.country_code:
        return international(phone.e164)
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL))


def _words(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = re.sub("[‘’‚`´]", "'", re.sub("[“”„«»]", '"', plain))
    return " ".join(re.sub("[\u2010-\u2015]", "-", plain).split())


def _street(text: str) -> str:
    words = _words(text)
    for long, short in _STREET_WORDS:
        words = re.sub(long, short, words)
    return re.sub(r"[\s.,]+", "", words)


def _number(text: str, country: str) -> str:
    phone = phones.normalise(text.lstrip("'"), country)
    return phone.e164 if phone else re.sub(r"\D", "", text)


def _website(address: str) -> tuple[str, str, str]:
    said = address.strip()
    try:
        parts = urllib.parse.urlsplit(said if "//" in said else f"https://{said}")
    except ValueError:  # brackets that are no IPv6 address
        return said, "", ""
    host = (parts.netloc.rsplit("@", 1)[-1].lower()).removeprefix("www.")
    host = re.sub(r":(80|443)$", "", host)
    asked = [pair for pair in urllib.parse.parse_qsl(parts.query) if not _TRACKING.match(pair[0].lower())]
    return host, urllib.parse.unquote(parts.path).rstrip("/"), urllib.parse.urlencode(asked)
