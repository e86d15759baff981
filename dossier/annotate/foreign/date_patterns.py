"""The shapes that a date has in another language, as regular expressions over its folded text.

None of them runs over a line's end, and each repeats a bounded number of times: the cost is linear in the text.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dossier.annotate.foreign.foreign_words import Words, month_names, words
from dossier.annotate.foreign.month_names import folded, short_months, weekdays

_GAP = "(?:[ \\t]{1,4})"
_COMMA_GAP = f"[,،]?{_GAP}"
_MARK = "[\\u200e\\u200f]?"  # direction marks, between the numbers of a date in Arabic
_DAY = "(?:3[01]|[12][0-9]|0?[1-9])"
_YEAR = "(?:1[0-9]{3}|20[0-9]{2})"
_LATE_YEAR = "(?:1[89]|20)[0-9]{2}"  # where the words around prove little
_ALONE = "(?<![\\w.,/:-])"
_SENTENCE_START = "(?:(?<![\\s\\S])|(?<=\\n)|(?<=[.!?] ))"
_END = "(?!\\w)"
_NEVER = "(?!)"


@dataclass(frozen=True, slots=True)
class Patterns:
    """One expression for each shape; groups hold the parts (``day``, ``month``, ``year``, ``second`` year …).

    ``street`` is what makes the day after it a name.
    """

    full: re.Pattern[str]
    month_first: re.Pattern[str]
    numeric: re.Pattern[str]
    year_first: re.Pattern[str]
    month_year: re.Pattern[str]
    month_day: re.Pattern[str]
    month: re.Pattern[str]
    decade: re.Pattern[str]
    year: re.Pattern[str]
    maybe_year: re.Pattern[str]
    marked_year: re.Pattern[str]
    year_in_brackets: re.Pattern[str]
    leading_year: re.Pattern[str]
    street: re.Pattern[str]


@cache
def patterns(language: str) -> Patterns:
    """The shapes of one of the languages that ``words.toml`` has."""
    own = words(language)
    start = _start(own)
    weekday = f"(?:{_any(weekdays(language))}{_COMMA_GAP}(?:{_any(own.before_day)}{_GAP})?)?"
    day = f"(?P<day>{_any(own.first)}|{_DAY}(?:{_any(own.ordinal)})?)"
    to_month = f"(?:{_GAP}(?:{_any(own.day_month)}{_GAP})?|[-/]|(?<=\\.))"
    full, short = _any(month_names(language)), _any(short_months(language))
    month, dotted, slashed = (
        f"(?P<month>{full}|{short}{dot}){_also(full)}" for dot in ("\\.?", "\\.", "(?:\\.|(?=/))")
    )
    to_year = f"(?:{_GAP}(?:{_any(own.month_year)}{_GAP})?|[-/])"
    year, years = f"(?P<year>{_YEAR}){_year_end(own)}", _years(own)
    return Patterns(
        full=_compiled(start, weekday, day, to_month, month, to_year, year),
        month_first=_month_first(start, month, to_year, year) if own.month_first else _compiled(_NEVER),
        numeric=_numeric(own),
        year_first=_year_first(),
        month_year=_compiled(start, slashed, to_year, year, _uncounted(own)),
        month_day=_compiled(start, weekday, day, to_month, dotted, _END),
        month=_compiled(start, _before(own.in_month), f"(?P<month>{full}){_also(full)}", _END),
        decade=_compiled(start, f"(?P<text>{_decade(own)})", _END),
        year=_compiled(start, _before(own.in_year), years, _uncounted(own)),
        maybe_year=_compiled(start, _before(own.maybe_year), f"(?={_LATE_YEAR})", years, _uncounted(own)),
        marked_year=_compiled(_ALONE, f"(?P<year>{_YEAR})", _second(own), f"{_GAP}?{_any(own.after_year)}{_END}"),
        year_in_brackets=_compiled(f"\\((?P<year>{_LATE_YEAR})", _second(own), "\\)"),
        leading_year=_compiled(_SENTENCE_START, f"(?P<year>{_YEAR})(?P<second>)(?={_GAP}{_any(own.year_verbs)}{_END})"),
        street=_compiled(f"(?<!\\w){_any(own.streets)}{_GAP}(?:{_any(own.street_of)}{_GAP})?$"),
    )  # fmt: skip


def _compiled(*parts: str) -> re.Pattern[str]:
    return re.compile("".join(parts), re.I)


def _any(listed: Iterable[str]) -> str:
    """Any of the words, the longest first; nothing at all where there are none."""
    folded_words = sorted({folded(word) for word in listed}, key=lambda word: (-len(word), word))
    return (
        f"(?:{'|'.join(re.escape(word).replace(chr(92) + ' ', _GAP) for word in folded_words)})" if listed else _NEVER
    )


def _start(own: Words) -> str:
    prefixed = f"|(?<=(?<!\\w)[{own.prefixes}])" if own.prefixes else ""
    return f"(?:(?<!\\w){prefixed})(?<![0-9][.,:/])"


def _also(full: str) -> str:
    """The same month by its other name, as Arabic has it: آذار/مارس."""
    return f"(?:[ ]?[/(][ ]?(?P<also>{full})\\)?)?"


def _before(listed: Iterable[str]) -> str:
    return f"{_any(listed)}(?:{_GAP}|-|(?<='))"


def _year_end(own: Words) -> str:
    """Not within a longer number or word, but for the letter of "year" in Russian and Arabic."""
    other = f"(?!{_GAP}?{_any(own.other_calendar)}{_END})"
    return f"(?=(?:{_any(own.after_year)})?{_END})(?![.,:/][0-9]){other}"


def _second(own: Words) -> str:
    """The last year of a range or a pair."""
    return f"(?:(?:{_GAP}{_any(own.to)}{_GAP}?|{_GAP}?-{_GAP}?|/)(?P<second>{_YEAR}))?"


def _years(own: Words) -> str:
    return f"(?P<year>{_YEAR}){_second(own)}{_year_end(own)}(?!-[0-9])"


def _uncounted(own: Words) -> str:
    return f"(?!{_GAP}?(?:[%€$£]|{_any(own.counted)}{_END}))"


def _decade(own: Words) -> str:
    if not own.decade:
        return _NEVER
    number = "(?P<year>(?:1[0-9]|20)[0-9]0)"
    shapes = [folded(shape).split("#") for shape in sorted(own.decade, key=len, reverse=True)]
    around = {left: [right for first, right in shapes if first == left] for left, _ in shapes}
    befores = _any([left for left in around if left]) if any(around) else ""
    afters = _any([right for rights in around.values() for right in rights if right]) if "" in around else ""
    return f"{befores}{number}{afters}"


def _month_first(start: str, month: str, to_year: str, year: str) -> re.Pattern[str]:
    return _compiled(start, month, _GAP, f"(?P<day>{_DAY})", f"(?:{to_year}|,{_GAP})", year)


def _year_first() -> re.Pattern[str]:
    month_and_day = "(?P<sep>[-/])(?P<month>[0-9]{1,2})(?P=sep)(?P<day>[0-9]{1,2})(?![-/.]?[0-9])"
    return _compiled(_ALONE, f"(?P<year>{_YEAR})", month_and_day)


def _numeric(own: Words) -> re.Pattern[str]:
    separator = f"{_MARK}(?P<sep>[./-])(?:(?<=\\.)[ ])?{_MARK}"
    again = f"{_MARK}(?P=sep)(?:(?<=\\.)[ ])?{_MARK}"
    return _compiled(
        f"{_start(own)}(?<![.,/:-])(?P<day>[0-9]{{1,2}}){separator}(?P<month>[0-9]{{1,2}}){again}",
        f"(?P<year>{_YEAR}){_year_end(own)}(?!-[0-9])",
    )
