"""A small trade pack and small profiles for the tests of this room."""

import datetime as dt

import pytest

from weblocal.errors import ProfileInvalid
from weblocal.model.business import Business
from weblocal.profile.parsing import ParsedProfile, parse
from weblocal.profile.sources import Sources

TODAY = dt.date(2026, 11, 22)

TEN_LINES = """\
profile: 1
name: Salon Sample
trade: salon
website: https://salon.example
phone: 01632 960123
email: hello@salon.example
address: {street: 12 Mill Lane, town: Sampleton, postcode: SA1 2AB, country: GB}
hours:
  tuesday-friday: 09:00-18:00
brand: {colour: "#8a3b5c"}
"""

SALON = """\
aliases: [hair salon, hairdresser]
trade:
  name: Hair salon
  schema_types: [HairSalon, BeautySalon]
  tiles: blooms
  sections: [services, faq]
  primary_action: book
  services_title: What we do
  prices_title: Prices
  when_shut: closed
  visit_word: visit
  theme: parlour
profile:
  tagline: Hair in {town}.
  services:
    cut: {name: Cut, price: from 30}
    colour: {name: Colour, price: 60-90}
  faq:
    Where is {name}?: In {town}. Ring {phone}.
  streams: {offers: "Offers, once a month at most"}
  forms:
    request:
      asks: [name, phone]
      may_ask: [email]
      consent: {offers: Send me offers.}
  sequences:
    new_lead:
      trigger: {on: lead, form: request}
      purpose: marketing
      stream: offers
      goal: [visit]
      steps:
        - {send: hello, window: none}
        - {wait: 2 days}
        - {tell: ring_them, staff: counter}
        - {exit: no_answer}
  mail: {max_late: 48 hours}
"""

HELLO = "---\nsubject: Hello from {name}\n---\nHello {{ first_name | there }},\n\nring {phone}.\n"

PACKS = {
    "salon.yaml": SALON,
    "plumber.yaml": SALON.replace("hair salon, hairdresser", "heating engineer").replace("name: Hair salon", "name: Plumber"),
    "mails/new_lead/hello.md": HELLO,
}


Files = dict[str, str | bytes]


def parsed(text: str = TEN_LINES, files: Files | None = None, *, packs: dict[str, str] = PACKS) -> ParsedProfile:
    """The profile `text` with files beside it."""
    return parse(Sources.of_texts({"business.yaml": text, **(files or {})}), Sources.of_texts(packs), today=TODAY)


def business(more: str = "", files: Files | None = None) -> Business:
    """The business of the ten lines with more keys below them."""
    return parsed(TEN_LINES + more, files).business


def problems(text: str, files: Files | None = None, *, packs: dict[str, str] = PACKS) -> list[str]:
    """Every problem of a profile, as an owner reads it."""
    with pytest.raises(ProfileInvalid) as raised:
        parsed(text, files, packs=packs)
    return [str(problem) for problem in raised.value.problems]


def wrong(more: str, files: Files | None = None) -> str:
    """The one problem that the ten lines have with more keys below them."""
    [problem] = problems(TEN_LINES + more, files)
    return problem


def replaced(old: str, new: str) -> str:
    """The ten lines with one thing changed."""
    assert old in TEN_LINES
    return TEN_LINES.replace(old, new)
