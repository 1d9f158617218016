"""What the law of a country asks a business to say on its site: who answers for it, where, and under which numbers.

Sources: Directive 2000/31/EC art. 5 (every EU and EEA country), the German DDG § 5, the Austrian ECG § 5, the Swiss UWG
art. 3 (1) s, the UK Electronic Commerce Regulations 2002 reg. 6 and the Company, LLP and Business Regulations 2015.
Engineering input, no legal advice.
"""

import re
from collections.abc import Iterator

from markupsafe import Markup

from weblocal.model.business import Business
from weblocal.model.problems import Finding, Severity
from weblocal.site.tongue import Tongue
from weblocal.site.whereabouts import postal_lines

_EU_AND_EEA = frozenset(
    (
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IS",
        "IT",
        "LI",
        "LT",
        "LU",
        "LV",
    )
) | {"MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"}
# a page of its own that says who answers for the site; elsewhere the foot of every page is enough
COUNTRIES_WITH_NOTICE = _EU_AND_EEA | {"CH"}
_COUNTRIES_THAT_ASK = COUNTRIES_WITH_NOTICE | {"GB"}
_COUNTRIES_WITH_DIRECTORS = frozenset({"DE", "AT"})
_COMPANY = re.compile(
    r"\b(?:Ltd|Limited|LLP|PLC|GmbH|UG|AG|KG|OHG|e\.? ?K|SARL|SAS|SA|S\.A\.|SL|S\.L\.|Srl|S\.r\.l\.|SpA|BV|B\.V\.|NV|ApS|A/S|AB|Oy|AS|Sp\. z o\.o\.|Lda|d\.o\.o\.|Kft)\b\.?",
    re.IGNORECASE,
)
_CHAMBER_TRADES = frozenset({"Dentist", "LegalService", "Notary", "AccountingService", "VeterinaryCare", "Physician"})


def has_notice(business: Business) -> bool:
    """Whether the site has a page that says who answers for it."""
    return business.address.country in COUNTRIES_WITH_NOTICE


def notice(business: Business, tongue: Tongue) -> Markup:
    """That page's words: name, address, ways to get in touch, who speaks for the company, registers and authorities."""
    say, legal = tongue.say, business.legal
    who = [legal.company or business.name]
    if legal.company and legal.company != business.name:
        who.append(business.name)
    paragraphs = [
        [*who, *postal_lines(business)],
        [business.phone.display if business.phone else "", business.email],
        [
            say("Represented by {name}", name=legal.represented_by) if legal.represented_by else "",
            say("Company no. {number}", number=legal.register) if legal.register else "",
            say("VAT no. {number}", number=legal.vat) if legal.vat else "",
            say("Supervised by {authority}", authority=legal.authority) if legal.authority else "",
            *legal.lines,
        ],
    ]
    shown = (Markup("<br>").join(line for line in lines if line) for lines in paragraphs)
    return Markup("").join(Markup("<p>{}</p>").format(lines) for lines in shown if lines)


def findings(business: Business) -> Iterator[Finding]:
    """What the country asks for and the profile does not say."""
    country, legal, address = business.address.country, business.legal, business.address
    if country not in _COUNTRIES_THAT_ASK:
        return
    is_company = bool(_COMPANY.search(legal.company or business.name))
    if not (address.street and address.public):
        fix = "Write address.street with public: yes, or an address for letters under legal.lines."
        if not legal.lines:
            yield _finding("address.street", "the law asks for a postal address on the site, and none is shown.", fix)
    if not legal.company and country in COUNTRIES_WITH_NOTICE:
        yield _finding(
            "legal.company",
            "nobody is named who answers for the site.",
            "Write your full name, or the company's as registered.",
        )
    if is_company and not legal.register:
        yield _finding(
            "legal.register", "a company has to show its number in the register.", "Write court or register, and the number."
        )
    if is_company and country in _COUNTRIES_WITH_DIRECTORS and not legal.represented_by:
        yield _finding("legal.represented_by", "a company has to name who speaks for it.", "Write the director's full name.")
    if _CHAMBER_TRADES & set(business.trade.schema_types) and not (legal.authority or legal.lines):
        yield _finding(
            "legal.authority",
            "a regulated trade has to name who supervises it.",
            "Write the chamber or authority, and its country.",
        )


def _finding(field: str, message: str, fix: str) -> Finding:
    return Finding(rule="legal-duty", severity=Severity.WARNING, page=field, message=message[0].upper() + message[1:], fix=fix)
