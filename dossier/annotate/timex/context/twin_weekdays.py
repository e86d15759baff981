"""Two weekdays of one name in one text that were read as two days: the one farther from the publication is in doubt.

"Headed Tuesday to Verrin" and "her first stop is Tuesday", of a Monday: it is hardly last week's Tuesday.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from dossier.annotate.doc import Timex
from dossier.annotate.parsed import Parsed
from dossier.annotate.timex.values.time_reading import PUBLISHED
from dossier.annotate.timex.words.lexicon import WEEKDAYS
from dossier.annotate.timex.words.rule_names import RuleName


def doubting_far_twins(doc: Parsed, timexes: Sequence[Timex], published: date | None) -> Iterator[Timex]:
    """The times in order; bare weekdays farther from the day of publication than another of their name are uncertain.

    Bare is what begins with the name: "Tuesday morning", not "last Tuesday". Only those counted from the publication.
    """
    near: dict[int, int] = {}
    for timex in timexes:
        day = _bare_weekday(doc, timex)
        if day is not None and published is not None:
            distance = abs((day - published).days)
            near[day.weekday()] = min(distance, near.get(day.weekday(), distance))
    for timex in timexes:
        day, when = _bare_weekday(doc, timex), timex.dating.when
        is_far = day is not None and published is not None and abs((day - published).days) > near[day.weekday()]
        yield replace(timex, dating=replace(timex.dating, when=when.as_uncertain())) if is_far and when else timex


def _bare_weekday(doc: Parsed, timex: Timex) -> date | None:
    """The day of a weekday that stands without "last" or "next" and is counted from the publication; else None."""
    is_counted = timex.rule == RuleName.WEEKDAY and timex.dating.anchor == PUBLISHED
    is_bare = doc[timex.start].lower_ in WEEKDAYS
    return timex.dating.when.known_day if is_counted and is_bare and timex.dating.when else None
