"""Which photographs stand where, what a theme is given of them, and what the owner is told when some are missing."""
# ruff: noqa: ANN401 - a maker takes whatever its noun takes

import dataclasses
import datetime as dt
import re
from typing import Any

import pytest
from lxml import html

from tests.factories import a_business, a_service, a_text
from tests.photographs import a_photo, mounted, ready
from weblocal.model.business import Business
from weblocal.model.pictures import Focus, Frame, Photo, Pictures, Rendition
from weblocal.model.site import HomeSection, PageKind
from weblocal.model.words import Teammate
from weblocal.site import photo_advice, photographs, planning, rendering
from weblocal.theming.theme import Theme

TODAY = dt.date(2026, 11, 10)
NAMES = ("van", "tap", "bath", "drain", "sink", "stove", "roof", "door", "step")


def some(count: int) -> tuple[Photo, ...]:
    return tuple(a_photo(name) for name in NAMES[:count])


def a_pair(name: str) -> Photo:
    return a_photo(name, before=a_photo(f"old-{name}"))


def chosen(photos: tuple[Photo, ...], *, main: Photo | None = None) -> photographs.Choice:
    business = a_business(photos=photos, main_photo=main)
    return photographs.choose(business, ready(*photos, *([main] if main else [])))


def site(theme: Theme, business: Business, pictures: Pictures) -> dict[str, str]:
    plan = planning.plan(business, theme, today=TODAY, pictures=pictures)
    return {file.path: file.content.decode("utf-8", "replace") for file in rendering.render(plan)}


def home(theme: Theme, pictures: Pictures, **changes: Any) -> html.HtmlElement:
    return html.document_fromstring(site(theme, a_business(**changes), pictures)["index.html"])


@pytest.mark.parametrize(("count", "at_home", "has_more"), [(3, 3, False), (4, 3, True), (5, 5, False), (6, 5, True), (7, 7, False), (9, 7, True)])  # fmt: skip
def test_a_gallery_at_home_has_three_five_or_seven(count: int, at_home: int, has_more: bool) -> None:  # noqa: FBT001 - a table
    choice = chosen(some(count))
    assert choice.has_gallery
    assert choice.at_home == some(count)[:at_home]
    assert choice.has_more is has_more


def test_one_or_two_stand_beside_the_headlines() -> None:
    assert (chosen(some(1)).main, chosen(some(1)).has_gallery) == (a_photo("van"), False)
    two = chosen(some(2))
    assert (two.main, two.second, two.has_gallery) == (a_photo("van"), a_photo("tap"), False)


def test_the_main_photo_does_not_stand_in_the_gallery_again() -> None:
    choice = chosen(some(4), main=a_photo("van"))
    assert choice.main == a_photo("van")
    assert choice.at_home == some(4)[1:]


def test_two_pairs_are_a_gallery_and_one_alone_is_none() -> None:
    assert chosen((a_pair("bath"), a_pair("sink"))).has_gallery
    assert not chosen((a_pair("bath"),)).has_gallery


def test_a_pair_of_which_one_half_is_missing_is_no_pair() -> None:
    pair = a_pair("bath")
    pictures = Pictures(mounted=(mounted(pair, Frame.PAIR),))
    assert photographs.choose(a_business(photos=(pair,)), pictures).pairs == ()


def test_photographs_that_were_not_good_enough_do_not_count() -> None:
    photos = some(3)
    assert not photographs.choose(a_business(photos=photos), ready(*photos[:2])).has_gallery


