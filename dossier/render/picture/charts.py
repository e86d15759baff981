"""Draw how many entries a long timeline has in each month or longer unit. No other module imports Altair or vl-convert.

Equal marks give equal bytes: time scales are UTC, text is measured in the page's own typeface, nothing is fetched.
"""

import os
import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import cache, lru_cache
from html import escape
from typing import Any

from dossier.render.page_values.chart_context import ChartMark, ChartSign, DrawnChart, Footing
from dossier.render.page_values.row_context import Status
from dossier.render.picture.chart_outliers import without_outliers
from dossier.render.picture.tally import Tally, tally
from dossier.render.typefaces import fonts

_MAX_SEEN_ONE_BY_ONE = 30
"""Entries that a reader sees well in the picture of the timeline. Set by hand."""
_LEAST_FILLED = 6
"""Units of time with an entry below which bars say no more than the picture of the timeline. Set by hand."""
_MAX_KEPT = 64
"""Charts that are kept: who reads a case and corrects it sees the same ones again and again. Set by hand."""
_WIDTH = 612.0
"""CSS pixels: the width of the text on paper."""
_INK, _PAPER, _FAINT, _GREY = "#1f3a5f", "#ffffff", "#e3e3e3", "#8f8f8f"
_REPORTED = "#aab4c1"
"""The fill of counted rows that are only reported: between those of facts and denials, also without colour."""
_FONT = "Source Sans Pro, Segoe UI, Helvetica Neue, Arial, sans-serif"
_EPOCH = datetime(1970, 1, 1)
_FILLS = {Status.FACT: _INK, Status.UNSURE: _PAPER, Status.NEGATED: _FAINT}

# Most days on a time axis as wide as paper, unit of its ticks, units from one tick to the next, format of the label.
# Set by hand, so that labels do not overlap.
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


def density(marks: Sequence[ChartMark], unplaced: int, width: float = _WIDTH) -> DrawnChart | None:
    """A chart of many entries, counted by a unit of time; None where they, or the units with any, are few.

    ``unplaced`` counts the entries whose date is open at one end; the caption gives their number. ``width`` is in CSS
    pixels.
    """
    if len(marks) <= _MAX_SEEN_ONE_BY_ONE:
        return None
    drawn = without_outliers(marks)
    counted = tally(drawn)
    if not counted or len({bar.start for bar in counted.bars}) < _LEAST_FILLED:
        return None
    return _by_count(counted, unplaced, len(marks) - len(drawn), width)


@lru_cache(_MAX_KEPT)
def _by_count(counted: Tally, unplaced: int, n_outliers: int, width: float) -> DrawnChart:
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
    signs = (
        tuple(_sign(status, _FILLS[status]) for status in statuses),
        tuple(_sign(footing, _REPORTED) for footing in footings),
    )
    return DrawnChart(_svg(_counts_chart(counted, width), title, caption), caption, *signs, is_count=True)


def _sign(what: Status | Footing, fill: str) -> ChartSign:
    square = f'<rect x="1" y="1" width="8" height="8" fill="{fill}" stroke="{_INK}" stroke-width="1.2"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" aria-hidden="true">{square}</svg>'
    return ChartSign(what.value, what.words, (svg,))


def _years(start: datetime, end: datetime) -> str:
    last = (end - timedelta(microseconds=1)).year
    return str(last) if start.year == last else f"{start.year} to {last}"


def _present(statuses: Iterable[Status]) -> tuple[Status, ...]:
    found = frozenset(statuses)
    return tuple(status for status in Status if status in found)


def _counts_chart(counted: Tally, width: float) -> Any:
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
            x=_time_axis("from", counted.start, counted.end, width),
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
    return chart.properties(width=width, height=130)


def _time_axis(field: str, start: datetime, end: datetime, width: float) -> Any:
    import altair as alt

    days = (end - start).days * _WIDTH / width
    _, unit, step, written = next(row for row in _TICKS if days <= row[0])
    every = {"interval": unit, "step": step}
    return alt.X(
        f"{field}:T",
        title=None,
        scale=alt.Scale(type="utc", nice=every),
        axis=alt.Axis(format=written, tickCount=every, grid=True, labelFlush=True),
    )


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
