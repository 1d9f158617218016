"""`weblocal new`: a few answers become a business that builds."""

import pathlib

import pytest

from tests.cli.stranger import fingerprint, weblocal
from weblocal.flows import new

ANSWERS = {
    "name": "Salon Ada",
    "trade": "salon",
    "phone": "01632 960123",
    "email": "hello@salon.example",
    "website": "https://salon.example",
    "town": "Milton",
}


def flags(**other: str) -> list[str]:
    return [word for name, value in {**ANSWERS, **other}.items() for word in (f"--{name}", value)]


@pytest.mark.parametrize("trade", new.known_trades())
def test_every_trade_pack_makes_a_site_from_ten_answers(trade: str, tmp_path: pathlib.Path) -> None:
    ran = weblocal("new", "shop", "--no-input", *flags(trade=trade, hours="monday-friday 08:00-17:00"), at=tmp_path)
    assert ran.code == 0, ran.err
    assert "weblocal serve shop" in ran.out
    assert (tmp_path / "shop" / "public" / "index.html").is_file()
    checked = weblocal("check", "shop", at=tmp_path)
    assert checked.code == 0
    assert "error" not in checked.err


def test_what_has_no_flag_is_asked_and_enter_leaves_it_out(tmp_path: pathlib.Path) -> None:
    typed = "Salon Ada\nflorist\nsalon\n\n01632 960123\nhello@salon.example\nhttps://salon.example\n\nMilton\n\n\n\n"
    ran = weblocal("new", "shop", at=tmp_path, typed=typed)
    assert ran.code == 0, ran.err
    assert "What is its trade?" in ran.err
    text = (tmp_path / "shop" / "business.yaml").read_text(encoding="utf-8")
    assert "name: Salon Ada\n" in text
    assert "country: GB\n" in text
    assert "street" not in text


