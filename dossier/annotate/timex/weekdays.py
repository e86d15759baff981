"""Days near the publication, and parts of days: weekdays, today, yesterday, this morning."""

from datetime import timedelta

from dossier.annotate.timex.anchor_context import Context
from dossier.annotate.timex.counts import count
from dossier.annotate.timex.grammar import Found
from dossier.annotate.timex.lexicon import DEICTIC, HOURS, MANY_WEEKDAYS, PARTS, WEEKDAYS
from dossier.annotate.timex.month_days import dated
from dossier.annotate.timex.occurrences import by_tense, shifted
from dossier.annotate.timex.repeating import DayOfWeek, coming, latest
from dossier.annotate.timex.rule import Rule, about
from dossier.annotate.timex.time_reading import Reading, at_hour, relative, unresolved
from dossier.annotate.timex.units import Slot, Unit


def _weekday(found: Found, context: Context) -> Reading | None:
    """A weekday: the most recent one, the day of publication included, or the next where the verb says so."""
    day = DayOfWeek(WEEKDAYS[found.word("weekday")])
    if found.has("last") or found.has("next"):
        return shifted(day, context, found, suffix(found))
    return by_tense(day, context, found, suffix(found))


def _before_last(found: Found, context: Context) -> Reading | None:
    """The Tuesday before last."""
    return _back(DayOfWeek(WEEKDAYS[found.word("weekday")]), context, 1)


def _after_next(found: Found, context: Context) -> Reading | None:
    """The Saturday after next."""
    day, anchor = DayOfWeek(WEEKDAYS[found.word("weekday")]), context.today
    if anchor is None:
        return unresolved(day.value)
    return relative(coming(day, anchor.slot.start).shift(7), anchor)


def _weekdays_ago(found: Found, context: Context) -> Reading | None:
    """Three Mondays ago."""
    number = count(found.all("count"))
    if not number.isdecimal():
        return None
    return _back(DayOfWeek(MANY_WEEKDAYS[found.word("weekday")]), context, int(number) - 1)


def _back(day: DayOfWeek, context: Context, weeks: int) -> Reading:
    """So many weeks before the last one that is over."""
    anchor = context.today
    if anchor is None:
        return unresolved(day.value)
    last = latest(day, anchor.slot.start - timedelta(days=1))
    return relative(last.shift(-7 * weeks), anchor)


def suffix(found: Found) -> str:
    """The part of the day, as TIMEX3 writes it after a date."""
    part = found.word("part")
    return f"T{PARTS[part]}" if part in PARTS else HOURS.get(part, "")


def _part_of_date(found: Found, context: Context) -> Reading | None:
    """The night of 8 February 1904."""
    reading = dated(found, context)
    if reading is None or reading.slot is None:
        return reading and unresolved(reading.value + suffix(found))
    return at_hour(reading, suffix(found))


def _of_week(found: Found, context: Context) -> Reading | None:
    """Tuesday last week; Monday of next week."""
    anchor = context.today
    number = WEEKDAYS[found.word("weekday")]
    if anchor is None:
        return unresolved(DayOfWeek(number).value)
    count = found.step
    week = Slot.of(Unit.WEEK, anchor.slot.start).shift(count)
    return relative(Slot(Unit.DAY, week.start + timedelta(days=number)), anchor, suffix(found))


def _deictic(found: Found, context: Context) -> Reading | None:
    """Today and its neighbours, or a part of one."""
    return _near(found, context, DEICTIC[found.word("deictic")])


def _near(found: Found, context: Context, days: int, extra: str = "") -> Reading:
    anchor = context.today
    if anchor is None:
        return unresolved("XXXX-XX-XX" + (extra or suffix(found)))
    return relative(anchor.slot.shift(days), anchor, extra or suffix(found), about(found))


def _before_yesterday(found: Found, context: Context) -> Reading | None:
    return _near(found, context, -2)


def _after_tomorrow(found: Found, context: Context) -> Reading | None:
    return _near(found, context, 2)


def _tonight(found: Found, context: Context) -> Reading | None:
    return _near(found, context, 0, "TNI")


def _this_part(found: Found, context: Context) -> Reading | None:
    """This morning; last night is that of the day before."""
    return _near(found, context, -1 if found.has("last") else 0)


def _that_part(found: Found, context: Context) -> Reading | None:
    """That night; the next morning: of the day last told of."""
    told = context.near(context.told_day)
    if told is None:
        return unresolved("XXXX-XX-XX" + suffix(found))
    return relative(told.slot.shift(1 if found.has("next") else 0), told, suffix(found))


def _some_part(found: Found, context: Context) -> Reading | None:
    """At night: of no one day."""
    return unresolved("XXXX-XX-XX" + suffix(found))


def _that_day(found: Found, context: Context) -> Reading | None:
    """That day, the same day, the next day, the day before: by the day last told of."""
    told = context.near(context.told_day)
    if told is None:
        return unresolved("XXXX-XX-XX")
    return relative(told.slot.shift(found.step), told)


_DAY = "(?P<weekday>{weekday})"
_PART = "(?:mid -)? (?P<part>{part}|{hour_name})"
_ANY = "(?: the? (?P<last>{last}) | the? (?P<next>{next}) | this (?:past|coming)? )"
_EITHER = "(?: (?P<last>last) | (?P<next>next) | this )"
_HOURS = f"the? (?:early|late)? {_PART} hours? of? on?"
RULES = (
    Rule("weekday", f"{_ANY}? {_DAY} (?: (?:at|-)? {_PART} )?", _weekday),
    Rule("weekday", f"(?:the|early|late)? {_PART} on? {_EITHER}? {_DAY}", _weekday),
    Rule("weekday", f"the? {_DAY} before (?P<last>last)", _before_last),
    Rule("weekday", f"the? {_DAY} after (?P<next>next)", _after_next),
    Rule("weekday", "(?P<count>NUMBER) (?P<weekday>{weekdays}) ago", _weekdays_ago),
    Rule("weekday of a week", f"{_DAY} {_PART}? of? {_EITHER} week", _of_week),
    Rule("weekday of a week", f"{_EITHER} week {_DAY} {_PART}?", _of_week),
    Rule("part of a date", f"{_HOURS} (?:WEEKDAY ,?)? MONTH DAY (?:,? YEAR)?", _part_of_date),
    Rule("part of a date", f"{_HOURS} (?:WEEKDAY ,?)? the? DAY of? MONTH (?:,? YEAR)?", _part_of_date),
    Rule("today", f"ABOUT (?P<deictic>{{deictic}}) {_PART}?", _deictic),
    Rule("today", f"{_PART} (?P<deictic>{{deictic}})", _deictic),
    Rule("today", "ABOUT tonight", _tonight),
    Rule("today", "the day before yesterday", _before_yesterday),
    Rule("today", "the day after tomorrow", _after_tomorrow),
    Rule("part of today", f"ABOUT (?:this|(?P<last>last)) {_PART}", _this_part),
    Rule("part of that day", f"ABOUT (?:that|the same|the? (?P<next>next|following)) {_PART}", _that_part),
    Rule("part of a day", "(?<=at) (?P<part>night|dawn|dusk)", _some_part),
    Rule(
        "that day",
        "ABOUT (?:that|(?:the|that)? very? same|the (?P<next>next|following)|the (?P<last>previous|preceding)) day",
        _that_day,
    ),
    Rule("that day", "the day (?P<last>before)", _that_day),
)
