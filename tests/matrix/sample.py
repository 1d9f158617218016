"""Which cases of the matrix are looked at: a sample for every run of the suite, and the whole."""

import itertools
import pathlib
from collections.abc import Iterator

from tests.matrix.businesses import Case

ROOT = pathlib.Path(__file__).resolve().parents[2]
THEMES = tuple(sorted(folder.name for folder in (ROOT / "themes").iterdir() if (folder / "theme.yaml").is_file()))
TRADES = ("plumber", "cafe", "salon", "dentist", "gym", "lawyer", "shop")
EVERY_TRADE = tuple(sorted(path.stem for path in (ROOT / "weblocal" / "trades").glob("*.yaml")))
LANGUAGES = ("en", "de", "ar")
COLOURS = (
    "#ffd400", "#000000", "#ffffff", "#ff5fa2", "#8ecae6", "#808080", "#0b5fa5", "#8a3b5c", "#1f6f43", "#c6f135", "#d9480f", "#5b21b6",
)  # fmt: skip


def sampled() -> tuple[Case, ...]:
    """Each theme three times: another trade, language, colour, fullness, with and without photographs each time."""
    fullness = ("whole", "sparse", "overfull")
    cases = []
    for place, (number, theme) in itertools.product(range(3), enumerate(THEMES)):
        at = number + place * len(THEMES)
        cases.append(
            Case(
                trade=TRADES[at % len(TRADES)],
                theme=theme,
                language=LANGUAGES[(number + place) % 3],
                colour=COLOURS[at % len(COLOURS)],
                fullness=fullness[place],
                has_photos=place == 0 and number % 2 == 0,
            )
        )
    return tuple(cases)


def whole() -> Iterator[Case]:
    """Every trade by theme by picture by language by colour, then every pack sparse and overfull in its own theme."""
    for trade, theme, has_photos, language, colour in itertools.product(TRADES, THEMES, (False, True), LANGUAGES, COLOURS):
        yield Case(trade=trade, theme=theme, has_photos=has_photos, language=language, colour=colour)
    for trade, fullness in itertools.product(EVERY_TRADE, ("sparse", "overfull")):
        yield Case(trade=trade, fullness=fullness)
