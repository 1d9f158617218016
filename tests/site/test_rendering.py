"""A plan becomes files: the same bytes each time, pages that need nothing from elsewhere, and words only from the profile."""

import dataclasses
import datetime as dt
import gzip
import itertools
import json
import re

import pytest
from lxml import html

from tests.factories import a_business, a_form, a_service, a_trade
from tests.photographs import a_photo, ready
from tests.site.test_branches import HARBOUR
from weblocal.model.business import Address, Business, DeskSettings, HostKind, HostSettings
from weblocal.model.forms import Delivery
from weblocal.model.site import PageKind
from weblocal.site import accompanying, planning, rendering
from weblocal.theming.theme import Theme

TODAY = dt.date(2026, 11, 10)
NARROW_NO_BREAK = "\u202f"


@pytest.fixture(scope="module")
def site(theme: Theme, whole_business: Business) -> dict[str, str]:
    return built(theme, whole_business)


def built(theme: Theme, business: Business) -> dict[str, str]:
    files = rendering.render(planning.plan(business, theme, today=TODAY))
    return {file.path: file.content.decode("utf-8", "replace") for file in files}


def page(site: dict[str, str], path: str) -> html.HtmlElement:
    return html.document_fromstring(site[f"{path.lstrip('/')}index.html"])


def text_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def graph_of(document: html.HtmlElement) -> dict[str, dict[str, object]]:
    (script,) = document.xpath("//script[@type='application/ld+json']")
    return {str(node["@type"]): node for node in json.loads(script.text)["@graph"]}


def test_two_renders_are_the_same_bytes(theme: Theme, whole_business: Business) -> None:
    plan = planning.plan(whole_business, theme, today=TODAY)
    assert rendering.render(plan) == rendering.render(planning.plan(whole_business, theme, today=TODAY))


def test_every_kind_of_page_is_made(theme: Theme, whole_business: Business) -> None:
    photos = tuple(map(a_photo, ("van", "tap", "bath", "drain")))
    german = dataclasses.replace(whole_business.address, country="DE")  # whose law asks for one page more
    pictured = dataclasses.replace(whole_business, photos=photos, address=german, branches=(HARBOUR,))
    plan = planning.plan(pictured, theme, today=TODAY, pictures=ready(*photos))
    site = {file.path: file.content.decode("utf-8", "replace") for file in rendering.render(plan)}
    assert {page.kind for page in plan.pages} == set(PageKind)
    for each in plan.pages:
        path = each.path if each.path.endswith(".html") else f"{each.path}index.html"
        document = html.document_fromstring(site[path.lstrip("/")])
        assert document.findtext(".//title") == each.title
        assert len(document.xpath("//h1")) == 1
        assert text_of(document.xpath("//h1")[0])


def test_style_and_script_are_the_same_on_every_page_and_the_policy_names_them(site: dict[str, str]) -> None:
    styles, scripts = set(), set()
    for path, text in site.items():
        if path.endswith(".html") and not path.startswith("q/"):
            styles |= set(re.findall(r"<style>(.*?)</style>", text, re.DOTALL))
            scripts |= set(re.findall(r"<script>(.*?)</script>", text, re.DOTALL))
    assert len(styles) == 1
    assert len(scripts) == 1
    (policy,) = re.findall(r"Content-Security-Policy: (.*)", site["_headers"])
    assert f"script-src {accompanying.digest_for_policy(scripts.pop())};" in policy
    assert f"style-src {accompanying.digest_for_policy(styles.pop())};" in policy


def test_no_page_gives_two_parts_one_name(theme: Theme, site: dict[str, str]) -> None:
    bakery = built(theme, a_business(trade=a_trade(tiles="bakery"), name="مقهى النخلة"))
    for path, text in (*site.items(), *bakery.items()):
        if path.endswith(".html"):
            names = html.document_fromstring(text).xpath("//@id")
            assert len(names) == len(set(names)), path


