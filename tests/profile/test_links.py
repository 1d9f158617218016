import pytest

from tests.profile.material import TEN_LINES, Files, business, parsed, problems, wrong
from weblocal.model.placements import Target, TargetKind

ABOUT = "---\ntitle: About\ndate: 2026-01-02\n---\nWords.\n"


@pytest.mark.parametrize(
    ("more", "message"),
    [
        pytest.param("areas: {services: [cutt], places: [Ham]}\n", 'There is no service "cutt". Did you mean cut?', id="service"),
        pytest.param("placements: {a: {goes_to: offer frist}}\n", 'There is no offer "frist". There is no offer in the profile yet.', id="offer of a placement"),
        pytest.param("placements: {a: {goes_to: form requets}}\n", 'There is no form "requets". Did you mean request?', id="form of a placement"),
        pytest.param("placements: {a: {goes_to: page colur}}\n", 'There is no service "colur". Did you mean colour?', id="page of a placement"),
        pytest.param("placements: {a: {goes_to: mars}}\n", '"mars" does not say where the code leads.', id="nowhere"),
        pytest.param("mail: {alerts: {leads: [ada]}}\n", 'There is no teammate "ada".', id="teammate"),
        pytest.param("about: abuot.md\n", 'There is no file "abuot.md". Did you mean about.md?', id="text file"),
        pytest.param("brand_logo: x\n", "There is no such key.", id="no such key"),
        pytest.param("team: {ada: {name: Ada, role: Owner, photo: ada.jpg}}\n", 'There is no file "ada.jpg".', id="picture"),
        pytest.param("about: ../secrets.md\n", "is not a file beside business.yaml", id="file above the folder"),
        pytest.param("about: /etc/passwd.md\n", "is not a file beside business.yaml", id="file from the root"),
        pytest.param("about: a/../../b.md\n", "is not a file beside business.yaml", id="file above by a detour"),
        pytest.param("about: 'c:\\\\a.md'\n", "is not a file beside business.yaml", id="file on a drive"),
        pytest.param("about: about.html\n", "Its name ends in .md.", id="other kind of file"),
        pytest.param("forms: {f: {asks: [phone], consent: {ofers: Yes.}}}\nsequences: {}\n", 'There is no stream "ofers". Did you mean offers?', id="stream of a consent"),
        pytest.param("areas: {places: [Ham], pages: {hem: about.md}}\n", '"hem" is none of the places. Did you mean ham?', id="page of no place"),
        pytest.param("areas: {places: [Ham, ham]}\n", "business.yaml:11 areas.places[2]: ham is named twice.", id="place twice"),
        pytest.param("placements: {a: {goes_to: home, code: x}, b: {goes_to: home, code: x}}\n", '"x" is the code of a already.', id="code twice"),
        pytest.param("placements:\n  a: {goes_to: home, code: b}\n  b: {goes_to: home}\n", "business.yaml:13 placements.b.code: ", id="code that is another's short name"),
        pytest.param("placements: {a: {goes_to: home, code: A/B}}\n", "cannot end a printed link", id="code that is no code"),
    ],
)  # fmt: skip
def test_a_link_to_nothing_is_answered_with_what_there_is(more: str, message: str) -> None:
    assert message in wrong(more, {"about.md": ABOUT})


SEQUENCE = """\
sequences:
  welcome:
    trigger: {on: lead, form: request}
    purpose: marketing
    stream: offers
    steps:
      - {send: hello}
"""
MAIL: Files = {"mails/welcome/hello.md": "---\nsubject: Hello\n---\nWords.\n"}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("form: request", "form: reqest", 'There is no form "reqest". Did you mean request?'),
        ("stream: offers", "stream: news", 'There is no stream "news".'),
        ("    stream: offers\n", "", "A marketing sequence belongs to a stream."),
        ("{send: hello}", "{send: hallo}", "The words of this mail are missing. Write them in mails/welcome/hallo.md"),
        ("{send: hello}", "{send: hello, offer: x}", 'There is no offer "x".'),
        ("{send: hello}", "{send: hello, article: articles/x.md}", 'There is no article "articles/x.md".'),
        ("{send: hello}", "{snd: hello}", '"snd" is none of the steps. Did you mean send?'),
        ("{send: hello}", "{send: hello, wait: 2 days}", "More than one kind of step stands here."),
        ("- {send: hello}", "- {send: hello}\n      - {send: hello}", 'There are two steps "hello" here.'),
        ("on: lead, form: request", "on: visit, form: request", "Only leads come from a form."),
        ("on: lead, form: request", "on: redemption, confirmed: yes", "Only visits can be confirmed."),
        ("    steps:\n      - {send: hello}\n", "", "welcome.steps: This is missing."),
    ],
)
def test_a_sequence_must_hold_together(old: str, new: str, message: str) -> None:
    assert old in SEQUENCE
    assert message in wrong(SEQUENCE.replace(old, new), MAIL)


