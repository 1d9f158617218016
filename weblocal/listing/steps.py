"""What to do with a listing file once it is written: the steps on each platform, each with the link that leads there."""

from weblocal.model.business import Business

GOOGLE = "https://business.google.com/locations"
BING = "https://www.bingplaces.com/"
APPLE = "https://business.apple.com/"
OPENSTREETMAP = "https://www.openstreetmap.org/"


def google() -> tuple[str, ...]:
    """From our sheet to a changed profile."""
    return (
        f"Sign in at {GOOGLE} with the account that owns the profile.",
        "Download the profile first and keep that file: it is the way back, and weblocal listing drift reads it.",
        "Add business, then Import businesses, and choose the file. Google shows every change before it is made.",
        "If the store code differs from the one at Google, take Google's into the file: the code tells it which profile is meant.",
        "A day or two later, download again and run: weblocal listing drift EXPORT",
    )


def bing(*, has_template: bool) -> tuple[str, ...]:
    """Through Google, which Bing takes over whole; or with Bing's own file, filled."""
    if has_template:
        return (
            f"Sign in at {BING} and open the bulk upload you took the template from.",
            "Choose the filled file and look at the preview, the hours first of all.",
            "Every upload counts as the whole entry: fill the same file again next time, and leave no row out.",
        )
    return (
        "Put Google right first: weblocal listing export google",
        f"Sign in at {BING} and choose Import from Google; Bing takes name, address, hours and photos over.",
        "Look at the hours and special hours there, and save.",
        "Bing publishes no sheet of its own. With one that you downloaded there: weblocal listing export bing --template FILE",
    )


def apple(*, has_template: bool) -> tuple[str, ...]:
    """The form's four steps, with what to type; or a filled template."""
    if has_template:
        return (
            f"Sign in at {APPLE} and upload the filled file where you took the template from.",
            "Look at the hours before you send it: their form in such files is not published.",
        )
    return (
        f"Sign in at {APPLE}, choose Locations and add one, or open yours.",
        "Copy the four steps above, field by field.",
        "Special hours are entered on the location itself, one date after the other.",
        "It is in review for up to five days.",
    )


def openstreetmap(business: Business) -> tuple[str, ...]:
    """Where on the map, and how to be a good guest there."""
    address = business.address
    spot = OPENSTREETMAP
    if address.public and address.latitude is not None and address.longitude is not None:
        spot = f"{OPENSTREETMAP}edit#map=19/{address.latitude:.5f}/{address.longitude:.5f}"
    return (
        f"Open {spot} and find the business; add it as a point only where it is not on the map yet.",
        "Paste the tags above into its tag list as text, and keep tags that others have added.",
        "Say in the comment that you are the owner. Enter your own business by hand: bulk edits need the community's leave.",
    )
