"""A business folder, opened: its profile and theme read once, its ledger, keys and transport on first use."""

import datetime as dt
import functools
import pathlib
import types
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Self

from weblocal import clock
from weblocal.disk import private, tree
from weblocal.errors import NotFound
from weblocal.flows import caches, known_profiles, known_themes
from weblocal.model.business import Business, speaking_at
from weblocal.model.problems import Problem
from weblocal.model.settings import Settings
from weblocal.model.starters import StarterText
from weblocal.theming.theme import Theme

if (
    TYPE_CHECKING
):  # the ledger, the transports and the reader of profiles bring heavy libraries: loaded by the jobs that use them
    from weblocal.mail.transport import Transport
    from weblocal.profile.noting import FieldOrigin
    from weblocal.profile.sources import Sources
    from weblocal.store.ledger import Ledger

PROFILE = "business.yaml"
LINK_KEYS = "link.keys"
ADDRESS_KEY = "address.key"
OUTBOX = "outbox"


class Workspace:
    """What every job on one business needs. Close it, or use it in a `with`, so that the ledger is put away in order."""

    def __init__(self, *, folder: pathlib.Path, business: Business, theme: Theme, settings: Settings | None = None) -> None:
        self.folder = folder
        self.find_origins: Callable[[], tuple[FieldOrigin, ...]] = tuple
        self.notices: tuple[Problem, ...] = ()
        self.starters: tuple[StarterText, ...] = ()
        self.approved: Mapping[str, str] = {}
        self.cautions: tuple[str, ...] = ()
        self.business = business
        self.also_in: tuple[Business, ...] = ()
        self.theme = theme
        self.settings = settings or Settings()

    @property
    def origins(self) -> "tuple[FieldOrigin, ...]":
        """Where each value of the profile came from."""
        return self.find_origins()

    def in_every_language(self) -> tuple[Business, ...]:
        """The business in its first language, then in each further one."""
        return (self.business, *self.also_in)

    def speaking_at(self, path: str) -> Business:
        """The business in the language of the page at `path`; in the first one where that says nothing."""
        return speaking_at(path, self.business, self.also_in)

    @functools.cached_property
    def state_folder(self) -> pathlib.Path:
        """Where ledger, keys and caches live; made on first use."""
        return private.state_folder(self.folder)

    @functools.cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys that sign links, newest first; the first one is made on first use."""
        return self._kept(LINK_KEYS)

    @functools.cached_property
    def address_key(self) -> str:
        """The key under which mail addresses become digests, so that a suppression outlives the contact."""
        return self._kept(ADDRESS_KEY)[0]

    @property
    def outbox_folder(self) -> pathlib.Path:
        """Where the outbox transport lays its mails."""
        return self.state_folder / OUTBOX

    @functools.cached_property
    def ledger(self) -> "Ledger":
        """The ledger of this business, opened on first use."""
        from weblocal.store.ledger import Ledger

        return Ledger.open(self.state_folder, business=self.business.slug)

    def transport(self) -> "Transport":
        """The mail transport the profile names, with its settings from the environment; the caller closes it."""
        from weblocal.flows import transports

        return transports.transport_of(self.business.mail.transport, outbox=self.outbox_folder, settings=self.settings)

    def close(self) -> None:
        """Put the ledger away, if it was opened."""
        ledger = self.__dict__.pop("ledger", None)
        if ledger is not None:
            ledger.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: types.TracebackType | None
    ) -> None:
        self.close()

    def _kept(self, name: str) -> tuple[str, ...]:
        return private.read_keys(self.state_folder, name) or private.keep_first_key(self.state_folder, name, clock.new_secret())


def open_workspace(folder: pathlib.Path, *, settings: Settings | None = None, today: dt.date | None = None) -> Workspace:
    """Read the business in `folder`; raises NotFound, ProfileInvalid or ThemeInvalid. `today` judges dates in the profile."""
    _refuse_other_shapes(folder)
    files = tree.read_tree(folder)
    if PROFILE not in files.names:
        raise NotFound(f"{folder} holds no {PROFILE}.", fix=f"Make one: weblocal new {folder}")
    day = today or clock.now().date()
    profile = known_profiles.read(files, today=day, cache=caches.of(settings))
    dressed_in = load_theme(profile.business.brand.theme, settings)
    opened = Workspace(folder=folder, business=profile.business, theme=dressed_in, settings=settings)
    opened.find_origins, opened.notices, opened.also_in = profile.origins, profile.notices, profile.also_in
    opened.starters, opened.approved, opened.cautions = profile.starters, profile.approved, profile.cautions
    return opened


def _refuse_other_shapes(folder: pathlib.Path) -> None:
    """Raise NotFound where a file was named instead of its folder, or business.yaml itself is a folder."""
    if folder.is_file():
        fix = (
            f"Name the folder it is in: {folder.parent}" if folder.name == PROFILE else f"Name the folder that holds {PROFILE}."
        )
        raise NotFound(f"{folder} is a file, not a folder.", fix=fix)
    if (folder / PROFILE).is_dir():
        raise NotFound(f"{folder / PROFILE} is a folder, not a file.", fix=f"Rename it, then: weblocal new {folder}")


def load_theme(name: str, settings: Settings | None = None) -> Theme:
    """A theme that came with weblocal, read once, and checked once for every change of it."""
    return known_themes.load_theme(name, caches.of(settings))


def trade_packs() -> "Sources":
    """The trade packs that came with weblocal."""
    return known_profiles.trade_packs()
