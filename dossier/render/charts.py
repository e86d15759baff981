"""Draw the chart of a timeline, readable without colour. No other module imports Altair or vl-convert.

Up to 30 rows stand one under another, each with its number; more are counted by month or a longer unit. Equal marks
give equal bytes: time scales are UTC, text is measured in the page's own typeface, and nothing is fetched.
"""

import os
import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import cache
from html import escape
from typing import Any

from dossier.render import fonts
from dossier.render.chart_context import ChartMark, DrawnChart, Footing
from dossier.render.chart_outliers import extent, without_outliers
from dossier.render.row_context import Status
from dossier.render.tally import Tally, tally

_MAX_ROWS_DRAWN = 30
"""Set by hand, so that the rows fit on a page one under another."""
_WIDTH = 612
"""CSS pixels: the width of the text on paper."""
_INK, _PAPER, _FAINT, _GREY = "#1f3a5f", "#ffffff", "#e3e3e3", "#8f8f8f"
_REPORTED = "#aab4c1"
"""The fill of counted rows that are only reported: between those of facts and denials, also without colour."""
_FONT = "Source Sans Pro, Segoe UI, Helvetica Neue, Arial, sans-serif"
_EPOCH = datetime(1970, 1, 1)
_FILLS = {Status.FACT: _INK, Status.UNSURE: _PAPER, Status.NEGATED: _FAINT}
_DASHES = {Status.FACT: [1, 0], Status.UNSURE: [1, 0], Status.NEGATED: [2, 1.5]}
# A circle of curves: WeasyPrint draws the arcs that Vega makes of its own with corners.
_DOT = "M1,0C1,.552,.552,1,0,1C-.552,1,-1,.552,-1,0C-1,-.552,-.552,-1,0,-1C.552,-1,1,-.552,1,0Z"
_CROSS = "M-.8,-.8L.8,.8M.8,-.8L-.8,.8"
_DIAMOND, _BACKWARDS = "M0,-1.15L1.15,0L0,1.15L-1.15,0Z", "M-1.1,0L.9,-1.1L.9,1.1Z"
_SHAPES = {Footing.DATED: _DOT, Footing.ABOUT: _DIAMOND, Footing.REPORTED: _BACKWARDS}
"""What a day is drawn as; a dot of what is said not to have happened becomes a cross."""

# Most days on the time axis, unit of its ticks, units from one tick to the next, format of the label. Set by hand, so
# that labels do not overlap.
_TICKS = (
    (10, "day", 1, "%-d %b %Y"),
    (45, "week", 1, "%-d %b %Y"),  # not every seventh day of the month: 29 March and 1 April overlap
    (250, "month", 1, "%b %Y"),
    (900, "month", 3, "%b %Y"),
    (3_700, "year", 1, "%Y"),
    (9_000, "year", 2, "%Y"),
    (22_000, "year", 5, "%Y"),
    (45_000, "year", 10, "%Y"),
    (220_000, "year", 50, "%Y"),
    (4_000_000, "year", 500, "%Y"),
)


def timeline(marks: Sequence[ChartMark], unplaced: int) -> DrawnChart | None:
    """A chart of the rows in line, or None where they have fewer than two different times, or suit no unit of time.

    ``unplaced`` counts the rows whose date is open at one end; the caption gives their number.
    """
    if len({(mark.start, mark.end) for mark in marks}) < 2:
        return None
    drawn = without_outliers(marks)
    numbers = {mark.number for mark in drawn}
    outliers = [mark.number for mark in marks if mark.number not in numbers]
    if len(drawn) <= _MAX_ROWS_DRAWN:
        return _by_row(drawn, unplaced, outliers)
    counted = tally(drawn)
    return _by_count(counted, unplaced, len(outliers)) if counted else None


def _by_row(marks: Sequence[ChartMark], unplaced: int, outliers: Sequence[int]) -> DrawnChart:
    caption = "Entries by number. A mark is a day or less; a bar spans all the time that a date leaves open."
    left_out = [f"{unplaced} with a date that is open at one end"] if unplaced else []
    if outliers:
        left_out.append(f"no. {', '.join(map(str, outliers))}, far from the others")
    if left_out:
        caption += f" Not drawn: {'; '.join(left_out)}."
    title = f"{len(marks)} entries, {_years(*extent(marks))}"
    statuses = _present(mark.status for mark in marks)
    found = {mark.footing for mark in marks} - {Footing.DATED}
    footings = tuple(footing for footing in Footing if footing in found)
    return DrawnChart(_svg(_rows_chart(marks), title, caption), caption, statuses, footings, is_count=False)


def _by_count(counted: Tally, unplaced: int, n_outliers: int) -> DrawnChart:
    caption = f"Entries per {counted.unit}: the {counted.placed} whose date or report lies within one {counted.unit}."
    unfit = counted.left_out + unplaced
    left_out = [f"{unfit} with a longer or open date"] if unfit else []
    if n_outliers:
        left_out.append(f"{n_outliers} far from the others")
    if left_out:
        caption += f" Not counted: {'; '.join(left_out)}."
    title = f"{counted.placed} entries by {counted.unit}, {_years(counted.start, counted.end)}"
    statuses = _present(bar.status for bar in counted.bars if not bar.is_reported)
    footings = (Footing.REPORTED,) if any(bar.is_reported for bar in counted.bars) else ()
    return DrawnChart(_svg(_counts_chart(counted), title, caption), caption, statuses, footings, is_count=True)


