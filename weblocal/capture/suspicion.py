"""Why a post may be junk, in words for a human. Suspicion only ever holds a post back: nothing here throws anything away."""

import datetime as dt
import re

from weblocal.capture.reading_post import ReadPost
from weblocal.model.forms import FieldName

# nobody reads a form, types a name and a number, and sends it in less; programs do
_QUICKEST = dt.timedelta(seconds=2)
_MOST_ADDRESSES = 2
_WEB_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w-]+\.(?:ru|xyz|top|click|site|online|shop|info|biz|link)/\S*", re.IGNORECASE
)
_MARKUP = re.compile(r"<\s*a\b[^>]*href|\[/?url|\[link", re.IGNORECASE)
_LONGEST = {
    FieldName.NAME: 120,
    FieldName.PHONE: 40,
    FieldName.EMAIL: 254,
    FieldName.MESSAGE: 5000,
}
_LONGEST_OTHER = 300


def reason(post: ReadPost) -> str:
    """Why `post` should wait for a human, in words; empty when nothing speaks against it."""
    return _trap(post) or _too_quick(post) or _addresses(post) or _too_long(post)


def _trap(post: ReadPost) -> str:
    return "A box that people cannot see was filled in; programs fill in every box they find." if post.trap else ""


def _too_quick(post: ReadPost) -> str:
    """The visitor's clock may be minutes off, so a span that makes no sense says nothing."""
    if post.started_at is None:
        return ""
    took = post.received_at - post.started_at
    if not dt.timedelta() <= took < _QUICKEST:
        return ""
    return f"It was sent {took.total_seconds():.1f} seconds after the first box was touched, quicker than anybody types."


def _addresses(post: ReadPost) -> str:
    name = post.answer(FieldName.NAME)
    if _WEB_ADDRESS.search(name):
        return "A web address stands where the name should be."
    texts = [text for _, text in post.answers]
    if any(_MARKUP.search(text) for text in texts):
        return "The text holds links written for a web page, as advertisements do."
    count = sum(len(_WEB_ADDRESS.findall(text)) for text in texts)
    return f"It holds {count} web addresses." if count > _MOST_ADDRESSES else ""


def _too_long(post: ReadPost) -> str:
    for name, text in post.answers:
        if len(text) > _LONGEST.get(name, _LONGEST_OTHER):
            return f"The answer to “{name.value}” is {len(text)} characters long."
    return ""
