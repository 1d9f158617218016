"""Every exception weblocal raises, drawn as one tree, and the exit code each ends with.

    WeblocalError                 message, fix
    ├── ProblemsFound             1   the owner's files or our output need a change
    │   ├── ProfileInvalid            problems of business.yaml and the texts beside it
    │   ├── ThemeInvalid              problems of a theme's own files
    │   ├── SiteInvalid               findings of severity "error" in the built site
    │   ├── ImportInvalid             rows of an imported file that cannot be read
    │   └── NotEditable               a place in business.yaml that only its owner's editor can change
    ├── NotFound                  1   a folder, file, person or piece that was named is not there
    ├── NotAllowed                1   a link, code or device that does not grant this
    └── OutsideFailed             3   the world outside failed; trying again may help
        ├── FolderBusy                another weblocal process holds the folder
        ├── LedgerUnavailable         the ledger is locked, full, read-only or newer than this program
        ├── TransportUnavailable      the mail transport cannot be used at all (not: one mail refused)
        └── PublishFailed             the host did not take the site

Cannot continue is an exception; the answer is no is a value. Exit codes: 0 done, 1 problems, 2 wrong usage (click),
3 the outside failed, 70 our bug.
"""

from weblocal.model.problems import Finding, Problem


class WeblocalError(Exception):
    """A failure with a sentence for the owner (`message`) and, where there is one, its cure (`fix`)."""

    exit_code = 70

    def __init__(self, message: str, *, fix: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix


class ProblemsFound(WeblocalError):
    """The owner's files, or what we made of them, need a change."""

    exit_code = 1


class ProfileInvalid(ProblemsFound):
    """The profile cannot become a Business; `problems` holds every one, in file and line order."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        count = len(problems)
        super().__init__(f"{count} problem{'' if count == 1 else 's'} in the profile")
        self.problems = problems


class ThemeInvalid(ProblemsFound):
    """A theme's own files cannot be used; `problems` holds every one."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("the theme cannot be used")
        self.problems = problems


class SiteInvalid(ProblemsFound):
    """The built site breaks a rule that must hold; nothing was written. `findings` holds every one."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("the site was not written, because it breaks a rule that must hold")
        self.findings = findings


class ImportInvalid(ProblemsFound):
    """An imported file cannot be read; `problems` names its lines."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("the file cannot be imported")
        self.problems = problems


class NotEditable(ProblemsFound):
    """A place in a file that cannot be changed without touching what stands around it; the owner's editor can."""


class NotFound(WeblocalError):
    """Something that was named is not there."""

    exit_code = 1


class NotAllowed(WeblocalError):
    """A link, code or device does not grant what was asked."""

    exit_code = 1


class OutsideFailed(WeblocalError):
    """The world outside failed; trying again may help."""

    exit_code = 3


class FolderBusy(OutsideFailed):
    """Another weblocal process holds the folder."""


class LedgerUnavailable(OutsideFailed):
    """The ledger is locked, full, read-only, or was written by a newer weblocal."""


class TransportUnavailable(OutsideFailed):
    """The mail transport cannot be used at all, as opposed to one refused mail."""


class PublishFailed(OutsideFailed):
    """The host did not take the site."""
