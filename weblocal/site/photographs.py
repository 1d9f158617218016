"""Which photographs stand where: a gallery from three on, one or two beside the promise, portraits of everybody or of nobody."""

from collections.abc import Iterable

from weblocal.model import urls
from weblocal.model.business import Business
from weblocal.model.pictures import Frame, Mounted, Photo, Pictures
from weblocal.model.records import record
from weblocal.model.services import Service
from weblocal.model.words import Teammate
from weblocal.site import illustrations
from weblocal.site.parts import Link, Section
from weblocal.site.picture_parts import Figure, Picture
from weblocal.site.tongue import Tongue
from weblocal.theming.theme import Theme

FEWEST_IN_A_GALLERY = 3
MOST_PAIRS_AT_HOME = 2
# how many stand in a gallery at home, and how many of them are large: each fills its rows without a gap
_LARGE_OF = {3: 1, 5: 1, 7: 3}
_AT = "at-"


@record
class Choice:
    """The photographs of one business that were good enough, by what becomes of them."""

    main: Photo | None = None
    second: Photo | None = None
    singles: tuple[Photo, ...] = ()
    pairs: tuple[Photo, ...] = ()

    @property
    def has_gallery(self) -> bool:
        """Whether there are three to show; a pair counts twice, and fewer than three single ones stand elsewhere."""
        singles = len(self.singles) if len(self.singles) >= FEWEST_IN_A_GALLERY else 0
        return singles + 2 * len(self.pairs) >= FEWEST_IN_A_GALLERY

    @property
    def at_home(self) -> tuple[Photo, ...]:
        """The single ones that the gallery at home shows: three, five or seven, in the owner's order."""
        count = max((size for size in _LARGE_OF if size <= len(self.singles)), default=0)
        return self.singles[:count]

    @property
    def has_more(self) -> bool:
        """Whether the gallery at home leaves some out, so that they have a page."""
        left_out = len(self.singles) > len(self.at_home) or len(self.pairs) > MOST_PAIRS_AT_HOME
        return self.has_gallery and left_out


def choose(business: Business, pictures: Pictures) -> Choice:
    """Sort the photographs that could be made ready; the one at the head of the home page does not stand in the gallery again."""
    main = business.main_photo if _is_ready(business.main_photo, pictures, Frame.HERO) else None
    ready = [photo for photo in business.photos if _is_ready(photo, pictures, Frame.TILE)]
    singles = [photo for photo in ready if photo.before is None and (main is None or photo.file != main.file)]
    pairs = tuple(photo for photo in business.photos if photo.before and _is_ready_pair(photo, pictures))
    if len(singles) >= FEWEST_IN_A_GALLERY:
        return Choice(main=main, singles=tuple(singles), pairs=pairs)
    if main is None and singles:
        main = singles.pop(0)
    return Choice(main=main, second=singles[0] if singles else None, pairs=pairs)


def _is_ready(photo: Photo | None, pictures: Pictures, frame: Frame) -> bool:
    return pictures.of(photo, frame) is not None


def _is_ready_pair(photo: Photo, pictures: Pictures) -> bool:
    return _is_ready(photo, pictures, Frame.PAIR) and _is_ready(photo.before, pictures, Frame.PAIR)


def wanted(business: Business) -> tuple[tuple[Photo, Frame], ...]:
    """Every photograph with each frame that it may stand in, before anybody knows whether it is good enough."""
    asked: list[tuple[Photo | None, Frame]] = [(business.main_photo, Frame.HERO)]
    for photo in business.photos:
        if photo.before:
            asked += [(photo, Frame.PAIR), (photo.before, Frame.PAIR)]
        else:
            asked += [(photo, Frame.LARGE), (photo, Frame.TILE)]
    for service in business.services:
        asked += [(service.photo, Frame.ROW), (service.photo, Frame.HERO)]
    asked += [(mate.photo, Frame.PORTRAIT) for mate in business.team]
    asked += [(photo, Frame.TEXT) for photo in illustrations.of_business(business)]
    return tuple(dict.fromkeys((photo, frame) for photo, frame in asked if photo))


