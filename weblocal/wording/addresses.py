"""Postal addresses as letters carry them in each country: which part stands on which line, and before or after which.

The orders are facts of the Universal Postal Union as Unicode's and Google's address data give them. They are kept here as one
small table: the package that carries them brings five others for an importer that no owner needs, and writes towns in capitals,
as envelopes want them and pages do not.
"""

import re

from weblocal.model.business import Address
from weblocal.wording import local

# A street, C town, S state or region, Z postcode; | ends a line. What a business has not takes its separator along.
_ORDERS = {
    "A|Z C": "AD AT AX AZ BA BE BG BL CH CY CZ DE DK DO DZ EH ET FI FO FR GE GF GL GP GR GW HR HT IS KG KW LA LI LR LT LU MA MC MD"
    " ME MF MG MK MQ NC NE NL NO PL PM PT PY RE RS SE SI SJ SK SM SN TJ TM TN TZ VA WF XK YT ZM",
    "A|C|Z": "AC AF AI CR FK GB GG GI GS IM IO JE KE LK NA PN SD SH SZ TA TC VG ZA",
    "A|C Z": "BH BM BN BT GU IL JO KH LB LS MM MT MV NP NZ SA SG VC",
    "A|C S Z": "AS AU CA CC CX FM HM MH MP NF PG PW UM VI",
    "A|C, S Z": "BB PR SO US",
    "A|Z C S": "EE ES IT MZ PF UY",
    "A|Z|C": "AL EC MU OM",
    "A|Z C|S": "AR BY CL CV MY UZ",
    "A|C|S|Z": "CU EG HN IE IQ RU UA",
    "A|C|S Z": "ID KY MN PH TH VN",
    "A|C Z|S": "IN NG PE",
    "A|C, S": "BS JM KN",
    "A|C-S|Z": "BR",
    "A|Z C, S": "MX",
    "A|C, S, Z": "CO VE",
    "A|Z C/S": "TR",
    "A|Z S C": "RO",
    "A|S|C, Z": "LV",
    "A|Z|C, S": "AM NI",
    "A|Z-C|S": "SV",
    "A|Z- C": "GT",
    "A|C - Z": "BD",
    "A|C-Z": "PK",
    "C|A|Z": "HU",
    "S|C|A|Z": "IR",
    "Z|S|C|A": "KP KZ",
}
# where the largest comes first in the country's own letters, and last in others
_EASTERN = {"CN": "Z|S C|A", "HK": "S C|A", "JP": "〒Z|S C|A", "KR": "S C|A|Z", "MO": "C|A", "TW": "Z|S C|A"}
_EASTERN_ABROAD = "A|C, S Z"
_ELSEWHERE = "A|C Z|S"
_BY_COUNTRY = {country: order for order, countries in _ORDERS.items() for country in countries.split()}
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_PART = re.compile(r"(?P<before>[^ACSZ]*)(?P<part>[ACSZ])")


def lines(address: Address) -> tuple[str, ...]:
    """The address line by line, as on a letter within the country; the town alone where the street is not public."""
    if not address.public:
        return (address.town,)
    region = address.region if address.region != address.town else ""
    parts = {"A": address.street, "C": address.town, "S": region, "Z": address.postcode}
    return tuple(line for order in _order_of(address).split("|") if (line := _line(order, parts)))


def one_line(address: Address, language: str) -> str:
    """The address in one line, between the commas of the language."""
    return local.with_commas(lines(address), language)


def _order_of(address: Address) -> str:
    if address.country in _EASTERN:
        is_native = bool(_IDEOGRAPH.search(address.street + address.town))
        return _EASTERN[address.country] if is_native else _EASTERN_ABROAD
    return _BY_COUNTRY.get(address.country, _ELSEWHERE)


def _line(order: str, parts: dict[str, str]) -> str:
    line = ""
    for number, found in enumerate(_PART.finditer(order)):
        if words := parts[found["part"]].strip():
            # what stands before the first part belongs to it; between parts, a separator needs both of them
            line += (found["before"] if line or not number else "") + words
    return line
