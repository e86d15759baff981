"""Silences: long times in which no event of a timeline lies."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from dossier.model import Event, When
from dossier.render.entries.entry_groups import EntryGroup
from dossier.render.page_values.bottom_line_context import Silence
from dossier.render.wording import event_dates

_LONG = timedelta(days=90)
"""Always a silence. Set by hand."""
_NOTICEABLE = timedelta(days=30)
"""A silence where it is a good part of all the time. Set by hand."""
_GOOD_PART = 0.25
"""Of the time from the first entry to the last. Set by hand."""
_MAX_SILENCES = 3
"""The longest that are told. Set by hand."""

_DAYS_OF_A_MONTH = 30.44
"""A twelfth of a year of 365.25 days."""
_Stretch = tuple[datetime, datetime, EntryGroup]


def silences(groups: Iterable[EntryGroup], others: Iterable[Event] = ()) -> tuple[Silence, ...]:
    """The longest silences between the entries, in the order of time. An entry that is open at one end ends none.

    A time in which one of the ``others`` lies is none: they have no entry, but articles tell of them. Nor is one in
    which an entry stands whose date is open at one end: it may lie in it.
    """
    told = list(groups)
    stretches = sorted(
        ((when.start, when.end, group) for group in told if (when := group.when) and when.start and when.end),
        key=lambda stretch: (stretch[0], stretch[1], stretch[2].number),
    )
    if not stretches:
        return ()
    whole = max(end for _, end, _ in stretches) - stretches[0][0]
    known = [event.stands_at for event in others if event.stands_at]
    between = [group.number for group in told if not (group.when and group.when.start and group.when.end)]
    found = [
        (one, other)
        for one, other in _neighbours(stretches)
        if _is_long(other[0] - one[1], whole)
        and not any(_lies_in(when, one[1], other[0]) for when in known)
        and not any(one[2].number < number < other[2].number for number in between)
    ]
    longest = sorted(found, key=lambda pair: pair[0][1] - pair[1][0])[:_MAX_SILENCES]
    return tuple(_silence(one, other) for one, other in sorted(longest, key=lambda pair: pair[0][1]))


def _neighbours(stretches: list[_Stretch]) -> Iterator[tuple[_Stretch, _Stretch]]:
    """Each stretch that begins after all before it have ended, with the one of these that ended last."""
    last = stretches[0]
    for stretch in stretches[1:]:
        if stretch[0] > last[1]:
            yield last, stretch
        last = max(last, stretch, key=lambda one: one[1])


def _lies_in(when: When, since: datetime, until: datetime) -> bool:
    return when.start is not None and when.end is not None and since <= when.start and when.end <= until


def _is_long(gap: timedelta, whole: timedelta) -> bool:
    return gap >= _LONG or (gap >= _NOTICEABLE and gap >= whole * _GOOD_PART)


def _silence(one: _Stretch, other: _Stretch) -> Silence:
    since, until = (event_dates.short_date(stretch[2].dated[0]) for stretch in (one, other))
    return Silence(one[2].number, since, other[2].number, until, _length(other[0] - one[1]))


def _length(gap: timedelta) -> str:
    """A length in words, in years from two years on and in months from two months on, never longer than it is.

    >>> _length(timedelta(days=670)), _length(timedelta(days=45))
    ('22 months', '45 days')
    """
    months = int(gap.days / _DAYS_OF_A_MONTH)
    if months >= 24:
        return f"{months // 12} years"
    return f"{months} months" if months >= 2 else f"{gap.days} days"