class Photographs:
    """Makes the pictures of one site's pages, each for the frame it stands in."""

    def __init__(self, business: Business, tongue: Tongue, theme: Theme, pictures: Pictures) -> None:
        self._tongue = tongue
        self._theme = theme
        self._pictures = pictures
        self.choice = choose(business, pictures)
        self._sights: set[str] = set()

    def hero(self, photo: Photo | None) -> Picture | None:
        """The picture beside the promise, which is fetched at once."""
        return self._of(photo, Frame.HERO, is_first=True) or self._of(photo, Frame.LARGE, frame=Frame.HERO, is_first=True)

    def rows(self, services: tuple[Service, ...]) -> dict[str, Picture]:
        """The pictures of an index by the id of the service: of every row or of none, for rows of both kinds look unfinished."""
        found = {service.id: self._of(service.photo, Frame.ROW) for service in services}
        whole = {name: picture for name, picture in found.items() if picture}
        return whole if len(whole) == len(services) else {}

    def portraits(self, people: tuple[Teammate, ...]) -> tuple[Picture | None, ...]:
        """A portrait for everybody, or for nobody: mixed looks worse than none."""
        say = self._tongue.say
        found = [self._of(mate.photo, Frame.PORTRAIT, words=say("Portrait of {name}", name=mate.name)) for mate in people]
        return tuple(found) if all(found) else (None,) * len(people)

    def gallery(self, *, at_home: bool) -> Section | None:
        """The gallery; at home three, five or seven pictures and two pairs, with a link to the rest."""
        if not self.choice.has_gallery:
            return None
        more = None
        if at_home and self.choice.has_more:
            count = len(self.choice.singles) + len(self.choice.pairs)
            text = self._tongue.say("All {count} photos", count=count)
            more = Link(text=text, href=self._tongue.href(urls.GALLERY))
        return Section(
            id="photos",
            partial="gallery",
            title=self._tongue.say("Photos"),
            figures=self.figures(at_home=at_home),
            pairs=self.pairs(at_home=at_home),
            more=more,
        )

    def figures(self, *, at_home: bool) -> tuple[Figure, ...]:
        """The single pictures of the gallery, the large ones first; on the gallery's own page all are alike."""
        shown = self.choice.at_home if at_home else self.choice.singles
        large = _LARGE_OF.get(len(shown), 0) if at_home else 0
        found = (self._figure(photo, Frame.LARGE if number < large else Frame.TILE) for number, photo in enumerate(shown))
        return tuple(figure for figure in found if figure)

    def pairs(self, *, at_home: bool) -> tuple[Figure, ...]:
        """The pairs of before and after."""
        shown = self.choice.pairs[:MOST_PAIRS_AT_HOME] if at_home else self.choice.pairs
        found = (self._figure(photo, Frame.PAIR) for photo in shown)
        return tuple(figure for figure in found if figure)

    def between_words(self, photo: Photo) -> Figure | None:
        """A picture in a text, as wide as its words; None where it could not be made ready."""
        return self._figure(photo, Frame.TEXT)

    def sights(self) -> frozenset[str]:
        """The classes given so far that keep what matters in sight."""
        return frozenset(self._sights)

    def _figure(self, photo: Photo, frame: Frame) -> Figure | None:
        picture = self._of(photo, frame)
        if picture is None:
            return None
        return Figure(picture=picture, caption=photo.caption, before=self._of(photo.before, frame))

    def _of(
        self, photo: Photo | None, made_for: Frame, *, frame: Frame | None = None, words: str = "", is_first: bool = False
    ) -> Picture | None:
        mounted = self._pictures.of(photo, made_for)
        if photo is None or mounted is None:
            return None
        stands_in = frame or made_for
        return Picture(
            frame=stands_in.value,
            alt=photo.words or words,
            src=self._tongue.href(mounted.fallback.path),
            width=mounted.fallback.width,
            height=mounted.fallback.height,
            srcset=", ".join(f"{self._tongue.href(each.path)} {each.width}w" for each in mounted.avif),
            sizes=self._theme.sizes_of(stands_in),
            at=self._sight(mounted),
            is_first=is_first,
        )

    def _sight(self, mounted: Mounted) -> str:
        """The class for where the focus lies, to ten per cent; none for the middle."""
        x, y = (round(each / 10) * 10 for each in (mounted.sight.x, mounted.sight.y))
        if (x, y) == (50, 50):
            return ""
        self._sights.add(f"{_AT}{x}-{y}")
        return f"{_AT}{x}-{y}"


def sight_rules(classes: Iterable[str]) -> tuple[str, ...]:
    """The rules of the classes that keep what matters in sight; the policy allows no style attribute."""
    places = sorted(tuple(map(int, name.removeprefix(_AT).split("-"))) for name in classes)
    return tuple(f".{_AT}{x}-{y}{{object-position:{x}% {y}%}}" for x, y in places)
