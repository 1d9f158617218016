"""The icon of a business."""

from xml.etree import ElementTree as ET

import pytest

from weblocal.theming import icons, palette


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Marlow & Daughter", "MD"),
        ("The Café Beispiel", "CB"),
        ("Zahnarzt", "Z"),
        ("Ober-Schmidt", "OS"),
        ("the and", "TA"),
        ("مخبز الحي", "م"),
        ("24 Hour Glass", "2H"),
        ("!!!", "•"),
        ("", "•"),
        ("<b> & <i>", "BI"),
    ],
)
def test_initials_are_those_of_the_words_that_say_something(name: str, expected: str) -> None:
    assert icons.initials(name) == expected


@pytest.mark.parametrize("name", ["Marlow & Daughter", "<svg onload=x>", "ß", ""])
def test_the_icon_is_well_formed_whatever_the_name(name: str) -> None:
    root = ET.fromstring(icons.favicon(name, palette.from_brand("#0b5fa5")))
    assert [child.tag.rpartition("}")[2] for child in root] == ["style", "path", "path", "text"]
