import pytest

from tests.profile.material import TEN_LINES, business, parsed, problems, replaced, wrong


def test_the_message_for_hours_is_the_model_of_all() -> None:
    assert problems(replaced("tuesday-friday: 09:00-18:00", "friday: 9 to 5")) == [
        'business.yaml:9 hours.friday: "9 to 5" is not a time range. Write 09:00-17:00.'
    ]


def test_every_problem_shows_in_one_run_in_the_order_of_lines() -> None:
    text = """\
name: Salon
trade: salon
website: http://salon.example
phone: ring me
email: hello
address: {town: Sampleton, country: UK}
hours: {fryday: 09:00-17:00, monday: 9-5}
brand: {colour: brown}
services:
  cut: {name: Cut, price: cheap}
placements:
  card: {goes_to: offer frist}
colour: red
"""
    found = problems(text)
    assert [line.split(" ")[0] for line in found] == [f"business.yaml:{n}" for n in (3, 4, 5, 6, 7, 7, 8, 10, 12, 13)]


def test_a_fault_of_the_file_hides_no_other_problem() -> None:
    text = """\
name: Salon
name: Salon again
trade: salon
webiste: https://salon.example
phone: 0123
email: *mail
address: {town: &t Sampleton, country: GB}
tagline: !good
faq: {Why: *why}
services:
  cut: *cut
colour: #8a3b5c
"""
    found = problems(text)
    assert [line.split(" ")[0] + " " + line.split(" ")[1] for line in found] == [
        "business.yaml:1 website:",
        "business.yaml:2 name:",
        "business.yaml:4 webiste:",
        "business.yaml:5 phone:",
        "business.yaml:6 A",
        "business.yaml:7 &t",
        "business.yaml:8 !good",
        "business.yaml:9 A",
        "business.yaml:11 A",
        "business.yaml:12 colour:",
    ]


def test_an_invisible_character_hides_no_other_problem() -> None:
    found = problems(replaced("email: hello@salon.example", "email: hello\nwhatsapp: \u202a01632 960123"))
    assert len(found) == 2
    assert "is not a mail address" in found[0]
    assert "invisible character" in found[1]


def test_where_yaml_stops_its_own_problems_show_and_no_guesses_at_the_rest() -> None:
    found = problems("name: Salon\nname: Salon\nwebiste: x\n  phone: 0123\n")
    assert [line.split(" ")[0] for line in found] == ["business.yaml:2", "business.yaml:4"]


def test_what_must_be_written_is_asked_for_by_name() -> None:
    found = problems("profile: 1\nname: Salon\n")
    assert [line.split(" ")[1] for line in found] == ["address:", "email:", "trade:", "website:"]
    assert "This is missing. Write website: https://salon.example" in found[3]


