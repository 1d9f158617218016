"""A further place of the same business, with an address, a number and hours of its own."""

from typing import TYPE_CHECKING

from weblocal.model.hours import Hours
from weblocal.model.records import record
from weblocal.model.words import Text

if TYPE_CHECKING:
    from weblocal.model.business import Address, Phone


@record
class Branch:
    """One branch; what it leaves out (number, mail address, review link, hours) is the main place's."""

    id: str
    name: str
    address: "Address"
    hours: Hours
    phone: "Phone | None" = None
    email: str = ""
    review_link: str = ""
    page: Text | None = None
