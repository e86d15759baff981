"""Times that come again and again: every Monday, twice a year, daily."""

from dossier.annotate.syntax.labels import NOUN_POS
from dossier.annotate.timex.context.anchor_context import AnchorContext
from dossier.annotate.timex.relative.shifts import unit_of
from dossier.annotate.timex.rules.rule import Rule
from dossier.annotate.timex.values.repeating import DayOfWeek, PartOfYear
from dossier.annotate.timex.values.time_reading import TimeReading
from dossier.annotate.timex.values.units import Unit, duration
from dossier.annotate.timex.words.counts import count
from dossier.annotate.timex.words.grammar import RuleMatch
from dossier.annotate.timex.words.lexicon import (
    DAY_PARTS,
    FREQUENCY_ADVERBS,
    MONTHS,
    PLURAL_WEEKDAYS,
    SEASONS,
    UNITS,
    WEEKDAYS,
)
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import TimexType


def _every(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """Every week; every two years; every other day."""
    number = count(found.words_of("count")) if found.has("count") else "2" if found.has("other") else "1"
    return _set_reading(duration(number, unit_of(found)))


def _set_reading(value: str) -> TimeReading:
    """A time that comes again and again, with this TIMEX3 value."""
    return TimeReading(TimexType.SET, value)


def _every_named(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """Every Monday; each July; every summer; Mondays."""
    word = found.text("name")
    if word in DAY_PARTS:
        return _set_reading(f"XXXX-XX-XXT{DAY_PARTS[word]}")
    if word in MONTHS:
        return _set_reading(PartOfYear(Unit.MONTH, MONTHS[word]).value)
    if word in SEASONS:
        return _set_reading(PartOfYear(Unit.SEASON, SEASONS[word]).value)
    return _set_reading(DayOfWeek(WEEKDAYS.get(word, PLURAL_WEEKDAYS.get(word, 0))).value)


def _yearly(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """Every Christmas."""
    return _set_reading(duration("1", Unit.YEAR))


def _adverb(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """Daily; not the newspaper, "a daily" or "the daily Granma"."""
    token = context.first_token
    if token.pos_ in NOUN_POS or (token.head.pos_ == "PROPN" and token.head.i > token.i):
        return None
    return _set_reading(duration("1", FREQUENCY_ADVERBS[found.text("adverb")]))


def _times_a_unit(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """Twice a year: the unit alone, without how often. Raises ValueError for "24 hours a day", which means always."""
    if found.has("always"):
        raise ValueError("always")
    return _set_reading(duration("1", UNITS[found.text("unit")]))


RULES = (
    Rule(RuleName.EVERY_UNIT, "(?:every|each) (?:(?P<other>other)|(?P<count>NUMBER))? (?P<unit>UNIT)", _every),
    Rule(RuleName.EVERY, "(?:every|each) (?P<name>{weekday}|{month}|{season}|{part})", _every_named),
    Rule(RuleName.EVERY, "(?:every|each) (?:christmas|easter|thanksgiving|halloween)", _yearly),
    Rule(RuleName.EVERY, "(?P<name>{weekdays})", _every_named),
    Rule(RuleName.ADVERB, "(?<!average) (?P<adverb>{adverb})", _adverb),
    Rule(
        RuleName.TIMES_A_UNIT,
        "(?:once|twice|thrice|NUMBER (?:times|(?P<always>hours|days))|several times)"
        " (?:a|an|per|each|every) (?P<unit>{unit})",
        _times_a_unit,
    ),
)
