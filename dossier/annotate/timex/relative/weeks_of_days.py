"""Weeks and weekends that are named by a day of theirs: the week of 3 May, the weekend of March 8."""

from dataclasses import replace
from datetime import timedelta

from dossier.annotate.timex.calendar.month_days import dated
from dossier.annotate.timex.context.anchor_context import AnchorContext
from dossier.annotate.timex.rules.rule import Rule
from dossier.annotate.timex.values.time_reading import TimeReading, unresolved, with_qualifier
from dossier.annotate.timex.values.units import Slot, Unit, duration
from dossier.annotate.timex.words.grammar import RuleMatch
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import Dating, Period, Precision, Qualifier, TimexType, When

_SUNDAY = 6  # of a week that begins with Monday, 0


def _week_of(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The week of 3 May: that which holds the day. With a Sunday, or after "beginning", seven days from the day on."""
    reading = dated(found, context)
    if reading is None or reading.slot is None:
        return reading and unresolved("XXXX-WXX")
    day = reading.slot.start
    if day.weekday() != _SUNDAY and not found.has("start"):
        return _slot_instead(reading, Slot.of(Unit.WEEK, day))
    week = When(*(Period.of(day + timedelta(days=n), Precision.DAY) for n in (0, 6)))
    return TimeReading(TimexType.DURATION, duration("1", Unit.WEEK), _dating_instead(reading, week))


def _weekend_of(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The weekend of March 8; the weekend of 8–9 March."""
    reading = dated(found, context)
    if reading is None or reading.slot is None:
        return reading and unresolved("XXXX-WXX-WE")
    return _slot_instead(reading, Slot.of(Unit.WEEKEND, reading.slot.start))


def _slot_instead(reading: TimeReading, slot: Slot) -> TimeReading:
    """The slot in place of the day that was read."""
    return TimeReading(TimexType.DATE, slot.value, _dating_instead(reading, slot.when), slot)


def _dating_instead(reading: TimeReading, when: When) -> Dating:
    """The dating of the day that was read with another time, as sure as that day."""
    first = reading.dating.when and reading.dating.when.first
    return replace(reading.dating, when=with_qualifier(when, first.qualifier if first else Qualifier.NONE))


_OF_OR_FROM = "(?:of|(?P<start>beginning|starting|commencing)) on?"
_MONTH_FIRST = "(?:WEEKDAY ,?)? MONTH the? DAY (?:,? YEAR)?"
_DAY_FIRST = "(?:WEEKDAY ,?)? the? DAY (?: (?:-|to|and) ANYDAY)? of? MONTH (?:,? YEAR)?"
RULES = (
    Rule(RuleName.WEEK_OF_A_DAY, f"the? week {_OF_OR_FROM} {_MONTH_FIRST}", _week_of),
    Rule(RuleName.WEEK_OF_A_DAY, f"the? week {_OF_OR_FROM} {_DAY_FIRST}", _week_of),
    Rule(RuleName.WEEK_OF_A_DAY, "the? weekend of MONTH DAY (?: (?:-|to|and) ANYDAY)? (?:,? YEAR)?", _weekend_of),
    Rule(RuleName.WEEK_OF_A_DAY, f"the? weekend of {_DAY_FIRST}", _weekend_of),
)
