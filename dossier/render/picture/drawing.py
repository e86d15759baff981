"""Draw the picture as SVG. Equal entries give equal bytes; every word is escaped, and nothing is fetched."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from dossier.render.page_values.chart_context import ChartMark, DrawnChart, Footing
from dossier.render.picture.axis import Axis, axis
from dossier.render.picture.labels import DETAIL_SIZE, TITLE_SIZE, Placed, Wanted, place
from dossier.render.picture.signs import FACTS, INK, bar, footing_key, shape, status_key
from dossier.render.picture.tick_words import WrittenTick, written_ticks
from dossier.render.picture.ticks import ticks

_WIDTH = 612.0
"""CSS pixels: the width of the text on paper."""
NARROW = 280.0
"""CSS pixels: less than the text on a phone has, so that the letters are drawn larger there than on paper."""
_LANE = 28.0
"""Pixels from one lane of labels to the next."""
_TO_LABELS = 9.0
"""Pixels between the highest mark and the labels above it."""
_TO_TICKS = 17.0
"""Pixels below the axis in which the labels of its ticks stand."""
_STACK = 6.5
"""Pixels between marks of one time, which stand one above another."""
_MAX_STACKED = 6
"""Marks of one time; those above are not drawn. Set by hand."""
_NUMBER = 12.0
"""Pixels that such a number takes: two digits and a gap."""
_FULL = _MAX_STACKED * _STACK + 2
"""Pixels from the axis to the number above so many marks."""
_MAX_LABELS = 12
"""Set by hand."""
_RADIUS = 3.2
"""Pixels. Set by hand."""
_QUIET, _GREY = "#444444", "#8f8f8f"
_FONT = "Source Sans Pro, Segoe UI, Helvetica Neue, Arial, sans-serif"
_FACTS = f" All are {FACTS}."
_BAR = 4.0
"""Pixels of a time from which it is drawn as a bar and not as a mark."""


def picture(marks: Sequence[ChartMark], unplaced: int, width: float = _WIDTH) -> DrawnChart | None:
    """The picture of these entries; None where they have fewer than two different times.

    Only what has a date of its own gets a label, if anything has: the day of a report is none on which it happened.
    Nor does a mark whose label is empty. Above marks of one time that are too many to be drawn stands their number.
    ``unplaced`` counts the entries whose date is open at one end; the caption gives their number. The letters have the
    same size at each ``width`` (CSS pixels): a narrower picture has fewer labels.
    """
    if len({(mark.start, mark.end) for mark in marks}) < 2:
        return None
    drawn = axis(marks, width)
    of_a_day = [mark for mark in marks if mark.footing is not Footing.REPORTED]
    telling = [mark for mark in of_a_day or marks if mark.label]
    weighty = sorted(telling, key=lambda mark: (-mark.importance, mark.number))[:_MAX_LABELS]
    placed = place([_label(mark, drawn) for mark in weighty], width)
    kinds = {(mark.status, None if _is_bar(mark, drawn) else mark.footing) for mark in marks}
    statuses = status_key(kinds)
    caption = _caption(marks, of_a_day, len(placed), bool(drawn.breaks), unplaced) + ("" if statuses else _FACTS)
    return DrawnChart(
        svg=_svg(marks, drawn, placed, caption, width),
        caption=caption,
        statuses=statuses,
        footings=footing_key(kinds),
        is_count=False,
    )


def _label(mark: ChartMark, drawn: Axis) -> Wanted:
    return Wanted(_x(mark, drawn), mark.label, f"no. {mark.number}, {mark.date}")


def _x(mark: ChartMark, drawn: Axis) -> float:
    return (drawn.x(mark.start) + drawn.x(mark.end)) / 2


def _caption(
    marks: Sequence[ChartMark], of_a_day: Sequence[ChartMark], labels: int, is_broken: bool, unplaced: int
) -> str:
    if not labels:
        which = "none with a label"
    elif 0 < len(of_a_day) < len(marks):
        which = f"{labels} of {len(of_a_day)} with a date of their own have a label"
    else:
        which = "all with a label" if labels == len(marks) else f"{labels} with a label, as room allows"
    parts = [f"{len(marks)} entries, {which}"]
    if is_broken:
        parts.append("No entry begins or ends where the axis breaks")
    if unplaced:
        parts.append(f"Not drawn: {unplaced} open at one end")
    return ". ".join(parts) + "."


def _svg(marks: Sequence[ChartMark], drawn: Axis, placed: Sequence[Placed], caption: str, width: float) -> str:
    stacks, full = _stacked(marks, drawn)
    top = max(stacks.values(), default=0) * _STACK + _TO_LABELS + (DETAIL_SIZE if full else 0)
    lanes = [one.lane for one in placed]
    y = top + max((0, *lanes)) * _LANE
    height = y + _TO_TICKS + max((0, *(-lane for lane in lanes))) * _LANE
    written = tuple(written_ticks(drawn, width))
    pieces = [
        *(line for one in placed for line in _stem(one, y, y + _below_axis(one, top), written)),
        *_axis_line(drawn, y, written),
        *(_mark(mark, drawn, y - stacks[mark.number] * _STACK) for mark in marks if mark.number in stacks),
        *(_text(x, y - _FULL, str(count), DETAIL_SIZE, f'fill="{_QUIET}"') for x, count in _apart(full)),
        *(_words(one, y + _below_axis(one, top)) for one in placed),
    ]
    return (
        f'<svg role="img" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.1f}" '
        f'font-family="{_FONT}"><title>Timeline. {escape(caption)}</title><desc>{escape(_twin(placed))}</desc>'
        f"{''.join(pieces)}</svg>"
    )


def _twin(placed: Sequence[Placed]) -> str:
    """What the labels say, from the left to the right, for those who do not see the picture."""
    return "; ".join(f"{one.label.detail}: {one.label.title}" for one in sorted(placed, key=lambda one: one.label.x))


def _below_axis(one: Placed, top: float) -> float:
    """How many pixels below the axis the line that leads to a label ends; less than 0 above it."""
    return -top - (one.lane - 1) * _LANE if one.lane > 0 else _TO_TICKS - (one.lane + 1) * _LANE


def _stacked(marks: Sequence[ChartMark], drawn: Axis) -> tuple[Mapping[int, int], Sequence[tuple[float, int]]]:
    """For each mark its place above the axis, 0 for the first of its time, without those above the highest.

    Beside it where some are left out, and how many marks are of that time.
    """
    columns: dict[int, list[ChartMark]] = {}
    for mark in marks:
        if not _is_bar(mark, drawn):
            columns.setdefault(round(_x(mark, drawn) / (2 * _RADIUS)), []).append(mark)
    stacks = {mark.number: 0 for mark in marks if _is_bar(mark, drawn)}
    stacks |= {mark.number: place for column in columns.values() for place, mark in enumerate(column[:_MAX_STACKED])}
    full = [(_x(column[0], drawn), len(column)) for column in columns.values() if len(column) > _MAX_STACKED]
    return stacks, full


def _apart(full: Iterable[tuple[float, int]]) -> Iterator[tuple[float, int]]:
    """The numbers of the columns that have room beside each other; of two that have none the larger one."""
    placed: list[tuple[float, int]] = []
    for x, count in sorted(full):
        if placed and x - placed[-1][0] < _NUMBER:
            placed[-1] = max(placed[-1], (x, count), key=lambda one: one[1])
        else:
            placed.append((x, count))
    return iter(placed)


def _is_bar(mark: ChartMark, drawn: Axis) -> bool:
    return mark.is_long and drawn.x(mark.end) - drawn.x(mark.start) >= _BAR


def _stem(one: Placed, y: float, end: float, written: Sequence[WrittenTick]) -> Iterator[str]:
    """The line from the axis to a label; below the axis it leaves out the words of a tick that it would cross."""
    x = one.label.x
    if one.lane > 0 or not any(tick.left - 2 <= x <= tick.right + 2 for tick in written):
        yield _line(x, y, x, end, _GREY, 0.6)
    else:
        yield _line(x, y, x, y + _TO_TICKS - 11, _GREY, 0.6)
        if end > y + _TO_TICKS:
            yield _line(x, y + _TO_TICKS, x, end, _GREY, 0.6)


def _axis_line(drawn: Axis, y: float, written: Sequence[WrittenTick]) -> Iterator[str]:
    for stretch in drawn.stretches:
        yield _line(stretch.left, y, stretch.right, y, _GREY, 1)
        for tick in ticks(stretch):
            yield _line(tick.x, y - 3, tick.x, y + 3, _GREY, 0.8)
    for word in written:
        yield _text(word.middle, y + _TO_TICKS - 3, word.label, DETAIL_SIZE, f'fill="{_QUIET}"')
    for x in drawn.breaks:
        yield _line(x - 4, y + 4, x, y - 4, _GREY, 1)
        yield _line(x, y + 4, x + 4, y - 4, _GREY, 1)


def _words(one: Placed, end: float) -> str:
    """The two lines of a label, above or below the end of the line that leads to it."""
    middle = one.left + one.label.width / 2
    first = end - DETAIL_SIZE - 4 if one.lane > 0 else end + TITLE_SIZE
    title = _text(middle, first, one.label.title, TITLE_SIZE, f'fill="{INK}" font-weight="600"')
    return title + _text(middle, first + DETAIL_SIZE + 1, one.label.detail, DETAIL_SIZE, f'fill="{_QUIET}"')


def _mark(mark: ChartMark, drawn: Axis, y: float) -> str:
    if _is_bar(mark, drawn):
        pieces = drawn.pieces(drawn.x(mark.start), drawn.x(mark.end))
        return "".join(
            f'<rect x="{left:.1f}" y="{y - 2.5:.1f}" width="{right - left:.1f}" height="5" {bar(mark.status)}/>'
            for left, right in pieces
        )
    look = shape(mark.status, mark.footing, 1.1 / _RADIUS)
    return f'<path transform="translate({_x(mark, drawn):.1f},{y:.1f}) scale({_RADIUS})" {look}/>'


def _line(x1: float, y1: float, x2: float, y2: float, stroke: str, width: float) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{stroke}" stroke-width="{width}"/>'


def _text(x: float, y: float, words: str, size: float, style: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="middle" {style}>{escape(words)}</text>'
