"""Parlour's colour as light: whatever brand colour there is, words can be read on every tint that carries them."""

import itertools
import pathlib
import re

from weblocal.theming import colours, palette
from weblocal.theming.palette import Scheme

STYLES = pathlib.Path(__file__).resolve().parents[2] / "themes" / "parlour" / "styles"
CUBE = [
    f"#{red:02x}{green:02x}{blue:02x}" for red in range(0, 256, 15) for green in range(0, 256, 15) for blue in range(0, 256, 15)
]
_MIX = r"color-mix\(in srgb,var\(--(\w+)\) (\d+)%,var\(--paper\)\)"
# the token of the words, the token or tint under them
WORDS = (
    ("ink", "h1"),
    ("ink", "h2"),
    ("ink", "h3"),
    ("ink", "sun"),
    ("soft", "paper"),
    ("soft", "h1"),
    ("soft", "h2"),
    ("soft", "sun"),
    ("on", "plate"),
    ("paper", "ink"),
)


def stated_tints() -> dict[str, tuple[tuple[str, float], tuple[str, float]]]:
    """Each tint as the stylesheet states it: the colour that is mixed with paper and its share, light and dark."""
    css = (STYLES / "10-ground.css").read_text(encoding="utf-8")
    found = {}
    for name, light, light_share, dark, dark_share in re.findall(rf"--(\w+):light-dark\({_MIX},{_MIX}\)", css):
        found[name] = ((light, int(light_share) / 100), (dark, int(dark_share) / 100))
    for name, colour, share in re.findall(rf"--(\w+):{_MIX}", css):
        found[name] = ((colour, int(share) / 100),) * 2
    return found


def mixed(one: str, other: str, share: float) -> str:
    """What `color-mix(in srgb)` makes of two colours."""
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + "".join(f"{round(first * share + second * (1 - share)):02x}" for first, second in pairs)


def tokens(scheme: Scheme, tints: dict[str, tuple[str, float]]) -> dict[str, str]:
    plain = {"paper": scheme.paper, "ink": scheme.ink, "plate": scheme.plate, "on": scheme.on}
    return plain | {name: mixed(getattr(scheme, colour), scheme.paper, share) for name, (colour, share) in tints.items()}


def test_words_can_be_read_on_every_tint_for_any_brand_colour() -> None:
    stated = stated_tints()
    assert {"h1", "h2", "h3", "h4", "sun", "soft"} <= set(stated)
    worst: dict[tuple[str, str, str], float] = {}
    for colour in CUBE:
        made = palette.from_brand(colour)
        for which, (name, scheme) in enumerate((("light", made.light), ("dark", made.dark))):
            found = tokens(scheme, {tint: pair[which] for tint, pair in stated.items()})
            for words, ground in WORDS:
                pair = (name, words, ground)
                worst[pair] = min(worst.get(pair, 99), colours.contrast(found[words], found[ground]))
    assert {pair: round(ratio, 2) for pair, ratio in worst.items() if ratio < 4.5} == {}


def test_the_four_strengths_can_be_told_apart_for_any_brand_colour() -> None:
    stated = stated_tints()
    for colour in CUBE[::7]:
        made = palette.from_brand(colour)
        for which, scheme in enumerate((made.light, made.dark)):
            found = tokens(scheme, {tint: pair[which] for tint, pair in stated.items()})
            steps = [found[name] for name in ("paper", "h2", "h3", "h4")]
            for one, other in itertools.pairwise(steps):
                assert colours.distance(one, other) > 0.008, colour
