"""What a template gets of the bottom line: what the entries come to, in a few findings."""

from dataclasses import dataclass

from dossier.render.disagreement_context import Disagreement
from dossier.render.row_context import Remark
from dossier.render.text_runs import Passage


@dataclass(frozen=True, slots=True)
class Finding:
    """An entry that the bottom line tells under a ``heading``, with the number of its row and some of its fields.

    ``support`` says how many sources the event with the most of them has.
    """

    heading: str
    row: int
    date: str
    passage: Passage
    notes: tuple[int, ...]
    labels: tuple[Remark, ...]
    support: str


@dataclass(frozen=True, slots=True)
class Silence:
    """A long time of which no entry tells, between the entries ``after`` and ``before``; their dates in words.

    ``lasts`` says how long it is ("22 months").
    """

    after: int
    since: str
    before: int
    until: str
    lasts: str


@dataclass(frozen=True, slots=True)
class BottomLine:
    """What the entries come to.

    ``findings`` are the latest entry, the most important one, and the first that is expected. ``disputed`` are the most
    important matters on which sources disagree, ``more_disputed`` counts the others. ``unsure`` and ``denied`` are the
    numbers of the rows that are not stated as fact, and of those said not to have happened, of so many ``entries``.
    ``support`` says on how many sources the entries rest.
    """

    findings: tuple[Finding, ...]
    disputed: tuple[Disagreement, ...]
    more_disputed: int
    unsure: tuple[int, ...]
    denied: tuple[int, ...]
    entries: int
    support: str
