"""How long: counted and vague spans, and those that end or begin at an anchor."""

from datetime import date

from dossier.annotate.syntax.labels import AMOUNT_POS
from dossier.annotate.timex.anchor_context import Context
from dossier.annotate.timex.counts import UNKNOWN, count
from dossier.annotate.timex.grammar import Found
from dossier.annotate.timex.rule import Rule
from dossier.annotate.timex.shifts import unit_of
from dossier.annotate.timex.time_reading import Anchor, Reading
from dossier.annotate.timex.units import DAYS_IN, MONTHS_IN, Slot, Unit, approximate, duration
from dossier.model import Basis, Dating, Period, Precision, TimexType, When


def _counted(found: Found, context: Context) -> Reading | None:
    """Two years; several months; a 14-day wait."""
    words = found.all("count")
    if _is_age(found, context) or (words == ["a"] and unit_of(found) in (Unit.SECOND, Unit.QUARTER)):
        return None  # a second thing, a quarter of it
    if unit_of(found) is Unit.QUARTER and (count(words) == UNKNOWN or found.words[found.match.end() :][:1] == ("of",)):
        return None  # some quarters, three quarters of it
    if words == ["a"] and context.head.dep_ == "compound":
        return None  # a minute crack
    if words == ["a"] and _is_rate(context):
        return Reading(TimexType.SET, _value(found))
    return Reading(TimexType.DURATION, _value(found))


def _is_age(found: Found, context: Context) -> bool:
    """Whether it says how old somebody is: "a 52-year-old man"."""
    end = found.match.end()
    near = [word for word in found.words[end - 1 : end + 2] if word != "-"]
    return unit_of(found) is Unit.YEAR and not {"old", "olds"}.isdisjoint(near)


def _is_rate(context: Context) -> bool:
    """Whether it comes after what is counted: two million dollars a year."""
    return context.position > 0 and context.token.nbor(-1).pos_ in AMOUNT_POS


def _value(found: Found) -> str:
    number = count(found.all("count")) if found.has("count") else UNKNOWN
    if found.has("half") and number != UNKNOWN:
        number = f"{float(number) + 0.5:g}"
    return duration(number, unit_of(found))


def _vague(found: Found, context: Context) -> Reading | None:
    """For weeks; over the years."""
    return Reading(TimexType.DURATION, duration(UNKNOWN, unit_of(found)))


def _recent(found: Found, context: Context) -> Reading | None:
    """Recent weeks: nobody can say since when; the past months: up to the publication."""
    value = duration(UNKNOWN, unit_of(found))
    today = context.today
    if today is None or found.has("recent"):
        return Reading(TimexType.DURATION, value)
    bound = Period.of(today.slot.start, Precision.DAY)
    when = When(bound, None) if found.has("next") else When(None, bound)
    return Reading(TimexType.DURATION, value, Dating(when, Basis.RELATIVE, today.name))


def _up_to(found: Found, context: Context) -> Reading | None:
    """The past two years; the next five days: from about then to the publication, or from it."""
    value = _value(found) if found.has("count") else duration("1", unit_of(found))
    today = context.today
    span = _span(found, today) if today else None
    if today is None or span is None:
        return Reading(TimexType.DURATION, value)
    return Reading(TimexType.DURATION, value, Dating(span, Basis.RELATIVE, today.name))


def _span(found: Found, today: Anchor) -> When | None:
    number = count(found.all("count")) if found.has("count") else "1"
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


def _first_months(found: Found, context: Context) -> Reading | None:
    """The first three months of 2018."""
    number, year = count(found.all("count")), int(found.word("year"))
    if number == UNKNOWN:
        return None
    first, last = (Slot(Unit.MONTH, date(year, month, 1)).when for month in (1, int(number)))
    dating = Dating(When(first.first, last.last), Basis.EXPLICIT)
    return Reading(TimexType.DURATION, duration(number, Unit.MONTH), dating)


def _one_long(found: Found, context: Context) -> Reading | None:
    """A day-long strike."""
    return Reading(TimexType.DURATION, duration("1", unit_of(found)))


_HALF = "(?P<half>and a half)?"
_TAIL = "(?: - long | - old | or so )? (?!- (?:ago|earlier|old))"
_KIND = """(?:more|full|straight|consecutive|long|additional|other|whole|business|trading|working|calendar)?"""
_UNITS = "(?P<unit>{units})"
_RECENT = "(?: (?P<recent>recent) | (?:the|these|in)? (?:past|last|previous) | the? (?P<next>coming|next) )"
_PAST = "(?:the|this|its|their)? (?: (?P<last>{last}) | (?P<next>next|coming|(?<=the) following) )"
RULES = (
    Rule("duration", f"(?P<roughly>ABOUTCOUNT)? (?P<count>COUNT) -? {_KIND} (?P<unit>UNIT) {_HALF} {_TAIL}", _counted),
    Rule("duration", "a (?P<count>NUMBER) - (?P<unit>UNIT) period", _counted),
    Rule("duration", f"the (?P<count>NUMBER) {_KIND} (?P<unit>UNIT)", _counted),
    Rule("duration", "(?:the|its|their)? (?:first|latest) (?P<count>COUNT) -? (?P<unit>UNIT)", _counted),
    Rule("duration", "(?:the|its|their)? (?:last|final) (?P<count>COUNT) -? (?P<unit>UNIT) (?=of)", _counted),
    Rule("duration", "the (?:last|final) (?P<unit>{unit}) (?=of)", _one_long),
    Rule("first months", "the first (?P<count>NUMBER) (?P<unit>months) of YEAR", _first_months),
    Rule("duration", "a (?P<unit>{unit}) or (?:two|so)", _vague),
    Rule("duration", "the (?P<unit>year) (?=ended|ending)", _one_long),
    Rule("duration", "(?P<unit>day|week|month|year|hour) - long", _one_long),
    Rule("duration", f"(?<=for) {_UNITS}", _vague),
    Rule("vague duration", f"(?<=the) {_UNITS} (?=before|after)", _vague),
    Rule("vague duration", f"{_UNITS} (?:later|earlier|ago)", _vague),
    Rule("vague duration", f"(?<=within) {_UNITS}", _vague),
    Rule("vague duration", f"(?<=the) (?:following|succeeding|ensuing|subsequent|preceding) {_UNITS}", _vague),
    Rule("vague duration", "(?P<unit>weeks|months|years|decades|centuries) (?=of)", _vague),
    Rule("vague duration", f"{_RECENT} {_UNITS}", _recent),
    Rule("past or next units", f"{_PAST} (?P<count>COUNT) -? {_KIND} (?P<unit>UNIT) (?:or so)? (?!of)", _up_to),
    Rule("past unit", "the (?:past|last) (?!century) (?P<unit>{unit}) (?!of)", _up_to),
)
