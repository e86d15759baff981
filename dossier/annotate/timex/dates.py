"""Dates of the calendar: full dates, months, years, decades, centuries."""

import re
from datetime import date

from spacy.tokens import Token

from dossier.annotate.timex.calendar import full_date
from dossier.annotate.timex.context import Context, Reading, explicit, marked, relative, unresolved
from dossier.annotate.timex.grammar import Found
from dossier.annotate.timex.lexicon import DECADES, MONTHS, ORDINALS, SEASONS
from dossier.annotate.timex.numbers import count
from dossier.annotate.timex.repeating import DayOfYear, PartOfYear, Repeating, coming, latest, nearest
from dossier.annotate.timex.rule import Rule, about
from dossier.annotate.timex.units import Slot, Unit, duration
from dossier.model import Basis, Dating, Period, Precision, Qualifier, TimexType, When

_CENTURY = 100
_PIVOT = 30


def _full_date(found: Found, context: Context) -> Reading | None:
    words = found.word("month"), found.word("day"), found.word("year")
    day = full_date("{} {} {}".format(words[0], re.sub(r"\D", "", words[1]), words[2]))
    return explicit(Slot(Unit.DAY, day), _clock(found), about(found)) if day else None


def _clock(found: Found) -> str:
    return "T" + found.word("clock").split("t")[1].rstrip("z")[:5] if found.has("clock") else ""


def _iso(found: Found, context: Context) -> Reading | None:
    day = "-".join((*found.all("date")[::2][:2], re.split("t", found.all("date")[-1])[0].zfill(2)))
    clock = found.all("date")[-1].partition("t")[2].rstrip("z")[:5]
    return explicit(Slot(Unit.DAY, date.fromisoformat(day)), f"T{clock}" if clock else "")


def _numeric(found: Found, context: Context) -> Reading | None:
    """14/3/2019. Where day and month could change places, both readings stand: from the one to the other."""
    first, second, last = (int(part) for part in re.split(r"[/.-]", found.word("date").replace(" ", "")))
    if first > 31:
        return explicit(Slot(Unit.DAY, date(first, second, last)))
    year = last if last >= _CENTURY else last + (2000 if last < _PIVOT else 1900)
    readings = {_day(year, second, first) if context.day_first is not False else None}
    readings |= {_day(year, first, second) if context.day_first is not True else None}
    days = sorted(day for day in readings if day)
    if len(days) == 1:
        return explicit(Slot(Unit.DAY, days[0]))
    if not days:
        return None
    when = When(*(Period.of(day, Precision.DAY) for day in days))
    return Reading(TimexType.DATE, f"{year}-XX-XX", Dating(marked(when, Qualifier.UNCERTAIN), Basis.EXPLICIT))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _start(found: Found, context: Context) -> Reading | None:
    """From May to July 2019: the year is that of the end, or the one before."""
    month = MONTHS[found.word("month")]
    year = int(found.word("year")) - (month > MONTHS[found.word("last")])
    if not found.has("day"):
        return explicit(Slot(Unit.MONTH, date(year, month, 1)))
    return explicit(Slot(Unit.DAY, date(year, month, int(re.sub(r"\D", "", found.word("day"))))))


def _days(found: Found, context: Context) -> Reading | None:
    """March 3–5, 2020, where the words are one token."""
    first, last = (int(part) for part in re.split("[-–]", found.word("days")))
    days = [DayOfYear(MONTHS[found.word("month")], day) for day in (first, last)]
    if last <= first:
        return None
    value = duration(str(last - first + 1), Unit.DAY)
    if found.has("year"):
        slots = [day.of(int(found.word("year"))) for day in days]
        dating = Dating(When(slots[0].when.first, slots[1].when.last), Basis.EXPLICIT)
        return Reading(TimexType.DURATION, value, dating)
    readings = [_without_year(day, context, found).dating for day in days]
    if readings[0].when is None or readings[1].when is None:
        return Reading(TimexType.DURATION, value)
    when = When(readings[0].when.first, readings[1].when.last)
    return Reading(TimexType.DURATION, value, Dating(when, Basis.RELATIVE, readings[0].anchor))


def _written(found: Found, context: Context) -> Reading | None:
    """14-Mar-2019."""
    day = full_date(found.word("date").replace("-", " "))
    return explicit(Slot(Unit.DAY, day)) if day else None


def _edge_year(found: Found, context: Context) -> Reading | None:
    """Mid-2013."""
    return explicit(Slot(Unit.YEAR, date(int(found.word("edge")[-4:]), 1, 1)), "", Qualifier.APPROXIMATE)


def _month_year(found: Found, context: Context) -> Reading | None:
    return explicit(Slot(Unit.MONTH, date(int(found.word("year")), MONTHS[found.word("month")], 1)), "", about(found))


