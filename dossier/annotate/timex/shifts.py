"""Units counted from an anchor: last week, two years ago, three days later, the end of the year."""

from dossier.annotate.timex.anchor_context import Context
from dossier.annotate.timex.counts import UNKNOWN, count
from dossier.annotate.timex.grammar import Found
from dossier.annotate.timex.lexicon import DEICTIC, MANY_UNITS, UNITS
from dossier.annotate.timex.rule import Rule, about
from dossier.annotate.timex.time_reading import Anchor, Reading, relative, unresolved
from dossier.annotate.timex.units import DAYS_IN, MONTHS_IN, Slot, Unit, add_months, duration
from dossier.model import Qualifier, TimexType

_SMALL = frozenset((Unit.SECOND, Unit.MINUTE, Unit.HOUR))
_OPEN = {
    Unit.DAY: "XXXX-XX-XX", Unit.WEEKEND: "XXXX-WXX-WE", Unit.WEEK: "XXXX-WXX", Unit.MONTH: "XXXX-XX",
    Unit.QUARTER: "XXXX-QX", Unit.YEAR: "XXXX", Unit.DECADE: "XXX", Unit.CENTURY: "XX",
}  # fmt: skip


def unit_of(found: Found) -> Unit:
    """The unit that the expression counts."""
    word = found.word("unit")
    return UNITS.get(word) or MANY_UNITS[word]


def _shifted(found: Found, context: Context) -> Reading | None:
    """This week, last month, next year: the unit that holds the publication, the one before, the one after."""
    unit = unit_of(found)
    if unit in _SMALL or (unit is Unit.DAY and not found.has("edge")):
        return None
    return _at(context.base, unit, found.step, about(found))


def _told(found: Found, context: Context) -> Reading | None:
    """That year, the same month, the following week: by the time last told of."""
    unit = unit_of(found)
    if unit in _SMALL:
        return None
    anchor = context.near(context.told_day if unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND) else context.told)
    if anchor is None and not found.has("that"):
        anchor = context.base  # the next year
    return _at(anchor, unit, found.step, about(found))


def _at(anchor: Anchor | None, unit: Unit, steps: int, mark: Qualifier = Qualifier.NONE) -> Reading:
    if anchor is None:
        return unresolved(_OPEN[unit])
    return relative(Slot.of(unit, anchor.slot.start).shift(steps), anchor, "", mark)


def _that_time(found: Found, context: Context) -> Reading | None:
    """At that time; during this period: about the time last told of."""
    told = context.near(context.told)
    return relative(told.slot, told, "", Qualifier.APPROXIMATE) if told else unresolved("PAST_REF")


def _ago(found: Found, context: Context) -> Reading | None:
    """Two weeks ago: a time as exact as the unit it is counted in."""
    return _counted(found, context.today, -1)


def _to_the_day(found: Found, context: Context) -> Reading | None:
    """Ten years ago today."""
    number, unit = count(found.all("count")), unit_of(found)
    if context.today is None or not number.isdecimal() or unit in _SMALL:
        return unresolved("XXXX-XX-XX")
    day = context.today.slot.shift(DEICTIC[found.word("deictic")])
    if unit in DAYS_IN:
        return relative(day.shift(-int(number) * DAYS_IN[unit]), context.today)
    return relative(Slot(Unit.DAY, add_months(day.start, -int(number) * MONTHS_IN[unit])), context.today)


def _later(found: Found, context: Context) -> Reading | None:
    """Two days later, a year earlier, three months before: from the time last told of."""
    unit = unit_of(found)
    if found.has("conjunction") and not context.ends_clause:
        return None
    told = context.near(context.told_day if unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND) else context.told)
    return _counted(found, told or (context.base if found.has("back") else None), -1 if found.has("back") else 1)


def _from_now(found: Found, context: Context) -> Reading | None:
    return _counted(found, context.today, 1)


