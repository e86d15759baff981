"""Days of the calendar, written with the name of the month."""

import re
from dataclasses import replace
from datetime import date

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import NOUN_OR_ADJECTIVE_POS, PLURAL_NOUN_TAGS
from dossier.annotate.timex.anchor_context import Context
from dossier.annotate.timex.counts import digits
from dossier.annotate.timex.full_dates import full_date
from dossier.annotate.timex.grammar import Found
from dossier.annotate.timex.lexicon import MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from dossier.annotate.timex.occurrences import without_year
from dossier.annotate.timex.repeating import DayOfYear, coming, latest
from dossier.annotate.timex.rule import Rule, about
from dossier.annotate.timex.time_reading import PUBLISHED, Reading, explicit, relative, unresolved
from dossier.annotate.timex.units import Slot, Unit, add_months, duration
from dossier.model import Dating, Qualifier, TimexType, When


def dated(found: Found, context: Context) -> Reading | None:
    """A month and a day, with the year or without."""
    return _full_date(found, context) if found.has("year") else _month_day(found, context)


def _full_date(found: Found, context: Context) -> Reading | None:
    day = full_date(f"{_number(found)} {found.word('month')} {found.word('year')}")
    if day is None:
        raise ValueError(f"no such date: {found.match[0]}")
    return explicit(Slot(Unit.DAY, day), "", about(found) if _fits(found, day) else Qualifier.UNCERTAIN)


def _fits(found: Found, day: date) -> bool:
    """Whether the weekday that is written with a date is that of the day."""
    return not found.has("weekday") or day.weekday() == _weekday(found)


def _weekday(found: Found) -> int:
    return {**WEEKDAYS, **SHORT_WEEKDAYS}[found.all("weekday")[0]]


def _short(found: Found, context: Context) -> Reading | None:
    """Apr. 13, '16."""
    year = int(found.word("short"))
    year += 1900 if context.published and year + 2000 > context.published.year + 1 else 2000
    return explicit(Slot(Unit.DAY, date(year, MONTHS[found.word("month")], _number(found))))


def _day_of_month(found: Found, context: Context) -> Reading | None:
    """On the 27th: of the month last told of, else of that of the publication or the one before."""
    number = _number(found)
    after = context.doc[context.end] if context.end < len(context.doc) else None
    if after is not None and after.pos_ in NOUN_OR_ADJECTIVE_POS:
        return None  # on the 27th floor
    anchor = context.near(context.told) or context.today
    if anchor is None or anchor.slot.unit not in (Unit.DAY, Unit.MONTH):
        return unresolved(f"XXXX-XX-{number:02}")
    month = anchor.slot.start.replace(day=1)
    if anchor.name == PUBLISHED and number > anchor.slot.start.day and context.direction != "future":
        month = add_months(month, -1)
    if number > add_months(month, 1).toordinal() - month.toordinal():
        return unresolved(f"XXXX-XX-{number:02}")
    return relative(Slot(Unit.DAY, month.replace(day=number)), anchor, "", Qualifier.UNCERTAIN)


def _number(found: Found) -> int:
    return digits(found.word("day"))


def _written(found: Found, context: Context) -> Reading | None:
    """14-Mar-2019."""
    day = full_date(found.word("date").replace("-", " "))
    return explicit(Slot(Unit.DAY, day)) if day else None


def _month_day(found: Found, context: Context) -> Reading | None:
    """14 March; "ended" and "ending" before it say on which side of the publication it lies."""
    day = DayOfYear(MONTHS[found.word("month")], _number(found))
    if _counts(context.doc[found.token("day")]):
        return None  # in February 29 people died
    before = context.token.nbor(-1).lower_ if context.position else ""
    if before in ("ended", "ending") and context.today and not context.narrative:
        slot = (latest if before == "ended" else coming)(day, context.today.slot.start)
        return relative(slot, context.today)
    reading = without_year(day, context, found)
    if reading.slot is None or _fits(found, reading.slot.start):
        return reading
    return _fitting(day, reading.slot, found, context)


def _counts(token: Token) -> bool:
    """Whether a number says how many of what follows it."""
    return token.dep_ == "nummod" and token.head.tag_ in PLURAL_NOUN_TAGS and token.head.i > token.i


