"""What photographs could still do for a site: hints where some are missing, and a word where one is named and not shown."""

import re
from collections.abc import Iterator, Sequence

from weblocal.model import urls
from weblocal.model.business import Business
from weblocal.model.pictures import Frame
from weblocal.model.problems import Finding, Severity
from weblocal.site import illustrations, photographs
from weblocal.site.planning import SitePlan

_MOST_NAMED = 3


def advice(plan: SitePlan) -> Iterator[Finding]:
    """First what is named and not shown, then what one more photograph would add."""
    business, choice = plan.business, photographs.choose(plan.business, plan.pictures)
    yield from _in_texts(business)
    yield from _portraits(plan)
    yield from _rows(plan)
    if not plan.pictures.mounted:
        return
    if choice.has_gallery and choice.main is None:
        message = "The head of the home page shows the artwork, although there are photos."
        yield _told(Severity.HINT, "main-photo-missing", message=message, fix="Name your best one as main_photo.")
    if not choice.has_gallery and any(plan.pictures.of(photo, Frame.TILE) for photo in business.photos):
        message = "One or two photos stand beside the headlines; from three on they are a gallery."
        yield _told(Severity.HINT, "gallery-small", message=message, fix="Add one or two of your own work under photos.")


def _portraits(plan: SitePlan) -> Iterator[Finding]:
    """Portraits of some are shown of nobody: mixed looks worse than none."""
    team = plan.business.team
    without = [mate.name for mate in team if plan.pictures.of(mate.photo, Frame.PORTRAIT) is None]
    if any(mate.photo for mate in team) and without:
        message = f"No portrait of {_named(without)}, so nobody's is shown."
        yield _told(Severity.WARNING, "portraits-mixed", message=message, fix="Add the missing ones, or take the others out.")


def _rows(plan: SitePlan) -> Iterator[Finding]:
    services = plan.business.services
    without = [service.name for service in services if plan.pictures.of(service.photo, Frame.ROW) is None]
    if any(service.photo for service in services) and without:
        message = f"No photo of {_named(without)}, so the list of services shows none."
        fix = "Give every service one. Until then each stands on the service's own page alone."
        yield _told(Severity.HINT, "service-photos-mixed", message=message, fix=fix)


def _in_texts(business: Business) -> Iterator[Finding]:
    """A picture that cannot stand in a text is left out, and not in silence."""
    for text in illustrations.texts(business):
        for found, place in illustrations.unshown(text):
            why, fix = _unshown(found)
            yield Finding(
                rule="picture-in-text",
                severity=Severity.WARNING,
                page=str(place),
                message=f"The picture {found[0]} in this text is not shown: {why}.",
                fix=fix,
                place=place,
            )


def _unshown(found: re.Match[str]) -> tuple[str, str]:
    if illustrations.is_elsewhere(found["file"]):
        return "a site loads nothing from elsewhere", "Put the file beside business.yaml and name it here."
    if not found["words"].strip():
        return "nothing says what it shows", "Write that between [ and ], for those who cannot see it."
    return "it stands among words", "Give it a line of its own."


def _named(names: Sequence[str]) -> str:
    return ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")


def _told(severity: Severity, rule: str, *, message: str, fix: str) -> Finding:
    return Finding(rule=rule, severity=severity, page=urls.HOME, message=message, fix=fix)