def _years(start: datetime, end: datetime) -> str:
    last = (end - timedelta(microseconds=1)).year
    return str(last) if start.year == last else f"{start.year} to {last}"


def _present(statuses: Iterable[Status]) -> tuple[Status, ...]:
    found = frozenset(statuses)
    return tuple(status for status in Status if status in found)


def _rows_chart(marks: Sequence[ChartMark]) -> Any:
    import altair as alt

    data = [
        {
            "row": mark.number,
            "from": _ms(mark.start),
            "to": _ms(mark.end),
            "status": mark.status.value,
            "shape": _shape(mark),
        }
        for mark in marks
    ]
    is_point = alt.datum["to"] - alt.datum["from"] <= _ms(_EPOCH + timedelta(days=1))
    base = alt.Chart(alt.Data(values=data)).encode(
        x=_time_axis("from", *extent(marks)),
        y=alt.Y("row:O", title=None, axis=alt.Axis(ticks=False, domain=False, grid=True, labelPadding=6)),
        fill=_scaled(alt.Fill, _FILLS),
    )
    bars = base.transform_filter(~is_point).mark_bar(height=6, stroke=_INK, strokeWidth=0.9)
    dots = base.transform_filter(is_point).mark_point(size=42, stroke=_INK, strokeWidth=1.3, opacity=1)
    layers = bars.encode(x2="to:T", strokeDash=_scaled(alt.StrokeDash, _DASHES)) + dots.encode(
        shape=alt.Shape("shape:N", scale=None, legend=None)
    )
    return layers.properties(width=_WIDTH, height={"step": 12})


def _shape(mark: ChartMark) -> str:
    is_cross = mark.footing is Footing.DATED and mark.status is Status.NEGATED
    return _CROSS if is_cross else _SHAPES[mark.footing]


def _counts_chart(counted: Tally) -> Any:
    import altair as alt

    data = [
        {
            "from": _ms(bar.start),
            "to": _ms(bar.end),
            "low": bar.low,
            "high": bar.high,
            "fill": _REPORTED if bar.is_reported else _FILLS[bar.status],
        }
        for bar in counted.bars
    ]
    chart = (
        alt.Chart(alt.Data(values=data))
        .mark_bar(stroke=_INK, strokeWidth=0.9)
        .encode(
            x=_time_axis("from", counted.start, counted.end),
            x2="to:T",
            y=alt.Y(
                "low:Q",
                title=None,
                axis=alt.Axis(format="d", tickMinStep=1, domain=False, ticks=False, grid=True),
            ),
            y2="high:Q",
            fill=alt.Fill("fill:N", scale=None, legend=None),
        )
    )
    return chart.properties(width=_WIDTH, height=130)


def _time_axis(field: str, start: datetime, end: datetime) -> Any:
    import altair as alt

    days = (end - start).days
    _, unit, step, written = next(row for row in _TICKS if days <= row[0])
    every = {"interval": unit, "step": step}
    return alt.X(
        f"{field}:T",
        title=None,
        scale=alt.Scale(type="utc", nice=every),
        axis=alt.Axis(format=written, tickCount=every, grid=True, labelFlush=True),
    )


def _scaled(channel: Any, by_status: dict[Status, Any]) -> Any:
    import altair as alt

    scale = alt.Scale(domain=[s.value for s in by_status], range=list(by_status.values()))
    return channel("status:N", scale=scale, legend=None)


def _svg(chart: Any, title: str, description: str) -> str:
    import altair as alt

    styled = chart.properties(autosize={"type": "fit-x", "contains": "padding"}, padding=1).configure(
        font=_FONT,
        aria=False,  # screen readers get the title and description, not each mark
        background="transparent",
        view=alt.ViewConfig(stroke=None),
        axis=alt.AxisConfig(
            labelFontSize=10.5, labelColor="#333333", gridColor=_FAINT, domainColor=_GREY, tickColor=_GREY
        ),
    )
    drawn = _converter().vegalite_to_svg(
        styled.to_dict(), vl_version=alt.SCHEMA_VERSION.rpartition(".")[0], allowed_base_urls=[]
    )
    with_description = f'<svg role="img"\\1><title>{escape(title)}</title><desc>{escape(description)}</desc>'
    return re.sub(r"<svg([^>]*)>", with_description, str(drawn), count=1)


def _converter() -> Any:
    if _first_process() != os.getpid():
        raise RuntimeError("charts hang in a forked process once its parent has drawn one: spawn workers instead")
    return _vl_convert()


@cache
def _first_process() -> int:
    return os.getpid()


@cache
def _vl_convert() -> Any:
    import vl_convert

    # Text is measured when it is laid out: without this, in a typeface that the machine happens to have.
    vl_convert.register_font_directory(str(fonts.folder(fonts.SANS)))
    return vl_convert


def _ms(moment: datetime) -> int:
    return (moment - _EPOCH) // timedelta(milliseconds=1)
