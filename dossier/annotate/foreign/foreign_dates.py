"""The explicit dates of an article in another language than English: full dates, months, years and decades.

A day without a year gets the year in which it is nearest to the publication; no other relative time ("last Monday") is
read. Nothing depends on the machine's clock, time zone or locale.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dossier.annotate.foreign.date_readings import ForeignDateReading, all_readings
from dossier.annotate.foreign.month_names import folded
from dossier.annotate.timex.values.repeating import DayOfYear, nearest
from dossier.model import Basis, Dating, Quote, Span, TimeMention, TimexType, When
from dossier.text.segments import segments

_LINE_BREAK = re.compile("[\r\n]")


def times(text: str, tag: str, published: When | None) -> tuple[TimeMention, ...]:
    """The dates of a text in the language of ``tag`` (one of ``languages.WITH_DATES``, with its country or without).

    In text order; offsets count code points of ``text``. A day without a year is the one nearest to ``published``, if
    that is known to the day and the date before it in the text is of the same year, the year before or the next.
    """
    plain = folded(_lines_joined(text))
    day = published.known_day if published else None
    read = _with_dates(_longest_readings(all_readings(plain, tag)), day)
    if published and published.is_uncertain:
        read = _doubted(read)
    return tuple(
        TimeMention(
            id=f"t{number}",
            quote=Quote.cut(text, Span(reading.start, reading.end)),
            type=TimexType.DATE,
            value=reading.value,
            dating=dating,
            rule=reading.rule,
        )
        for number, (reading, dating) in enumerate(read, start=1)
    )


def _lines_joined(text: str) -> str:
    """The text with spaces for the line breaks within a paragraph, as a date may go on in the next line."""
    pieces, taken = [], 0
    for paragraph in segments(text):
        pieces += [text[taken : paragraph.start], _LINE_BREAK.sub(" ", text[paragraph.start : paragraph.end])]
        taken = paragraph.end
    return "".join([*pieces, text[taken:]])


def _longest_readings(readings: Iterator[ForeignDateReading]) -> Iterator[ForeignDateReading]:
    """The dates among the readings, without those that overlap an earlier or, from the same place, a longer reading.

    What looks like a date and is none ("31 février 2019") hides readings of its parts too.
    """
    taken = 0
    for reading in sorted(readings, key=lambda found: (found.start, -found.end)):
        if reading.start >= taken:
            taken = reading.end
            if reading.value:
                yield reading


def _with_dates(
    readings: Iterator[ForeignDateReading], published: date | None
) -> Iterator[tuple[ForeignDateReading, Dating]]:
    """Each reading with its calendar time.

    A day without a year is the nearest to ``published``. It has no calendar time where the date before it is more than
    a year from the publication's year.
    """
    nearest_to = published
    for reading in readings:
        if reading.when:
            yield reading, Dating(reading.when, Basis.EXPLICIT)
            nearest_to = published if published and _is_within_a_year(reading.when, published) else None
            continue
        found = nearest(DayOfYear(*reading.day), nearest_to).start if reading.day and nearest_to else None
        if found is None:
            yield reading, Dating()
        else:
            resolved = ForeignDateReading(reading.start, reading.end, reading.rule, found.isoformat())
            yield resolved, Dating(When.day(found), Basis.RELATIVE, "published")


def _doubted(read: Iterator[tuple[ForeignDateReading, Dating]]) -> Iterator[tuple[ForeignDateReading, Dating]]:
    """The same, those that rest on the publication date marked uncertain."""
    for reading, dating in read:
        when = dating.when if dating.basis is Basis.RELATIVE else None
        yield reading, replace(dating, when=when.as_uncertain()) if when else dating


def _is_within_a_year(when: When, published: date) -> bool:
    """Whether the time touches the year of the publication, the year before or the year after."""
    first, last = when.earliest, when.latest
    return first is not None and last is not None and first.year - 1 <= published.year <= last.year + 1
