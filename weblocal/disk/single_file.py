"""Write one file, all or nothing: whoever looks, or a power cut, finds the old one or the new one, never half of it."""

import os
import pathlib

from weblocal.errors import OutsideFailed


def write_file(path: pathlib.Path, content: bytes) -> bool:
    """Make `path` hold `content` and say whether anything changed; raises OutsideFailed when the disk refuses.

    Two writers of the same path take turns by a lock of their caller: what a killed one left behind is swept up here.
    """
    new = path.with_name(f".{path.name}.new")
    try:
        if path.is_file() and path.read_bytes() == content:
            new.unlink(missing_ok=True)
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        new.unlink(missing_ok=True)
        with new.open("xb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        new.replace(path)
    except OSError as refused:
        raise OutsideFailed(
            f"{path.name} could not be written: {refused.strerror or refused}. What was there is untouched.",
            fix="Free some space, close the file where it is open, or check the folder's rights. Then run it again.",
        ) from refused
    return True
