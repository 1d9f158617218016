"""What the theme's partials are given of pictures: frozen values, every word, width and class already chosen."""

from markupsafe import Markup

from weblocal.model.records import record


@record
class Picture:
    """One photograph, ready for its `frame`: `srcset` is AVIF in several widths, `src` the file that every browser reads.

    `at` names the class that keeps what matters in sight where a box cuts further (empty = the middle). `is_first` says that it
    stands in the first screen: it is fetched at once, every other one when somebody comes near it.
    """

    frame: str
    alt: str
    src: str
    width: int
    height: int
    srcset: str = ""
    sizes: str = "100vw"
    at: str = ""
    is_first: bool = False


@record
class Figure:
    """A picture of the gallery with its caption (which may be empty); `before` shows the same spot before the work."""

    picture: Picture
    caption: str = ""
    before: Picture | None = None


@record
class Illustration:
    """A picture between the words of a text, and the words that follow it (clean HTML, which may be empty)."""

    figure: Figure
    prose: Markup


@record
class Logo:
    """The owner's logo: a wide one stands in place of the name, any other beside it."""

    src: str
    width: int
    height: int
    is_wide: bool


@record
class SharePicture:
    """What other sites show beside a link to this one; `url` is whole, because they fetch it from elsewhere."""

    url: str
    width: int
    height: int
    alt: str
