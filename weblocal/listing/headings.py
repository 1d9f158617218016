"""The column headings of listing platforms' files, by the meaning they share: matched by their words, never by position.

Google's 34 columns are known from several public programs and real files (seen 2022 to 2026, in two wordings and an older
one). Of Bing's and Apple's sheets only field names are public, so their columns are matched and never made up.
"""

import enum
import re
import unicodedata


class Column(enum.StrEnum):
    """What a column of a listing file is about."""

    STORE_CODE = "store_code"
    NAME = "name"
    LINE_1 = "street"
    LINE_2 = "street_2"
    LINE_3 = "street_3"
    LINE_4 = "street_4"
    LINE_5 = "street_5"
    DISTRICT = "district"
    TOWN = "town"
    REGION = "region"
    COUNTRY = "country"
    POSTCODE = "postcode"
    LATITUDE = "latitude"
    LONGITUDE = "longitude"
    PHONE = "phone"
    MORE_PHONES = "more_phones"
    WEBSITE = "website"
    EMAIL = "email"
    CATEGORY = "category"
    MORE_CATEGORIES = "more_categories"
    SUNDAY = "sunday"
    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    HOURS = "hours"
    SPECIAL = "special_hours"
    DESCRIPTION = "description"
    OPENED = "opening_date"
    LOGO = "logo"
    COVER = "cover"
    PHOTOS = "photos"
    LABELS = "labels"
    ADS_PHONE = "ads_phone"
    HIDE_ADDRESS = "hide_address"
    SERVICE_AREAS = "service_areas"
    STATUS = "status"
    UPDATES = "platform_updates"


# Monday first, as the week of a profile
DAYS = (
    *(Column.MONDAY, Column.TUESDAY, Column.WEDNESDAY, Column.THURSDAY),
    *(Column.FRIDAY, Column.SATURDAY, Column.SUNDAY),
)

# the en-US template, in its order
GOOGLE = (
    (Column.STORE_CODE, "Store code"),
    (Column.NAME, "Business name"),
    (Column.LINE_1, "Address line 1"),
    (Column.LINE_2, "Address line 2"),
    (Column.LINE_3, "Address line 3"),
    (Column.LINE_4, "Address line 4"),
    (Column.LINE_5, "Address line 5"),
    (Column.DISTRICT, "Sub-locality"),
    (Column.TOWN, "Locality"),
    (Column.REGION, "Administrative area"),
    (Column.COUNTRY, "Country / Region"),
    (Column.POSTCODE, "Postal code"),
    (Column.LATITUDE, "Latitude"),
    (Column.LONGITUDE, "Longitude"),
    (Column.PHONE, "Primary phone"),
    (Column.MORE_PHONES, "Additional phones"),
    (Column.WEBSITE, "Website"),
    (Column.CATEGORY, "Primary category"),
    (Column.MORE_CATEGORIES, "Additional categories"),
    (Column.SUNDAY, "Sunday hours"),
    (Column.MONDAY, "Monday hours"),
    (Column.TUESDAY, "Tuesday hours"),
    (Column.WEDNESDAY, "Wednesday hours"),
    (Column.THURSDAY, "Thursday hours"),
    (Column.FRIDAY, "Friday hours"),
    (Column.SATURDAY, "Saturday hours"),
    (Column.SPECIAL, "Special hours"),
    (Column.DESCRIPTION, "From the business"),
    (Column.OPENED, "Opening date"),
    (Column.LOGO, "Logo photo"),
    (Column.COVER, "Cover photo"),
    (Column.PHOTOS, "Other photos"),
    (Column.LABELS, "Labels"),
    (Column.ADS_PHONE, "AdWords location extensions phone"),
)

# en-GB wording, older Google sheets, and the field names of Bing's and Apple's interfaces with their spaced variants
_OTHER_WORDS = {
    Column.STORE_CODE: (
        *("shop code", "store id", "store number", "client id", "location id", "external id"),
        *("partners location id", "partner's location id"),
    ),
    Column.NAME: ("name", "display name", "location name"),
    Column.LINE_1: ("address line", "street", "street address", "full thoroughfare", "address 1"),
    Column.LINE_2: ("unit, suite, etc.", "unit, suite, etc. (optional)", "address 2"),
    Column.DISTRICT: ("sublocality",),
    Column.TOWN: ("city", "town"),
    Column.REGION: ("state", "state or province", "state/province", "province", "region"),
    Column.COUNTRY: ("country", "country/region", "country code", "country or region"),
    Column.POSTCODE: ("postcode", "post code", "zip code", "zip", "zip or postal code", "postal code/zip"),
    Column.PHONE: ("phone", "phone number", "main phone"),
    Column.WEBSITE: ("website url", "main web site", "location website", "location website (optional)", "url"),
    Column.EMAIL: ("email", "e-mail", "business email"),
    Column.CATEGORY: ("category", "categories", "business category", "primary category name"),
    Column.HOURS: ("opening hours", "operating hours", "business hours"),
    Column.SPECIAL: ("holiday hours",),
    Column.DESCRIPTION: ("business description", "about"),
    Column.HIDE_ADDRESS: ("hide address",),
    Column.SERVICE_AREAS: ("service areas", "service area"),
    Column.STATUS: ("status",),
    Column.UPDATES: ("google updates",),
    Column.SUNDAY: ("sunday",),
    Column.MONDAY: ("monday",),
    Column.TUESDAY: ("tuesday",),
    Column.WEDNESDAY: ("wednesday",),
    Column.THURSDAY: ("thursday",),
    Column.FRIDAY: ("friday",),
    Column.SATURDAY: ("saturday",),
}
_LONGEST = 120


def column_of(heading: str) -> Column | None:
    """What a heading means; None for one that nobody has told us of (attributes, photos of older sheets, other languages)."""
    return _BY_WORDS.get(_key(heading))


def is_google(columns: tuple[Column | None, ...]) -> bool:
    """Whether headings are those of Google's sheet, as a template or as an export."""
    found = set(columns)
    return {Column.STORE_CODE, Column.NAME, Column.LINE_1} <= found and bool(found & {*DAYS, Column.SPECIAL, Column.STATUS})


def _key(heading: str) -> str:
    """A heading without its case, its spaces and marks: `PostalCode`, `Postal code *` and `postal_code` are one."""
    words = unicodedata.normalize("NFKC", heading[:_LONGEST]).casefold()
    return re.sub(r"[\s_*:/.,'’()\-\ufeff]+", "", words)


_BY_WORDS = {
    _key(words): column
    for column, several in (*((column, (words,)) for column, words in GOOGLE), *_OTHER_WORDS.items())
    for words in several
}
