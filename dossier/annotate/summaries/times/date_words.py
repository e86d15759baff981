"""What a time that counts from the publication is called in a line: "17–23 November 2008", "summer 2008"."""

import re
from datetime import date, timedelta

from dossier.annotate.doc import Timex
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import Period, Precision, Qualifier, When
from dossier.text.calendar_words import month_name

_PUBLISHED = "published"
_SPAN_RULES = (RuleName.PAST_OR_NEXT_UNITS, RuleName.PAST_UNIT)
_MONTH_OR_YEAR = re.compile(r"\d{4}(-\d\d)?", re.ASCII)
_WEEK = re.compile(r"\d{4}-W\d\d(-WE)?", re.ASCII)
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA)", re.ASCII)
"""Not winter, which lies in two years."""
_QUARTER = re.compile(r"(\d{4})-Q([1-4])", re.ASCII)
_ORDINALS = {"1": "first", "2": "second", "3": "third", "4": "fourth"}
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn"}
_UP_TO_DAYS = re.compile(r"P[\dX]+(D|W|WE)", re.ASCII)
"""A duration that is counted in days or weeks."""
_SUNDAY = 6  # of a week that begins with Monday, 0
_CLEAR_OF_SEASON = timedelta(days=60)
"""From the end of a season, or to its start, so that only one "last summer" or "next summer" can be meant. By hand."""


def date_words(timex: Timex, published: date, is_past: bool) -> str:
    """The date of the time in words, where the day of publication gives it; else empty.

    ``is_past``: it is known to lie before the publication, so a weekday is the last one even where no verb says so.
    """
    when = timex.dating.when
    if timex.rule == RuleName.REPORTED_QUARTER:
        return _quarter_words(timex, published)
    if timex.dating.anchor != _PUBLISHED or when is None:
        return ""
    if timex.rule == RuleName.SEASON:
        return _season_words(timex.value, when, published)
    if when.first is None or when.last is None or timex.rule in _SPAN_RULES:
        return _bound_words(timex.value, when, published)
    if when.first != when.last:
        # "earlier this month" goes up to the publication; the month says enough
        is_whole = _MONTH_OR_YEAR.fullmatch(timex.value) is not None
        return period_words(Period.parse(timex.value)) if is_whole else _week_words(timex, when, published)
    is_sure = is_past or when.first.qualifier in (Qualifier.NONE, Qualifier.APPROXIMATE)
    return period_words(when.first) if is_sure else ""


def _quarter_words(timex: Timex, published: date) -> str:
    """The quarter whose results are reported, where the article names it: "third quarter of 2019" for "the quarter".

    One that is not over may be that of a year of business, which begins in any month.
    """
    found, when = _QUARTER.fullmatch(timex.value), timex.dating.when
    is_over = when is not None and when.latest is not None and when.latest < published
    is_named = is_over and timex.dating.anchor != _PUBLISHED
    return f"{_ORDINALS[found[2]]} quarter of {found[1]}" if found and is_named else ""


def _week_words(timex: Timex, when: When, published: date) -> str:
    """The first and last day of a week or weekend. None on a Sunday, which may end a week or begin one.

    Nor where "last week" may be either of two, which then is longer than a week ("last week" on a Saturday).
    """
    if not _WEEK.fullmatch(timex.value) or when.earliest is None or when.latest is None:
        return ""
    is_one = when.latest - when.earliest < timedelta(days=7)
    return _span_words(when.earliest, when.latest) if is_one and published.weekday() != _SUNDAY else ""


def _season_words(value: str, when: When, published: date) -> str:
    """The season with its year, where no other may be meant: "last summer" of November, not of September."""
    found = _SEASON.fullmatch(value)
    if found is None or when.first is None or when.last is None:
        return ""
    is_past, is_ahead = when.last.start.date() <= published, published < when.first.start.date()
    distance = published - when.last.start.date() if is_past else when.first.start.date() - published
    is_clear = distance >= _CLEAR_OF_SEASON or not (is_past or is_ahead)
    return f"{_SEASONS[found[2]]} {found[1]}" if is_clear else ""


def _bound_words(value: str, when: When, published: date) -> str:
    """The side of a span that is the publication: "from 24 June 2009" for "the coming weeks"; for long ones a month."""
    is_ahead = when.first is not None and when.first.start.date() == published
    if not is_ahead and (when.last is None or when.last.start.date() != published):
        return ""
    precision = Precision.DAY if _UP_TO_DAYS.fullmatch(value) else Precision.MONTH
    return f"{'from' if is_ahead else 'to'} {period_words(Period.of(published, precision))}"


def _span_words(first: date, last: date) -> str:
    """Two days with all between them in words: "17–23 November 2008", "28 April to 4 May 2009"."""
    last_words = f"{last.day} {month_name(last.month)} {last.year}"
    if first.year != last.year:
        return f"{first.day} {month_name(first.month)} {first.year} to {last_words}"
    if first.month != last.month:
        return f"{first.day} {month_name(first.month)} to {last_words}"
    return f"{first.day}–{last_words}" if first != last else last_words


def period_words(period: Period) -> str:
    """A day, month or year in words ("5 June 2020"); empty for another period."""
    start = period.start
    match period.precision:
        case Precision.YEAR:
            return str(start.year)
        case Precision.MONTH:
            return f"{month_name(start.month)} {start.year}"
        case Precision.DAY | Precision.MINUTE | Precision.SECOND:
            return f"{start.day} {month_name(start.month)} {start.year}"
    return ""
