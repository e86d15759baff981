"""What the template of the start page gets: the dossiers of one build, and what was left out."""

from dataclasses import dataclass

from dossier.render.change_context import CaseChanges
from dossier.render.marking_line import MarkingLine


@dataclass(frozen=True, slots=True)
class File:
    """A file of a dossier: its name for the reader ("PDF"), and its path relative to the index."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One dossier in the index, its ``kind`` in words (``label_wording.KIND_WORDS``).

    ``n_dated`` counts the entries with a date, ``n_reported`` those that stand in the line without one, ``n_undated``
    the others. The name is a link to the first of its ``files``. There are no files where the dossier could not be
    made. ``changed`` says when it changed last, or is empty.
    """

    name: str
    kind: str
    n_dated: int
    n_reported: int
    n_undated: int
    n_articles: int
    files: tuple[File, ...]
    changed: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A source that was not read or a dossier that was not made, and why."""

    ref: str
    reason: str


@dataclass(frozen=True, slots=True)
class Index:
    """The dossiers of one build, and what was skipped; the template sees it as ``index``.

    ``as_of`` is in words (``date_wording.when_words``), empty where it is unknown. ``edition`` is the number of the
    build, None outside editions; ``changes`` is what it says otherwise than the edition before. ``case`` are the files
    of the whole case. ``marking`` and ``status`` are those of the build, None and empty where it has none.
    ``above_marking`` articles are marked above that, and were left out.
    """

    as_of: str
    generator: str
    entries: tuple[IndexEntry, ...]
    skipped: tuple[Refused, ...] = ()
    edition: int | None = None
    changes: CaseChanges | None = None
    case: tuple[File, ...] = ()
    marking: MarkingLine | None = None
    status: str = ""
    above_marking: int = 0
