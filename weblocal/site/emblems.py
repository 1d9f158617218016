"""What stands for a business where its name does not: the logo in the masthead, the picture beside a shared link, the touch icon."""

from weblocal.model import urls
from weblocal.model.business import Business
from weblocal.model.pictures import Pictures
from weblocal.site.picture_parts import Logo, SharePicture
from weblocal.site.tongue import Tongue

# narrower than twice its height, a logo cannot say the name at the size of a masthead
WIDE = 2


def logo(pictures: Pictures, tongue: Tongue) -> Logo | None:
    """The logo, if there is one that can be seen on its ground."""
    made = pictures.logo
    if made is None:
        return None
    return Logo(src=tongue.href(made.path), width=made.width, height=made.height, is_wide=made.width >= WIDE * made.height)


def share(pictures: Pictures, business: Business) -> SharePicture | None:
    """The picture for shared links, with the name as its words."""
    made = pictures.share
    if made is None:
        return None
    return SharePicture(url=business.root + made.path, width=made.width, height=made.height, alt=business.name)


def touch_icon(pictures: Pictures, tongue: Tongue) -> str:
    """The icon that phones put on their home screen, where a page must name it; the larger ones stand in the manifest.

    At the root of a domain they look for it by its name, and a page that said so would only be heavier.
    """
    if tongue.shared == "/":
        return ""
    return next((tongue.href(icon.path) for icon in pictures.icons if icon.width == urls.TOUCH_ICON_PX), "")
