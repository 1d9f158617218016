"""The report's plots as inline SVG: drawn to scale, painted by class, with the numbers in words for who cannot see them."""

import math

from markupsafe import Markup, escape

from weblocal.model.report import AnswerDot, Bucket, CostRange, LeadMark, MonthBar, Trace

TILE = 60
MOST_TILES = 96
LEADS_A_TILE = 5
DOT = 9


def wall(marks: tuple[LeadMark, ...]) -> Markup:
    """One tile per lead in the order they came, a run that turns at the end of each row; never cropped.

    Over 96 leads a tile stands for five, and shows what became of most of them.
    """
    tiles = marks if len(marks) <= MOST_TILES else _condensed(marks)
    columns = max(6, math.ceil(math.sqrt(len(tiles) * 1.6)))
    rows = math.ceil(len(tiles) / columns)
    drawn = []
    for index in range(rows * columns):
        row, place = divmod(index, columns)
        column = place if row % 2 == 0 else columns - 1 - place
        mark = tiles[index] if index < len(tiles) else None
        turns = place == columns - 1 and index + 1 < len(tiles)
        drawn.append(_tile(mark, row=row, column=column, begins=place == 0 and row > 0, turns=turns))
    words = f"{len(marks)} leads in the order they came: " + ", ".join(
        f"{marks.count(mark)} {name}" for mark, name in _MARK_NAMES.items()
    )
    return _svg("wall", columns * TILE, rows * TILE, words=words, drawn="".join(drawn))


def funnel(counts: tuple[int, ...]) -> Markup:
    """Lengths of one pipe, each as high as its share of the first; `counts` begin with the leads."""
    first = max(counts[0], 1)
    width, height = 240, 120
    drawn = []
    for index, count in enumerate(counts):
        tall = max(4, round(height * count / first)) if count else 2
        top = (height - tall) / 2
        role = "p" if index < len(counts) - 1 else "c"
        drawn.append(f'<rect class="{role}" x="{index * width}" y="{_n(top)}" width="{width - 6}" height="{tall}"/>')
        if index + 1 < len(counts):
            following = max(4, round(height * counts[index + 1] / first)) if counts[index + 1] else 2
            edge = index * width + width - 6
            low = (height - following) / 2
            drawn.append(
                f'<path class="e" d="M{edge} {_n(top)}l6 {_n(low - top)}v{following}l-6 {_n(top + tall - low - following)}z"/>'
            )
    words = "Of those who asked, drawn to scale: " + ", then ".join(str(count) for count in counts)
    return _svg("fun", width * len(counts) - 6, height, words=words, drawn="".join(drawn), stretched=True)


def buckets(found: tuple[Bucket, ...]) -> Markup:
    """One bar in three parts as wide as their counts: solid, hatched, outlined."""
    total = sum(bucket.visits for bucket in found)
    width, left, drawn = 960.0, 0.0, []
    for bucket in found:
        part = width * bucket.visits / total if total else 0
        if part:
            inset = 2 if bucket.trace is Trace.UNKNOWN else 0
            drawn.append(
                f'<rect class="{_BUCKET_CLASS[bucket.trace]}" x="{_n(left + inset)}" y="{inset}" '
                f'width="{_n(max(part - 4 - 2 * inset, 2))}" height="{64 - 2 * inset}"/>'
            )
        left += part
    words = ", ".join(f"{bucket.trace.value.replace('_', ' ')} {bucket.visits}" for bucket in found)
    return _svg("bk", 960, 64, words=words, drawn=_HATCH + "".join(drawn), stretched=True)


def answers(dots: tuple[AnswerDot, ...], promise_minutes: int | None) -> Markup:
    """One dot per lead on a line of opening time; filled when it became a visit; a rule marks the promise."""
    limit = max(4 * (promise_minutes or 60), 60)
    columns: dict[int, int] = {}
    drawn = []
    for dot in dots:
        column = _column(dot.minutes, limit)
        height = columns.get(column, 0)
        columns[column] = height + 1
        role = "d" if dot.became_visit else "o"
        drawn.append(f'<circle class="{role}" cx="{column}" cy="{180 - 22 * height}" r="{DOT}"/>')
    promise = _column(promise_minutes, limit) if promise_minutes else 0
    frame = f'<path class="g" d="M10 196H940"/>{_ticks(limit)}'
    if promise:
        frame = (
            f'<rect class="ok" x="10" y="20" width="{promise - 10 + 14}" height="176"/>'
            f'<path class="pr" d="M{promise + 14} 12V196"/>'
            f'<text class="av" x="{promise + 22}" y="26">your promise</text>' + frame
        )
    within = sum(dot.minutes is not None and dot.minutes <= (promise_minutes or 0) for dot in dots)
    words = f"{len(dots)} leads, {within} answered within the promise, {sum(dot.minutes is None for dot in dots)} not yet"
    return _svg("dots", 960, 230, words=words, drawn=frame + "".join(drawn))


def months(bars: tuple[MonthBar, ...]) -> Markup:
    """Visits a month, stacked: had been before, first time, unknown."""
    tallest = max((bar.first_times + bar.returns + bar.unknown for bar in bars), default=0) or 1
    step, high = 150, 190
    drawn = []
    for index, bar in enumerate(bars):
        foot = 200.0
        for role, ink, count in (("bck", "dk", bar.returns), ("f", "on", bar.first_times), ("emp", "av", bar.unknown)):
            tall = high * count / tallest
            foot -= tall
            if count:
                drawn.append(
                    f'<rect class="{role}" x="{index * step + 12}" y="{_n(foot)}" width="118" height="{_n(max(tall - 3, 2))}"/>'
                )
            if tall >= 20:
                drawn.append(
                    f'<text class="{ink}" x="{index * step + 71}" y="{_n(foot + tall / 2 + 4)}" text-anchor="middle">{count}</text>'
                )
        drawn.append(f'<text class="av" x="{index * step + 71}" y="224" text-anchor="middle">{bar.month:%b}</text>')
    words = "; ".join(
        f"{bar.month:%B} {bar.first_times} first time, {bar.returns} had been before, {bar.unknown} unknown" for bar in bars
    )
    return _svg("bars", max(len(bars), 6) * step, 234, words=words, drawn="".join(drawn))


