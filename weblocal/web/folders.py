"""Serves a built site from its folder, with the headers and the 404 page the site itself brings along."""

import pathlib
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_WITHOUT_FILE = "default-src 'self' 'unsafe-inline' data:; frame-ancestors 'none'; base-uri 'none'"
# the system's own table knows some of these on some machines; what a browser is told not to guess must be said
_TYPES = {
    ".avif": "image/avif",
    ".ics": "text/calendar",
    ".vcf": "text/vcard",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}
_MADE_FOR_HOSTS = ("_headers", "_redirects")


class BuiltFolder(StaticFiles):
    """A folder of pages; `/x/` shows `x/index.html`, what is missing shows the site's own 404.html."""

    def __init__(self, folder: pathlib.Path) -> None:
        super().__init__(directory=folder, html=True, check_dir=False)
        self._folder = folder

    async def get_response(self, path: str, scope: Scope) -> Response:
        """One file with the site's headers; nothing that begins with a dot, and none of the files meant for hosts."""
        hidden = any(part.startswith(".") and part not in {".", ".well-known"} for part in pathlib.PurePath(path).parts)
        if hidden or path in _MADE_FOR_HOSTS:
            raise HTTPException(404)
        answer = await super().get_response(path, scope)
        for name, value in headers_of(self._folder):
            answer.headers[name] = self._here(name, value, scope)
        if answer.status_code == HTTPStatus.OK and (media_type := _TYPES.get(pathlib.PurePath(path).suffix)):
            answer.headers["Content-Type"] = media_type
        answer.headers.setdefault("Content-Security-Policy", _WITHOUT_FILE)
        answer.headers["Cache-Control"] = "no-cache"
        return answer

    @staticmethod
    def _here(name: str, value: str, scope: Scope) -> str:
        """Over plain http (a preview on this machine) nobody may be told to come back by https."""
        if scope["scheme"] == "https" or name.lower() != "content-security-policy":
            return value
        return "; ".join(
            part for part in (one.strip() for one in value.split(";")) if part and part != "upgrade-insecure-requests"
        )


def headers_of(folder: pathlib.Path) -> tuple[tuple[str, str], ...]:
    """The headers for every page (`/*`) from the site's `_headers` file, without those that make no sense on this machine."""
    try:
        lines = (folder / "_headers").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ()
    found: list[tuple[str, str]] = []
    is_for_all = False
    for line in lines:
        if line and not line[0].isspace():
            is_for_all = line.strip() == "/*"
        elif is_for_all and ":" in line:
            name, _, value = line.strip().partition(":")
            if name.lower() not in {"strict-transport-security", "cache-control", "content-length", "content-type"}:
                found.append((name.strip(), value.strip()))
    return tuple(found)
