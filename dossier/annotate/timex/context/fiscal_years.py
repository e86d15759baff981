"""Quarters and years of a firm whose year does not end in December, where the text says when it ends.

"Profit fell in the fourth quarter. For the year ended Sept. 30, …": that quarter is July to September. The TIMEX3 value
stays that of the words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from dossier.annotate.doc import Timex
from dossier.annotate.parsed import Parsed
from dossier.annotate.timex.values.units import add_months
from dossier.annotate.timex.words.lexicon import MONTHS
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import Basis, Period, Precision, When
from dossier.text.word_lists import word_lists

_WORDS_OF_ENDING = word_lists("dossier.annotate.timex", "timex_words.toml")["words_of_ending"]
_MONTHS_IN_YEAR, _MONTHS_IN_QUARTER = 12, 3  # by the calendar
_QUARTERS = frozenset((RuleName.QUARTER, RuleName.REPORTED_QUARTER, RuleName.YEAR_AGO_QUARTER))
_ONE_DAY = timedelta(days=1)


def in_fiscal_years(doc: Parsed, timexes: Iterable[Timex], published: date | None) -> Iterator[Timex]:
    """The times, those of quarters and fiscal years in the months that the year of the firm gives them."""
    ends = set(_last_months(doc))
    early = -ends.pop() % _MONTHS_IN_YEAR if len(ends) == 1 else 0
    for timex in timexes:
        when = _moved(timex, early, published) if early else None
        yield replace(timex, dating=replace(timex.dating, when=when)) if when else timex


def _last_months(doc: Parsed) -> Iterator[int]:
    """The last months of the years of which the text speaks: "the year ended Sept. 30", "the year ending in June"."""
    words = doc.lowers
    for i, word in enumerate(words):
        if word == "year" and _WORDS_OF_ENDING.intersection(words[i + 1 : i + 2]):
            yield from (MONTHS[near] for near in words[i + 2 : i + 4] if near in MONTHS)


def _moved(timex: Timex, early: int, published: date | None) -> When | None:
    """The months of a quarter or year, ``early`` months before those of the calendar; None of any other time.

    Of a quarter without its year it is the last that was over when the text was published.
    """
    when = timex.dating.when
    if when is None or when.earliest is None or when.latest is None:
        return None
    if timex.rule == RuleName.FISCAL_YEAR and timex.dating.basis is Basis.EXPLICIT:
        return _months(date(int(timex.value), 1, 1), -early, _MONTHS_IN_YEAR)
    is_of_report = timex.rule in _QUARTERS and timex.dating.basis is Basis.RELATIVE and "-Q" in timex.value
    if not is_of_report or published is None:
        return None
    moved, later = (_months(when.earliest, shift - early, _MONTHS_IN_QUARTER) for shift in (0, _MONTHS_IN_YEAR))
    is_over = timex.rule != RuleName.YEAR_AGO_QUARTER and later.latest is not None and later.latest < published
    return later if is_over else moved


def _months(start: date, shift: int, count: int) -> When:
    """So many months from that many months after the start."""
    first = add_months(start, shift)
    last = add_months(first, count) - _ONE_DAY
    return When(Period.of(first, Precision.MONTH), Period.of(last, Precision.MONTH))
