"""Times of day, on the day that stands beside them or was mentioned last."""

import re

from dossier.annotate.timex.calendar.month_days import dated
from dossier.annotate.timex.context.anchor_context import AnchorContext
from dossier.annotate.timex.rules.occurrences import by_tense
from dossier.annotate.timex.rules.rule import Rule
from dossier.annotate.timex.values.repeating import DayOfWeek
from dossier.annotate.timex.values.time_reading import Anchor, TimeReading, at_hour, relative, unresolved
from dossier.annotate.timex.words.grammar import RuleMatch
from dossier.annotate.timex.words.lexicon import CARDINALS, DEICTIC, HOUR_NAMES, WEEKDAYS
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import Qualifier
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.timex", "timex_words.toml")

_BEFORE_CLOCK_TIME = _WORDS["before_clock_time"]
_NOON = 12  # hours
_MIDNIGHT = (24, 0)


def _clock(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """10:35 a.m. Friday; noon; 5 p.m. EST, Nov. 6. With no day beside it, of the last day or the publication.

    None for bare digits ("10:35") without a word such as "at" before them.
    """
    hour = _timex_hour(found)
    if hour is None:
        return None
    if found.has("deictic"):
        published = context.publication_day
        day = published and Anchor(published.slot.shift(DEICTIC[found.text("deictic")]), published.name)
        return _at_hour_of_anchor(day, hour)
    if found.has("weekday"):
        return by_tense(DayOfWeek(WEEKDAYS[found.text("weekday")]), context, found, hour)
    if found.has("month"):
        return None if _is_mere_number(found, context) else _at_hour_of_reading(dated(found, context), hour)
    is_marked = found.has("half_day") or found.has("zone") or found.has("named")
    if not (is_marked or context.in_label or _follows_clock_preposition(context)):
        return None  # a result, a price, a verse
    last_day = context.if_recent(context.last_day)
    mark = Qualifier.NONE if last_day else Qualifier.UNCERTAIN
    return _at_hour_of_anchor(last_day or context.publication_day, hour, mark)


def _at_hour_of_reading(reading: TimeReading | None, hour: str) -> TimeReading | None:
    """The hour on the day of the reading; unresolved where that has no day."""
    if reading is None or reading.slot is None:
        return reading and unresolved(reading.value + hour)
    return at_hour(reading, hour)


def _is_mere_number(found: RuleMatch, context: AnchorContext) -> bool:
    """Whether what stands before a date is a count, and no hour: "killed ten on 3 May", "to level 5 on 3 May"."""
    is_bare = found.text("hour").isalnum() and found.text("hour")[-1:] != "m"
    return is_bare and not (found.has("half_day") or found.has("named") or _follows_clock_preposition(context))


def _follows_clock_preposition(context: AnchorContext) -> bool:
    """Whether a word such as "at" stands before the digits."""
    return context.start > 0 and context.first_token.nbor(-1).lower_ in _BEFORE_CLOCK_TIME


def _military(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """At 2330 GMT. None where the digits are no time of day."""
    return _clock(found, context) if re.fullmatch("([01][0-9]|2[0-3])[0-5][0-9]", found.text("hour")) else None


def _at_hour_of_anchor(anchor: Anchor | None, hour: str, mark: Qualifier = Qualifier.NONE) -> TimeReading:
    """The hour on the day of the anchor; unresolved where there is none."""
    return relative(anchor.slot, anchor, hour, mark) if anchor else unresolved(f"XXXX-XX-XX{hour}")


def _timex_hour(found: RuleMatch) -> str | None:
    """The time of day as TIMEX3 writes it ("T17:00" for "5 p.m."); None where the digits are no time of day."""
    word = found.text("hour")
    if word in HOUR_NAMES:
        return HOUR_NAMES[word]
    if word in CARDINALS:
        hours, minutes = CARDINALS[word], 0
    else:
        digits = [int(part) for part in re.findall(r"\d\d?", word)]
        hours, minutes = digits[0], digits[1] if len(digits) > 1 else 0
    half = found.text("half_day") or re.sub(r"[\d:.]", "", word)
    if half.startswith("p") and hours < _NOON:
        hours += _NOON
    elif half.startswith("a") and hours == _NOON:
        hours = 0
    return f"T{hours:02}:{minutes:02}" if (hours, minutes) <= _MIDNIGHT else None


_DATE = "(?:WEEKDAY ,?)? MONTH DAY (?:,? YEAR)?"
_DAY_AFTER = f"(?: ,? (?:on|this)? (?: (?P<weekday>{{weekday}}) | (?P<deictic>{{deictic}}) | {_DATE} ) )?"
_ZONE = "(?: {zone} time? | local time )?"
_PART_OF_DAY = "(?: in the (?:morning|afternoon|evening) | at night )?"
_HOUR_WORD = "(?P<hour>{clock}|{clock_hour}|{cardinal})"
RULES = (
    Rule(RuleName.CLOCK, f"ABOUT {_HOUR_WORD} -? (?P<half_day>{{meridiem}}) {_ZONE} {_DAY_AFTER}", _clock),
    Rule(RuleName.CLOCK, f"ABOUT (?P<hour>(?P<named>{{clock_12}}|{{hour_name}})) {_ZONE} {_DAY_AFTER}", _clock),
    Rule(
        RuleName.CLOCK, f"ABOUT (?P<hour>{{clock}}) (?P<zone>{{zone}} time? | hours | local time ) {_DAY_AFTER}", _clock
    ),
    Rule(RuleName.CLOCK, f"ABOUT (?P<hour>{{clock}}) {_DAY_AFTER}", _clock),
    Rule(
        RuleName.CLOCK,
        f"ABOUT {_HOUR_WORD} (?P<half_day>{{meridiem}})? {_ZONE} on the? DAY of? MONTH (?: ,? YEAR )?",
        _clock,
    ),
    Rule(
        RuleName.CLOCK,
        f"(?<=at) (?P<hour>{{number}}) (?P<zone>{{zone}} time? | hours | local time ) {_DAY_AFTER}",
        _military,
    ),
    Rule(
        RuleName.CLOCK,
        f"ABOUT (?P<hour>{{clock_hour}}|{{cardinal}}) (?P<named>o'clock) {_PART_OF_DAY} {_DAY_AFTER}",
        _clock,
    ),
)
