"""What the start page tells of a case: its main events, and its outlets."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dossier.model import Citation, Timeline, When
from dossier.render.briefing import briefing
from dossier.render.entries.entry_groups import entry_groups
from dossier.render.entries.notes import outlet
from dossier.render.page_one.highlights import weightiest
from dossier.render.page_values.row_context import Remark
from dossier.render.wording import date_wording

_MAX_EVENTS = 12
"""Events of the case on its start page. Set by hand: what fits a screen or two; the others are in its dossier."""
_NO_OUTLET = "no outlet named"


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """One of the main events of a case: the number of its entry in the dossier of the case, its date and its line.

    ``labels`` are remarks on an event that is not stated as fact.
    """

    row: int
    date: str
    line: str
    labels: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class OutletCount:
    """An outlet: its number of articles, how many of these only print another's words, and when they were published.

    ``span`` is in words, empty where no day is known.
    """

    name: str
    articles: int
    copies: int
    span: str


def case_events(timeline: Timeline) -> tuple[CaseEvent, ...]:
    """The most important entries of the timeline of a case, in its order."""
    groups = entry_groups(timeline)
    page = briefing(timeline, "")
    kept = {group.number for group in weightiest(groups.placed + groups.undated, _MAX_EVENTS)}
    return tuple(
        CaseEvent(row.number, row.date, row.passage.text, row.labels)
        for row in page.rows + page.undated
        if row.number in kept
    )


def outlets(articles: Mapping[str, Citation]) -> tuple[OutletCount, ...]:
    """The outlets of the articles, the one with most of them first; last those that name none."""
    by_name: dict[str, list[Citation]] = {}
    for article in articles.values():
        by_name.setdefault(outlet(article), []).append(article)
    names = sorted(by_name, key=lambda name: (not name, -len(by_name[name]), name))
    return tuple(
        OutletCount(
            name=name or _NO_OUTLET,
            articles=len(by_name[name]),
            copies=sum(article.copy_of is not None for article in by_name[name]),
            span=_span(article.published.when for article in by_name[name]),
        )
        for name in names
    )


def _span(days: Iterable[When | None]) -> str:
    known = [when for when in days if when and when.first]
    if not known:
        return ""
    first = min(known, key=lambda when: (when.earliest or when.latest, when.edtf))
    last = max(known, key=lambda when: (when.latest or when.earliest, when.edtf))
    return date_wording.shortened(date_wording.span_words(first, last))
