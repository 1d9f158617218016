"""From the owner's files to the site: made once, kept by content, told with file and line, and nothing private on the way."""

import dataclasses
import datetime as dt
import pathlib

import pytest
from PIL import Image, ImageFilter

from tests.photographs import a_picture, as_file, with_secrets
from weblocal.flows import build, check, pictures, workspace
from weblocal.flows.build import Rendered
from weblocal.flows.pictures import Prepared
from weblocal.model.problems import Finding, Severity
from weblocal.model.settings import Settings

TODAY = dt.date(2026, 11, 10)
PROFILE = """\
name: Kettley Plumbing
trade: plumber
website: https://kettley.example
email: post@kettley.example
address: {town: Kelderby, country: GB}
"""
PHOTOS = """\
main_photo: {images/van.jpg: The van in Mill Lane}
photos:
  images/bath.jpg: {shows: A bath, caption: "Bath, Quay Street", focus: 20% 80%}
  images/tap.jpg: A tap
  images/sink.jpg: A sink
"""


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    (tmp_path / "images").mkdir()
    (tmp_path / "business.yaml").write_text(PROFILE + PHOTOS, encoding="utf-8")
    for number, name in enumerate(("van", "bath", "tap", "sink"), 1):
        put(tmp_path, f"{name}.jpg", with_secrets(a_picture(1300, 1000, seed=number)))
    return tmp_path


def put(folder: pathlib.Path, name: str, content: bytes) -> None:
    (folder / "images" / name).write_bytes(content)


def write(folder: pathlib.Path, more: str) -> None:
    (folder / "business.yaml").write_text(PROFILE + more, encoding="utf-8")


def prepared(folder: pathlib.Path) -> Prepared:
    with workspace.open_workspace(folder, today=TODAY) as opened:
        return pictures.of_workspace(opened)


def rendered(folder: pathlib.Path) -> Rendered:
    with workspace.open_workspace(folder, today=TODAY) as opened:
        return build.render(opened, today=TODAY)


def told(folder: pathlib.Path) -> list[Finding]:
    return list(prepared(folder).findings)


def test_unchanged_photographs_are_never_opened_again(folder: pathlib.Path) -> None:
    first, second = prepared(folder), prepared(folder)
    assert first.made_count == 5  # four photographs and the emblems
    assert (second.made_count, second.kept_count) == (0, 5)
    assert second.files == first.files
    assert second.pictures == first.pictures


def test_one_changed_photograph_is_the_only_one_made_again(folder: pathlib.Path) -> None:
    before = prepared(folder)
    put(folder, "tap.jpg", as_file(a_picture(1300, 1000, seed=9)))
    after = prepared(folder)
    assert after.made_count == 1
    changed = {file.path for file in after.files} - {file.path for file in before.files}
    assert changed
    assert all(path.startswith("pictures/tap.") for path in changed)


def test_a_photograph_touched_but_not_changed_costs_nothing(folder: pathlib.Path) -> None:
    prepared(folder)
    put(folder, "tap.jpg", (folder / "images" / "tap.jpg").read_bytes())
    assert prepared(folder).made_count == 0


def test_another_focus_is_another_cut(folder: pathlib.Path) -> None:
    prepared(folder)
    write(folder, PHOTOS.replace("20% 80%", "90% 10%"))
    assert prepared(folder).made_count == 1


def test_a_damaged_entry_is_made_again(folder: pathlib.Path) -> None:
    first = prepared(folder)
    for entry in (folder / ".weblocal" / "pictures").iterdir():
        entry.write_bytes(entry.read_bytes()[:-1] + b"?")
    second = prepared(folder)
    assert second.made_count == first.made_count
    assert second.files == first.files


def test_what_is_kept_can_be_thrown_away(folder: pathlib.Path) -> None:
    first = prepared(folder)
    for entry in (folder / ".weblocal" / "pictures").iterdir():
        entry.unlink()
    assert prepared(folder).files == first.files


def test_nothing_that_leaves_says_where_or_by_what_it_was_taken(folder: pathlib.Path) -> None:
    for file in rendered(folder).files:
        for trace in (b"SecretM", b"SecretN", b"SecretC", b"Exif\0", b"xmpmeta"):
            assert trace not in file.content, file.path


