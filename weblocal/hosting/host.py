"""What every host can do: take a whole site at once, or leave the old one standing."""

import datetime as dt
from typing import Protocol

from weblocal.model.site import SiteFiles, TreeChanges


class Host(Protocol):
    """A place a built site is served from."""

    def publish(self, files: SiteFiles, *, note: str, now: dt.datetime) -> TreeChanges:
        """Make the host serve exactly `files` and say what changed; `note` is kept where the host keeps a history.

        Raises PublishFailed when the host did not take it; the old site is still served then.
        """

    def describe(self) -> str:
        """Where the site goes, in words for the owner, without any secret."""
