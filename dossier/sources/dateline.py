"""Find the day of publication in an article's own words: a line "Published 14 March 2025", "BAGHDAD, March 14, 2025 —".

Only the first lines can have it, down to the first long line (a paragraph). The weekday must be right. A text with
several lines that are nothing but a date, each another one, is a chronicle: none of them is the day of publication.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice

from dossier.model import Method, When
from dossier.sources import written_dates
from dossier.sources.date_stamps import MAX_LINE_CHARACTERS, DateStamp, OpeningLine, stamps, with_labels
from dossier.sources.publication_signs import PublicationSign
from dossier.text.calendar_words import MONTH, WEEKDAY

_MAX_OPENING_LINES = 6
"""Lines in which a dateline is looked for. Set by hand; no measurement is recorded."""
_DAYS_BESIDE = timedelta(days=7)
"""How far a dateline without a year may lie from the day that another sign names. Set by hand; not measured."""

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
_ANY_YEAR = re.compile(written_dates.YEAR)


def signs(text: str, period: When | None = None, opening: Sequence[OpeningLine] = ()) -> list[PublicationSign]:
    """What the article says of its publication in its own words, the strongest first.

    Lines with a date come first, then a place with a date, then updates. ``opening`` are the lines that readers see at
    the head of the page, beside those of the text. ``period`` is what else is known of the date (a day, a month, a
    year): it gives a dateline without a year its year, if the day then lies in or, of a day, within a week of it.
    """
    lines = list(_opening(text))
    both = (*with_labels(opening), *with_labels(map(OpeningLine, lines)))
    found = [stamp for line in both for stamp in stamps(line)]
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
    """The stamps with a label; without any, those that are nothing but a date, unless the text is a chronicle."""
    dated = [stamp for stamp in found if not stamp.is_of_update]
    labelled = [stamp for stamp in dated if stamp.is_labelled]
    return labelled or ([] if not dated or _is_chronicle(text) else dated)


def _opening(text: str) -> Iterator[str]:
    """The lines that may hold a dateline, without the marks of Markdown around them."""
    for line in islice(_lines(text), _MAX_OPENING_LINES):
        yield line
        if len(line) > MAX_LINE_CHARACTERS:
            return


def _lines(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        # Runs of spaces become one, so that the patterns take no time over them.
        if line := " ".join(text[start:end].replace("*", "").split()).strip(_DECORATION):
            yield line
        start = end + 1


def _is_chronicle(text: str) -> bool:
    """Whether the text has lines with different dates and nothing else."""
    dated = (OpeningLine(line) for line in _lines(text) if _ANY_YEAR.search(line))
    return len({stamp.day for line in dated for stamp in stamps(line) if not stamp.is_labelled}) > 1


def _from_place_and_date(lines: list[str], period: When | None) -> date | None:
    for line in lines:
        if match := _PLACE_AND_DATE.match(line):
            day, yearless, weekday = match["date"], match["yearless"], match["weekday"]
            if found := written_dates.written(day, weekday) if day else _completed(yearless, weekday, period):
                return found
    return None


def _completed(yearless: str, weekday: str | None, period: When | None) -> date | None:
    """The only day with this month and day that lies in the period, or within a week of it if that is one day."""
    if period is None or period.earliest is None or period.latest is None:
        return None
    beside = _DAYS_BESIDE if period.known_day else timedelta()
    first, last = period.earliest - beside, period.latest + beside
    days = [written_dates.written(f"{yearless} {year}", weekday) for year in range(first.year, last.year + 1)]
    found = [day for day in days if day and first <= day <= last]
    return found[0] if len(found) == 1 else None
