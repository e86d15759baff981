"""The time that the entries of a briefing tell of, from the first to the last."""

from collections.abc import Iterable
from datetime import timedelta

from dossier.model import Period, Precision, When
from dossier.render.entries.entry_groups import EntryGroup
from dossier.render.wording import date_wording

_MANY = 12
"""Entries of which one alone is not where the time begins. Set by hand."""
_FAR = timedelta(days=730)
"""From that one to the next. Set by hand."""
_MOST_UNDATED = "; most entries have no date of their own"
_PARTS_OF_DAYS = (Precision.MINUTE, Precision.SECOND)


def period_words(groups: Iterable[EntryGroup], undated: int) -> str:
    """From which day to which the entries in line reach, in words; empty where no entry has a time.

    It says where most of them have no date of their own, and else how many others are ``undated``.
    """
    told = list(groups)
    dated = [group for group in told if group.dated[0].is_dated]
    times = [when for group in dated if (when := group.when) and (when.first or when.last)]
    if not times:
        return _up_to_the_last_report(told)
    if 2 * len(times) < len(told):
        return _reach(times, len(told)) + _MOST_UNDATED
    return _reach(times, len(told)) + (f"; {undated} undated" if undated else "")


def _reach(times: list[When], entries: int) -> str:
    """From which day to which the times reach, of so many entries.

    One that is open at one end counts by the end that is known. Where one of many lies years before all others,
    and farther than these from each other, it is named apart: it is what they look back upon.
    """
    times = sorted(times, key=lambda when: (_begin(when).start, _begin(when).end))
    last = max(times, key=lambda when: (_end(when).end, _end(when).start))
    if (
        entries >= _MANY
        and len(times) > 1
        and _begin(times[1]).start - _begin(times[0]).start > max(_FAR, _length(times[1], last))
    ):
        before = date_wording.when_words(When.of(_day(_begin(times[0]))))
        return f"{_span(times[1], last)}; one entry of {before}"
    return _span(times[0], last)


def _up_to_the_last_report(told: Iterable[EntryGroup]) -> str:
    ends = [when.last for group in told if (when := group.when) and when.last]
    last = max(ends, key=lambda end: end.end, default=None)
    return f"up to {date_wording.when_words(When.of(_day(last)))}; no entry has a date of its own" if last else ""


def _length(first: When, last: When) -> timedelta:
    return _end(last).end - _begin(first).start


def _span(first: When, last: When) -> str:
    return date_wording.span_words(When.of(_day(_begin(first))), When.of(_day(_end(last))))


def _begin(when: When) -> Period:
    known = when.first or when.last
    if known is None:
        raise ValueError(f"{when} has no bound")
    return known


def _end(when: When) -> Period:
    return when.last or _begin(when)


def _day(period: Period) -> Period:
    """The day of a part of a day; any other period as it is."""
    return Period.of(period.start, Precision.DAY) if period.precision in _PARTS_OF_DAYS else period
