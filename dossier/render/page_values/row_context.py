"""What a template gets of one row of the timeline."""

from dataclasses import dataclass
from enum import StrEnum

from dossier.render.page_values.disagreement_context import Disagreement
from dossier.render.page_values.event_values import EventValues
from dossier.render.page_values.text_runs import Passage


class Status(StrEnum):
    """How sure a row is as a whole: what all its events share, else ``UNSURE``."""

    FACT = "fact"
    UNSURE = "unsure"
    NEGATED = "negated"

    @property
    def words(self) -> str:
        """The status in words for the reader."""
        return _STATUSES[self]


_STATUSES = {
    Status.FACT: "stated as fact",
    Status.UNSURE: "not established",
    Status.NEGATED: "said not to have happened",
}


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on a row. ``about`` names the triggers that it is about, empty where it is about the whole row."""

    text: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class KeySign:
    """A sign at a date, and what it means: the key of the page says it once."""

    sign: str
    words: str


@dataclass(frozen=True, slots=True)
class NoteRange:
    """Notes with numbers in a row, from the ``first``: "15–17" in ``words``."""

    first: int
    words: str


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """An older number of a count in the words of its article, with its date, and the numbers of its notes."""

    words: str
    date: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OtherLine:
    """A further line of a row that stands for several, with its date, and the numbers of its notes."""

    date: str
    passage: Passage
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of the timeline: the events in one line of one sentence.

    ``number`` counts through placed, undated and expected rows, and makes the anchor (``r3``). ``date`` is in words,
    empty where there is none. ``basis`` says how the date is known unless it is written out, and how it was chosen if
    sources give several; ``signs`` say the same in short, and ``basis_in_full`` are sentences that say so where no text
    gives a date. ``about`` names the triggers of the events that have this date. ``labels`` are remarks on events not
    stated as fact. ``voices`` give the bounds that other events set to the date, the dates of the other events of the
    row, and the sources; ``ended`` says of what the line leaves open until when it was so. ``places`` name the places
    that the line does not, ``support`` the numbers of sources, ``told_by`` on how many the
    entry rests;
    ``sources`` is the number for the event that has the most. ``disputed`` names the fields on which sources disagree,
    ``sides`` are what each says. ``analyst`` names the fields that the analyst corrected, ``corrections`` say of each
    what was read, by whom and when it was corrected. ``notes`` are the numbers of the source notes, ``note_ranges``
    the same in short, with those of further lines that count among its sources. ``figures`` are the older numbers of a
    count, and ``others`` the further lines of a row that stands for several, both the newest first; ``others_name`` is
    what one of these is called. ``events`` are its events as values that are not worded. What is expected
    ``is_overdue`` when its time has passed. A row that ``is_long`` may break over pages.
    """

    number: int
    date: str
    about: str
    basis: str
    signs: tuple[KeySign, ...]
    basis_in_full: str
    passage: Passage
    status: Status
    labels: tuple[Remark, ...]
    voices: tuple[Remark, ...]
    ended: tuple[Remark, ...]
    places: tuple[Remark, ...]
    support: tuple[Remark, ...]
    told_by: str
    sources: int
    disputed: tuple[Remark, ...]
    sides: tuple[Disagreement, ...]
    analyst: tuple[str, ...]
    corrections: tuple[str, ...]
    notes: tuple[int, ...]
    note_ranges: tuple[NoteRange, ...]
    figures: tuple[ShownFigure, ...]
    others: tuple[OtherLine, ...]
    others_name: str
    events: tuple[EventValues, ...]
    is_overdue: bool
    is_long: bool


@dataclass(frozen=True, slots=True)
class Highlight:
    """One of the most important entries: the number of its row, and some fields of that row.

    ``analyst`` names the fields that the analyst corrected.
    """

    row: int
    date: str
    line: str
    labels: tuple[Remark, ...]
    disputed: tuple[Remark, ...]
    analyst: tuple[str, ...]
    notes: tuple[int, ...]
