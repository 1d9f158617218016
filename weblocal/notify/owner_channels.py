"""Tell the owner or staff where they already are: any channel that Apprise knows, one sentence and a link, never a name.

Channel addresses hold keys, so they appear in no log, no error and no answer: a channel is known by its number and kind.
"""

import logging
import warnings
from typing import Any

from weblocal.model.records import record

LONGEST_TITLE = 120
LONGEST_WORDS = 600


@record
class Told:
    """At least one channel took it; `failed` names those that did not."""

    channels: int
    failed: tuple[str, ...] = ()


@record
class NotTold:
    """No channel took it; `failed` names each ("channel 2 (ntfys)") and is empty when there are no channels."""

    reason: str
    failed: tuple[str, ...] = ()


def tell(urls: tuple[str, ...], title: str, words: str) -> Told | NotTold:
    """Say `title` and `words` on every channel of `urls`, one after another; nothing here raises for a channel's failure."""
    if not urls:
        return NotTold(reason="no channel is set")
    failed = tuple(
        _named(number, url)
        for number, url in enumerate(urls, start=1)
        if not _took(url, _short(title, LONGEST_TITLE), _short(words, LONGEST_WORDS))
    )
    if len(failed) == len(urls):
        return NotTold(reason=f"not taken by {', '.join(failed)}", failed=failed)
    return Told(channels=len(urls) - len(failed), failed=failed)


def is_usable(url: str) -> bool:
    """Whether Apprise knows what to do with this address; nothing is sent."""
    return _caller(url) is not None


def _took(url: str, title: str, words: str) -> bool:
    caller = _caller(url)
    try:
        return caller is not None and bool(caller.notify(title=title, body=words, body_format="text"))
    except Exception:  # noqa: BLE001 - a hundred plug-ins with failures of their own; the owner's lead must not fail with them
        return False


def _caller(url: str) -> Any | None:  # noqa: ANN401 - Apprise has no types
    """Apprise with this one address; None when it is none that Apprise knows."""
    # both write addresses, keys included, when somebody turns logging up
    for name in ("apprise", "urllib3"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    with warnings.catch_warnings():
        # its plug-ins are loaded here, some of them on libraries that are getting old
        warnings.simplefilter("ignore", DeprecationWarning)
        import apprise

        asset = apprise.AppriseAsset(app_id="weblocal", app_desc="weblocal", async_mode=False)
        caller = apprise.Apprise(asset=asset)
        return caller if caller.add(url) else None


def _named(number: int, url: str) -> str:
    kind = url.partition("://")[0]
    return f"channel {number} ({kind})" if kind.isalnum() and len(kind) <= 20 else f"channel {number}"


def _short(text: str, longest: int) -> str:
    line = "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in text).strip()
    return line if len(line) <= longest else line[: longest - 1] + "…"
