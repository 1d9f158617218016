"""Numbers and prices as the visitor's language writes them."""

import pytest

from tests.factories import a_business
from weblocal.site.tongue import Tongue


@pytest.mark.parametrize(
    ("language", "written", "shown"), [("en-GB", "4.8", "4.8"), ("de", "4.8", "4,8"), ("de", "4,8", "4,8"), ("de", "A+", "A+")]
)
def test_a_score_has_the_decimal_sign_of_the_language(language: str, written: str, shown: str) -> None:
    assert Tongue(a_business(language=language)).score(written) == shown
