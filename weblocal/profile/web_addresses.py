"""Web addresses and paths: https alone, and nothing that could run, mislead or leave the site in disguise."""

import re
import urllib.parse

from weblocal.model.problems import Unreadable
from weblocal.profile.fields import Leaf
from weblocal.profile.noting import Notes, shown

_HOST = re.compile(r"^(?=.{1,253}$)([^\W_]([^\W_]|-){0,61}[^\W_]?\.)+[^\W\d_]([^\W_]|-){0,60}[^\W_]$")

# site and desk may be tried out on one's own machine, which nobody else can reach
_LOOPBACK = re.compile(r"^http://(localhost|127\.0\.0\.1)(:[0-9]{1,5})?/?$")


def web_address() -> Leaf[str]:
    """An https address, and nothing else: no other scheme, no name and password in it."""

    def read(text: str, _notes: Notes) -> str | Unreadable:
        return _wrong_address(text) or text

    return Leaf(read, "an address that begins with `https://`", pattern=r"^https://[^\s]+$")


def site_address(*, in_ascii: bool = False) -> Leaf[str]:
    """The address of a site of one's own: https, perhaps a folder, nothing after it; `in_ascii` as mail headers need it."""

    def read(text: str, _notes: Notes) -> str | Unreadable:
        if _LOOPBACK.match(text):
            return text.rstrip("/")
        wrong = _wrong_address(text)
        if wrong:
            return wrong
        if urllib.parse.urlsplit(text).query or urllib.parse.urlsplit(text).fragment:
            return Unreadable(message=f'"{shown(text)}" has a ? or # in it.', fix="Write the address up to there.")
        return (_ascii_host(text) if in_ascii else text).rstrip("/")

    return Leaf(read, "an address that begins with `https://`", pattern=rf"^https://[^\s?#]+$|{_LOOPBACK.pattern}")


def path_or_address() -> Leaf[str]:
    """A page of this site by its path, or an https address."""

    def read(text: str, _notes: Notes) -> str | Unreadable:
        if re.fullmatch(r"/(?!/)[^\s\\:*<>\"]*", text):
            return text
        return _wrong_address(text) or text

    return Leaf(read, "a path such as `/prices/`, or an `https://` address")


def site_path() -> Leaf[str]:
    """A path on this site."""

    def read(text: str, _notes: Notes) -> str | Unreadable:
        if re.fullmatch(r"/(?!/)[^\s\\:*<>\"?#]*", text):
            return text
        return Unreadable(
            message=f'"{shown(text)}" is not a path.', fix="Write it from the first slash on, such as /old-prices.html."
        )

    return Leaf(read, "a path such as `/old-prices.html`")


def _wrong_address(text: str) -> Unreadable | None:
    """What is wrong with a web address, if anything."""
    try:
        parts = urllib.parse.urlsplit(text)
        host, has_login, port = parts.hostname or "", parts.username is not None, parts.port
    except ValueError:
        return Unreadable(message=f'"{shown(text)}" is not a web address.', fix="Write https:// and the name of the site.")
    bare = re.sub(r"^[a-z]+:/*", "", text.lower())
    if parts.scheme != "https":
        fix = (
            f"Write https://{shown(bare)}" if _HOST.match(bare.split("/")[0]) else "Write an address that begins with https://"
        )
        return Unreadable(message=f'"{shown(text)}" does not begin with https://.', fix=fix)
    if has_login or port or not _HOST.match(host) or re.search(r"[\s\\<>\"'`{}|^]", text) or len(text) > 2000:
        return Unreadable(message=f'"{shown(text)}" is not a web address.', fix="Write https:// and the name of the site.")
    return None


def _ascii_host(address: str) -> str:
    """The address with its host in ASCII (IDNA), as far as that can be done."""
    host = urllib.parse.urlsplit(address).netloc
    try:
        return address.replace(host, host.encode("idna").decode("ascii"), 1)
    except UnicodeError:
        return address
