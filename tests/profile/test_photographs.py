"""How an owner names photographs: a file and its words, a longer form, and what is said when something is wrong."""

import pytest

from tests.profile.material import TEN_LINES, Files, parsed, problems
from weblocal.model.business import Business
from weblocal.model.pictures import MIDDLE, Focus

FILES: Files = {f"images/{name}": b"x" for name in ("van.jpg", "bath.jpg", "old.jpg", "ada.JPG", "logo.svg", "cut.webp")}


def business(more: str) -> Business:
    return parsed(TEN_LINES + more, FILES).business


def told(more: str) -> str:
    return "\n".join(problems(TEN_LINES + more, FILES))


def test_a_file_and_its_words_are_enough() -> None:
    (photo,) = business("photos:\n  images/van.jpg: The van in Mill Lane\n").photos
    assert (photo.file, photo.words, photo.caption, photo.focus) == ("images/van.jpg", "The van in Mill Lane", "", MIDDLE)
    assert str(photo.place) == "business.yaml:12"


def test_the_long_form_says_more() -> None:
    (photo,) = business(
        "photos:\n  ./images/bath.jpg:\n    shows: A new bath\n    caption: Bath, Mill Lane\n    focus: 40% 60%\n"
        "    before: {images/old.jpg: The old bath}\n    show_anyway: yes\n"
    ).photos
    assert photo.file == "images/bath.jpg"
    assert (photo.caption, photo.focus, photo.is_kept) == ("Bath, Mill Lane", Focus(x=40, y=60), True)
    assert photo.before is not None
    assert (photo.before.file, photo.before.words) == ("images/old.jpg", "The old bath")


def test_a_photo_that_has_its_words_need_only_be_named() -> None:
    found = business(
        "photos:\n  images/van.jpg: {shows: The van, focus: 10% 20%}\nmain_photo: images/van.jpg\n"
        "services:\n  cut: {name: Cut, photo: images/van.jpg}\n"
    )
    for photo in (found.main_photo, found.services[0].photo):
        assert photo is not None
        assert (photo.words, photo.focus) == ("The van", Focus(x=10, y=20))


def test_a_photo_of_its_own_brings_its_words_along() -> None:
    found = business("main_photo: {images/van.jpg: The van}\nservices:\n  cut: {name: Cut, photo: {images/cut.webp: A cut}}\n")
    assert found.main_photo is not None
    assert found.main_photo.words == "The van"
    assert found.services[0].photo is not None
    assert found.services[0].photo.words == "A cut"
    assert found.photos == ()


def test_a_portrait_needs_no_words_but_those_of_the_name() -> None:
    found = business("team:\n  ada: {name: Ada, role: Owner, photo: images/ada.JPG}\n  ben: {name: Ben, role: Cutter}\n")
    assert found.team[0].photo is not None
    assert (found.team[0].photo.file, found.team[0].photo.words) == ("images/ada.JPG", "")
    assert found.team[1].photo is None


def test_a_portrait_may_say_where_the_face_is() -> None:
    found = business("team:\n  ada: {name: Ada, role: Owner, photo: {images/ada.JPG: {focus: 50% 20%}}}\n")
    assert found.team[0].photo is not None
    assert found.team[0].photo.focus == Focus(x=50, y=20)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        pytest.param(
            "photos:\n  images/bahn.jpg: A bath\n",
            'business.yaml:12 photos.images/bahn.jpg: There is no file "images/bahn.jpg".',
            id="no such file",
        ),
        pytest.param("photos:\n  images/bahth.jpg: A bath\n", "Did you mean images/bath.jpg?", id="nearly a file"),
        pytest.param("photos:\n  images/van.jpg:\n", "Write what it shows.", id="no words"),
        pytest.param(
            "photos:\n  images/van.jpg: {caption: A van}\n",
            "images/van.jpg.shows: This is missing.",
            id="a caption is no words",
        ),
        pytest.param("photos:\n  images/van.jpg: {alt: A van}\n", "Write shows.", id="another word for words"),
        pytest.param("photos:\n  images/van.jpg: {shows: A van, focus: middle}\n", "40% 60%", id="no spot"),
        pytest.param("photos:\n  images/van.jpg: {shows: A van, focus: 140% 60%}\n", "is not a spot", id="a spot outside"),
        pytest.param("photos: [images/van.jpg]\n", "a colon, then what it shows", id="a list of files"),
        pytest.param("photos:\n  images/logo.svg: A logo\n", "is not a file of this kind", id="a drawing is no photo"),
        pytest.param("photos:\n  images/van.heic: A van\n", "Export it as JPEG; on an iPhone", id="a telephone's own kind"),
        pytest.param("photos:\n  images/van.gif: A van\n", "Save it as PNG or JPEG.", id="a kind of yesterday"),
        pytest.param("photos:\n  ../van.jpg: A van\n", "is not a file beside business.yaml", id="a file elsewhere"),
        pytest.param("photos:\n  https://x.example/van.jpg: A van\n", "is not a file beside business.yaml", id="an address"),
        pytest.param(
            "main_photo: images/van.jpg\n",
            "main_photo: Nothing says what images/van.jpg shows, for people who cannot see it. "
            "Write main_photo: {images/van.jpg: what it shows}",
            id="a name without words",
        ),
        pytest.param(
            "main_photo: {images/van.jpg: A van, images/old.jpg: A bath}\n", "One photo belongs here.", id="two at once"
        ),
        pytest.param("main_photo: [images/van.jpg]\n", "A list stands where one photo belongs.", id="a list"),
        pytest.param("hero_photo: images/van.jpg\n", "Write main_photo.", id="another word for the key"),
        pytest.param(
            "photos:\n  images/van.jpg: {shows: A van, before: images/old.jpg}\n",
            "stands where keys belong",
            id="a before without words",
        ),
    ],
)
def test_what_is_wrong_is_said_with_what_to_write(more: str, said: str) -> None:
    assert said in told(more)


def test_each_language_of_a_site_says_what_a_photo_shows() -> None:
    both = TEN_LINES.replace("profile: 1\n", "profile: 1\nlanguages: [en-GB, de]\n") + (
        "main_photo: images/van.jpg\nphotos:\n  images/van.jpg: The van\n"
        "  images/bath.jpg: {shows: A bath, before: {images/old.jpg: The old one}}\n"
    )
    german = (
        "photos:\n  images/van.jpg: {shows: Der Wagen}\n  images/bath.jpg: {shows: Ein Bad, before: {images/old.jpg: Alt}}\n"
    )
    (further,) = parsed(both, {**FILES, "text/de.yaml": german}).also_in
    assert [photo.words for photo in further.photos] == ["Der Wagen", "Ein Bad"]
    assert further.photos[1].before is not None
    assert further.photos[1].before.words == "Alt"
    assert further.main_photo is not None
    assert further.main_photo.words == "Der Wagen"
