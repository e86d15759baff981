"""A coarse date of an event, narrowed by what its other mentions say: "last month", and reported on the 22nd."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dossier.model import Dating, Period, Precision, Qualifier, When

_LEAST_GAIN = 2
"""A date is narrowed where no more than one part in so many is left: a month loses more by being told as days. Set by
hand."""
_INSTANT = timedelta(microseconds=1)


def narrowed(dating: Dating, others: Iterable[When]) -> Dating:
    """The date from which all is cut off that bounds among the dates of other mentions exclude.

    A bound has one end: "since Thursday", or the publication of an article that tells the event as past. Only a firm
    date of more than a day is narrowed, and none that a bound contradicts: then nobody can say which is wrong. A single
    day that is left is about right.
    """
    when = dating.when
    if when is None or not dating.is_stated or not _is_firm(when) or when.is_within_a_day:
        return dating
    start, end = when.start, when.end
    if start is None or end is None:
        return dating
    bounds = [one for one in others if (one.start is None or one.end is None) and _is_firm(one)]
    first = max((one.start for one in bounds if one.start), default=start)
    last = min((one.end for one in bounds if one.end), default=end)
    if last <= start or end <= first or last <= first:
        return dating
    return _cut(dating, max(start, first), min(end, last), end - start)


def about_day_within(dating: Dating, others: Sequence[Dating]) -> Dating:
    """The one day that other mentions give as about right within the date, where it is longer; else the date."""
    when = dating.when
    if when is None or when.is_within_a_day or not dating.is_stated or when.start is None or when.end is None:
        return dating
    days = {one.when.known_day: one for one in others if one.is_stated and one.when and one.when.known_day}
    found = next(iter(days.values()), dating)
    return found if len(days) == 1 and found.when and when.contains(found.when) else dating


def _cut(dating: Dating, start: datetime, end: datetime, length: timedelta) -> Dating:
    """The date from ``start`` to ``end``, if that is enough of a gain on its ``length``."""
    if (end - start) * _LEAST_GAIN > length:
        return dating
    first, last = (Period.of(moment.date(), Precision.DAY) for moment in (start, end - _INSTANT))
    if first == last:
        return replace(dating, when=When.of(replace(first, qualifier=Qualifier.APPROXIMATE)))
    return replace(dating, when=When(first, last))


def _is_firm(when: When) -> bool:
    return all(side is None or side.qualifier is Qualifier.NONE for side in (when.first, when.last))
