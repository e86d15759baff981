"""The form ``dossier/index/1``: the dossiers that a build wrote, and the inputs that it skipped."""

import msgspec

from dossier.codec.shared_forms import JsonObject, indented
from dossier.codec.timeline_forms import Generator
from dossier.model import WHOLE_CASE, DocumentStatus, Kind, Marking


class IndexEntityForm(JsonObject):
    """The actor of a dossier."""

    id: str
    name: str
    kind: Kind


class IndexEntryForm(JsonObject):
    """One dossier. ``query`` is the name that was asked for, null for one of the most active actors.

    ``files`` are paths below the output folder, by format. ``counts`` are numbers of events in the line, of those with
    a date, of undated events, articles and mentions. For a name that no actor has, ``entity`` is null, ``files`` and
    ``counts`` are empty, and ``reason`` says why; where very many names are nobody's, none of them has an entry
    (``unmatched``).
    """

    query: str | None
    entity: IndexEntityForm | None
    files: dict[str, str]
    counts: dict[str, int]
    reason: str = ""


class IndexCaseForm(JsonObject):
    """The dossier of the whole case; ``files`` and ``counts`` are as those of a dossier."""

    files: dict[str, str]
    counts: dict[str, int]


class IndexSkippedForm(JsonObject):
    """An input that was not read, or not in full, and why."""

    ref: str
    reason: str


class IndexUnmatchedForm(JsonObject):
    """The names that were asked for and that nobody has, where they are more than 200.

    ``file`` is the path below the output folder of the file that lists them, a line each.
    """

    count: int
    file: str


EXPORTS = "exports"
"""The folder, in that of a build, below which each export has a folder of the name of its format."""


class IndexExportForm(JsonObject):
    """One export of the build: the paths of its files below the output folder, and what they could not carry."""

    files: list[str]
    lost: list[str]


class IndexForm(JsonObject, tag_field="schema", tag="dossier/index/1"):
    """The dossiers of one build; ``as_of`` is the date (EDTF) that they speak for.

    ``case`` are the files with all that was found: paths below the output folder, by format. ``case_dossier`` is what a
    reader gets of it, null in a build of an earlier version. ``marking`` (TLP 2.0) and ``status`` stand on each
    document of the build, null where it has none. ``above_marking`` counts the articles that were left out of the build
    because they are marked above it, ``events_above_marking`` such events of other articles. ``exports`` are those that
    were asked for, by format. ``selection`` says of which articles alone the build was made, null for all.
    ``unmatched`` is null where each name that was asked for has an entry.
    """

    as_of: str | None
    generator: Generator
    dossiers: list[IndexEntryForm]
    skipped: list[IndexSkippedForm]
    case: dict[str, str] = msgspec.field(default_factory=dict)
    case_dossier: IndexCaseForm | None = None
    marking: Marking | None = None
    status: DocumentStatus | None = None
    selection: str | None = None
    above_marking: int = 0
    events_above_marking: int = 0
    exports: dict[str, IndexExportForm] = msgspec.field(default_factory=dict)
    unmatched: IndexUnmatchedForm | None = None

    @property
    def written(self) -> list[tuple[str, IndexCaseForm | IndexEntryForm]]:
        """The dossiers with the ids of their actors; first that of the case, under ``WHOLE_CASE``."""
        of_case = [(WHOLE_CASE, self.case_dossier)] if self.case_dossier else []
        return [*of_case, *((entry.entity.id, entry) for entry in self.dossiers if entry.entity)]


_decoder = msgspec.json.Decoder(IndexForm)


def encode_index(index: IndexForm) -> bytes:
    """The index as indented JSON in UTF-8."""
    return indented(index)


def decode_index(data: bytes) -> IndexForm:
    """What ``encode_index`` wrote. Raises ValueError for anything else."""
    return _decoder.decode(data)