def cost_line(spread: CostRange) -> Markup:
    """What each new customer cost on a line from 0.50 to 500, with the range chance allows; an arrow where it is open."""
    middle, least = _scale(spread.each.amount_minor), _scale(spread.least.amount_minor)
    most = _scale(spread.most.amount_minor) if spread.most else 196.0
    arrow = "" if spread.most else '<path class="d" d="M196 9l-9-5v10z"/>'
    drawn = f'<path class="l" d="M{_n(least)} 9H{_n(most)}"/>{arrow}<circle class="d" cx="{_n(middle)}" cy="9" r="6"/>'
    return _svg("rng", 200, 18, words="", drawn='<path class="z" d="M4 9H196"/>' + drawn)


def key_tile(mark: LeadMark) -> Markup:
    """One tile of the wall, for its key."""
    return _svg("", TILE, TILE, words="", drawn=_tile(mark, row=0, column=0, begins=False, turns=False))


def key_swatch(role: str) -> Markup:
    """A small field of one bar's paint, for its key."""
    return _svg(
        "",
        24,
        16,
        words="",
        drawn=f'{_HATCH if role == "hat" else ""}<rect class="{role}" x="1" y="1" width="22" height="14"/>',
    )


_MARK_NAMES = {
    LeadMark.FIRST_TIME: "came for the first time",
    LeadMark.CAME_BACK: "had been before",
    LeadMark.NOT_YET: "not yet",
}
_BUCKET_CLASS = {Trace.MATCHED: "sol", Trace.SAID_SO: "hat", Trace.UNKNOWN: "emp"}
_HATCH = (
    '<defs><pattern id="hat" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect class="sol" width="5" height="9"/></pattern></defs>'
)


def _tile(mark: LeadMark | None, *, row: int, column: int, begins: bool, turns: bool) -> str:
    x, y = column * TILE, row * TILE
    shade = "mb" if (row * 7 + column * 5) % 3 == 0 else "me"
    ground = f'<rect class="{shade}" x="{x}" y="{y}" width="{TILE}" height="{TILE}"/>'
    if mark is None:
        return ground
    pipe = "mk" if mark is not LeadMark.NOT_YET else "md-k"
    forward = 1 if row % 2 == 0 else -1
    start, end = (0, TILE) if forward == 1 else (TILE, 0)
    if turns:
        path = f"M{x + start} {y + 30}H{x + 30 - 4 * forward}Q{x + 30} {y + 30} {x + 30} {y + 34}V{y + TILE}"
    elif begins:
        path = f"M{x + 30} {y}V{y + 26}Q{x + 30} {y + 30} {x + 30 + 4 * forward} {y + 30}H{x + end}"
    else:
        path = f"M{x - 0.5} {y + 30}h{TILE + 1}"
    drawn = ground + f'<path class="{pipe}" d="{path}"/>'
    if mark is LeadMark.CAME_BACK:
        drawn += (
            f'<circle class="mc" cx="{x + 30}" cy="{y + 30}" r="20"/>'
            f'<path class="me" d="M{x + 26} {y + 18}h8v8h8v8h-8v8h-8v-8h-8v-8h8z"/>'
        )
    return drawn


def _condensed(marks: tuple[LeadMark, ...]) -> tuple[LeadMark, ...]:
    groups = [marks[start : start + LEADS_A_TILE] for start in range(0, len(marks), LEADS_A_TILE)]
    return tuple(max(LeadMark, key=group.count) for group in groups)


def _column(minutes: int | None, limit: int) -> int:
    if minutes is None:
        return 928
    return 20 + round(min(minutes, limit) / limit * 850 / 22) * 22


def _ticks(limit: int) -> str:
    marks = "".join(
        f'<text class="ax" x="{_column(minutes, limit)}" y="218" text-anchor="middle">{_minutes(minutes)}</text>'
        for minutes in (0, limit // 4, limit // 2, limit)
    )
    return marks + '<text class="ax" x="928" y="218" text-anchor="middle">not yet</text>'


def _minutes(minutes: int) -> str:
    if minutes < 60 or (minutes % 60 and minutes < 120):
        return f"{minutes} min"
    return f"{minutes / 60:g} h"


def _scale(amount_minor: int) -> float:
    """A place between 4 and 196 for an amount between 0.50 and 500, on a logarithmic line."""
    share = math.log(max(amount_minor, 50) / 50) / math.log(1000)
    return 4 + 192 * min(max(share, 0.0), 1.0)


def _svg(role: str, width: float, height: float, *, words: str, drawn: str, stretched: bool = False) -> Markup:
    told = f'role="img" aria-label="{escape(words)}"' if words else 'aria-hidden="true"'
    fit = ' preserveAspectRatio="none"' if stretched else ""
    named = f' class="{role}"' if role else ""
    return Markup(f'<svg{named} viewBox="0 0 {_n(width)} {_n(height)}" {told}{fit}>{drawn}</svg>')  # noqa: S704 - numbers and our own words


def _n(number: float) -> str:
    return f"{number:.1f}".rstrip("0").rstrip(".")
