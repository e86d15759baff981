"""Weekdays that are counted from another time, or from none: a week ago Monday, the Sunday before Easter, a Monday."""

from datetime import timedelta

from dossier.annotate.syntax.labels import NOUN_MODIFIERS
from dossier.annotate.timex.context.anchor_context import AnchorContext
from dossier.annotate.timex.relative.shifts import unit_of
from dossier.annotate.timex.rules.occurrences import by_tense
from dossier.annotate.timex.rules.rule import Rule
from dossier.annotate.timex.values.repeating import (
    BesideDay,
    DayOfWeek,
    DayOfYear,
    FromEaster,
    NthDay,
    Yearly,
    coming,
    latest,
)
from dossier.annotate.timex.values.time_reading import TimeReading, explicit, relative, unresolved
from dossier.annotate.timex.values.units import Slot, Unit
from dossier.annotate.timex.words.counts import count
from dossier.annotate.timex.words.grammar import RuleMatch
from dossier.annotate.timex.words.lexicon import DAY_PARTS, WEEKDAYS
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import Qualifier

_THURSDAY = 3  # of a week that begins with Monday, 0
_FEASTS: dict[str, Yearly] = {
    "easter": FromEaster(0),
    "christmas": DayOfYear(12, 25),
    "thanksgiving": NthDay(11, 4, _THURSDAY),
}


def _weeks_ago(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """Two weeks ago on Sunday: that of the week two weeks ago; two weeks ago Sunday: two weeks before the last one.

    Uncertain where the two differ: both are said of either.
    """
    day, anchor = _day_of_week(found), context.publication_day
    number = count(found.words_of("count"))
    if anchor is None or not number.isdecimal():
        return unresolved(day.value)
    week = Slot.of(Unit.WEEK, anchor.slot.start).shift(-int(number))
    in_week = Slot(Unit.DAY, week.start + timedelta(days=day.number))
    before_last = latest(day, anchor.slot.start).shift(-7 * int(number))
    mark = Qualifier.NONE if in_week == before_last else Qualifier.UNCERTAIN
    return relative(before_last if found.has("idiom") else in_week, anchor, "", mark)


def _years_ago(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """Five years ago on Sunday: that year, or the month of "months ago", as nobody can say which Sunday was meant."""
    unit, number, anchor = unit_of(found), count(found.words_of("count")), context.publication_day
    if anchor is None or not number.isdecimal():
        return unresolved(_day_of_week(found).value)
    return relative(Slot.of(unit, anchor.slot.start).shift(-int(number)), anchor)


def _beside_feast(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The Sunday before Christmas: of the year beside it, else as ``by_tense`` chooses it."""
    day = BesideDay(_FEASTS[found.text("feast")], _day_of_week(found).number, -1 if found.has("before") else 1)
    return explicit(day.of(int(found.text("year")))) if found.has("year") else by_tense(day, context, found)


def _beside_event(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The Sunday after the vote: open, as it rests on an event. The Sunday after: beside the last day mentioned."""
    day, last_day = _day_of_week(found), context.if_recent(context.last_day)
    if last_day is None or not context.ends_clause:
        return unresolved(day.value)
    choose = latest if found.has("before") else coming
    return relative(choose(day, last_day.slot.shift(-1 if found.has("before") else 0).start), last_day)


def _some_weekday(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """On a Monday in June: open. None where it describes something: "a Monday meeting"."""
    suffix = f"T{DAY_PARTS[found.text('part')]}" if found.has("part") else ""
    if context.doc[context.end - 1].dep_ in NOUN_MODIFIERS:
        return None
    return unresolved(_day_of_week(found).value + suffix)


def _day_of_week(found: RuleMatch) -> DayOfWeek:
    return DayOfWeek(WEEKDAYS[found.text("weekday")])


_WEEKDAY = "(?P<weekday>{weekday})"
_WEEKS_AGO = "(?P<count>COUNT) (?:week|weeks) ago"
_YEARS_AGO = "(?P<count>COUNT) (?P<unit>month|months|year|years) ago"
_BESIDE = f"the? {_WEEKDAY} (?:(?P<before>before)|after)"
RULES = (
    Rule(RuleName.WEEKDAY_AGO, f"{_WEEKS_AGO} (?P<idiom>) {_WEEKDAY}", _weeks_ago),
    Rule(RuleName.WEEKDAY_AGO, f"{_WEEKS_AGO} ,? on {_WEEKDAY}", _weeks_ago),
    Rule(RuleName.WEEKDAY_AGO, f"{_WEEKDAY} ,? {_WEEKS_AGO}", _weeks_ago),
    Rule(RuleName.WEEKDAY_AGO, f"{_YEARS_AGO} ,? on? {_WEEKDAY}", _years_ago),
    Rule(RuleName.NAMED_DAY, f"{_BESIDE} (?P<feast>easter|christmas|thanksgiving) day? YEAR?", _beside_feast),
    Rule(RuleName.WEEKDAY, f"the {_WEEKDAY} (?:(?P<before>before)|after) (?! last|next)", _beside_event),
    Rule(RuleName.WEEKDAY, f"(?:{{article}}|one) {_WEEKDAY} (?P<part>{{part}})?", _some_weekday),
)
