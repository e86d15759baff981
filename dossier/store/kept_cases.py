"""The case that was resolved last, as a store keeps it."""

from collections.abc import Iterable, Iterator

from dossier.model import CaseContents
from dossier.store import kept_case_rows
from dossier.store.database import Database


class KeptCases:
    """The case that a store keeps. What is damaged is not there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(
        self, key: str, contents: CaseContents, findings: Iterable[bytes], timelines: Iterable[tuple[str, bytes]]
    ) -> None:
        """Keep a case under its key, in place of the one before.

        ``findings`` are the lines that ``codec.encode_findings`` gives; ``timelines`` are JSON, by the actor's id.
        """
        with self._database.writing() as connection:
            kept_case_rows.keep(connection, key, contents, findings, timelines)

    def contents(self, key: str) -> CaseContents | None:
        """The contents of the case with this key; None when another one is kept, or none, or the row is damaged."""
        with self._database.reading() as connection:
            return kept_case_rows.contents_of(connection, key)

    def findings(self, key: str) -> Iterator[bytes] | None:
        """The lines of the events and actors of the case with this key; None as in ``contents``."""
        with self._database.reading() as connection:
            return kept_case_rows.findings_of(connection, key)

    def timeline(self, key: str, actor: str) -> bytes | None:
        """The timeline of an actor of the case with this key, as JSON; None as in ``contents``."""
        with self._database.reading() as connection:
            return kept_case_rows.timeline_of(connection, key, actor)
