"""Local forms: prices, times, dates, weekdays and lists as people of a language and country write them."""

import datetime as dt
import functools
import re
from collections.abc import Iterable

from weblocal.model.hours import Span
from weblocal.model.services import Money, Price, PriceKind
from weblocal.wording import figures, known_forms, texts

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "sd", "ckb", "yi", "dv", "ug"})

# where the day has 24 hours and each of them two figures; Unicode's forms for all other tags are looked up
_TWENTY_FOUR_HOURS = re.compile(
    r"(?:en-(?:GB|IE)|cy(?:-GB)?|de(?:-(?:DE|AT|CH))?|(?:fr|nl)(?:-(?:FR|NL|BE))?|es(?:-ES)?|it(?:-IT)?|pl(?:-PL)?|pt(?:-(?:PT|BR))?"
    r"|sv(?:-SE)?|tr(?:-TR)?|uk(?:-UA)?)"
)
_BRITISH = ("en-GB", "cy")
_YEAR_FIRST = re.compile(r"^y+[.年년/]?\s*")
_YEAR_WITHIN = re.compile(r"(?:\s*'\w+'|,|،)?\s*y+(?:\s*'[^']*'\.?)?")
_COMMAS = {**dict.fromkeys(("ar", "fa", "ur", "ps", "sd", "ckb", "ug"), "، "), "ja": "、", "zh": "，"}
# units of time by their minutes, as CLDR calls them
_SPANS = (("week", 10080), ("day", 1440), ("hour", 60), ("minute", 1))
_MILES = frozenset({"GB", "US", "LR", "MM"})


def direction(language: str) -> str:
    """The way the language runs: "ltr" or "rtl"."""
    return "rtl" if language.split("-", maxsplit=1)[0].lower() in _RIGHT_TO_LEFT else "ltr"


@functools.cache
@known_forms.kept
def first_weekday(language: str) -> int:
    """The day a week begins with in calendars there, Monday is 0."""
    from babel import Locale

    return int(Locale.parse(_locale(language)).first_week_day)


def english_name(language: str) -> str:
    """What a language is called in English, for staff: Welsh."""
    from babel import Locale

    return str(Locale.parse(_locale(language)).get_language_name("en") or language)


@known_forms.kept
def own_name(language: str, *, among: tuple[str, ...] = ()) -> str:
    """What a language calls itself: Deutsch, Cymraeg; with its country where another of `among` calls itself the same."""
    from babel import Locale

    locale = Locale.parse(_locale(language))
    name = str(locale.get_language_name() or language)
    twins = [tag for tag in among if tag.split("-", maxsplit=1)[0] == language.split("-", maxsplit=1)[0]]
    if len(twins) > 1 and locale.territory:
        name = f"{name} ({locale.get_territory_name()})"
    return name[:1].upper() + name[1:]


def price(value: Money | Price, language: str) -> str:
    """An amount or a stated price in words and signs: £48, from £35, £48–£65, by quote, free."""
    if isinstance(value, Money):
        return _amount(value.amount_minor, value.currency, language)
    say = texts.for_language(language).say
    if value.kind is PriceKind.FREE:
        return say("free")
    if value.kind is PriceKind.BY_QUOTE or value.low is None:
        return say("by quote")
    low = price(value.low, language)
    if value.kind is PriceKind.FROM:
        return say("from {price}", price=low)
    if value.kind is PriceKind.RANGE and value.high is not None:
        return f"{low}–{price(value.high, language)}"
    return low


@functools.cache
@known_forms.kept
def currency_decimals(currency: str) -> int:
    """How many figures a currency has behind its point: two for most, none for the yen, three for the dinar of Kuwait."""
    from babel.numbers import get_currency_precision

    return int(get_currency_precision(currency)) if currency else 2


@functools.lru_cache(maxsize=4096)
@known_forms.kept
def _amount(amount_minor: int, currency: str, language: str) -> str:
    from babel.numbers import format_currency

    digits = currency_decimals(currency)
    amount = amount_minor / 10**digits
    # nobody writes £48.00 on a price list
    is_whole = digits > 0 and amount_minor % 10**digits == 0
    written = format_currency(
        amount,
        currency,
        locale=_locale(language),
        currency_digits=not is_whole,
        format=_form(language, is_whole=is_whole),
        numbering_system="default",
    )
    return figures.local(str(written), language)


@functools.cache
@known_forms.kept
def _form(language: str, *, is_whole: bool) -> str | None:
    from babel import Locale

    if not is_whole:
        return None
    pattern = str(Locale.parse(_locale(language)).currency_formats["standard"].pattern)
    return pattern.replace("0.00", "0")


@functools.cache
@known_forms.kept
def _locale(language: str) -> str:
    from babel import Locale, UnknownLocaleError

    for name in (language.replace("-", "_"), language.split("-", maxsplit=1)[0]):
        try:
            return str(Locale.parse(name))
        except (UnknownLocaleError, ValueError):
            continue
    return "en_GB"


