"""Find the publication date in an object of JSON or in front matter, under whatever key a tool writes it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.model import Method, When
from dossier.sources.dates import written_dates
from dossier.sources.dates.feed_dates import feed_date
from dossier.sources.dates.publication_signs import PublicationSign
from dossier.sources.draft import DraftNote
from dossier.sources.records.record_lookup import TABLES, FoundPart, found_parts, plain_key

_KEYS = TABLES["dates"]
_OF_POSTS = frozenset(TABLES["objects"]["of_posts"].split())
FLAGS = tuple(TABLES["objects"]["flags"].split())
"""What "published" says where it is no date: whether the page is to be seen."""
_HOW_TO_WRITE = "write 2021-03-14, 2021-03 or 2021"
_TWO_DAYS = re.compile(r"\s*(?:0?[1-9]|1[0-2])([./-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d\b", re.ASCII)
_MAX_SHOWN = 40
"""Characters of a value that a note shows. Set by hand."""


@dataclass(frozen=True, slots=True)
class RecordDate:
    """The publication date of a record: ``given``, or by when it had been published (``stated``), or neither.

    ``part`` is where it was found.
    """

    given: When | None = None
    stated: tuple[PublicationSign, ...] = ()
    part: FoundPart | None = None
    notes: tuple[DraftNote, ...] = ()


def record_date(record: Mapping[str, object]) -> RecordDate:
    """The date under the surest key that has one.

    Where two keys that are as sure contradict each other, neither counts. A day on which the article was changed, found
    or stored says only by when it was published. A value that is no date costs the date alone, and is noted.
    """
    unread: list[DraftNote] = []
    for keys in _ranks(record):
        parts = [part for part in found_parts(record, keys) if not _is_flag(part)]
        dated = [(when, part) for part in parts if (when := _date(part))]
        unread += [_no_date(part) for part in parts if not _date(part)]
        if dated and _agree([when for when, _ in dated]):
            when, part = max(dated, key=lambda found: found[0].known_day is not None)
            return RecordDate(when, part=part, notes=tuple(unread))
        if dated:
            return RecordDate(notes=(*unread, _contradiction(dated)))
    return replace(_latest(record), notes=tuple(unread))


def _ranks(record: Mapping[str, object]) -> Iterator[str]:
    """The keys of the publication date, the surest first."""
    yield from (_KEYS["own"], _KEYS["publication"])
    if any(plain_key(key) in _OF_POSTS for key in record):
        yield _KEYS["post"]
    yield from (_KEYS["vague"], _KEYS["utc"])


def _latest(record: Mapping[str, object]) -> RecordDate:
    """The first day by which the record says that the article had been published."""
    parts = found_parts(record, f"{_KEYS['latest']} {_KEYS['post']}")
    found = [(when, part) for part in parts if (when := _date(part))]
    days = [(when.known_day, when, part) for when, part in found if when.known_day]
    if not days:
        return RecordDate()
    day, when, part = min(days, key=lambda one: one[0])
    return RecordDate(
        stated=(PublicationSign.by(day, written_dates.moment_of(when), Method.METADATA),),
        part=part,
    )


def _date(part: FoundPart) -> When | None:
    """The date in a part. Our own key takes any date of EDTF; the others what feeds write."""
    if plain_key(part.place) == _KEYS["own"] and isinstance(part.value, str):
        try:
            return written_dates.given(part.value)
        except ValueError:
            pass
    return feed_date(part.value)


def _is_flag(part: FoundPart) -> bool:
    return isinstance(part.value, bool) or str(part.value).strip().casefold() in FLAGS


def _agree(dates: Sequence[When]) -> bool:
    return all(one.overlaps(other) for one in dates for other in dates)


def _no_date(part: FoundPart) -> DraftNote:
    shown = repr(part.value) if len(repr(part.value)) <= _MAX_SHOWN else repr(part.value)[:_MAX_SHOWN] + "…"
    why = "may be either of two days" if _TWO_DAYS.match(str(part.value)) else "is no date"
    return DraftNote(f'its "{part.place}" is {shown}, which {why}', _HOW_TO_WRITE)


def _contradiction(dated: Sequence[tuple[When, FoundPart]]) -> DraftNote:
    named = " and ".join(f'"{part.place}" {when.edtf}' for when, part in dated)
    return DraftNote(f"it has two dates of publication, and neither counts: {named}", 'keep one, as "published"')
