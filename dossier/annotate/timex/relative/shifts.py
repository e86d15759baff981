"""Units counted from an anchor: last week, two years ago, three days later, the end of the year."""

from dataclasses import replace

from dossier.annotate.syntax.labels import PAST_TAGS
from dossier.annotate.timex.context.anchor_context import AnchorContext
from dossier.annotate.timex.context.time_clauses import verb_above
from dossier.annotate.timex.rules.rule import Rule, approximation
from dossier.annotate.timex.rules.up_to_now import up_to_now
from dossier.annotate.timex.values.time_reading import Anchor, TimeReading, relative, unresolved, with_qualifier
from dossier.annotate.timex.values.units import DAYS_IN, MONTHS_IN, Slot, Unit, add_months, approximate, duration
from dossier.annotate.timex.words.counts import UNKNOWN, count
from dossier.annotate.timex.words.grammar import RuleMatch
from dossier.annotate.timex.words.lexicon import DEICTIC, PLURAL_UNITS, UNITS
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import Basis, Dating, Qualifier, TimexType, When

_SHORTER_THAN_DAY = frozenset((Unit.SECOND, Unit.MINUTE, Unit.HOUR))
_HOURS_IN_A_DAY = 24  # hours
_HOURS_WITHIN_A_DAY = 6
"""So many hours later it is most often the same day. Set by hand; the date is marked as about."""
_ENDS = frozenset(("end", "close", "last", "final", "closing"))
_PARTS_OF_A_UNIT = 5
"""The last of so many equal parts of a month or year is its end. Set by hand."""
_MOST_OF_A_FEW = 9
"""More of a unit are not called a few of it: from there on the next longer one is near. Set by hand."""
_FEWEST = 2
"""Units of an unknown number of them: "years ago" is two at least."""
_WITHIN = {
    Unit.WEEK: (Unit.DAY, Unit.WEEK),
    Unit.MONTH: (Unit.DAY, Unit.WEEK, Unit.MONTH),
    Unit.QUARTER: (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER),
    Unit.YEAR: (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR),
}
"""Times that lie within one unit, and so say which is told of."""
_ROUND_YEARS = 10
"""A multiple of so many years is a round number: "ten years ago" is about that year. Set by hand."""
_UNRESOLVED_VALUES = {
    Unit.DAY: "XXXX-XX-XX", Unit.WEEKEND: "XXXX-WXX-WE", Unit.WEEK: "XXXX-WXX", Unit.MONTH: "XXXX-XX",
    Unit.QUARTER: "XXXX-QX", Unit.YEAR: "XXXX", Unit.DECADE: "XXX", Unit.CENTURY: "XX",
}  # fmt: skip
"""The TIMEX3 value of an unknown day, week and so on."""


def unit_of(found: RuleMatch) -> Unit:
    """The unit in the words of the expression."""
    word = found.text("unit")
    return UNITS.get(word) or PLURAL_UNITS[word]


