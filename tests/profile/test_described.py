import dataclasses
import inspect
import pathlib
import re
from typing import ClassVar

import pytest
import yaml

from tests.profile.material import TEN_LINES, parsed
from weblocal.profile import reference, schema
from weblocal.profile.keys.whole import WHOLE, WrittenProfile
from weblocal.profile.records import Record

jsonschema = pytest.importorskip("jsonschema")

DOCS = pathlib.Path(__file__).parents[2] / "docs"
REMAKE = """Make them anew:
python -c "from weblocal.profile import reference as r; print(r.page(), end='')" > docs/profile-reference.md
python -c "from weblocal.profile import schema as s; print(s.as_text(), end='')" > docs/business.schema.json"""

RICH = """\
since: 2011
whatsapp: +44 7700 900123
languages: [en-GB]
by_appointment: yes
services:
  cut: {name: Cut, price: 48, takes: 45 min}
  plain: {name: Plain}
prices:
  - {name: Tea, price: 2.50, marks: [vegan, hot]}
areas: {services: [cut], places: [Ham], radius: 10 miles}
team: {ada: {name: Ada, role: Owner, staff: owner}}
facts: [{headline: 12 years, detail: here}]
rating: {score: 4.8, count: 127, where: Google}
reviews:
  - words: Lovely.
    said: {by: C., where: google, month: 2026-08, stars: 5}
faq:
  May I bring a dog?: Yes.
offers:
  first: {text: Ten off., coupon: {worth: 10, use: once per contact, from: 2026-11-01, until: 2027-03-31}}
streams: {offers: Offers}
forms:
  ask: {asks: [name, phone], may_ask: day, choices: {day: [Monday, Friday]}, answer_within: 2 hours, consent: {offers: Send me offers.}}
placements:
  card: {piece: counter_card, goes_to: offer first, cost: 42, printed: 250, from: 2026-11-01}
sequences:
  lead:
    trigger: {on: lead, form: ask, max_age: 48 hours}
    purpose: marketing
    stream: offers
    goal: [visit]
    exit: reply
    reentry: after 90 days
    steps: [{send: hello, window: none}, {wait: 2 days}, {tell: ring, staff: counter}, {exit: done}]
mail: {from: Ada <ada@salon.example>, transport: smtp, caps: {per_contact: [4 in 14 days], on_hit: defer}, alerts: {leads: [ada]}}
desk: {address: https://desk.salon.example, keep_leads: 24 months, grace_days: 7, accept_offline_up_to: 15}
host: {kind: git_branch, remote: origin, redirects: {/old.html: /prices/}}
legal: {company: Salon Ltd, register: "00000000", vat: none}
tagline:
"""


def records() -> list[Record[object]]:
    found = {part.title: part for part in WHOLE.parts()}
    return [part for part in found.values() if isinstance(part, Record)]


class EditorsLoader(yaml.SafeLoader):
    """YAML as editors read it (version 1.2): numbers, true, false and null; no dates, no sexagesimals, no on and off."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


EditorsLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))
EditorsLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^(?:null|~|)$"), ["n", "~", ""])
EditorsLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^[-+]?[0-9]+$"), list("-+0123456789"))
EditorsLoader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789"))


@pytest.mark.parametrize("loader", [yaml.BaseLoader, EditorsLoader])
@pytest.mark.parametrize("text", [TEN_LINES, TEN_LINES + RICH], ids=["ten lines", "everything"])
def test_what_the_reader_takes_the_editors_schema_takes_too(text: str, loader: type) -> None:
    parsed(text, {"mails/lead/hello.md": "---\nsubject: Hello\n---\nWords."})
    jsonschema.Draft202012Validator(schema.json_schema()).validate(yaml.load(text, Loader=loader))


@pytest.mark.parametrize(
    "more",
    [
        "colour: red\n",
        "since: soon\n",
        "brand: {colour: red}\n",
        "services: {Cut Me: {name: x}}\n",
        "forms: {f: {asks: [shoe size]}}\n",
        "by_appointment: perhaps\n",
    ],
)
def test_what_an_editor_can_see_it_marks(more: str) -> None:
    text = TEN_LINES.replace('brand: {colour: "#8a3b5c"}\n', "") + more
    validator = jsonschema.Draft202012Validator(schema.json_schema())
    assert list(validator.iter_errors(yaml.load(text, Loader=yaml.BaseLoader)))


def test_the_schema_is_itself_right() -> None:
    jsonschema.Draft202012Validator.check_schema(schema.json_schema())


def test_the_schema_in_the_docs_is_the_one_made_here() -> None:
    assert (DOCS / "business.schema.json").read_text(encoding="utf-8") == schema.as_text(), REMAKE


def test_the_reference_page_in_the_docs_is_the_one_made_here() -> None:
    assert (DOCS / "profile-reference.md").read_text(encoding="utf-8") == reference.page(), REMAKE


def test_the_reference_page_tells_of_every_key_and_every_link_in_it_leads_somewhere() -> None:
    page = reference.page()
    for record in records():
        assert f"## {record.title}\n" in page
        for key in record.keys:
            assert f"| `{key.name}` |" in page
            assert f"(#{record.title.lower().replace(':', '').replace(' ', '-')})" in page or record is WHOLE


def test_every_key_says_what_it_means_in_a_sentence() -> None:
    for record in records():
        assert record.words.endswith(".")
        for key in record.keys:
            assert key.words.endswith(".") or key.words.endswith("hour."), key.name


def test_every_key_reaches_the_argument_it_is_meant_for() -> None:
    for record in records():
        signature = inspect.signature(record.make)
        wanted = [name for key in record.keys for name in (key.to if isinstance(key.to, tuple) else (key.to or key.name,))]
        assert set(wanted) <= set(signature.parameters), record.title
        needed = {name for name, parameter in signature.parameters.items() if parameter.default is parameter.empty} - {"id"}
        assert needed <= {key.to or key.name for key in record.keys if key.required}, record.title


def test_the_whole_profile_has_a_place_for_every_key() -> None:
    assert [
        key.name for key in WHOLE.keys if key.name not in {field.name for field in dataclasses.fields(WrittenProfile)}
    ] == []


def test_no_key_is_another_word_for_a_second_key() -> None:
    for record in records():
        words = [word for key in record.keys for word in (key.name, *key.aka)]
        assert len(words) == len(set(words)), record.title