def test_every_frame_that_a_photograph_may_stand_in_is_asked_for() -> None:
    business = a_business(
        main_photo=a_photo("van"),
        photos=(a_photo("tap"), a_pair("bath")),
        services=(a_service(photo=a_photo("stove")),),
        team=(Teammate(id="ada", name="Ada", role="Owner", photo=a_photo("ada")),),
    )
    wanted = {(photo.file.removeprefix("images/"), frame) for photo, frame in photographs.wanted(business)}
    assert wanted == {
        ("van.jpg", Frame.HERO),
        ("tap.jpg", Frame.LARGE),
        ("tap.jpg", Frame.TILE),
        ("bath.jpg", Frame.PAIR),
        ("old-bath.jpg", Frame.PAIR),
        ("stove.jpg", Frame.ROW),
        ("stove.jpg", Frame.HERO),
        ("ada.jpg", Frame.PORTRAIT),
    }


def test_the_picture_of_the_first_screen_is_fetched_at_once_and_every_other_when_it_is_near(theme: Theme) -> None:
    photos = some(4)
    page = home(theme, ready(*photos), main_photo=photos[0], photos=photos)
    first, *others = page.xpath("//img")
    assert first.get("fetchpriority") == "high"
    assert first.get("loading") is None
    assert {other.get("loading") for other in others} == {"lazy"}
    assert {other.get("decoding") for other in others} == {"async"}
    (preload,) = page.xpath("//link[@rel='preload'][@as='image']")
    source = page.xpath("//picture/source")[0]
    assert preload.get("imagesrcset") == source.get("srcset")
    assert preload.get("imagesizes") == source.get("sizes")


def test_every_picture_states_its_size_its_widths_and_its_words(theme: Theme) -> None:
    photos = some(5)
    page = home(theme, ready(*photos), photos=photos)
    images = page.xpath("//img")
    assert len(images) == 5
    for image, source in zip(images, page.xpath("//picture/source"), strict=True):
        assert (image.get("width"), image.get("height")) == ("720", "540")
        assert image.get("alt").startswith("The ")
        assert re.findall(r" (\d+)w", source.get("srcset")) == ["480", "720", "1200"]
        assert source.get("sizes") != "100vw"


def test_a_page_without_photographs_carries_nothing_of_them(theme: Theme) -> None:
    plain = site(theme, a_business(), Pictures())["index.html"]
    for trace in ("<img", "<picture", ".gallery", 'as="image"', "og:image"):
        assert trace not in plain


def test_what_matters_stays_in_sight_by_a_class_and_not_by_a_style(theme: Theme) -> None:
    photo = a_photo("van", focus=Focus(x=22, y=81))
    pictures = Pictures(mounted=(mounted(photo, Frame.HERO, sight=Focus(x=22, y=81)),))
    page = site(theme, a_business(main_photo=photo), pictures)["index.html"]
    assert 'class="at-20-80"' in page
    assert ".at-20-80{object-position:20% 80%}" in page


def test_words_of_the_owner_are_words_in_every_place(theme: Theme) -> None:
    photo = dataclasses.replace(a_photo(), words='"><script>alert(1)</script>', caption="<b>x</b>")
    photos = (photo, *some(3)[1:])
    page = site(theme, a_business(photos=photos), ready(*photos))["index.html"]
    assert "<script>alert" not in page
    assert "<b>x</b>" not in page


def people(*photographed: str) -> tuple[Teammate, ...]:
    return tuple(
        Teammate(id=name, name=name.title(), role="Plumber", photo=a_photo(name) if name in photographed else None)
        for name in ("ada", "ben")
    )


def test_everybody_has_a_portrait_or_nobody(theme: Theme) -> None:
    pictures = ready(a_photo("ada"), a_photo("ben"))
    both = home(theme, pictures, team=people("ada", "ben"))
    assert [image.get("alt") for image in both.xpath("//*[@id='team']//img")] == ["The ada", "The ben"]
    assert not home(theme, pictures, team=people("ada")).xpath("//*[@id='team']//img")


def test_a_portrait_without_words_says_whose_it_is(theme: Theme) -> None:
    team = tuple(dataclasses.replace(mate, photo=dataclasses.replace(a_photo(mate.id), words="")) for mate in people())
    page = home(theme, ready(a_photo("ada"), a_photo("ben")), team=team)
    assert page.xpath("//*[@id='team']//img")[0].get("alt") == "Portrait of Ada"


