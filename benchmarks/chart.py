"""Draws how seconds and memory grow with the number of claims or articles, as SVG that needs no colour."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import altair as alt
import vl_convert

Measured = Mapping[str, float]
Lines = Mapping[str, Sequence[float]]
INK, GREY, FAINT = "#1f3a5f", "#707070", "#e3e3e3"
DASHES = ([1, 0], [6, 3], [2, 2], [8, 2, 2, 2], [4, 4], [1, 4])
WIDTH, HEIGHT, TEXT = 310, 270, 12  # CSS pixels


def curves(measured: Sequence[Measured], total: str, parts: Iterable[str], limit: float, memory: float) -> str:
    """An SVG of two plots, both axes logarithmic: the seconds of all and of the dearest parts, and the GB.

    Beside the seconds stands a line that grows with the power ``limit`` of the claims, beside the memory its limit.
    """
    dearest = sorted(parts, key=lambda part: -measured[-1][part])[: len(DASHES) - 1]
    seconds = {part.replace("_", " "): [one.get(part, 0.0) for one in measured] for part in (total, *dearest)}
    grown = [(one["claims"] / measured[0]["claims"]) ** limit * measured[0][total] for one in measured]
    claims = [one["claims"] for one in measured]
    drawn = alt.hconcat(
        _plot("Seconds of processor time", claims, seconds, {f"power of {limit}": grown}),
        _plot("Peak memory, GB", claims, {"": [one["memory"] for one in measured]}, {"limit": [memory] * len(claims)}),
        spacing=110,
    )
    return _svg(drawn)


def nights(sizes: Sequence[float], seconds: Lines) -> str:
    """An SVG of what a night costs in archives of several sizes, both axes logarithmic."""
    return _svg(_plot("Seconds of processor time", sizes, seconds, {}, "articles in the archive"))


def _svg(drawn: Any) -> str:
    styled = drawn.configure(
        font="Source Sans Pro, Segoe UI, Helvetica Neue, Arial, sans-serif",
        background="white",
        padding={"left": 5, "right": 170, "top": 5, "bottom": 5},
        view=alt.ViewConfig(stroke=None),
        axis=alt.AxisConfig(labelFontSize=11, gridColor=FAINT, domainColor=GREY, tickColor=GREY),
        title=alt.TitleConfig(anchor="start", fontSize=13, fontWeight="normal"),
    )
    return str(vl_convert.vegalite_to_svg(styled.to_dict(), allowed_base_urls=[])) + "\n"


def _plot(title: str, claims: Sequence[float], lines: Lines, bound: Lines, title_x: str = "event claims") -> Any:
    """Lines told apart by their dashes, each named at its end; the bound is grey and has no points."""
    everything = [value for values in (*lines.values(), *bound.values()) for value in values if value > 0]
    ends = math.floor(math.log10(min(everything))), math.ceil(math.log10(max(everything)))
    x = alt.X(
        "claims:Q",
        title=title_x,
        scale=_log(*map(math.log10, (claims[0], claims[-1]))),
        axis=_axis(claims, ".3~s"),
    )
    y = alt.Y(
        "value:Q", title=None, scale=_log(*ends), axis=_axis([10.0**n for n in range(ends[0], ends[1] + 1)], "~f")
    )
    layers = [
        _line(claims, values, DASHES[n % len(DASHES)], INK, 1.6).encode(x=x, y=y)
        for n, values in enumerate(lines.values())
    ]
    layers += [_line(claims, values, [1, 0], GREY, 1).encode(x=x, y=y) for values in bound.values()]
    layers += [_line(claims, values, None, INK, 30).encode(x=x, y=y) for values in lines.values()]
    names = _names({**lines, **bound}, claims[-1], 10 ** ((ends[1] - ends[0]) * TEXT / HEIGHT))
    texts = alt.Chart(names).mark_text(align="left", dx=8, fontSize=TEXT, color="black").encode(x=x, y=y, text="line:N")
    return alt.layer(*layers, texts).properties(width=WIDTH, height=HEIGHT, title=title)


def _log(least: float, most: float) -> Any:
    return alt.Scale(type="log", domain=[10**least, 10**most])


def _axis(values: Sequence[float], written: str) -> Any:
    return alt.Axis(values=list(values), format=written, labelFlush=False)


def _line(claims: Sequence[float], values: Sequence[float], dash: list[int] | None, color: str, size: float) -> Any:
    """A line, or with no dash its points; what took no time that a clock shows is not drawn."""
    points = [{"claims": at, "value": value} for at, value in zip(claims, values, strict=True) if value > 0.001]
    chart = alt.Chart(alt.Data(values=points))
    if dash is None:
        return chart.mark_point(filled=True, size=size, color=color, opacity=1)
    return chart.mark_line(strokeDash=dash, strokeWidth=size, color=color)


def _names(lines: Lines, at: float, gap: float) -> Any:
    """The lines' names at their ends, from the highest down, each at least so many times below the one before."""
    placed: list[dict[str, Any]] = []
    for name, values in sorted(lines.items(), key=lambda line: -line[1][-1]):
        highest = placed[-1]["value"] / gap if placed else math.inf
        placed.append({"claims": at, "value": min(values[-1], highest), "line": name})
    return alt.Data(values=placed)