def test_the_pages_name_only_pictures_that_are_there(folder: pathlib.Path) -> None:
    made = rendered(folder)
    assert not made.errors
    there = {f"/{file.path}" for file in made.files}
    home = next(file.content.decode() for file in made.files if file.path == "index.html")
    named = {part.split()[0].strip('",') for part in home.replace('"', " ").split() if part.startswith("/pictures/")}
    assert len(named) >= 16
    assert named <= there


@pytest.mark.parametrize(
    ("content", "rule", "says"),
    [
        pytest.param(lambda: b"Not at all", "picture-no-picture", "is no picture", id="a text"),
        pytest.param(lambda: as_file(a_picture())[:9000], "picture-broken", "damaged", id="the first part"),
    ],
)
def test_what_is_no_picture_stops_the_build_with_file_and_line(
    folder: pathlib.Path, content: object, rule: str, says: str
) -> None:
    put(folder, "tap.jpg", content())  # type: ignore[operator]
    (error,) = (finding for finding in rendered(folder).errors if finding.rule == rule)
    assert str(error.place) == "business.yaml:9"
    assert "images/tap.jpg" in error.message
    assert says in error.message
    assert error.fix


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        pytest.param(lambda: as_file(a_picture(800, 600)), "picture-too-small", id="small"),
        pytest.param(lambda: as_file(a_picture().point(lambda value: value * 0.05)), "picture-too-dark", id="dark"),
        pytest.param(lambda: as_file(a_picture().filter(ImageFilter.GaussianBlur(9))), "picture-blurred", id="blurred"),
    ],
)
def test_a_bad_photograph_is_left_out_and_told(folder: pathlib.Path, content: object, rule: str) -> None:
    put(folder, "tap.jpg", content())  # type: ignore[operator]
    made = rendered(folder)
    assert not made.errors
    (warning,) = (finding for finding in made.findings if finding.rule == rule)
    assert warning.severity is Severity.WARNING
    assert "left out" in warning.message
    assert not any("tap" in file.path for file in made.files)
    # three were a gallery; of the two that are left, none has a place of its own beside the main one
    home = next(file.content.decode() for file in made.files if file.path == "index.html")
    assert 'id="photos"' not in home


def test_the_owner_has_the_last_word_on_looks(folder: pathlib.Path) -> None:
    put(folder, "tap.jpg", as_file(a_picture().point(lambda value: value * 0.05)))
    write(folder, PHOTOS.replace("A tap", "{shows: A tap at night, show_anyway: yes}"))
    assert told(folder) == []


def test_a_photograph_used_twice_is_told_of_once(folder: pathlib.Path) -> None:
    put(folder, "tap.jpg", as_file(a_picture().point(lambda value: value * 0.05)))
    assert [finding.rule for finding in told(folder)] == ["picture-too-dark"]


