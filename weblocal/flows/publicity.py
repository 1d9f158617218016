"""What search engines are told of changes: since when the words of each page are as they are, and what they were told last."""

from collections.abc import Iterable, Mapping

from weblocal.disk import private, single_file
from weblocal.flows.workspace import Workspace
from weblocal.model.records import record
from weblocal.site import accompanying, freshness
from weblocal.site.freshness import Seen

SEEN_FILE, TOLD_FILE = "pages.json", "pages.told.json"
MOST_ADDRESSES = 10_000


@record
class News:
    """Addresses whose words changed, or that are gone, since search engines were last told; and the key to tell them with."""

    host: str
    key: str
    key_address: str
    addresses: tuple[str, ...]


def seen(workspace: Workspace) -> dict[str, Seen]:
    """What the last build knew of the pages; nothing before the first."""
    return _read(workspace, SEEN_FILE)


def remember(workspace: Workspace, pages: Mapping[str, Seen]) -> None:
    """Keep for the next build since when the words of each page are so."""
    single_file.write_file(workspace.state_folder / SEEN_FILE, freshness.written(pages).encode())


def seen_of(workspace: Workspace, paths: Iterable[str]) -> dict[str, Seen]:
    """What the last build knew of these pages, without reading what it knew of all."""
    return freshness.read_some(_kept(workspace, SEEN_FILE), paths)


def remember_some(workspace: Workspace, pages: Mapping[str, Seen]) -> bool:
    """Keep what is new of these pages beside what is known of the rest; False, and nothing kept, where they were not known."""
    kept = freshness.with_changes(_kept(workspace, SEEN_FILE), pages)
    if kept is not None:
        single_file.write_file(workspace.state_folder / SEEN_FILE, kept.encode())
    return kept is not None


def news(workspace: Workspace) -> News:
    """What changed since `told` was last said; at most as much as one message to IndexNow takes."""
    business = workspace.business
    changed = freshness.changed(seen(workspace), _read(workspace, TOLD_FILE))
    root, key = business.root.rstrip("/"), accompanying.indexnow_key(business)
    return News(
        host=root.split("://", 1)[-1].split("/", 1)[0],
        key=key,
        key_address=f"{root}/{key}.txt",
        addresses=tuple(root + path for path in changed[:MOST_ADDRESSES]),
    )


def told(workspace: Workspace) -> None:
    """Search engines know of everything that stands there now."""
    single_file.write_file(workspace.state_folder / TOLD_FILE, freshness.written(seen(workspace)).encode())


def _read(workspace: Workspace, name: str) -> dict[str, Seen]:
    return freshness.read(kept) if (kept := _kept(workspace, name)) else {}


def _kept(workspace: Workspace, name: str) -> str:
    file = workspace.folder / private.STATE_FOLDER / name
    return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
