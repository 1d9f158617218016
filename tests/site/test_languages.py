"""A site in two languages: each page at its own place, every translation named from both sides, one style for all."""

import dataclasses
import datetime as dt
import json
import pathlib
import re

import pytest
from lxml import html

from weblocal.disk import bundled, tree
from weblocal.model.problems import Severity
from weblocal.profile.parsing import ParsedProfile, parse
from weblocal.profile.sources import Sources
from weblocal.site import checking, planning, rendering
from weblocal.site.planning import SitePlan
from weblocal.theming.theme import Theme
from weblocal.wording.soft_hyphens import SOFT_HYPHEN

PROFILES = pathlib.Path(__file__).parents[1] / "profiles"
TODAY = dt.date(2026, 11, 22)
ROOT = "https://gwaithcoedcelyn.example"


def parsed(folder: str) -> ParsedProfile:
    packs, found = tree.read_tree(bundled.trades_folder()), tree.read_tree(PROFILES / folder)
    return parse(Sources(names=found.names, read=found.read), Sources(names=packs.names, read=packs.read), today=TODAY)


@pytest.fixture(scope="module")
def plan(theme: Theme) -> SitePlan:
    found = parsed("bilingual")
    return planning.plan(found.business, theme, today=TODAY, also_in=found.also_in)


@pytest.fixture(scope="module")
def site(plan: SitePlan) -> dict[str, str]:
    return {file.path: file.content.decode() for file in rendering.render(plan) if not file.path.endswith(".woff2")}


def test_every_page_exists_in_both_languages(plan: SitePlan, site: dict[str, str]) -> None:
    (welsh,) = plan.also_in
    assert [page.path for page in welsh.pages] == [page.path for page in plan.pages]
    for path in ("index.html", "services/stairs/index.html", "guides/oiling/index.html", "from/van/index.html", "404.html"):
        assert 'lang="en-GB"' in site[path]
        assert 'lang="cy"' in site[f"cy/{path}"]


def test_what_stands_once_is_not_made_again(site: dict[str, str]) -> None:
    once = {path for path in site if not path.endswith(".html")}
    assert not [path for path in once if path.startswith("cy/")]
    assert "cy/q/van/index.html" not in site
    assert 'href="/favicon.svg"' in site["cy/index.html"]
    assert 'href="/business.vcf"' in site["cy/contact/index.html"]


def test_translations_name_each_other_and_the_default(site: dict[str, str]) -> None:
    for path in ("", "services/stairs/", "contact/"):
        named = {}
        for prefix in ("", "cy/"):
            document = html.document_fromstring(site[f"{prefix}{path}index.html"])
            links = document.xpath("//link[@rel='alternate']")
            named[prefix] = {link.get("hreflang"): link.get("href") for link in links}
            assert document.xpath("string(//link[@rel='canonical']/@href)") == f"{ROOT}/{prefix}{path}"
        assert (
            named[""]
            == named["cy/"]
            == {
                "en-GB": f"{ROOT}/{path}",
                "cy": f"{ROOT}/cy/{path}",
                "x-default": f"{ROOT}/{path}",
            }
        )


def test_every_page_leads_to_itself_in_the_other_language_by_that_languages_own_name(site: dict[str, str]) -> None:
    (to_welsh,) = html.document_fromstring(site["services/stairs/index.html"]).xpath("//a[@hreflang]")
    assert (to_welsh.text, to_welsh.get("href"), to_welsh.get("lang")) == ("Cymraeg", "/cy/services/stairs/", "cy")
    (to_english,) = html.document_fromstring(site["cy/services/stairs/index.html"]).xpath("//a[@hreflang]")
    assert (to_english.text, to_english.get("href")) == ("English", "/services/stairs/")


def test_links_within_a_language_stay_in_it(site: dict[str, str]) -> None:
    document = html.document_fromstring(site["cy/index.html"])
    pages = [href for href in document.xpath("//a[not(@hreflang)]/@href") if href.startswith("/") and "." not in href]
    assert pages
    assert [href for href in pages if not href.startswith("/cy/")] == []