def test_every_service_shows_its_photograph_or_none(theme: Theme) -> None:
    pictures = ready(a_photo("tap"), a_photo("bath"))
    leaks, baths = a_service("leaks", name="Leaks", photo=a_photo("tap")), a_service("baths", name="Baths")
    whole = home(theme, pictures, services=(leaks, dataclasses.replace(baths, photo=a_photo("bath"))))
    assert len(whole.xpath("//*[@id='services']//img")) == 2
    assert not home(theme, pictures, services=(leaks, baths)).xpath("//*[@id='services']//img")


def test_a_service_shows_its_photograph_on_its_own_page(theme: Theme) -> None:
    service = a_service("leaks", name="Leaks", photo=a_photo("tap"), page=a_text("Words."))
    files = site(theme, a_business(services=(service, a_service())), ready(a_photo("tap")))
    page = html.document_fromstring(files["services/leaks/index.html"])
    assert page.xpath("//main//picture")


def test_pictures_in_the_text_of_the_gallery_page_are_all_there(theme: Theme) -> None:
    photos = some(9)
    files = site(theme, a_business(photos=photos), ready(*photos))
    assert len(html.document_fromstring(files["photos/index.html"]).xpath("//main//img")) == 9
    assert len(html.document_fromstring(files["index.html"]).xpath("//*[@id='photos']//img")) == 7


def test_the_gallery_is_a_section_that_a_trade_may_place(theme: Theme) -> None:
    photos = some(3)
    plan = planning.plan(a_business(photos=photos), theme, today=TODAY, pictures=ready(*photos))
    assert HomeSection.GALLERY in plan.home_sections
    assert PageKind.GALLERY not in {page.kind for page in plan.pages}


def test_shared_links_and_telephones_get_their_pictures(theme: Theme) -> None:
    icons = tuple(
        Rendition(path=path, type="image/png", width=side, height=side)
        for path, side in (("/icon-512.png", 512), ("/icon-192.png", 192), ("/apple-touch-icon.png", 180))
    )
    share = Rendition(path="/pictures/share.1.png", type="image/png", width=1200, height=630)
    pictures = Pictures(share=share, icons=icons)
    files = site(theme, a_business(website="https://plumber.example/shop/"), pictures)
    page = html.document_fromstring(files["index.html"])
    told = {meta.get("property") or meta.get("name"): meta.get("content") for meta in page.xpath("//meta")}
    assert told["og:image"] == "https://plumber.example/shop/pictures/share.1.png"
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
    assert told["og:image:alt"]
    assert told["twitter:card"] == "summary_large_image"
    assert page.xpath("//link[@rel='apple-touch-icon']/@href") == ["/shop/apple-touch-icon.png"]
    assert '"purpose": "maskable"' in files["site.webmanifest"]
    assert '"image":"https://plumber.example/shop/pictures/share.1.png"' in files["index.html"]


def told(theme: Theme, pictures: Pictures, **changes: Any) -> set[str]:
    plan = planning.plan(a_business(**changes), theme, today=TODAY, pictures=pictures)
    return {finding.rule for finding in photo_advice.advice(plan)}


def test_the_owner_is_told_what_one_more_photograph_would_add(theme: Theme) -> None:
    pictures = ready(*some(9), a_photo("ada"), a_photo("ben"))
    assert told(theme, pictures) == set()
    assert told(theme, pictures, photos=some(2)) == {"gallery-small"}
    assert told(theme, pictures, photos=some(3)) == {"main-photo-missing"}
    assert told(theme, pictures, team=people("ada")) == {"portraits-mixed"}
    assert told(theme, pictures, team=people("ada", "ben")) == set()
    mixed = (a_service(photo=a_photo("tap")), a_service("leaks", name="Leaks"))
    assert told(theme, pictures, services=mixed) == {"service-photos-mixed"}
