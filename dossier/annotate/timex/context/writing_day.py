"""The day on which an article says that it was written, where that is not the day of its publication.

"ORLOV, March 8 (Agency) --" in a paper of 9 March: its "today" and "Monday" count from the 8th.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from dossier.annotate.parsed import Parsed
from dossier.annotate.timex.words.lexicon import MONTHS, WEEKDAYS
from dossier.model import PassageRole, When
from dossier.text.calendar_words import SHORT_WEEKDAYS
from dossier.text.word_lists import word_lists

_OF_UPDATES = word_lists("dossier.annotate.timex", "timex_words.toml")["words_of_updates"]
_MAX_TOKENS_BEFORE = 150
"""Tokens before a dateline at most: headlines, bylines and a caption. Set by hand."""
_A_DAY = timedelta(days=1)
"""A paper prints what was written the day before, and east of the date line it is a day later."""
_MAX_DAYS = 31
"""So far off a date with its year is still that of the article: the date given with it is wrong then. Set by hand."""


_SHIFTS = sorted(range(-_MAX_DAYS, _MAX_DAYS + 1), key=abs)


def writing_day(doc: Parsed, published: When | None) -> When | None:
    """The day in the dateline of the article, or in the first line that is nothing but a date; else ``published``.

    Only of a day beside that of publication or, where it is written with its year, within a month of that. One further
    off may be another thing.
    """
    day = published.known_day if published else None
    if day is None:
        return published
    for words in _places(doc):
        own = next((other for other in (day + shift * _A_DAY for shift in _SHIFTS) if _names(words, other, day)), None)
        if own is not None:
            return published if own == day else When.day(own)
    return published


def _places(doc: Parsed) -> Iterator[Sequence[str]]:
    """The words, in lower case, of the datelines that are not of an update, and of headings that are only a date."""
    for passage in doc._.passages:
        words = doc.lowers[passage.start : passage.end]
        is_first = passage.role is PassageRole.DATELINE and passage.start < _MAX_TOKENS_BEFORE
        if is_first and _OF_UPDATES.isdisjoint(words):
            yield [word for word in words if word != ","]
    for start, end in doc._.headings:
        words = [word for word in doc.lowers[start:end] if any(map(str.isalnum, word))]
        if start < _MAX_TOKENS_BEFORE and all(map(_is_of_date, words)):
            yield words


def _is_of_date(word: str) -> bool:
    return word.isdecimal() or word in MONTHS or word in WEEKDAYS or word in SHORT_WEEKDAYS


def _names(words: Sequence[str], own: date, published: date) -> bool:
    """Whether the words name a day, by its month beside its number, and by its year unless it is beside the other."""
    pairs = (sorted(pair, key=str.isdecimal) for pair in pairwise(words))
    is_named = any(
        MONTHS.get(month) == own.month and number in (str(own.day), f"{own.day:02}") for month, number in pairs
    )
    years = {word for word in words if word.isdecimal() and len(word) == len("2021")}
    return is_named and (years == {str(own.year)} or (not years and abs(own - published) <= _A_DAY))
