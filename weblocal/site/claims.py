"""Claims and reviews that the law or the platforms forbid: promises nobody can prove, voices that are not customers', bought stars.

Sources: 16 CFR Part 465 (FTC rule on reviews), the Unfair Commercial Practices Directive 2005/29/EC with its annex, Google's
and Yelp's rules against rewards for reviews. Engineering input, no legal advice.
"""

import itertools
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from weblocal.model.business import Business
from weblocal.model.problems import Finding, Severity
from weblocal.site import owners_words
from weblocal.site.owners_words import Said

_HEALTH = frozenset(
    {"Dentist", "MedicalBusiness", "Physician", "VeterinaryCare", "Optician", "Pharmacy", "HealthAndBeautyBusiness", "DaySpa"}
)
_LAW = frozenset({"LegalService", "Attorney", "Notary"})
_SUPERLATIVE = re.compile(
    r"\b(?:the (?:best|cheapest|fastest|leading|number one|most trusted|finest) (?:[\w-]+ ){0,2}(?:in|around|near|of)\b"
    r"|no\.? ?1 (?:in|for)\b|number one in\b|lowest prices?|unbeatable|(?:best|cheapest) in (?:town|the))|#1\b",
    re.IGNORECASE,
)
_ABSOLUTE = re.compile(
    r"\b(?:100 ?% (?:safe|satisfaction|guaranteed|success)|guaranteed (?:results?|success|cure)|risk[- ]free)\b", re.IGNORECASE
)
_MEDICAL = re.compile(r"\b(?:pain[- ]?free|painless|cures?|miracle|no side effects|permanently? removes?)\b", re.IGNORECASE)
_OUTCOME = re.compile(r"\b(?:we (?:always )?win|never los(?:e|t)|guarantee(?:d)? (?:outcome|win))\b", re.IGNORECASE)
_REVIEW = re.compile(r"\b(?:reviews?|rate us|google stars?|testimonials?)\b", re.IGNORECASE)
_REWARD = re.compile(
    r"(?:\b(?:discount|voucher|coupon|prize|raffle|cash ?back|gift|free (?:coffee|drink|cut|wash|month|class)|win an?|off your)\b|[£$€]\s?\d|\d+ ?% off)",
    re.IGNORECASE,
)
_ONLY_HAPPY = re.compile(
    r"\b(?:5|five)[- ]stars? reviews?\b|\b(?:happy|satisfied|enjoyed|loved|liked)\b[^.!?]{0,60}\breview", re.IGNORECASE
)

# one of these stands in everything the patterns find: a text without any of them is read no further
_TRIGGERS = (
    "the best", "best in", "cheapest", "fastest", "the leading", "number one", "no1", "no 1", "no.1", "no. 1", "#1", "trusted",
    "finest", "lowest price", "unbeatable", "100%", "100 %", "guaranteed", "guarantee ", "risk-free", "risk free", "review",
    "rate us", "google stars", "testimonial",
)  # fmt: skip
_TRIGGERS_OF_HEALTH = ("pain", "cure", "miracle", "side effect", "permanent")
_TRIGGERS_OF_LAW = ("win", "never los")


def findings(business: Business) -> Iterator[Finding]:
    """Claims to prove or to drop, rewards for reviews, and reviews and scores that look made up."""
    types = set(business.trade.schema_types)
    is_health, is_law = bool(types & _HEALTH), bool(types & _LAW)
    triggers = (*_TRIGGERS, *(_TRIGGERS_OF_HEALTH if is_health else ()), *(_TRIGGERS_OF_LAW if is_law else ()))

    def is_triggered(words: str) -> bool:
        words = words.lower()
        return any(word in words for word in triggers)

    for said in owners_words.said(business, worth=is_triggered):
        yield from _unproven(said, is_health=is_health, is_law=is_law)
        yield from _bought(said)
    yield from _invented_reviews(business)
    yield from _invented_rating(business)


def _unproven(said: Said, *, is_health: bool, is_law: bool) -> Iterator[Finding]:
    rules = [
        (_SUPERLATIVE, "A rival may ask you to prove it.", "Say the fact behind it: a year, a number, a price."),
        (_ABSOLUTE, "Nobody can promise that.", "Say what you do when something goes wrong."),
    ]
    if is_health:
        rules.append(
            (_MEDICAL, "Health trades may not promise a result.", "Say what most people feel, or what you do about it.")
        )
    if is_law:
        rules.append((_OUTCOME, "Lawyers may not promise an outcome.", "Say what the first step is and what it costs."))
    for pattern, why, fix in rules:
        if found := pattern.search(said.words):
            yield _finding("claim", said, f"“{found[0]}”: {why}", fix)


def _bought(said: Said) -> Iterator[Finding]:
    if not _REVIEW.search(said.words):
        return
    if _REWARD.search(said.words):
        message = "A review and a reward stand in one breath. Platforms forbid rewards for reviews, and some laws do."
        yield _finding(
            "review-reward", said, message, "Ask everybody the same question and promise nothing.", severity=Severity.ERROR
        )
    if found := _ONLY_HAPPY.search(said.words):
        message = f"“{found[0]}” asks only happy customers, or for a certain score. That is called gating, and forbidden."
        yield _finding("review-gating", said, message, "Ask everybody the same neutral question.", severity=Severity.ERROR)


def _invented_reviews(business: Business) -> Iterator[Finding]:
    staff = {name for mate in business.team for name in (mate.name.casefold(), mate.name.split()[0].casefold()) if name}
    for number, review in enumerate(business.reviews, 1):
        said = Said(words=review.words, field=f"reviews[{number}].words")
        if review.by.casefold() in staff:
            message = f"{review.by} works here. A review by staff must not pass for a customer's."
            yield _finding("review-of-staff", said, message, "Take it out.", severity=Severity.ERROR)
    for (first, one), (second, other) in itertools.combinations(enumerate(business.reviews, 1), 2):
        if _bare(one.words) == _bare(other.words) and one.by != other.by:
            message = f"Reviews {first} and {second} say the same words under two names."
            said = Said(words=other.words, field=f"reviews[{second}].words")
            yield _finding("review-twice", said, message, "Keep the real one.", severity=Severity.ERROR)


def _invented_rating(business: Business) -> Iterator[Finding]:
    rating = business.rating
    if rating is None:
        return
    platform = rating.where.casefold().split()[0]
    if not business.review_link and not any(platform in (urlsplit(page).hostname or "") for page in business.elsewhere):
        message = f"The score of {rating.where} has no link, so nobody can look it up, and an invented one would look the same."
        said = Said(words="", field="rating.where")
        fix = "Add your page there to profiles_elsewhere, or review_link."
        yield _finding("rating-unproven", said, message, fix)
    shown = sum(review.where.casefold() == rating.where.casefold() for review in business.reviews)
    if shown > rating.count:
        message = f"The score counts {rating.count} reviews, but {shown} stand in the profile."
        yield _finding("rating-unproven", Said(words="", field="rating.count"), message, "Write the number the platform shows.")


def _bare(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def _finding(rule: str, said: Said, message: str, fix: str, *, severity: Severity = Severity.WARNING) -> Finding:
    return Finding(rule=rule, severity=severity, page=said.field, message=message, fix=fix, place=said.place)
