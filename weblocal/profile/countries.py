"""What a country tells of its businesses: the currency, the language, and the clock on the wall."""

import datetime as dt
import functools
import zoneinfo

# Where a country has several zones but nearly everybody lives by one; the islands and far ends are named by `region`.
_MAIN_ZONE = {
    "AR": "America/Argentina/Buenos_Aires",
    "CL": "America/Santiago",
    "CN": "Asia/Shanghai",
    "CY": "Asia/Nicosia",
    "DE": "Europe/Berlin",
    "EC": "America/Guayaquil",
    "ES": "Europe/Madrid",
    "MH": "Pacific/Majuro",
    "MY": "Asia/Kuala_Lumpur",
    "NZ": "Pacific/Auckland",
    "PF": "Pacific/Tahiti",
    "PG": "Pacific/Port_Moresby",
    "PS": "Asia/Hebron",
    "PT": "Europe/Lisbon",
    "UA": "Europe/Kyiv",
    "UZ": "Asia/Tashkent",
}

_EASTERN, _CENTRAL, _MOUNTAIN, _PACIFIC = "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"

# States that two zones divide are left out, so that the owner is asked.
_REGION_ZONE = {
    "US": {
        **dict.fromkeys(
            ["CT", "DC", "DE", "GA", "MA", "MD", "ME", "NC", "NH", "NJ", "NY", "OH", "PA", "RI", "SC", "VA", "VT", "WV"],
            _EASTERN,
        ),
        **dict.fromkeys(["AL", "AR", "IA", "IL", "LA", "MN", "MO", "MS", "OK", "WI"], _CENTRAL),
        **dict.fromkeys(["CO", "MT", "NM", "UT", "WY"], _MOUNTAIN),
        **dict.fromkeys(["CA", "WA"], _PACIFIC),
        "AZ": "America/Phoenix",
        "HI": "Pacific/Honolulu",
    },
    "CA": {
        "AB": "America/Edmonton",
        "MB": "America/Winnipeg",
        "NB": "America/Moncton",
        "NS": "America/Halifax",
        "PE": "America/Halifax",
        "SK": "America/Regina",
        "YT": "America/Whitehorse",
    },
    "AU": {
        "ACT": "Australia/Sydney",
        "NSW": "Australia/Sydney",
        "NT": "Australia/Darwin",
        "QLD": "Australia/Brisbane",
        "SA": "Australia/Adelaide",
        "TAS": "Australia/Hobart",
        "VIC": "Australia/Melbourne",
        "WA": "Australia/Perth",
    },
    "BR": {
        **dict.fromkeys(["DF", "ES", "GO", "MG", "PR", "RJ", "RS", "SC", "SP"], "America/Sao_Paulo"),
        "BA": "America/Bahia",
        "CE": "America/Fortaleza",
        "PE": "America/Recife",
    },
    "ES": dict.fromkeys(("CANARIAS", "CANARY ISLANDS", "LAS PALMAS", "SANTA CRUZ DE TENERIFE"), "Atlantic/Canary"),
    "PT": {"AZORES": "Atlantic/Azores", "AÇORES": "Atlantic/Azores", "MADEIRA": "Atlantic/Madeira"},
}


def is_country(code: str) -> bool:
    """Whether `code` is a country or territory of ISO 3166, in capitals."""
    return len(code) == 2 and code.isalpha() and code in _zones() and code != "ZZ"


def codes() -> tuple[str, ...]:
    """Every country code."""
    return tuple(sorted(code for code in _zones() if is_country(code)))


def code_of_name(name: str) -> str:
    """The code of a country called by its English name, or by a code of three letters or habit; empty when unknown."""
    habits = {"UK": "GB", "ENGLAND": "GB", "SCOTLAND": "GB", "WALES": "GB", "USA": "US", "UNITED STATES OF AMERICA": "US"}
    if name.upper() in habits:
        return habits[name.upper()]
    import babel

    territories = babel.Locale("en").territories
    return next((code for code, full in territories.items() if full.lower() == name.lower() and is_country(code)), "")


def zone_for(country: str, region: str) -> str:
    """The IANA zone of a business there; empty when the country has several and nothing tells which."""
    of_region = _REGION_ZONE.get(country, {}).get(region.strip().upper())
    if of_region:
        return of_region
    if country in _MAIN_ZONE:
        return _MAIN_ZONE[country]
    zones = _zones().get(country, ())
    return zones[0] if len(zones) == 1 else ""


def zones_of(country: str) -> tuple[str, ...]:
    """Every zone of the country, for messages."""
    return tuple(sorted(_zones().get(country, ())))


def is_zone(name: str) -> bool:
    """Whether the zone database knows `name`."""
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def currency_for(country: str, today: dt.date) -> str:
    """The ISO 4217 code of the money that is legal tender there."""
    from babel import numbers

    found = numbers.get_territory_currencies(country, today)
    return str(found[0]) if found else ""


def is_currency(code: str) -> bool:
    """Whether `code` is an ISO 4217 currency."""
    from babel import numbers

    return bool(numbers.is_currency(code))


def language_for(country: str) -> str:
    """The first official language of the country as a tag: en-GB."""
    from babel import languages

    official = languages.get_official_languages(country, de_facto=True)
    return f"{official[0]}-{country}" if official else "en"


def is_language(tag: str) -> bool:
    """Whether a language tag such as en-GB or ar can be set in type by our date and number forms."""
    import babel

    try:
        babel.Locale.parse(tag, sep="-")
    except (babel.UnknownLocaleError, ValueError, TypeError):
        return False
    return True


@functools.cache
def _zones() -> dict[str, tuple[str, ...]]:
    from babel import core

    return {code: tuple(zones) for code, zones in core.get_global("territory_zones").items()}
