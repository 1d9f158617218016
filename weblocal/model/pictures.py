"""The owner's photographs as the profile names them, and what a site knows of a picture once it has been made ready."""

import dataclasses
import enum

from weblocal.model.problems import Place
from weblocal.model.records import record


@record
class Focus:
    """What a crop must keep in sight, in per cent of the width and the height, from the upper left corner."""

    x: int = 50
    y: int = 50


MIDDLE = Focus()


@record
class Photo:
    """One photograph: its `file` beside the profile, `words` that say what it shows to those who cannot see it.

    `caption` stands under it (place and job); `before` is the same spot before the work; `is_kept` when the owner wants it shown
    although it was judged too dark, too bright or blurred; `place` is where the profile names it.
    """

    file: str
    words: str = ""
    caption: str = ""
    focus: Focus = MIDDLE
    before: "Photo | None" = None
    is_kept: bool = False
    place: Place = dataclasses.field(default=Place(file="business.yaml"), compare=False)


class Shape(enum.StrEnum):
    """The two shapes that photographs are cut to: mixed shapes make a page look thrown together."""

    WIDE = "4:3"
    SQUARE = "1:1"


class Frame(enum.StrEnum):
    """Where a picture stands on a page. A theme says in theme.yaml how wide each is there (`sizes`)."""

    HERO = "hero"
    LARGE = "large"
    TILE = "tile"
    PAIR = "pair"
    ROW = "row"
    PORTRAIT = "portrait"
    TEXT = "text"

    @property
    def shape(self) -> Shape | None:
        """The shape it is cut to; None = the one nearer to the photograph's own."""
        if self in {Frame.HERO, Frame.TEXT}:
            return None
        return Shape.SQUARE if self in {Frame.ROW, Frame.PORTRAIT} else Shape.WIDE

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths in pixels that visitors choose from; those wider than the photograph are not made."""
        return (240, 480, 720) if self in {Frame.ROW, Frame.PORTRAIT} else (480, 720, 1200)


class Ground(enum.StrEnum):
    """What a theme shows the logo on: the brand field or the paper."""

    PLATE = "plate"
    PAPER = "paper"


@record
class Rendition:
    """One file made of a picture: its path on the site, its media type, its size in pixels."""

    path: str
    type: str
    width: int
    height: int


@record
class Mounted:
    """A photograph made ready for one frame: AVIF in several widths, narrowest first, and one file that every browser reads.

    `sight` is where the focus lies within the crop.
    """

    file: str
    focus: Focus
    frame: Frame
    sight: Focus
    avif: tuple[Rendition, ...]
    fallback: Rendition


@record
class Pictures:
    """What a site knows of its pictures: the photographs that were good enough, the logo, the picture for shared links, icons."""

    mounted: tuple[Mounted, ...] = ()
    logo: Rendition | None = None
    share: Rendition | None = None
    icons: tuple[Rendition, ...] = ()

    def of(self, photo: Photo | None, frame: Frame) -> Mounted | None:
        """A photograph for one frame; None when it is missing or was left out."""
        if photo is None:
            return None
        found = (each for each in self.mounted if (each.file, each.focus, each.frame) == (photo.file, photo.focus, frame))
        return next(found, None)


NO_PICTURES = Pictures()
