"""Durations: counted ("two years"), vague ("for weeks"), and those up to or from the publication."""

from datetime import date

from dossier.annotate.syntax.labels import AMOUNT_POS, PHRASE_END_POS
from dossier.annotate.timex.context.anchor_context import AnchorContext
from dossier.annotate.timex.relative.shifts import hours_later, unit_of, units_ago
from dossier.annotate.timex.rules.rule import Rule
from dossier.annotate.timex.values.time_reading import Anchor, TimeReading
from dossier.annotate.timex.values.units import DAYS_IN, MONTHS_IN, Slot, Unit, approximate, duration
from dossier.annotate.timex.words.counts import UNKNOWN, count
from dossier.annotate.timex.words.grammar import RuleMatch
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import Basis, Dating, Period, Precision, TimexType, When


def _counted(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """Two years; several months; a 14-day wait. None where the words count something else."""
    words = found.words_of("count")
    if _is_age(found, context) or (words == ["a"] and unit_of(found) in (Unit.SECOND, Unit.QUARTER)):
        return None  # a second thing, a quarter of it
    if unit_of(found) is Unit.QUARTER and (count(words) == UNKNOWN or found.words[found.match.end() :][:1] == ("of",)):
        return None  # some quarters, three quarters of it
    if words == ["a"] and context.head.dep_ == "compound":
        return None  # a minute crack
    if words == ["a"] and _is_rate(context):
        return TimeReading(TimexType.SET, _timex_value(found))
    return TimeReading(TimexType.DURATION, _timex_value(found))


def _is_age(found: RuleMatch, context: AnchorContext) -> bool:
    """Whether the duration is an age: "a 52-year-old man"."""
    end = found.match.end()
    near = [word for word in found.words[end - 1 : end + 2] if word != "-"]
    return unit_of(found) is Unit.YEAR and not {"old", "olds"}.isdisjoint(near)


def _is_rate(context: AnchorContext) -> bool:
    """Whether an amount stands before the unit: "two million dollars a year"."""
    return context.start > 0 and context.first_token.nbor(-1).pos_ in AMOUNT_POS


def _timex_value(found: RuleMatch) -> str:
    """The TIMEX3 value of the counted units, with a half where the words say "and a half"."""
    number = count(found.words_of("count")) if found.has("count") else UNKNOWN
    if found.has("half") and number != UNKNOWN:
        number = f"{float(number) + 0.5:g}"
    return duration(number, unit_of(found))


def _vague(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """For weeks; over the years."""
    return TimeReading(TimexType.DURATION, duration(UNKNOWN, unit_of(found)))


def _vague_ago(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """Years ago."""
    unit = unit_of(found)
    return TimeReading(TimexType.DURATION, duration(UNKNOWN, unit), units_ago(unit, context.publication_day))


def _vague_later(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """Hours later."""
    return hours_later(UNKNOWN, unit_of(found), 1, context)


def _recent(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """Recent weeks, with no calendar time; the past months, up to the publication; the coming months, from it on."""
    value = duration(UNKNOWN, unit_of(found))
    today = context.publication_day
    if today is None or found.has("recent"):
        return TimeReading(TimexType.DURATION, value)
    bound = Period.of(today.slot.start, Precision.DAY)
    when = When(bound, None) if found.has("next") else When(None, bound)
    return TimeReading(TimexType.DURATION, value, Dating(when, Basis.RELATIVE, today.name))


def _past_or_next(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The past two years; the next five days: from about then to the publication, or from it.

    "On the last day" is that of what the text tells of: it has no place in the calendar.
    """
    value = _timex_value(found) if found.has("count") else duration("1", unit_of(found))
    is_on = context.start > 0 and context.first_token.nbor(-1).lower_ == "on"
    today = None if is_on else context.publication_day
    span = _span_to_publication(found, today) if today else None
    if today is None or span is None:
        return TimeReading(TimexType.DURATION, value)
    return TimeReading(TimexType.DURATION, value, Dating(span, Basis.RELATIVE, today.name))


def _span_to_publication(found: RuleMatch, today: Anchor) -> When | None:
    """From about so many units before the publication to it, or from it to about so many after it.

    The far end is a day or, for months and longer units, a month. It is open where the number is not known. None for
    half units, and for units shorter than a day.
    """
    number = count(found.words_of("count")) if found.has("count") else "1"
    day = Period.of(today.slot.start, Precision.DAY)
    ahead = found.has("next")
    if number == UNKNOWN:
        return When(day, None) if ahead else When(None, day)
    steps, unit = float(number) * (1 if ahead else -1), unit_of(found)
    if steps != int(steps) or unit not in {*MONTHS_IN, *DAYS_IN}:
        return None
    smaller, length = (Unit.DAY, DAYS_IN[unit]) if unit in DAYS_IN else (Unit.MONTH, MONTHS_IN[unit])
    other = Slot.of(smaller, today.slot.start).shift(int(steps) * length).when.first
    if other is None:
        return None
    return When(day, approximate(other)) if ahead else When(approximate(other), day)


def _first_months(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The first three months of 2018."""
    number, year = count(found.words_of("count")), int(found.text("year"))
    if number == UNKNOWN:
        return None
    first, last = (Slot(Unit.MONTH, date(year, month, 1)).when for month in (1, int(number)))
    dating = Dating(When(first.first, last.last), Basis.EXPLICIT)
    return TimeReading(TimexType.DURATION, duration(number, Unit.MONTH), dating)


def _one_long(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """A day-long strike; the last year of his life; the year ended 31 March."""
    return TimeReading(TimexType.DURATION, duration("1", unit_of(found)))


def _before_or_after_something(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The day before the vote on 5 March; None for "the day before", and where no date seems to stand behind."""
    behind = context.doc[context.end + 1 : context.first_token.sent.end]
    has_date = any(token.ent_type_ == "DATE" for token in behind)
    return _one_long(found, context) if has_date and behind[0].pos_ not in PHRASE_END_POS else None


_HALF = "(?P<half>and a half)?"
_WORDS_AFTER = "(?: - long | - old | or so )? (?!- (?:ago|earlier|old))"
_QUALIFYING_WORD = "(?:more|full|straight|consecutive|long|additional|other|whole|business|trading|working|calendar)?"
_PLURAL_UNIT = "(?P<unit>{units})"
_RECENT = "(?: (?P<recent>recent) | (?:the|these)? (?:past|last|previous) | the? (?P<next>coming|next) )"
_PAST = "(?:the|this|its|their)? (?: (?P<last>{last}) | (?P<next>next|coming|(?<=the) following) )"
RULES = (
    Rule(
        RuleName.DURATION,
        f"(?P<roughly>ABOUTCOUNT)? (?P<count>COUNT) -? {_QUALIFYING_WORD} (?P<unit>UNIT) {_HALF} {_WORDS_AFTER}",
        _counted,
    ),
    Rule(RuleName.DURATION, "a (?P<count>NUMBER) - (?P<unit>UNIT) period", _counted),
    Rule(RuleName.DURATION, f"the (?P<count>NUMBER) {_QUALIFYING_WORD} (?P<unit>UNIT)", _counted),
    Rule(RuleName.DURATION, "(?:the|its|their)? (?:first|latest) (?P<count>COUNT) -? (?P<unit>UNIT)", _counted),
    Rule(RuleName.DURATION, "(?:the|its|their)? (?:last|final) (?P<count>COUNT) -? (?P<unit>UNIT) (?=of)", _counted),
    Rule(RuleName.DURATION, "the (?:last|final) (?P<unit>{unit}) (?=of)", _one_long),
    Rule(RuleName.FIRST_MONTHS, "the first (?P<count>NUMBER) (?P<unit>months) of YEAR", _first_months),
    Rule(RuleName.DURATION, "(?<=the) (?P<unit>day) (?=before|after)", _before_or_after_something),
    Rule(RuleName.DURATION, "a (?P<unit>{unit}) or (?:two|so)", _vague),
    Rule(RuleName.DURATION, "the (?P<unit>year) (?=ended|ending)", _one_long),
    Rule(RuleName.DURATION, "(?P<unit>day|week|month|year|hour) - long", _one_long),
    Rule(RuleName.DURATION, f"(?<=for) {_PLURAL_UNIT}", _vague),
    Rule(RuleName.DURATION, f"(?<=over) the {_PLURAL_UNIT}", _vague),
    Rule(RuleName.VAGUE_DURATION, f"(?<=the) {_PLURAL_UNIT} (?=before|after)", _vague),
    Rule(RuleName.VAGUE_DURATION, "(?P<unit>hours|minutes) later", _vague_later),
    Rule(RuleName.VAGUE_DURATION, f"{_PLURAL_UNIT} (?:later|earlier)", _vague),
    Rule(RuleName.VAGUE_DURATION, f"{_PLURAL_UNIT} ago", _vague_ago),
    Rule(RuleName.VAGUE_DURATION, f"(?<=within) {_PLURAL_UNIT}", _vague),
    Rule(
        RuleName.VAGUE_DURATION,
        f"(?<=the) (?:following|succeeding|ensuing|subsequent|preceding) {_PLURAL_UNIT}",
        _vague,
    ),
    Rule(RuleName.VAGUE_DURATION, "(?P<unit>weeks|months|years|decades|centuries) (?=of)", _vague),
    Rule(RuleName.VAGUE_DURATION, f"{_RECENT} {_PLURAL_UNIT}", _recent),
    Rule(
        RuleName.PAST_OR_NEXT_UNITS,
        f"{_PAST} (?P<count>COUNT) -? {_QUALIFYING_WORD} (?P<unit>UNIT) (?:or so)? (?!of)",
        _past_or_next,
    ),
    Rule(
        RuleName.PAST_UNIT, "(?:the (?:past|last)|this past) (?!century|weekend) (?P<unit>{unit}) (?!of)", _past_or_next
    ),
)
