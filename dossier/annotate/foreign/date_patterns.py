"""Regular expressions for the forms of a date in another language. They are matched with folded text.

No match crosses the end of a line, and no part repeats without a bound, so that the cost is linear in the length of the
text.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dossier.annotate.foreign.foreign_words import DateWords, date_words, inflected_month_names
from dossier.annotate.foreign.month_names import folded, short_months, weekdays

_GAP = "(?:[ \\t]{1,4})"
_COMMA_GAP = f"[,،]?{_GAP}"
_DIRECTION_MARK = "[\\u200e\\u200f]?"  # direction marks, between the numbers of a date in Arabic
_DAY = "(?:3[01]|[12][0-9]|0?[1-9])"
_YEAR = "(?:1[0-9]{3}|20[0-9]{2})"  # from 1000 to 2099
_LATE_YEAR = "(?:1[89]|20)[0-9]{2}"  # from 1800 to 2099, where the words around are little evidence
_NOT_IN_NUMBER = "(?<![\\w.,/:-])"
_SENTENCE_START = "(?:(?<![\\s\\S])|(?<=\\n)|(?<=[.!?] ))"
_WORD_END = "(?!\\w)"
_NEVER = "(?!)"


@dataclass(frozen=True, slots=True)
class DatePatterns:
    """One expression for each form of a date in a language, with an example of its words.

    Groups hold the parts: ``day``, ``month``, ``year``, ``second`` for the second year of a range, ``also`` for the
    same month by its other name.
    """

    full: re.Pattern[str]
    """Donnerstag, den 14. März 2019."""
    month_first: re.Pattern[str]
    """marzo 14 de 2019."""
    numeric: re.Pattern[str]
    """14.03.2019."""
    year_first: re.Pattern[str]
    """2019-03-14."""
    month_year: re.Pattern[str]
    """mars 2019."""
    month_day: re.Pattern[str]
    """14 mars."""
    month: re.Pattern[str]
    """en mars."""
    decade: re.Pattern[str]
    """années 1990."""
    year: re.Pattern[str]
    """en 2019."""
    possible_year: re.Pattern[str]
    """de 2019: the word before may also stand before a number of things."""
    marked_year: re.Pattern[str]
    """2019 год."""
    year_in_brackets: re.Pattern[str]
    """(2019)."""
    leading_year: re.Pattern[str]
    """2019 wurde, at the start of a sentence."""
    street: re.Pattern[str]
    """"Place du", at the end of a text: the "14 juillet" that follows is part of a name."""


@cache
def date_patterns_of(language: str) -> DatePatterns:
    """The expressions for a language. Raises KeyError for one that is not in ``foreign_words.toml``."""
    words = date_words(language)
    start = _start(words)
    weekday, day = _weekday(words, language), _day(words)
    to_month = f"(?:{_GAP}(?:{_alternatives(words.between_day_and_month)}{_GAP})?|[-/]|(?<=\\.))"
    month = _month(language, "\\.?")
    to_year = f"(?:{_GAP}(?:{_alternatives(words.between_month_and_year)}{_GAP})?|[-/])"
    year, years = f"(?P<year>{_YEAR}){_year_end(words)}", _years(words)
    year_mark = f"{_alternatives(words.after_year)}{_WORD_END}"
    verb = f"{_alternatives(words.singular_verbs)}{_WORD_END}"
    of_street = _alternatives(words.after_street_word)
    return DatePatterns(
        full=_compiled(start, weekday, day, to_month, month, to_year, year),
        month_first=_month_first(start, month, to_year, year) if words.has_month_first else _compiled(_NEVER),
        numeric=_numeric(words),
        year_first=_year_first(),
        month_year=_compiled(start, _month(language, "(?:\\.|(?=/))"), to_year, year, _not_counting(words)),
        month_day=_compiled(start, weekday, day, to_month, _month(language, "\\."), _WORD_END),
        month=_compiled(start, _cue(words.before_month), _month(language), _WORD_END),
        decade=_compiled(start, _decade(words), _WORD_END),
        year=_compiled(start, _cue(words.before_year), years, _not_counting(words)),
        possible_year=_compiled(
            start, _cue(words.before_possible_year), f"(?={_LATE_YEAR})", years, _not_counting(words)
        ),
        marked_year=_compiled(_NOT_IN_NUMBER, f"(?P<year>{_YEAR})", _second_year(words), f"{_GAP}?{year_mark}"),
        year_in_brackets=_compiled(f"\\((?P<year>{_LATE_YEAR})", _second_year(words), "\\)"),
        leading_year=_compiled(_SENTENCE_START, f"(?P<year>{_YEAR})(?P<second>)(?={_GAP}{verb})"),
        street=_compiled(f"(?<!\\w){_alternatives(words.street_words)}{_GAP}(?:{of_street}{_GAP})?$"),
    )  # fmt: skip


def _compiled(*parts: str) -> re.Pattern[str]:
    return re.compile("".join(parts), re.I)


def _alternatives(listed: Iterable[str]) -> str:
    """An expression for any of the words, the longest first. Without words it never matches."""
    if not listed:
        return _NEVER
    folded_words = sorted({folded(word) for word in listed}, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(_GAP.join(map(re.escape, word.split(' '))) for word in folded_words)})"


def _start(words: DateWords) -> str:
    """The start of a word, or the place after a letter written together with it ("و" in Arabic); not in a number."""
    prefixed = f"|(?<=(?<!\\w)[{words.prefix_letters}])" if words.prefix_letters else ""
    return f"(?:(?<!\\w){prefixed})(?<![0-9][.,:/])"


def _weekday(words: DateWords, language: str) -> str:
    """A weekday before the day, if there is one: "Donnerstag, den" before "14. März"."""
    return f"(?:{_alternatives(weekdays(language))}{_COMMA_GAP}(?:{_alternatives(words.before_day)}{_GAP})?)?"


def _day(words: DateWords) -> str:
    """The number of a day, or a word for the first: "14", "1er", "premier"."""
    return f"(?P<day>{_alternatives(words.first_of_month)}|{_DAY}(?:{_alternatives(words.after_day)})?)"


def _month(language: str, after_short: str | None = None) -> str:
    """A month by its full name or, where ``after_short`` is given, by a short name with that behind it: "mar.".

    The same month may follow by its other name, as in Arabic: آذار/مارس.
    """
    full = _alternatives(inflected_month_names(language))
    short = "" if after_short is None else f"|{_alternatives(short_months(language))}{after_short}"
    return f"(?P<month>{full}{short})(?:[ ]?[/(][ ]?(?P<also>{full})\\)?)?"


def _cue(listed: Iterable[str]) -> str:
    """One of the words, and what divides it from a date: blanks, a hyphen ("mi-mars") or its own apostrophe ("d'")."""
    return f"{_alternatives(listed)}(?:{_GAP}|-|(?<='))"


def _year_end(words: DateWords) -> str:
    """The end of a year: not within a longer number or word, and not of another calendar.

    A word of ``after_year`` may follow it with no space between them.
    """
    other = f"(?!{_GAP}?{_alternatives(words.after_other_calendar_year)}{_WORD_END})"
    return f"(?=(?:{_alternatives(words.after_year)})?{_WORD_END})(?![.,:/][0-9]){other}"


def _second_year(words: DateWords) -> str:
    """The second year of a range or a pair, if there is one."""
    return f"(?:(?:{_GAP}{_alternatives(words.between_years)}{_GAP}?|{_GAP}?-{_GAP}?|/)(?P<second>{_YEAR}))?"


def _years(words: DateWords) -> str:
    """A year, or the two of a range, and no part of a date such as 2019-03-14."""
    return f"(?P<year>{_YEAR}){_second_year(words)}{_year_end(words)}(?!-[0-9])"


def _not_counting(words: DateWords) -> str:
    """No percent sign, currency or counted noun follows, as in "2019 euros"."""
    return f"(?!{_GAP}?(?:[%€$£]|{_alternatives(words.counted_nouns)}{_WORD_END}))"


def _decade(words: DateWords) -> str:
    """A decade with the words before or after it: "années 1990", "1990er". One language has them on one side only."""
    if not words.around_decade:
        return _NEVER
    number = "(?P<year>(?:1[0-9]|20)[0-9]0)"
    sides = [folded(shape).split("#") for shape in words.around_decade]
    before, after = ([word for word in side if word] for side in zip(*sides, strict=True))
    return f"{_alternatives(before) if before else ''}{number}{_alternatives(after) if after else ''}"


def _month_first(start: str, month: str, to_year: str, year: str) -> re.Pattern[str]:
    """Marzo 14 de 2019; marzo 14, 2019."""
    return _compiled(start, month, _GAP, f"(?P<day>{_DAY})", f"(?:{to_year}|,{_GAP})", year)


def _year_first() -> re.Pattern[str]:
    """2019-03-14; 2019/3/14."""
    month_and_day = "(?P<sep>[-/])(?P<month>[0-9]{1,2})(?P=sep)(?P<day>[0-9]{1,2})(?![-/.]?[0-9])"
    return _compiled(_NOT_IN_NUMBER, f"(?P<year>{_YEAR})", month_and_day)


def _numeric(words: DateWords) -> re.Pattern[str]:
    """14.03.2019; 3. 4. 2019; 14/3/2019."""
    separator = f"{_DIRECTION_MARK}(?P<sep>[./-])(?:(?<=\\.)[ ])?{_DIRECTION_MARK}"
    again = f"{_DIRECTION_MARK}(?P=sep)(?:(?<=\\.)[ ])?{_DIRECTION_MARK}"
    return _compiled(
        f"{_start(words)}(?<![.,/:-])(?P<day>[0-9]{{1,2}}){separator}(?P<month>[0-9]{{1,2}}){again}",
        f"(?P<year>{_YEAR}){_year_end(words)}(?!-[0-9])",
    )
