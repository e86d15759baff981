"""Days of the calendar, written with the name of the month."""

import re
from datetime import date

from dossier.annotate.timex.calendar import full_date
from dossier.annotate.timex.choosing import without_year
from dossier.annotate.timex.context import Context, Reading, explicit, relative
from dossier.annotate.timex.grammar import Found
from dossier.annotate.timex.lexicon import MONTHS
from dossier.annotate.timex.repeating import DayOfYear, coming, latest
from dossier.annotate.timex.rule import Rule, about
from dossier.annotate.timex.units import Slot, Unit, duration
from dossier.model import Basis, Dating, TimexType, When


def dated(found: Found, context: Context) -> Reading | None:
    """A month and a day, with the year or without."""
    return _full_date(found, context) if found.has("year") else _month_day(found, context)


def _full_date(found: Found, context: Context) -> Reading | None:
    day = full_date(f"{_number(found)} {found.word('month')} {found.word('year')}")
    return explicit(Slot(Unit.DAY, day), "", about(found)) if day else None


def _number(found: Found) -> int:
    return int(re.sub(r"\D", "", found.word("day")))


def _written(found: Found, context: Context) -> Reading | None:
    """14-Mar-2019."""
    day = full_date(found.word("date").replace("-", " "))
    return explicit(Slot(Unit.DAY, day)) if day else None


def _month_day(found: Found, context: Context) -> Reading | None:
    """14 March; "ended" and "ending" before it say on which side of the publication it lies."""
    day = DayOfYear(MONTHS[found.word("month")], _number(found))
    before = context.token.nbor(-1).lower_ if context.position else ""
    if before in ("ended", "ending") and context.today and not context.narrative:
        slot = (latest if before == "ended" else coming)(day, context.today.slot.start)
        return relative(slot, context.today)
    return without_year(day, context, found)


def _second_day(found: Found, context: Context) -> Reading | None:
    """The 25 of April 24 and 25, where it counts nothing."""
    return None if context.head.head.tag_ in ("NNS", "NNPS") else _month_day(found, context)


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
    return Reading(TimexType.DURATION, value, Dating(When(ends[0].when.first, ends[1].when.last), *_why(ends[0])))


def _end(day: DayOfYear, found: Found, context: Context) -> Dating:
    reading = explicit(day.of(int(found.word("year")))) if found.has("year") else without_year(day, context, found)
    return reading.dating


def _why(dating: Dating) -> tuple[Basis, str | None]:
    return dating.basis, dating.anchor


RULES = (
    Rule("full date", "(?:WEEKDAY ,?)? MONTH the? DAY ,? of? YEAR", _full_date),
    Rule("full date", "(?:WEEKDAY ,?)? the? DAY -? of? MONTH (?:,|-)? of? YEAR", _full_date),
    Rule("full date", "(?P<date>{day} - {month_year})", _written),
    Rule("day of a span", "MONTH DAY (?= (?:-|to|and|or) ANYDAY ,? YEAR)", _full_date),
    Rule("day of a span", "(?<=(?P<month>{month}) (?:{day}|{ordinal_day}) -) DAY ,? YEAR", _full_date),
    Rule("day of a span", "the? DAY (?= (?:-|to|and|or) the? ANYDAY of? MONTH ,? YEAR)", _full_date),
    Rule("day of a span", "the? DAY (?= (?:-|to|and|or) the? ANYDAY of? MONTH)", _month_day),
    Rule("day of a span", "(?<=(?P<month>{month}) (?:{day}|{ordinal_day}) (?:and|to|-)) DAY", _second_day),
    Rule("start of a span", "MONTH (?= SPAN (?P<last>{month}) ,? YEAR)", _start),
    Rule("start of a span", "MONTH DAY (?= SPAN (?P<last>{month}) ANYDAY ,? YEAR)", _start),
    Rule("start of a span", "DAY of? MONTH (?= SPAN ANYDAY of? (?P<last>{month}) ,? YEAR)", _start),
    Rule("month day", "ABOUT (?:WEEKDAY ,?)? MONTH the? DAY", _month_day),
    Rule("month day", "ABOUT (?:WEEKDAY ,?)? the? DAY of? MONTH", _month_day),
    Rule("days", "MONTH (?P<days>{day_span}) (?: ,? YEAR )?", _days),
    Rule("days", "(?P<days>{day_span}) MONTH (?: ,? YEAR )?", _days),
)
