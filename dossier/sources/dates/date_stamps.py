"""Read lines that say when an article was published: "By Ada Brandt | Updated 14:05 GMT, Monday 3 May 2021".

A line counts as a whole: beside dates it holds the names of authors, words that say what happened on the day, and
marks, and nothing else. So a sentence with a date is none. A block that the page marks as a byline may hold any words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from dossier.model import When
from dossier.sources.dates import written_dates
from dossier.text.calendar_words import MONTH, WEEKDAY, any_name
from dossier.text.word_lists import word_lists

MAX_LINE_CHARACTERS = 160
"""A longer line is a paragraph. Set by hand; no measurement is recorded."""
_WORDS = word_lists("dossier.sources", "source_words.toml")
_PUBLICATION_WORDS, _UPDATE_WORDS = _WORDS["words_of_publication"], _WORDS["words_of_update"]

_CLOCK_TIME = (
    r"(?:\d{1,2}(?:[:.]\d\d){1,2}(?:\s*[ap]\.?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?)"
    r"(?:\s*\(?(?-i:[A-Z]{1,5}(?:[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d)\)?|\s+\w+\s+time\b)?"
)
_MARK = r"[-,;:|•·–—/()\[\]]"
_NAME = r"(?-i:[^\W\d_a-zß-öø-ÿ][\w.'’-]*)"
_AUTHORS = rf"by:?\s+{_NAME}(?:,?\s+(?:(?:and|at|for|from|in|of)\s+)?{_NAME}){{0,9}}"
_BESIDE_LABEL = rf"{any_name(_WORDS['words_beside_a_label'])}\b"
_LABEL_WORD = rf"{any_name(_PUBLICATION_WORDS | _UPDATE_WORDS)}\b"
_LABEL = (
    rf"\b(?:{_BESIDE_LABEL}\s+)*{_LABEL_WORD}(?:\s+(?:{_LABEL_WORD}|{_BESIDE_LABEL}))*"
    rf"(?:\s+{_AUTHORS}(?:\s+on)?)?\s*[:,|–—-]?\s*"
)
_HYPHENED = re.compile(rf"\b(\d\d?)-({MONTH})-(\d{{4}})\b", re.I)
_AGO = r"(?:an?|\d+)\s+(?:minute|hour|day|week|month|year)s?\s+ago"
_STAMP = re.compile(
    rf"(?P<label>{_LABEL})?(?:(?P<before>{_CLOCK_TIME})\s*(?:on\b|{_MARK})?\s*)?(?:(?P<weekday>{WEEKDAY}),?\s+)?"
    rf"(?<![\w./-])(?:(?P<date>{written_dates.FULL_DATE})|(?P<numbers>{written_dates.DATE_IN_NUMBERS})"
    rf"|(?P<yearless>{written_dates.DAY_AND_MONTH}))(?:(?=T\d)|(?!\w))"
    rf"(?:\s*(?:at\b|T|{_MARK})?\s*(?P<after>{_CLOCK_TIME}))?\.?",
    re.I,
)
_BESIDE_STAMPS = re.compile(
    rf"(?:\s|{_MARK}|{WEEKDAY}\b|(?:(?:story|report|words|written)\s+)?{_AUTHORS}|\d+\s+min(?:ute)?s?\s+read"
    rf"|{_LABEL}(?:{_CLOCK_TIME}|{written_dates.DAY_AND_MONTH}|{_AGO})(?:,?\s+(?:at\s+)?{_CLOCK_TIME})?)*",
    re.I,
)
_BEFORE_A_DATE = re.compile(rf"{_LABEL}|{_AUTHORS}", re.I)
_LETTERS = re.compile(r"[a-z]+")
_ANY_YEAR = re.compile(written_dates.YEAR)
_BY = re.compile(r"\bby\b", re.I)


class OpeningLine(NamedTuple):
    """A line at the head of a page; ``is_byline`` is true of a block that the page marks as one."""

    text: str
    is_byline: bool = False


@dataclass(frozen=True, slots=True)
class DateStamp:
    """A day in a line, with the moment if the line gives the time and a zone that is known.

    ``is_of_update``: the article had been published by then. ``has_label``: words say what the day is. ``is_bare``: no
    words do, and it does not stand beside an author.
    """

    day: date
    moment: datetime | None
    is_of_update: bool
    has_label: bool
    is_bare: bool


def stamps(line: OpeningLine, near: Sequence[When] = ()) -> list[DateStamp]:
    """The stamps in a line, in order; none where the line has other words, or two dates without words for them.

    A day without a year counts if it lies within a week of one of the days ``near``.

    >>> [stamp.day.isoformat() for stamp in stamps(OpeningLine("First published 3 May 2021, updated 5 May 2021"))]
    ['2021-05-03', '2021-05-05']
    """
    if len(line.text) > MAX_LINE_CHARACTERS:
        return []
    text = _HYPHENED.sub(r"\1 \2 \3", line.text)
    matches = list(_STAMP.finditer(text))
    beside = _STAMP.sub("|", text)
    if not matches or not (line.is_byline or _BESIDE_STAMPS.fullmatch(beside)):
        return []
    has_two_bare_dates = sum(not match["label"] for match in matches) > 1
    return [] if has_two_bare_dates else list(_read(matches, near, has_author=bool(_BY.search(beside))))


def is_chronicle(lines: Iterable[OpeningLine]) -> bool:
    """Whether there are lines with different dates and nothing else: each heads an item, and none is the article's."""
    dated = (line for line in with_labels(lines) if _ANY_YEAR.search(line.text) and _STAMP.fullmatch(line.text))
    return len({stamp.day for line in dated for stamp in stamps(line) if stamp.is_bare}) > 1


def with_labels(lines: Iterable[OpeningLine]) -> Iterator[OpeningLine]:
    """The lines, a label or an author that has a line of its own ("Updated", "By Ada Brandt") put before the next."""
    before: list[str] = []
    for line in lines:
        before.append(line.text)
        if not _BEFORE_A_DATE.fullmatch(line.text):
            yield OpeningLine(" ".join(before), line.is_byline)
            before = []


def _read(matches: list[re.Match[str]], near: Sequence[When], *, has_author: bool) -> Iterator[DateStamp]:
    for match in matches:
        if day := _day(match, near):
            label = (match["label"] or "").lower()
            is_of_update = not _UPDATE_WORDS.isdisjoint(_LETTERS.findall(label))
            yield DateStamp(day, _moment(match, day), is_of_update, bool(label), not label and not has_author)


def _day(match: re.Match[str], near: Sequence[When]) -> date | None:
    if match["numbers"]:
        return written_dates.in_numbers(match["numbers"])
    if match["yearless"]:
        return written_dates.completed(match["yearless"], match["weekday"], near)
    return written_dates.written(match["date"], match["weekday"])


def _moment(match: re.Match[str], day: date) -> datetime | None:
    clock = match["before"] or match["after"]
    return written_dates.moment_on(day, clock) if clock else None
