"""Where the flows keep what need not be worked out twice."""

import pathlib

from weblocal.disk.cache_folder import CacheFolder
from weblocal.model.settings import Settings


def of(settings: Settings | None) -> CacheFolder | None:
    """The cache that the settings name; None where nothing shall be kept."""
    if settings is None or not settings.cache_folder:
        return None
    return CacheFolder(folder=pathlib.Path(settings.cache_folder))
