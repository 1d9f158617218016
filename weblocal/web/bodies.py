"""Form bodies from strangers: counted on the raw stream, in bytes, fields and seconds, before any parser sees them."""

import asyncio
import unicodedata
from collections.abc import AsyncGenerator
from urllib.parse import parse_qsl

from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from weblocal.model.records import record
from weblocal.wording.texts import to_say

Answers = tuple[tuple[str, str], ...]


@record
class Caps:
    """How much a form post may be: body bytes, number of fields, characters in one field, seconds until it is whole."""

    body_bytes: int = 64 * 1024
    fields: int = 40
    field_chars: int = 16_000
    seconds: float = 20.0


class BodyRefused(Exception):
    """The body is not taken: the HTTP status that says so, and one sentence for the person who pressed the button."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status
        self.words = words


async def read_form(request: Request, caps: Caps) -> Answers:
    """Names and values in the order sent; raises BodyRefused.

    A parser's own limits are not trusted: Starlette ignored its for urlencoded bodies until 1.3.1 (PYSEC-2026-249).
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in {"application/x-www-form-urlencoded", "multipart/form-data"}:
        raise BodyRefused(415, to_say("This address takes what a form sends, and nothing else."))
    try:
        async with asyncio.timeout(caps.seconds):
            body = await _read_whole(request, caps)
    except TimeoutError:
        raise BodyRefused(408, to_say("The form did not arrive in time. Please send it once more.")) from None
    if kind == "multipart/form-data":
        answers = await _from_multipart(request, body, caps)
    else:
        answers = _from_urlencoded(body, caps)
    if any(len(name) > 200 or len(value) > caps.field_chars for name, value in answers):
        raise BodyRefused(413, to_say("One of the answers is too long. Please shorten it and send again."))
    return tuple((_printable(name), _printable(value)) for name, value in answers)


async def _read_whole(request: Request, caps: Caps) -> bytes:
    announced = request.headers.get("content-length", "0")
    if announced.isdigit() and int(announced) > caps.body_bytes:
        raise _too_much()
    pieces: list[bytes] = []
    size = 0
    async for piece in request.stream():
        size += len(piece)
        if size > caps.body_bytes:
            raise _too_much()
        pieces.append(piece)
    return b"".join(pieces)


def _too_much() -> BodyRefused:
    return BodyRefused(413, to_say("That is more than this form takes. Please shorten it and send again."))


def _too_many() -> BodyRefused:
    return BodyRefused(413, to_say("That is more answers than this form has questions."))


def _from_urlencoded(body: bytes, caps: Caps) -> Answers:
    if body.count(b"&") >= caps.fields:
        raise _too_many()
    text = body.decode("utf-8", "replace")
    return tuple(parse_qsl(text, keep_blank_values=True, encoding="utf-8", errors="replace", max_num_fields=caps.fields))


async def _from_multipart(request: Request, body: bytes, caps: Caps) -> Answers:
    if body.count(b"Content-Disposition") + body.count(b"content-disposition") > caps.fields:
        raise _too_many()

    async def once() -> AsyncGenerator[bytes, None]:
        yield body

    parser = MultiPartParser(
        request.headers,
        once(),
        max_files=0,
        max_fields=caps.fields,
        max_part_size=caps.body_bytes,
    )
    try:
        form = await parser.parse()
    except (MultiPartException, KeyError, UnicodeError):
        raise BodyRefused(400, to_say("The form arrived broken, or with a file that nobody asked for.")) from None
    return tuple((name, value) for name, value in form.multi_items() if isinstance(value, str))


def _printable(text: str) -> str:
    """Without control characters: nobody types them, and databases, mails and terminals each stumble over their own."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cs"})
