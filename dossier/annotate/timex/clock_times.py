"""Times of day, on the day that the words about them name."""

import re

from dossier.annotate.timex.anchor_context import Context
from dossier.annotate.timex.grammar import Found
from dossier.annotate.timex.lexicon import CARDINALS, DEICTIC, HOURS, WEEKDAYS
from dossier.annotate.timex.month_days import dated
from dossier.annotate.timex.occurrences import by_tense
from dossier.annotate.timex.repeating import DayOfWeek
from dossier.annotate.timex.rule import Rule
from dossier.annotate.timex.time_reading import Anchor, Reading, at_hour, relative, unresolved
from dossier.model import Qualifier
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.timex", "timex_words.toml")

_NOON = 12
_MIDNIGHT = (24, 0)


def _clock(found: Found, context: Context) -> Reading | None:
    """10:35 a.m. Friday; noon; 5 p.m. EST, Nov. 6: of the day told of where the words name none."""
    hour = _hour(found)
    if hour is None:
        return None
    if found.has("deictic"):
        return _on(
            context.today and Anchor(context.today.slot.shift(DEICTIC[found.word("deictic")]), context.today.name), hour
        )
    if found.has("weekday"):
        return by_tense(DayOfWeek(WEEKDAYS[found.word("weekday")]), context, found, hour)
    if found.has("month"):
        return _at(dated(found, context), hour)
    if not (found.has("half_day") or found.has("zone") or found.has("named") or _is_told(context)):
        return None  # a result, a price, a verse
    told = context.near(context.told_day)
    return _on(told or context.today, hour, Qualifier.NONE if told else Qualifier.UNCERTAIN)


def _at(reading: Reading | None, hour: str) -> Reading | None:
    """The hour on the day that the reading names."""
    if reading is None or reading.slot is None:
        return reading and unresolved(reading.value + hour)
    return at_hour(reading, hour)


_BEFORE_CLOCK = _WORDS["before_clock"]


def _is_told(context: Context) -> bool:
    return context.position > 0 and context.token.nbor(-1).lower_ in _BEFORE_CLOCK


def _military(found: Found, context: Context) -> Reading | None:
    """At 2330 GMT."""
    return _clock(found, context) if re.fullmatch("([01][0-9]|2[0-3])[0-5][0-9]", found.word("hour")) else None


def _on(anchor: Anchor | None, hour: str, mark: Qualifier = Qualifier.NONE) -> Reading:
    return relative(anchor.slot, anchor, hour, mark) if anchor else unresolved(f"XXXX-XX-XX{hour}")


def _hour(found: Found) -> str | None:
    """The time of day as TIMEX3 writes it; None where the digits are no hour."""
    word = found.word("hour")
    if word in HOURS:
        return HOURS[word]
    if word in CARDINALS:
        hours, minutes = CARDINALS[word], 0
    else:
        digits = [int(part) for part in re.findall(r"\d\d?", word)]
        hours, minutes = digits[0], digits[1] if len(digits) > 1 else 0
    half = found.word("half_day") or re.sub(r"[\d:.]", "", word)
    if half.startswith("p") and hours < _NOON:
        hours += _NOON
    elif half.startswith("a") and hours == _NOON:
        hours = 0
    return f"T{hours:02}:{minutes:02}" if (hours, minutes) <= _MIDNIGHT else None


_DATE = "(?:WEEKDAY ,?)? MONTH DAY (?:,? YEAR)?"
_DAY = f"(?: ,? (?:on|this)? (?: (?P<weekday>{{weekday}}) | (?P<deictic>{{deictic}}) | {_DATE} ) )?"
_ZONE = "(?: {zone} time? | local time )?"
_OF_DAY = "(?: in the (?:morning|afternoon|evening) | at night )?"
_HOUR = "(?P<hour>{clock}|{clock_hour}|{cardinal})"
RULES = (
    Rule("clock", f"ABOUT {_HOUR} -? (?P<half_day>{{meridiem}}) {_ZONE} {_DAY}", _clock),
    Rule("clock", f"ABOUT (?P<hour>(?P<named>{{clock_12}}|{{hour_name}})) {_ZONE} {_DAY}", _clock),
    Rule("clock", f"ABOUT (?P<hour>{{clock}}) (?P<zone>{{zone}} time? | hours | local time ) {_DAY}", _clock),
    Rule("clock", f"ABOUT (?P<hour>{{clock}}) {_DAY}", _clock),
    Rule("clock", f"ABOUT {_HOUR} (?P<half_day>{{meridiem}})? {_ZONE} on the? DAY of? MONTH (?: ,? YEAR )?", _clock),
    Rule("clock", f"(?<=at) (?P<hour>{{number}}) (?P<zone>{{zone}} time? | hours | local time ) {_DAY}", _military),
    Rule("clock", f"ABOUT (?P<hour>{{clock_hour}}|{{cardinal}}) (?P<named>o'clock) {_OF_DAY} {_DAY}", _clock),
)
