"""Seals: light, the same for the same name, another one for another name, and nothing of a name can break out of them."""

import gzip
import re

import pytest
from lxml import etree

from weblocal.model.site import ArtworkKind
from weblocal.theming import drawings
from weblocal.theming.seals import drawing

ABOUT = ("Solicitor", "Sampleton")
NAMES = (
    "Harrow & Pike",
    "Jo",
    "Rechtsanwaltsgesellschaft Müller-Lüdenscheidt mbB",
    "سباكة النور",
    "司法書士 山田",
    "Ιωάννου",
    "•",
)


def parsed(svg: str) -> etree._Element:
    return etree.fromstring(svg)


@pytest.mark.parametrize("name", NAMES)
def test_a_seal_is_whole_and_weighs_less_than_a_kilobyte(name: str) -> None:
    svg = str(drawing.seal(name, ABOUT))
    ids = [each.get("id") for each in parsed(svg).iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    assert {each.removeprefix("#") for each in re.findall(r'href="(#[\w-]+)"', svg)} <= set(ids)
    assert len(gzip.compress(svg.encode(), 9)) < 1000


def test_the_same_name_has_the_same_seal_and_every_other_another() -> None:
    names = [f"Harrow & P{number}" for number in range(400)]
    lines = {re.sub(r"<text.*?</text>", "", str(drawing.seal(name, ABOUT))) for name in names}
    assert len(lines) == len(names)
    assert drawing.seal(NAMES[0], ABOUT) == drawing.seal(NAMES[0], ABOUT)


@pytest.mark.parametrize(
    ("name", "words", "lettering"),
    [
        ("Harrow & Pike", ABOUT, "Harrow & Pike · Solicitor · Sampleton · "),
        ("Jo", ("Baker",), "Jo · Baker · " * 4),
        ("A" * 48, ABOUT, "A" * 48 + " · Solicitor · "),
        ("A" * 60, ABOUT, "A" * 60 + " · "),
        ("A" * 90, ABOUT, ""),
        ("سباكة النور", ABOUT, ""),
        ("Harrow", ("محاماة",), "Harrow · " * 6),
    ],
)
def test_lettering_goes_round_once_or_often_and_is_left_out_where_letters_join(
    name: str, words: tuple[str, ...], lettering: str
) -> None:
    assert drawing.lettering(name, words).replace("\u00a0", " ") == lettering


def test_a_name_cannot_break_out_of_its_seal() -> None:
    name = '</textPath><script>x</script>"'
    assert not parsed(str(drawing.seal(name, ("<b>",)))).findall(".//{*}script")
    assert not parsed(str(drawing.rosette(name, 0))).findall(".//{*}script")


def test_everybody_has_a_rosette_of_their_own() -> None:
    drawn = drawings.of(ArtworkKind.SEAL, "columns", "Harrow & Pike", words=ABOUT, people=("Ada", "Alan", "Ada"))
    assert len(drawn.things) == 3
    ids = re.findall(r' id="([^"]+)"', drawn.hero + drawn.closing + "".join(drawn.things))
    assert len(ids) == len(set(ids))
    assert drawn.things[0] != drawn.things[1]


def test_the_closing_seal_leans_on_the_first() -> None:
    drawn = drawings.of(ArtworkKind.SEAL, "columns", "Harrow & Pike", words=ABOUT)
    for first, closing in (
        (drawn.hero, drawn.closing),
        (drawn.small, drawn.small_closing),
        (drawn.column, drawn.column_closing),
    ):
        (used,) = re.findall(r'href="#([^"]+)"', closing)
        assert f'id="{used}"' in first
