"""Find what travels with the program: themes, trade packs and the sample business, in a checkout and in a wheel alike."""

import pathlib

from weblocal.errors import NotFound

PACKAGE = pathlib.Path(__file__).resolve().parent.parent


def themes_folder() -> pathlib.Path:
    """The folder that holds one folder per theme."""
    return _bundled("themes")


def trades_folder() -> pathlib.Path:
    """The folder that holds one file per trade pack."""
    return PACKAGE / "trades"


def sample_business_folder() -> pathlib.Path:
    """The sample business, whole."""
    return _bundled("sample_business")


def _bundled(name: str) -> pathlib.Path:
    # a wheel carries these under _bundled (pyproject's force-include); a checkout has them beside the package
    for candidate in (PACKAGE / "_bundled" / name, PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    raise NotFound(f"{name} did not come with this installation.", fix="Install weblocal again.")
