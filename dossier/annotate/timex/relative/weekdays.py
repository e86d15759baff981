"""Weekdays, days counted from the publication ("yesterday"), and parts of days ("this morning")."""

from datetime import timedelta

from dossier.annotate.timex.calendar.month_days import dated
from dossier.annotate.timex.context.anchor_context import AnchorContext
from dossier.annotate.timex.context.nowadays import means_nowadays
from dossier.annotate.timex.rules.occurrences import by_tense, shifted
from dossier.annotate.timex.rules.rule import Rule, approximation
from dossier.annotate.timex.values.repeating import DayOfWeek, coming, latest, nearest
from dossier.annotate.timex.values.time_reading import TimeReading, at_hour, relative, unresolved
from dossier.annotate.timex.values.units import Slot, Unit
from dossier.annotate.timex.words.counts import count
from dossier.annotate.timex.words.grammar import RuleMatch
from dossier.annotate.timex.words.lexicon import DAY_PARTS, DEICTIC, HOUR_NAMES, PLURAL_WEEKDAYS, WEEKDAYS
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import Qualifier, TimexType


def _weekday(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """On Monday: the last one, the day of publication included, or the next if the verb looks ahead; last Monday."""
    day = DayOfWeek(WEEKDAYS[found.text("weekday")])
    if context.is_pointed_at:
        return _that_weekday(day, context, _suffix(found))
    if found.has("last") or found.has("next"):
        return shifted(day, context, found, _suffix(found))
    return by_tense(day, context, found, _suffix(found))


def _that_weekday(day: DayOfWeek, context: AnchorContext, suffix: str) -> TimeReading:
    """That Monday: the Monday mentioned last, or the one nearest to the last day mentioned; both uncertain.

    It is not counted from the publication.
    """
    named = context.weekdays.get(day.number)
    last_day = named or context.if_recent(context.last_day)
    if last_day is None:
        return unresolved(day.value + suffix)
    return relative(nearest(day, last_day.slot.start), last_day, suffix, Qualifier.UNCERTAIN)


def _before_last(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The Tuesday before last: a week before the last one."""
    return _weeks_before_last(DayOfWeek(WEEKDAYS[found.text("weekday")]), context, 1)


def _after_next(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The Saturday after next: a week after the next one."""
    day, anchor = DayOfWeek(WEEKDAYS[found.text("weekday")]), context.publication_day
    if anchor is None:
        return unresolved(day.value)
    return relative(coming(day, anchor.slot.start).shift(7), anchor)


def _weekdays_ago(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """Three Mondays ago."""
    number = count(found.words_of("count"))
    if not number.isdecimal():
        return None
    return _weeks_before_last(DayOfWeek(PLURAL_WEEKDAYS[found.text("weekday")]), context, int(number) - 1)


def _weeks_before_last(day: DayOfWeek, context: AnchorContext, weeks: int) -> TimeReading:
    """The weekday so many weeks before the last one that lies before the publication."""
    anchor = context.publication_day
    if anchor is None:
        return unresolved(day.value)
    last = latest(day, anchor.slot.start - timedelta(days=1))
    return relative(last.shift(-7 * weeks), anchor)


def _suffix(found: RuleMatch) -> str:
    """The part of the day as TIMEX3 writes it after a date ("TMO" for "morning"); empty where none is named."""
    part = found.text("part")
    return f"T{DAY_PARTS[part]}" if part in DAY_PARTS else HOUR_NAMES.get(part, "")


def _part_of_date(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The night of 8 February 1904."""
    reading = dated(found, context)
    if reading is None or reading.slot is None:
        return reading and unresolved(reading.value + _suffix(found))
    return at_hour(reading, _suffix(found))


def _weekday_of_week(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """Tuesday last week; Monday of next week."""
    anchor = context.publication_day
    number = WEEKDAYS[found.text("weekday")]
    if anchor is None:
        return unresolved(DayOfWeek(number).value)
    week = Slot.of(Unit.WEEK, anchor.slot.start).shift(found.step)
    return relative(Slot(Unit.DAY, week.start + timedelta(days=number)), anchor, _suffix(found))


def _deictic(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """Today, yesterday, tomorrow, or a part of one: "yesterday morning"; "today" may mean nowadays."""
    if found.text("deictic") == "today" and not found.has("part") and means_nowadays(context.head):
        return TimeReading(TimexType.DATE, "PRESENT_REF")
    return _days_from_publication(found, context, DEICTIC[found.text("deictic")])


def _days_from_publication(found: RuleMatch, context: AnchorContext, days: int, extra: str = "") -> TimeReading:
    """The day so many days after the publication, with a part of the day: ``extra``, or the one in the words."""
    anchor = context.publication_day
    if anchor is None:
        return unresolved("XXXX-XX-XX" + (extra or _suffix(found)))
    slot = anchor.slot.shift(days)
    return relative(slot, anchor, extra or _suffix(found), approximation(found, slot))


def _before_yesterday(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The day before yesterday."""
    return _days_from_publication(found, context, -2)


def _after_tomorrow(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The day after tomorrow."""
    return _days_from_publication(found, context, 2)


def _tonight(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """Tonight."""
    return _days_from_publication(found, context, 0, "TNI")


def _this_part(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """This morning; last night is that of the day before, "the last night" that of what the text tells of."""
    if found.has("last") and context.start and context.first_token.nbor(-1).lower_ == "the":
        return unresolved("XXXX-XX-XX" + _suffix(found))
    return _days_from_publication(found, context, -1 if found.has("last") else 0)


def _that_part(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """That night; the next morning, the night before: of the last day mentioned, or the day beside it.

    None where the phrase goes on: "the night before the vote".
    """
    if found.has("conjunction") and not context.ends_clause:
        return None
    last_day = context.if_recent(context.last_day)
    if last_day is None:
        return unresolved("XXXX-XX-XX" + _suffix(found))
    return relative(last_day.slot.shift(found.step), last_day, _suffix(found))


def _some_part(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """At night: on an unknown day."""
    return unresolved("XXXX-XX-XX" + _suffix(found))


def _that_day(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """That day, the same day, the next day, the day before, the day after that: from the last day mentioned.

    None where it goes on: "the day before the vote".
    """
    if found.has("conjunction") and not context.ends_clause:
        return None
    last_day = context.if_recent(context.last_day)
    if last_day is None:
        return unresolved("XXXX-XX-XX")
    return relative(last_day.slot.shift(found.step), last_day)


_WEEKDAY_NAME = "(?P<weekday>{weekday})"
_PART = "(?:mid -)? (?P<part>{part}|{hour_name})"
_LAST_NEXT_OR_THIS = "(?: the? (?P<last>{last}) | (?P<the>the)? (?P<next>{next}) | this (?:past|coming)? )"
_PLAIN_SHIFT = "(?: (?P<last>last) | (?P<next>next) | this )"
_BEFORE_OR_AFTER = "(?P<conjunction> (?:(?P<last>before)|(?P<next>after)) that? )"
_PART_HOURS = f"the? (?:early|late)? {_PART} hours? of? on?"
RULES = (
    Rule(
        RuleName.WEEKDAY_OF_A_WEEK,
        f"{_WEEKDAY_NAME} (?= (?: SPAN WEEKDAY ){{1,3}} of? {_PLAIN_SHIFT} week)",
        _weekday_of_week,
    ),
    Rule(RuleName.WEEKDAY, f"{_LAST_NEXT_OR_THIS}? {_WEEKDAY_NAME} (?: (?:at|-)? {_PART} )?", _weekday),
    Rule(RuleName.WEEKDAY, f"(?:the|early|late)? {_PART} on? {_PLAIN_SHIFT}? {_WEEKDAY_NAME}", _weekday),
    Rule(RuleName.WEEKDAY, f"the? {_WEEKDAY_NAME} before (?P<last>last)", _before_last),
    Rule(RuleName.WEEKDAY, f"the? {_WEEKDAY_NAME} after (?P<next>next)", _after_next),
    Rule(RuleName.WEEKDAY, "(?P<count>NUMBER) (?P<weekday>{weekdays}) ago", _weekdays_ago),
    Rule(RuleName.WEEKDAY_OF_A_WEEK, f"{_WEEKDAY_NAME} {_PART}? of? {_PLAIN_SHIFT} week", _weekday_of_week),
    Rule(RuleName.WEEKDAY_OF_A_WEEK, f"{_PLAIN_SHIFT} week {{possessive}}? {_WEEKDAY_NAME} {_PART}?", _weekday_of_week),
    Rule(RuleName.PART_OF_A_DATE, f"{_PART_HOURS} (?:WEEKDAY ,?)? MONTH DAY (?:,? YEAR)?", _part_of_date),
    Rule(RuleName.PART_OF_A_DATE, f"{_PART_HOURS} (?:WEEKDAY ,?)? the? DAY of? MONTH (?:,? YEAR)?", _part_of_date),
    Rule(RuleName.TODAY, f"ABOUT (?P<deictic>{{deictic}}) {_PART}?", _deictic),
    Rule(RuleName.TODAY, f"{_PART} (?P<deictic>{{deictic}})", _deictic),
    Rule(RuleName.TODAY, "ABOUT tonight", _tonight),
    Rule(RuleName.TODAY, "the day before yesterday", _before_yesterday),
    Rule(RuleName.TODAY, "the day after tomorrow", _after_tomorrow),
    Rule(RuleName.PART_OF_TODAY, f"ABOUT (?:this|(?P<last>last)) {_PART}", _this_part),
    Rule(
        RuleName.PART_OF_THAT_DAY,
        f"ABOUT (?:that same?|the same|the? (?P<next>next|following)) {_PART}",
        _that_part,
    ),
    Rule(RuleName.PART_OF_THAT_DAY, f"the {_PART} {_BEFORE_OR_AFTER}", _that_part),
    Rule(RuleName.PART_OF_A_DAY, "(?<=at) (?P<part>night|dawn|dusk)", _some_part),
    Rule(
        RuleName.THAT_DAY,
        "ABOUT (?:that|(?:the|that)? very? same|the (?P<next>next|following)|the (?P<last>previous|preceding)) day",
        _that_day,
    ),
    Rule(RuleName.THAT_DAY, f"the day {_BEFORE_OR_AFTER}", _that_day),
)
