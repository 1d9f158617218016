"""What a business has enough of to be shown: a section without its minimum does not exist, and nothing fills the hole."""

import datetime as dt
from urllib.parse import quote

from weblocal.model import urls
from weblocal.model.business import Business, PriceLine
from weblocal.model.forms import Delivery, Form
from weblocal.model.hours import SpecialDay
from weblocal.model.offers import Offer
from weblocal.model.placements import Placement
from weblocal.model.services import Area, Service
from weblocal.model.site import HomeSection
from weblocal.model.words import Article, Question, Rating, Review, Teammate
from weblocal.opening import listing
from weblocal.site import likeness

FEWEST_SESSIONS = 2
FEWEST_RULES = 2
REVIEWS_HOLD_FOR = dt.timedelta(days=548)
SPECIAL_DAYS_AHEAD = dt.timedelta(days=30)

# Where a form posts when the desk does not take it; `{}` is the key or id the service gave the owner.
_FORM_SERVICES = {
    Delivery.FORMSPREE: "https://formspree.io/f/{}",
    Delivery.BASIN: "https://usebasin.com/f/{}",
    Delivery.WEB3FORMS: "https://api.web3forms.com/submit",
    Delivery.PHP: "{}",
}

_FOOD = frozenset(
    {"FoodEstablishment", "CafeOrCoffeeShop", "Restaurant", "Bakery", "BarOrPub", "FastFoodRestaurant", "IceCreamShop"}
)


def reviews(business: Business, today: dt.date) -> tuple[Review, ...]:
    """The reviews young enough to be believed: a year and a half."""
    return tuple(review for review in business.reviews if today - review.month <= REVIEWS_HOLD_FOR)


def rating(business: Business) -> Rating | None:
    """The platform's score, when enough people stand behind it and it is good enough to say large."""
    score = business.rating
    if score is None or score.count < 5:
        return None
    try:
        return score if float(score.score.replace(",", ".")) >= 4 else None
    except ValueError:
        return None


def prices(business: Business) -> tuple[PriceLine, ...]:
    """The price list; fewer than three lines stay on the service rows."""
    return business.prices if len(business.prices) >= 3 else ()


def has_menu(business: Business) -> bool:
    """Whether the price list is what people call a menu."""
    return bool(prices(business)) and not _FOOD.isdisjoint(business.trade.schema_types)


def offers(business: Business, today: dt.date) -> tuple[Offer, ...]:
    """The offers that hold today and say when they end."""
    return tuple(offer for offer in business.offers if offer.ends_on() is not None and offer.holds_on(today))


def placements(business: Business, today: dt.date) -> tuple[Placement, ...]:
    """Every placement that has not ended: a card in a drawer still leads somewhere while it holds."""
    return tuple(placed for placed in business.placements if placed.until_on is None or today <= placed.until_on)


def services_with_pages(business: Business) -> tuple[Service, ...]:
    """The services that have a text of their own."""
    return tuple(service for service in business.services if service.page)


def areas(business: Business) -> tuple[Area, ...]:
    """The places the business travels to."""
    return business.area.places if business.area else ()


def areas_with_pages(business: Business) -> tuple[Area, ...]:
    """The places with something of their own to say: a text that is another place's under a new name gets no page."""
    copies = dict(likeness.copies(areas(business)))
    return tuple(area for area in areas(business) if area.page and area.id not in copies)


def team(business: Business) -> tuple[Teammate, ...]:
    """The people, from two on; one alone belongs in the text about the business."""
    return business.team if len(business.team) >= 2 else ()


def questions(business: Business) -> tuple[Question, ...]:
    """The questions, from two on."""
    return business.faq if len(business.faq) >= 2 else ()


def articles(business: Business) -> tuple[Article, ...]:
    """The guides, newest first."""
    return tuple(sorted(business.articles, key=lambda article: (article.published_on, article.id), reverse=True))


def special_days(business: Business, today: dt.date) -> tuple[SpecialDay, ...]:
    """Special days that are not over, in order."""
    return tuple(day for day in listing.settled(business.hours) if day.last_on >= today)


def special_days_soon(business: Business, today: dt.date) -> tuple[SpecialDay, ...]:
    """Those of the next thirty days, which stand above the week."""
    return tuple(day for day in special_days(business, today) if day.first_on <= today + SPECIAL_DAYS_AHEAD)


def is_premises(business: Business) -> bool:
    """Whether customers can walk in: the street is public."""
    return bool(business.address.street) and business.address.public


def form_action(form: Form, business: Business) -> str:
    """Where a form posts to; empty when nobody would receive it."""
    if form.delivery is Delivery.DESK:
        return business.desk.address + urls.form_action(form.id)
    if form.delivery is Delivery.NETLIFY:
        return urls.THANKS
    if form.delivery in _FORM_SERVICES and form.service_key:
        return _FORM_SERVICES[form.delivery].format(quote(form.service_key, safe="/.:"))
    return ""


def forms(business: Business) -> tuple[Form, ...]:
    """The forms that somebody receives: never a dead form."""
    return tuple(form for form in business.forms if form_action(form, business))


def has_a_way_in(business: Business) -> bool:
    """Whether a visitor can get in touch at all."""
    return bool(forms(business) or business.phone or business.email or business.whatsapp)


def home_sections(business: Business, today: dt.date, *, has_gallery: bool = False) -> tuple[HomeSection, ...]:
    """The home page's sections in the trade's order, then those it did not name; the way to get in touch is always last."""
    there = {
        HomeSection.FACTS: True,  # decided by its own minimum of two
        HomeSection.SERVICES: len(business.services) >= 2,
        HomeSection.PRICES: bool(prices(business)),
        HomeSection.OFFERS: bool(offers(business, today)),
        HomeSection.TIMETABLE: len(business.timetable) >= FEWEST_SESSIONS,
        HomeSection.RULES: len(business.rules) >= FEWEST_RULES,
        HomeSection.STEPS: len(business.steps) >= 3,
        HomeSection.GALLERY: has_gallery,
        HomeSection.TEAM: bool(team(business)),
        HomeSection.REVIEWS: bool(reviews(business, today)),
        HomeSection.WHERE: business.hours.is_known or is_premises(business) or bool(areas(business)),
        HomeSection.PLACES: bool(business.branches),
        HomeSection.FAQ: bool(questions(business)),
        HomeSection.ARTICLES: len(business.articles) >= 2,
        HomeSection.FORM: has_a_way_in(business),
    }
    known = set(HomeSection)
    named = [HomeSection(name) for name in business.trade.sections if name in known]
    order = [HomeSection.FACTS, *named, *HomeSection]
    unique = [section for section in dict.fromkeys(order) if section is not HomeSection.FORM]
    return tuple(section for section in (*unique, HomeSection.FORM) if there[section])
