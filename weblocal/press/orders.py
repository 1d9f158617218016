"""What is asked of the darkroom and what comes back: plain values that travel to another process and back."""

import json
from collections.abc import Sequence

from weblocal.model.pictures import MIDDLE, Focus, Shape
from weblocal.model.records import record
from weblocal.press.refusals import Refusal

AVIF, JPEG = "image/avif", "image/jpeg"
ENDINGS = {AVIF: "avif", JPEG: "jpg"}
# the order for a logo says no more than this
LOGO = "logo"
# whatever changes the bytes of a print without being said in the order; raise it with any change to how prints are made
METHOD = 1


@record
class Order:
    """One photograph cut to one shape (None = the nearer one) around its focus, in these widths, AVIF each, and one JPEG.

    `least_px` is the narrowest it may be before it counts as too small. `may_be_poor` takes what was judged dark or blurred.
    """

    shape: Shape | None
    focus: Focus
    widths: tuple[int, ...]
    fallback_width: int
    least_px: int
    may_be_poor: bool = False

    def words(self) -> str:
        """The order as text: the same order, the same words, so that they name what is kept of it."""
        return json.dumps([METHOD, *self.plain()])

    def plain(self) -> list[object]:
        """The order as lists and numbers."""
        focus = [self.focus.x, self.focus.y]
        shape = self.shape.value if self.shape else ""
        return [shape, focus, list(self.widths), self.fallback_width, self.least_px, self.may_be_poor]


@record
class Print:
    """One file that was made: its media type, its size, its bytes."""

    type: str
    width: int
    height: int
    content: bytes


@record
class Developed:
    """What became of one order: prints, narrowest first, the fallback last, or why there are none.

    `sight` is where the focus lies within the crop. `heavy` names prints over their budget that could not be made lighter.
    """

    prints: tuple[Print, ...] = ()
    sight: Focus = MIDDLE
    refusal: Refusal | None = None
    measured: str = ""
    heavy: tuple[int, ...] = ()

    def to_bytes(self) -> bytes:
        """As one block: a line of JSON, then the bytes of the prints."""
        head = {
            "prints": [[each.type, each.width, each.height, len(each.content)] for each in self.prints],
            "sight": [self.sight.x, self.sight.y],
            "refusal": self.refusal.value if self.refusal else "",
            "measured": self.measured,
            "heavy": list(self.heavy),
        }
        line = json.dumps(head, separators=(",", ":")).encode("ascii")
        return b"".join((line, b"\n", *(each.content for each in self.prints)))

    @classmethod
    def of_bytes(cls, block: bytes) -> "Developed":
        """What `to_bytes` wrote; raises ValueError for anything else."""
        line, _, rest = block.partition(b"\n")
        try:
            head = json.loads(line)
            prints = tuple(_prints(head["prints"], rest))
            refusal = Refusal(head["refusal"]) if head["refusal"] else None
            x, y = head["sight"]
            heavy = tuple(map(int, head["heavy"]))
            return cls(prints=prints, sight=Focus(x=x, y=y), refusal=refusal, measured=str(head["measured"]), heavy=heavy)
        except (KeyError, TypeError, UnicodeDecodeError) as other:
            raise ValueError("not what became of an order") from other


def _prints(heads: Sequence[Sequence[object]], rest: bytes) -> list[Print]:
    prints, at = [], 0
    for media_type, width, height, length in heads:
        if not (isinstance(width, int) and isinstance(height, int) and isinstance(length, int)):
            raise TypeError("numbers")
        content = rest[at : at + length]
        if len(content) != length:
            raise ValueError("cut short")
        prints.append(Print(type=str(media_type), width=width, height=height, content=content))
        at += length
    if at != len(rest):
        raise ValueError("more than was said")
    return prints