def test_no_page_carries_a_style_attribute_or_a_handler(site: dict[str, str]) -> None:
    for path, text in site.items():
        if path.endswith(".html"):
            names = {name for element in html.document_fromstring(text).iter() for name in element.attrib}
            assert not {name for name in names if name == "style" or name.startswith("on")}, path


def test_no_page_loads_anything_from_elsewhere(site: dict[str, str]) -> None:
    for path, text in site.items():
        if path.endswith(".html"):
            document = html.document_fromstring(text)
            loaded = document.xpath("//link[@rel!='canonical']/@href | //img/@src | //script/@src | //use/@href")
            assert all(address.startswith(("/", "#")) for address in loaded), path
            assert "url(http" not in text


def test_the_home_page_fits_the_first_round_trip(site: dict[str, str]) -> None:
    assert len(gzip.compress(site["index.html"].encode(), 9)) < 14_000


def test_home_says_what_where_how_much_and_how_to_reach_us(site: dict[str, str]) -> None:
    home = page(site, "/")
    first = text_of(home.xpath("//main/div")[0])
    assert "The plumber who rings back." in first
    assert "Call 01632 960123" in first
    assert "Ask for a quote" in first
    whole = text_of(home)
    for words in ("from £85", "4.8 / 5", "from 212 Google reviews", "Millbrook", "Until 31 March 2027", "08:00 – 18:00"):
        assert words in whole, words


def test_sections_alternate_and_the_brand_field_never_follows_itself(site: dict[str, str]) -> None:
    for path in ("/", "/reviews/", "/about/", "/services/"):
        tones = [element.get("class") for element in page(site, path).xpath("//main/*")]
        plates = ["plate" in (tone or "").split() for tone in tones]
        assert not any(first and second for first, second in itertools.pairwise(plates)), path


def test_the_masthead_has_at_most_four_links_and_marks_where_we_are(site: dict[str, str]) -> None:
    services = page(site, "/services/")
    links = services.xpath("//nav[@class='nav']/a")
    assert 0 < len(links) <= 4
    assert [link.text for link in links if link.get("aria-current")] == ["Services"]


def test_a_form_works_without_script(site: dict[str, str]) -> None:
    (form, _) = page(site, "/contact/").xpath("//form")
    assert form.get("method") == "post"
    assert form.get("action") == "https://desk.bright-pipes.example/forms/quote"
    names = {field.get("name") for field in form.xpath(".//input|.//textarea")}
    assert {"name", "phone", "service", "message", "page", "placement", "started", "key", "website2"} <= names
    assert {"consent_offers", "consent_offers_version"} <= names
    assert form.xpath(".//button[not(@type) or @type='submit']")
    for field in form.xpath(".//input[@type='text' or @type='tel' or @type='email']|.//textarea"):
        assert form.xpath(f".//label[@for='{field.get('id')}']"), field.get("name")
        assert page(site, "/contact/").xpath(f"//*[@id='{field.get('aria-describedby')}']")


def test_no_consent_is_ticked_for_the_visitor(site: dict[str, str]) -> None:
    for path, text in site.items():
        if path.endswith(".html"):
            assert not html.document_fromstring(text).xpath("//input[@type='checkbox' and @checked]"), path


def test_the_trap_is_out_of_sight_of_people_and_of_screen_readers(site: dict[str, str]) -> None:
    (trap,) = page(site, "/").xpath("//input[@name='website2']")
    assert trap.get("tabindex") == "-1"
    assert trap.xpath("ancestor::*[@aria-hidden='true']")


def test_a_service_page_has_its_own_text_and_its_service_chosen(site: dict[str, str]) -> None:
    leaks = page(site, "/services/leaks/")
    assert [text_of(heading) for heading in leaks.xpath("//h2")][:2] == ["What is included", "Try this first"]
    assert leaks.xpath("//input[@type='radio' and @checked]/@value") == ["Leaks & burst pipes"]
    assert [text_of(link) for link in leaks.xpath("//nav[@class='crumbs']/*")] == ["Services", "Leaks & burst pipes"]
    assert set(graph_of(leaks)) == {"Plumber", "BreadcrumbList", "Service"}


