"""What a build did: counts and problems, for the terminal and the exit code."""

from dataclasses import dataclass, field
from pathlib import Path

from dossier.model import Issue, Skipped


@dataclass(slots=True)
class BuildReport:
    """Counts, files and problems of a build; it is filled while the build goes on.

    ``articles`` counts those that were read, ``annotated`` those of them that the store had no annotations of.
    ``entities`` and ``events`` count those of the case, ``dossiers`` and ``files`` what was written.
    ``issues`` are problems that leave something out of the result, ``notes`` are those that do not.
    """

    articles: int = 0
    annotated: int = 0
    entities: int = 0
    events: int = 0
    dossiers: int = 0
    files: list[Path] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    notes: list[Issue] = field(default_factory=list)

    @property
    def unread(self) -> list[Skipped]:
        """The skipped inputs, without duplicates of articles that were read."""
        return [skipped for skipped in self.skipped if skipped.duplicate_of is None]

    @property
    def is_partial(self) -> bool:
        """Whether something that the user asked for is missing from the result."""
        return bool(self.unread or self.issues)