def _fitting(day: DayOfYear, nearest_one: Slot, found: Found, context: Context) -> Reading | None:
    """The nearest such day that falls on the weekday written with it; uncertain, as the two do not agree."""
    anchor = context.base
    if anchor is None:
        return None
    fitting = [slot for slot in day.around(anchor.slot.start) if _fits(found, slot.start)]
    slot = min(fitting, key=lambda slot: abs(slot.start - nearest_one.start), default=nearest_one)
    return relative(slot, anchor, "", Qualifier.UNCERTAIN)


def _start(found: Found, context: Context) -> Reading | None:
    """From May to July 2019: the year is that of the end, or the one before."""
    month = MONTHS[found.word("month")]
    year = int(found.word("year")) - (month > MONTHS[found.word("last")])
    if found.has("day"):
        return explicit(Slot(Unit.DAY, date(year, month, _number(found))))
    return explicit(Slot(Unit.MONTH, date(year, month, 1)))


def _days(found: Found, context: Context) -> Reading | None:
    """March 3–5, 2020, where the days are one token."""
    first, last = (int(part) for part in re.split("[-–]", found.word("days")))
    ends = [_end(DayOfYear(MONTHS[found.word("month")], day), found, context) for day in (first, last)]
    value = duration(str(last - first + 1), Unit.DAY)
    if last <= first:
        return None
    if ends[0].when is None or ends[1].when is None:
        return Reading(TimexType.DURATION, value)
    when = When(ends[0].when.first, ends[1].when.last)
    return Reading(TimexType.DURATION, value, replace(ends[0], when=when))


def _end(day: DayOfYear, found: Found, context: Context) -> Dating:
    reading = explicit(day.of(int(found.word("year")))) if found.has("year") else without_year(day, context, found)
    return reading.dating


_MONTHS = "(?: SPAN {month} ){0,3} (?:SPAN|, and)"
RULES = (
    Rule("full date", "(?:(?P<weekday>WEEKDAY) ,?)? MONTH the? DAY ,? of? YEAR", _full_date),
    Rule("full date", "(?:(?P<weekday>WEEKDAY) ,?)? the? DAY -? of? MONTH (?:,|-)? of? YEAR", _full_date),
    Rule("full date", "(?P<date>{day} - {month_year})", _written),
    Rule("day of a span", "MONTH DAY (?= (?:-|to|and|or) ANYDAY ,? YEAR)", _full_date),
    Rule("day of a span", "(?<=(?P<month>{month}) (?:{day}|{ordinal_day}) (?:-|to|and|or)) DAY ,? YEAR", _full_date),
    Rule("day of a span", "the? DAY (?= (?: SPAN the? ANYDAY ){1,4} of? MONTH ,? YEAR)", _full_date),
    Rule("day of a span", "the? DAY (?= (?: SPAN the? ANYDAY ){1,4} of? MONTH)", _month_day),
    Rule("day of a span", "(?<=(?P<month>{month}) (?:{day}|{ordinal_day}) (?:and|to|-)) DAY", _month_day),
    Rule("start of a span", f"MONTH (?= {_MONTHS} (?P<last>{{month}}) ,? YEAR)", _start),
    Rule("start of a span", "MONTH DAY (?= SPAN (?P<last>{month}) ANYDAY ,? YEAR)", _start),
    Rule("start of a span", "DAY of? MONTH (?= SPAN ANYDAY of? (?P<last>{month}) ,? YEAR)", _start),
    Rule("month day", "ABOUT (?:(?P<weekday>WEEKDAY) ,?)? MONTH the? DAY", _month_day),
    Rule("month day", "ABOUT (?:(?P<weekday>WEEKDAY) ,?)? the? DAY of? MONTH", _month_day),
    Rule("full date", "MONTH DAY , {quote} (?P<short>{two})", _short),
    Rule("full date", "DAY of? MONTH ,? {quote} (?P<short>{two})", _short),
    Rule("day of the month", "(?<=on) the (?P<day>{ordinal_day})", _day_of_month),
    Rule("days", "MONTH (?P<days>{day_span}) (?: ,? YEAR )?", _days),
    Rule("days", "(?P<days>{day_span}) MONTH (?: ,? YEAR )?", _days),
)