def test_without_input_a_missing_answer_is_wrong_usage_and_writes_nothing(tmp_path: pathlib.Path) -> None:
    ran = weblocal("new", "shop", "--no-input", "--name", "Salon Ada", at=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "--trade is missing" in ran.err
    assert not (tmp_path / "shop").exists()


def test_an_existing_business_is_left_as_it_is(sample: pathlib.Path) -> None:
    before = fingerprint(sample)
    ran = weblocal("new", sample, "--no-input", *flags(), at=sample.parent)
    assert ran.code == 1
    assert "is there already and was left as it is" in ran.err
    assert fingerprint(sample) == before


@pytest.mark.parametrize("place", ["taken", "taken/below"])
def test_a_file_in_the_way_is_said_in_words(place: str, tmp_path: pathlib.Path) -> None:
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    ran = weblocal("new", place, "--no-input", *flags(), at=tmp_path)
    assert ran.code == 3
    assert "business.yaml could not be written" in ran.err
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "mine"


def test_an_answer_that_will_not_do_is_asked_again_in_the_words_of_check(tmp_path: pathlib.Path) -> None:
    answers = (
        *("Salon Ada", "hairdreser", "hairdresser", "UK", "gb", "0123", "01632 960123", "hello", "hello@salon.example"),
        *("salon.example", "https://salon.example", "", "Milton", "", "funday 08:00-17:00", "sunday 9 to 5"),
        *("sunday 09:00-17:00", "brown", '"#8a3b5c"'),
    )
    ran = weblocal("new", "shop", at=tmp_path, typed="\n".join(answers) + "\n")
    assert ran.code == 0, ran.err
    for said in (
        "Did you mean salon?",
        '"UK" is not a country code. Write GB.',
        '"0123" is not a telephone number.',
        '"hello" is not a mail address.',
        "salon.example",
        "Did you mean sunday?",
        '"9 to 5" is not a time range. Write 09:00-17:00.',
        '"brown" is not a colour.',
    ):
        assert said in ran.err
    text = (tmp_path / "shop" / "business.yaml").read_text(encoding="utf-8")
    assert "trade: hairdresser\n" in text
    assert 'colour: "#8a3b5c"' in text


def test_where_a_country_has_many_clocks_the_zone_is_asked_for(tmp_path: pathlib.Path) -> None:
    words = [word for name, value in ANSWERS.items() if name != "phone" for word in (f"--{name}", value)]
    typed = "America\nAmerica/New_York\n\n\n\n\n"
    ran = weblocal("new", "shop", *words, "--phone", "+1 202 555 0143", "--country", "US", at=tmp_path, typed=typed)
    assert ran.code == 0, ran.err
    assert "zone: America/New_York\n" in (tmp_path / "shop" / "business.yaml").read_text(encoding="utf-8")


def test_without_input_every_wrong_flag_is_named_at_once_and_nothing_is_written(tmp_path: pathlib.Path) -> None:
    wrong = flags(trade="plumbr", phone="ring me", email="hello", website="x", country="UK", hours="funday 9-5", colour="brown")
    ran = weblocal("new", "shop", "--no-input", *wrong, at=tmp_path)
    assert ran.code == 2
    for flag in ("trade", "phone", "email", "website", "country", "hours", "colour"):
        assert f"--{flag}: " in ran.err
    assert 'There is no trade pack "plumbr". Did you mean plumber?' in ran.err
    assert not (tmp_path / "shop").exists()


@pytest.mark.parametrize(
    "name",
    [
        'Ada "The Scissors" Sample',
        "Ada: hair & more",
        "Ada's #1 salon",
        "- Ada",
        "{Ada}",
        "Ada\nphone: 1",
        "Ada \\ Söhne",
        "ádá 💇",
    ],
)
def test_a_name_with_signs_of_its_own_survives(name: str, tmp_path: pathlib.Path) -> None:
    ran = weblocal("new", "shop", "--no-input", *flags(name=name), at=tmp_path)
    assert ran.code == 0, ran.err
    explained = weblocal("check", "shop", "--explain", at=tmp_path)
    assert f"name: {' '.join(name.split())}  [" in explained.out


@pytest.mark.parametrize("hours", ["monday\nname: Mallory 09:00-10:00", "monday: {a 09:00", "monday", "a\\x 1"])
def test_hostile_hours_are_refused_and_nothing_is_written(hours: str, tmp_path: pathlib.Path) -> None:
    ran = weblocal("new", "shop", "--no-input", *flags(hours=hours), at=tmp_path)
    assert ran.code == 2
    assert "--hours: " in ran.err
    assert "fault" not in ran.err
    assert not (tmp_path / "shop").exists()


def test_whoever_gives_a_street_is_asked_whether_it_may_be_seen_and_no_keeps_it_off_every_page(tmp_path: pathlib.Path) -> None:
    words = [word for name, value in ANSWERS.items() for word in (f"--{name}", value)]
    ran = weblocal("new", "shop", *words, "--street", "3 Home Close", at=tmp_path, typed="\nperhaps\nN\n\n\n\n")
    assert ran.code == 0, ran.err
    assert ran.err.count("May the site show that street?") == 2
    assert "public: no\n" in (tmp_path / "shop" / "business.yaml").read_text(encoding="utf-8")
    told = [path for path in (tmp_path / "shop" / "public").rglob("*") if path.is_file() and b"Home Close" in path.read_bytes()]
    assert told == []


def test_without_input_a_street_that_is_shown_is_said_with_the_way_back(tmp_path: pathlib.Path) -> None:
    ran = weblocal("new", "shop", "--no-input", *flags(street="3 Home Close"), at=tmp_path)
    assert ran.code == 0, ran.err
    assert "weblocal set address.public no shop" in ran.err
    assert "public" not in (tmp_path / "shop" / "business.yaml").read_text(encoding="utf-8")
    wrong = weblocal("new", "other", "--no-input", *flags(street="3 Home Close", public="perhaps"), at=tmp_path)
    assert (wrong.code, "--public: " in wrong.err) == (2, True)
