"""Days of the calendar, written with the name of the month."""

import re
from dataclasses import replace
from datetime import date
from itertools import islice

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import (
    NAME_OR_PRONOUN_POS,
    NOUN_OR_ADJECTIVE_POS,
    PLURAL_NOUN_TAGS,
    SUBJECTS,
    VERB_POS,
)
from dossier.annotate.timex.context.anchor_context import AnchorContext
from dossier.annotate.timex.rules.occurrences import without_year
from dossier.annotate.timex.rules.rule import Rule, approximation
from dossier.annotate.timex.values.full_dates import full_date
from dossier.annotate.timex.values.repeating import DayOfYear, coming, latest
from dossier.annotate.timex.values.time_reading import PUBLISHED, TimeReading, explicit, relative, unresolved
from dossier.annotate.timex.values.units import Slot, Unit, add_months, duration
from dossier.annotate.timex.words.calendar_names import names_group
from dossier.annotate.timex.words.counts import digits
from dossier.annotate.timex.words.grammar import RuleMatch
from dossier.annotate.timex.words.lexicon import MONTHS, WEEKDAYS
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import Dating, Qualifier, TimexType, When
from dossier.text.calendar_words import SHORT_WEEKDAYS
from dossier.text.word_lists import word_lists

_BIRTHDAYS = word_lists("dossier.annotate.timex", "timex_words.toml")["birthdays"]
_MAX_ANCESTORS = 10
"""How many words above a day are looked at for its verb. Set by hand: it bounds the cost."""


