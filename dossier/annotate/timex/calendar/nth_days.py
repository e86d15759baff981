"""Days by their place in a month: the first Tuesday of November, the last day of March, the second weekend of May."""

from dossier.annotate.timex.context.anchor_context import AnchorContext
from dossier.annotate.timex.rules.occurrences import without_year
from dossier.annotate.timex.rules.rule import Rule
from dossier.annotate.timex.values.repeating import DayOfWeek, DayOfYear, NthDay
from dossier.annotate.timex.values.time_reading import TimeReading, explicit, relative, unresolved
from dossier.annotate.timex.values.units import Slot, Unit
from dossier.annotate.timex.words.calendar_names import names_group
from dossier.annotate.timex.words.counts import ordinal
from dossier.annotate.timex.words.grammar import RuleMatch
from dossier.annotate.timex.words.lexicon import CARDINALS, MONTHS, ORDINALS, WEEKDAYS
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import TimexType

_SATURDAY = 5  # of a week that begins with Monday, 0
_FROM_THE_END = {"last": -1, "final": -1, "penultimate": -2}
_MOST_WEEKS = 5  # of a month


def _nth_day(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The first Tuesday of November 2019; the last Friday in June: of the year that the verb says."""
    day = _place_in(MONTHS[found.text("month")], found)
    if found.has("year"):
        return explicit(day.of(int(found.text("year"))))
    return without_year(day, context, found)


def _of_a_month_nearby(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The first Sunday of last month, by the publication; the last day of that month, by the last time mentioned."""
    anchor = context.if_recent(context.last_time) if found.has("that") else context.default_anchor
    if anchor is None:
        return unresolved("XXXX-XX-XX")
    month = Slot.of(Unit.MONTH, anchor.slot.start).shift(found.step)
    return relative(_place_in(month.start.month, found).of(month.start.year), anchor)


def _place_in(month: int, found: RuleMatch) -> NthDay:
    """The place in the month that the words name. Raises ValueError for a sixth weekday."""
    word = found.text("nth")
    first, *rest = word.split()
    n = _FROM_THE_END.get(word) or (-ordinal(first) if rest else ordinal(word))
    if found.has("weekend"):
        return NthDay(month, n, _SATURDAY, Unit.WEEKEND)
    if not found.has("weekday"):
        return NthDay(month, n)
    if n > _MOST_WEEKS:
        raise ValueError(f"no such weekday: {word}")
    return NthDay(month, n, WEEKDAYS[found.text("weekday")])


def _day_in_words(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The fourth of July; the twenty-first of March 2019. ValueError in a name: "the Fourth of July Committee"."""
    if names_group(context.tokens):
        raise ValueError("the date of a name")
    number = CARDINALS.get(found.text("tens"), 0) + ORDINALS[found.text("ordinal")]
    day = DayOfYear(MONTHS[found.text("month")], number)
    return explicit(day.of(int(found.text("year")))) if found.has("year") else without_year(day, context, found)


def _every_month(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The second Monday of every month."""
    return TimeReading(TimexType.SET, DayOfWeek(WEEKDAYS[found.text("weekday")]).value)


def _some_weekday(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The first Tuesday of something else, which is no month: open."""
    return unresolved(DayOfWeek(WEEKDAYS[found.text("weekday")]).value)


_FROM_THE_START = "{ordinal}|{nth}"
_NTH = f"the? (?P<nth>{_FROM_THE_START}|last|final|penultimate|{{ordinal}} -? to -? last)"
_IN_WORDS = "(?: (?P<tens>twenty|thirty) -? )? (?P<ordinal>{ordinal})"
_WEEKDAY = "(?P<weekday>{weekday})"
_NTH_DAY = f"{_NTH} (?:{_WEEKDAY}|(?P<weekend>weekend)|day)"
_LONGER = "(?: year | {year} | {feast} | {other_month} | (?:{ordinal}|last|final) week )"
"""What behind "of" says that a weekday is none of the last days: "the final Sunday of 2012"."""
_BY_A_FEAST = "(?:before|after|following|preceding) (?:{feast}|{other_month})"
_MONTH_NEARBY = "(?: this | (?P<last>last) | (?P<next>next) | (?P<that>that|the same) ) month"
RULES = (
    Rule(RuleName.NTH_DAY, f"{_NTH_DAY} (?:of|in) MONTH (?: ,? YEAR | (?!ANYDAY) )", _nth_day),
    Rule(
        RuleName.NTH_DAY,
        f"WEEKDAY ,? {_NTH} day (?:of|in) MONTH (?: ,? YEAR | (?!ANYDAY) )",
        _nth_day,
    ),
    Rule(RuleName.NTH_DAY, f"{_NTH_DAY} (?:of|in) {_MONTH_NEARBY}", _of_a_month_nearby),
    Rule(RuleName.NTH_DAY, f"{_NTH} {_WEEKDAY} (?:of|in) (?:every|each) month", _every_month),
    Rule(
        RuleName.NTH_DAY, f"(?:every|each) (?P<nth>{_FROM_THE_START}|last) {_WEEKDAY} (?:of the month)?", _every_month
    ),
    Rule(RuleName.NTH_DAY, f"{_NTH} {_WEEKDAY} of the month", _some_weekday),
    Rule(RuleName.MONTH_DAY, f"(?:WEEKDAY ,?)? the? {_IN_WORDS} of MONTH (?: ,? YEAR | (?!'s) )", _day_in_words),
    Rule(RuleName.MONTH_DAY, f"(?:WEEKDAY ,?)? MONTH the? {_IN_WORDS} (?: ,? YEAR)?", _day_in_words),
    Rule(RuleName.NTH_DAY, f"the? (?P<nth>{_FROM_THE_START}) {_WEEKDAY}", _some_weekday),
    Rule(
        RuleName.NTH_DAY,
        f"the? (?:{_FROM_THE_START}|last|final|penultimate) {_WEEKDAY} (?= (?:of|in) the? {_LONGER} | {_BY_A_FEAST} )",
        _some_weekday,
    ),
    Rule(RuleName.NTH_DAY, f"the? {_WEEKDAY} (?= of the? {_LONGER} | {_BY_A_FEAST} )", _some_weekday),
)