def test_a_landing_page_notes_its_card_in_the_form(site: dict[str, str]) -> None:
    flyer = page(site, "/from/fl99/")
    assert flyer.xpath("//input[@name='placement']/@value") == ["fl99"]
    assert flyer.xpath("//input[@name='page']/@value") == ["/from/fl99/"]
    assert "£10 off your first visit" in text_of(flyer.xpath("//h1")[0])
    assert flyer.xpath("//meta[@name='robots']/@content") == ["noindex"]


@pytest.mark.parametrize(
    ("code", "words"),
    [("vn42", "Saw our van?"), ("st77", "Boiler repair"), ("rc55", "Something went wrong?"), ("k7m2", "Good to see you")],
)
def test_a_landing_page_speaks_of_what_its_card_leads_to(site: dict[str, str], code: str, words: str) -> None:
    assert text_of(page(site, f"/from/{code}/").xpath("//h1")[0]) == words


def test_a_check_in_leads_to_the_desk(site: dict[str, str]) -> None:
    assert page(site, "/from/k7m2/").xpath("//main//a/@href")[0] == "https://desk.bright-pipes.example/q/k7m2"


def test_questions_are_told_to_search_engines_on_their_page_only(site: dict[str, str]) -> None:
    assert "FAQPage" in graph_of(page(site, "/questions/"))
    assert "FAQPage" not in graph_of(page(site, "/"))


def test_services_are_told_once_where_they_are_listed(theme: Theme, site: dict[str, str]) -> None:
    assert "hasOfferCatalog" in graph_of(page(site, "/services/"))["Plumber"]
    assert "hasOfferCatalog" not in graph_of(page(site, "/"))["Plumber"]
    assert "hasOfferCatalog" in graph_of(page(built(theme, a_business()), "/"))["Plumber"]


def test_nothing_that_ends_a_script_element_stands_in_the_graph(theme: Theme) -> None:
    made = built(theme, a_business(name="Evil </script><script>alert(1)</script>"))
    assert "<script>alert" not in made["index.html"]
    assert "<script>alert" not in made["contact/index.html"]


def test_owners_words_are_never_markup(theme: Theme) -> None:
    business = a_business(tagline="<b>Bold</b>", services=(a_service(name="<i>x</i>"), a_service("y", name="{{ 7*7 }}")))
    home = built(theme, business)["index.html"]
    assert "<b>Bold</b>" not in home
    assert "<i>x</i>" not in home
    assert "{{ 7*7 }}" in html.document_fromstring(home).text_content()


def test_short_links_lead_to_the_desk_or_else_to_the_landing_page(theme: Theme, whole_business: Business) -> None:
    with_desk = built(theme, whole_business)
    assert "/q/fl99 https://desk.bright-pipes.example/q/fl99 302" in with_desk["_redirects"]
    alone = built(theme, dataclasses.replace(whole_business, desk=DeskSettings()))
    assert "/q/fl99 /from/fl99/ 302" in alone["_redirects"]
    assert 'content="0; url=/from/fl99/"' in alone["q/fl99/index.html"]


def test_old_addresses_are_sent_on(theme: Theme) -> None:
    host = HostSettings(kind=HostKind.FOLDER, redirects=(("/old-prices.html", "/services/"),))
    assert built(theme, a_business(host=host))["_redirects"].startswith("/old-prices.html /services/ 301\n")


def test_the_sitemap_lists_what_may_be_found_and_nothing_else(site: dict[str, str]) -> None:
    listed = re.findall(r"<loc>(.*?)</loc>", site["sitemap.xml"])
    assert "https://bright-pipes.example/services/leaks/" in listed
    assert not [address for address in listed if "/from/" in address or "/thanks/" in address]
    assert "Sitemap: https://bright-pipes.example/sitemap.xml" in site["robots.txt"]


