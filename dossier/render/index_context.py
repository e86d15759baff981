"""What the template of the start page gets: the dossiers of one build, and what was left out."""

from dataclasses import dataclass
from enum import StrEnum

from dossier.render.case_outline import CaseEvent, OutletCount
from dossier.render.page_values.change_context import CaseChanges
from dossier.render.wording.marking_line import MarkingLine


class StartFile(StrEnum):
    """The pages beside the dossiers: all that there are, and how to read one."""

    INDEX = "index.html"
    READING = "reading.html"


@dataclass(frozen=True, slots=True)
class File:
    """A file of a dossier: its name for the reader ("PDF"), and its path relative to the index."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One dossier in the index, or somebody who has none: then it has no files, and no entries.

    ``n_dated`` counts the entries with a date, ``n_reported`` those that stand in the line without one, ``n_undated``
    the others. The name is a link to the first of its ``files``; there are none either where the dossier could not be
    made. ``changed`` says when it changed last, or is empty. ``description`` is what an article calls it, empty where
    none does. ``in_cast`` is the number of somebody without a dossier in that of the case, else 0.
    """

    name: str
    n_dated: int
    n_reported: int
    n_undated: int
    n_articles: int
    files: tuple[File, ...]
    changed: str = ""
    aliases: tuple[str, ...] = ()
    description: str = ""
    in_cast: int = 0


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """The actors of one kind, which the ``heading`` names in the plural."""

    heading: str
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """A source that was not read, or not in full, or a name without a dossier, and why."""

    ref: str
    reason: str


@dataclass(frozen=True, slots=True)
class Index:
    """The dossiers of one build, and what was skipped; the template sees it as ``index``.

    ``as_of`` is in words (``date_wording.when_words``), empty where it is unknown. ``edition`` is the number of the
    build, None outside editions; ``changes`` is what it says otherwise than the edition before. ``groups`` are who is
    who, by kind. ``nobody`` are names that no actor has, ``skipped`` what was not read, or not in full. ``whole`` is
    the dossier of the case, ``case`` are the files with all that was found. ``events`` are the main ones, cited where
    ``whole_page`` leads; ``outlets`` are those of all articles. ``marking`` and ``status`` are those of the build, None
    and empty where it has none; ``selection`` says of which articles alone it was made, and is empty where of all.
    ``above_marking`` articles and ``events_above_marking`` events of other articles are marked above that, and were
    left out; ``articles`` were read.
    """

    as_of: str
    generator: str
    groups: tuple[IndexGroup, ...]
    skipped: tuple[Refused, ...] = ()
    edition: int | None = None
    changes: CaseChanges | None = None
    case: tuple[File, ...] = ()
    marking: MarkingLine | None = None
    status: str = ""
    selection: str = ""
    above_marking: int = 0
    events_above_marking: int = 0
    nobody: tuple[Refused, ...] = ()
    whole: IndexEntry | None = None
    whole_page: str = ""
    events: tuple[CaseEvent, ...] = ()
    outlets: tuple[OutletCount, ...] = ()
    articles: int = 0
