"""Make the fonts of the themes from the packages they are published in; run again only to change a cut.

    npm pack @fontsource-variable/bricolage-grotesque @fontsource/young-serif @fontsource/inter @fontsource-variable/fraunces @fontsource-variable/newsreader @fontsource-variable/archivo
    npm pack @fontsource/arimo @fontsource/gelasio                                                # only measured, see below
    .venv/bin/python scripts/make_fonts.py FOLDER [FACE ...]     # each package unpacked below FOLDER; only the faces named, or all

Axes are pinned before the letters are cut out, which halves the file. None of these families reserves its name, so a
cut may keep it (Open Font License, clause 3). Written beside the web fonts: the same cut as TTF for print, and a table of
advances, from which headlines are fitted without opening a font.

Printed: the `stand_in` lines of theme.yaml. Arial and Georgia stand in until a face has come; Arimo and Gelasio have their
widths and heights to the unit and may be measured by anybody.
"""

import pathlib
import sys

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

THEMES = pathlib.Path(__file__).resolve().parents[1] / "themes"
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x100), 0x131, 0x152, 0x153, 0x2C6, 0x2DA, 0x2DC, *range(0x2013, 0x2016), 0x2018]
LATIN += [0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2020, 0x2022, 0x2026, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC]
LATIN += [0x2122, 0x2190, 0x2192, 0x2212, 0x2605, 0x2606]
LATIN_EXT = [*range(0x100, 0x130), *range(0x132, 0x152), *range(0x154, 0x180), 0x218, 0x219, 0x21A, 0x21B, 0x1E9E]

# theme, name, family as print names it, package file stem (by script), axes to pin
CUTS = (
    ("fascia", "bricolage", "Bricolage Grotesque", "bricolage-grotesque-{script}-standard-normal", {"wdth": 82, "wght": 800, "opsz": 72}),
    ("fascia", "young", "Young Serif", "young-serif-{script}-400-normal", {}),
    ("parlour", "fraunces", "Fraunces", "fraunces-{script}-full-normal", {"opsz": 96, "SOFT": 60, "WONK": 0, "wght": 430}),
    ("ledger", "newsreader", "Newsreader", "newsreader-{script}-standard-normal", {"opsz": 28, "wght": 420}),
    ("bulletin", "archivo", "Archivo", "archivo-{script}-wdth-normal", {"wdth": 62, "wght": 800}),
)  # fmt: skip
# a second cut of a theme that sets nothing but figures and the signs beside them
FIGURES = (("bulletin", "archivo-figures", "archivo-latin-wdth-normal", {"wdth": 125, "wght": 900}),)
FIGURE_SIGNS = [ord(sign) for sign in " 0123456789.,:/%+-\u2013\u2212$\u00a3\u20ac\u00a0"]
# face, the file of the metric twin of its stand-in
STAND_INS = {
    "bricolage": "arimo-latin-700-normal",
    "young": "gelasio-latin-700-normal",
    "fraunces": "gelasio-latin-400-normal",
    "newsreader": "gelasio-latin-400-normal",
    "archivo": "arimo-latin-700-normal",
}
# the letters of a usual headline, in the proportion of one
SAMPLE = "The quick plumber who rings back at seven in the morning. What It Costs, Good To Know, Reviews From People Like You"
PRINT_TEXT = (
    ("inter", "Inter", "inter-{script}-400-normal"),
    ("inter-bold", "Inter", "inter-{script}-700-normal"),
)


def main(folder: pathlib.Path, faces: list[str]) -> None:
    """Write every cut, or only those of the faces named."""
    for theme, name, family, stem, axes in CUTS:
        if faces and name not in faces:
            continue
        target = THEMES / theme / "fonts"
        target.mkdir(parents=True, exist_ok=True)
        for script, letters in (("latin", LATIN), ("latin-ext", LATIN_EXT)):
            font = _cut(_source(folder, stem.format(script=script)), letters, axes)
            font.flavor = "woff2"
            font.save(target / f"{name}-{script}.woff2")
        whole = _joined(folder, stem, axes, family=family, target=target)
        whole.save(target / f"{name}.ttf")
        (target / f"{name}.advances").write_text(_advances(whole), encoding="utf-8")
        stretched = _stand_in(TTFont(target / f"{name}.ttf"), TTFont(_source(folder, STAND_INS[name])))
        print(name, *stretched, sep="\n    ")
    for theme, name, stem, axes in FIGURES:
        if not faces or name in faces:
            figures = _cut(_source(folder, stem), FIGURE_SIGNS, axes)
            figures.flavor = "woff2"
            figures.save(THEMES / theme / "fonts" / f"{name}.woff2")
    if not faces:
        for name, family, stem in PRINT_TEXT:
            target = THEMES / "fascia" / "fonts"
            _joined(folder, stem, {}, family=family, target=target).save(target / f"{name}.ttf")


def _stand_in(face: TTFont, twin: TTFont) -> tuple[str, str, str]:
    """How a stand-in is stretched: overrides of height count on the size after stretching, so they are divided by it."""
    size = _mean_width(face) / _mean_width(twin)
    em, heights = face["head"].unitsPerEm, face["hhea"]
    return (
        f"stand_in_size: {size:.1%}",
        f"stand_in_ascent: {heights.ascent / em / size:.1%}",
        f"stand_in_descent: {-heights.descent / em / size:.1%}",
    )


def _mean_width(font: TTFont) -> float:
    letters, widths = font.getBestCmap(), font["hmtx"]
    return sum(widths[letters[ord(letter)]][0] for letter in SAMPLE) / len(SAMPLE) / font["head"].unitsPerEm


def _source(folder: pathlib.Path, stem: str) -> pathlib.Path:
    return next(folder.rglob(f"{stem}.woff2"))


def _cut(path: pathlib.Path, letters: list[int], axes: dict[str, float]) -> TTFont:
    font = TTFont(path, recalcTimestamp=False)  # the same packages make the same bytes
    if axes:
        font = instancer.instantiateVariableFont(font, axes, inplace=True)
    options = subset.Options()
    options.layout_features = ["kern", "liga", "lnum", "tnum", "mark", "mkmk", "ccmp", "locl"]
    options.name_IDs = [0, 1, 2, 3, 4, 6, 13, 14]
    options.hinting = False
    options.notdef_outline = True
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=letters)
    cutter.subset(font)
    return font


def _joined(folder: pathlib.Path, stem: str, axes: dict[str, float], *, family: str, target: pathlib.Path) -> TTFont:
    """Both scripts in one font, for print, where a file is no download."""
    parts = []
    for script, letters in (("latin", LATIN), ("latin-ext", LATIN_EXT)):
        font = _cut(_source(folder, stem.format(script=script)), letters, axes)
        font.flavor = None
        part = target / f"part-{script}.ttf"
        font.save(part)
        parts.append(str(part))
    whole = Merger().merge(parts)
    whole.recalcTimestamp = False
    first = TTFont(parts[0])["head"]
    whole["head"].created, whole["head"].modified = first.created, first.modified
    for part in parts:
        pathlib.Path(part).unlink()
    for number in (1, 16):
        whole["name"].setName(family, number, 3, 1, 0x409)
    return whole


def _advances(font: TTFont) -> str:
    """One line per letter: its code point and its advance in thousandths of an em."""
    em = font["head"].unitsPerEm
    widths, letters = font["hmtx"], font.getBestCmap()
    return "".join(f"{code:04x} {round(widths[name][0] * 1000 / em)}\n" for code, name in sorted(letters.items()))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), sys.argv[2:])
