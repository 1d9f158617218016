"""A program of the tests: builds the business in a folder both ways and says, line by line, in what they differ.

It is a process of its own, because only one in which nothing else runs may share its pages out.
"""

import datetime as dt
import pathlib
import sys

from weblocal.errors import SiteInvalid, WeblocalError
from weblocal.flows import build, large_site, side_by_side
from weblocal.flows.build import Standing
from weblocal.flows.workspace import open_workspace
from weblocal.model.settings import Settings

TODAY = dt.date(2026, 11, 22)
FEWEST = 2


def said(folder: pathlib.Path, to: pathlib.Path, *, is_shared_out: bool) -> tuple[str, Standing | None]:
    """What one way says of the site, and what stands afterwards."""
    try:
        with open_workspace(folder, settings=Settings(makes_pictures=False), today=TODAY) as opened:
            if is_shared_out:
                standing = large_site.stand(opened, today=TODAY, to=to, fewest=FEWEST)
                assert standing is not None, "it was left to the other way"
            else:
                standing = build.stand(opened, today=TODAY, to=to)
    except SiteInvalid as wrong:
        return repr(wrong.findings), None
    except WeblocalError as wrong:
        return str(wrong), None
    return repr(standing.built.findings), standing


def main(folder: pathlib.Path) -> None:
    """The folder holds a business at `business`; sites stand at `one` and `many`, and stay for the next time."""
    assert side_by_side.may_begin()
    business, state = folder / "business", folder / "business" / ".weblocal" / "pages.json"
    before = state.read_bytes() if state.is_file() else b""
    one, by_one = said(business, folder / "one", is_shared_out=False)
    known = state.read_bytes() if state.is_file() else b""
    if before:
        state.write_bytes(before)
    else:
        state.unlink(missing_ok=True)
    many, by_many = said(business, folder / "many", is_shared_out=True)
    if one != many:
        print("findings", one, many)
    if (state.read_bytes() if state.is_file() else b"") != known:
        print("what is known of the pages")
    if by_one and by_many:
        if by_one.built.changes != by_many.built.changes or by_one.built.page_count != by_many.built.page_count:
            print("changes", by_one.built.changes, by_many.built.changes)
        if by_one.linked_parts & _own(by_many) != by_many.linked_parts & _own(by_many):
            print("linked parts", by_one.linked_parts, by_many.linked_parts)


def _own(standing: Standing) -> frozenset[str]:
    changes = standing.built.changes
    names = (*changes.added, *changes.changed, *changes.same)
    return frozenset(f"/{name.removesuffix('index.html')}" for name in names)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
