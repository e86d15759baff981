"""What was found on each shelf of a large case, in parts by name, under a key of all that it was found from."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from sqlalchemy import ColumnElement, delete, insert, select

from dossier.store.database import Database, chunks
from dossier.store.packed_rows import lines_of, packed_row, unpacked
from dossier.store.tables import kept_shelves

_CONTENTS = ""
"""The part that is written last: a shelf that has it is whole."""
_RECENT = "recent"
"""In place of the key of a shelf, for the keys that the last cases used."""
_CASES_KEPT = 2
"""Cases of which the shelves stay: the last, and the one before, since somebody may still have that open."""


class KeptShelves:
    """The shelves that a store keeps. What is damaged is not there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, shelf: str, contents: bytes, parts: Iterable[tuple[str, Iterable[bytes]]]) -> None:
        """Keep a shelf under its key; each of the ``parts`` has a name."""
        with self._database.writing() as connection:
            connection.execute(delete(kept_shelves).where(kept_shelves.c.shelf == shelf))
            for some in chunks(chain(parts, [(_CONTENTS, [contents])])):
                rows = [packed_row(kept_shelves, (shelf, part), pieces) for part, pieces in some]
                connection.execute(insert(kept_shelves), rows)

    def add(self, shelf: str, part: str, pieces: Iterable[bytes]) -> None:
        """Keep one part, in place of what it was."""
        with self._database.writing() as connection:
            connection.execute(delete(kept_shelves).where(_is(shelf, [part])))
            connection.execute(insert(kept_shelves), packed_row(kept_shelves, (shelf, part), pieces))

    def contents(self, shelf: str) -> bytes | None:
        """What the shelf has beside its parts; None where it is not kept whole."""
        return self.parts(shelf, [_CONTENTS]).get(_CONTENTS)

    def parts(self, shelf: str, names: Iterable[str]) -> dict[str, bytes]:
        """Those parts of the shelf that it has, by name."""
        found: dict[str, bytes] = {}
        for some in chunks(names):
            with self._database.reading() as connection:
                for row in connection.execute(select(kept_shelves).where(_is(shelf, some))):
                    if (body := unpacked(row)) is not None:
                        found[row.part] = body
        return found

    def lines(self, shelf: str, part: str) -> Iterator[bytes] | None:
        """The lines of a part, unpacked as they are asked for; None where the shelf does not have it."""
        with self._database.reading() as connection:
            row = connection.execute(select(kept_shelves).where(_is(shelf, [part]))).one_or_none()
        return lines_of(row) if row else None

    def forget(self, shelf: str) -> None:
        """Remove a shelf."""
        with self._database.writing() as connection:
            connection.execute(delete(kept_shelves).where(kept_shelves.c.shelf == shelf))

    def cases(self) -> list[str]:
        """The first of the keys that each of the last cases used, the newest first."""
        return [used.split()[0] for used in self._recent()]

    def used(self, shelves: Sequence[str]) -> None:
        """Say that the last case has these; what neither it has nor the one before is removed."""
        recent = list(dict.fromkeys((" ".join(shelves), *self._recent())))[:_CASES_KEPT]
        self.add(_RECENT, _CONTENTS, ["\n".join(recent).encode()])
        staying = {_RECENT, *" ".join(recent).split()}
        with self._database.reading() as connection:
            known = connection.execute(select(kept_shelves.c.shelf).distinct()).scalars().all()
        for shelf in set(known) - staying:
            self.forget(shelf)

    def _recent(self) -> list[str]:
        """The keys that each of the last cases used, with blanks between."""
        return self.parts(_RECENT, [_CONTENTS]).get(_CONTENTS, b"").decode().splitlines()


def _is(shelf: str, parts: Iterable[str]) -> ColumnElement[bool]:
    return (kept_shelves.c.shelf == shelf) & kept_shelves.c.part.in_(list(parts))