def test_a_mail_without_subject_or_words_is_refused_at_its_own_file() -> None:
    for text, missing in (("Words.", "no subject"), ("---\nsubject: Hello\n---\n", "no words below it")):
        problem = wrong(SEQUENCE, {"mails/welcome/hello.md": text})
        assert problem.startswith("mails/welcome/hello.md:1 ")
        assert missing in problem


def test_a_guide_needs_title_and_date() -> None:
    found = problems(
        TEN_LINES + "articles: {bleeding: articles/b.md}\n", {"articles/b.md": "---\ndate: yesterday\n---\nWords."}
    )
    assert found == [
        'articles/b.md:1 date: "yesterday" is not a date. Write date: 2026-11-22',
        "articles/b.md:1 title: A guide needs a title. Write title: ... between two lines of --- on top.",
    ]


def test_the_problems_of_a_text_beside_show_with_those_of_the_profile() -> None:
    found = problems(TEN_LINES + "since: x\nabout: about.md\n", {"about.md": "---\ntitle: a\ntitle: b\n---\n"})
    assert [line.split(" ")[0] for line in found] == ["business.yaml:11", "about.md:3"]


def test_a_text_that_is_not_utf8_is_a_problem_of_that_file() -> None:
    assert wrong("about: about.md\n", {"about.md": b"Z\xfcrich"}).startswith(
        "about.md:1 The file has a character that is not UTF-8"
    )


def test_links_that_hold_are_joined() -> None:
    found = business(
        "articles: {colour_care: articles/colour-care.md}\n"
        "offers: {first: {text: Ten off., until: 2027-01-01}}\n"
        "placements:\n"
        "  mirror_card: {piece: counter_card, goes_to: offer first, cost: 42, printed: 250}\n"
        "  window: {goes_to: page colour, code: win}\n"
        "  counter: {goes_to: check_in}\n"
        + SEQUENCE.replace("{send: hello}", "{send: hello, article: articles/colour-care.md, offer: first}"),
        {"articles/colour-care.md": ABOUT, **MAIL},
    )
    assert [(each.code, each.target) for each in found.placements] == [
        ("mirror-card", Target(kind=TargetKind.OFFER, id="first")),
        ("win", Target(kind=TargetKind.PAGE, id="colour")),
        ("counter", Target(kind=TargetKind.CHECK_IN)),
    ]
    [step] = found.sequences[0].steps
    assert getattr(step, "article", "") == "colour_care"
    assert found.articles[0].text.title == "About"


def versions(more: str = "", sequence: str = SEQUENCE, mail: str = "---\nsubject: Hello\n---\nWords.\n") -> str:
    return business(more + sequence, {"mails/welcome/hello.md": mail}).sequences[0].version


def test_a_sequence_has_a_new_version_when_its_steps_or_words_change_and_only_then() -> None:
    first = versions()
    assert len(first) == 16
    assert versions("# a remark that moves every line\n") == first
    assert versions(sequence=SEQUENCE.replace("{send: hello}", "{send: hello}\n      - {wait: 1 days}")) != first
    assert versions(mail="---\nsubject: Hello\n---\nOther words.\n") != first
    assert versions(mail="---\nsubject: Hallo\n---\nWords.\n") != first


def test_an_agreement_has_a_new_version_when_its_words_change() -> None:
    def version(words: str) -> str:
        return (
            business(f"forms: {{f: {{asks: [phone], consent: {{offers: {words}}}}}}}\nsequences: {{}}\n")
            .forms[0]
            .consents[0]
            .version
        )

    assert version("Send me offers.") == version("Send me offers.")
    assert version("Send me offers.") != version("Send me news.")
    assert len(version("Yes.")) == 16


def test_what_is_over_is_a_notice_not_a_problem() -> None:
    found = parsed(
        TEN_LINES.replace("tuesday-friday: 09:00-18:00", "monday: 09:00-18:00\n  2025-12-25: closed")
        + "offers: {old: {text: Over., until: 2026-01-01}}\n"
    )
    notices = [str(notice) for notice in found.notices]
    assert any("offers.old: It ended on 2026-01-01 and is not shown." in notice for notice in notices)
    assert any("1 special day up to 2025-12-25 lie in the past." in notice for notice in notices)