def _shifted(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """This week, last month, next year, by the publication; in a narrative by the last time.

    None for a bare day and for shorter units: "last day", "this hour".
    """
    unit = unit_of(found)
    if unit in _SHORTER_THAN_DAY or (unit is Unit.DAY and not found.has("edge")):
        return None
    if unit is Unit.WEEKEND and not found.step and context.direction == "past":
        return _weekend(found, context)  # "the fair was held this weekend", on a Tuesday
    reading = _unit_near_anchor(context.default_anchor, unit, found.step, approximation(found))
    return up_to_now(reading, found, context)


def _that_unit(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """That year, the same month, the following week: by the last time mentioned, for a week or day by the last day.

    Where none is close, "the next year" rests on the publication; "that year" stays open.
    """
    unit = unit_of(found)
    if unit in _SHORTER_THAN_DAY:
        return None
    anchor = context.if_recent(context.last_day if unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND) else context.last_time)
    if anchor is None and not found.has("that"):
        anchor = context.default_anchor  # the next year
    return _unit_near_anchor(anchor, unit, found.step, approximation(found))


def _unit_near_anchor(anchor: Anchor | None, unit: Unit, steps: int, mark: Qualifier = Qualifier.NONE) -> TimeReading:
    """The unit that lies ``steps`` after the one that holds the start of the anchor."""
    if anchor is None:
        return unresolved(_UNRESOLVED_VALUES[unit])
    return relative(Slot.of(unit, anchor.slot.start).shift(steps), anchor, "", mark)


def _that_time(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """At that time; during this period: about the last time mentioned."""
    last = context.if_recent(context.last_time)
    return relative(last.slot, last, "", Qualifier.APPROXIMATE) if last else unresolved("PAST_REF")


def _ago(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """Two weeks ago: a whole week, as exact as the unit it is counted in."""
    return _counted_from(found, context.publication_day, -1)


def _to_the_day(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """Ten years ago today: the same day of that year."""
    number, unit = count(found.words_of("count")), unit_of(found)
    if context.publication_day is None or not number.isdecimal() or unit in _SHORTER_THAN_DAY:
        return unresolved("XXXX-XX-XX")
    day = context.publication_day.slot.shift(DEICTIC[found.text("deictic")])
    if unit in DAYS_IN:
        return relative(day.shift(-int(number) * DAYS_IN[unit]), context.publication_day)
    return relative(Slot(Unit.DAY, add_months(day.start, -int(number) * MONTHS_IN[unit])), context.publication_day)


def _later(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """Two days later, a year earlier, three months before: from the last time mentioned.

    Without one close by, what lies earlier is counted from the publication. None where "after" or "before" goes on:
    "two days after the vote".
    """
    unit = unit_of(found)
    if found.has("conjunction") and not context.ends_clause:
        return None
    if unit in _SHORTER_THAN_DAY:
        return hours_later(
            _with_half(count(found.words_of("count")), found), unit, -1 if found.has("back") else 1, context
        )
    last = context.if_recent(context.last_day if unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND) else context.last_time)
    if found.has("back"):
        return _counted_from(found, last or context.default_anchor, -1)
    return _counted_from(found, last, 1)


def hours_later(number: str, unit: Unit, sign: int, context: AnchorContext) -> TimeReading:
    """Two hours later: a duration that ends about the last day mentioned; 48 hours later: about two days after it.

    ``number`` and ``unit`` are as in ``duration``; ``sign`` is -1 for "earlier".
    """
    reading = TimeReading(TimexType.DURATION, duration(number, unit))
    day, days = context.if_recent(context.last_day), _days_in(number, unit)
    if day is None or days is None:
        return reading
    when = with_qualifier(day.slot.shift(sign * days).when, Qualifier.APPROXIMATE)
    return replace(reading, dating=Dating(when, Basis.RELATIVE, day.name))


def _days_in(number: str, unit: Unit) -> int | None:
    """The days that so many hours or shorter units lead on: none for a few; None where it may be one or none."""
    if unit is not Unit.HOUR or number == UNKNOWN or float(number) <= _HOURS_WITHIN_A_DAY:
        return 0
    days = float(number) / _HOURS_IN_A_DAY
    return int(days) if days == int(days) else None


def _from_now(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """Two weeks from now."""
    return _counted_from(found, context.publication_day, 1)


def _counted_from(found: RuleMatch, anchor: Anchor | None, sign: int) -> TimeReading | None:
    """The unit so many units before (``sign`` -1) or after (1) the anchor, about it for a couple or a round number.

    Where the number is not known or the unit is shorter than a day, it is PAST_REF with "ago" ("some time ago", "two
    hours ago"), and without it a duration.
    """
    unit = unit_of(found)
    number = count(found.words_of("count"))
    if (unit in _SHORTER_THAN_DAY or number == UNKNOWN) and not found.has("ago"):
        return TimeReading(TimexType.DURATION, duration(_with_half(number, found), unit))
    if unit in _SHORTER_THAN_DAY:
        return unresolved("PAST_REF")
    if number == UNKNOWN:
        is_few = not {"few", "several"}.isdisjoint(found.words_of("count"))
        return replace(unresolved("PAST_REF"), dating=units_ago(unit, anchor, is_few=is_few))
    if anchor is None:
        return unresolved(_UNRESOLVED_VALUES[unit])
    steps = float(_with_half(number, found))
    if steps != int(steps) or unit in (Unit.DECADE, Unit.CENTURY):
        unit, steps = _in_smaller(unit, steps)
    if steps != int(steps):
        return unresolved(_UNRESOLVED_VALUES[unit])
    is_round = unit is Unit.YEAR and steps >= _ROUND_YEARS and steps % _ROUND_YEARS == 0
    is_loose = is_round or "couple" in found.words_of("count")
    slot = Slot.of(unit, anchor.slot.start).shift(sign * int(steps))
    return relative(slot, anchor, "", Qualifier.APPROXIMATE if is_loose else approximation(found))


def units_ago(unit: Unit, anchor: Anchor | None, *, is_few: bool = False) -> Dating:
    """Any time up to about two such units before the anchor: "years ago". Of units shorter than a day no date.

    Where they ``is_few`` ("a few weeks ago"), not long before.
    """
    if anchor is None or unit in _SHORTER_THAN_DAY:
        return Dating()
    first, last = _back(unit, anchor, _MOST_OF_A_FEW).when.first, _back(unit, anchor, _FEWEST).when.last
    when = When(approximate(first) if is_few and first else None, approximate(last) if last else None)
    return Dating(when, Basis.RELATIVE, anchor.name)


def _back(unit: Unit, anchor: Anchor, number: int) -> Slot:
    """The day, month or year that lies so many such units before the anchor."""
    if unit in DAYS_IN:
        return anchor.slot.shift(-number * DAYS_IN[unit])
    smaller = Unit.YEAR if unit in (Unit.DECADE, Unit.CENTURY) else unit
    return Slot.of(smaller, anchor.slot.start).shift(-number * MONTHS_IN[unit] // MONTHS_IN[smaller])


def _with_half(number: str, found: RuleMatch) -> str:
    """The number, with a half where the words say "and a half"."""
    return f"{float(number) + 0.5:g}" if found.has("half") and number != UNKNOWN else number


def _in_smaller(unit: Unit, steps: float) -> tuple[Unit, float]:
    """Decades and centuries as years, half years as months; other units as they are."""
    if unit in (Unit.DECADE, Unit.CENTURY):
        return Unit.YEAR, steps * MONTHS_IN[unit] / MONTHS_IN[Unit.YEAR]
    return (Unit.MONTH, steps * MONTHS_IN[unit]) if unit is Unit.YEAR else (unit, steps)


def _this_year(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """For the year; the full year: of the publication, or in a narrative of the last time."""
    return _unit_near_anchor(context.default_anchor, UNITS[found.text("unit")], 0)


def _weekend(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The weekend: the last that has begun or, if the verb looks ahead, that of the week of publication."""
    anchor = context.publication_day
    if anchor is None:
        return unresolved(_UNRESOLVED_VALUES[Unit.WEEKEND])
    day, ahead = anchor.slot.start, context.direction == "future"
    slot = Slot.of(Unit.WEEKEND, day)
    return relative(slot if ahead or slot.start <= day else slot.shift(-1), anchor)


def _edge_of(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The end of the year; earlier in the month; year-end; the end of next week."""
    unit = unit_of(found)
    if unit in _SHORTER_THAN_DAY or unit is Unit.DAY:
        return None
    anchor = context.default_anchor
    if not context.narrative and _is_still_ahead(found, unit, context):
        anchor = _earlier_unit(unit, context)
    elif not context.narrative and _may_be_of_another(found, unit, context):
        anchor = None
    return _unit_near_anchor(anchor, unit, found.step, Qualifier.APPROXIMATE)


def _is_still_ahead(found: RuleMatch, unit: Unit, context: AnchorContext) -> bool:
    """Whether "at the end of the month" stands under a past verb, but the end of the present month is still to come."""
    today, verb = context.published, verb_above(context.head)
    if today is None or verb is None or verb.tag_ not in PAST_TAGS or context.direction != "past":
        return False
    words = [token.lower_ for token in context.tokens]
    if found.step or _ENDS.isdisjoint(words) or not {"this", "current"}.isdisjoint(words):
        return False
    slot = Slot.of(unit, today)
    length = slot.shift(1).start - slot.start
    return today < slot.shift(1).start - length / _PARTS_OF_A_UNIT


def _may_be_of_another(found: RuleMatch, unit: Unit, context: AnchorContext) -> bool:
    """Whether "earlier in the month" stands close behind a time of an earlier month: nobody can tell which is meant."""
    words = [token.lower_ for token in context.tokens]
    return not found.step and "the" in words and _earlier_unit(unit, context) is not None


def _earlier_unit(unit: Unit, context: AnchorContext) -> Anchor | None:
    """The last time mentioned, if it lies in an earlier unit and is one such or shorter: the month that is told of."""
    last, today = context.if_recent(context.last_time), context.published
    if last is None or today is None or last.slot.unit not in _WITHIN.get(unit, ()):
        return None
    return last if Slot.of(unit, last.slot.start).start < Slot.of(unit, today).start else None


_UNIT = "(?P<unit>{unit})"
_HALF = "(?P<half>and a half)?"
_COUNT_OF_UNITS = f"(?P<roughly>ROUGHLY)? (?P<count>COUNT) -? (?P<unit>UNIT) {_HALF}"
_COUNT_AND_UNIT = f"(?P<roughly>NEARLY|about)? (?P<count>COUNT) -? (?P<unit>UNIT) {_HALF}"
_LAST_NEXT_OR_THIS = "(?: (?P<last>last) | (?P<next>next|(?:the)? coming) | this coming? | the current )"
_FOLLOWING = "the? (?P<next>following|subsequent|next|ensuing)"
_PRECEDING = "the? (?P<last>previous|preceding|prior)"
_LAST_NEXT_OR_CURRENT = "(?: (?P<last>last) | (?P<next>next|coming) | this | the current? )"
RULES = (
    Rule(RuleName.THIS_LAST_NEXT, "the (?P<last>last) (?P<unit>century)", _shifted),
    Rule(RuleName.YEAR, "the full (?P<unit>year)", _this_year),
    Rule(RuleName.YEAR, "(?<=for) the (?P<unit>year|week|month) (?! ended|ending)", _this_year),
    Rule(RuleName.WEEKEND, "(?:the|this past) weekend", _weekend),
    Rule(RuleName.THIS_LAST_NEXT, f"ABOUT {_LAST_NEXT_OR_THIS} {_UNIT} (?:or so)?", _shifted),
    Rule(
        RuleName.THAT_UNIT,
        f"ABOUT (?: (?P<that>that|the very? same) | {_FOLLOWING} | {_PRECEDING} ) {_UNIT} (?:or so)?",
        _that_unit,
    ),
    Rule(
        RuleName.THAT_TIME,
        "(?<=(?:at|by|during|since|until|from|around|in)) (?:that time|this period|that period)",
        _that_time,
    ),
    Rule(RuleName.THAT_TIME, "(?<=(?:until|till)) then | back then", _that_time),
    Rule(RuleName.AGO, f"{_COUNT_OF_UNITS} ago (?P<deictic>{{deictic}})", _to_the_day),
    Rule(RuleName.AGO, f"{_COUNT_OF_UNITS} -? (?:or so|or two)? (?P<ago>ago)", _ago),
    Rule(RuleName.LATER, f"{_COUNT_AND_UNIT} (?:later|afterwards|afterward|thereafter|(?P<conjunction>after))", _later),
    Rule(RuleName.EARLIER, f"{_COUNT_AND_UNIT} (?P<back>earlier|previously|(?P<conjunction>before))", _later),
    Rule(RuleName.FROM_NOW, f"{_COUNT_OF_UNITS} (?:from now|hence|from today)", _from_now),
    Rule(RuleName.EDGE_OF_A_UNIT, f"the? (?P<edge>EDGE) {_LAST_NEXT_OR_CURRENT} {_UNIT}", _edge_of),
    Rule(RuleName.EDGE_OF_A_UNIT, f"{_LAST_NEXT_OR_CURRENT}? {_UNIT} (?:'s|-)? (?P<edge>end)", _edge_of),
)
