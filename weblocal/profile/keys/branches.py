"""Further places of the business: branches with an address and hours of their own."""

from weblocal.model.business import Phone
from weblocal.model.records import record
from weblocal.model.words import Text
from weblocal.profile.contacts import mail_address, phone
from weblocal.profile.keys.identity import ADDRESS, WrittenAddress
from weblocal.profile.leaves import ident, line
from weblocal.profile.opening_hours import OpeningHours, WrittenHours
from weblocal.profile.records import Key, NamedRecords, Record
from weblocal.profile.text_files import TextFile
from weblocal.profile.web_addresses import web_address


@record
class WrittenBranch:
    """A branch as written; hours left out are the main place's."""

    id: str
    name: str
    address: WrittenAddress
    hours: WrittenHours | None = None
    phone: Phone | None = None
    email: str = ""
    review_link: str = ""
    page: Text | None = None


BRANCHES = NamedRecords(
    ident(),
    Record(
        "Branch",
        WrittenBranch,
        Key(
            "name",
            line(longest=60),
            "What people call it: the part of town, the street.",
            required=True,
            example="Harbour",
            spoken=True,
        ),
        Key("address", ADDRESS, "Where it is.", required=True, example="{street: 2 Quay, town: Sampleton, country: GB}"),
        Key("hours", OpeningHours(), "When it is open.", otherwise="the main place's", aka=("opening_hours", "open")),
        Key("phone", phone(), "Its own number.", otherwise="the main place's", aka=("telephone", "tel")),
        Key("email", mail_address(), "Its own mail address.", otherwise="the main place's"),
        Key("review_link", web_address(), "Where customers can write a review of this place."),
        Key("page", TextFile(), "A text of its own for its page.", example="branches/harbour.md"),
        words="A further place of the same business.",
    ),
)