def test_a_link_in_place_of_a_photograph_is_not_followed(
    folder: pathlib.Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "private.jpg"
    outside.write_bytes(as_file(a_picture()))
    with workspace.open_workspace(folder, today=TODAY) as opened:
        (folder / "images" / "tap.jpg").unlink()
        (folder / "images" / "tap.jpg").symlink_to(outside)
        ready = pictures.of_workspace(opened)
    assert [finding.rule for finding in ready.findings] == ["picture-unreadable"]
    assert not any("tap" in file.path for file in ready.files)


def test_a_business_without_photographs_gets_its_emblems_alone(folder: pathlib.Path) -> None:
    write(folder, "")
    ready = prepared(folder)
    assert {file.path.partition(".")[0] for file in ready.files} == {
        "pictures/share",
        "favicon",
        "apple-touch-icon",
        "icon-192",
        "icon-512",
    }


def test_pages_alone_can_be_had(folder: pathlib.Path) -> None:
    with workspace.open_workspace(folder, today=TODAY, settings=Settings(makes_pictures=False)) as opened:
        assert pictures.of_workspace(opened) == pictures.NOTHING


def test_the_emblems_are_made_again_when_what_they_show_changes(folder: pathlib.Path) -> None:
    prepared(folder)
    write(folder, PHOTOS + 'tagline: We come when we said.\nbrand: {colour: "#117755"}\n')
    assert prepared(folder).made_count == 1


@pytest.mark.parametrize(
    "changed",
    [
        "",
        "tagline: We come when we said.\n",
        'brand: {colour: "#117755"}\n',
        "brand: {theme: bulletin}\n",
        "languages: [de]\n",
    ],
)
def test_emblems_whose_name_is_known_are_those_that_drawing_them_finds(
    folder: pathlib.Path, tmp_path: pathlib.Path, changed: str
) -> None:
    settings = Settings(cache_folder=str(tmp_path / "cache"))
    for profile in ("", changed, changed):
        write(folder, profile)
        with workspace.open_workspace(folder, today=TODAY, settings=settings) as opened:
            by_name = pictures.of_workspace(opened)
    assert by_name.made_count == 0
    assert by_name == prepared(folder)


LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 80"><rect width="300" height="80" fill="{colour}"/></svg>'


def test_a_logo_that_can_be_seen_stands_in_the_masthead(folder: pathlib.Path) -> None:
    put(folder, "logo.svg", LOGO.format(colour="#ffffff").encode())
    write(folder, 'brand: {colour: "#0a5a8c", logo: images/logo.svg}\n')
    made = rendered(folder)
    home = next(file.content.decode() for file in made.files if file.path == "index.html")
    (path,) = (file.path for file in made.files if file.path.startswith("pictures/logo."))
    assert f'src="/{path}"' in home
    assert 'alt="Kettley Plumbing"' in home
    assert f'"logo":"https://kettley.example/{path}"' in home
    assert prepared(folder).made_count == 0


def test_a_logo_in_the_colour_of_its_ground_is_left_out_and_told(folder: pathlib.Path) -> None:
    put(folder, "logo.svg", LOGO.format(colour="#0a5a8c").encode())
    write(folder, 'brand: {colour: "#0a5a8c", logo: images/logo.svg}\n')
    assert [finding.rule for finding in told(folder)] == ["logo-unseen"]
    assert not any(file.path.startswith("pictures/logo") for file in prepared(folder).files)


def test_a_logo_that_could_run_stops_the_build(folder: pathlib.Path) -> None:
    put(folder, "logo.svg", LOGO.format(colour="#fff").replace("<rect", "<script/><rect").encode())
    write(folder, "brand: {logo: images/logo.svg}\n")
    (error,) = rendered(folder).errors
    assert error.rule == "picture-runs"
    assert "<script>" in error.message


def test_check_tells_the_same_and_writes_no_site(folder: pathlib.Path) -> None:
    put(folder, "tap.jpg", as_file(Image.new("RGB", (1600, 1200), "grey")))
    with workspace.open_workspace(folder, today=TODAY) as opened:
        found = check.check(opened, today=TODAY)
    assert "picture-empty" in {finding.rule for finding in found.findings}
    assert not (folder / "public").exists()


def test_a_second_build_changes_nothing(folder: pathlib.Path) -> None:
    for _ in range(2):
        with workspace.open_workspace(folder, today=TODAY) as opened:
            built = build.build(opened, today=TODAY)
    assert dataclasses.astuple(built.changes)[:3] == ((), (), ())


def test_a_photograph_in_a_text_is_made_in_every_width_dark_or_not_and_one_that_is_missing_is_told(
    folder: pathlib.Path,
) -> None:
    write(folder, "about: about.md\n")
    put(folder, "night.jpg", as_file(Image.new("RGB", (1300, 1000), "#050505")))
    (folder / "about.md").write_text("---\ntitle: Us\n---\nWe are two.\n\n![At night](images/night.jpg)\n", encoding="utf-8")
    site = {file.path: file.content for file in rendered(folder).files}
    page = site["about/index.html"].decode()
    sources = [path for path in site if path.startswith("pictures/night.")]
    assert sorted(path.rpartition("/")[2] for path in sources) == ["1200.avif", "480.avif", "720.avif", "720.jpg"]
    assert all(f"/{path}" in page for path in sources)
    (folder / "images" / "night.jpg").unlink()
    (finding,) = [found for found in rendered(folder).findings if found.severity is Severity.ERROR]
    assert finding.place is not None
    assert (finding.place.file, finding.place.line) == ("about.md", 6)
