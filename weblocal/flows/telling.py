"""Why a job could not be done, as sentences: the same on a preview page and in a fleet's list."""

from weblocal.errors import ImportInvalid, ProfileInvalid, SiteInvalid, ThemeInvalid, WeblocalError
from weblocal.model.problems import Severity


def sentences(failure: WeblocalError) -> tuple[str, ...]:
    """Why something could not be built, one sentence for each thing to change."""
    match failure:
        case ProfileInvalid() | ThemeInvalid() | ImportInvalid():
            return tuple(str(problem) for problem in failure.problems)
        case SiteInvalid():
            errors = (finding for finding in failure.findings if finding.severity is Severity.ERROR)
            return tuple(f"{finding.page}: {finding.message} {finding.fix}".strip() for finding in errors)
        case _:
            return (f"{failure.message} {failure.fix}".strip(),)