def _counted(found: Found, anchor: Anchor | None, sign: int) -> Reading | None:
    unit = unit_of(found)
    number = count(found.all("count"))
    if (unit in _SMALL or number == UNKNOWN) and not found.has("ago"):
        return Reading(TimexType.DURATION, duration(number, unit))
    if unit in _SMALL or number == UNKNOWN:
        return unresolved("PAST_REF")
    if anchor is None:
        return unresolved(_OPEN[unit])
    steps = float(number) + (0.5 if found.has("half") else 0)
    if steps != int(steps) or unit in (Unit.DECADE, Unit.CENTURY):
        unit, steps = _in_smaller(unit, steps)
    if steps != int(steps):
        return unresolved(_OPEN[unit])
    round_number = unit is Unit.YEAR and steps >= 10 and steps % 10 == 0
    slot = Slot.of(unit, anchor.slot.start).shift(sign * int(steps))
    return relative(slot, anchor, "", Qualifier.APPROXIMATE if round_number else about(found))


def _in_smaller(unit: Unit, steps: float) -> tuple[Unit, float]:
    """Decades and centuries in years, half years in months; a half of anything else stays one."""
    if unit in (Unit.DECADE, Unit.CENTURY):
        return Unit.YEAR, steps * MONTHS_IN[unit] / MONTHS_IN[Unit.YEAR]
    return (Unit.MONTH, steps * MONTHS_IN[unit]) if unit is Unit.YEAR else (unit, steps)


def _this_year(found: Found, context: Context) -> Reading | None:
    """For the year; the full year: that of the publication."""
    return _at(context.base, UNITS[found.word("unit")], 0)


def _weekend(found: Found, context: Context) -> Reading | None:
    """The weekend: the last one, or the next where the verb says so."""
    anchor = context.today
    if anchor is None:
        return unresolved(_OPEN[Unit.WEEKEND])
    day, ahead = anchor.slot.start, context.direction == "future"
    slot = Slot.of(Unit.WEEKEND, day)
    return relative(slot if ahead or slot.start <= day else slot.shift(-1), anchor)


def _edge_of(found: Found, context: Context) -> Reading | None:
    """The end of the year; earlier in the month; year-end; the end of next week."""
    unit = unit_of(found)
    if unit in _SMALL or unit is Unit.DAY:
        return None
    return _at(context.base, unit, found.step, Qualifier.APPROXIMATE)


_UNIT = "(?P<unit>{unit})"
_HALF = "(?P<half>and a half)?"
_AGO = f"(?P<roughly>ROUGHLY)? (?P<count>COUNT) -? (?P<unit>UNIT) {_HALF}"
_FROM = f"(?P<roughly>NEARLY|about)? (?P<count>COUNT) -? (?P<unit>UNIT) {_HALF}"
_THIS = "(?: (?P<last>last) | (?P<next>next|(?:the)? coming) | this (?:past|coming)? | the current )"
_NEXT = "the? (?P<next>following|subsequent|next|ensuing)"
_LAST = "the? (?P<last>previous|preceding|prior)"
_EITHER = "(?: (?P<last>last) | (?P<next>next|coming) | this | the current? )"
RULES = (
    Rule("this, last, next", "the (?P<last>last) (?P<unit>century)", _shifted),
    Rule("year", "the full (?P<unit>year)", _this_year),
    Rule("year", "(?<=for) the (?P<unit>year|week|month) (?! ended|ending)", _this_year),
    Rule("weekend", "the weekend", _weekend),
    Rule("this, last, next", f"ABOUT {_THIS} {_UNIT} (?:or so)?", _shifted),
    Rule("that unit", f"ABOUT (?: (?P<that>that|the very? same) | {_NEXT} | {_LAST} ) {_UNIT} (?:or so)?", _told),
    Rule(
        "that time",
        "(?<=(?:at|by|during|since|until|from|around|in)) (?:that time|this period|that period)",
        _that_time,
    ),
    Rule("ago", f"{_AGO} ago (?P<deictic>{{deictic}})", _to_the_day),
    Rule("ago", f"{_AGO} -? (?:or so|or two)? (?P<ago>ago)", _ago),
    Rule("later", f"{_FROM} (?:later|afterwards|afterward|thereafter|(?P<conjunction>after))", _later),
    Rule("earlier", f"{_FROM} (?P<back>earlier|previously|(?P<conjunction>before))", _later),
    Rule("from now", f"{_AGO} (?:from now|hence|from today)", _from_now),
    Rule("edge of a unit", f"the? (?P<edge>EDGE) {_EITHER} {_UNIT}", _edge_of),
    Rule("edge of a unit", f"{_EITHER}? {_UNIT} (?:'s|-)? (?P<edge>end)", _edge_of),
)