def _month_day(found: Found, context: Context) -> Reading | None:
    """The nearest year to the publication; in a narrative the year of the story."""
    number = int(re.sub(r"\D", "", found.word("day")))
    day = DayOfYear(MONTHS[found.word("month")], number)
    before = context.token.nbor(-1).lower_ if context.position else ""
    if before in ("ended", "ending") and context.today and not context.narrative:
        slot = (latest if before == "ended" else coming)(day, context.today.slot.start)
        return relative(slot, context.today)
    return _without_year(day, context, found)


def _second_day(found: Found, context: Context) -> Reading | None:
    """The 25 of April 24 and 25, where it counts nothing."""
    return None if context.head.head.tag_ in ("NNS", "NNPS") else _month_day(found, context)


def dated(found: Found, context: Context) -> Reading | None:
    """A month and a day, with the year or without."""
    return _full_date(found, context) if found.has("year") else _month_day(found, context)


def _without_year(repeating: DayOfYear | PartOfYear, context: Context, found: Found) -> Reading:
    base = context.base
    if base is None:
        return unresolved(repeating.value)
    if context.narrative:
        return relative(repeating.of(base.slot.start.year), base, "", about(found))
    return relative(nearest(repeating, base.slot.start), base, "", about(found))


def _of_that_year(found: Found, context: Context) -> Reading | None:
    """January of that year: the year last told of."""
    month = MONTHS[found.word("month")]
    part = DayOfYear(month, int(re.sub(r"\D", "", found.word("day")))) if found.has("day") else PartOfYear(Unit.MONTH, month)
    told = context.told
    return relative(part.of(told.slot.start.year), told, "", about(found)) if told else unresolved(part.value)


def _month(found: Found, context: Context) -> Reading | None:
    """A bare month: the last one that has begun, or the next where the verb says so."""
    word = found.word("month")
    if not found.has("edge") and (word in _SHORT or _is_thing(context.head)):
        return None
    repeating = PartOfYear(Unit.MONTH, MONTHS[word])
    if context.narrative:
        return _without_year(repeating, context, found)
    return by_tense(repeating, context, found)


_SHORT = frozenset(word for word in MONTHS if len(word) == 3 and word != "may")


def _is_thing(token: Token) -> bool:
    """Whether a month's name has an article of its own: the Long March."""
    return any(child.dep_ == "det" for child in token.lefts)


def by_tense(repeating: Repeating, context: Context, found: Found, suffix: str = "") -> Reading:
    """The last occurrence or, under a verb that looks ahead, the next; uncertain where the verb does not say."""
    anchor = context.base
    if anchor is None:
        return unresolved(repeating.value + suffix)
    if context.narrative and isinstance(repeating, PartOfYear | DayOfYear):
        return _without_year(repeating, context, found)
    tense = context.tense
    slot = (coming if tense == "future" else latest)(repeating, anchor.slot.start)
    reading = relative(slot, anchor, suffix, about(found))
    if tense or reading.dating.when is None:
        return reading
    return relative(slot, anchor, suffix, Qualifier.BOTH if about(found) else Qualifier.UNCERTAIN)


def _shifted_month(found: Found, context: Context) -> Reading | None:
    """Last March; next March; this March."""
    repeating = PartOfYear(Unit.MONTH, MONTHS[found.word("month")])
    return shifted(repeating, context, found)


def shifted(repeating: Repeating, context: Context, found: Found, suffix: str = "") -> Reading:
    """The occurrence before the one that is on, the one after, or the one of this year."""
    anchor = context.base
    if anchor is None:
        return unresolved(repeating.value + suffix)
    day = anchor.slot.start
    if found.has("next"):
        slot = coming(repeating, day)
    elif found.has("this") and isinstance(repeating, PartOfYear | DayOfYear):
        slot = repeating.of(day.year)
    else:
        slot = latest(repeating, day)
        while found.has("last") and slot.holds(day):
            slot = latest(repeating, date.fromordinal(slot.start.toordinal() - 1))
    return relative(slot, anchor, suffix, about(found))


def _year(found: Found, context: Context) -> Reading | None:
    """A year where a time can stand and it counts nothing."""
    if not (found.has("edge") or found.has("the") or _is_year(context.doc[found.token("year")])):
        return None
    return explicit(Slot(Unit.YEAR, date(int(found.word("year")), 1, 1)), "", about(found))


_BEFORE_YEAR = frozenset(
    """in since until till by during from before after early late mid of to through throughout around circa and year
    between for about approximately""".split()
)
_NOT_OF_YEARS = frozenset("% percent km kg m ft miles people".split())
_AMOUNTS = frozenset("CARDINAL QUANTITY MONEY PERCENT".split())
_NUMBERED = frozenset(
    """$ € £ # no. nos. c$ a$ us$ flight page pages room route highway gate box chapter boeing number model section
    line unit psalm issue lot article bus train track area code""".split()
)
"""Words before a number that is no year."""


