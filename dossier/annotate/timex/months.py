"""Months: with their year, bare, and counted from the publication."""

from datetime import date

from dossier.annotate.parsed import Token
from dossier.annotate.timex.anchor_context import Context
from dossier.annotate.timex.counts import digits
from dossier.annotate.timex.grammar import Found
from dossier.annotate.timex.lexicon import MONTHS
from dossier.annotate.timex.occurrences import by_tense, shifted
from dossier.annotate.timex.repeating import DayOfYear, PartOfYear
from dossier.annotate.timex.rule import Rule, about
from dossier.annotate.timex.time_reading import Reading, explicit, relative, unresolved
from dossier.annotate.timex.units import Slot, Unit
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.timex", "timex_words.toml")

_SHORT = frozenset(word for word in MONTHS if len(word) == 3 and word != "may")
_LATE = _WORDS["late"]
_MIDDLE = 15


def _month_year(found: Found, context: Context) -> Reading | None:
    return explicit(Slot(Unit.MONTH, date(int(found.word("year")), MONTHS[found.word("month")], 1)), "", about(found))


def _month(found: Found, context: Context) -> Reading | None:
    """A bare month: the last one that has begun, or the next where the verb says so."""
    word = found.word("month")
    if not found.has("edge") and (word in _SHORT or _is_thing(context.head)):
        return None
    reading = by_tense(PartOfYear(Unit.MONTH, MONTHS[word]), context, found)
    return _a_year_before(reading, context, found) if _is_ahead(found, context, reading.slot) else reading


def _is_ahead(found: Found, context: Context, slot: Slot | None) -> bool:
    """Whether the end of the month that is on has yet to come, and the verb looks back."""
    today = context.published
    late = not _LATE.isdisjoint(found.all("edge"))
    on = slot is not None and today is not None and slot.holds(today) and today.day < _MIDDLE
    return late and on and context.direction == "past" and not context.narrative


def _a_year_before(reading: Reading, context: Context, found: Found) -> Reading:
    """In late March, told in the middle of March."""
    if reading.slot is None or context.today is None:
        return reading
    return relative(reading.slot.shift(-12), context.today, "", about(found))


def _is_thing(token: Token) -> bool:
    """Whether a month's name has an article of its own: the Long March."""
    return any(child.dep_ == "det" for child in token.lefts)


def _shifted_month(found: Found, context: Context) -> Reading | None:
    """Last March; next March; this March."""
    return shifted(PartOfYear(Unit.MONTH, MONTHS[found.word("month")]), context, found)


def _of_that_year(found: Found, context: Context) -> Reading | None:
    """January of that year: the year last told of."""
    month = MONTHS[found.word("month")]
    told = context.told
    part: DayOfYear | PartOfYear = PartOfYear(Unit.MONTH, month)
    if found.has("day"):
        part = DayOfYear(month, digits(found.word("day")))
    return relative(part.of(told.slot.start.year), told, "", about(found)) if told else unresolved(part.value)


_SAME = "of (?:that|the same) year"
RULES = (
    Rule("month year", "ABOUT MONTH ,? of? YEAR", _month_year),
    Rule("month", "(?<!{day}) (?<!{ordinal_day}) ABOUT MONTH", _month),
    Rule("shifted month", "SHIFT MONTH (?!{day}|{ordinal_day})", _shifted_month),
    Rule("month of that year", "that MONTH (?!{day}|{ordinal_day})", _of_that_year),
    Rule("month of that year", f"ABOUT MONTH ,? {_SAME}", _of_that_year),
    Rule("month of that year", f"the? DAY of? MONTH ,? {_SAME}", _of_that_year),
    Rule("month of that year", f"MONTH the? DAY ,? {_SAME}", _of_that_year),
)