@functools.lru_cache(maxsize=4096)
def time_of_day(minutes: int | dt.time, language: str) -> str:
    """A wall-clock time, given as minutes after midnight or as a time: 08:00, 8:00 AM."""
    time = minutes if isinstance(minutes, dt.time) else dt.time(minutes // 60 % 24, minutes % 60)
    if _TWENTY_FOUR_HOURS.fullmatch(language):
        return f"{time:%H:%M}"
    from babel.dates import format_time

    return figures.local(str(format_time(time, format="short", locale=_locale(language))).replace("\u202f", " "), language)


@functools.lru_cache(maxsize=4096)
def span(open_span: Span, language: str) -> str:
    """From when to when: 08:00–18:00, or open all day."""
    if open_span.is_all_day:
        return texts.for_language(language).say("open all day")
    return f"{time_of_day(open_span.opens, language)}–{time_of_day(open_span.closes, language)}"


@functools.lru_cache(maxsize=4096)
@known_forms.kept
def date(day: dt.date, language: str) -> str:
    """A whole date: 24 December 2026."""
    return _formatted(day, "d MMMM y" if language.startswith("en-GB") else "long", language)


@functools.lru_cache(maxsize=4096)
@known_forms.kept
def day_and_month(day: dt.date, language: str) -> str:
    """A date without its year: 24 December."""
    from babel.dates import format_skeleton

    return figures.local(str(format_skeleton("MMMMd", day, locale=_locale(language))), language)


@functools.lru_cache(maxsize=4096)
@known_forms.kept
def weekday_and_date(day: dt.date, language: str) -> str:
    """A date with its weekday, without its year: Thursday 24 December."""
    from babel import Locale
    from babel.dates import format_date

    whole = str(Locale.parse(_locale(language)).date_formats["full"].pattern)
    form = _YEAR_WITHIN.sub("", _YEAR_FIRST.sub("", whole))
    if language.startswith(_BRITISH):
        form = form.replace(",", "")
    return figures.local(str(format_date(day, format=form, locale=_locale(language))), language)


@functools.lru_cache(maxsize=1024)
@known_forms.kept
def month_year(day: dt.date, language: str) -> str:
    """A month with its year: December 2026."""
    from babel.dates import format_skeleton

    return figures.local(str(format_skeleton("yMMMM", day, locale=_locale(language))), language)


@functools.lru_cache(maxsize=1024)
@known_forms.kept
def weekday(index: int, language: str, *, short: bool = False) -> str:
    """The name of a weekday, Monday is 0."""
    from babel.dates import get_day_names

    return str(get_day_names("abbreviated" if short else "wide", context="stand-alone", locale=_locale(language))[index])


@functools.lru_cache(maxsize=1024)
@known_forms.kept
def weekday_letter(index: int, language: str) -> str:
    """The letter a calendar writes over a weekday, Monday is 0."""
    from babel.dates import get_day_names

    return str(get_day_names("narrow", context="stand-alone", locale=_locale(language))[index])


def weekdays(first: int, last: int, language: str) -> str:
    """A run of weekdays: Monday, Monday to Friday."""
    if first == last:
        return weekday(first, language)
    say = texts.for_language(language).say
    return say("{first} to {last}", first=weekday(first, language), last=weekday(last, language))


@functools.lru_cache(maxsize=1024)
@known_forms.kept
def number(value: float, language: str) -> str:
    """A number with the language's own separators."""
    from babel.numbers import format_decimal

    return figures.local(str(format_decimal(value, locale=_locale(language), numbering_system="default")), language)


def distance(kilometres: float, country: str, language: str) -> str:
    """A rounded distance in miles where a country's road signs are, else in kilometres: 15 miles, 20 km."""
    if country in _MILES:
        return texts.for_language(language).many("{count} mile", "{count} miles", round(kilometres / 1.609344))
    from babel.units import format_unit

    written = format_unit(round(kilometres), "length-kilometer", length="short", locale=_locale(language))
    return figures.local(str(written), language)


def short_span(minutes: int, language: str, *, in_units_of: int = 1) -> str:
    """A span in the short form of its unit, the largest that `in_units_of` so many minutes allows: 5 min, 2 hr, 3 days."""
    from babel.units import format_unit

    unit, length = next((name, size) for name, size in _SPANS if in_units_of % size == 0)
    written = format_unit(minutes // length, f"duration-{unit}", length="short", locale=_locale(language))
    return figures.local(str(written), language)


def list_of(words: tuple[str, ...], language: str) -> str:
    """Words in a sentence: a, b and c."""
    if len(words) < 2:
        return "".join(words)
    pair, start, middle, end = _list_forms(language)
    if len(words) == 2 and pair:
        return pair.format(*words)
    so_far = start.format(*words[:2])
    for word in words[2:-1]:
        so_far = middle.format(so_far, word)
    return end.format(so_far, words[-1])


@functools.cache
@known_forms.kept
def _list_forms(language: str) -> tuple[str, str, str, str]:
    """How two words are joined, the first two of more, each that follows, and the last one."""
    from babel import Locale

    forms = Locale.parse(_locale(language)).list_patterns["standard"]
    return str(forms.get("2", "")), str(forms["start"]), str(forms["middle"]), str(forms["end"])


def with_commas(words: Iterable[str], language: str) -> str:
    """Words one after the other, between the commas of the language's script: parts of an address, a name and a month."""
    return comma(language).join(word for word in words if word)


def comma(language: str) -> str:
    """What stands between words in a row, with its space: ", ", and in Arabic script "، "."""
    return _COMMAS.get(language.split("-", maxsplit=1)[0].lower(), ", ")


def phone_link(e164: str) -> str:
    """The address that dials a number."""
    return f"tel:{e164}"


def _formatted(day: dt.date, form: str, language: str) -> str:
    from babel.dates import format_date

    return figures.local(str(format_date(day, format=form, locale=_locale(language))), language)
