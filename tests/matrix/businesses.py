"""Made-up businesses for the matrix: of any trade, in three languages, sparse, whole or overfull, with photographs or none."""

import dataclasses
import io
import json
import pathlib
import random
from collections.abc import Iterator
from typing import Any

from PIL import Image, ImageDraw

PHOTO = (1600, 1200)
WORDS = {
    "en": {
        "town": "Sampleton", "name": "Harbour Street", "tagline": "The one that rings back.", "lead": "Two minutes from the station, open late on Thursdays.",
        "service": "A job of the usual kind", "summary": "What it is, how long it takes, what it does not include.", "question": "Do you come out at weekends",
        "answer": "Yes, on Saturdays until noon. Ring before Thursday.", "review": "They came when they said, and it still works.", "long": "Thermostatradiatorventilsatz",
    },
    "de": {
        "town": "Musterstadt", "name": "Hafenstraße", "tagline": "Der Betrieb, der zurückruft.", "lead": "Zwei Minuten vom Bahnhof, donnerstags länger geöffnet.",
        "service": "Ein Auftrag der üblichen Art", "summary": "Was es ist, wie lange es dauert und was nicht dazugehört.", "question": "Kommen Sie auch am Wochenende",
        "answer": "Ja, samstags bis mittags. Rufen Sie bis Donnerstag an.", "review": "Sie kamen, wann sie gesagt hatten, und es hält.", "long": "Donaudampfschifffahrtsgesellschaftskapitän",
    },
    "ar": {
        "town": "دبي", "name": "شارع الميناء", "tagline": "من يعيد الاتصال بك.", "lead": "على بعد دقيقتين من المحطة، ونفتح حتى وقت متأخر يوم الخميس.",
        "service": "عمل من النوع المعتاد", "summary": "ما هو، وكم يستغرق، وما لا يشمله.", "question": "هل تعملون في عطلة نهاية الأسبوع",
        "answer": "نعم، يوم السبت حتى الظهر. اتصل قبل الخميس.", "review": "جاؤوا في الموعد، وما زال يعمل.", "long": "الاستقلالية",
    },
}  # fmt: skip
COUNTRIES = {"en": ("GB", "01632 960123", "SA1 2AB"), "de": ("DE", "030 23125 000", "10115"), "ar": ("AE", "04 555 0123", "")}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One site of the matrix. `fullness` is sparse (name, trade, town, phone), whole, or overfull."""

    trade: str
    theme: str = ""
    language: str = "en"
    colour: str = "#0b5fa5"
    fullness: str = "whole"
    has_photos: bool = False

    @property
    def name(self) -> str:
        """A name for reports and folders."""
        pictured = "photos" if self.has_photos else "no-photos"
        return f"{self.trade}-{self.theme or 'own'}-{self.language}-{self.colour.lstrip('#')}-{self.fullness}-{pictured}"


def write(case: Case, folder: pathlib.Path) -> pathlib.Path:
    """The business folder of a case, ready to be built."""
    folder.mkdir(parents=True, exist_ok=True)
    profile = dict(_least(case))
    if case.fullness != "sparse":
        profile |= _whole(case, count=40 if case.fullness == "overfull" else 5)
    if case.has_photos:
        profile |= _photos(case, folder)
    for number in range(1, 4):
        text = f"---\ntitle: {_words(case)['service']} {number}\ndate: 2026-0{number}-01\n---\n{_prose(case)}"
        (folder / f"text-{number}.md").write_text(text, encoding="utf-8")
    # JSON is YAML, and quotes everything that needs quotes
    (folder / "business.yaml").write_text(json.dumps(profile, ensure_ascii=False, indent=1), encoding="utf-8")
    return folder


def _words(case: Case) -> dict[str, str]:
    return WORDS[case.language]


def _least(case: Case) -> Iterator[tuple[str, Any]]:
    country, phone, postcode = COUNTRIES[case.language]
    words = _words(case)
    address = {"town": words["town"], "country": country}
    if case.fullness != "sparse":
        address |= {"street": "12 Mill Lane"} | ({"postcode": postcode} if postcode else {})
    yield "name", f"{words['name']} {words['long']} & Co" if case.fullness == "overfull" else words["name"]
    yield "trade", case.trade
    yield "website", "https://harbour.example"
    yield "slug", "harbour"
    yield "email", "hello@harbour.example"
    yield "phone", phone
    yield "address", address
    yield "languages", ["en-GB" if case.language == "en" else case.language]
    yield "brand", {"colour": case.colour} | ({"theme": case.theme} if case.theme else {})


def _whole(case: Case, *, count: int) -> dict[str, Any]:
    words, is_overfull = _words(case), count > 8
    services = {
        f"s{number}": {
            "name": f"{words['service']} {number}" + (f" {words['long']}" if is_overfull and number % 5 == 0 else ""),
            "price": ("from 48", "85-140", "by quote", "free", "1250")[number % 5],
            "takes": "45 min",
            "summary": words["summary"],
            **({"page": f"text-{number}.md"} if number <= 3 else {}),
            **({"group": f"{words['service']} {'ABCD'[number // 10]}"} if is_overfull else {}),
        }
        for number in range(1, count)
    }
    return {
        "tagline": words["tagline"],
        "lead": words["lead"],
        "since": "2009",
        "hours": {
            "monday-wednesday": "08:00-18:00",
            "thursday": "08:00-20:00",
            "friday": "22:00-02:00",
            "2026-12-25": "closed",
        },
        "services": services,
        "prices": [
            {"name": f"{words['service']} {n}", "price": f"{12 + n}.50", "note": words["summary"][:60]} for n in range(1, count)
        ],
        "team": {
            f"m{n}": {"name": f"{words['name']} {n}", "role": words["service"]} for n in range(1, 4 if not is_overfull else 9)
        },
        "facts": [{"headline": f"{n}0 min", "detail": words["service"]} for n in (2, 4)],
        "rating": {"score": "4.7", "count": "212", "where": "Google"},
        "review_link": "https://g.page/r/harbour/review",
        "reviews": [
            {
                "words": f"{words['review']} {n}",
                "said": {"by": f"J. {n}", "where": "Google", "month": "2026-09", "stars": str(5 - n % 2)},
            }
            for n in range(1, 4 if not is_overfull else 61)
        ],
        "faq": {f"{words['question']} {n}?": words["answer"] for n in range(1, count)},
        "articles": {"first": "text-1.md", "second": "text-2.md"},
        "offers": {
            "autumn": {"text": words["tagline"], "terms": words["lead"], "coupon": {"worth": "10", "until": "2027-03-31"}}
        },
    }


def _prose(case: Case) -> str:
    words = _words(case)
    return f"{words['lead']} {words['summary']}\n\n## {words['question']}?\n\n{words['answer']}\n\n- {words['review']}\n- {words['service']}\n"


def _photos(case: Case, folder: pathlib.Path) -> dict[str, Any]:
    """Five drawn photographs, sharp and well lit; the last one stands upright."""
    (folder / "images").mkdir(exist_ok=True)
    names = [f"images/photo-{number}.jpg" for number in range(1, 6)]
    for number, name in enumerate(names):
        size = PHOTO if number < 4 else PHOTO[::-1]
        (folder / name).write_bytes(_photo(size, number))
    words = _words(case)
    return {
        "main_photo": {names[0]: words["tagline"]},
        "photos": {name: f"{words['service']} {n}" for n, name in enumerate(names[1:])},
    }


def _photo(size: tuple[int, int], seed: int) -> bytes:
    """A still scene with light, edges and grain, as a photograph has: a wall, a window's light, a table with things on it."""
    width, height = size
    chance = random.Random(seed)
    wall = (150 + 15 * seed, 140, 125 + 10 * (5 - seed))
    picture = Image.new("RGB", size, wall)
    drawn = ImageDraw.Draw(picture)
    for x in range(0, width, 8):
        lit = int(45 * (1 - abs(x - width * 0.3) / width))
        drawn.rectangle((x, 0, x + 8, height), fill=tuple(min(255, tone + lit) for tone in wall))
    drawn.polygon(
        [(width * 0.1, 0), (width * 0.4, 0), (width * 0.6, height * 0.7), (width * 0.3, height * 0.7)], fill=(238, 226, 200)
    )
    drawn.rectangle((0, height * 0.7, width, height), fill=(96, 66, 48))
    for at in range(5):
        x, wide, tall = width * (0.12 + 0.17 * at), width * 0.09, height * chance.uniform(0.15, 0.45)
        colour = tuple(chance.randint(40, 220) for _ in range(3))
        drawn.rounded_rectangle((x, height * 0.78 - tall, x + wide, height * 0.78), radius=wide * 0.3, fill=colour)
        drawn.rectangle((x + wide * 0.15, height * 0.78 - tall * 0.9, x + wide * 0.3, height * 0.74), fill=(250, 245, 235))
    grain = Image.effect_noise(size, 28).convert("RGB")
    made = io.BytesIO()
    Image.blend(picture, grain, 0.12).save(made, "JPEG", quality=88)
    return made.getvalue()
