"""What the template of a briefing gets: typed values made for the page, and nothing else.

A template sees them as plain data (``plain_data.plain``): fields, no method, no property. Every string holds words for
the reader, which the template escapes. Fields may be added; no field changes its meaning.
"""

from dataclasses import dataclass

from dossier.render.entries.facets import Facet
from dossier.render.entries.neighbours import WaysOut
from dossier.render.entries.possible_entries import PossibleEntry
from dossier.render.page_values.bottom_line_context import BottomLine, Silence
from dossier.render.page_values.change_context import DossierChanges
from dossier.render.page_values.chart_context import ChartMark
from dossier.render.page_values.chronology_context import ChronologyPart
from dossier.render.page_values.disagreement_context import Disagreement
from dossier.render.page_values.note_context import Note, SourceEntry
from dossier.render.page_values.row_context import Highlight, KeySign, Row
from dossier.render.page_values.text_runs import Passage
from dossier.render.places import EventPlaces
from dossier.render.relations import Relations
from dossier.render.sayings import Sayings
from dossier.render.wording.analyst_remarks import AnalystRemark
from dossier.render.wording.marking_line import MarkingLine


@dataclass(frozen=True, slots=True)
class AliasUse:
    """Another name of the subject: in how many mentions and in how many articles it is used."""

    text: str
    mentions: int
    articles: int


@dataclass(frozen=True, slots=True)
class DescriptionEntry:
    """An article's description of the subject, with the number of its note. ``number`` makes the anchor (``d2``).

    ``month`` is that of the article in words where it is old beside the others, else empty; ``ended`` the entry that
    tells that an office was left, in words, if any does.
    """

    number: int
    passage: Passage
    note: int
    month: str = ""
    ended: str = ""


@dataclass(frozen=True, slots=True)
class IdentityReason:
    """A reason why two names mean one actor, or why they do not; ``note`` is the number of its note, 0 for none."""

    text: str
    is_against: bool
    note: int


@dataclass(frozen=True, slots=True)
class NameComparison:
    """Two names that were compared, with the reasons for and against their meaning one actor.

    ``more`` counts the weaker reasons that are left out.
    """

    number: int
    left: str
    right: str
    grounds: tuple[IdentityReason, ...]
    more: int


@dataclass(frozen=True, slots=True)
class CastMember:
    """One of the main actors of a case, its ``kind`` in words (``label_wording.KIND_WORDS``).

    ``number`` makes the anchor (``w3``). ``aliases`` are its most used other names. ``description`` is what an article
    calls it, None where no text says. It is mentioned so often (``mentions``), in so many ``articles`` from so many
    independent ``sources``. The entries with the numbers ``rows`` name it, or it takes part in them. ``link`` leads to
    its own dossier, empty where it has none.
    """

    number: int
    name: str
    kind: str
    aliases: tuple[str, ...]
    description: DescriptionEntry | None
    mentions: int
    articles: int
    sources: int
    rows: tuple[int, ...]
    link: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """The briefing on one subject, or on a whole case.

    ``direction`` is that of the name (ltr, rtl), ``running`` the name cut to fit the head of a printed page. ``as_of``
    is the time up to which the briefing goes, in words; ``created`` is its last day as ISO 8601. Both are empty where
    it is unknown. ``facts`` are (name, value) pairs that sum the briefing up, ``identifiers`` (scheme, value) pairs
    from a watchlist. ``bottom_line`` says what the entries come to, None where they are few; ``silences`` are the
    longest times of which none tells. ``same`` are comparisons of names that were merged, ``apart`` those that were
    not. ``highlights`` are the most important entries in the order of their rows; where there are few entries, none.
    ``entries`` is the number of all rows, of which a short page has some. ``rows`` stand in line, by a date or a
    report, ``undated`` do not, ``expected`` are the rows of forecasts and plans.
    ``chronology`` has the ``rows`` under headings, ``key`` the signs at dates of any row.
    ``possible`` are the events that are only possibly about the subject, ``left_out`` is the number of those not worth
    a line. ``marks`` are those of the ``rows`` that a chart can place; ``unplaced`` counts those that it cannot.
    ``changes`` is what the dossier said otherwise when it changed last; None outside editions. A case has a ``cast``,
    who is who in it, and no names; ``untold`` is the number of its events that have no line, None for an actor.
    ``facets`` are what the filter knows of each entry, ``ways_out`` the links to other pages.
    ``marking`` and ``status`` are those of the document, None and empty where nobody asked for them; ``selection`` says
    of which articles alone it was made, and is empty where of all. ``edition`` is the
    edition in which it changed last, and ``period`` the time that its entries tell of, empty where none has a time.
    ``method`` are (name, value) pairs on what it was made of and what it leaves out.
    ``relations`` say who is tied to the subject and by what, ``places`` where it happened, ``sayings`` what the subject
    said and what others said of it; each is None where nothing says so. ``leaders`` are words of articles that name
    who leads a body. ``described`` is what the analyst calls the subject in words of his own, ``corrections`` say what
    he corrected at the head, and ``remarks`` are his notes.
    """

    name: str
    direction: str
    running: str
    kind: str
    as_of: str
    created: str
    generator: str
    facts: tuple[tuple[str, str], ...]
    aliases: tuple[AliasUse, ...]
    descriptions: tuple[DescriptionEntry, ...]
    leaders: tuple[DescriptionEntry, ...]
    identifiers: tuple[tuple[str, str], ...]
    same: tuple[NameComparison, ...]
    apart: tuple[NameComparison, ...]
    highlights: tuple[Highlight, ...]
    entries: int
    rows: tuple[Row, ...]
    chronology: tuple[ChronologyPart, ...]
    key: tuple[KeySign, ...]
    undated: tuple[Row, ...]
    expected: tuple[Row, ...]
    possible: tuple[PossibleEntry, ...]
    left_out: int
    bottom_line: BottomLine | None
    silences: tuple[Silence, ...]
    disagreements: tuple[Disagreement, ...]
    facets: tuple[Facet, ...]
    ways_out: WaysOut
    notes: tuple[Note, ...]
    sources: tuple[SourceEntry, ...]
    marks: tuple[ChartMark, ...]
    unplaced: int
    changes: DossierChanges | None = None
    cast: tuple[CastMember, ...] = ()
    untold: int | None = None
    relations: Relations | None = None
    marking: MarkingLine | None = None
    status: str = ""
    selection: str = ""
    edition: int | None = None
    period: str = ""
    method: tuple[tuple[str, str], ...] = ()
    places: EventPlaces | None = None
    sayings: Sayings | None = None
    described: str = ""
    corrections: tuple[str, ...] = ()
    remarks: tuple[AnalystRemark, ...] = ()
