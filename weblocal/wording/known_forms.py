"""Forms of a language that were found once: the names of its days, how it writes an amount, a date, a list.

Unicode's tables take a twentieth of a second to load, and one site asks them for a few dozen words. What they answered can be
kept by whoever keeps things, and handed in again; whatever is not known is looked up as ever.
"""

import datetime as dt
import functools
from collections.abc import Callable, Mapping
from typing import ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Form = TypeVar("Form")
Forms = Mapping[tuple[object, ...], object]

# a price list of thousands is quicker written out again than searched for here
MOST = 2000
_known: dict[tuple[object, ...], object] = {}
_found_here: list[object] = []


def kept(find: Callable[Asked, Form]) -> Callable[Asked, Form]:
    """`find`, which is asked by plain values and dates and answers plain values, asked once for each of them."""

    @functools.wraps(find)
    def answer(*asked: Asked.args, **more: Asked.kwargs) -> Form:
        key = (find.__name__, *map(_plain, asked), *sorted(more.items()))
        if key in _known:
            return _known[key]  # type: ignore[return-value]  # what the same function answered before
        form = find(*asked, **more)
        if len(_known) < MOST:
            _known[key] = form
            _found_here.append(key)
        return form

    return answer


def hand_in(forms: Forms) -> None:
    """Take what an earlier process kept. A book that is full is begun anew: most of its dates are past."""
    if len(forms) < MOST:
        _known.update({key: form for key, form in forms.items() if key not in _known})


def to_keep() -> Forms | None:
    """Everything that is known, as plain values; None where nothing was found that was not handed in."""
    return dict(_known) if _found_here else None


def _plain(value: object) -> object:
    return ("on", value.toordinal()) if isinstance(value, dt.date) else value