def _is_year(token: Token) -> bool:
    """Whether the number stands for a year: the recogniser or the word before says so, and it counts nothing."""
    before = token.nbor(-1).lower_ if token.i else ""
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    if before == "the" and token.ent_type_ not in _AMOUNTS and after not in _NOT_OF_YEARS:
        return True
    counts = token.dep_ in ("nummod", "quantmod") and token.head.tag_ in ("NNS", "NNPS")
    if counts or after in _NOT_OF_YEARS or before in _NUMBERED:
        return False
    return token.ent_type_ == "DATE" or before in _BEFORE_YEAR


def _last_year(found: Found, context: Context) -> Reading | None:
    """The 60 of 1957-60."""
    year = int(found.word("first")[:2] + found.word("two"))
    return explicit(Slot(Unit.YEAR, date(year, 1, 1))) if year > int(found.word("first")) else None


def _before_christ(found: Found, context: Context) -> Reading | None:
    """Years before the common era are tagged, and have no place in our calendar."""
    context.adrift = True
    if found.has("nth"):
        return unresolved(f"BC{_ordinal(found.word('nth')):02}")
    number = int(re.sub(r"\D", "", found.word("number")))
    if found.word("number").endswith("s"):
        return unresolved(f"BC{number // 10:03}")
    suffix = f"-{MONTHS[found.word('month')]:02}" if found.has("month") else ""
    if found.has("season"):
        suffix = PartOfYear(Unit.SEASON, SEASONS[found.word("season")]).value[4:]
    return unresolved(f"BC{number:04}{suffix}")


def _year_span(found: Found, context: Context) -> Reading | None:
    """2010-12: from the one year to the other."""
    first, last = re.split("[-–/ ]+", found.word("span"))
    last = first[: -len(last)] + last
    if not 0 < int(last) - int(first) < 2 * _CENTURY:
        return None
    years = Slot(Unit.YEAR, date(int(first), 1, 1)), Slot(Unit.YEAR, date(int(last), 1, 1))
    when = When(years[0].when.first, years[1].when.last)
    return Reading(TimexType.DURATION, f"P{int(last) - int(first) + 1}Y", Dating(when, Basis.EXPLICIT))


def _year_in_words(found: Found, context: Context) -> Reading | None:
    """Nineteen ninety-six; two thousand."""
    month = MONTHS.get(found.word("month"), 1)
    year = int(float(count(found.all("hundreds"))))
    if "thousand" not in found.all("hundreds"):
        year *= _CENTURY
    year += int(float(count(found.all("rest")))) if found.has("rest") else 0
    return explicit(Slot(Unit.MONTH if found.has("month") else Unit.YEAR, date(year, month, 1)))


def _short_year(found: Found, context: Context) -> Reading | None:
    """In '98: the century that is nearest to the publication."""
    number = int(found.word("two"))
    year = _century(context) + number
    if context.published and year > context.published.year + 10:
        year -= _CENTURY
    return explicit(Slot(Unit.YEAR, date(year, 1, 1)))


def _century(context: Context) -> int:
    year = context.published.year if context.published else 2000
    return year - year % _CENTURY


_OF_SOMEONE = frozenset("his her their my your our".split())


def _decade(found: Found, context: Context) -> Reading | None:
    """The 1990s; the '90s; the nineties: of the twentieth century unless written."""
    word = found.word("decade")
    if word.isdecimal() and int(word) % 10:
        return None  # the 1994's
    if context.position and context.token.nbor(-1).lower_ in _OF_SOMEONE:
        return None  # his age
    if word.rstrip("s'’").endswith("00") and word < "2":
        return explicit(Slot(Unit.CENTURY, date(int(word[:4]), 1, 1)), "", about(found))
    year = 1900 + 10 * DECADES[word] if word in DECADES else int(re.sub(r"\D", "", word))
    year += 1900 if year < _CENTURY else 0
    edge = found.has("edge") or word.startswith("mid")
    return explicit(Slot(Unit.DECADE, date(year, 1, 1)), "", Qualifier.APPROXIMATE if edge else Qualifier.NONE)


def _ordinal(word: str) -> int:
    return ORDINALS.get(word) or int(re.sub(r"\D", "", word) or 0)


def _of_century(found: Found, context: Context) -> Reading | None:
    """The 20th century is the years called nineteen hundred and so many."""
    word = found.word("nth").replace(" ", "")
    number = _ordinal(word)
    mark = Qualifier.APPROXIMATE if found.has("edge") or word.startswith("mid") else Qualifier.NONE
    return explicit(Slot(Unit.CENTURY, date((number - 1) * _CENTURY or 1, 1, 1)), "", mark) if number else None


