"""The date that a link to a time gives an event."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dossier.annotate.dating.links.time_links import Side, TimeLink
from dossier.annotate.doc import Timex
from dossier.annotate.parsed import Parsed
from dossier.annotate.timex.values.time_reading import with_qualifier
from dossier.annotate.timex.values.units import add_months
from dossier.model import Basis, Dating, Period, Precision, Qualifier, When
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.dating", "dating_words.toml")

_ISO_DURATION = re.compile(r"P(\d+)([DWMY])", re.ASCII)
_SOME_HOURS = re.compile(r"PT(?:X|\d|1[0-2])H|PT(?:X|\d+)M", re.ASCII)
"""A length of up to twelve hours: what lies so far from a day lies about that day."""
_PRECISION_OF_UNIT = {"D": Precision.DAY, "W": Precision.DAY, "M": Precision.MONTH, "Y": Precision.YEAR}
_FROM_COARSE_TO_FINE = (Precision.YEAR, Precision.MONTH, Precision.DAY)
_CLOCK_PRECISIONS = (Precision.MINUTE, Precision.SECOND)
_JOINTS_OF_HOURS = _WORDS["joints_of_hours"]
_MADE_UNCERTAIN = {Qualifier.NONE: Qualifier.UNCERTAIN, Qualifier.APPROXIMATE: Qualifier.BOTH}


def link_date(doc: Parsed, timexes: Sequence[Timex], link: TimeLink) -> Dating:
    """The date that a link gives: its time, all from or up to it ("since 2019"), or what lies at a length from it.

    Two times give a range. Of two hours ("between 2 and 3 p.m.") only the day is taken. What is only about its time has
    that day, marked approximate. Empty where the time has no calendar value.
    """
    timex = timexes[link.time]
    when = timex.dating.when
    if when is None:
        return Dating()
    time_id = f"t{link.time + 1}"
    if link.length is not None:
        length = timexes[link.length].value
        moved = _at_length(when, length, -1 if link.is_ahead else 1)
        if moved is None and when.is_within_a_day and _SOME_HOURS.fullmatch(length):
            moved = made_approximate(When.day(when.earliest)) if when.earliest else None
        if moved is not None:
            return Dating(moved, Basis.RELATIVE, time_id)
    if link.until is not None and (until := timexes[link.until].dating.when) is not None:
        when = _from_to(when, until, is_either=link.is_either)
    elif link.side is Side.FROM:
        when = When(when.first, None) if when.first else when
    elif link.side is Side.UNTIL:
        when = When(None, when.last) if when.last else when
    elif when.precision in _CLOCK_PRECISIONS and _is_last_of_hours(doc, timex.start) and when.earliest:
        when = When.day(when.earliest)
    if link.is_about:
        when = made_approximate(when)
    # the event rests on whatever its time rests on
    return Dating(when, timex.dating.basis, timex.dating.anchor or time_id)


def made_approximate(when: When) -> When:
    """The time marked approximate, of an hour its day."""
    is_hour = not when.is_interval and when.precision in _CLOCK_PRECISIONS and when.earliest is not None
    return with_qualifier(When.day(when.earliest) if is_hour and when.earliest else when, Qualifier.APPROXIMATE)


def in_doubt(dating: Dating) -> Dating:
    """The date marked uncertain, if it was worked out from another."""
    if dating.when is None or dating.basis is not Basis.RELATIVE:
        return dating
    return replace(dating, when=with_qualifier(dating.when, Qualifier.UNCERTAIN))


def clipped_to_publication(dating: Dating, published: When | None) -> Dating:
    """The date of a past fact: an interval around publication is cut off at its end ("earlier this week")."""
    when = dating.when
    if when is None or published is None or not when.is_interval or when.last is None or published.last is None:
        return dating
    if when.last.end <= published.last.end or (when.first and when.first.start >= published.last.end):
        return dating
    clipped = When(when.first, published.last)
    # of "this week", told on a Monday, one day is left, but it may have happened on the weekend before
    return replace(dating, when=made_approximate(clipped) if clipped.is_within_a_day else clipped)


def _from_to(first: When, last: When, *, is_either: bool) -> When:
    """From the beginning of the one to the end of the other; only ``first`` where that is no interval.

    ``is_either``: the event lies in one of the two, so both are marked uncertain.
    """
    if not (first.start and last.end and first.start < last.end):
        return first
    if is_either and first.first and last.last:
        return When(_uncertain(first.first), _uncertain(last.last))
    return When(first.first, last.last)


def _uncertain(period: Period) -> Period:
    return replace(period, qualifier=_MADE_UNCERTAIN.get(period.qualifier, period.qualifier))


def _at_length(when: When, length: str, sign: int) -> When | None:
    """The period at a length from another; None from an interval, or where the length is vague or finer than ``when``.

    ``length`` is an ISO 8601 duration, ``sign`` -1 where the period lies before ``when``. A length of days leads to
    that day; weeks and longer lengths lead to an approximate one.
    """
    match, period = _ISO_DURATION.fullmatch(length), when.first
    if match is None or period is None or when.is_interval:
        return None
    count, unit = sign * int(match[1]), match[2]
    if not _is_countable_from(_PRECISION_OF_UNIT[unit], period.precision):
        return None
    try:
        if unit in "DW":
            day = period.start.date() + timedelta(days=count * (7 if unit == "W" else 1))
        else:
            day = add_months(period.start.date(), count * (12 if unit == "Y" else 1))
        found = Period.of(day, _PRECISION_OF_UNIT[unit])
    except (ValueError, OverflowError):
        return None
    is_exact = unit == "D" and period.qualifier is Qualifier.NONE
    return When.of(found if is_exact else replace(found, qualifier=_made_approximate(period.qualifier)))


def _is_countable_from(unit: Precision, precision: Precision) -> bool:
    """Whether a length in that unit can be counted from a period of that precision: no days from a month."""
    known = Precision.DAY if precision in _CLOCK_PRECISIONS else precision
    rank = _FROM_COARSE_TO_FINE
    return known in rank and rank.index(unit) <= rank.index(known)


def _made_approximate(qualifier: Qualifier) -> Qualifier:
    return Qualifier.BOTH if qualifier in (Qualifier.UNCERTAIN, Qualifier.BOTH) else Qualifier.APPROXIMATE


def _is_last_of_hours(doc: Parsed, start: int) -> bool:
    """Whether the hour at ``start`` is the second of two ("between 2 and 3 p.m.")."""
    return start > 1 and doc[start - 1].text in _JOINTS_OF_HOURS and doc[start - 2].like_num
