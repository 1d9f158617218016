"""What a visitor is asked, where it goes, and the exact words they agree to."""

import datetime as dt
import enum

from weblocal.model.records import record


class Delivery(enum.StrEnum):
    """Who takes a form post."""

    DESK = "desk"
    NETLIFY = "netlify"
    FORMSPREE = "formspree"
    WEB3FORMS = "web3forms"
    BASIN = "basin"
    PHP = "php"
    MAILTO = "mailto"


class FieldName(enum.StrEnum):
    """Every question a form may ask; the name is the HTML field, the YAML word and the ledger's word."""

    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    SERVICE = "service"
    POSTCODE = "postcode"
    PLACE = "place"
    DAY = "day"
    PEOPLE = "people"
    MESSAGE = "message"


@record
class FormField:
    """One question; `choices` turn it into chips to tap."""

    name: FieldName
    required: bool
    choices: tuple[str, ...] = ()


@record
class ConsentWording:
    """The words beside one tick box, for one stream; `version` is a digest of the words, kept with each agreement."""

    stream: str
    words: str
    version: str


@record
class Form:
    """A form: questions in order, delivery, the promise of an answer (in opening hours), and consents asked.

    `service_key` is the form's id at Formspree or Basin, its access key at Web3Forms, or the path of the PHP file.
    """

    id: str
    title: str
    fields: tuple[FormField, ...]
    delivery: Delivery
    button: str
    answer_within: dt.timedelta | None = None
    consents: tuple[ConsentWording, ...] = ()
    service_key: str = ""