@pytest.mark.parametrize(
    ("more", "message"),
    [
        pytest.param("serivces: {}\n", "business.yaml:11 serivces: There is no such key. Did you mean services?", id="misspelt key"),
        pytest.param("opening_times: {}\n", "business.yaml:11 opening_times: There is no such key. Write hours.", id="another word for a key"),
        pytest.param("colour: red\n", "business.yaml:11 colour: There is no such key. It belongs under brand.", id="key of an inner record"),
        pytest.param("xyzzy: red\n", "There is no such key. The profile reference lists what there is.", id="key like no other"),
        pytest.param("team:\n  ada: {name: Ada, rôle: x, role: y}\n", "business.yaml:12 team.ada.rôle: There is no such key. Did you mean role?", id="nested key"),
        pytest.param("since: 3011\n", 'business.yaml:11 since: "3011" is not a year up to 2026. Write four digits, such as 2011.', id="year"),
        pytest.param("whatsapp: 12\n", 'business.yaml:11 whatsapp: "12" is not a telephone number. Write it as people dial it, like 0121 234 5678.', id="phone"),
        pytest.param("currency: pounds\n", 'business.yaml:11 currency: "pounds" is not a currency. Write three letters, such as GBP, EUR or USD.', id="currency"),
        pytest.param("zone: London\n", 'business.yaml:11 zone: "London" is not a time zone. Write one of: Europe/London.', id="zone"),
        pytest.param("languages: [english]\n", 'business.yaml:11 languages[1]: "english" is not a language. Write its tag, such as en-GB, de or ar.', id="language"),
        pytest.param("by_appointment: maybe\n", 'business.yaml:11 by_appointment: "maybe" is neither yes nor no. Write yes or no.', id="yes or no"),
        pytest.param("review_link: javascript:alert(1)\n", "does not begin with https://", id="script for a link"),
        pytest.param("profiles_elsewhere: [https://ada:pw@x.example]\n", "is not a web address", id="password in a link"),
        pytest.param("profiles_elsewhere: ['https://x.example/\"><b>']\n", "is not a web address", id="markup in a link"),
        pytest.param("review_link: http://x.example/r\n", "Write https://x.example/r", id="http"),
        pytest.param("services:\n  Cut & go: {name: Cut}\n", 'business.yaml:12 services.Cut & go: "Cut & go" cannot be a short name: small letters a-z, digits, _ and - only. Write cut_go.', id="short name"),
        pytest.param("services:\n  a_b: {name: A}\n  a-b: {name: B}\n", 'business.yaml:13 services.a-b: "a-b" and "a_b" would have the same web address. Rename one of them.', id="twins"),
        pytest.param("services:\n  cut:\n", "business.yaml:12 services.cut.name: This is missing. Write name: Boiler service", id="empty service"),
        pytest.param("services: [Cut, Colour]\n", "A list stands where named entries belong", id="list for a map"),
        pytest.param("faq:\n  Where?:\n", "business.yaml:12 faq.Where?: Nothing stands behind the colon.", id="question without answer"),
        pytest.param("rating: {score: 5.1, count: 3, where: Google}\n", '"5.1" is not a score out of 5.', id="score"),
        pytest.param("reviews:\n  - words: Nice.\n    said: {by: C., where: google, month: August}\n", '"August" is not a month. Write year and month, such as 2026-08.', id="month"),
        pytest.param("reviews:\n  - words: Nice.\n    said: google\n", '"google" stands where keys belong. Write by: ..., where: ..., month: ....', id="text for a record"),
        pytest.param("tagline: [a]\n", "Here stands a list, where one text belongs.", id="list for a text"),
        pytest.param("areas: {places: [Ham], radius: far}\n", '"far" is not a distance. Write 10 miles, or 15 km.', id="distance"),
        pytest.param("offers:\n  x: {text: Ten off, until: 31.12.2026}\n", '"31.12.2026" is not a date. Write 2026-12-31.', id="date"),
        pytest.param("offers:\n  x: {text: Ten off, until: 2026-02-30}\n", '"2026-02-30" is not a date.', id="no such day"),
        pytest.param("offers:\n  x: {text: T, coupon: {worth: 10, from: 2027-01-01, until: 2026-12-01}}\n", "It ends on 2026-12-01, before it begins.", id="dates the wrong way round"),
        pytest.param("offers:\n  x: {text: T, coupon: {worth: €10, until: 2026-12-01}}\n", '"€10" is not in GBP, the currency of this business. Write 10, or set currency: EUR', id="other money"),
        pytest.param("forms:\n  f: {asks: [name]}\nsequences: {}\n", "The form asks for no way to answer. Add phone or email to asks.", id="no way to answer"),
        pytest.param("forms:\n  f: {asks: [phone], may_ask: [phone]}\nsequences: {}\n", "phone is asked twice.", id="asked twice"),
        pytest.param("forms:\n  f: {asks: [phone], choices: {day: [Mon]}}\nsequences: {}\n", "There are choices for day, which the form does not ask. Add day to may_ask.", id="idle choices"),
        pytest.param("forms:\n  f: {asks: [phone], delivers_to: formspree}\nsequences: {}\n", "formspree needs the key", id="form service without key"),
        pytest.param("forms:\n  f: {asks: [phon]}\nsequences: {}\n", '"phon" is not known here. Did you mean phone?', id="misspelt choice"),
        pytest.param("forms:\n  f: {asks: phone}\n  g:\n    asks: name, phone\nsequences: {}\n", "A list without its brackets stands here. Write [name, phone].", id="list without brackets"),
        pytest.param("areas:\n  places: Sampleton, Lower Mill\n", "Write [Sampleton, Lower Mill].", id="places without brackets"),
        pytest.param("mail: {window: always}\n", '"always" does not say when mails may go.', id="window"),
        pytest.param("mail: {from: Ada}\n", '"Ada" is not a name with an address.', id="sender"),
        pytest.param("mail: {caps: {per_contact: [often]}}\n", '"often" is not a limit. Write 1 in 20 hours, or 4 in 14 days.', id="cap"),
        pytest.param("host: {kind: git_branch}\n", "A git branch needs a remote.", id="git without remote"),
        pytest.param("host: {kind: git_branch, remote: --upload-pack=touch}\n", "is not a git remote", id="option for a remote"),
        pytest.param("host: {kind: git_branch, remote: 'ext::sh -c id'}\n", "is not a git remote", id="program for a remote"),
        pytest.param("host: {branch: a..b}\n", '"a..b" is not a branch.', id="branch"),
        pytest.param("forms:\n  f: {asks: [phone], delivers_to: basin, key: ../x}\nsequences: {}\n", "is not a form's key", id="form key"),
        pytest.param('mail: {from: "Ada\\r\\nBcc: x <a@salon.example>"}\n', "invisible character (U+000D", id="header in a name"),
        pytest.param("host: {redirects: {old.html: /new/}}\n", '"old.html" is not a path.', id="redirect from no path"),
        pytest.param("host: {redirects: {/old: 'javascript:x'}}\n", "does not begin with https://", id="redirect to a script"),
        pytest.param("host: {redirects: {/old: //evil.example}}\n", "does not begin with https://", id="redirect to another host in disguise"),
        pytest.param("host: {redirects: {/a: /b, /b: /c/, /c: /a/}}\n", "lead in a circle: /a → /b → /c → /a", id="redirects in a circle"),
        pytest.param("host: {redirects: {/a/: /a/index.html}}\n", "lead in a circle: /a → /a", id="redirect to itself"),
        pytest.param("host: {redirects: {/x: /a, /a: /b, /b: /a}}\n", "lead in a circle: /a → /b → /a", id="redirect into a circle"),
        pytest.param("desk: {address: desk.salon.example}\n", "Write https://desk.salon.example", id="desk without https"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_what_to_write(more: str, message: str) -> None:
    assert message in wrong(more)


def test_a_key_of_the_ten_lines_said_again_is_refused() -> None:
    assert "stands here a second time; the first is on line 2" in wrong("name: Other\n")


def test_a_newer_form_of_the_profile_is_named() -> None:
    assert problems(replaced("profile: 1", "profile: 2")) == [
        'business.yaml:1 profile: This program reads form 1 of the profile, not "2". Write 1.'
    ]


def test_a_colour_that_yaml_took_for_a_remark_is_explained() -> None:
    text = TEN_LINES.replace('brand: {colour: "#8a3b5c"}', "brand:\n  colour: #8a3b5c")
    [problem] = problems(text)
    assert problem.startswith("business.yaml:11 brand.colour: ")
    assert 'Put quotes round the colour: "#8a3b5c".' in problem


@pytest.mark.parametrize("written", ["8a3b5c", '"#8A3B5C"', '"#8a3b5c"'])
def test_a_colour_may_be_written_in_these_ways(written: str) -> None:
    assert parsed(replaced('"#8a3b5c"', written)).business.brand.colour == "#8a3b5c"


def test_the_united_kingdom_by_habit_is_named_by_its_code() -> None:
    assert problems(replaced("country: GB", "country: UK"))[0].endswith('"UK" is not a country code. Write GB.')
    assert problems(replaced("country: GB", "country: Germany"))[0].endswith("Write DE.")


def test_a_day_said_twice_is_refused() -> None:
    assert (
        "Wednesday has its hours on another line already"
        in problems(replaced("tuesday-friday: 09:00-18:00", "tuesday-friday: 09:00-18:00\n  wednesday: closed"))[0]
    )


def test_one_date_wins_over_a_run_of_dates_wherever_it_stands() -> None:
    text = "tuesday-friday: 09:00-18:00\n  2026-12-20 to 2026-12-31: closed\n  2026-12-23: 10:00-12:00"
    special = parsed(replaced("tuesday-friday: 09:00-18:00", text)).business.hours.special
    assert [(day.first_on.day, day.last_on.day) for day in special] == [(23, 23), (20, 31)]


def test_found_texts_are_shown_short_and_without_what_steers_a_terminal() -> None:
    problem = wrong('since: "\\e[2J' + "x" * 200 + '"\n')
    assert "\x1b" not in problem
    assert len(problem) < 250


def test_an_owners_own_sentence_keeps_its_quotes_and_signs() -> None:
    assert business("tagline: Fair & <square>\n").tagline == "Fair & <square>"


def test_while_the_country_is_wrong_nothing_is_held_against_numbers_and_prices_of_other_countries() -> None:
    text = TEN_LINES.replace("country: GB", "country: Deutschland").replace("01632 960123", "030 23125 000")
    found = problems(text + "services:\n  cut: {name: Schnitt, price: 48 €}\n")
    assert [line.split(" ")[1] for line in found] == ["address.country:"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("funday", "sunday"), ("mnday-fridy", "monday-friday"), ("wensday", "wednesday"), ("monday, frday", "monday, friday")],
)
def test_a_day_nearly_right_is_answered_with_the_nearest(written: str, meant: str) -> None:
    [problem] = problems(replaced("tuesday-friday: 09:00-18:00", f'"{written}": 09:00-18:00'))
    assert problem.endswith(f'"{written}" is not a day. Did you mean {meant}?')


def test_a_day_like_no_other_is_answered_with_how_days_are_written() -> None:
    [problem] = problems(replaced("tuesday-friday: 09:00-18:00", "always: 09:00-18:00"))
    assert problem.endswith("Write friday, or tuesday-friday, or a date such as 2026-12-25.")


@pytest.mark.parametrize("price", ["-5", "48-", "from -5"])
def test_a_price_with_a_dash_out_of_place_is_shown_whole(price: str) -> None:
    assert f'"{price.removeprefix("from ")}" is not a price.' in wrong(f'services:\n  cut: {{name: Cut, price: "{price}"}}\n')


@pytest.mark.parametrize("place", ["ends: 2027-03-31", "coupon: {ends: 2027-03-31, until: 2027-03-31}"])
def test_the_end_of_an_offer_by_another_word_is_answered_with_until(place: str) -> None:
    assert "There is no such key. Write until." in wrong(f"offers:\n  first: {{text: Less, {place}}}\n")


def test_no_example_of_an_offer_speaks_of_the_money_of_one_country() -> None:
    problem = wrong("offers:\n  first: {until: 2027-03-31}\n")
    assert "offers.first.text" in problem
    assert not set("£$€") & set(problem)
