"""What an owner is told of photographs: which cannot be used, which are better left out, and what to do about each."""

from collections.abc import Iterator, Sequence

from weblocal.errors import NotFound
from weblocal.model.pictures import Frame, Photo
from weblocal.model.problems import Finding, Severity
from weblocal.press.opening_limits import LARGEST_FILE, LARGEST_MEGAPIXELS
from weblocal.press.orders import Developed
from weblocal.press.refusals import Refusal

_MESSENGER = "Take the original from the camera or telephone; messengers and mail programs make photos small."
_AGAIN = "Take it again in daylight, or leave it out. If it must be so, write show_anyway: yes under it."

# what is wrong, and what to do
_SAID = {
    Refusal.NO_PICTURE: ("is no picture, whatever its name says.", "Export the photo as JPEG and put that file in its place."),
    Refusal.HEIC: (
        "is HEIC, which only Apple's programs show, under another name.",
        "Export it as JPEG; on an iPhone: Settings, Camera, Formats, Most Compatible.",
    ),
    Refusal.BROKEN: ("is damaged, or only a part of a picture.", "Copy it again from the camera or telephone."),
    Refusal.TOO_MANY_PIXELS: (f"has more than {LARGEST_MEGAPIXELS} million pixels.", "Save a copy that is 4000 pixels wide."),
    Refusal.TOO_LARGE_A_FILE: (
        f"is larger than {LARGEST_FILE // (1024 * 1024)} MB.",
        "Save a copy as JPEG, 4000 pixels wide.",
    ),
    Refusal.CRASHED: (
        "could not be opened: reading it failed altogether.",
        "Open it in a picture program and save it as JPEG under a new name.",
    ),
    Refusal.RUNS: (
        "holds something that could run, or load from elsewhere: {measured}.",
        "Export it again as plain SVG, with fonts as paths and pictures left out, or as PNG.",
    ),
    Refusal.TOO_SMALL: ("is too small for its place ({measured} pixels), so it is left out.", _MESSENGER),
    Refusal.TOO_DARK: ("is too dark, so it is left out.", _AGAIN),
    Refusal.TOO_BRIGHT: ("is too bright, so it is left out.", _AGAIN),
    Refusal.EMPTY: ("shows hardly anything: it is even all over. It is left out.", _AGAIN),
    Refusal.BLURRED: ("is blurred, so it is left out.", _AGAIN),
}


def of(results: Sequence[tuple[Photo, Frame, Developed]]) -> tuple[Finding, ...]:
    """The findings, each thing said once of each photograph however often it is used."""
    return tuple(dict.fromkeys(_of_each(results)))


def of_logo(logo: Photo, developed: Developed) -> tuple[Finding, ...]:
    """Why a logo is not taken; a site without one shows its name, so what is merely small does not stop it."""
    return (_refused(logo, developed.refusal, developed.measured),) if developed.refusal else ()


def unread(photo: Photo, gone: NotFound) -> Finding:
    """A file that could not be read at all."""
    return _finding(photo, Severity.ERROR, "picture-unreadable", message=gone.message, fix=gone.fix)


def _of_each(results: Sequence[tuple[Photo, Frame, Developed]]) -> Iterator[Finding]:
    shown = {photo.file for photo, _, developed in results if developed.prints}
    for photo, _, developed in results:
        if developed.refusal:
            if developed.refusal is Refusal.TOO_SMALL and photo.file in shown:
                continue  # too small for one place, and good enough for another
            yield _refused(photo, developed.refusal, developed.measured)
        if developed.heavy:
            message = f"{photo.file} has so much fine detail that it stays heavy ({developed.heavy[-1]} pixels wide)."
            fix = "A photo with a calm background loads faster."
            yield _finding(photo, Severity.HINT, "picture-heavy", message=message, fix=fix)


def _refused(photo: Photo, refusal: Refusal, measured: str) -> Finding:
    what, fix = _SAID[refusal]
    severity = Severity.ERROR if refusal.is_unusable else Severity.WARNING
    rule = f"picture-{refusal.value.replace(' ', '-')}"
    return _finding(photo, severity, rule, message=f"{photo.file} {what.format(measured=measured)}", fix=fix)


def _finding(photo: Photo, severity: Severity, rule: str, *, message: str, fix: str) -> Finding:
    return Finding(rule=rule, severity=severity, page=str(photo.place), message=message, fix=fix, place=photo.place)
