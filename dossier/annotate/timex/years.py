"""Years, decades and centuries."""

import re
from datetime import date

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import AMOUNT_ENTITIES, NUMERIC_MODIFIERS, PLURAL_NOUN_TAGS
from dossier.annotate.timex.anchor_context import Context
from dossier.annotate.timex.counts import count, digits, ordinal
from dossier.annotate.timex.grammar import Found
from dossier.annotate.timex.lexicon import DECADES, MONTHS, SEASONS
from dossier.annotate.timex.repeating import PartOfYear
from dossier.annotate.timex.rule import Rule, about
from dossier.annotate.timex.time_reading import Reading, explicit, unresolved
from dossier.annotate.timex.units import Slot, Unit, duration
from dossier.model import Basis, Dating, Qualifier, TimexType, When
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.timex", "timex_words.toml")

_CENTURY = 100
_SOON = 10


def _edge_year(found: Found, context: Context) -> Reading | None:
    """Mid-2013."""
    return explicit(Slot(Unit.YEAR, date(int(found.word("edge")[-4:]), 1, 1)), "", Qualifier.APPROXIMATE)


def _year(found: Found, context: Context) -> Reading | None:
    """A year where a time can stand and it counts nothing."""
    if not (found.has("edge") or found.has("the") or _is_year(context.doc[found.token("year")])):
        return None
    return explicit(Slot(Unit.YEAR, date(int(found.word("year")), 1, 1)), "", about(found))


_BEFORE_YEAR = _WORDS["before_year"]
_NOT_OF_YEARS = _WORDS["not_of_years"]
_NUMBERED = _WORDS["numbered"]
"""Words before a number that is no year."""


def _is_year(token: Token) -> bool:
    """Whether the number stands for a year: the recogniser or the word before says so, and it counts nothing."""
    before = token.nbor(-1).lower_ if token.i else ""
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    if before == "the" and token.ent_type_ not in AMOUNT_ENTITIES and after not in _NOT_OF_YEARS:
        return True
    counts = token.dep_ in NUMERIC_MODIFIERS and token.head.tag_ in PLURAL_NOUN_TAGS
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
        return unresolved(f"BC{ordinal(found.word('nth')):02}")
    number = digits(found.word("number"))
    if found.word("number").endswith("s"):
        return unresolved(f"BC{number // 10:03}")
    suffix = f"-{MONTHS[found.word('month')]:02}" if found.has("month") else ""
    suffix += f"-{digits(found.word('day')):02}" if found.has("day") else ""
    if found.has("season"):
        suffix = PartOfYear(Unit.SEASON, SEASONS[found.word("season")]).value[4:]
    return unresolved(f"BC{number:04}{suffix}")


def _anno_domini(found: Found, context: Context) -> Reading | None:
    """AD 79; an ad in lower case is another thing."""
    words = context.doc.span(context.position, context.end).text
    if words != words.upper() or not found.word("number").isdecimal():
        return None
    return explicit(Slot(Unit.YEAR, date(int(found.word("number")), 1, 1)))


def _year_span(found: Found, context: Context) -> Reading | None:
    """2010-12: from the one year to the other."""
    first, last = re.split("[-–/ ]+", found.word("span"))
    last = first[: -len(last)] + last
    if not 0 < int(last) - int(first) < 2 * _CENTURY:
        return None
    years = Slot(Unit.YEAR, date(int(first), 1, 1)), Slot(Unit.YEAR, date(int(last), 1, 1))
    when = When(years[0].when.first, years[1].when.last)
    return Reading(
        TimexType.DURATION, duration(str(int(last) - int(first) + 1), Unit.YEAR), Dating(when, Basis.EXPLICIT)
    )


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
    before = context.token.nbor(-1).lower_ if context.position else ""
    if before not in _BEFORE_YEAR and before not in MONTHS and before not in SEASONS:
        return None  # a product of that name
    number = int(found.word("two"))
    year = _century(context) + number
    if context.published and year > context.published.year + _SOON:
        year -= _CENTURY
    return explicit(Slot(Unit.YEAR, date(year, 1, 1)))


