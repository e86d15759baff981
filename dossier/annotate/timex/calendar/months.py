"""Months: with their year, bare, and counted from the publication."""

from datetime import date, timedelta

from dossier.annotate.parsed import Token
from dossier.annotate.timex.context.anchor_context import AnchorContext
from dossier.annotate.timex.rules.occurrences import by_tense, shifted
from dossier.annotate.timex.rules.rule import Rule, approximation
from dossier.annotate.timex.values.repeating import DayOfYear, PartOfYear
from dossier.annotate.timex.values.time_reading import TimeReading, explicit, relative, unresolved
from dossier.annotate.timex.values.units import Slot, Unit
from dossier.annotate.timex.words.counts import digits
from dossier.annotate.timex.words.grammar import RuleMatch
from dossier.annotate.timex.words.lexicon import MONTHS
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.timex", "timex_words.toml")

_SHORT_MONTHS = frozenset(word for word in MONTHS if len(word) == 3 and word != "may")
"""Short names without a dot, which may be other names: "Jan", "Mar"."""
_LATE_IN_MONTH = _WORDS["late_in_month"]
_FAR_AHEAD = timedelta(days=120)
"""From here on, "the October killing" is not this year's. Set by hand; no measurement is recorded."""
_MIDDLE_OF_MONTH = 15
"""Before this day of March, "was arrested in late March" cannot mean this year's."""


def _month_year(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """March 2019; early March 2019."""
    return explicit(
        Slot(Unit.MONTH, date(int(found.text("year")), MONTHS[found.text("month")], 1)), "", approximation(found)
    )


def _month(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """A bare month: the last that has begun, or the next if the verb looks ahead; the nearest if it does not say.

    None for a short name without a dot ("Mar"), or after a determiner ("the Long March"), unless "late" or the like
    stands before it.
    """
    word = found.text("month")
    if not (found.has("edge") or context.in_label) and (word in _SHORT_MONTHS or _has_determiner(context.head)):
        return None
    reading = by_tense(PartOfYear(Unit.MONTH, MONTHS[word]), context, found)
    if _is_known_event(context, reading.slot):
        return _a_year_before(reading, context, found)
    return _a_year_before(reading, context, found) if _lies_ahead(found, context, reading.slot) else reading


def _is_known_event(context: AnchorContext, slot: Slot | None) -> bool:
    """Whether a month far ahead belongs to an event that the reader is to know: "the October killing"."""
    if slot is None or context.published is None or context.narrative or context.direction is not None:
        return False
    noun = context.head.head
    is_definite = context.head.dep_ == "compound" and any(child.lower_ == "the" for child in noun.lefts)
    return is_definite and slot.start - context.published > _FAR_AHEAD


def _lies_ahead(found: RuleMatch, context: AnchorContext, slot: Slot | None) -> bool:
    """Whether ``slot`` is the present month and its end is still to come, though "late March" is under a past verb."""
    today = context.published
    late = not _LATE_IN_MONTH.isdisjoint(found.words_of("edge"))
    on = slot is not None and today is not None and slot.holds(today) and today.day < _MIDDLE_OF_MONTH
    return late and on and context.direction == "past" and not context.narrative


def _a_year_before(reading: TimeReading, context: AnchorContext, found: RuleMatch) -> TimeReading:
    """The month a year earlier: "was arrested in late March", published in early March. As sure as it was."""
    first = reading.dating.when.first if reading.dating.when else None
    if reading.slot is None or context.publication_day is None or first is None:
        return reading
    return relative(reading.slot.shift(-12), context.publication_day, "", first.qualifier)


def _has_determiner(token: Token) -> bool:
    """Whether the word has a determiner, so that it is no month: "the Long March"."""
    return any(child.dep_ == "det" for child in token.lefts)


def _shifted_month(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """Last March; next March; this March."""
    return shifted(PartOfYear(Unit.MONTH, MONTHS[found.text("month")]), context, found)


def _of_that_year(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """January of that year: of the last year mentioned."""
    month = MONTHS[found.text("month")]
    last_time = context.last_time
    part: DayOfYear | PartOfYear = PartOfYear(Unit.MONTH, month)
    if found.has("day"):
        part = DayOfYear(month, digits(found.text("day")))
    if last_time is None:
        return unresolved(part.value)
    return relative(part.of(last_time.slot.start.year), last_time, "", approximation(found))


def _of_near_year(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """March 20 last year; early March this year: by the publication, in a narrative by the last time."""
    anchor, month = context.default_anchor, MONTHS[found.text("month")]
    part: DayOfYear | PartOfYear = PartOfYear(Unit.MONTH, month)
    if found.has("day"):
        part = DayOfYear(month, digits(found.text("day")))
    if anchor is None:
        return unresolved(part.value)
    return relative(part.of(anchor.slot.start.year + found.step), anchor, "", approximation(found))


_THAT_YEAR = "of (?:that|the same) year"
_NEAR_YEAR = "(?: (?P<last>last) | (?P<next>next) | this ) year (?!'s)"
RULES = (
    Rule(RuleName.MONTH_YEAR, "ABOUT MONTH ,? of? YEAR", _month_year),
    Rule(RuleName.MONTH, "(?<!{day}) (?<!{ordinal_day}) ABOUT MONTH", _month),
    Rule(RuleName.SHIFTED_MONTH, "ABOUT SHIFT MONTH (?!{day}|{ordinal_day})", _shifted_month),
    Rule(RuleName.SHIFTED_MONTH, f"ABOUT MONTH ,? of? {_NEAR_YEAR}", _of_near_year),
    Rule(RuleName.SHIFTED_MONTH, f"the? DAY of? MONTH ,? of? {_NEAR_YEAR}", _of_near_year),
    Rule(RuleName.SHIFTED_MONTH, f"MONTH the? DAY ,? of? {_NEAR_YEAR}", _of_near_year),
    Rule(RuleName.MONTH_OF_THAT_YEAR, "that MONTH (?!{day}|{ordinal_day})", _of_that_year),
    Rule(RuleName.MONTH_OF_THAT_YEAR, f"ABOUT MONTH ,? {_THAT_YEAR}", _of_that_year),
    Rule(RuleName.MONTH_OF_THAT_YEAR, f"the? DAY of? MONTH ,? {_THAT_YEAR}", _of_that_year),
    Rule(RuleName.MONTH_OF_THAT_YEAR, f"MONTH the? DAY ,? {_THAT_YEAR}", _of_that_year),
)
