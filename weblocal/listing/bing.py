"""Bing Places: the owner's own template, filled; without one, the way through a Google profile that Bing takes over whole.

Bing publishes no sheet. The names of its fields are known from its partners' interface, the form of its hours is not, so hours
follow what the template itself shows.
"""

from weblocal.listing import entries
from weblocal.listing.headings import Column
from weblocal.listing.templates import Template
from weblocal.model.business import Business

FILE = "bing.csv"


def cells(business: Business, template: Template) -> dict[Column, str]:
    """The cells for this template.

    Bing asks for the street to verify a business that shows none: a private street goes in only beside a column that hides it.
    """
    filled = dict(entries.of_business(business).cells)
    address = business.address
    if Column.HIDE_ADDRESS in template.columns:
        filled[Column.HIDE_ADDRESS] = "false" if address.public else "true"
        if not address.public:
            filled |= {Column.LINE_1: address.street, Column.POSTCODE: address.postcode}
    if business.area and business.area.places:
        filled[Column.SERVICE_AREAS] = ", ".join(place.name for place in business.area.places[: entries.MOST_AREAS])
    return {column: text for column, text in filled.items() if text}
