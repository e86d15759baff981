"""What a build did: counts and problems, for the terminal and the exit code."""

from dataclasses import dataclass, field
from pathlib import Path

from dossier.model import Issue, Skipped


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was done with one article or one dossier (``subject``), and why."""

    subject: str
    reason: str


@dataclass(slots=True)
class BuildReport:
    """Counts, files and problems of a build; it is filled while the build goes on.

    ``articles`` counts those that were read, ``annotated`` are the ids of those that the store had no
    annotations of.
    ``entities`` and ``events`` count those of the case, ``dossiers`` and ``files`` what was written.
    ``issues`` are problems that leave something out of the result, ``notes`` are those that do not. ``made`` counts the
    dossiers that were made, and did not keep their files; ``explanations`` say why, and why articles were read.
    ``withheld`` counts the articles that are marked above the build and so not in it, ``unwanted`` those that were left
    out because others were asked for.
    ``unchanged_since`` is the latest edition, where the build told nothing else and became none.
    """

    articles: int = 0
    entities: int = 0
    events: int = 0
    dossiers: int = 0
    files: list[Path] = field(default_factory=list)
    annotated: list[str] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    notes: list[Issue] = field(default_factory=list)
    explanations: list[Explanation] = field(default_factory=list)
    made: int = 0
    unchanged_since: int | None = None
    withheld: int = 0
    unwanted: int = 0

    @property
    def unread(self) -> list[Skipped]:
        """The skipped inputs, without duplicates of articles that were read."""
        return [skipped for skipped in self.skipped if skipped.duplicate_of is None]

    @property
    def is_partial(self) -> bool:
        """Whether something that the user asked for is missing from the result."""
        return bool(self.unread or self.issues)
