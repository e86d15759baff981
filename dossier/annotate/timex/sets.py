"""What comes again and again: every Monday, twice a year, daily."""

from dossier.annotate.syntax.labels import NOUN_POS
from dossier.annotate.timex.anchor_context import Context
from dossier.annotate.timex.counts import count
from dossier.annotate.timex.grammar import Found
from dossier.annotate.timex.lexicon import ADVERBS, MANY_WEEKDAYS, MONTHS, PARTS, SEASONS, UNITS, WEEKDAYS
from dossier.annotate.timex.repeating import DayOfWeek, PartOfYear
from dossier.annotate.timex.rule import Rule
from dossier.annotate.timex.shifts import unit_of
from dossier.annotate.timex.time_reading import Reading
from dossier.annotate.timex.units import Unit, duration
from dossier.model import TimexType


def _every(found: Found, context: Context) -> Reading | None:
    """Every week; every two years; every other day."""
    number = count(found.all("count")) if found.has("count") else "2" if found.has("other") else "1"
    return _set(duration(number, unit_of(found)))


def _set(value: str) -> Reading:
    return Reading(TimexType.SET, value)


def _named(found: Found, context: Context) -> Reading | None:
    """Every Monday; each July; every summer; Mondays."""
    word = found.word("name")
    if word in PARTS:
        return _set(f"XXXX-XX-XXT{PARTS[word]}")
    if word in MONTHS:
        return _set(PartOfYear(Unit.MONTH, MONTHS[word]).value)
    if word in SEASONS:
        return _set(PartOfYear(Unit.SEASON, SEASONS[word]).value)
    return _set(DayOfWeek(WEEKDAYS.get(word, MANY_WEEKDAYS.get(word, 0))).value)


def _yearly(found: Found, context: Context) -> Reading | None:
    return _set(duration("1", Unit.YEAR))


def _adverb(found: Found, context: Context) -> Reading | None:
    if context.token.pos_ in NOUN_POS:
        return None  # a newspaper
    return _set(duration("1", ADVERBS[found.word("adverb")]))


def _times(found: Found, context: Context) -> Reading | None:
    """Twice a year."""
    return _set(duration("1", UNITS[found.word("unit")]))


RULES = (
    Rule("every unit", "(?:every|each) (?:(?P<other>other)|(?P<count>NUMBER))? (?P<unit>UNIT)", _every),
    Rule("every", "(?:every|each) (?P<name>{weekday}|{month}|{season}|{part})", _named),
    Rule("every", "(?:every|each) (?:christmas|easter|thanksgiving|halloween)", _yearly),
    Rule("every", "(?P<name>{weekdays})", _named),
    Rule("adverb", "(?<!average) (?P<adverb>{adverb})", _adverb),
    Rule(
        "times a unit",
        "(?:once|twice|thrice|NUMBER times|several times) (?:a|an|per|each|every) (?P<unit>{unit})",
        _times,
    ),
)