RULES = (
    Rule("full date", "(?:WEEKDAY ,?)? MONTH the? DAY ,? of? YEAR", _full_date),
    Rule("full date", "(?:WEEKDAY ,?)? the? DAY -? of? MONTH (?:,|-)? of? YEAR", _full_date),
    Rule("full date", "(?P<date>{year} - {two} - (?:{two}|{day_clock}))", _iso),
    Rule("numeric date", "(?P<date>{numeric_date}|{iso_date}|{two}-{two}-(?:{year}|{two}))", _numeric),
    Rule("day of a span", "MONTH DAY (?= (?:-|to|and|or) ANYDAY ,? YEAR)", _full_date),
    Rule("day of a span", "(?<=(?P<month>{month}) (?:{day}|{ordinal_day}) -) DAY ,? YEAR", _full_date),
    Rule("day of a span", "the? DAY (?= (?:-|to|and|or) the? ANYDAY of? MONTH ,? YEAR)", _full_date),
    Rule("day of a span", "the? DAY (?= (?:-|to|and|or) the? ANYDAY of? MONTH)", _month_day),
    Rule("day of a span", "(?<=(?P<month>{month}) (?:{day}|{ordinal_day}) (?:and|to|-)) DAY", _second_day),
    Rule("start of a span", "MONTH (?= SPAN (?P<last>{month}) ,? YEAR)", _start),
    Rule("start of a span", "MONTH DAY (?= SPAN (?P<last>{month}) ANYDAY ,? YEAR)", _start),
    Rule("start of a span", "DAY of? MONTH (?= SPAN ANYDAY of? (?P<last>{month}) ,? YEAR)", _start),
    Rule("month year", "ABOUT MONTH ,? of? YEAR", _month_year),
    Rule("month day", "ABOUT (?:WEEKDAY ,?)? MONTH the? DAY", _month_day),
    Rule("month day", "ABOUT (?:WEEKDAY ,?)? the? DAY of? MONTH", _month_day),
    Rule("month", "ABOUT MONTH", _month),
    Rule("shifted month", "SHIFT MONTH (?!{day}|{ordinal_day})", _shifted_month),
    Rule("years", "(?P<span>{year_span})", _year_span),
    Rule("year of a span", "(?<=(?P<first>{year}) -) (?P<two>{two}) (?!-)", _last_year),
    Rule("year of a span", "(?<={year} -) (?P<the>) YEAR", _year),
    Rule("year of a span", "(?P<the>) YEAR (?= - (?:{year}|{two}) (?! -))", _year),
    Rule("before Christ", "ABOUT MONTH? (?P<number>{number}) BEFORE", _before_christ),
    Rule("before Christ", "the? ABOUT (?P<season>{season}) of? (?P<number>{number}) BEFORE", _before_christ),
    Rule("before Christ", "ABOUT (?P<number>{number}) (?= (?:-|to|and|or) {number} BEFORE)", _before_christ),
    Rule("before Christ", "the? ABOUT (?P<number>{old_decade}) BEFORE", _before_christ),
    Rule("before Christ", "the? ABOUT (?P<nth>{nth}|{ordinal}) century BEFORE", _before_christ),
    Rule("month of that year", "ABOUT MONTH (?:,)? of (?:that|the same) year", _of_that_year),
    Rule("month of that year", "the? DAY of? MONTH ,? of (?:that|the same) year", _of_that_year),
    Rule("month of that year", "MONTH the? DAY ,? of (?:that|the same) year", _of_that_year),
    Rule("year", "ABOUT (?P<the>the year)? YEAR (?! - {number})", _year),
    Rule("year", "(?P<edge>{edge_year})", _edge_year),
    Rule("full date", "(?P<date>{written_date})", _written),
    Rule("days", "MONTH (?P<days>{day_span}) (?: ,? YEAR )?", _days),
    Rule("days", "(?P<days>{day_span}) MONTH (?: ,? YEAR )?", _days),
    Rule("year", "(?:the year|MONTH)? (?P<hundreds>nineteen|eighteen) (?!hundred|thousand) (?P<rest>{cardinal} (?:-? {cardinal})?)", _year_in_words),
    Rule("year", "the year (?P<hundreds>two thousand) (?P<rest>and? {cardinal})?", _year_in_words),
    Rule("short year", "{quote} (?P<two>{two})", _short_year),
    Rule("decade", "the (?P<edge>EDGE)? (?P<decade>{year}) 's", _decade),
    Rule("decade", "the? (?P<edge>EDGE)? {quote}? (?P<decade>{decade}|{short_decade}|{decade_name})", _decade),
    Rule("century", "the? (?P<edge>EDGE)? (?P<nth>{nth}|{ordinal}|twenty - first) -? century", _of_century),
)
