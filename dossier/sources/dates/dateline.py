"""Find the day of publication in an article's own words: a line "Published 14 March 2025", "BAGHDAD, March 14, 2025 —".

Only the first lines can have it, down to the first long line (a paragraph), or the last ones with a label. The weekday
must be right. A text with several lines that are nothing but a date, each another one, is a chronicle: none of them is
the day of publication.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from dossier.model import Method, When
from dossier.sources.dates import written_dates
from dossier.sources.dates.date_stamps import (
    MAX_LINE_CHARACTERS,
    DateStamp,
    OpeningLine,
    is_chronicle,
    stamps,
    with_labels,
)
from dossier.sources.dates.publication_signs import PublicationSign
from dossier.text.calendar_words import MONTH, WEEKDAY

_MAX_OPENING_LINES = 6
"""Lines in which a dateline is looked for. Set by hand; no measurement is recorded."""
_CLOSING_LINES = 3
"""Last lines in which a label with a date is looked for. Set by hand; no measurement is recorded."""

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_WORD = rf"(?:{_CAPITAL}|[.'’])+"
_PLACE = rf"{_CAPITAL}{_WORD}(?:[ -]{_WORD})*"
_REGION = rf"(?:,\s*(?!(?i:{MONTH}|{WEEKDAY})\b){_CAPITAL}[\w.'’ -]{{0,30}})"
_AGENCY = rf"(?:\({_CAPITAL}[^()]{{1,40}}\)|/{_CAPITAL}[^/]{{1,40}}/)"
_DASH = r"(?:—|–|--?|_)(?!\s*\d)"
_PLACE_AND_DATE = re.compile(
    rf"{_PLACE}{_REGION}{{0,2}}(?:\s*{_AGENCY}\s*,?|\s*,)?\s*(?:{_DASH}|(?<=[,)/]\s))\s*"
    rf"(?i:(?P<weekday>{WEEKDAY}),?\s+)?"
    rf"(?i:(?P<date>{written_dates.FULL_DATE})|(?P<yearless>{written_dates.DAY_AND_MONTH}))"
    rf"(?:[.,]?\s*{_AGENCY}|,?\s*{_DASH}|\.?$)"
)
_DECORATION = " \t_#>|"
"""Marks of Markdown around a line: emphasis, headings, quotations, tables. Asterisks are dropped anywhere."""


def signs(text: str, periods: Sequence[When] = (), opening: Sequence[OpeningLine] = ()) -> list[PublicationSign]:
    """What the article says of its publication in its own words, the strongest first.

    Lines with a date come first, then a place with a date, then updates. ``opening`` are the lines that readers see at
    the head of the page, beside those of the text; where they say nothing, the last lines of the text count that have a
    label. ``periods`` are what else is known of the date (days, months, years): the first in which a day without a year
    lies, or within a week of which if it is a day, gives it its year.
    """
    lines = list(_opening(text))
    found = _stamped((*with_labels(opening), *with_labels(map(OpeningLine, lines))), periods)
    found = found or [stamp for stamp in _stamped(_closing(text), periods) if stamp.has_label]
    updates = [stamp for stamp in found if stamp.is_of_update]
    place = _from_place_and_date(lines, periods or [When.day(stamp.day) for stamp in updates])
    in_order = [
        *(PublicationSign.at(stamp.day, stamp.moment, Method.DATELINE) for stamp in _of_publication(found, text)),
        *([PublicationSign.of(When.day(place), Method.DATELINE)] if place else ()),
        *(PublicationSign.by(stamp.day, stamp.moment, Method.DATELINE) for stamp in updates),
    ]
    return list(dict.fromkeys(in_order))


def names_another_day(text: str, periods: Sequence[When]) -> bool:
    """Whether a dateline without a year ("ROME, March 14 —") names a day that fits none of the periods."""
    yearless = [match for line in _opening(text) if (match := _PLACE_AND_DATE.match(line)) and match["yearless"]]
    return bool(yearless and periods) and not any(_day(match, periods) for match in yearless)


def _of_publication(found: list[DateStamp], text: str) -> list[DateStamp]:
    """The stamps with words; without any, those that are nothing but a date, unless the text is a chronicle."""
    dated = [stamp for stamp in found if not stamp.is_of_update]
    worded = [stamp for stamp in dated if not stamp.is_bare]
    return worded or ([] if not dated or is_chronicle(map(OpeningLine, _lines(text))) else dated)


def _stamped(lines: Iterable[OpeningLine], periods: Sequence[When]) -> list[DateStamp]:
    near = [period for period in periods if period.known_day]
    return [stamp for line in lines for stamp in stamps(line, near)]


def _opening(text: str) -> Iterator[str]:
    """The lines that may hold a dateline, without the marks of Markdown around them."""
    for line in islice(_lines(text), _MAX_OPENING_LINES):
        yield line
        if len(line) > MAX_LINE_CHARACTERS:
            return


def _closing(text: str) -> Iterator[OpeningLine]:
    """The last lines, where some pages say when the article was published."""
    return with_labels(map(OpeningLine, deque(_lines(text), maxlen=_CLOSING_LINES)))


def _lines(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        # Runs of spaces become one, so that the patterns take no time over them.
        if line := " ".join(text[start:end].replace("*", "").split()).strip(_DECORATION):
            yield line
        start = end + 1


def _from_place_and_date(lines: list[str], periods: Sequence[When]) -> date | None:
    matches = filter(None, map(_PLACE_AND_DATE.match, lines))
    return next(filter(None, (_day(match, periods) for match in matches)), None)


def _day(match: re.Match[str], periods: Sequence[When]) -> date | None:
    if match["date"]:
        return written_dates.written(match["date"], match["weekday"])
    return written_dates.completed(match["yearless"], match["weekday"], periods)