def test_a_page_without_words_of_its_own_is_not_made_and_not_named(theme: Theme) -> None:
    found = parsed("bilingual")
    welsh = dataclasses.replace(found.also_in[0], about=None)
    plan = planning.plan(found.business, theme, today=TODAY, also_in=(welsh,))
    site = {file.path: file.content.decode("utf-8", "replace") for file in rendering.render(plan)}
    about = html.document_fromstring(site["about/index.html"])
    assert "cy/about/index.html" not in site
    assert about.xpath("//link[@hreflang]") == []
    (to_welsh,) = about.xpath("//a[@hreflang]")
    assert to_welsh.get("href") == "/cy/"


def test_the_sitemap_names_every_page_beside_its_translations(site: dict[str, str]) -> None:
    entries = re.findall(r"<url><loc>(.*?)</loc>(.*?)</url>", site["sitemap.xml"])
    places = [place for place, _ in entries]
    assert f"{ROOT}/cy/services/stairs/" in places
    assert len(places) == len(set(places))
    for place, translations in entries:
        assert f'href="{place}"' in translations
        assert translations.count("<xhtml:link") == 3


def test_all_pages_carry_one_style(site: dict[str, str]) -> None:
    pages = [text for path, text in site.items() if path.endswith(".html")]
    styles = {style for text in pages for style in re.findall(r"<style>(.*?)</style>", text, re.DOTALL)}
    assert len(styles) == 1


def test_a_form_says_on_which_page_it_stood(site: dict[str, str]) -> None:
    form = html.document_fromstring(site["cy/contact/index.html"]).xpath("//form")[0]
    assert form.xpath("string(.//input[@name='page']/@value)") == "/cy/contact/"
    assert form.get("action") == "https://desk.gwaithcoedcelyn.example/forms/quote"


def test_structured_data_speaks_the_language_of_one_business(site: dict[str, str]) -> None:
    def graph(path: str) -> list[dict[str, object]]:
        (script,) = html.document_fromstring(site[path]).xpath("//script[@type='application/ld+json']")
        return list(json.loads(script.text)["@graph"])

    english, welsh = graph("index.html")[0], graph("cy/index.html")[0]
    assert english["@id"] == welsh["@id"]
    assert welsh["description"] == "Grisiau, drysau a cheginau o'n gweithdy yn Llanfair. Rydym yn mesur cyn enwi pris."
    article = next(node for node in graph("cy/guides/oiling/index.html") if node["@type"] == "Article")
    assert article["inLanguage"] == "cy"


def test_what_is_not_there_is_said_in_the_language_of_the_folder(site: dict[str, str]) -> None:
    assert "/cy/* /cy/404.html 404" in site["_redirects"]


def test_our_own_checks_find_nothing_wrong(plan: SitePlan) -> None:
    files = rendering.render(plan)
    wrong = [finding for finding in checking.check(plan, files) if finding.severity is Severity.ERROR]
    assert [
        finding for finding in wrong if "business.vcf" not in finding.message and "special-hours" not in finding.message
    ] == []


def test_soft_hyphens_stand_in_headings_and_names_alone(theme: Theme) -> None:
    found = parsed("german")
    plan = planning.plan(found.business, theme, today=TODAY)
    site = {file.path: file.content.decode() for file in rendering.render(plan) if not file.path.endswith(".woff2")}
    document = html.document_fromstring(site["services/index.html"])
    assert any(SOFT_HYPHEN in heading.text_content() for heading in document.xpath("//h3 | //h1"))
    for path, text in site.items():
        if not path.endswith(".html"):
            assert SOFT_HYPHEN not in text, path
            continue
        page = html.document_fromstring(text)
        kept = page.xpath(
            "//title//text() | //script//text() | //@content | //@value | //option//text() | //@alt | //@aria-label"
        )
        assert not [words for words in kept if SOFT_HYPHEN in words], path
