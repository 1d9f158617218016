"""The brand as a signal: one field for light and dark alike, and plain black and white where it would not be one."""

import dataclasses

from weblocal.theming import colours
from weblocal.theming.palette import GREY_CHROMA, Palette

# a signal nearer than this, in OKLab, to the paper or to the black board is none
_FROM_PAPER, _FROM_BLACK = 0.12, 0.20


def signal(made: Palette, brand: str) -> Palette:
    """The palette with the light field in both schemes. Black, white and grey brands, and those nobody would see, get paper and ink."""
    plate, on = made.light.plate, made.light.on
    if _is_plain(brand, made):
        plate, on = made.light.paper, made.light.ink
    light, dark = (dataclasses.replace(scheme, plate=plate, on=on, acc=plate, on_acc=on) for scheme in (made.light, made.dark))
    return Palette(light=light, dark=dark)


def blend(made: Palette) -> str:
    """How a grey photograph is printed on the field in one colour: dark lettering multiplies, light lettering screens."""
    return "multiply" if colours.luminance(made.light.plate) > colours.luminance(made.light.on) else "screen"


def _is_plain(brand: str, made: Palette) -> bool:
    _, chroma, _ = colours.to_oklch(brand)
    if chroma < GREY_CHROMA:
        return True
    return (
        colours.distance(made.light.plate, made.light.paper) < _FROM_PAPER
        or colours.distance(made.light.plate, made.dark.paper) < _FROM_BLACK
        or made.light.on == made.light.paper
    )
