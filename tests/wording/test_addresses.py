"""Postal addresses in the order of their country."""

import pytest

from weblocal.model.business import Address
from weblocal.wording import addresses


def address(country: str, *parts: str, public: bool = True) -> Address:
    street, town, postcode, region = (*parts, "", "", "", "")[:4]
    return Address(country=country, street=street, town=town, postcode=postcode, region=region, public=public)


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        (address("GB", "12 Mill Lane", "Sampleton", "SA1 2AB"), ("12 Mill Lane", "Sampleton", "SA1 2AB")),
        (address("DE", "Gerberstraße 14a", "Ellerwiek", "24999"), ("Gerberstraße 14a", "24999 Ellerwiek")),
        (address("US", "12 Mill St", "Sampleton", "62701", "IL"), ("12 Mill St", "Sampleton, IL 62701")),
        (address("US", "12 Mill St", "Sampleton", "62701"), ("12 Mill St", "Sampleton 62701")),
        (address("IT", "Via Roma 3", "Campione", "20100", "MI"), ("Via Roma 3", "20100 Campione MI")),
        (address("TR", "Çarşı Cad. 3", "Örnekköy", "34000", "İstanbul"), ("Çarşı Cad. 3", "34000 Örnekköy/İstanbul")),
        (address("BR", "Rua das Flores, 3", "Exemplo", "01000-000", "SP"), ("Rua das Flores, 3", "Exemplo-SP", "01000-000")),
        (address("HU", "Fő utca 3.", "Mintafalva", "1234"), ("Mintafalva", "Fő utca 3.", "1234")),
        (address("AE", "شارع النخيل 3", "دبي", "", "دبي"), ("شارع النخيل 3", "دبي")),
        (
            address("UA", "вул. Садова, 3", "Зразкове", "01001", "Київська обл."),
            ("вул. Садова, 3", "Зразкове", "Київська обл.", "01001"),
        ),
        (address("JP", "見本町1-2-3", "見本市", "100-0001", "東京都"), ("〒100-0001", "東京都 見本市", "見本町1-2-3")),
        (address("JP", "1-2-3 Mihon", "Sample", "100-0001", "Tokyo"), ("1-2-3 Mihon", "Sample, Tokyo 100-0001")),
        (address("BR", "Rua das Flores, 3", "Exemplo"), ("Rua das Flores, 3", "Exemplo")),
    ],
)
def test_each_country_has_its_own_order(written: Address, lines: tuple[str, ...]) -> None:
    assert addresses.lines(written) == lines


def test_a_street_that_is_not_public_is_not_among_the_lines() -> None:
    assert addresses.lines(address("DE", "Gerberstraße 14a", "Ellerwiek", "24999", public=False)) == ("Ellerwiek",)


@pytest.mark.parametrize("country", ["GB", "DE", "AE", "HK", "MO", "KY", "XX"])
def test_no_country_loses_the_town_of_a_business(country: str) -> None:
    assert "Sampleton" in " ".join(addresses.lines(address(country, "3 Mill Lane", "Sampleton", "1234")))


def test_one_line_has_the_commas_of_the_language() -> None:
    written = address("AE", "شارع النخيل 3", "دبي")
    assert addresses.one_line(written, "ar") == "شارع النخيل 3، دبي"
    assert addresses.one_line(written, "en-GB") == "شارع النخيل 3, دبي"
