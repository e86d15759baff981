"""The date of each item of a page, and whether it is that of what the item tells of, or that of a report."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from dossier.annotate.doc import PageItem, Timex
from dossier.annotate.parsed import Parsed
from dossier.annotate.timex.values.time_reading import PUBLISHED
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import When

_REPORTING_RULES = frozenset((RuleName.WEEKDAY, RuleName.TODAY, RuleName.PART_OF_TODAY, RuleName.WEEKDAY_OF_A_WEEK))
"""Rules of times that count from the day on which somebody writes: "on Monday", "this morning"."""
_LIVE_DAYS = 10
"""How far from the publication of the page the posts of a live blog lie at most. Set by hand."""
_SHARE_OF_REPORTS = 3
"""If one item in so many tells of days as a report does, all are reports. Set by hand."""


@dataclass(frozen=True, slots=True)
class DatedItem:
    """An item with its date. ``time`` is the index of the time in its label, ``until`` that of the end of a span.

    ``is_report``: ``when`` is when the words were published; else it is when what they tell of happened.
    """

    item: PageItem
    time: int
    until: int | None
    when: When
    is_report: bool


def dated_items(doc: Parsed) -> tuple[DatedItem, ...]:
    """The items whose label has a place in the calendar, in text order; worked out once for a Doc."""
    if doc._.dated_items is None:
        starts = [timex.start for timex in doc._.timexes]
        found = [dated for item in doc._.items if (dated := _dated(doc, item, starts)) is not None]
        doc._.dated_items = tuple(_with_reports(found))
    known: tuple[DatedItem, ...] = doc._.dated_items
    return known


def dated_item(doc: Parsed, i: int) -> DatedItem | None:
    """The innermost item with a date around the token at index ``i``."""
    found = dated_items(doc)
    for place in range(bisect_right(found, i, key=_start) - 1, -1, -1):
        if i < found[place].item.end:
            return found[place]
        if not found[place].item.is_nested:
            break
    return None


def _start(dated: DatedItem) -> int:
    return dated.item.start


def _with_reports(found: Sequence[DatedItem]) -> Iterator[DatedItem]:
    """The items, all of them as reports if enough of them are; below a title one of them is enough."""
    reports = sum(dated.is_report for dated in found)
    are_reports = _SHARE_OF_REPORTS * reports >= len(found)
    for dated in found:
        is_story = dated.item.is_below_title and reports > 0
        yield replace(dated, is_report=dated.is_report or are_reports or is_story)


def report_day(doc: Parsed, i: int) -> When | None:
    """The day of the report at the token with index ``i``: that of the post around it, else that of publication.

    None where neither is known. An entry of a chronicle is no report; there it is the publication's.
    """
    post = _post(doc, i)
    published: When | None = doc._.published
    return When.day(post.when.known_day) if post is not None and post.when.known_day else published


def report_anchor(doc: Parsed, i: int) -> str:
    """The id of the time that ``report_day`` is taken from, or "published"."""
    post = _post(doc, i)
    return f"t{post.time + 1}" if post is not None else PUBLISHED


def _post(doc: Parsed, i: int) -> DatedItem | None:
    """The item around a token, if it is a report of a known day."""
    dated = dated_item(doc, i)
    return dated if dated is not None and dated.is_report and dated.when.known_day else None


def _dated(doc: Parsed, item: PageItem, starts: Sequence[int]) -> DatedItem | None:
    """The item with the date of its label, if that has a place in the calendar; ``starts`` are those of all times."""
    inside = range(*(bisect_left(starts, edge) for edge in item.label))
    times = [index for index in inside if doc._.timexes[index].dating.when is not None]
    if not times:
        return None
    first, last = doc._.timexes[times[0]], doc._.timexes[times[-1]]
    if RuleName.CLOCK in (first.rule, last.rule):
        first, times = last, times[-1:]  # the other is its hour, or the day that the hour was read with
    when = first.dating.when if len(times) == 1 else _span(first, last)
    if when is None:
        return None
    is_report = item.is_post or (item.has_clock and _is_live(doc, first)) or _tells_as_report(doc, item, starts)
    return DatedItem(item, times[0], times[-1] if len(times) > 1 else None, when, is_report)


def _span(first: Timex, last: Timex) -> When | None:
    """From the first time to the last; None where the last is not the later."""
    start, end = first.dating.when, last.dating.when
    return When(start.first, end.last) if start and end and start.before(end) else None


def _is_live(doc: Parsed, label: Timex) -> bool:
    """Whether a time of day belongs to a page of those days, not to the chronicle of a day long past."""
    published, when = doc._.published, label.dating.when
    if published is None or when is None or label.dating.anchor == PUBLISHED:
        return True
    latest, day = published.latest, when.earliest
    return latest is None or day is None or abs((latest - day).days) <= _LIVE_DAYS


def _tells_as_report(doc: Parsed, item: PageItem, starts: Sequence[int]) -> bool:
    """Whether a time behind the label counts from the day on which somebody writes."""
    body = range(bisect_left(starts, item.label[1]), bisect_left(starts, item.end))
    return any(doc._.timexes[index].rule in _REPORTING_RULES for index in body)


def own_tokens(doc: Parsed, item: PageItem) -> Iterator[range]:
    """The tokens of an item but those of its label and of items within it."""
    start, items = item.start, doc._.items
    first = bisect_right(items, item.start, key=lambda other: other.start)
    nested = takewhile(lambda other: other.start < item.end, items[first:])
    for gap in sorted([item.label, *((other.start, other.end) for other in nested)]):
        if start < gap[0]:
            yield range(start, gap[0])
        start = max(start, gap[1])
    if start < item.end:
        yield range(start, item.end)
