"""What a run did, for the terminal and for the exit code."""

from dataclasses import dataclass, field
from pathlib import Path

from dossier.model import Issue, Skipped


@dataclass(slots=True)
class Report:
    """Counts, and the problems met on the way; it grows while the run goes on.

    ``issues`` leave something out of the result, ``notes`` do not.
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
        """What was skipped and is not there in another copy."""
        return [skipped for skipped in self.skipped if skipped.duplicate_of is None]

    @property
    def is_partial(self) -> bool:
        """Whether something that was asked for is missing from the result."""
        return bool(self.unread or self.issues)
