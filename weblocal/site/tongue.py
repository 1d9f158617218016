"""How one site speaks: interface texts, prices, dates and times in the language of its business, and addresses under its root."""

import datetime as dt
from urllib.parse import urlsplit

from weblocal.model import urls
from weblocal.model.business import Business, Phone
from weblocal.model.services import Price, PriceKind
from weblocal.site.parts import PriceWords
from weblocal.wording import figures, local, soft_hyphens, texts


class Tongue:
    """Speaks for one business; made once for a site, since it looks its language up only once."""

    def __init__(self, business: Business) -> None:
        self.language = business.language
        self.locale = business.locale
        self.direction = local.direction(business.language)
        self._texts = texts.for_language(business.locale)
        self._root = urlsplit(business.root).path
        self._prefix = business.prefix
        self._country = business.address.country
        self.say = self._texts.say
        self.many = self._texts.many
        self.many = self._texts.many

    def href(self, path: str) -> str:
        """A link to a path of this site in this language, below the folder it may live in; other addresses stay as they are."""
        return self._root + urls.in_language(path, self._prefix) if path.startswith("/") else path

    @property
    def shared(self) -> str:
        """The folder that all languages of the site share, with a slash at its end."""
        return f"{self._root}/"

    def here(self, path: str) -> str:
        """The path of a page under the prefix of this language, as files and form posts name it."""
        return urls.in_language(path, self._prefix)

    def dial(self, phone: Phone) -> str:
        """A link that rings a number."""
        return local.phone_link(phone.e164)

    def score(self, score: str) -> str:
        """A platform's score with the language's own decimal sign: 4.8, 4,8; as written where it is no number."""
        digits = score.replace(",", ".")
        return local.number(float(digits), self.locale) if digits.replace(".", "", 1).isdigit() else score

    def out_of(self, score: str, best: int) -> str:
        """A score with the best there is: 4.8 / 5; it runs from the left in every language, like the number that it is."""
        written = f"{self.score(score)} / {figures.local(str(best), self.locale)}"
        # Unicode's left-to-right isolate
        return written if self.direction == "ltr" else f"\u2066{written}\u2069"

    def price(self, price: Price) -> PriceWords:
        """A price in two sizes: what stands before the amount is set small."""
        if price.kind is not PriceKind.FROM or price.low is None:
            return PriceWords(before="", amount=local.price(price, self.locale))
        before, _, after = self.say("from {price}", price="\0").partition("\0")
        return PriceWords(before=before.strip(), amount=f"{local.price(price.low, self.locale)}{after}")

    def price_in_words(self, price: Price) -> str:
        """A price in one line: from £85."""
        return local.price(price, self.locale)

    def listed(self, words: tuple[str, ...]) -> str:
        """Words as a sentence lists them: a, b and c."""
        return local.list_of(words, self.locale)

    def divided(self, text: str) -> str:
        """A heading or a name with soft hyphens in its long words, where the language needs them; never for machines."""
        return soft_hyphens.divided(text, self.language)

    def in_a_row(self, *words: str) -> str:
        """Words one after the other, between commas; what is empty is left out."""
        return local.with_commas(words, self.locale)

    def date(self, day: dt.date) -> str:
        """A whole date."""
        return local.date(day, self.locale)

    def short_date(self, day: dt.date) -> str:
        """A date of the weeks to come: weekday, day and month."""
        return local.weekday_and_date(day, self.locale)

    def month(self, day: dt.date) -> str:
        """A month and its year."""
        return local.month_year(day, self.locale)

    def weekday(self, day: int, *, short: bool = False) -> str:
        """A weekday by its number, Monday is 0."""
        return local.weekday(day, self.locale, short=short)

    @property
    def first_weekday(self) -> int:
        """The day a week begins with, Monday is 0."""
        return local.first_weekday(self.locale)

    def time(self, minutes: int) -> str:
        """A wall-clock time from minutes after midnight; what passes midnight begins anew."""
        return local.time_of_day(minutes, self.locale)

    def distance(self, kilometres: float) -> str:
        """A distance in the measure of the business's country: 15 miles, 20 km."""
        return local.distance(kilometres, self._country, self.locale)

    def lapse(self, minutes: int, *, in_units_of: int) -> str:
        """How long after the beginning, in few signs: 5 min, 2 hr, 3 days; `in_units_of` that many minutes."""
        return local.short_span(minutes, self.locale, in_units_of=in_units_of)

    def span(self, span: dt.timedelta) -> str:
        """How long something takes, in the largest unit that fits: 2 hours."""
        minutes = round(span.total_seconds() / 60)
        if minutes % 60:
            return self._texts.many("{count} minute", "{count} minutes", minutes)
        hours = minutes // 60
        if hours <= 24 or hours % 24:
            return self._texts.many("{count} hour", "{count} hours", hours)
        return self._texts.many("{count} day", "{count} days", hours // 24)
