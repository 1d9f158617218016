"""The rows about pictures: five widths of one photograph in AVIF and one JPEG, made for the first time, and asked for again.

    python -m benchmarks.pictures PHOTO FOLDER CACHE

makes them as a build does, in a process of its own: that is what is measured. Hugo resizes the same file to the same sizes in the same
formats from one template. Quality numbers mean different things to different encoders, so the bytes of both stand beside the row.
"""

import hashlib
import pathlib
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from benchmarks import hugo_sites, timing
from benchmarks.timing import Row, middle, ratio_of, seconds_of
from weblocal.disk.cache_folder import CacheFolder
from weblocal.model.pictures import MIDDLE, Shape
from weblocal.press import pictures
from weblocal.press.orders import ENDINGS, Developed, Order
from weblocal.press.pictures import Batch

if TYPE_CHECKING:  # what makes the photograph is no part of what is measured
    from PIL import Image

WIDTHS = (480, 720, 960, 1200, 1920)
FALLBACK = 720
_SIZE = (4000, 3000)
_ORDER = Order(shape=Shape.WIDE, focus=MIDDLE, widths=WIDTHS, fallback_width=FALLBACK, least_px=1000)
_AVIF_QUALITY, _JPEG_QUALITY = 58, 78


def photograph() -> "Image.Image":
    """Twelve megapixels with edges, gradients and the grain of a telephone's sensor; the same on every run."""
    from PIL import Image, ImageDraw

    width, height = _SIZE
    base = Image.linear_gradient("L").resize(_SIZE)
    image = Image.merge("RGB", (base, Image.radial_gradient("L").resize(_SIZE), base.transpose(Image.Transpose.ROTATE_180)))
    draw = ImageDraw.Draw(image)
    chance = hashlib.shake_256(b"photograph").digest(400 * 8)
    for at in range(0, len(chance), 8):
        x, y = (int.from_bytes(chance[at + step : at + step + 2], "big") for step in (0, 2))
        radius = 20 + chance[at + 4] * width // 4500
        x, y = x * width // 65536, y * height // 65536
        fill = (chance[at + 5], chance[at + 6], chance[at + 7])
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill)
    grain = Image.frombytes("L", (1000, 750), hashlib.shake_256(b"grain").digest(1000 * 750)).resize(_SIZE)
    return Image.blend(image, Image.merge("RGB", (grain, grain, grain)), 0.08)


def rows(scratch: pathlib.Path, *, rounds: int) -> Iterator[Row]:
    """Both rows; Hugo's columns stay empty where it is not installed."""
    environment = timing.surroundings(scratch)
    photo, folder, cache = scratch / "photo.jpg", scratch / "made", scratch / "kept"
    photograph().save(photo, quality=90)
    ours = (sys.executable, "-m", __name__, photo, folder, cache)
    ways: list[Callable[[], float]] = [lambda: _without(cache, ours, environment)]
    warm: list[Callable[[], float]] = [lambda: seconds_of(ours, environment)]
    hugo = hugo_sites.executable()
    site = scratch / "hugo_pictures"
    if hugo:
        _lay(site, photo)
        theirs = (hugo, "--source", site, "--destination", site / "public", "--quiet", "--noBuildLock")
        ways.append(lambda: _without(site / "resources", theirs, environment))
        warm.append(lambda: seconds_of(theirs, environment))
    made, kept = timing.in_turn(ways, rounds=rounds), timing.in_turn(warm, rounds=rounds)
    note = f"{_kib(folder)} KiB, {_kib(site / 'public')} KiB" if hugo else f"{_kib(folder)} KiB"
    yield _row("five widths of a photo, for the first time", made, note=note)
    yield _row("the same photo, unchanged", kept, note="a process that finds them kept")


def _row(what: str, figures: list[list[float]], *, note: str) -> Row:
    ours = figures[0]
    theirs = figures[1] if len(figures) > 1 else []
    return Row(
        what=what,
        weblocal=f"{middle(ours):.2f} s",
        peer=f"{middle(theirs):.2f} s" if theirs else "-",
        ratio=ratio_of(ours, theirs) if theirs else None,
        rounds=len(ours),
        note=note,
    )


def _without(cache: pathlib.Path, command: timing.Command, environment: dict[str, str]) -> float:
    """The seconds of a command that finds nothing kept."""
    for file in sorted(cache.rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    return seconds_of(command, environment)


def _lay(site: pathlib.Path, photo: pathlib.Path) -> None:
    """A Hugo site of one page that asks for the same pictures."""
    asked = [f'(slice {width} {width * 3 // 4} "avif q{_AVIF_QUALITY}")' for width in WIDTHS]
    asked.append(f'(slice {FALLBACK} {FALLBACK * 3 // 4} "jpeg q{_JPEG_QUALITY}")')
    template = (
        '{{ $photo := resources.Get "photo.jpg" }}{{ range slice '
        + " ".join(asked)
        + ' }}<img src="{{ ($photo.Resize (printf "%dx%d %s" (index . 0) (index . 1) (index . 2))).RelPermalink }}">{{ end }}'
    )
    settings = 'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term", "rss", "sitemap", "404"]\n'
    for name, text in (("layouts/index.html", template), ("hugo.toml", settings)):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    (site / "assets").mkdir(parents=True, exist_ok=True)
    (site / "assets" / "photo.jpg").write_bytes(photo.read_bytes())


def _kib(folder: pathlib.Path) -> int:
    files = (file for ending in ENDINGS.values() for file in folder.rglob(f"*.{ending}"))
    return sum(file.stat().st_size for file in files) // 1024


def make(photo: pathlib.Path, folder: pathlib.Path, cache: pathlib.Path) -> int:
    """Make the prints, or find them kept, and lay them in `folder`; how many there are."""
    content, kept = photo.read_bytes(), CacheFolder(folder=cache)
    said = f"{hashlib.blake2b(content, digest_size=16).hexdigest()} {pictures.version()} {_ORDER.words()}"
    name = hashlib.blake2b(said.encode(), digest_size=16).hexdigest()
    block = kept.read(name)
    if block is None:
        ((developed,),) = pictures.develop([Batch(content=content, orders=(_ORDER,))])
        kept.write(name, developed.to_bytes())
    else:
        developed = Developed.of_bytes(block)
    folder.mkdir(parents=True, exist_ok=True)
    for made in developed.prints:
        (folder / f"{made.width}.{ENDINGS[made.type]}").write_bytes(made.content)
    return len(developed.prints)


if __name__ == "__main__":
    asked_photo, asked_folder, asked_cache = map(pathlib.Path, sys.argv[1:])
    if make(asked_photo, asked_folder, asked_cache) != len(WIDTHS) + 1:
        sys.exit("the photograph was refused")
