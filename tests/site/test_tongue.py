"""Numbers and prices as the visitor's language writes them."""

import pytest

from tests.factories import a_business
from weblocal.site.tongue import Tongue


@pytest.mark.parametrize(
    ("language", "written", "shown"), [("en-GB", "4.8", "4.8"), ("de", "4.8", "4,8"), ("de", "4,8", "4,8"), ("de", "A+", "A+")]
)
def test_a_score_has_the_decimal_sign_of_the_language(language: str, written: str, shown: str) -> None:
    assert Tongue(a_business(language=language)).score(written) == shown


def test_a_score_with_its_best_runs_from_the_left_everywhere() -> None:
    assert Tongue(a_business(language="de")).out_of("4.8", 5) == "4,8 / 5"
    assert Tongue(a_business(language="ar-EG")).out_of("4.8", 5) == "\u2066٤٫٨ / ٥\u2069"


def test_pages_of_a_language_lie_below_its_prefix_and_files_do_not() -> None:
    tongue = Tongue(a_business(website="https://pipes.example/shop/cy", prefix="/cy", language="cy"))
    assert tongue.href("/contact/#form") == "/shop/cy/contact/#form"
    assert tongue.href("/") == "/shop/cy/"
    assert tongue.href("/404.html") == "/shop/cy/404.html"
    for shared in ("/business.vcf", "/fonts/a.woff2", "/q/k7m2", "/forms/quote"):
        assert tongue.href(shared) == f"/shop{shared}"
    assert tongue.href("https://elsewhere.example/") == "https://elsewhere.example/"
    assert tongue.here("/contact/") == "/cy/contact/"
