"""Builds the cases of the matrix and serves them compressed, as a host does."""

import contextlib
import datetime as dt
import functools
import gzip
import http.server
import io
import pathlib
import threading
from collections.abc import Iterator
from typing import IO

from tests.matrix import businesses
from tests.matrix.businesses import Case
from tests.matrix.gates import Site
from weblocal.flows import build
from weblocal.flows.workspace import open_workspace

TODAY = dt.date(2026, 11, 22)
TEXTS = (".html", ".css", ".js", ".svg", ".txt", ".xml", ".webmanifest")


class Host(http.server.SimpleHTTPRequestHandler):
    """A static host with gzip, cache lifetimes and the site's own headers."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name the library gives it
        """Say nothing."""

    def send_head(self) -> io.BytesIO | IO[bytes] | None:  # type: ignore[override]
        """Send a text compressed, with its length; everything else as it is."""
        path = pathlib.Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file() or not path.name.endswith(TEXTS):
            return super().send_head()
        raw = gzip.compress(path.read_bytes(), 9, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        return io.BytesIO(raw)

    def end_headers(self) -> None:
        """Add what the site's own _headers file asks for on every page."""
        listed = pathlib.Path(self.directory) / "_headers"
        for line in listed.read_text(encoding="utf-8").splitlines()[1:]:
            if not line.startswith("  "):
                break
            name, _, value = line.strip().partition(": ")
            self.send_header(name, value)
        super().end_headers()


@contextlib.contextmanager
def served(case: Case, folder: pathlib.Path) -> Iterator[Site]:
    """The site of a case, built by the real build and served until the block ends."""
    business = businesses.write(case, folder / case.name)
    with open_workspace(business, today=TODAY) as workspace:
        built = build.build(workspace, today=TODAY)
    handler = functools.partial(Host, directory=str(built.folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Site(
            name=case.name,
            folder=built.folder,
            address=f"http://127.0.0.1:{server.server_port}",
            paths=_paths(built.folder),
        )
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _paths(folder: pathlib.Path) -> tuple[str, ...]:
    """One page of each kind: the first of those that are many."""
    wanted = (
        "",
        "services",
        "services/s1",
        "areas",
        "about",
        "reviews",
        "questions",
        "guides",
        "guides/first",
        "contact",
        "privacy",
    )
    return tuple(f"/{path}/".replace("//", "/") for path in wanted if (folder / path / "index.html").is_file())
