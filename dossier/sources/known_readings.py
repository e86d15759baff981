"""What was read in a file before: a file with the same bytes under the same name need not be read again."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from io import BufferedReader
from typing import Protocol

from dossier.model import When
from dossier.sources.opened import ReadItem


class KnownReadings(Protocol):
    """Remembers the items of the file at each place, under a key that changes with all that they are read from."""

    def recall(self, place: str, key: str, read: Iterable[ReadItem]) -> Iterable[ReadItem]:
        """The items of the place as they are known under this key; else those that come as it is ``read``."""


class _NothingKnown:
    def recall(self, place: str, key: str, read: Iterable[ReadItem]) -> Iterable[ReadItem]:
        return read


NOTHING_KNOWN: KnownReadings = _NothingKnown()
"""For sources that are read once."""


def reading_key(
    stream: BufferedReader, name: str, columns: Mapping[str, str], given: When | None, language: str | None
) -> str:
    """The key of a file with this name and content; the rest are options of ``sources.read``, ``given`` the date.

    The stream stands at its start again.
    """
    content = hashlib.file_digest(stream, "sha256").hexdigest()
    stream.seek(0)
    parts = [content, name, sorted(columns.items()), given.edtf if given else None, language]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