def dated(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The reading of a month and a day, with the year or without."""
    return _full_date(found, context) if found.has("year") else _month_day(found, context)


def _full_date(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """14 March 2019; uncertain if the weekday beside it is another. Raises ValueError for a day that does not exist."""
    day = full_date(f"{_day_number(found)} {found.text('month')} {found.text('year')}")
    if day is None:
        raise ValueError(f"no such date: {found.match[0]}")
    return explicit(Slot(Unit.DAY, day), "", approximation(found) if _weekday_fits(found, day) else Qualifier.UNCERTAIN)


def _weekday_fits(found: RuleMatch, day: date) -> bool:
    """Whether the day falls on the weekday that is written with it, if one is."""
    return not found.has("weekday") or day.weekday() == _weekday_number(found)


def _weekday_number(found: RuleMatch) -> int:
    return {**WEEKDAYS, **SHORT_WEEKDAYS}[found.words_of("weekday")[0]]


def _two_digit_year_date(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """Apr. 13, '16: a year of this century, unless it lies more than a year after the publication."""
    year = int(found.text("short"))
    year += 1900 if context.published and year + 2000 > context.published.year + 1 else 2000
    return explicit(Slot(Unit.DAY, date(year, MONTHS[found.text("month")], _day_number(found))))


def _day_of_month(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """On the 27th: of the last month mentioned, else of the month of the publication or the one before it; uncertain.

    Unresolved where the last time is no month or day, or that month has no such day.
    """
    number = _day_number(found)
    after = context.doc[context.end] if context.end < len(context.doc) else None
    if after is not None and after.pos_ in NOUN_OR_ADJECTIVE_POS:
        return None  # on the 27th floor
    anchor = context.if_recent(context.last_time) or context.publication_day
    if anchor is None or anchor.slot.unit not in (Unit.DAY, Unit.MONTH):
        return unresolved(f"XXXX-XX-{number:02}")
    month = anchor.slot.start.replace(day=1)
    if anchor.name == PUBLISHED and number > anchor.slot.start.day and context.direction != "future":
        month = add_months(month, -1)
    if number > add_months(month, 1).toordinal() - month.toordinal():
        return unresolved(f"XXXX-XX-{number:02}")
    return relative(Slot(Unit.DAY, month.replace(day=number)), anchor, "", Qualifier.UNCERTAIN)


def _day_number(found: RuleMatch) -> int:
    return digits(found.text("day"))


def _hyphened_date(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """14-Mar-2019."""
    day = full_date(found.text("date").replace("-", " "))
    return explicit(Slot(Unit.DAY, day)) if day else None


def _month_day(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """14 March: the nearest one. After "ended" it is the last up to the publication, after "ending" the next.

    Raises ValueError in a name: "the March 14 Alliance".
    """
    day = DayOfYear(MONTHS[found.text("month")], _day_number(found))
    if found.match.start("day") > found.match.start("month") and _is_count(context.doc[found.token("day")]):
        return None  # in February 29 people died
    if names_group(context.tokens):
        raise ValueError("the date of a name")
    if _is_birthday(context.head):
        return unresolved(day.value)
    before = context.first_token.nbor(-1).lower_ if context.start else ""
    if (
        before in ("ended", "ending")
        and not _follows_week(context.start, context)
        and context.publication_day
        and not context.narrative
    ):
        slot = (latest if before == "ended" else coming)(day, context.publication_day.slot.start)
        return relative(slot, context.publication_day)
    reading = without_year(day, context, found)
    if reading.slot is None or _weekday_fits(found, reading.slot.start):
        return reading
    return _nearest_with_weekday(day, reading.slot, found, context)


def _is_birthday(token: Token) -> bool:
    """Whether the day is somebody's birthday: "he was born on 3 May", not "twins were born on 3 May"."""
    verb = next((word for word in islice(token.ancestors, _MAX_ANCESTORS) if word.pos_ in VERB_POS), None)
    if verb is None:
        return False
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    if verb.lemma_ == "be":
        return any(token.doc[i].lower_ in _BIRTHDAYS for subject in subjects for i in range(subject.i, verb.i))
    return verb.lower_ == "born" and all(subject.pos_ in NAME_OR_PRONOUN_POS for subject in subjects)


def _follows_week(place: int, context: AnchorContext) -> bool:
    """Whether "week" stands before the word before the token: "the week ending 7 March" is one of the near ones."""
    return place > 1 and context.doc[place - 2].lower_ == "week"


def _is_count(token: Token) -> bool:
    """Whether the number counts the plural noun after it."""
    return token.dep_ == "nummod" and token.head.tag_ in PLURAL_NOUN_TAGS and token.head.i > token.i


def _nearest_with_weekday(
    day: DayOfYear, nearest_one: Slot, found: RuleMatch, context: AnchorContext
) -> TimeReading | None:
    """The nearest such day on the weekday that is written with it, else the nearest of all.

    It is uncertain either way: date and weekday do not fit in the nearest year.
    """
    anchor = context.default_anchor
    if anchor is None:
        return None
    fitting = [slot for slot in day.around(anchor.slot.start) if _weekday_fits(found, slot.start)]
    slot = min(fitting, key=lambda slot: abs(slot.start - nearest_one.start), default=nearest_one)
    return relative(slot, anchor, "", Qualifier.UNCERTAIN)


def _start_of_span(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """May of "May to July 2019": of the year of the end, or of the year before it."""
    month = MONTHS[found.text("month")]
    year = int(found.text("year")) - (month > MONTHS[found.text("last")])
    if found.has("day"):
        return explicit(Slot(Unit.DAY, date(year, month, _day_number(found))))
    return explicit(Slot(Unit.MONTH, date(year, month, 1)))


def _day_span(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """March 3–5, 2020, where the days are one token. None where the second day is not the later."""
    first, last = (int(part) for part in re.split("[-–]", found.text("days")))
    ends = [_dating_of_end(DayOfYear(MONTHS[found.text("month")], day), found, context) for day in (first, last)]
    value = duration(str(last - first + 1), Unit.DAY)
    if last <= first:
        return None
    if ends[0].when is None or ends[1].when is None:
        return TimeReading(TimexType.DURATION, value)
    when = When(ends[0].when.first, ends[1].when.last)
    return TimeReading(TimexType.DURATION, value, replace(ends[0], when=when))


def _dating_of_end(day: DayOfYear, found: RuleMatch, context: AnchorContext) -> Dating:
    """The dating of the first or last day of a span, by the year beside it or, without one, the nearest year."""
    reading = explicit(day.of(int(found.text("year")))) if found.has("year") else without_year(day, context, found)
    return reading.dating


_MONTHS_BETWEEN = "(?: SPAN {month} ){0,3} (?:SPAN|, and|{slash})"
RULES = (
    Rule(RuleName.FULL_DATE, "(?:(?P<weekday>WEEKDAY) ,?)? MONTH the? DAY ,? of? YEAR", _full_date),
    Rule(RuleName.FULL_DATE, "(?:(?P<weekday>WEEKDAY) ,?)? the? DAY -? of? MONTH (?:,|-)? of? YEAR", _full_date),
    Rule(RuleName.FULL_DATE, "(?P<date>{day} - {month_year})", _hyphened_date),
    Rule(RuleName.DAY_OF_A_SPAN, "MONTH DAY (?= (?:-|to|and|or) ANYDAY ,? YEAR)", _full_date),
    Rule(
        RuleName.DAY_OF_A_SPAN,
        "(?<=(?P<month>{month}) (?:{day}|{ordinal_day}) (?:-|to|and|or)) DAY ,? YEAR",
        _full_date,
    ),
    Rule(RuleName.DAY_OF_A_SPAN, "the? DAY (?= (?: SPAN the? ANYDAY ){1,4} of? MONTH ,? YEAR)", _full_date),
    Rule(RuleName.DAY_OF_A_SPAN, "the? DAY (?= (?: SPAN the? ANYDAY ){1,4} of? MONTH)", _month_day),
    Rule(RuleName.DAY_OF_A_SPAN, "(?<=(?P<month>{month}) (?:{day}|{ordinal_day}) (?:and|to|-)) DAY", _month_day),
    Rule(RuleName.START_OF_A_SPAN, f"MONTH (?= {_MONTHS_BETWEEN} (?P<last>{{month}}) ,? YEAR)", _start_of_span),
    Rule(RuleName.START_OF_A_SPAN, "MONTH DAY (?= SPAN (?P<last>{month}) ANYDAY ,? YEAR)", _start_of_span),
    Rule(RuleName.START_OF_A_SPAN, "DAY of? MONTH (?= SPAN ANYDAY of? (?P<last>{month}) ,? YEAR)", _start_of_span),
    Rule(RuleName.MONTH_DAY, "ABOUT (?:(?P<weekday>WEEKDAY) ,?)? MONTH the? DAY", _month_day),
    Rule(RuleName.MONTH_DAY, "ABOUT (?:(?P<weekday>WEEKDAY) ,?)? the? DAY of? MONTH", _month_day),
    Rule(RuleName.FULL_DATE, "MONTH DAY , {quote} (?P<short>{two})", _two_digit_year_date),
    Rule(RuleName.FULL_DATE, "DAY of? MONTH ,? {quote} (?P<short>{two})", _two_digit_year_date),
    Rule(RuleName.DAY_OF_THE_MONTH, "(?<=on) the (?P<day>{ordinal_day})", _day_of_month),
    Rule(RuleName.DAYS, "MONTH (?P<days>{day_span}) (?: ,? YEAR )?", _day_span),
    Rule(RuleName.DAYS, "(?P<days>{day_span}) MONTH (?: ,? YEAR )?", _day_span),
)