def test_fonts_carry_their_content_in_their_names_and_are_kept_for_ever(site: dict[str, str]) -> None:
    fonts = [path for path in site if path.startswith("fonts/")]
    assert fonts
    assert all(re.fullmatch(r"fonts/[\w-]+\.[0-9a-f]{8}\.woff2", path) for path in fonts)
    (preload,) = page(site, "/").xpath("//link[@rel='preload']/@href")
    assert preload.lstrip("/") in fonts
    assert "/fonts/*\n  Cache-Control: public, max-age=31536000, immutable" in site["_headers"]


def test_forms_may_go_only_to_who_receives_them(theme: Theme) -> None:
    forms = (a_form(), a_form("b", delivery=Delivery.FORMSPREE, service_key="abc"))
    (policy,) = re.findall(r"Content-Security-Policy: (.*)", built(theme, a_business(forms=forms))["_headers"])
    assert "form-action 'self' https://desk.bright-pipes.example https://formspree.io;" in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


def test_a_street_that_is_not_public_is_in_no_file(theme: Theme) -> None:
    hidden = Address(street="12 Mill Lane", town="Sampleton", postcode="SA1 2AB", country="GB", public=False)
    for path, text in built(theme, a_business(address=hidden)).items():
        assert "Mill Lane" not in text, path
        assert "SA1 2AB" not in text, path


def test_without_an_endpoint_there_is_no_form_but_there_are_ways_in(theme: Theme) -> None:
    made = built(theme, a_business(forms=(a_form(delivery=Delivery.MAILTO),)))
    contact = page(made, "/contact/")
    assert not contact.xpath("//form")
    assert contact.xpath("//section[@id='form']//a/@href") == ["tel:+441632960123", "mailto:hello@bright-pipes.example"]
    assert "thanks/index.html" not in made


def test_without_a_phone_the_form_comes_first_and_nothing_dials(theme: Theme) -> None:
    made = built(theme, a_business(phone=None))
    assert page(made, "/").xpath("//p[@class='actions']/a/@href")[0] == "#form"
    assert not [path for path, text in made.items() if 'href="tel:' in text]


def test_a_site_in_a_folder_links_below_it(theme: Theme) -> None:
    made = built(theme, a_business(website="https://town.example/bright-pipes"))
    home = page(made, "/")
    assert home.xpath("//a[@class='mark']/@href") == ["/bright-pipes/"] * 2
    assert home.xpath("//link[@rel='canonical']/@href") == ["https://town.example/bright-pipes/"]
    assert home.xpath("//link[@rel='icon']/@href") == ["/bright-pipes/favicon.svg"]


def test_right_to_left_pages_say_so(theme: Theme) -> None:
    home = page(built(theme, a_business(language="ar", name="سباكة النور")), "/")
    assert home.get("dir") == "rtl"
    assert home.get("lang") == "ar"


def test_the_privacy_notice_speaks_only_of_what_is_done(theme: Theme, whole_business: Business) -> None:
    whole = text_of(page(built(theme, whole_business), "/privacy/"))
    assert "our own desk" in whole
    assert "730 days" in whole
    assert "Send me offers now and then." in whole
    alone = built(theme, a_business(forms=(), sequences=(), placements=(), offers=()))
    bare = text_of(page(alone, "/privacy/").xpath("//main")[0])
    assert "no cookies" in bare
    for words in ("desk", "Mails from us", "coupon", "tick"):
        assert words not in bare, words


def test_the_thank_you_page_says_when_and_gives_the_number(site: dict[str, str]) -> None:
    thanks = text_of(page(site, "/thanks/"))
    assert "within 2 hours" in thanks
    assert "01632 960123" in thanks


def test_a_number_is_dialled_in_full_and_shown_as_written(site: dict[str, str]) -> None:
    assert "tel:+441632960123" in site["index.html"]
    assert "01632 960123" in site["index.html"]
    assert NARROW_NO_BREAK not in site["index.html"]


def test_articles_say_when_they_were_written(site: dict[str, str]) -> None:
    guide = page(site, "/guides/guide-4/")
    assert "Written on 4 September 2026" in text_of(guide)
    assert graph_of(guide)["Article"]["datePublished"] == "2026-09-04"