def _century(context: Context) -> int:
    year = context.published.year if context.published else 2000
    return year - year % _CENTURY


_OF_SOMEONE = _WORDS["of_someone"]


def _decade(found: Found, context: Context) -> Reading | None:
    """The 1990s; the '90s; the nineties: of the twentieth century unless written."""
    word = found.word("decade")
    if word.isdecimal() and int(word) % 10:
        return None  # the 1994's
    if context.position and context.token.nbor(-1).lower_ in _OF_SOMEONE:
        return None  # his age
    if word.rstrip("s'’").endswith("00") and word < "2":
        return explicit(Slot(Unit.CENTURY, date(int(word[:4]), 1, 1)), "", about(found))
    year = 1900 + 10 * DECADES[word] if word in DECADES else digits(word)
    year += 1900 if year < _CENTURY else 0
    edge = found.has("edge") or word.startswith("mid")
    return explicit(Slot(Unit.DECADE, date(year, 1, 1)), "", Qualifier.APPROXIMATE if edge else Qualifier.NONE)


def _of_century(found: Found, context: Context) -> Reading | None:
    """The 20th century is the years called nineteen hundred and so many."""
    word = found.word("nth").replace(" ", "")
    number = ordinal(word)
    mark = Qualifier.APPROXIMATE if found.has("edge") or word.startswith("mid") else Qualifier.NONE
    return explicit(Slot(Unit.CENTURY, date((number - 1) * _CENTURY or 1, 1, 1)), "", mark) if number else None


_SMALL = "(?!hundred|thousand) (?P<rest>{cardinal} (?:-? {cardinal})?)"
RULES = (
    Rule("years", "(?P<span>{year_span})", _year_span),
    Rule("year of a span", "(?<=(?P<first>{year}) -) (?P<two>{two}) (?!-)", _last_year),
    Rule("year of a span", "(?<={year} -) (?P<the>) YEAR", _year),
    Rule("year of a span", "(?P<the>) YEAR (?= - (?:{year}|{two}) (?! -))", _year),
    Rule("before Christ", "ABOUT (?P<number>{number}) BEFORE", _before_christ),
    Rule("before Christ", "MONTH DAY ,? (?P<number>{number}) BEFORE", _before_christ),
    Rule("before Christ", "DAY of? MONTH ,? (?P<number>{number}) BEFORE", _before_christ),
    Rule("before Christ", "ABOUT MONTH (?P<number>{number}) BEFORE", _before_christ),
    Rule("before Christ", "the? ABOUT (?P<season>{season}) of? (?P<number>{number}) BEFORE", _before_christ),
    Rule("before Christ", "ABOUT (?P<number>{number}) (?= (?:-|to|and|or) {number} BEFORE)", _before_christ),
    Rule("before Christ", "the? ABOUT (?P<number>{old_decade}) BEFORE", _before_christ),
    Rule("before Christ", "the? ABOUT (?P<nth>{nth}|{ordinal}) century BEFORE", _before_christ),
    Rule("year", "ABOUT (?P<the>the year)? YEAR (?! - {number})", _year),
    Rule("year", "(?P<edge>{edge_year})", _edge_year),
    Rule("year", f"(?:the year|MONTH)? (?P<hundreds>nineteen|eighteen) {_SMALL}", _year_in_words),
    Rule("year", "the year (?P<hundreds>two thousand) (?P<rest>and? {cardinal})?", _year_in_words),
    Rule("year", "ad (?P<number>{number})", _anno_domini),
    Rule("year", "(?P<number>{number}) (?:ad|a.d.)", _anno_domini),
    Rule("short year", "{quote} (?P<two>{two})", _short_year),
    Rule("decade", "the (?P<edge>EDGE)? (?P<decade>{year}) 's", _decade),
    Rule("decade", "the? (?P<edge>EDGE)? {quote}? (?P<decade>{decade}|{short_decade}|{decade_name})", _decade),
    Rule("century", "the? (?P<edge>EDGE)? (?P<nth>{nth}|{ordinal}|twenty - first) -? century", _of_century),
)
