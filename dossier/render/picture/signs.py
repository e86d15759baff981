"""What a mark of the picture looks like by what is known of its entry, and the key that explains it."""

from collections.abc import Collection, Iterable

from dossier.render.page_values.chart_context import ChartSign, Footing
from dossier.render.page_values.row_context import Status

INK, PAPER, FAINT = "#1f3a5f", "#ffffff", "#e3e3e3"
_FILLS = {Status.FACT: INK, Status.UNSURE: PAPER, Status.NEGATED: FAINT}
# A circle of curves: WeasyPrint draws arcs with corners.
_DOT = "M1,0C1,.552,.552,1,0,1C-.552,1,-1,.552,-1,0C-1,-.552,-.552,-1,0,-1C.552,-1,1,-.552,1,0Z"
_CROSS = "M-.8,-.8L.8,.8M.8,-.8L-.8,.8"
_SHAPES = {
    Footing.DATED: _DOT,
    Footing.ABOUT: "M0,-1.15L1.15,0L0,1.15L-1.15,0Z",
    Footing.REPORTED: "M-1.1,0L.9,-1.1L.9,1.1Z",
}
FACTS = "stated as fact, by the article or by a source"
"""Other than the counts of a page, which tell the two apart."""
_STRUCK = "M-1.3,1.3L1.3,-1.3"
"""Goes through the shape of what is said not to have happened, but for a day: that is a cross."""

Kind = tuple[Status, Footing | None]
"""How sure an entry is, and by what it stands in time; None for a longer time, which is a bar."""


def shape(status: Status, footing: Footing, stroke: float) -> str:
    """A path of radius 1 around zero, whose line is so wide."""
    lines = _SHAPES[footing]
    if status is Status.NEGATED:
        lines = _CROSS if footing is Footing.DATED else lines + _STRUCK
    fill = INK if status is Status.FACT else PAPER
    return f'd="{lines}" fill="{fill}" stroke="{INK}" stroke-width="{stroke:.2f}"'


def bar(status: Status) -> str:
    """The look of a rectangle that stands for a longer time."""
    dash = ' stroke-dasharray="2 1.5"' if status is Status.NEGATED else ""
    return f'fill="{_FILLS[status]}" fill-opacity=".55" stroke="{INK}" stroke-width=".9"{dash}'


def status_key(kinds: Collection[Kind]) -> tuple[ChartSign, ...]:
    """How sure entries of these kinds are: a sign for each status, with its shapes; none where all are facts."""
    found = [status for status in Status if any(one is status for one, _ in kinds)]
    if found == [Status.FACT]:
        return ()
    return tuple(
        ChartSign(
            one.value,
            FACTS if one is Status.FACT else one.words,
            _drawn(kind for kind in _ordered(kinds) if kind[0] is one),
        )
        for one in found
    )


def footing_key(kinds: Collection[Kind]) -> tuple[ChartSign, ...]:
    """By what entries of these kinds stand in time."""
    found: dict[Footing | None, Kind] = {}
    for kind in _ordered(kinds):
        found.setdefault(kind[1], kind)
    named = [footing for footing in Footing if footing in found]
    bars = (ChartSign("span", "in that time", _drawn([found[None]])),) if None in found else ()
    return (*(ChartSign(one.value, one.words, _drawn([found[one]])) for one in named), *bars)


def _ordered(kinds: Collection[Kind]) -> list[Kind]:
    every: list[Footing | None] = [*Footing, None]
    return [(status, footing) for status in Status for footing in every if (status, footing) in kinds]


def _drawn(kinds: Iterable[Kind]) -> tuple[str, ...]:
    return tuple(_svg(*kind) for kind in kinds)


def _svg(status: Status, footing: Footing | None) -> str:
    start = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="{}" aria-hidden="true">'
    if footing is None:
        return f'{start.format("0 0 12 10")}<rect x="1" y="2.5" width="10" height="5" {bar(status)}/></svg>'
    return f"{start.format('-1.4 -1.4 2.8 2.8')}<path {shape(status, footing, 0.34)}/></svg>"
