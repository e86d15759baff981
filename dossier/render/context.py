"""What a template may use, and nothing else: plain values, made for the page and typed.

A template sees the ``Briefing`` as ``briefing`` and, next to it, the drawn ``Figure`` (or None) as ``chart``.
Every string is the words for the reader; escaping is the template's. Fields may be added; none changes its
meaning.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Status(StrEnum):
    """How sure one row is as a whole: the weakest that any of its events allows."""

    FACT = "fact"
    UNSURE = "unsure"
    NEGATED = "negated"

    @property
    def words(self) -> str:
        """What it says to the reader."""
        return _STATUSES[self]


_STATUSES = {
    Status.FACT: "stated as fact",
    Status.UNSURE: "not stated as fact",
    Status.NEGATED: "said not to have happened",
}


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text; ``is_trigger`` marks the words that were read as an event."""

    text: str
    is_trigger: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """Someone's words in pieces.

    ``direction`` (ltr, rtl) is empty where no letter runs right to left; ``language`` (a tag) is empty for
    English and where it is not known.
    """

    segments: tuple[Segment, ...]
    direction: str = ""
    language: str = ""

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(segment.text for segment in self.segments)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something said of a row; ``about`` names the marked words it holds for, empty when it holds for all."""

    text: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of the timeline: the events that one line of one sentence tells.

    ``number`` counts through dated, undated and expected rows and is the anchor (``r3``). ``date`` is empty where there
    is none, ``basis`` where the date is written out; ``about`` names the marked words that both are of. ``labels``
    say what is not simply stated as fact, ``voices`` who says so and what is known of the time of the other
    words. ``disputed`` says on what the sources disagree. ``notes`` are the numbers of the source notes. A row that
    ``is_long`` may break over pages, others may not.
    """

    number: int
    date: str
    about: str
    basis: str
    passage: Passage
    status: Status
    labels: tuple[Remark, ...]
    voices: tuple[Remark, ...]
    places: tuple[Remark, ...]
    support: tuple[Remark, ...]
    disputed: tuple[Remark, ...]
    notes: tuple[int, ...]
    is_long: bool


@dataclass(frozen=True, slots=True)
class Backlink:
    """Where a note is cited: the anchor on the page and its name."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Departure:
    """Where a source says something else than the row that cites it, and what."""

    at: Backlink
    text: str


@dataclass(frozen=True, slots=True)
class Joined:
    """An event of a note that was taken for the same as one of another note, and why.

    ``word`` is what tells it here, ``other`` there.
    """

    note: int
    word: str
    other: str
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """One piece of evidence: a place in an article (anchor ``n3``).

    ``origin`` is publisher, author and date, as far as known. ``quote`` is None where the place ``quoted_at``
    shows the same words; ``cited`` are the other places that cite it. ``differs`` says how it departs
    from the rows that cite it, ``joined`` which other notes tell the same events. A note that ``is_long`` may break
    over pages.
    """

    number: int
    source: int
    title: str
    origin: tuple[str, ...]
    start: int
    end: int
    quote: Passage | None
    quoted_at: Backlink | None
    differs: tuple[Departure, ...]
    joined: tuple[Joined, ...]
    cited: tuple[Backlink, ...]
    is_long: bool


@dataclass(frozen=True, slots=True)
class Source:
    """One article (anchor ``s3``), with its ``origin`` as in its notes.

    ``link`` is the URL where that is a web address fit to be a link, else empty. ``copy_of`` names the source whose
    words it prints again, empty where it is no copy.
    """

    number: int
    title: str
    ref: str
    origin: tuple[str, ...]
    reliability: str
    url: str
    link: str
    sha256: str
    copy_of: str


@dataclass(frozen=True, slots=True)
class Called:
    """Another name, how often it is used and in how many articles."""

    text: str
    mentions: int
    articles: int


@dataclass(frozen=True, slots=True)
class Described:
    """What an article calls the subject, with the number of its note; ``number`` is the anchor (``d2``)."""

    number: int
    passage: Passage
    note: int


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that speaks for or against two names being one actor's, with the note that says so (0: none)."""

    text: str
    is_against: bool
    note: int


@dataclass(frozen=True, slots=True)
class Tie:
    """Two names that were compared, and on what grounds they were taken for one actor's, or not."""

    number: int
    left: str
    right: str
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Highlight:
    """One of the entries that matter most, with the ``labels`` and what is ``disputed`` of its row."""

    row: int
    date: str
    line: str
    labels: tuple[Remark, ...]
    disputed: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One reading of a conflict, with the notes that have it."""

    value: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Readings of one field of one event side by side; ``about`` is its trigger in that row."""

    row: int
    about: str
    field: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A dated row as the chart needs it: a half-open time known at both ends, and how sure is what has that date."""

    number: int
    start: datetime
    end: datetime
    status: Status


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawn chart: an ``svg`` element that holds no words of others, and its caption.

    ``statuses`` are those that occur in it, for the key; ``is_count`` when bars stand for numbers of rows.
    """

    svg: str
    caption: str
    statuses: tuple[Status, ...]
    is_count: bool


@dataclass(frozen=True, slots=True)
class Briefing:
    """One subject's briefing.

    ``running`` is the name cut to fit a page's head. ``created`` is the day it speaks for as ISO 8601, empty
    where unknown. ``facts`` are (name, value) pairs that sum it up, ``identifiers`` (scheme, value) from a watchlist.
    ``same`` are the names that were taken for the subject's, ``apart`` those that came near and were not, with the
    grounds. ``highlights`` are the entries that matter most, in the order of their rows; a short briefing has none.
    ``expected`` are forecasts and plans. ``marks`` are the rows that a chart can
    place; ``unplaced`` counts the dated rows that it cannot.
    """

    name: str
    direction: str
    running: str
    kind: str
    as_of: str
    created: str
    generator: str
    facts: tuple[tuple[str, str], ...]
    aliases: tuple[Called, ...]
    descriptions: tuple[Described, ...]
    identifiers: tuple[tuple[str, str], ...]
    same: tuple[Tie, ...]
    apart: tuple[Tie, ...]
    highlights: tuple[Highlight, ...]
    rows: tuple[Row, ...]
    undated: tuple[Row, ...]
    expected: tuple[Row, ...]
    disagreements: tuple[Disagreement, ...]
    notes: tuple[Note, ...]
    sources: tuple[Source, ...]
    marks: tuple[Mark, ...]
    unplaced: int


@dataclass(frozen=True, slots=True)
class File:
    """A file of a dossier: what the reader calls it ("PDF"), and its path relative to the index."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One dossier in the index, its ``kind`` in words (``labels.KINDS``).

    Its name leads to the first of its files; it has none where it could not be made.
    """

    name: str
    kind: str
    n_events: int
    n_undated: int
    n_articles: int
    files: tuple[File, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that was not taken or not made, and why."""

    ref: str
    reason: str


@dataclass(frozen=True, slots=True)
class Index:
    """What a build made, and what was skipped; a template sees it as ``index``.

    ``as_of`` is in words (``dates.words``), empty where unknown.
    """

    as_of: str
    generator: str
    entries: tuple[IndexEntry, ...]
    skipped: tuple[Refused, ...] = ()
