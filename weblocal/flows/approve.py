"""Approve: the trade pack's starter texts that the owner has read and takes for their own, kept in a file beside the profile."""

import difflib

from weblocal.disk import locking, single_file
from weblocal.errors import NotFound
from weblocal.flows.workspace import Workspace
from weblocal.model.starters import StarterText
from weblocal.profile import approving


def waiting(workspace: Workspace, keys: tuple[str, ...] = ()) -> tuple[StarterText, ...]:
    """The texts that wait for approval, in the order of the profile: all of them, or those under `keys`.

    A key is the whole one (services.cut) or its beginning (services). Raises NotFound for one that no starter text stands
    under; one whose texts are approved already is right, and adds nothing.
    """
    asked = [text for text in workspace.starters if not keys or any(_is_under(text, key) for key in keys)]
    for key in keys:
        if not any(_is_under(text, key) for text in asked):
            raise NotFound(f"No starter text stands under {key}.", fix=_meant(key, workspace))
    return approving.waiting(asked, workspace.approved)


def approve(workspace: Workspace, texts: tuple[StarterText, ...]) -> bool:
    """Keep the approval of exactly these words; says whether the file changed."""
    content = approving.written(workspace.starters, workspace.approved, texts).encode()
    with locking.hold(workspace.state_folder, purpose="approve"):
        changed = single_file.write_file(workspace.folder / approving.APPROVED_FILE, content)
    workspace.approved = dict(workspace.approved) | {text.key: text.code for text in texts}
    return changed


def _is_under(text: StarterText, key: str) -> bool:
    wanted = key.strip().rstrip(".:/")
    return text.key == wanted or text.key.startswith((f"{wanted}.", f"{wanted}/"))


def _meant(key: str, workspace: Workspace) -> str:
    known = {part for text in workspace.starters for part in (text.key, text.key.partition(".")[0])}
    near = difflib.get_close_matches(key, sorted(known), n=1)
    if near:
        return f"Did you mean {near[0]}?"
    return "See what waits: weblocal approve" if known else "Every text of this profile is the owner's own."
