"""What a template gets of the bottom line: what the entries come to, in a few findings."""

from dataclasses import dataclass

from dossier.render.page_values.disagreement_context import Disagreement
from dossier.render.page_values.row_context import NoteRange, Remark
from dossier.render.page_values.text_runs import Passage


@dataclass(frozen=True, slots=True)
class Finding:
    """An entry that the bottom line tells under a ``heading``, with the number of its row and some of its fields.

    ``support`` says how many sources the event with the most of them has, of a forecast or plan who says so, too.
    ``note_ranges`` are the ``notes`` in short.
    """

    heading: str
    row: int
    date: str
    passage: Passage
    notes: tuple[int, ...]
    note_ranges: tuple[NoteRange, ...]
    labels: tuple[Remark, ...]
    support: str


@dataclass(frozen=True, slots=True)
class Silence:
    """A long time in which no event lies, between the entries ``after`` and ``before``; their dates in words.

    ``lasts`` says how long it is ("22 months").
    """

    after: int
    since: str
    before: int
    until: str
    lasts: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """The number of a ``row`` that is not stated as fact, or not in all its words, and its ``labels``."""

    row: int
    labels: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class OwnDenial:
    """A sentence in which the subject denies something: its ``date`` in words and its ``line``.

    ``number`` makes the anchor (``denial2``), ``note`` is the number of its note. ``doubt`` says which words may mean
    somebody else, empty where none may. ``accusation`` is the sentence before where the line denies "it", else empty,
    and ``accusation_note`` the number of its note, else None.
    """

    number: int
    date: str
    line: str
    doubt: str
    note: int
    accusation: str = ""
    accusation_note: int | None = None


@dataclass(frozen=True, slots=True)
class Denial:
    """Who denies (``by``) that the events of the entries with the numbers ``rows`` happened.

    ``words`` are those that say of each row what is denied; some may be empty.
    """

    by: str
    rows: tuple[int, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BottomLine:
    """What the entries come to.

    ``findings`` are the most important entries, the latest one, and the first that is still expected. ``disputed`` are
    the most important matters on which sources disagree, ``more_disputed`` counts the others. ``unsure`` and ``denied``
    are the numbers of the rows that are not stated as fact, and of those said not to have happened that nobody is known
    to deny, of so many ``entries``; ``denials`` say who denies the others. ``doubts`` are those ``unsure`` with their
    labels where they are few, else none; ``partly_unsure`` are important rows of facts of which other words are not
    stated as fact. ``support`` says on how many sources the entries rest.
    ``own_denials`` are what the subject itself denies, ``more_own_denials`` counts those not shown.
    """

    findings: tuple[Finding, ...]
    disputed: tuple[Disagreement, ...]
    more_disputed: int
    unsure: tuple[int, ...]
    doubts: tuple[Doubt, ...]
    partly_unsure: tuple[Doubt, ...]
    denied: tuple[int, ...]
    denials: tuple[Denial, ...]
    entries: int
    support: str
    own_denials: tuple[OwnDenial, ...] = ()
    more_own_denials: int = 0
