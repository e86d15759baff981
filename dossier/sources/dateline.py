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
from dossier.sources import written_dates
from dossier.sources.date_stamps import MAX_LINE_CHARACTERS, DateStamp, OpeningLine, is_chronicle, stamps, with_labels
from dossier.sources.publication_signs import PublicationSign
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


def signs(text: str, period: When | None = None, opening: Sequence[OpeningLine] = ()) -> list[PublicationSign]:
    """What the article says of its publication in its own words, the strongest first.

    Lines with a date come first, then a place with a date, then updates. ``opening`` are the lines that readers see at
    the head of the page, beside those of the text; where they say nothing, the last lines of the text count that have a
    label. ``period`` is what else is known of the date (a day, a month, a year): it gives a dateline without a year its
    year, if the day then lies in or, of a day, within a week of it.
    """
    lines = list(_opening(text))
    found = _stamped((*with_labels(opening), *with_labels(map(OpeningLine, lines))), period)
    found = found or [stamp for stamp in _stamped(_closing(text), period) if stamp.has_label]
    updates = [stamp for stamp in found if stamp.is_of_update]
    last_day = min((stamp.day for stamp in updates), default=None)
    place = _from_place_and_date(lines, period or (When.day(last_day) if last_day else None))
    in_order = [
        *(PublicationSign.at(stamp.day, stamp.moment, Method.DATELINE) for stamp in _of_publication(found, text)),
        *([PublicationSign.of(When.day(place), Method.DATELINE)] if place else ()),
        *(PublicationSign.by(stamp.day, stamp.moment, Method.DATELINE) for stamp in updates),
    ]
    return list(dict.fromkeys(in_order))


def _of_publication(found: list[DateStamp], text: str) -> list[DateStamp]:
    """The stamps with words; without any, those that are nothing but a date, unless the text is a chronicle."""
    dated = [stamp for stamp in found if not stamp.is_of_update]
    worded = [stamp for stamp in dated if not stamp.is_bare]
    return worded or ([] if not dated or is_chronicle(map(OpeningLine, _lines(text))) else dated)


def _stamped(lines: Iterable[OpeningLine], period: When | None) -> list[DateStamp]:
    near = period.known_day if period else None
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


def _from_place_and_date(lines: list[str], period: When | None) -> date | None:
    for line in lines:
        if match := _PLACE_AND_DATE.match(line):
            day, yearless, weekday = match["date"], match["yearless"], match["weekday"]
            if (
                found := written_dates.written(day, weekday)
                if day
                else written_dates.completed(yearless, weekday, period)
            ):
                return found
    return None
