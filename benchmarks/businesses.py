"""Invented businesses to measure with: each a folder of fifteen pages of its own words, the same on every machine and every day."""

import dataclasses
import hashlib
import pathlib
from collections.abc import Iterator

PAGE_COUNT = 15
WORDS_A_PAGE = 300

_TOWNS = ("Aldermoor", "Brackwell", "Cresby", "Dunholt", "Eastrigg", "Farnlow", "Garrowby", "Hexworth")
_FAMILIES = ("Marlow", "Tindall", "Okoro", "Pryce", "Sandhu", "Whitlock", "Novak", "Adair")
_COLOURS = ("#0b5d8f", "#1f6f43", "#8a3324", "#5a3a8c", "#a0560f", "#0f6b6b", "#7a1f4b", "#33475b")
_SERVICES = (
    ("leaks", "Leaks and burst pipes", "from 85"),
    ("boilers", "Boiler repair", "from 95"),
    ("bathrooms", "Bathrooms", "by quote"),
)
_AREAS = (("north-bank", "North Bank", "54.1050, -1.1150"), ("mill-end", "Mill End", "54.0420, -1.0080"))
_ARTICLE = ("stopcock", "Where the stopcock hides")
_HEADINGS = ("What is included", "Before we come", "How long it takes", "What it can grow into", "When it cannot wait")
_SENTENCES = (
    "We turn the water off first and talk about the repair when nothing drips any more.",
    "Most jobs of this kind are done in one visit, because the van carries the parts that break most often.",
    "The price you hear on the phone is the price on the bill, unless we find something nobody could see.",
    "If we do find it, we stop, show you, and **ask before we go on**.",
    "Old pipes seldom fail alone, so we look a yard further than the leak.",
    "Please clear the cupboard under the sink before we arrive; it saves you a quarter of an hour.",
    "A dripping valve loses a bath of water in a week and stains the wall behind it.",
    "We lay dust sheets from the door to the work and take them away again.",
    "Your landlord gets the record by mail on the same evening.",
    "Parts carry two years of guarantee and our own work carries five.",
    "In hard winters we keep two early slots free for people without heating.",
    "Take a photo of the plate on the boiler and send it, and we can often name the price at once.",
    "The meter tells more than the ear: if it moves with every tap closed, water goes where it should not.",
    "We do not sell a new boiler to somebody whose old one needs a fan.",
    "A slow drain is a blocked drain that has not finished yet.",
    "Chemicals from the shop rarely help and make the next hour unpleasant for whoever opens the trap.",
    "Tenants may ring us as well; we settle with the owner what is to be done.",
    "Floors over a cellar are quick to open and slow to close, so we say beforehand which it will be.",
    "When two of us come you pay for the longer pair of hands only.",
    "Lead pipe is still found in houses from before the war and should go when a wall is open anyway.",
    "We write down the pressure before and after, and you keep the sheet.",
    "Nobody needs to stay at home if a neighbour holds the key.",
    "Silver tape stops a split hose for a night, not for a week.",
    "Ask for the *second* price as well: sometimes a small repair now and a larger one in spring cost less together.",
    "The ferry lane floods in March, and we come by the upper road then without asking for more.",
    "Terraces here share one main, so we knock next door before anything is shut.",
    "Parking is by permit on weekdays; we bring our own and never send you to the machine.",
    "Many kitchens were moved to the back in the nineties, and the old runs still lie under the hall.",
    "The water is hard on this side and soft on the other, and a kettle tells you which you have.",
    "Farms past the bridge have their own wells, with pumps we know by name.",
    "We are round the corner on Tuesdays and Thursdays, so a small job need not wait for a large one.",
    "Sash windows and old bathrooms go together: bring the measurements, and we bring the patience.",
    "The school run fills the high street at nine; we are there before or after, not in it.",
    "Flats above the shops have their stopcock behind the meter cupboard on the half landing.",
    "If the alarm of the cellar pump sounds, press the red button once and ring us second.",
    "New estates have plastic pipe with a five-digit code on it; read it to us and we bring the fitting.",
    "Allotments are turned off in November and on in April, and we do the whole row in a morning.",
    "Gas runs in front of the houses and water behind, which is worth knowing before you dig.",
    "Our nearest shelf of parts is nine minutes away, and fourteen when the barrier is down.",
    "The council checks letting flats in autumn; we know what they look at and in which order.",
    "Boats need a different elbow, and there is one in the drawer behind the passenger seat.",
    "A tank in the loft freezes from the north side first, so that is the side we wrap.",
    "You may leave the key at the bakery, who have kept ours for eleven years.",
    "Two streets still have clay drains, and we send the camera in before we send the bill.",
    "On market day we walk the last part with a trolley.",
    "Showers on the hill need a pump, and the hill begins at the chapel.",
    "We lock the yard gate behind us because of the dog next door.",
    "Cottages by the weir have a step in every pipe where a wall once stood.",
)
# how many of them one text draws from; two texts of one business must not read as the same page twice
_DRAWN_FROM = 30


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """One invented business: its number decides its name, town, colour and the order of its sentences."""

    number: int

    @property
    def slug(self) -> str:
        """The name of its folder."""
        return f"client-{self.number:04d}"

    @property
    def name(self) -> str:
        """What stands on the sign; the number keeps the length equal and the artwork different."""
        return f"{_FAMILIES[self.number % len(_FAMILIES)]} Plumbing {self.number:04d}"

    @property
    def town(self) -> str:
        """Where it is."""
        return _TOWNS[(self.number // 3) % len(_TOWNS)]

    @property
    def phone(self) -> str:
        """A number from the range that is kept for stories."""
        return f"01632 96{self.number % 10_000:04d}"

    @property
    def website(self) -> str:
        """Its address."""
        return f"https://{self.slug}.example"

    def texts(self) -> Iterator[tuple[str, str, str]]:
        """Each text as the folder it lies in, its name and its title."""
        for key, title, _ in _SERVICES:
            yield "services", key, title
        for key, title, _ in _AREAS:
            yield "areas", key, f"Plumber in {title}"
        yield "articles", *_ARTICLE
        yield "", "about", f"About {self.name}"

    def words_of(self, key: str, *, edit: str = "") -> str:
        """About 300 words of Markdown: paragraphs, headings, a list, emphasis. `edit` is one more sentence at the end."""
        order = sorted(range(len(_SENTENCES)), key=lambda index: _digest(f"{self.number} {key} {index}"))[:_DRAWN_FROM]
        lines: list[str] = []
        counted = taken = 0
        while counted < WORDS_A_PAGE:
            part = [_SENTENCES[order[(taken + step) % len(order)]] for step in range(4)]
            heading = _HEADINGS[(taken // 4) % len(_HEADINGS)]
            block = "\n".join(f"- {sentence}" for sentence in part) if taken == 4 else " ".join(part)
            lines += [f"## {heading}", block] if taken else [block]
            counted += len(block.split())
            taken += 4
        if edit:
            lines.append(edit)
        return "\n\n".join(lines) + "\n"


def write(client: Client, folder: pathlib.Path, *, guides: int = 0) -> None:
    """Lay the business folder of `client` at `folder`, with so many more guides."""
    for part in ("services", "areas", "articles"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    profile = _profile(client)
    if guides:
        listed = "".join(f"  {guide(number)}: articles/{guide(number)}.md\n" for number in range(guides))
        profile = profile.replace("articles:\n", f"articles:\n{listed}")
    (folder / "business.yaml").write_text(profile, encoding="utf-8")
    for number in range(guides):
        write_guide(client, folder, number)
    for part, key, title in client.texts():
        write_text(client, folder, part, key, title=title)


def write_text(client: Client, folder: pathlib.Path, part: str, key: str, *, title: str, edit: str = "") -> None:
    """Lay one text; the same call with an `edit` is somebody saving the file."""
    dated = "date: 2026-11-02\n" if part == "articles" else ""
    front = f"---\ntitle: {title}\nsummary: {summary_of(title)}\n{dated}---\n"
    (folder / part / f"{key}.md").write_text(front + client.words_of(key, edit=edit), encoding="utf-8")


def guide(number: int) -> str:
    """The short name of one of many guides."""
    return f"guide-{number:05d}"


def guide_title(number: int) -> str:
    """What stands over it."""
    return f"Guide number {number:05d} for the house"


def write_guide(client: Client, folder: pathlib.Path, number: int, *, edit: str = "") -> None:
    """Lay one of many guides; the same call with an `edit` is somebody saving the file."""
    write_text(client, folder, "articles", guide(number), title=guide_title(number), edit=edit)


def summary_of(title: str) -> str:
    """The sentence under a title."""
    return f"{title}, with the price said first and a two-hour slot that holds."


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=8).digest()


def _profile(client: Client) -> str:
    colour = _COLOURS[client.number % len(_COLOURS)]
    services = "".join(
        f"  {key}:\n    name: {name}\n    price: {price}\n    summary: {summary_of(name)}\n    page: services/{key}.md\n"
        for key, name, price in _SERVICES
    )
    places = "".join(f'    {name}: "{at}"\n' for _, name, at in _AREAS)
    pages = "".join(f"    {key}: areas/{key}.md\n" for key, _, _ in _AREAS)
    return f"""profile: 1
name: {client.name}
trade: plumber
website: {client.website}
tagline: We say when, then we come.
lead: Leaks, boilers and bathrooms in {client.town} and ten miles around. You hear the price first.
since: 2009
phone: {client.phone}
email: hello@{client.slug}.example
address:
  street: 3 Tannery Yard
  town: {client.town}
  postcode: KB4 7LN
  country: GB
  map: "54.0500, -1.2000"
languages: [en-GB]
currency: GBP
zone: Europe/London
brand:
  colour: "{colour}"
hours:
  monday-friday: 07:30-18:00
  saturday: 08:00-13:00
  sunday: closed
services:
{services}areas:
  places:
{places}  radius: 10 miles
  pages:
{pages}about: about.md
articles:
  {_ARTICLE[0]}: articles/{_ARTICLE[0]}.md
placements: {{}}
review_link: https://reviews.example/{client.slug}
desk:
  address: https://desk.{client.slug}.example
"""
