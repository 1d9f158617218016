"""A review as it is shown: letter for letter, with who said it, where and when."""

from weblocal.model.words import Review
from weblocal.site.parts import Voice
from weblocal.site.tongue import Tongue


def voice(review: Review, tongue: Tongue) -> Voice:
    """One review with its stars drawn and in words; without them where the platform gave none."""
    said = tongue.in_a_row(review.by, platform(review.where), tongue.month(review.month))
    if review.stars is None:
        return Voice(words=review.words, said=said)
    stars = min(max(review.stars, 0), 5)
    words = tongue.say("{stars} out of 5 stars", stars=stars)
    return Voice(words=review.words, said=said, stars="★" * stars + "☆" * (5 - stars), stars_in_words=words)


def platform(where: str) -> str:
    """A platform as it writes itself: google is Google."""
    return where[:1].upper() + where[1:] if where.islower() else where
