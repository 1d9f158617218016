"""Photographs between the words of a text: which lines are one, where they stand on the page, what the owner is told."""

import datetime as dt

import pytest
from lxml import html

from tests.factories import a_business, a_text
from tests.photographs import a_photo, ready
from weblocal.model.pictures import NO_PICTURES, Photo, Pictures
from weblocal.model.problems import Place
from weblocal.model.words import Text
from weblocal.site import illustrations, photo_advice, planning, rendering
from weblocal.theming.theme import Theme

TODAY = dt.date(2026, 11, 10)
VAN = "![The van](images/van.jpg)"


def of(body: str, *, file: str = "articles/one.md") -> tuple[Photo, ...]:
    return illustrations.photos(Text(body=body, place=Place(file=file, line=5)))


def about(theme: Theme, body: str, pictures: Pictures) -> html.HtmlElement:
    business = a_business(about=a_text(body))
    plan = planning.plan(business, theme, today=TODAY, pictures=pictures)
    files = {file.path: file.content.decode() for file in rendering.render(plan) if file.path.endswith(".html")}
    return html.document_fromstring(files["about/index.html"])


def order(page: html.HtmlElement) -> list[str]:
    """What stands in the page's words, in order: paragraphs by their text, pictures by what they show."""
    found = page.xpath("//*[contains(@class,'prose')]//*[self::p or self::img or self::h2]")
    return [each.get("alt") or each.text_content() for each in found]


def test_a_picture_on_a_line_of_its_own_is_a_photograph_with_its_place() -> None:
    (photo,) = of(f'Words.\n\n{VAN[:-1]} "On a Monday")\n')
    assert (photo.file, photo.words, photo.caption) == ("images/van.jpg", "The van", "On a Monday")
    assert photo.place == Place(file="articles/one.md", line=7)


@pytest.mark.parametrize(
    ("written", "file"),
    [
        ("images/van.jpg", "images/van.jpg"),
        ("../images/van.jpg", "images/van.jpg"),
        ("./van.jpg", "articles/van.jpg"),
        ("<images/my van.jpg>", "images/my van.jpg"),
        ("../../van.jpg", "../van.jpg"),
    ],
)
def test_a_file_is_looked_for_beside_the_profile_or_with_a_dot_beside_the_text(written: str, file: str) -> None:
    assert [photo.file for photo in of(f"![The van]({written})")] == [file]


@pytest.mark.parametrize(
    "line",
    [
        "![](images/van.jpg)",
        "![Far away](https://other.example/van.jpg)",
        "![Near](//other.example/van.jpg)",
        "![Runs](data:image/svg+xml;base64,AAAA)",
        "![Root](/etc/van.jpg)",
        f"Words {VAN}",
        f"```\n{VAN}\n```",
        f"    {VAN}",
        "![Never closed](images/van.jpg",
    ],
)
def test_what_is_no_photograph_of_the_owners_own_on_its_own_line_is_none(line: str) -> None:
    assert of(line) == ()


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_it_stands_where_it_was_put_with_blank_lines_or_without(theme: Theme, gap: str) -> None:
    body = f"Before.{gap}{VAN}{gap}After.\n\n## Next\n\n{VAN.replace('van', 'tap')}\n\nLast."
    page = about(theme, body, ready(a_photo("van"), a_photo("tap")))
    assert order(page) == ["Before.", "The van", "After.", "The tap", "Last."]
    assert not page.xpath("//p[not(node())]")


def test_one_that_could_not_be_made_ready_leaves_the_words_whole(theme: Theme) -> None:
    body = f"Before.\n\n{VAN}\n\nBetween.\n\n{VAN.replace('van', 'tap')}\n\nAfter."
    assert order(about(theme, body, NO_PICTURES)) == ["Before.", "Between.", "After."]
    assert order(about(theme, body, ready(a_photo("van")))) == ["Before.", "The van", "Between.", "After."]
    assert order(about(theme, body, ready(a_photo("tap")))) == ["Before.", "Between.", "The tap", "After."]


def test_letters_that_only_a_program_writes_make_no_picture(theme: Theme) -> None:
    body = f"\ue0000\ue001\n\n{VAN}\n\n\ue0007\ue001"
    page = about(theme, body, ready(a_photo("van")))
    assert order(page) == ["0", "The van", "7"]


def test_words_of_a_picture_are_words_whatever_they_hold(theme: Theme) -> None:
    body = '![A "tap" <script>x</script> & more](images/van.jpg "<b>not bold</b>")'
    page = about(theme, body, ready(a_photo("van")))
    assert page.xpath("//figure//img/@alt") == ['A "tap" <script>x</script> & more']
    assert page.xpath("string(//figcaption)") == "<b>not bold</b>"
    assert not page.xpath("//figure//b")


def test_the_rules_for_pictures_in_texts_are_carried_only_where_there_is_one(theme: Theme) -> None:
    style = "//style"
    assert ".prose figure{" in about(theme, VAN, ready(a_photo("van"))).xpath(f"string({style})")
    assert ".prose figure{" not in about(theme, "Words.", NO_PICTURES).xpath(f"string({style})")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("![](images/van.jpg)", "nothing says what it shows"),
        ("![Far](https://other.example/van.jpg)", "a site loads nothing from elsewhere"),
        (f"Words {VAN}", "it stands among words"),
    ],
)
def test_the_owner_is_told_why_a_picture_is_not_shown_and_where(theme: Theme, line: str, why: str) -> None:
    plan = planning.plan(a_business(about=a_text(f"One.\n\n{line}")), theme, today=TODAY)
    (finding,) = [found for found in photo_advice.advice(plan) if found.rule == "picture-in-text"]
    assert why in finding.message
    assert finding.place is not None
    assert finding.place.line == 3


def test_one_that_is_shown_is_no_finding(theme: Theme) -> None:
    plan = planning.plan(a_business(about=a_text(VAN)), theme, today=TODAY, pictures=ready(a_photo("van")))
    assert [found for found in photo_advice.advice(plan) if found.rule == "picture-in-text"] == []
